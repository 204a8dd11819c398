"""Conversations: with whom, when, how long, and what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from careerdesk._generated.forms.ui_conversation_form import Ui_ConversationForm
from careerdesk.domain.attachments import Attachment
from careerdesk.domain.folding import fold
from careerdesk.domain.network import (
    Contact,
    ContactId,
    Conversation,
    ConversationKind,
    FollowUp,
    Participant,
)
from careerdesk.domain.records import TABLE_OF
from careerdesk.gui.fields.people_field import split_people
from careerdesk.gui.listings import new_words
from careerdesk.gui.records.attachments_panel import AttachmentsPanel
from careerdesk.gui.records.columns import Column, Row
from careerdesk.gui.records.listing import FieldSpec, Listing, QuickFilter
from careerdesk.gui.records.panel import Panel, RelatedPanel
from careerdesk.gui.text import exact_time, known_date, translate
from careerdesk.gui.words import choice_words
from careerdesk.services import network
from careerdesk.services.talks import TalkIndex

if TYPE_CHECKING:
    import uuid

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext

_COLUMNS: Final = (
    Column(
        key="on",
        title=lambda: translate("conversations", "Day"),
        text=lambda row: known_date(row.record.on),
        sort=lambda row: row.record.on,
        width=11,
    ),
    Column(
        key="people",
        title=lambda: translate("conversations", "With"),
        text=lambda row: row.extra,
        width=26,
    ),
    Column(
        key="kind",
        title=lambda: translate("conversations", "Kind"),
        text=lambda row: choice_words(row.record.kind),
        width=12,
    ),
    Column(
        key="minutes",
        title=lambda: translate("conversations", "Time"),
        text=lambda row: "" if row.record.minutes is None else exact_time(row.record.minutes),
        sort=lambda row: row.record.minutes,
        is_number=True,
        width=11,
    ),
    Column(
        key="note",
        title=lambda: translate("conversations", "Note"),
        text=lambda row: row.record.note.partition("\n")[0],
        width=34,
    ),
)


class Conversations(Listing):
    """Conversations, the latest first."""

    kind = Conversation
    icon = "messages-square"
    reads = (Participant, Contact)
    beside = (Attachment,)
    order = "-on"
    columns = _COLUMNS

    def __init__(self, context: GuiContext) -> None:
        super().__init__(context)
        self.fields = (
            FieldSpec(name="on", is_kept=True, is_for_many=True),
            FieldSpec(name="kind", offer=_offer_kinds, is_kept=True, is_for_many=True),
            FieldSpec(
                name="people",
                load=lambda _context, record: self._people(record),
                save=self._store_people,
            ),
            FieldSpec(name="minutes", is_for_many=True),
            FieldSpec(name="is_private", is_kept=True, is_for_many=True),
            FieldSpec(name="note"),
        )

    def counted(self, count: int) -> str:
        """Return a number of conversations."""
        return translate("conversations", "%n conversation(s)", "", count)

    def empty_words(self) -> tuple[str, str]:
        """Teach the first step."""
        return (
            translate("conversations", "No conversations yet"),
            translate(
                "conversations",
                "Log the first with Ctrl+L, for example “coffee with Ada 30 min: on roadmaps”, or "
                "write down more of it here.",
            ),
        )

    def form(self) -> Any:
        """Return the form."""
        return Ui_ConversationForm()

    def row(self, record: Conversation) -> Row:
        """Return a conversation with the names of those who took part."""
        names = [one.name for one in self._people(record)]
        return Row(record, ", ".join(names))

    def affected(self, touched: Touched) -> frozenset[uuid.UUID] | None:
        """Return the conversations a change concerns, also by the name of a person."""
        index = self.context.shelf.kept(TalkIndex)
        own, renamed = index.talks_of(touched), touched.ids_of(TABLE_OF[Contact])
        if own is None or renamed is None:
            return None
        return own.union(*(index.talks(key) for key in renamed))

    def haystack(self, row: Row) -> str:
        """Return what a conversation is found by."""
        one: Conversation = row.record
        return fold(f"{row.extra} {choice_words(one.kind)} {known_date(one.on)} {one.note}")

    def filters(self) -> tuple[QuickFilter, ...]:
        """Offer those of this month."""
        today = self.context.today()
        return (
            QuickFilter(
                key="month",
                title=translate("conversations", "Last 30 days"),
                passes=lambda row: 0 <= (today - row.record.on).days < _MONTH,
            ),
        )

    def defaults(self) -> dict[str, Any]:
        """Begin with a coffee of today."""
        return {
            **super().defaults(),
            "on": self.context.today(),
            "kind": ConversationKind.COFFEE,
        }

    def create(self, values: dict[str, Any]) -> Conversation:
        """Store a new conversation with those who took part; new names become people."""
        known, new = split_people(values.pop("people"), self.context)
        made = Conversation.new(values["on"], values["kind"])
        talk = Conversation(id=made.id, **values)
        network.log_conversation(self.context.desk, talk, known, new=new)
        return talk

    def name(self, record: Conversation) -> str:
        """Name a conversation by its kind and its day."""
        return translate("conversations", "{kind} on {day}").format(
            kind=choice_words(record.kind), day=known_date(record.on)
        )

    def panels(self) -> list[Panel]:
        """Show the people, and what was promised."""
        shelf, navigator = self.context.shelf, self.context.navigator
        return [
            RelatedPanel(
                self.context,
                translate("conversations", "People"),
                find=self._people,
                words=lambda one: (one.name, one.organization),
            ),
            RelatedPanel(
                self.context,
                translate("conversations", "Follow-ups"),
                find=lambda talk: sorted(
                    shelf.grouped(FollowUp, "conversation_id").get(talk.id, ()),
                    key=lambda one: one.due,
                ),
                words=lambda one: (one.title, known_date(one.due)),
                button=new_words("follow_up"),
                add=lambda talk: navigator.ask_new(FollowUp, contact_id=self._first_of(talk)),
            ),
            AttachmentsPanel(self.context),
        ]

    def _people(self, talk: Conversation) -> list[Contact]:
        """Return who took part by name; the desk keeps no order of them."""
        people = self.context.shelf.by_id(Contact)
        keys = self.context.shelf.kept(TalkIndex).people(talk.id)
        found = [one for key in keys if (one := people.get(ContactId(key))) is not None]
        return sorted(found, key=lambda one: fold(one.name)) if len(found) > 1 else found

    def _first_of(self, talk: Conversation) -> Any:
        return next((one.id for one in self._people(talk)), None)

    def _store_people(self, context: GuiContext, talk: Conversation, value: Any) -> None:
        known, new = split_people(value, context)
        network.set_people(context.desk, talk, [one.id for one in known], new)


_MONTH: Final = 30


def _offer_kinds(_context: GuiContext, field: Any, _record: Any) -> None:
    field.offer([(kind, choice_words(kind)) for kind in ConversationKind])
