"""What each kind of action asks for: a resource, a practice, or somebody and a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.actions import Action
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.folding import fold
from careerdesk.domain.learning import LearningItem, LearningStatus
from careerdesk.domain.network import Contact, ContactId
from careerdesk.domain.quick_log import NotUnderstoodError
from careerdesk.gui.development.choices import Choices
from careerdesk.gui.development.words import person_words, resource_words
from careerdesk.gui.fields.choice_fields import ReferenceField
from careerdesk.gui.fields.people_field import KnownContact
from careerdesk.gui.fields.text_fields import DurationField, TextField
from careerdesk.gui.listings.people import offer_people
from careerdesk.gui.text import translate
from careerdesk.gui.widgets.labels import label
from careerdesk.services import actions
from careerdesk.services.named import find_named, refuse_mistyped, unquoted
from careerdesk.services.resources import ResourceOffer, resource_offers
from careerdesk.services.talks import TalkIndex

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from careerdesk.domain.skills import Level, Skill
    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.fields.field import Field

_MOST_PEOPLE: Final = 8
_OPEN: Final = (LearningStatus.PLANNED, LearningStatus.ACTIVE)


class LearnPage(QWidget):
    """What the catalogue has, and what is on the desk already."""

    def __init__(
        self, context: GuiContext, skill: Skill, now: Level | None, needed: Level | None
    ) -> None:
        super().__init__()
        self._context = context
        self._skill = skill
        self._heading = label("", "second", wrap=True)
        self.list = Choices(self.tr("What to learn from"))
        self.own = ReferenceField()
        items = context.shelf.all(LearningItem)
        found = context.shelf.grouped(Action, "skill_id").get(skill.id, [])
        self._planned = {one.learning_item_id for one in found if one.done_on is None}
        self.own.offer(
            self.tr("course or book"),
            [(one.id, one.title) for one in items if one.status in _OPEN],
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._heading)
        column.addWidget(self.list)
        words = self.tr("Or something you learn from already")
        column.addWidget(labelled(words, self.own))
        column.addStretch()
        self._fill(resource_offers(skill, items, now=now, needed=needed))

    def offer(self) -> ResourceOffer | None:
        """Return the resource chosen; None if something of one's own is named."""
        found: ResourceOffer | None = None if self.own.text().strip() else self.list.chosen()
        return found

    def store(self, due: date | None, aimed: Level | None) -> Action:
        """Store the action.

        Raises:
            InvalidValueError: nothing is chosen.
        """
        try:
            key = self.own.value()
        except InvalidValueError as error:
            raise refused(self.own, error) from None
        desk, offer = self._context.desk, self.offer()
        if key is not None:
            item = desk.get(LearningItem, key)
            if key in self._planned:
                reason = self.tr("is planned for this skill already; choose another")
                raise refused(self.own, InvalidValueError(self.own.name, reason))
            return actions.add_item_action(desk, self._skill, item, aimed=aimed, due=due)
        if offer is None:
            raise InvalidValueError("action", "needs something to learn from; choose one")
        if self._is_planned(offer):
            raise InvalidValueError("action", self.tr("is planned already; choose another one"))
        return actions.add_resource_action(desk, self._skill, offer.resource, aimed=aimed, due=due)

    def _fill(self, offers: Sequence[ResourceOffer]) -> None:
        for offer in offers:
            words = resource_words(offer)
            if self._is_planned(offer):
                words = self.tr("{details} · an action already").format(details=words)
            if not offer.is_suited:
                words = self.tr("{details} · begins above your level or the one needed").format(
                    details=words
                )
            self.list.offer(offer, offer.resource.name, words)
        self.list.setVisible(bool(offers))
        self.setFocusProxy(self.list if offers else self.own)
        if offers:
            free = (at for at, offer in enumerate(offers) if not self._is_planned(offer))
            self.list.setCurrentRow(next(free, 0))
            words = self.tr("From the catalogue, the shortest first. Hours are mostly estimates.")
        else:
            words = self.tr("The catalogue has nothing further for this skill.")
        self._heading.setText(words)

    def _is_planned(self, offer: ResourceOffer) -> bool:
        return offer.item is not None and offer.item.id in self._planned


class PractisePage(QWidget):
    """Something one does oneself."""

    def __init__(self, context: GuiContext) -> None:
        super().__init__()
        self._context = context
        self.title = TextField()
        self.title.line.setPlaceholderText(self.tr("Two interviews with people who use it"))
        self.time = DurationField()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(self.tr("What you do shows more than what you read."), "second"))
        column.addWidget(labelled(self.tr("What you will do"), self.title))
        column.addWidget(labelled(self.tr("Planned time"), self.time))
        column.addStretch()
        self.setFocusProxy(self.title)

    def store(self, skill: Skill, due: date | None, aimed: Level | None) -> Action:
        """Store the action.

        Raises:
            InvalidValueError: it has no name, or the time cannot be read.
        """
        title = _told(self.title)
        try:
            minutes = self.time.value()
        except InvalidValueError as error:
            raise refused(self.time, error) from None
        return actions.add_practice_action(
            self._context.desk,
            skill,
            title,
            planned_minutes=minutes,
            aimed=aimed,
            due=due,
        )


class AskPage(QWidget):
    """Somebody who may know, and what to ask them."""

    def __init__(self, context: GuiContext, skill: Skill) -> None:
        super().__init__()
        self._context = context
        self._skill = skill
        self.list = Choices(self.tr("Whom to ask"))
        self.other = ReferenceField()
        offer_people(context, self.other, None)
        self.title = TextField()
        self._shown = ""
        people = self._people()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        words = (
            self.tr("People of this field first, then those you spoke with last.")
            if people
            else self.tr("Nobody is on the desk yet. Whoever you name here is added to it.")
        )
        column.addWidget(label(words, "second", wrap=True))
        column.addWidget(self.list)
        column.addWidget(
            labelled(self.tr("Or somebody else") if people else self.tr("Whom to ask"), self.other)
        )
        column.addWidget(labelled(self.tr("What you will do"), self.title))
        column.addStretch()
        for offer in people:
            self.list.offer(offer.contact, offer.contact.name, person_words(offer))
        self.list.setVisible(bool(people))
        self.setFocusProxy(self.list if people else self.other)
        self.list.currentItemChanged.connect(self._name)
        self.other.edited.connect(self._name)
        self.list.setCurrentRow(0)

    def store(self, due: date, aimed: Level | None) -> Action:
        """Store the action with its follow-up.

        Raises:
            InvalidValueError: nobody is chosen, or it has no name.
        """
        person = self._person()
        if person is None:
            if self.list.count():
                raise InvalidValueError("action", "needs somebody to ask; choose a person")
            error = InvalidValueError("action", self.tr("needs somebody to ask; write a name"))
            raise refused(self.other, error, str(error))
        return actions.add_person_action(
            self._context.desk, self._skill, person, _told(self.title), due, aimed=aimed
        )

    def _people(self) -> list[actions.PersonOffer]:
        shelf, today = self._context.shelf, self._context.today()
        contacts = shelf.all(Contact)
        days = shelf.kept(TalkIndex).last_days(today)
        last = {one.id: days[str(one.id)] for one in contacts if str(one.id) in days}
        return actions.people_to_ask(self._skill, contacts, last)[:_MOST_PEOPLE]

    def _person(self) -> Contact | None:
        if not self.other.text().strip():
            chosen: Contact | None = self.list.chosen()
            return chosen
        try:
            key = self.other.value()
        except InvalidValueError as error:
            return self._new_person(error)
        return self._context.shelf.find(Contact, ContactId(key))

    def _new_person(self, error: InvalidValueError) -> Contact:
        """Return somebody who is not on the desk yet, unless the name may mean one who is."""
        typed = self.other.text().strip()
        known = [KnownContact(one) for one in self._context.shelf.all(Contact)]
        if any(fold(typed) in one.folded for one in known):
            raise refused(self.other, error)
        try:
            named = find_named(typed, known)
            if named is None:
                refuse_mistyped(typed, known)
        except NotUnderstoodError as doubt:
            raise refused(self.other, error, str(doubt)) from None
        return named.contact if named is not None else Contact.new(unquoted(typed))

    @Slot()
    def _name(self) -> None:
        """Name what is to be done after the person, unless it has been named otherwise."""
        if self.title.text() != self._shown:
            return
        try:
            person = self._person()
        except InvalidValueError:
            self.other.show_error("")  # a name being typed is judged when all is there
            return
        self.other.show_error("")
        if person is not None:
            self._shown = self.tr("Ask {person} about {skill}").format(
                person=person.name, skill=self._skill.name
            )
            self.title.show_value(self._shown)


class SaidError(InvalidValueError):
    """What is wrong stands beside its field already."""


def refused(field: Field, error: InvalidValueError, words: str = "") -> SaidError:
    """Say beside a field what is wrong, put the cursor there, and return the error to raise."""
    if words:
        field.show_error(words)
    else:
        field.refuse(error)
    field.setFocus()
    return SaidError(error.field, error.reason)


def _told(title: TextField) -> str:
    """Return what will be done."""
    text: str = title.value()
    if not text.strip():
        reason = translate("development", "must not be empty")
        raise refused(title, InvalidValueError(title.name, reason))
    title.show_error("")
    return text


def labelled(words: str, field: Field) -> QWidget:
    """Return a field under its label."""
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    name = label(words, "label")
    name.setBuddy(field)
    field.set_called(words)
    column.addWidget(name)
    column.addWidget(field)
    return place
