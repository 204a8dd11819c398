"""Learning: items, the time spent on them, and certificates; each writing function is one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careerdesk.domain.folding import fold
from careerdesk.domain.learning import (
    LearningItem,
    LearningStatus,
    StudySession,
)
from careerdesk.domain.partial_date import PartialDate

if TYPE_CHECKING:
    from datetime import date

    from careerdesk.storage.desk import Desk
    from careerdesk.storage.writer import Tx


def learning_items(desk: Desk) -> list[LearningItem]:
    """Return all learning items by title."""
    return sorted(desk.all(LearningItem), key=lambda item: fold(item.title))


def finish_learning_item(desk: Desk, item: LearningItem, on: date) -> None:
    """Mark a learning item as done on a day."""
    with desk.change(f"Finish {item.kind.value} {item.title}") as tx:
        tx.replace(replace(item, status=LearningStatus.DONE, finished=PartialDate.of(on)))


def add_session(tx: Tx, session: StudySession) -> None:
    """Store time spent, within a change; a planned item that time is spent on becomes active."""
    tx.add(session)
    if session.learning_item_id is None:
        return
    item = tx.get(LearningItem, session.learning_item_id)
    if item.status is LearningStatus.PLANNED:
        started = item.started or PartialDate.of(session.on)
        tx.replace(replace(item, status=LearningStatus.ACTIVE, started=started))
