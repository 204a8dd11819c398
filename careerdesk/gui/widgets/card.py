"""The card: a title, a body, one sentence and one way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from careerdesk.gui.widgets.labels import LineLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Card(QFrame):
    """A titled surface whose body is filled again and again."""

    way_on = Signal()

    def __init__(self, title: str, way_on: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(18, 14, 18, 16)
        outer.setSpacing(8)
        head = QHBoxLayout()
        outer.addLayout(head)
        head.addStrut(round(self.fontMetrics().height() * 1.5))  # with a way on or without
        self._heading = LineLabel(title, "heading")
        head.addWidget(self._heading, 1)
        if way_on:
            button = QPushButton(way_on)
            button.setProperty("role", "link")
            button.clicked.connect(self.way_on)
            head.addWidget(button)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        outer.addLayout(self.body)
        outer.addStretch()

    def show_title(self, title: str) -> None:
        """Show another title."""
        self._heading.show_line(title)
        self.setAccessibleName(title)

    def clear(self) -> None:
        """Empty the body."""
        _empty(self.body)


def take_apart(lines: QLayout, cards: Iterable[QWidget]) -> None:
    """Take rows or columns of cards out of a layout, so that the cards can be laid out anew.

    Rows may hold columns, and these rows again. Each card leaves its row first: Qt never forgets
    the heights of a widget that comes into a new layout while it is in an old one, and with larger
    text its lines would be cut.
    """
    kept = list(cards)
    while (line := lines.takeAt(0)) is not None:
        if (layout := line.layout()) is not None:
            for card in kept:
                layout.removeWidget(card)
            take_apart(layout, kept)
            layout.deleteLater()


def _empty(layout: QLayout) -> None:
    while layout.count():
        item: QLayoutItem | None = layout.takeAt(0)
        if item is None:
            return
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            _empty(inner)
            inner.deleteLater()
