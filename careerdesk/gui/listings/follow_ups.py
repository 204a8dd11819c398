"""Follow-ups: what was promised, to whom, by when, and whether it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from careerdesk._generated.forms.ui_follow_up_form import Ui_FollowUpForm
from careerdesk.domain.network import Contact, FollowUp
from careerdesk.gui.listings.people import offer_people
from careerdesk.gui.place_commands import DONE
from careerdesk.gui.records.columns import Column, Row
from careerdesk.gui.records.listing import Command, FieldSpec, Listing, QuickFilter
from careerdesk.gui.records.panel import Panel, RelatedPanel
from careerdesk.gui.text import known_date, translate, until
from careerdesk.services import network, records

if TYPE_CHECKING:
    from collections.abc import Sequence

_SOON: Final = 14


def _state(row: Row) -> str:
    if row.record.done_on is not None:
        return translate("follow_ups", "done")
    return until(row.extra[1])


def _tone(row: Row) -> str:
    if row.record.done_on is not None:
        return "accent"
    days: int = row.extra[1]
    return "danger" if days < 0 else "warning" if days <= _SOON else ""


def _urgency(row: Row) -> tuple[bool, int]:
    return (row.record.done_on is not None, row.extra[1])


_COLUMNS: Final = (
    Column(
        key="title",
        title=lambda: translate("follow_ups", "What to do"),
        text=lambda row: row.record.title,
        width=34,
    ),
    Column(
        key="state",
        title=lambda: translate("follow_ups", "State"),
        text=_state,
        sort=_urgency,
        tone=_tone,
        width=14,
    ),
    Column(
        key="due",
        title=lambda: translate("follow_ups", "Due"),
        text=lambda row: known_date(row.record.due),
        sort=lambda row: row.record.due,
        width=11,
    ),
    Column(
        key="person",
        title=lambda: translate("follow_ups", "Person"),
        text=lambda row: row.extra[0],
        width=20,
    ),
    Column(
        key="done",
        title=lambda: translate("follow_ups", "Done on"),
        text=lambda row: known_date(row.record.done_on),
        sort=lambda row: row.record.done_on,
        width=11,
        is_shown=False,
    ),
)


class FollowUps(Listing):
    """What is to be done, the most urgent first."""

    kind = FollowUp
    icon = "list-checks"
    reads = (Contact,)
    order = "state"
    columns = _COLUMNS
    fields = (
        FieldSpec(name="title"),
        FieldSpec(name="due", is_kept=True, is_for_many=True),
        FieldSpec(name="done_on", is_for_many=True, is_for_new=False),
        FieldSpec(name="contact_id", offer=offer_people, is_kept=True, is_for_many=True),
        FieldSpec(name="is_private", is_kept=True, is_for_many=True),
        FieldSpec(name="note"),
    )

    def counted(self, count: int) -> str:
        """Return a number of follow-ups."""
        return translate("follow_ups", "%n follow-up(s)", "", count)

    def empty_words(self) -> tuple[str, str]:
        """Teach the first step."""
        return (
            translate("follow_ups", "Nothing promised"),
            translate(
                "follow_ups",
                "Write down what you have promised somebody and by when; Home reminds you.",
            ),
        )

    def form(self) -> Any:
        """Return the form."""
        return Ui_FollowUpForm()

    def row(self, record: FollowUp) -> Row:
        """Return a follow-up with the person's name and the days left."""
        person = self.context.shelf.find(Contact, record.contact_id)
        days = (record.due - self.context.today()).days
        return Row(record, (person.name if person else "", days))

    def filters(self) -> tuple[QuickFilter, ...]:
        """Offer what is open, and what is late."""
        return (
            QuickFilter(
                key="open",
                title=translate("follow_ups", "Open"),
                passes=lambda row: row.record.done_on is None,
            ),
            QuickFilter(
                key="late",
                title=translate("follow_ups", "Late"),
                passes=lambda row: row.record.done_on is None and row.extra[1] < 0,
            ),
        )

    def commands(self) -> tuple[Command, ...]:
        """Mark as done."""
        return (
            Command(
                named=DONE,
                take=self._complete,
                suits=lambda chosen: any(one.done_on is None for one in chosen),
            ),
        )

    def create(self, values: dict[str, Any]) -> FollowUp:
        """Store a new follow-up."""
        made = FollowUp.new(values["title"], values["due"])
        follow_up = FollowUp(id=made.id, **values)
        records.add(self.context.desk, follow_up)
        return follow_up

    def panels(self) -> list[Panel]:
        """Show the person."""
        shelf = self.context.shelf

        def person(one: FollowUp) -> list[Contact]:
            found = shelf.find(Contact, one.contact_id)
            return [found] if found is not None else []

        return [
            RelatedPanel(
                self.context,
                translate("follow_ups", "Person"),
                find=person,
                words=lambda one: (one.name, one.organization),
            )
        ]

    def _complete(self, chosen: Sequence[FollowUp]) -> str:
        still_open = [one for one in chosen if one.done_on is None]
        named = network.complete_follow_ups(self.context.desk, still_open, self.context.today())
        return translate("follow_ups", "Done: {what}.").format(what=named)
