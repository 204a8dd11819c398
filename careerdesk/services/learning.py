"""Learning: items, the time spent on them, and certificates; each writing function is one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careerdesk.domain.folding import fold
from careerdesk.domain.learning import (
    Certificate,
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


def add_learning_item(desk: Desk, item: LearningItem) -> None:
    """Add a course, book, certification or workshop."""
    with desk.change(f"Add {item.kind.value} {item.title}") as tx:
        tx.add(item)


def edit_learning_item(desk: Desk, item: LearningItem) -> None:
    """Store a changed learning item."""
    with desk.change(f"Edit {item.kind.value} {item.title}") as tx:
        tx.replace(item)


def finish_learning_item(desk: Desk, item: LearningItem, on: date) -> None:
    """Mark a learning item as done on a day."""
    with desk.change(f"Finish {item.kind.value} {item.title}") as tx:
        tx.replace(replace(item, status=LearningStatus.DONE, finished=PartialDate.of(on)))


def remove_learning_item(desk: Desk, item: LearningItem) -> None:
    """Delete a learning item; its sessions and certificates stay, without it."""
    with desk.change(f"Delete {item.kind.value} {item.title}") as tx:
        tx.remove(item)


def add_session(tx: Tx, session: StudySession) -> None:
    """Store time spent, within a change; a planned item that time is spent on becomes active."""
    tx.add(session)
    if session.learning_item_id is None:
        return
    item = tx.get(LearningItem, session.learning_item_id)
    if item.status is LearningStatus.PLANNED:
        started = item.started or PartialDate.of(session.on)
        tx.replace(replace(item, status=LearningStatus.ACTIVE, started=started))


def edit_session(desk: Desk, session: StudySession) -> None:
    """Store changed time spent."""
    with desk.change(f"Edit time of {session.on.isoformat()}") as tx:
        tx.replace(session)


def remove_session(desk: Desk, session: StudySession) -> None:
    """Delete time spent."""
    with desk.change(f"Delete {session.minutes} min of {session.on.isoformat()}") as tx:
        tx.remove(session)


def add_certificate(desk: Desk, certificate: Certificate) -> None:
    """Add a certificate."""
    with desk.change(f"Add certificate {certificate.title}") as tx:
        tx.add(certificate)


def edit_certificate(desk: Desk, certificate: Certificate) -> None:
    """Store a changed certificate."""
    with desk.change(f"Edit certificate {certificate.title}") as tx:
        tx.replace(certificate)


def remove_certificate(desk: Desk, certificate: Certificate) -> None:
    """Delete a certificate with its attached files."""
    with desk.change(f"Delete certificate {certificate.title}") as tx:
        tx.remove(certificate)
