"""Reading the journal: which changes there were, and what each did to which row."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from careerdesk.domain.touched import Touched

if TYPE_CHECKING:
    import sqlite3


class ChangeState(Enum):
    """What can be done with a change of the history."""

    DONE = "done"  # undoable
    UNDONE = "undone"  # redoable
    SEALED = "sealed"  # older than a migration or than what is kept: listed only


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """One line of the history; ``at`` is in UTC."""

    id: int
    title: str
    at: datetime
    state: ChangeState


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of one change in its stored form; without ``before`` it was added."""

    table: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Replayed:
    """What an undo or a redo did."""

    title: str
    touched: Touched


def history(dbapi: sqlite3.Connection, limit: int | None = None) -> list[ChangeEntry]:
    """Return the changes remembered, newest first."""
    query = "SELECT id, title, at, state FROM change ORDER BY id DESC LIMIT ?"
    return [
        ChangeEntry(id_, title, datetime.fromisoformat(at), ChangeState(state))
        for id_, title, at, state in dbapi.execute(query, (-1 if limit is None else limit,))
    ]


def next_to_undo(dbapi: sqlite3.Connection) -> tuple[int, str] | None:
    """Return the id and the title of the change that undo would take back."""
    return _first(dbapi, "SELECT id, title FROM change WHERE state = 'done' ORDER BY id DESC")


def next_to_redo(dbapi: sqlite3.Connection) -> tuple[int, str] | None:
    """Return the id and the title of the change that redo would do again."""
    return _first(dbapi, "SELECT id, title FROM change WHERE state = 'undone' ORDER BY id")


def _first(dbapi: sqlite3.Connection, query: str) -> tuple[int, str] | None:
    row = dbapi.execute(f"{query} LIMIT 1").fetchone()
    return row and (int(row[0]), str(row[1]))


def row_changes(
    dbapi: sqlite3.Connection, change_id: int, limit: int | None = None
) -> list[RowChange]:
    """Return what one change did to each row, in order; a sealed change tells nothing."""
    query = (
        "SELECT table_name, before, after FROM change_row WHERE change_id = ? ORDER BY seq LIMIT ?"
    )
    return [
        RowChange(
            table,
            None if before is None else json.loads(before),
            None if after is None else json.loads(after),
        )
        for table, before, after in dbapi.execute(
            query, (change_id, -1 if limit is None else limit)
        )
    ]


def row_change_count(dbapi: sqlite3.Connection, change_id: int) -> int:
    """Return how many rows one change touched."""
    query = "SELECT count(*) FROM change_row WHERE change_id = ?"
    return int(dbapi.execute(query, (change_id,)).fetchone()[0])
