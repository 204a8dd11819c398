"""Buttons that stand in a row of a card: the name of a record, and a picture alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from careerdesk.gui.icons import icon
from careerdesk.gui.style_sheet import icon_edge
from careerdesk.gui.text import elided, no_mnemonic, tooltip
from careerdesk.gui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_PICTURE = 14
_EDGE = 6  # what border and padding take of the width


class NameButton(QPushButton):
    """The name of a record, which opens it; it ends in an ellipsis where it does not fit."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = " ".join(name.split())
        self.setProperty("role", "name")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self._name)
        self.setText(no_mnemonic(self._name))
        # As wide as the name, and less where there is no room for it.
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for the whole name."""
        whole = self.fontMetrics().horizontalAdvance(self._name) + _EDGE
        return QSize(whole, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Allow any width, but a whole line of height."""
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the name as fits, and offer the whole one where it is cut."""
        super().resizeEvent(event)
        shown = elided(self._name, self.font(), self.width() - _EDGE + 1)
        self.setText(no_mnemonic(shown))
        self.setToolTip("" if shown == self._name else tooltip(self._name))


class PictureButton(QPushButton):
    """A small picture in the colours in force; what it does is in its name and tooltip."""

    def __init__(self, picture: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self.setProperty("role", "row-icon")
        self.setAccessibleName(words)
        self.setToolTip(tooltip(words))
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        edge = icon_edge(_PICTURE)
        self.setIconSize(QSize(edge, edge))
        self.setIcon(icon(self._picture, tokens().ink_2, size=_PICTURE))
