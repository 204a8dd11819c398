"""A calendar that floats where a day is asked for, and is gone when one has been picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from careerdesk.gui.theme import tokens

if TYPE_CHECKING:
    from datetime import date


class CalendarPopup(QFrame):
    """Shows one month until a day has been ``picked``, or something else is clicked."""

    picked = Signal(QDate)

    def __init__(self, parent: QWidget, first_weekday: int) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "overlay")
        self.calendar = QCalendarWidget()
        # Typed here, a date may end in a day that is none; the field beside it takes them all.
        self.calendar.setDateEditEnabled(False)
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
        self.calendar.clicked.connect(self._on_picked)
        self.calendar.activated.connect(self._on_picked)

    def show_below(self, widget: QWidget, day: date | None) -> None:
        """Float below a widget, beginning with a day, which is selected."""
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.move(widget.mapToGlobal(QPoint(0, widget.height())))
        self.show()
        self.calendar.setFocus()

    @Slot(QDate)
    def _on_picked(self, day: QDate) -> None:
        if self.isVisible():  # a double click picks twice
            self.close()
            self.picked.emit(day)
