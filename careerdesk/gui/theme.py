"""Colours and type of the window: the one place that turns tokens into a palette and a sheet.

Widgets that paint themselves ask ``tokens()`` while painting, so they follow a change of theme
without being told; icons are tinted again on ``QEvent.PaletteChange``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from careerdesk.gui.settings import TextSize, ThemeChoice
from careerdesk.gui.shapes import register
from careerdesk.gui.style_sheet import style_sheet
from careerdesk.palette import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, PALETTES, Palette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from careerdesk.gui.settings import Settings

# What Qt asks for where nobody has chosen a font; a desktop names a font of its own. What the
# system would answer is not looked up, since that takes as long as loading ours.
_BARE_FONTS: Final = ("Sans Serif", "DejaVu Sans", "Bitstream Vera Sans", "")
_BARE_SIZE: Final = 10.0  # points; Qt's own default of 9 is small for Inter


def tokens() -> Palette:
    """Return the colours in force, as the palette of the application says.

    They are recognized by two of their colours, so nothing has to be remembered; a palette that
    is none of ours is read as light or dark.
    """
    palette = QGuiApplication.palette()
    window = palette.color(QPalette.ColorRole.Window)
    found = _BY_COLOURS.get((window.name(), palette.color(QPalette.ColorRole.Highlight).name()))
    return found or (DARK if window.lightness() < 128 else LIGHT)


_BY_COLOURS: Final = {(one.window, one.accent): one for one in PALETTES}


class Theme(QObject):
    """Keeps palette, font and style sheet of the application in step with choice and system.

    ``chosen`` says that the user has chosen other colours or another size of text.
    """

    chosen = Signal()

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._system_font = application.font()
        self._is_complete = False
        self._applied: tuple[Palette, str] | None = None
        self._apply()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        if hasattr(hints, "accessibility"):  # since Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    @property
    def choice(self) -> ThemeChoice:
        """What the user has pinned."""
        return self._settings.theme

    @property
    def text_size(self) -> TextSize:
        """How large the user wants text, in comparison to the system's."""
        return self._settings.text_size

    def complete(self) -> None:
        """Bring what the first frame does not wait for: shapes, a font, the system's own word.

        Our own font is for systems that have only a makeshift one. Reading it takes longer than
        painting the frame, and most systems never need it.
        """
        self._is_complete = True
        register(tokens())
        font = self._system_font
        if font.family() in _BARE_FONTS:
            from careerdesk.assets import asset

            for name in ("Inter-Regular", "Inter-SemiBold"):
                QFontDatabase.addApplicationFontFromData(asset(f"fonts/{name}.ttf").read_bytes())
            font.setFamily("Inter")
            font.setPointSizeF(max(font.pointSizeF(), _BARE_SIZE))
        self._apply()

    def choose(self, choice: ThemeChoice) -> None:
        """Pin some colours, or follow the system again; remembered."""
        self._settings.theme = choice
        self._apply()
        self.chosen.emit()

    def choose_text_size(self, size: TextSize) -> None:
        """Make all text smaller or larger; remembered."""
        self._settings.text_size = size
        self._apply()
        self.chosen.emit()

    @Slot()
    def _on_system_changed(self) -> None:
        self._apply()

    def _apply(self) -> None:
        palette = _PALETTES[self._is_contrast_wanted(), self._is_dark_wanted()]
        font = QFont(self._system_font)
        font.setPointSizeF(font.pointSizeF() * self.text_size.percent / 100)
        state = (palette, font.toString())
        if state != self._applied:
            self._applied = state
            if self._is_complete:
                register(palette)
            grows = font != self._application.font()
            if grows:
                self._application.setFont(font)
            self._application.setPalette(qt_palette(palette))
            self._application.setStyleSheet(style_sheet(palette, font))
            if grows:
                self._draw_icons_anew()

    def _is_dark_wanted(self) -> bool:
        is_pinned = self.choice in (ThemeChoice.LIGHT, ThemeChoice.DARK)
        if self._applied is None and not is_pinned:
            # What the system says by its own palette; ``complete`` asks for its word. Loading the
            # names that stand for the answer takes as long as all else before the first frame.
            return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
        from PySide6.QtCore import Qt

        scheme = Qt.ColorScheme
        hints = QGuiApplication.styleHints()
        if not is_pinned:
            hints.setColorScheme(scheme.Unknown)
            return hints.colorScheme() is scheme.Dark
        # Title bars of Windows and macOS follow this; on Linux it often does nothing.
        hints.setColorScheme(scheme.Dark if self.choice is ThemeChoice.DARK else scheme.Light)
        return self.choice is ThemeChoice.DARK

    def _draw_icons_anew(self) -> None:
        """Have icons as large as the text; widgets draw them when the palette changes."""
        for widget in self._application.allWidgets():
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.PaletteChange))

    def _is_contrast_wanted(self) -> bool:
        hints = QGuiApplication.styleHints()
        if self.choice is ThemeChoice.SYSTEM and hasattr(hints, "accessibility"):
            if self._applied is None:
                return False  # until ``complete`` looks again
            from PySide6.QtCore import Qt

            return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
        return self.choice is ThemeChoice.CONTRAST


_PALETTES: Final = {  # by high contrast and dark
    (False, False): LIGHT,
    (False, True): DARK,
    (True, False): LIGHT_CONTRAST,
    (True, True): DARK_CONTRAST,
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
    disabled = QPalette.ColorGroup.Disabled
    for text in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText, role.Link):
        palette.setColor(disabled, text, QColor(colours.ink_3))
    palette.setColor(disabled, role.Base, QColor(colours.window))
    palette.setColor(disabled, role.Button, QColor(colours.window))
    palette.setColor(disabled, role.Highlight, QColor(colours.window))
    palette.setColor(disabled, role.Accent, QColor(colours.ink_3))
    return palette
