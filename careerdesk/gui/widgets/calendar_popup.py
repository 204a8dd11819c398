"""A calendar that floats where a day is asked for, and is gone when one has been picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from careerdesk.gui.theme import tokens

if TYPE_CHECKING:
    from datetime import date


class CalendarPopup(QFrame):
    """Shows one month; whoever opens it hears of a day through ``calendar``."""

    def __init__(self, parent: QWidget, first_weekday: int) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "overlay")
        self.calendar = QCalendarWidget()
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek(first_weekday + 1))
        no_numbers = QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        self.calendar.setVerticalHeaderFormat(no_numbers)
        weekend, head = QTextCharFormat(), QTextCharFormat()
        weekend.setForeground(QColor(tokens().ink))  # Qt's red is no colour of the palette
        head.setForeground(QColor(tokens().ink_3))
        self.calendar.setHeaderTextFormat(head)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, weekend)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.calendar)

    def show_from(self, day: date | None) -> None:
        """Begin with a day, which is selected."""
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
