"""Fields for days and for dates known in part, typed in any usual form or picked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QLocale, Qt, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.typed import parse_date, parse_day
from careerdesk.gui.fields.text_fields import TextField
from careerdesk.gui.text import known_date, long_day, tooltip
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.calendar_popup import CalendarPopup

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QEvent

    from careerdesk.gui.context import GuiContext


class PartialDateField(TextField):
    """A date as far as it is known: "2024", "Mar 2024", "15 Mar 2024", "today", "+2w"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today: date | None = None
        self._first_weekday = 0
        self.line.setPlaceholderText(self.tr("Mar 2024"))
        ways = self.tr("As far as you know it: 2024, Mar 2024, 15 Mar 2024, today, +2w")
        self.line.setToolTip(tooltip(ways))
        self._button = QPushButton()
        self._button.setProperty("role", "bare")
        self._button.setAccessibleName(self.tr("Pick a day"))
        self._button.setToolTip(self.tr("Pick a day"))
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt+Down does the same
        self._button.clicked.connect(self._pick)
        self._row.addWidget(self._button)
        self.line.textEdited.connect(self._show_understood)
        self._tint()

    def prepare(self, context: GuiContext, record: Any) -> None:
        """Learn what today is, and with which day a week begins."""
        del record
        self._today = context.today()
        self._first_weekday = context.shelf.preferences().first_weekday

    def value(self) -> Any:
        """Return the date as far as it is known."""
        assert self._today is not None, "a date field is prepared before it is read"
        return parse_date(self.name, self.line.text(), self._today, order=figure_order())

    def shown(self, value: Any) -> str:
        """Write the date as far as it is known."""
        return known_date(value)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == event.Type.PaletteChange:
            self._tint()

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the date be read only."""
        super().set_read_only(is_read_only)
        self._button.setEnabled(not is_read_only)

    @Slot()
    def _show_understood(self) -> None:
        """Say which date is understood where it is not written out."""
        words = ""
        try:
            value = self.value()
        except InvalidValueError:
            value = None
        if value is not None and known_date(value) != self.line.text().strip():
            whole = isinstance(value, PartialDate) and value.day is None
            words = known_date(value) if whole else long_day(_first(value))
        self._say(words)

    @Slot()
    def _pick(self) -> None:
        popup = CalendarPopup(self, self._first_weekday)
        try:
            value = self.value()
        except InvalidValueError:
            value = None
        popup.picked.connect(self._on_picked)
        popup.show_below(self.line, _first(value) if value is not None else self._today)

    @Slot(QDate)
    def _on_picked(self, day: QDate) -> None:
        self.line.setText(known_date(PartialDate(day.toString(Qt.DateFormat.ISODate))))
        self.edited.emit()
        self._on_left()

    def _tint(self) -> None:
        from careerdesk.gui.icons import icon

        self._button.setIcon(icon("calendar", tokens().ink_2))


class NeededDateField(PartialDateField):
    """A date as far as it is known that may not be left out."""

    def value(self) -> Any:
        """Return the date as far as it is known."""
        found = super().value()
        if found is None:
            raise InvalidValueError(self.name, "must not be empty")
        return found


class DayField(PartialDateField):
    """A date of which the day is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line.setPlaceholderText(self.tr("15 Mar 2024"))

    def value(self) -> Any:
        """Return the day."""
        assert self._today is not None, "a date field is prepared before it is read"
        return parse_day(self.name, self.line.text(), self._today, order=figure_order())


class NeededDayField(DayField):
    """A day that may not be left out."""

    def value(self) -> Any:
        """Return the day."""
        found = super().value()
        if found is None:
            raise InvalidValueError(self.name, "must not be empty")
        return found


def figure_order() -> str:
    """Return the order of day, month and year in figures: "dmy", "mdy" or "ymd"."""
    pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat).lower()
    places = {letter: pattern.find(letter) for letter in "dmy"}
    order = "".join(sorted(places, key=lambda letter: places[letter]))
    return order if order in ("dmy", "mdy", "ymd") else "dmy"


def _first(value: Any) -> date:
    day: date = value.first_day() if isinstance(value, PartialDate) else value
    return day
