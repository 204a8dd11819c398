"""Learning: items, the time spent on them, and certificates; each writing function is one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.fields import require_currency
from careerdesk.domain.folding import fold
from careerdesk.domain.learning import (
    Certificate,
    LearningItem,
    LearningStatus,
    StudySession,
)
from careerdesk.domain.money import in_currency
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import Skill
from careerdesk.services import records
from careerdesk.services.attachments import keep_with, read_file, title_of_file
from careerdesk.services.naming import called
from careerdesk.words import counted_kind, exact_duration

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from careerdesk.storage.desk import Desk
    from careerdesk.storage.writer import Tx

_OPEN: Final = (LearningStatus.PLANNED, LearningStatus.ACTIVE)


def learning_items(desk: Desk) -> list[LearningItem]:
    """Return all learning items by title."""
    return sorted(desk.all(LearningItem), key=lambda item: fold(item.title))


def finish_learning_item(desk: Desk, item: LearningItem, on: date) -> None:
    """Mark a learning item as done on a day."""
    with desk.change(f"Finish {item.kind.value} {item.title}") as tx:
        tx.replace(replace(item, status=LearningStatus.DONE, finished=PartialDate.of(on)))


def change_status(
    desk: Desk, items: Sequence[LearningItem], status: LearningStatus, today: date
) -> int:
    """Move learning items to another status and return how many differ now.

    What becomes done is finished today unless it says when; what was done and is taken up again
    is not finished.

    Raises:
        InvalidValueError: one of them begins after today; nothing was changed.
    """
    changed = [after for item in items if (after := _moved(item, status, today)) != item]
    if not changed:
        return 0
    before = next(item for item in items if item.id == changed[0].id)
    is_one = len(changed) == 1
    if is_one and status is LearningStatus.DONE and before.finished is None:
        finish_learning_item(desk, before, today)
    else:
        named = called(before) if is_one else counted_kind(len(changed), "learning_item")
        with desk.change(f"Change status of {named}") as tx:
            tx.replace_many(changed)
    return len(changed)


def _moved(item: LearningItem, status: LearningStatus, today: date) -> LearningItem:
    finished = item.finished
    if item.status is not status and status is LearningStatus.DONE:
        finished = finished or PartialDate.of(today)
    elif item.status is LearningStatus.DONE and status in _OPEN:
        finished = None
    return replace(item, status=status, finished=finished)


def change_cost(desk: Desk, item: LearningItem, cost_minor: int | None, usual: str) -> None:
    """Give a learning item another cost, in its own currency or, if it has none, in the usual one.

    Raises:
        InvalidValueError: the cost is out of range; nothing was changed.
    """
    currency = item.currency or (usual if cost_minor is not None else "")
    if cost_minor != item.cost_minor:
        records.edit(desk, item, cost_minor=cost_minor, currency=currency)


def change_currency(desk: Desk, item: LearningItem, currency: str, usual: str) -> None:
    """Give the cost of a learning item another currency; the figures people read stay the same.

    Raises:
        InvalidValueError: that is no currency, or it has no units as small as the cost's.
    """
    currency, before = currency.upper(), item.currency or usual
    if currency == before:
        return
    after = (
        replace(item, currency=currency)
        if item.cost_minor is None
        else with_cost(item, item.cost_minor, read_in=before, currency=currency)
    )
    records.edit(desk, item, cost_minor=after.cost_minor, currency=currency)


def with_cost(item: LearningItem, cost_minor: int, *, read_in: str, currency: str) -> LearningItem:
    """Return an item with a cost whose figures were read in one currency and mean another.

    Raises:
        InvalidValueError: that is no currency, or it has no units as small as the cost's.
    """
    require_currency("currency", currency)
    try:
        cost = in_currency(cost_minor, read_in, currency)
    except ValueError:
        raise InvalidValueError(
            "currency", f"cannot be {currency}, which has no units as small as the cost's"
        ) from None
    return replace(item, cost_minor=cost, currency=currency)


def log_session(desk: Desk, session: StudySession) -> None:
    """Store time spent as one step; a planned item that time is spent on becomes active."""
    item = desk.find(LearningItem, id=session.learning_item_id)
    skill = desk.find(Skill, id=session.skill_id)
    named = ""
    if item is not None:
        named = f" on the {item.kind.value} {item.title}"
    elif skill is not None:
        named = f" on the skill {skill.name}"
    with desk.change(f"Log {exact_duration(session.minutes)}{named}") as tx:
        add_session(tx, session)


def add_session(tx: Tx, session: StudySession) -> None:
    """Store time spent, within a change; a planned item that time is spent on becomes active."""
    tx.add(session)
    if session.learning_item_id is None:
        return
    item = tx.get(LearningItem, session.learning_item_id)
    if item.status is LearningStatus.PLANNED:
        started = item.started or PartialDate.of(session.on)
        tx.replace(replace(item, status=LearningStatus.ACTIVE, started=started))


def add_certificates_of(desk: Desk, paths: Sequence[Path]) -> list[Certificate]:
    """Make a certificate of each file, named after it and with the file attached, as one change.

    Raises:
        FileProblemError: one of them cannot be read, or has more than 25 MB; nothing was changed.
    """
    files = [read_file(path) for path in paths]
    made = [Certificate.new(title_of_file(file.name)) for file in files]
    named = (
        f"certificate {made[0].title}" if len(made) == 1 else counted_kind(len(made), "certificate")
    )
    with desk.change(f"Add {named}") as tx:
        for certificate, file in zip(made, files, strict=True):
            tx.add(certificate)
            keep_with(tx, certificate, file)
    return made
