"""Stepping back and forth through the changes of a desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerdesk.storage.journal import ChangeEntry, ChangeState, Replayed, RowChange

if TYPE_CHECKING:
    from careerdesk.storage.desk import Desk

__all__ = [
    "ChangeEntry",
    "ChangeState",
    "Replayed",
    "RowChange",
    "Steps",
    "changes",
    "redo",
    "row_changes",
    "steps",
    "undo",
    "undo_back_to",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """What undo and redo would do now; None where there is nothing to do."""

    undo_title: str | None
    redo_title: str | None


def steps(desk: Desk) -> Steps:
    """Return the titles for the Edit menu."""
    entries = desk.history()
    done = (entry.title for entry in entries if entry.state is ChangeState.DONE)
    undone = (entry.title for entry in reversed(entries) if entry.state is ChangeState.UNDONE)
    return Steps(undo_title=next(done, None), redo_title=next(undone, None))


def changes(desk: Desk, limit: int | None = None) -> list[ChangeEntry]:
    """Return the changes remembered, newest first."""
    return desk.history(limit)


def row_changes(desk: Desk, change_id: int) -> list[RowChange]:
    """Return what one change did to each record, in its stored form."""
    return desk.row_changes(change_id)


def undo(desk: Desk) -> Replayed | None:
    """Take the newest change back, or return None if there is none."""
    return desk.undo()


def redo(desk: Desk) -> Replayed | None:
    """Repeat the change taken back last, or return None if there is none."""
    return desk.redo()


def undo_back_to(desk: Desk, change_id: int) -> list[Replayed]:
    """Take back every change made after the given one, all or none."""
    return desk.undo_back_to(change_id)
