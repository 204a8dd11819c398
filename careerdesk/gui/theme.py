"""Colours and type of the window: the one place that turns tokens into a palette and a sheet.

Widgets that paint themselves ask ``tokens()`` while painting, so they follow a change of theme
without being told; icons are tinted again on ``QEvent.PaletteChange``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QPalette

from careerdesk.gui.settings import ThemeChoice
from careerdesk.gui.style_sheet import style_sheet
from careerdesk.palette import DARK, LIGHT, Palette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from careerdesk.gui.settings import Settings

# What Qt asks for where nobody has chosen a font; a desktop names a font of its own. What the
# system would answer is not looked up, since that takes as long as loading ours.
_BARE_FONTS: Final = ("Sans Serif", "DejaVu Sans", "Bitstream Vera Sans", "")
_BARE_SIZE: Final = 10.0  # points; Qt's own default of 9 is small for Inter


def tokens() -> Palette:
    """Return the colours in force, as the palette of the application says."""
    return (
        DARK
        if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
        else LIGHT
    )


class Theme(QObject):
    """Keeps palette and style sheet of the application in step with choice and system."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._applied: tuple[Palette, str] | None = None
        self._apply()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def choice(self) -> ThemeChoice:
        """What the user has pinned."""
        return self._settings.theme

    def use_own_font_if_bare(self) -> None:
        """Bring our own font where the system has only a makeshift one; after the first frame.

        Reading the font takes longer than painting the frame, and most systems never need it.
        """
        font = self._application.font()
        if font.family() not in _BARE_FONTS:
            return
        from careerdesk.assets import asset

        for name in ("Inter-Regular", "Inter-SemiBold"):
            QFontDatabase.addApplicationFontFromData(asset(f"fonts/{name}.ttf").read_bytes())
        font.setFamily("Inter")
        font.setPointSizeF(max(font.pointSizeF(), _BARE_SIZE))
        self._application.setFont(font)
        self._apply()

    def choose(self, choice: ThemeChoice) -> None:
        """Pin light or dark, or follow the system again; remembered."""
        self._settings.theme = choice
        self._apply()

    @Slot()
    def _on_scheme_changed(self) -> None:
        self._apply()

    def _apply(self) -> None:
        # Title bars of Windows and macOS follow this; on Linux it often does nothing.
        hints = QGuiApplication.styleHints()
        wanted = _SCHEMES[self.choice]
        if wanted is not Qt.ColorScheme.Unknown or self._applied is not None:
            hints.setColorScheme(wanted)
        scheme = hints.colorScheme() if wanted is Qt.ColorScheme.Unknown else wanted
        palette = DARK if scheme is Qt.ColorScheme.Dark else LIGHT
        font = self._application.font()
        state = (palette, font.toString())
        if state != self._applied:
            self._applied = state
            self._application.setPalette(qt_palette(palette))
            self._application.setStyleSheet(style_sheet(palette, font))


_SCHEMES: Final = {
    ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeChoice.LIGHT: Qt.ColorScheme.Light,
    ThemeChoice.DARK: Qt.ColorScheme.Dark,
}


def qt_palette(colours: Palette) -> QPalette:
    """Return the palette of Fusion in these colours."""
    role = QPalette.ColorRole
    palette = QPalette()
    for target, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.ink),
        (role.Base, colours.panel),
        (role.AlternateBase, colours.sidebar),
        (role.Text, colours.ink),
        (role.PlaceholderText, colours.ink_3),
        (role.Button, colours.panel),
        (role.ButtonText, colours.ink),
        (role.BrightText, colours.danger),
        (role.ToolTipBase, colours.panel),
        (role.ToolTipText, colours.ink),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Light, colours.panel),
        (role.Midlight, colours.line),
        (role.Mid, colours.line),
        (role.Dark, colours.ink_3),
        (role.Shadow, colours.line),
    ):
        palette.setColor(target, QColor(colour))
    for text in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, text, QColor(colours.ink_3))
    return palette
