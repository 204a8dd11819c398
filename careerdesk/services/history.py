"""Stepping back and forth through the changes of a desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from careerdesk.storage.history import ChangeEntry, ChangeState, Replayed, RowChange

if TYPE_CHECKING:
    from careerdesk.storage.desk import Desk

__all__ = [
    "ChangeEntry",
    "ChangeState",
    "Replayed",
    "RowChange",
    "Steps",
    "changes",
    "is_long_redo",
    "is_long_undo",
    "redo",
    "redo_up_to",
    "row_change_count",
    "row_changes",
    "steps",
    "undo",
    "undo_back_to",
]

_LONG: Final = 5_000  # rows; a replay of these takes about a tenth of a second


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """What undo and redo would do now; None where there is nothing to do."""

    undo_title: str | None
    redo_title: str | None


def steps(desk: Desk) -> Steps:
    """Return the titles for the Edit menu."""
    return Steps(undo_title=desk.undo_title(), redo_title=desk.redo_title())


def changes(desk: Desk, limit: int | None = None) -> list[ChangeEntry]:
    """Return the changes remembered, newest first."""
    return desk.history(limit)


def row_changes(desk: Desk, change_id: int, limit: int | None = None) -> list[RowChange]:
    """Return what one change did to each record, in its stored form; at most ``limit`` of them."""
    return desk.row_changes(change_id, limit)


def row_change_count(desk: Desk, change_id: int) -> int:
    """Return how many records one change touched."""
    return desk.row_change_count(change_id)


def is_long_undo(desk: Desk) -> bool:
    """Say whether taking the newest change back takes so long that a window should not wait."""
    return desk.rows_to_undo() > _LONG


def is_long_redo(desk: Desk) -> bool:
    """Say whether repeating the change taken back last takes that long."""
    return desk.rows_to_redo() > _LONG


def undo(desk: Desk) -> Replayed | None:
    """Take the newest change back, or return None if there is none."""
    return desk.undo()


def redo(desk: Desk) -> Replayed | None:
    """Repeat the change taken back last, or return None if there is none."""
    return desk.redo()


def undo_back_to(desk: Desk, change_id: int) -> list[Replayed]:
    """Take back every change made after the given one, all or none."""
    return desk.undo_back_to(change_id)


def redo_up_to(desk: Desk, change_id: int) -> list[Replayed]:
    """Do every undone change again up to and including the given one, all or none."""
    return desk.redo_up_to(change_id)
