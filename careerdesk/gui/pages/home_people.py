"""The cards of Home that name people and dates, each row with what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from careerdesk.domain.learning import Certificate
from careerdesk.domain.network import Contact, FollowUp
from careerdesk.gui.pages import has_page, is_listed
from careerdesk.gui.pages.home_sentences import ROWS, people_sentence, waiting_sentence
from careerdesk.gui.text import ago, translate, until
from careerdesk.gui.widgets.card import Card
from careerdesk.gui.widgets.labels import LineLabel, label, pill
from careerdesk.gui.widgets.quiet_buttons import NameButton, PictureButton

if TYPE_CHECKING:
    import uuid
    from typing import Any

    from PySide6.QtWidgets import QLabel, QWidget

    from careerdesk.services.home import HomeSummary, QuietPerson, Waiting

_URGENT_DAYS: Final = 14


class _RowsCard(Card):
    """Rows with a name that opens its record, a mark, a note, and buttons.

    ``opened`` carries a kind of record and an id, ``log_asked`` the id of a contact, ``done`` a
    follow-up as Home shows it.
    """

    opened = Signal(object, object)
    log_asked = Signal(object)
    done = Signal(object)

    def _add_row(
        self, title: QWidget, mark: QLabel, note: str, buttons: tuple[QPushButton, ...]
    ) -> None:
        row, second = QVBoxLayout(), QHBoxLayout()
        self.body.addLayout(row)
        row.setSpacing(2)
        row.addWidget(title)
        row.addLayout(second)
        second.setSpacing(6)
        second.addWidget(mark)
        second.addWidget(LineLabel(note, "small"), 1)
        for button in buttons:
            second.addWidget(button)

    def _title(self, words: str, kind: type[Any], key: uuid.UUID) -> QWidget:
        if not is_listed(kind):
            return LineLabel(words, "strong")
        button = NameButton(words)
        button.clicked.connect(lambda: self.opened.emit(kind, key))
        return button

    def _log_button(self, name: str, key: uuid.UUID) -> QPushButton:
        button = QPushButton(translate("home", "Log"))
        button.setProperty("role", "row-word")
        words = translate("home", "Log a conversation with {name}").format(name=name)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self.log_asked.emit(key))
        return button


class PeopleCard(_RowsCard):
    """People quiet for longer than the user wants."""

    def __init__(self, parent: QWidget | None = None) -> None:
        way_on = translate("home", "Network") if has_page("network") else ""
        super().__init__(translate("home", "People to write to"), way_on, parent)

    def show_people(self, summary: HomeSummary, may_write: bool) -> None:
        """List the longest silent first."""
        self.clear()
        for person in summary.quiet[:ROWS]:
            buttons = (self._log_button(person.name, person.id),) if may_write else ()
            title = self._title(_called(person), Contact, person.id)
            self._add_row(title, _rhythm_mark(person), _rhythm(person), buttons)
        self.body.addWidget(label(people_sentence(summary), "second", wrap=True))


class ComingUpCard(_RowsCard):
    """Follow-ups and expiring certificates by their day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        way_on = translate("home", "Learning") if has_page("learning") else ""
        super().__init__(translate("home", "Coming up"), way_on, parent)

    def show_waiting(self, summary: HomeSummary, may_write: bool) -> None:
        """List the nearest first."""
        self.clear()
        for item in summary.waiting[:ROWS]:
            kind = Certificate if item.is_certificate else FollowUp
            title = self._title(item.title, kind, item.id)
            buttons = self._buttons(item) if may_write else ()
            self._add_row(title, _day_mark(item), _what(item), buttons)
        self.body.addWidget(label(waiting_sentence(summary), "second", wrap=True))

    def _buttons(self, item: Waiting) -> tuple[QPushButton, ...]:
        if item.is_certificate:
            return ()
        words = translate("home", "Done: {title}").format(title=item.title)
        done = PictureButton("check", words)
        done.clicked.connect(lambda: self.done.emit(item))
        if item.person_id is None:
            return (done,)
        return (self._log_button(item.person, item.person_id), done)


def _called(person: QuietPerson) -> str:
    if not person.organization:
        return person.name
    return translate("home", "{name}, {organization}").format(
        name=person.name, organization=person.organization
    )


def _rhythm_mark(person: QuietPerson) -> QLabel:
    # Twice the rhythm is more than late: the contact has gone quiet.
    if person.days_over is None or person.days_over >= person.cadence_days:
        return pill(translate("home", "Quiet"), "danger")
    return pill(translate("home", "Due"), "warning")


def _rhythm(person: QuietPerson) -> str:
    if person.silent_days is None:
        return translate("home", "never spoken · every %n day(s)", "", person.cadence_days)
    text = translate("home", "{ago} · every %n day(s)", "", person.cadence_days)
    return text.format(ago=ago(person.silent_days))


def _day_mark(item: Waiting) -> QLabel:
    tone = "danger" if item.days_left < 0 else "warning" if item.days_left <= _URGENT_DAYS else ""
    return pill(until(item.days_left), tone)


def _what(item: Waiting) -> str:
    if item.is_certificate:
        return translate("home", "certificate expires")
    if item.person:
        return translate("home", "with {person}").format(person=item.person)
    return translate("home", "follow-up")
