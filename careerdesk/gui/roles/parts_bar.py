"""A figure as the sum of its weighted parts, one colour a part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerdesk.gui.direction import placed
from careerdesk.gui.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_GAP: Final = 1.5  # between parts, so that they are told apart without their colours


class PartsBar(QWidget):
    """What it says stands in numbers beside it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: Sequence[float] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Sequence[float], description: str) -> None:
        """Draw parts that sum to at most 1."""
        self._parts = tuple(parts)
        self.setAccessibleDescription(description)
        self.update()

    def sizeHint(self) -> QSize:
        """Return about half the height of a line of text."""
        return QSize(100, max(8, round(self.fontMetrics().height() * 0.5)))

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow window."""
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track and the parts."""
        del event
        colours, area = tokens(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        outline = QPainterPath()
        outline.addRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.fillPath(outline, QColor(colours.track))
        painter.setClipPath(outline)
        left = area.left()
        for part, colour in zip(self._parts, colours.series, strict=False):
            width = area.width() * part
            whole = QRectF(left, area.top(), max(width - _GAP, 0.0), area.height())
            painter.fillRect(placed(whole, area, self.layoutDirection()), QColor(colour))
            left += width


class Swatch(QWidget):
    """The colour of a part, beside its name."""

    def __init__(self, at: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = at
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a small square."""
        edge = round(self.fontMetrics().height() * 0.6)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().series[self._at]))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
