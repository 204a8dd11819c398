"""Courses, books, certifications and workshops, with the time spent on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from careerdesk._generated.forms.ui_learning_item_form import Ui_LearningItemForm
from careerdesk.domain.attachments import Attachment
from careerdesk.domain.folding import fold
from careerdesk.domain.learning import (
    Certificate,
    LearningItem,
    LearningKind,
    LearningStatus,
    StudySession,
)
from careerdesk.domain.money import money_words
from careerdesk.gui.listings.currencies import offer_currencies
from careerdesk.gui.listings.study_sessions import ask_time
from careerdesk.gui.place_commands import ADD_CERTIFICATE, LOG_TIME
from careerdesk.gui.records.attachments_panel import AttachmentsPanel
from careerdesk.gui.records.columns import Column, Row
from careerdesk.gui.records.listing import FieldSpec, Listing, QuickFilter
from careerdesk.gui.records.panel import Panel, RelatedPanel
from careerdesk.gui.text import decimal_hours, exact_time, hours, known_date, translate
from careerdesk.gui.words import choice_words
from careerdesk.services import learning, records

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from careerdesk.gui.context import GuiContext

_STATUS_ORDER: Final = {
    LearningStatus.ACTIVE: 0,
    LearningStatus.PLANNED: 1,
    LearningStatus.DONE: 2,
    LearningStatus.DROPPED: 3,
}
_TONES: Final = {LearningStatus.ACTIVE: "accent", LearningStatus.DROPPED: "warning"}


def _time_text(row: Row) -> str:
    spent, planned = row.extra, row.record.planned_minutes
    if planned is None:
        return hours(spent) if spent else ""
    return translate("learning", "{spent} of {planned} h").format(
        spent=decimal_hours(spent), planned=decimal_hours(planned)
    )


def _share(row: Row) -> float | None:
    planned = row.record.planned_minutes
    return row.extra / planned if planned else None


def _share_text(row: Row) -> str:
    share = _share(row)
    if share is None:
        return ""
    return translate("learning", "{percent} %").format(percent=f"{share * 100:.0f}")


def _cost_text(row: Row) -> str:
    cost = row.record.cost_minor
    return "" if cost is None else money_words(cost, row.record.currency)


_COLUMNS: Final = (
    Column(
        key="title",
        title=lambda: translate("learning", "Title"),
        text=lambda row: row.record.title,
        width=30,
    ),
    Column(
        key="kind",
        title=lambda: translate("learning", "Kind"),
        text=lambda row: choice_words(row.record.kind),
        width=11,
    ),
    Column(
        key="provider",
        title=lambda: translate("learning", "Provider"),
        text=lambda row: row.record.provider,
        width=18,
        is_shown=False,
    ),
    Column(
        key="status",
        title=lambda: translate("learning", "Status"),
        text=lambda row: choice_words(row.record.status),
        sort=lambda row: (_STATUS_ORDER[row.record.status], fold(row.record.title)),
        tone=lambda row: _TONES.get(row.record.status, ""),
        width=9,
    ),
    Column(
        key="time",
        title=lambda: translate("learning", "Time"),
        text=_time_text,
        sort=lambda row: row.extra,
        is_number=True,
        width=12,
    ),
    Column(
        key="share",
        title=lambda: translate("learning", "Share of plan"),
        text=_share_text,
        sort=_share,
        is_number=True,
        width=12,
        is_shown=False,
    ),
    Column(
        key="started",
        title=lambda: translate("learning", "Started"),
        text=lambda row: known_date(row.record.started),
        sort=lambda row: row.record.started,
        width=11,
        is_shown=False,
    ),
    Column(
        key="finished",
        title=lambda: translate("learning", "Finished"),
        text=lambda row: known_date(row.record.finished),
        sort=lambda row: row.record.finished,
        width=11,
    ),
    Column(
        key="cost",
        title=lambda: translate("learning", "Cost"),
        text=_cost_text,
        sort=lambda row: (
            None if row.record.cost_minor is None else (row.record.currency, row.record.cost_minor)
        ),
        is_number=True,
        width=12,
        is_shown=False,
    ),
    Column(
        key="url",
        title=lambda: translate("learning", "Web address"),
        text=lambda row: row.record.url,
        width=24,
        is_shown=False,
    ),
)


class LearningItems(Listing):
    """What is studied; the row carries the minutes spent on it so far."""

    kind = LearningItem
    icon = "book-open"
    reads = (StudySession,)
    beside = (Certificate, Attachment)
    order = "status"
    columns = _COLUMNS

    def __init__(self, context: GuiContext) -> None:
        super().__init__(context)
        self.fields = (
            FieldSpec(name="title"),
            FieldSpec(
                name="kind",
                offer=lambda _context, field, _record: field.offer(
                    [(kind, choice_words(kind)) for kind in LearningKind]
                ),
                is_kept=True,
                is_for_many=True,
            ),
            FieldSpec(
                name="status",
                offer=lambda _context, field, _record: field.offer(
                    [(status, choice_words(status)) for status in LearningStatus]
                ),
                save=lambda context, record, value: learning.change_status(
                    context.desk, [record], value, context.today()
                ),
                is_kept=True,
                is_for_many=True,
            ),
            FieldSpec(name="provider", is_kept=True, is_for_many=True),
            FieldSpec(name="planned_minutes"),
            FieldSpec(name="started"),
            FieldSpec(name="finished", called="finish date"),
            FieldSpec(
                name="cost_minor",
                offer=lambda _context, field, _record: field.hide_unit(),
                save=lambda context, record, value: learning.change_cost(
                    context.desk, record, value, context.shelf.preferences().currency
                ),
                called="cost",
            ),
            FieldSpec(
                name="currency",
                offer=offer_currencies,
                load=lambda context, record: (
                    record.currency or context.shelf.preferences().currency
                ),
                save=lambda context, record, value: learning.change_currency(
                    context.desk, record, value, context.shelf.preferences().currency
                ),
            ),
            FieldSpec(name="url"),
            FieldSpec(name="is_private", is_kept=True, is_for_many=True),
            FieldSpec(name="note"),
        )

    def counted(self, count: int) -> str:
        """Return a number of them; there is no one word for courses, books and workshops."""
        return translate("learning", "%n item(s)", "", count)

    def empty_words(self) -> tuple[str, str]:
        """Teach the first step."""
        return (
            translate("learning", "Nothing to learn yet"),
            translate(
                "learning",
                "Add a course or a book with the hours you plan for it. Time you log on it "
                "counts towards them.",
            ),
        )

    def form(self) -> Any:
        """Return the form."""
        return Ui_LearningItemForm()

    def defaults(self) -> dict[str, Any]:
        """Begin with a planned course."""
        return {
            **super().defaults(),
            "kind": LearningKind.COURSE,
            "status": LearningStatus.PLANNED,
            "currency": self.context.shelf.preferences().currency,
        }

    def row(self, record: LearningItem) -> Row:
        """Return an item with the minutes spent on it."""
        return Row(record, sum(one.minutes for one in self._sessions(record)))

    def filters(self) -> tuple[QuickFilter, ...]:
        """Offer where an item stands."""
        return (
            _by_status("active", LearningStatus.ACTIVE),
            _by_status("planned", LearningStatus.PLANNED),
            _by_status("done", LearningStatus.DONE),
        )

    def create(self, values: dict[str, Any]) -> LearningItem:
        """Store a new item; a currency without a cost says nothing."""
        usual = self.context.shelf.preferences().currency
        currency = (values.pop("currency") or usual).upper()
        cost = values.pop("cost_minor")
        item = LearningItem(id=LearningItem.new("new").id, **values)
        if cost is not None:
            item = learning.with_cost(item, cost, read_in=usual, currency=currency)
        records.add(self.context.desk, item)
        return item

    def edit_many(self, chosen: Sequence[Any], values: Mapping[str, Any]) -> int:
        """Finish today what is set to done without a date."""
        if set(values) == {"status"}:
            return learning.change_status(
                self.context.desk, chosen, values["status"], self.context.today()
            )
        return super().edit_many(chosen, values)

    def panels(self) -> list[Panel]:
        """Show the time spent, the certificates that came of it, and files."""
        return [
            RelatedPanel(
                self.context,
                translate("learning", "Time"),
                find=lambda item: sorted(
                    self._sessions(item), key=lambda one: one.on, reverse=True
                ),
                words=lambda one: (_named(one), exact_time(one.minutes)),
                empty=translate("learning", "No time logged yet."),
                button=LOG_TIME.title,
                add=lambda item: ask_time(self.context, item.title),
            ),
            RelatedPanel(
                self.context,
                translate("learning", "Certificates"),
                find=lambda item: sorted(
                    self.context.shelf.grouped(Certificate, "learning_item_id").get(item.id, ()),
                    key=lambda one: fold(one.title),
                ),
                words=lambda one: (one.title, known_date(one.issued)),
                button=ADD_CERTIFICATE.title,
                add=lambda item: self.context.navigator.ask_new(
                    Certificate, learning_item_id=item.id
                ),
            ),
            AttachmentsPanel(self.context),
        ]

    def _sessions(self, item: LearningItem) -> Sequence[StudySession]:
        return self.context.shelf.grouped(StudySession, "learning_item_id").get(item.id, ())


def _by_status(key: str, status: LearningStatus) -> QuickFilter:
    return QuickFilter(
        key=key, title=choice_words(status), passes=lambda row: row.record.status is status
    )


def _named(session: StudySession) -> str:
    first = session.note.partition("\n")[0].strip()
    return f"{known_date(session.on)} · {first}" if first else known_date(session.on)
