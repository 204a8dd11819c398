"""The line above every page: its title, and undo and redo within reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from careerdesk.gui.text import tooltip
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.labels import LineLabel

if TYPE_CHECKING:
    from collections.abc import Mapping


class TopBar(QWidget):
    """Shows the title of the page and a button for each of some actions."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = LineLabel("", "title")
        self._has_icons = False
        self._buttons: dict[str, tuple[QPushButton, QAction]] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 10, 24, 8)
        row.setSpacing(8)
        row.addWidget(self._title, 1)
        for name, action in actions.items():
            button = QPushButton()
            button.setProperty("role", "icon")
            button.clicked.connect(action.trigger)
            action.changed.connect(self._on_changed)
            self._buttons[name] = (button, action)
            row.addWidget(button)

    def show_icons(self) -> None:
        """Draw the icons; left out of the first frame, which they would hold up."""
        self._has_icons = True
        self._on_changed()

    def show_title(self, title: str) -> None:
        """Name the page."""
        self._title.show_line(title)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._on_changed()

    def _on_changed(self) -> None:
        for button, action in self._buttons.values():
            words = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setEnabled(action.isEnabled())
            button.setAccessibleName(words)
            button.setToolTip(tooltip(f"{words} ({keys})"))
        if self._has_icons:
            self._tint()

    def _tint(self) -> None:
        from careerdesk.gui.icons import icon

        colours = tokens()
        for name, (button, action) in self._buttons.items():
            button.setIcon(icon(name, colours.ink if action.isEnabled() else colours.ink_3))
