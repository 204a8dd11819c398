"""The sidebar: whose desk this is, and the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from careerdesk.gui.pages import PAGES
from careerdesk.gui.widgets.labels import LineLabel
from careerdesk.gui.widgets.nav_button import NavButton, narrow_width

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.pages import PageSpec

_WIDTH_IN_CHARACTERS: Final = 25


class Sidebar(QFrame):
    """One button a page; in a narrow window only their icons."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        self.setAccessibleName(self.tr("Pages"))
        self._is_narrow = False
        self._has_icons = False
        self._name = LineLabel("CareerDesk", "strong")
        self._place = LineLabel("", "small")
        self._buttons: dict[str, NavButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 18, 9, 12)
        layout.setSpacing(2)
        head = QVBoxLayout()
        layout.addLayout(head)
        head.setContentsMargins(11, 0, 4, 12)
        head.setSpacing(2)
        head.addWidget(self._name)
        head.addWidget(self._place)
        has_stretch = False
        for spec in sorted(PAGES, key=lambda spec: spec.is_at_bottom):
            if spec.is_at_bottom and not has_stretch:
                layout.addStretch()
                has_stretch = True
            layout.addWidget(self._button(spec))
        self._fit()
        self._tint()

    def show_icons(self) -> None:
        """Draw the icons; left out of the first frame, which they would hold up."""
        self._has_icons = True
        self._tint()

    def show_name(self, name: str, place: str) -> None:
        """Say whose desk this is and where it lies."""
        self._name.show_line(name)
        self._place.show_line(place)

    def choose(self, key: str) -> None:
        """Mark a page as the one shown."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)
        self._tint()

    def set_narrow(self, is_narrow: bool) -> None:
        """Show only icons, or icons and words."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._fit()
            self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()

    def show_waiting(self, counts: Mapping[str, int]) -> None:
        """Say on which pages something waits, and how much."""
        for key, button in self._buttons.items():
            button.show_waiting(counts.get(key, 0))

    def _button(self, spec: PageSpec) -> NavButton:
        button = NavButton(spec)
        # No button group: it would let Tab stop at the page shown only.
        button.clicked.connect(lambda: self.chosen.emit(spec.key))
        self._buttons[spec.key] = button
        return button

    def _fit(self) -> None:
        for button in self._buttons.values():
            button.set_narrow(self._is_narrow)
        self._name.setVisible(not self._is_narrow)
        self._place.setVisible(not self._is_narrow)
        if self._is_narrow:
            self.setFixedWidth(narrow_width() + 19)
        else:
            self.setFixedWidth(self.fontMetrics().averageCharWidth() * _WIDTH_IN_CHARACTERS + 18)

    def _tint(self) -> None:
        if self._has_icons:
            for button in self._buttons.values():
                button.tint()
