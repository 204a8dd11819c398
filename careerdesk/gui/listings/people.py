"""People: whom the user knows, when they last spoke, and with whom it is time to speak again."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from careerdesk._generated.forms.ui_contact_form import Ui_ContactForm
from careerdesk.analysis.follow_ups import days_over
from careerdesk.domain.attachments import Attachment
from careerdesk.domain.folding import fold
from careerdesk.domain.network import (
    FUNCTIONS,
    Contact,
    ContactId,
    Conversation,
    FollowUp,
    Participant,
)
from careerdesk.domain.records import TABLE_OF
from careerdesk.gui.listings import new_words
from careerdesk.gui.place_commands import LOG_CONVERSATION
from careerdesk.gui.records.attachments_panel import AttachmentsPanel
from careerdesk.gui.records.columns import Column, Row
from careerdesk.gui.records.listing import FieldSpec, Listing, QuickFilter
from careerdesk.gui.records.panel import Panel, RelatedPanel
from careerdesk.gui.text import known_date, translate, until
from careerdesk.gui.words import choice_words, function_words
from careerdesk.services import records
from careerdesk.services.talks import TalkIndex

if TYPE_CHECKING:
    import uuid
    from datetime import date

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext


class _Extra(NamedTuple):
    last: date | None  # day of the latest conversation
    over: int | None  # days since somebody is due, negative before; None without a rhythm
    is_never: bool  # due, and never spoken to
    open: int  # follow-ups


def _standing(row: Row) -> str:
    """Say when it is time to speak again; nothing where there is no rhythm."""
    extra: _Extra = row.extra
    if extra.is_never:
        return translate("people", "Due")
    if extra.over is None:
        return ""
    if extra.over >= row.record.cadence_days:
        return translate("people", "Quiet")
    return translate("people", "Due") if extra.over >= 0 else until(-extra.over)


def _tone(row: Row) -> str:
    extra: _Extra = row.extra
    if extra.over is not None and extra.over >= row.record.cadence_days:
        return "danger"
    return "warning" if _is_due(row) else ""


def _is_due(row: Row) -> bool:
    extra: _Extra = row.extra
    return extra.is_never or (extra.over is not None and extra.over >= 0)


def _urgency(row: Row) -> int | None:
    extra: _Extra = row.extra
    if extra.is_never:
        return 1_000_000
    return extra.over


@cache
def _folded_function(name: str) -> str | None:
    return fold(function_words(name)) or None


_COLUMNS: Final = (
    Column(
        key="name",
        title=lambda: translate("people", "Name"),
        text=lambda row: row.record.name,
        width=22,
    ),
    Column(
        key="organization",
        title=lambda: translate("people", "Organisation"),
        text=lambda row: row.record.organization,
        width=20,
    ),
    Column(
        key="title",
        title=lambda: translate("people", "Title"),
        text=lambda row: row.record.title,
        width=18,
        is_shown=False,
    ),
    Column(
        key="function",
        title=lambda: translate("people", "Function"),
        text=lambda row: function_words(row.record.function),
        sort=lambda row: _folded_function(row.record.function),
        width=11,
    ),
    Column(
        key="last",
        title=lambda: translate("people", "Last spoke"),
        text=lambda row: known_date(row.extra.last),
        sort=lambda row: row.extra.last,
        width=11,
    ),
    Column(
        key="due",
        title=lambda: translate("people", "Speak again"),
        text=_standing,
        sort=_urgency,
        tone=_tone,
        width=11,
    ),
    Column(
        key="open",
        title=lambda: translate("people", "Follow-ups"),
        text=lambda row: str(row.extra.open) if row.extra.open else "",
        sort=lambda row: row.extra.open or None,
        is_number=True,
        width=9,
        is_shown=False,
    ),
    Column(
        key="met",
        title=lambda: translate("people", "Met"),
        text=lambda row: known_date(row.record.met),
        sort=lambda row: row.record.met,
        width=11,
        is_shown=False,
    ),
    Column(
        key="email",
        title=lambda: translate("people", "E-mail"),
        text=lambda row: row.record.email,
        width=24,
        is_shown=False,
    ),
    Column(
        key="phone",
        title=lambda: translate("people", "Phone"),
        text=lambda row: row.record.phone,
        width=16,
        is_shown=False,
    ),
)


class People(Listing):
    """Contacts; 20,000 of them, with 50,000 conversations, must not make anybody wait."""

    kind = Contact
    icon = "users"
    reads = (Conversation, Participant, FollowUp)
    beside = (Attachment,)
    order = "name"
    columns = _COLUMNS

    def __init__(self, context: GuiContext) -> None:
        super().__init__(context)
        self._counts: dict[Any, int] = {}
        self._today = context.today()
        self._talk_index = context.shelf.kept(TalkIndex)
        self.fields = (
            FieldSpec(name="name"),
            FieldSpec(name="organization", is_kept=True, is_for_many=True),
            FieldSpec(name="title"),
            FieldSpec(name="function", offer=self._offer_functions, is_kept=True, is_for_many=True),
            FieldSpec(
                name="cadence_days",
                offer=lambda _context, field, _record: field.show_unit(translate("people", "days")),
                is_for_many=True,
            ),
            FieldSpec(name="met", is_for_many=True, is_kept=True),
            FieldSpec(name="introduced_by", offer=offer_people),
            FieldSpec(name="how_met", is_kept=True),
            FieldSpec(name="email"),
            FieldSpec(name="phone"),
            FieldSpec(name="url"),
            FieldSpec(name="is_private", is_kept=True, is_for_many=True),
            FieldSpec(name="note"),
        )

    def counted(self, count: int) -> str:
        """Return a number of people."""
        return translate("people", "%n person(s)", "", count)

    def empty_words(self) -> tuple[str, str]:
        """Teach the first step."""
        return (
            translate("people", "Nobody here yet"),
            translate(
                "people",
                "Add somebody you would like to learn from, or bring your connections in from a "
                "LinkedIn export with Import in the File menu.",
            ),
        )

    def form(self) -> Any:
        """Return the form."""
        return Ui_ContactForm()

    def row(self, record: Contact) -> Row:
        """Return a person with the day of the latest conversation and when the next is due."""
        last = self._talk_index.last(record.id, self._today)
        return self._row(record, last, self._open_follow_ups().get(record.id, 0))

    def _row(self, record: Contact, last: date | None, follow_ups: int) -> Row:
        over, is_never = None, False
        if record.cadence_days is not None:
            over = days_over(record.cadence_days, last, record.met, today=self._today)
            is_never = over is None
        return Row(record, _Extra(last, over, is_never, follow_ups))

    def affected(self, touched: Touched) -> frozenset[uuid.UUID] | None:
        """Return the people a change concerns, also by a conversation or a follow-up."""
        own = touched.ids_of(TABLE_OF[Contact])
        talked = self._talk_index.contacts_of(touched)
        if own is None or talked is None:
            return None
        if touched.concerns(frozenset({"follow_up"})):
            before, self._counts = self._counts, dict(self._open_follow_ups())
            either = before.keys() | self._counts.keys()
            talked |= {key for key in either if before.get(key) != self._counts.get(key)}
        return own | talked

    def rows(self) -> list[Row]:
        """Return everybody."""
        self._counts = dict(self._open_follow_ups())
        self._today = self.context.today()
        last, counts = self._talk_index.last_days(self._today), self._counts
        return [
            self._row(one, last.get(str(key)), counts.get(key, 0) if counts else 0)
            for key, one in self.context.shelf.by_id(Contact).items()
        ]

    def haystack(self, row: Row) -> str:
        """Return what a person is found by; quicker than by the words of every column."""
        one: Contact = row.record
        function = function_words(one.function) if one.function else ""
        texts = (one.name, one.organization, one.title, function, one.email, one.phone)
        return fold(" ".join((*texts, one.how_met, one.url, one.note)))

    def filters(self) -> tuple[QuickFilter, ...]:
        """Offer who is due, and who has never been spoken to."""
        return (
            QuickFilter(key="due", title=translate("people", "Due"), passes=_is_due),
            QuickFilter(
                key="never",
                title=translate("people", "Never spoken"),
                passes=lambda row: row.extra.last is None,
            ),
        )

    def create(self, values: dict[str, Any]) -> Contact:
        """Store a new person."""
        contact = Contact(id=Contact.new("new").id, **values)
        records.add(self.context.desk, contact)
        return contact

    def panels(self) -> list[Panel]:
        """Show conversations, promises, and whom this person introduced."""
        shelf, navigator = self.context.shelf, self.context.navigator
        return [
            RelatedPanel(
                self.context,
                translate("people", "Conversations"),
                find=self._talks,
                words=lambda one: (known_date(one.on), choice_words(one.kind)),
                empty=translate("people", "None yet."),
                button=LOG_CONVERSATION.title,
                add=lambda person: navigator.ask_log(f"coffee with {person.name} 30 min"),
            ),
            RelatedPanel(
                self.context,
                translate("people", "Follow-ups"),
                find=lambda person: sorted(
                    shelf.grouped(FollowUp, "contact_id").get(person.id, ()),
                    key=lambda one: (one.done_on is not None, one.due),
                ),
                words=_follow_up_words,
                button=new_words("follow_up"),
                add=lambda person: navigator.ask_new(FollowUp, contact_id=person.id),
            ),
            RelatedPanel(
                self.context,
                translate("people", "Introduced you to"),
                find=lambda person: self._introduced().get(person.id, []),
                words=lambda one: (one.name, one.organization),
            ),
            AttachmentsPanel(self.context),
        ]

    def _talks(self, person: Contact) -> list[Conversation]:
        # One by one through the desk: all 50,000 are not needed for a few lines.
        keys = self._talk_index.talks(person.id)
        return [
            one for key in keys if (one := self.context.desk.find(Conversation, id=key)) is not None
        ]

    def _introduced(self) -> dict[Any, list[Contact]]:
        def find() -> dict[Any, list[Contact]]:
            found: dict[Any, list[Contact]] = {}
            everybody = self.context.shelf.by_id(Contact).values()
            for one in [one for one in everybody if one.introduced_by is not None]:
                found.setdefault(one.introduced_by, []).append(one)
            return found

        return self.context.shelf.derived("introduced", [Contact], find)

    def _open_follow_ups(self) -> dict[Any, int]:
        def count() -> dict[Any, int]:
            found: dict[Any, int] = {}
            for one in self.context.shelf.by_id(FollowUp).values():
                if one.done_on is None and one.contact_id is not None:
                    found[one.contact_id] = found.get(one.contact_id, 0) + 1
            return found

        return self.context.shelf.derived("open follow-ups", [FollowUp], count)

    def _offer_functions(self, context: GuiContext, field: Any, _record: Any) -> None:
        def known() -> list[str]:
            return sorted({one.function for one in context.shelf.by_id(Contact).values()})

        own = context.shelf.derived("functions", [Contact], known)
        names = [*FUNCTIONS, *(name for name in own if name and name not in FUNCTIONS)]
        field.offer([("", ""), *((name, function_words(name)) for name in names)])


def offer_people(context: GuiContext, field: Any, _record: Any) -> None:
    """Let a field name a person; the names are listed when somebody types in it."""
    people = context.shelf.by_id(Contact)

    def words(key: uuid.UUID) -> str:
        one = people.get(ContactId(key))
        return one.name if one else ""

    def everybody() -> list[tuple[Any, str, str]]:
        return [(one.id, one.name, one.organization) for one in people.values()]

    field.offer_many(translate("people", "person"), everybody, words)


def _follow_up_words(one: FollowUp) -> tuple[str, str]:
    if one.done_on is not None:
        return one.title, translate("people", "done")
    return one.title, known_date(one.due)
