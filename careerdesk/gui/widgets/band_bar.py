"""A share with how far it may be off: a mark at the share, and a lighter part where it may lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerdesk.gui.direction import placed
from careerdesk.gui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_LIGHT: Final = 0.42  # how strong the part is that is not sure
_MARK: Final = 2.0


class BandBar(QWidget):
    """What it says stands in words beside it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[float | None, float, float] = (None, 0.0, 0.0)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_band(self, value: float | None, low: float, high: float, description: str) -> None:
        """Draw a share, 0 to 1, and where it may lie."""
        self._parts = (value, low, high)
        self.setAccessibleDescription(description)
        self.update()

    def sizeHint(self) -> QSize:
        """Return about half the height of a line of text."""
        return QSize(120, max(8, round(self.fontMetrics().height() * 0.5)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        draw_band(painter, QRectF(self.rect()), *self._parts)


def draw_band(
    painter: QPainter, area: QRectF, value: float | None, low: float, high: float
) -> None:
    """Draw a track, filled as far as is sure, lighter as far as may be, marked at the value.

    A value that is not known has no mark.
    """
    colours, direction = tokens(), painter.layoutDirection()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    thin = area.adjusted(0, area.height() * 0.18, 0, -area.height() * 0.18)
    outline = QPainterPath()
    outline.addRoundedRect(thin, thin.height() / 2, thin.height() / 2)
    painter.fillPath(outline, QColor(colours.track))
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)

    def part(first: float, last: float) -> QRectF:
        left = thin.left() + thin.width() * first
        whole = QRectF(left, thin.top(), thin.width() * max(last - first, 0.0), thin.height())
        return placed(whole, area, direction)

    light = QColor(colours.accent)
    light.setAlphaF(_LIGHT)
    painter.fillRect(part(low, high), light)
    painter.fillRect(part(0, low), QColor(colours.accent))
    painter.restore()
    if value is None:
        return
    mark = QRectF(area.left() + area.width() * value - _MARK / 2, area.top(), _MARK, area.height())
    mark.moveLeft(min(max(mark.left(), area.left()), area.right() - _MARK))
    painter.fillRect(placed(mark, area, direction), QColor(colours.ink))
