"""Positions: the roles the user has or had, with what was done there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from careerdesk._generated.forms.ui_position_form import Ui_PositionForm
from careerdesk.domain.attachments import Attachment
from careerdesk.domain.experience import Pay, Position
from careerdesk.domain.folding import fold
from careerdesk.gui.listings import new_words
from careerdesk.gui.listings.pay import base_words, since_words
from careerdesk.gui.records.attachments_panel import AttachmentsPanel
from careerdesk.gui.records.columns import Column, Row
from careerdesk.gui.records.listing import FieldSpec, Listing, QuickFilter
from careerdesk.gui.records.panel import Panel, RelatedPanel
from careerdesk.gui.text import known_date, translate
from careerdesk.services import records

if TYPE_CHECKING:
    from careerdesk.domain.experience import Education


def lasts(record: Position | Education) -> bool:
    """Say whether something has begun and not ended."""
    return record.started is not None and record.ended is None


def ended_words(record: Position | Education) -> str:
    """Return when something ended, or that it has not."""
    return translate("positions", "today") if lasts(record) else known_date(record.ended)


def recency(record: Position | Education) -> tuple[str, str] | None:
    """Order by the end, what still lasts after everything, then by the start."""
    if record.started is None and record.ended is None:
        return None
    ended = record.ended.text if record.ended else "9999"
    return ended, record.started.text if record.started else ""


_COLUMNS: Final = (
    Column(
        key="title",
        title=lambda: translate("positions", "Title"),
        text=lambda row: row.record.title,
        width=32,
    ),
    Column(
        key="organization",
        title=lambda: translate("positions", "Organisation"),
        text=lambda row: row.record.organization,
        width=22,
    ),
    Column(
        key="location",
        title=lambda: translate("positions", "Place"),
        text=lambda row: row.record.location,
        width=16,
        is_shown=False,
    ),
    Column(
        key="started",
        title=lambda: translate("positions", "From"),
        text=lambda row: known_date(row.record.started),
        sort=lambda row: row.record.started,
        width=10,
    ),
    Column(
        key="ended",
        title=lambda: translate("positions", "To"),
        text=lambda row: ended_words(row.record),
        sort=lambda row: recency(row.record),
        width=10,
    ),
)


class Positions(Listing):
    """The positions, the present one first."""

    kind = Position
    icon = "briefcase"
    beside = (Pay, Attachment)
    order = "-ended"
    columns = _COLUMNS
    fields = (
        FieldSpec(name="title"),
        FieldSpec(name="organization", is_kept=True, is_for_many=True),
        FieldSpec(name="location", is_kept=True, is_for_many=True),
        FieldSpec(name="started"),
        FieldSpec(name="ended", called="end date"),
        FieldSpec(name="description"),
        FieldSpec(name="is_private", is_kept=True, is_for_many=True),
        FieldSpec(name="note"),
    )

    def counted(self, count: int) -> str:
        """Return a number of positions."""
        return translate("positions", "%n position(s)", "", count)

    def empty_words(self) -> tuple[str, str]:
        """Teach the first step."""
        return (
            translate("positions", "No positions yet"),
            translate(
                "positions",
                "Add the role you have now and those before it. Without an end date, a role "
                "lasts until today.",
            ),
        )

    def form(self) -> Any:
        """Return the form."""
        return Ui_PositionForm()

    def haystack(self, row: Row) -> str:
        """Return what a position is found by."""
        one: Position = row.record
        return fold(" ".join((super().haystack(row), one.location, one.description)))

    def filters(self) -> tuple[QuickFilter, ...]:
        """Offer what the user does now."""
        return (
            QuickFilter(
                key="now",
                title=translate("positions", "Now"),
                passes=lambda row: lasts(row.record),
            ),
        )

    def create(self, values: dict[str, Any]) -> Position:
        """Store a new position."""
        made = Position(id=Position.new("new").id, **values)
        records.add(self.context.desk, made)
        return made

    def panels(self) -> list[Panel]:
        """Show what the position paid, and files."""
        shelf, navigator = self.context.shelf, self.context.navigator
        return [
            RelatedPanel(
                self.context,
                translate("positions", "Pay"),
                find=lambda position: sorted(
                    shelf.grouped(Pay, "position_id").get(position.id, ()),
                    key=lambda one: one.since.text if one.since else "",
                    reverse=True,
                ),
                words=lambda one: (base_words(one), since_words(one)),
                button=new_words("pay"),
                add=lambda position: navigator.ask_new(Pay, position_id=position.id),
            ),
            AttachmentsPanel(self.context),
        ]
