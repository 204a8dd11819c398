"""Bars drawn from the palette: one amount against a goal, and one bar a week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from careerdesk.gui.direction import placed
from careerdesk.gui.text import tooltip
from careerdesk.gui.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPaintEvent


class AmountBar(QWidget):
    """A solid part of a track; what it says stands in words beside it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = 0.0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: float, description: str) -> None:
        """Fill this part of the track, 0 to 1; more than all of it is drawn as all."""
        self._part = min(max(part, 0.0), 1.0)
        self.setAccessibleDescription(description)
        self.update()

    def sizeHint(self) -> QSize:
        """Return about half the height of a line of text."""
        return QSize(120, max(6, round(self.fontMetrics().height() * 0.45)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track and part."""
        del event
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        full = QRectF(self.rect())
        radius = full.height() / 2
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(full, radius, radius)
        if self._part > 0:
            width = max(full.width() * self._part, full.height())
            painter.setBrush(QColor(colours.accent))
            part = placed(QRectF(0, 0, width, full.height()), full, self.layoutDirection())
            painter.drawRoundedRect(part, radius, radius)


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
