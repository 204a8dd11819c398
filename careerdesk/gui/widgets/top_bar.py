"""The line above every page: its title, the search, undo and redo, and the page's one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from careerdesk.gui.keys import keys_of
from careerdesk.gui.text import tooltip
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.labels import LineLabel, label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

_SEARCH_CHARACTERS = 44


class TopBar(QWidget):
    """Shows the title of the page, and a button for each of some actions.

    ``search`` is drawn like a field, because it opens one.
    """

    def __init__(
        self, search: QAction, actions: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = LineLabel("", "title")
        self._has_icons = False
        self._search = _SearchButton(search)
        self._buttons: dict[str, tuple[QPushButton, QAction]] = {}
        self._primary = QPushButton()
        self._primary.setProperty("role", "primary")
        self._primary.clicked.connect(self._take)
        self._primary_action: QAction | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 10, 24, 8)
        row.setSpacing(8)
        row.addWidget(self._title, 1)
        row.addWidget(self._search, 1)
        for name, action in actions.items():
            button = QPushButton()
            button.setProperty("role", "icon")
            button.clicked.connect(action.trigger)
            action.changed.connect(self._on_changed)
            self._buttons[name] = (button, action)
            row.addWidget(button)
        row.addWidget(self._primary)
        self._on_changed()

    def show_icons(self) -> None:
        """Draw the icons; left out of the first frame, which they would hold up."""
        self._has_icons = True
        self._on_changed()

    def show_page(self, title: str, primary: QAction | None = None) -> None:
        """Name the page, and offer the one thing that is done there most."""
        self._title.show_line(title)
        if self._primary_action is not None:
            self._primary_action.changed.disconnect(self._on_changed)
        self._primary_action = primary
        if primary is not None:
            primary.changed.connect(self._on_changed)
        self._on_changed()

    def forget_page(self) -> None:
        """Let go of the action of a page that is about to be deleted."""
        self._primary_action = None
        self._on_changed()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._on_changed()

    def _take(self) -> None:
        if self._primary_action is not None:
            self._primary_action.trigger()

    def _on_changed(self) -> None:
        for button, action in self._buttons.values():
            words = plain_text(action)
            button.setEnabled(action.isEnabled())
            button.setAccessibleName(words)
            button.setToolTip(tooltip(f"{words}{_keys(action)}"))
        primary = self._primary_action
        self._primary.setVisible(primary is not None and primary.isVisible())
        if primary is not None:
            self._primary.setText(primary.text())
            self._primary.setEnabled(primary.isEnabled())
            self._primary.setToolTip(tooltip(f"{plain_text(primary)}{_keys(primary)}"))
        if self._has_icons:
            self._tint()

    def _tint(self) -> None:
        from careerdesk.gui.icons import icon

        colours = tokens()
        self._search.tint()
        for name, (button, action) in self._buttons.items():
            button.setIcon(icon(name, colours.ink if action.isEnabled() else colours.ink_3))


class _SearchButton(QPushButton):
    """A button in the shape of a field, with its key at the right."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self.setProperty("role", "search")
        self.setAccessibleName(plain_text(action))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fit()
        self._picture = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 0, 11, 0)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(LineLabel(self.tr("Find or do anything"), "hint"), 1)
        row.addWidget(label(keys_of(action), "small"))
        self.clicked.connect(action.trigger)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text in it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * _SEARCH_CHARACTERS)

    def tint(self) -> None:
        """Draw the picture in the colours in force."""
        from careerdesk.gui.icons import pixmap

        self._picture.setPixmap(pixmap("search", tokens().ink_3))


def plain_text(action: QAction) -> str:
    """Return what an action is called, without the marks for its key."""
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def _keys(action: QAction) -> str:
    keys = keys_of(action)
    return f" ({keys})" if keys else ""
