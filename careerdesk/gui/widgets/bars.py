"""Bars drawn from the palette: one amount against a goal, and one bar a week."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from careerdesk.gui.direction import placed
from careerdesk.gui.text import tooltip
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.level_steps import hatch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPaintEvent

_MARK: Final = 2.0


class AmountBar(QWidget):
    """A solid part of a track, hatched beyond it; what it says stands in words beside it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = self._then = 0.0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: float, description: str) -> None:
        """Fill this part of the track, 0 to 1; more than all of it is drawn as all."""
        self.show_change(part, part, description)

    def show_change(self, now: float, then: float, description: str) -> None:
        """Fill a part of the track and hatch what a change would add to it.

        What a change would take away is left empty, up to a mark.
        """
        self._part, self._then = (min(max(part, 0.0), 1.0) for part in (now, then))
        self.setAccessibleDescription(description)
        self.update()

    def sizeHint(self) -> QSize:
        """Return about half the height of a line of text."""
        return QSize(120, max(6, round(self.fontMetrics().height() * 0.45)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track and parts and, where it would sink, a mark at what there is now."""
        del event
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        full = QRectF(self.rect())
        radius = full.height() / 2
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(full, radius, radius)
        if self._then > self._part:
            hatch(painter, self._share(full, self._then), colours, radius)
        solid = min(self._part, self._then)
        if solid > 0:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(self._share(full, solid), radius, radius)
        if self._then < self._part:
            end = _share_width(full, self._part)
            painter.setBrush(QColor(colours.ink_2))
            mark = QRectF(end - _MARK, 0, _MARK, full.height())
            painter.drawRect(placed(mark, full, self.layoutDirection()))

    def _share(self, full: QRectF, part: float) -> QRectF:
        share = QRectF(0, 0, _share_width(full, part), full.height())
        return placed(share, full, self.layoutDirection())


def _share_width(full: QRectF, part: float) -> float:
    """Return the width of a part of a track; the least is round."""
    return max(full.width() * part, full.height())


class WeekBars(QWidget):
    """One bar a week, the newest at the end of the row, against a dashed line for the goal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[int, ...] = ()
        self._tips: tuple[str, ...] = ()
        self._goal: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_weeks(self, values: Sequence[int], tips: Sequence[str], goal: int | None) -> None:
        """Draw these amounts; ``tips`` says each of them in words."""
        self._values, self._tips, self._goal = tuple(values), tuple(tips), goal
        self.setAccessibleDescription("; ".join(tips))
        self.update()

    def sizeHint(self) -> QSize:
        """Return four lines of text in height."""
        return QSize(160, self.fontMetrics().height() * 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars, then the goal over them."""
        del event
        if not self._values:
            return
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = max(*self._values, self._goal or 0, 1) * 1.06
        pitch = self.width() / len(self._values)
        for at, value in enumerate(self._values):
            height = max(self.height() * value / top, 2.0)
            bar = QRectF(at * pitch + 1.5, self.height() - height, pitch - 3, height)
            painter.setBrush(QColor(colours.accent if value else colours.track))
            bar = placed(bar, QRectF(self.rect()), self.layoutDirection())
            painter.drawRoundedRect(bar, 2, 2)
        if self._goal:
            level = self.height() * (1 - self._goal / top)
            line = QLineF(QPointF(0, level), QPointF(self.width(), level))
            # A gap in the bars first, so that the goal can be seen across them.
            painter.setPen(QPen(QColor(colours.panel), 2.4))
            painter.drawLine(line)
            painter.setPen(QPen(QColor(colours.ink_2), 1.2, Qt.PenStyle.DashLine))
            painter.drawLine(line)

    def event(self, event: QEvent) -> bool:
        """Name the week under the pointer."""
        if event.type() == event.Type.ToolTip and self._values:
            place = event.pos()  # type: ignore[attr-defined]
            x = self.width() - place.x() if self.isRightToLeft() else place.x()
            at = min(int(x / self.width() * len(self._values)), len(self._values) - 1)
            QToolTip.showText(event.globalPos(), tooltip(self._tips[at]), self)  # type: ignore[attr-defined]
            return True
        return super().event(event)
