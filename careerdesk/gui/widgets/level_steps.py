"""A level as steps: what evidence supports is solid, what is only claimed hatched, unknown empty.

The same everywhere: in the cells of lists, beside a heading, wherever a level is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerdesk.gui.direction import placed
from careerdesk.gui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from careerdesk.palette import Palette

MOST: Final = 5  # steps of the scale
_GAP: Final = 2.0
_RADIUS: Final = 2.0
_STRIPE: Final = 4.0  # from one line of the hatching to the next


class Steps(NamedTuple):
    """What is drawn: a level, or None for unknown.

    ``supported`` is how much of it evidence supports; None draws all of it solid. ``needed`` is
    how many steps there are to reach; a level above is drawn whole. What follows begins as if
    at least ``room`` steps were drawn, so that the words of a list stand below each other.
    """

    level: float | None
    supported: float | None = None
    needed: int = MOST
    room: int = MOST

    @property
    def drawn(self) -> int:
        """How many steps are drawn."""
        return max(self.needed, -int(-(self.level or 0) // 1))


def steps_width(unit: float, steps: Steps) -> float:
    """Return the room for steps beside text whose line is so high."""
    return max(steps.drawn, steps.room) * (_step(unit) + _GAP)


def draw_steps(painter: QPainter, room: QRectF, unit: float, steps: Steps) -> None:
    """Draw from the beginning of a room, in its middle; ``unit`` is the height of a line."""
    colours, direction = tokens(), painter.layoutDirection()
    width, height = _step(unit), unit * 0.42
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for at in range(steps.drawn):
        left = room.left() + at * (width + _GAP)
        whole = QRectF(left, room.center().y() - height / 2, width, height)
        area = placed(whole, room, direction)
        if steps.level is None:
            painter.setPen(QPen(QColor(colours.ink_3), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
            continue
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(area, _RADIUS, _RADIUS)
        claimed = min(max(steps.level - at, 0.0), 1.0)
        solid = claimed if steps.supported is None else min(max(steps.supported - at, 0.0), claimed)
        if claimed > solid:
            hatch(painter, placed(_part(whole, claimed), room, direction), colours)
        if solid:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(placed(_part(whole, solid), room, direction), _RADIUS, _RADIUS)
    painter.restore()


def hatch(painter: QPainter, area: QRectF, colours: Palette, radius: float = _RADIUS) -> None:
    """Fill an area with the stripes of what is claimed and not yet evidenced."""
    painter.save()
    outline = QPainterPath()
    outline.addRoundedRect(area, radius, radius)
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(QColor(colours.accent), 1.5))
    rise = area.height()
    left = area.left() - rise
    while left < area.right():
        painter.drawLine(QLineF(left, area.bottom(), left + rise, area.top()))
        left += _STRIPE
    painter.restore()


class LevelSteps(QWidget):
    """A level drawn on its own; what it says stands in words beside it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = Steps(None)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: Steps, description: str) -> None:
        """Draw a level, which a screen reader reads as described."""
        self._steps = steps
        self.setAccessibleDescription(description)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of a whole scale and of a line of text."""
        unit = self.fontMetrics().height()
        return QSize(round(steps_width(unit, self._steps)), unit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the steps."""
        del event
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        draw_steps(painter, QRectF(self.rect()), self.fontMetrics().height(), self._steps)


def _step(unit: float) -> float:
    return unit * 0.66


def _part(whole: QRectF, part: float) -> QRectF:
    return QRectF(whole.left(), whole.top(), whole.width() * part, whole.height())
