"""The year as a grid: one column a week, one cell a day, darker where more was done."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from careerdesk.gui.direction import placed
from careerdesk.gui.style_sheet import scaled
from careerdesk.gui.text import hours, long_day, month_name, tooltip
from careerdesk.gui.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtGui import QPaintEvent, QResizeEvent

# Minutes from which a day is drawn one step darker; the same steps every year, so that
# two years can be compared.
STEPS: Final = (1, 30, 60, 120)
_STRENGTH: Final = (0.38, 0.58, 0.78, 1.0)
_CELL: Final = 0.8  # of the distance from one cell to the next
_LARGEST_CELL: Final = 1.5  # that distance, of a line of text


class Heatmap(QWidget):
    """Draws the days from ``first`` to ``last``; a tooltip names the day and its time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes: Mapping[date, int] = {}
        self._first: date | None = None
        self._last: date | None = None
        self._today: date | None = None
        self._first_weekday = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def show_days(
        self,
        minutes: Mapping[date, int],
        *,
        first: date,
        last: date,
        today: date,
        first_weekday: int,
        description: str,
    ) -> None:
        """Show the minutes of each day; days after ``today`` are drawn as outlines."""
        self._minutes, self._first, self._last, self._today = minutes, first, last, today
        self._first_weekday = first_weekday
        self._fit()
        self.setAccessibleDescription(description)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cells square: the height follows the width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text in it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return the smallest width whose cells can be told apart."""
        return QSize(300, 60)

    def day_at(self, place: QPoint) -> date | None:
        """Return the day under a point."""
        if self._first is None or self._last is None:
            return None
        pitch = self._pitch(self.width())
        x = self.width() - place.x() if self.isRightToLeft() else place.x()
        column, row = int(x // pitch), int((place.y() - self._head()) // pitch)
        if column < 0 or not 0 <= row <= 6 or place.y() < self._head():
            return None
        day = self._origin(self._first) + timedelta(days=7 * column + row)
        return day if self._first <= day <= self._last else None

    def day_text(self, day: date) -> str:
        """Return what the tooltip says about a day."""
        minutes = self._minutes.get(day, 0)
        words = self.tr("{day}: {hours}") if minutes else self.tr("{day}: nothing logged")
        return words.format(day=long_day(day), hours=hours(minutes))

    def event(self, event: QEvent) -> bool:
        """Name the day under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self.day_at(event.pos())
            if day is not None:
                QToolTip.showText(event.globalPos(), tooltip(self.day_text(day)), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the names of the months and the days."""
        del event
        if self._first is None or self._last is None or self._today is None:
            return
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled(self.font(), "small"))
        pitch, head, origin = self._pitch(self.width()), self._head(), self._origin(self._first)
        size, radius = pitch * _CELL, pitch * 0.18
        inks = [_blend(colours.track, colours.accent, part) for part in _STRENGTH]
        outline = QPen(QColor(colours.track), 1)
        day, named_until = self._first, -1.0
        while day <= self._last:
            column, row = divmod((day - origin).days, 7)
            left = column * pitch
            cell = self._placed(QRectF(left, head + row * pitch, size, size))
            if day.day == 1 and left > named_until:
                painter.setPen(QColor(colours.ink_3))
                name = month_name(day.month, is_short=True)
                width = painter.fontMetrics().horizontalAdvance(name)
                # The first of a month falls into a column that may begin in the month before.
                left = left if row == 0 else left + pitch
                if left + width <= self.width():
                    painter.drawText(self._placed(QRectF(left, 0, width + 2, head)), 0, name)
                    named_until = left + width + 4
            minutes = self._minutes.get(day, 0)
            if day > self._today:
                painter.setPen(outline)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                step = sum(minutes >= least for least in STEPS)
                painter.setBrush(inks[step - 1] if step else QColor(colours.track))
                painter.drawRoundedRect(cell, radius, radius)
            if day == self._today:
                painter.setPen(QPen(QColor(colours.ink), 1.4))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(cell.adjusted(0.7, 0.7, -0.7, -0.7), radius, radius)
            day += timedelta(days=1)
        self._draw_legend(painter, head + 7 * pitch + 4, inks)

    def _draw_legend(self, painter: QPainter, top: float, inks: list[QColor]) -> None:
        colours = tokens()
        metrics = painter.fontMetrics()
        cell = metrics.height() * 0.75
        left = 0.0
        for least, ink in zip((0, *STEPS), (QColor(colours.track), *inks), strict=True):
            words = self._step_words(least)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            middle = top + (metrics.height() - cell) / 2
            square = self._placed(QRectF(left, middle, cell, cell))
            painter.drawRoundedRect(square, cell * 0.2, cell * 0.2)
            painter.setPen(QColor(colours.ink_3))
            left += cell + 5
            width = metrics.horizontalAdvance(words)
            room = self._placed(QRectF(left, top, width + 2, metrics.height()))
            painter.drawText(room, Qt.TextFlag.TextDontClip, words)
            left += width + 14

    def _step_words(self, least: int) -> str:
        if least == 0:
            return self.tr("nothing")
        if least == STEPS[0]:
            return self.tr("less")
        return self.tr("from {hours}").format(hours=hours(least))

    def _placed(self, area: QRectF) -> QRectF:
        return placed(area, QRectF(self.rect()), self.layoutDirection())

    def _fit(self) -> None:
        # The names of the months, seven days, and the legend.
        self.setFixedHeight(round(2 * self._head() + 7 * self._pitch(self.width())) + 6)

    def _head(self) -> float:
        return self.fontMetrics().height() * 1.15

    def _pitch(self, width: int) -> float:
        # The last column has no gap after it.
        return min(
            width / (self._columns() - 1 + _CELL), self.fontMetrics().height() * _LARGEST_CELL
        )

    def _columns(self) -> int:
        """Count the weeks touched: 53 in most years, 54 at most."""
        if self._first is None or self._last is None:
            return 53
        return (self._last - self._origin(self._first)).days // 7 + 1

    def _origin(self, first: date) -> date:
        return first - timedelta(days=(first.weekday() - self._first_weekday) % 7)


def _blend(ground: str, ink: str, part: float) -> QColor:
    below, above = QColor(ground), QColor(ink)
    return QColor(
        *(
            round(low + (high - low) * part)
            for low, high in zip(below.getRgb()[:3], above.getRgb()[:3], strict=True)  # type: ignore[index]
        )
    )
