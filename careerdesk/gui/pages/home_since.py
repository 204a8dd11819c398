"""The pill that says what has changed since a day, and lets another day be chosen."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from careerdesk.analysis.months import months_before
from careerdesk.analysis.study_time import week_start
from careerdesk.gui.settings import Since
from careerdesk.gui.text import known_date, no_mnemonic, to_translate, tooltip, translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WORDS: Final = {
    Since.WEEK: to_translate("home", "Since this week began"),
    Since.MONTH: to_translate("home", "Since 30 days ago"),
    Since.QUARTER: to_translate("home", "Since 3 months ago"),
    Since.START: to_translate("home", "Since the start"),
}
_DAYS: Final = 30
_MONTHS: Final = 3


def first_day(choice: Since | date, today: date, first_weekday: int) -> date:
    """Return the day from which changes are counted."""
    if isinstance(choice, date):
        return min(choice, today)
    if choice is Since.WEEK:
        return week_start(today, first_weekday)
    if choice is Since.MONTH:
        return today - timedelta(days=min(_DAYS, (today - date.min).days))
    return months_before(today, _MONTHS) if choice is Since.QUARTER else date.min


class SinceButton(QPushButton):
    """Shows a change; its menu offers days, and a calendar for any other.

    ``chosen`` carries a ``Since`` or a day.
    """

    chosen = Signal(object)

    def __init__(self, choice: Since | date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self._today = date.max
        self._first_weekday = 0
        self.setProperty("role", "chip")
        self.setProperty("menu", "true")
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self._actions: dict[Since | None, QAction] = {}
        for one in Since:
            self._actions[one] = self._menu.addAction(translate("home", _WORDS[one]))
        self._menu.addSeparator()
        self._actions[None] = self._menu.addAction(translate("home", "Since a day…"))
        for action in self._actions.values():
            action.setCheckable(True)
            self._group.addAction(action)
        self._group.triggered.connect(self._choose)
        self._menu.aboutToShow.connect(self._mark)
        self.setMenu(self._menu)

    def show_change(self, words: str, spoken: str, today: date, first_weekday: int) -> None:
        """Say what has changed; ``spoken`` says it in full."""
        self._today, self._first_weekday = today, first_weekday
        self.setText(no_mnemonic(words))
        self.setAccessibleName(spoken)
        self.setToolTip(tooltip(spoken))

    @Slot()
    def _mark(self) -> None:
        """Mark what is chosen, and say which day that is if it was picked."""
        is_day = isinstance(self._choice, date)
        words = translate("home", "Since a day…")
        if isinstance(self._choice, date):
            words = translate("home", "Since {day}…").format(day=known_date(self._choice))
        self._actions[None].setText(words)
        chosen = None if is_day else self._choice
        self._actions[chosen].setChecked(True)  # type: ignore[index]

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        choice = next(one for one, known in self._actions.items() if known is action)
        if choice is None:
            self._pick()
        else:
            self._take(choice)

    def _pick(self) -> None:
        from careerdesk.gui.widgets.calendar_popup import CalendarPopup

        popup = CalendarPopup(self, self._first_weekday)
        last = QDate(self._today.year, self._today.month, self._today.day)
        popup.calendar.setMaximumDate(last)
        popup.picked.connect(self._on_picked)
        popup.show_below(self, self._choice if isinstance(self._choice, date) else self._today)

    @Slot(QDate)
    def _on_picked(self, day: QDate) -> None:
        self._take(date(day.year(), day.month(), day.day()))

    def _take(self, choice: Since | date) -> None:
        self._choice = choice
        self.chosen.emit(choice)
