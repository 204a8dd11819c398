"""The change journal: what every change did to every row, and how to take it back.

Temporary triggers, generated from the tables, write each row before and after into ``change_row``
while ``journal_now`` names a change. Because the journal is written by the transaction it
describes, the two can never disagree. Undo replays a change row by row in exactly the reverse
order; every statement demands the row it expects to find, so a replay either restores the
earlier desk exactly or is refused as a whole. Foreign keys must be off meanwhile, since the
images hold the effects of cascades already, and are checked at the end.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Integer, Table, Text, delete, func, insert, select, union, update

from careerdesk.domain.errors import UndoRefusedError
from careerdesk.domain.records import kind_words
from careerdesk.domain.touched import NAMED_AT_MOST, Touched
from careerdesk.storage.history import ChangeState, Replayed
from careerdesk.storage.schema import JOURNALED, blob, change, change_row, metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

# How much of the past stays undoable: so many changes, and so many row images (about 200 MB of
# contacts). Older changes stay in the list.
KEPT_CHANGES: Final = 1_000
KEPT_ROWS: Final = 400_000
_LISTED_CHANGES: Final = 10_000


def setup_sql(tables: Iterable[Table] = JOURNALED) -> Iterator[str]:
    """Return the statements a connection needs before its changes are journaled."""
    yield "CREATE TEMP TABLE journal_now (change_id INTEGER NOT NULL)"
    for table in tables:
        old, new = _image(table, "OLD"), _image(table, "NEW")
        differs = " OR ".join(f'OLD."{c.name}" IS NOT NEW."{c.name}"' for c in table.columns)
        yield _trigger(table, "INSERT", "", "NULL", new)
        yield _trigger(table, "UPDATE", f"WHEN {differs}", old, new)
        yield _trigger(table, "DELETE", "", old, "NULL")


def _image(table: Table, row: str) -> str:
    for column in table.columns:
        if not isinstance(getattr(column.type, "impl", column.type), Text | Integer):
            raise TypeError(f"{column}: JSON keeps only text and whole numbers exactly")
    parts = ", ".join(f"'{c.name}', {row}.\"{c.name}\"" for c in table.columns)
    return f"json_object({parts})"


def _trigger(table: Table, event: str, when: str, before: str, after: str) -> str:
    return (
        f'CREATE TEMP TRIGGER "journal_{table.name}_{event.lower()}" '
        f'AFTER {event} ON main."{table.name}" {when} BEGIN '
        "INSERT INTO change_row (change_id, table_name, before, after) "
        f"SELECT change_id, '{table.name}', {before}, {after} FROM journal_now; END"
    )


def begin(conn: Connection) -> int:
    """Journal everything from here on as one change."""
    change_id = int(conn.scalar(select(func.max(change.c.id))) or 0) + 1
    conn.exec_driver_sql("INSERT INTO journal_now VALUES (?)", (change_id,))
    return change_id


def finish(conn: Connection, change_id: int, title: str, at: datetime) -> Touched:
    """Name the change and return what it touched; what was undone is now past redoing."""
    conn.exec_driver_sql("DELETE FROM journal_now")
    touched = _touched(conn, change_id)
    if touched:
        undone = select(change.c.id).where(change.c.state == ChangeState.UNDONE.value)
        _forget(conn, conn.scalars(undone).all())
        entry = {"id": change_id, "title": title, "at": at.isoformat()}
        conn.execute(insert(change), entry | {"state": ChangeState.DONE.value})
        _trim(conn)
    return touched


def undo(conn: Connection) -> Replayed | None:
    """Take back the last change still done, or return None if there is none."""
    return _replay(conn, func.max, ChangeState.DONE, ChangeState.UNDONE)


def redo(conn: Connection) -> Replayed | None:
    """Do the first undone change again, or return None if there is none."""
    return _replay(conn, func.min, ChangeState.UNDONE, ChangeState.DONE)


def seal_all(conn: Connection) -> None:
    """Make the whole history past undoing, since row images describe the tables they came from."""
    _drop_images(conn, conn.scalars(select(change.c.id)).all())
    conn.execute(delete(change).where(change.c.state == ChangeState.UNDONE.value))
    conn.execute(update(change).values(state=ChangeState.SEALED.value))


def _replay(conn: Connection, pick: Any, state: ChangeState, new: ChangeState) -> Replayed | None:
    change_id = conn.scalar(select(pick(change.c.id)).where(change.c.state == state.value))
    if change_id is None:
        return None
    row = change_row.c
    if state is ChangeState.DONE:
        steps = select(row.table_name, row.after, row.before).order_by(row.seq.desc())
    else:
        steps = select(row.table_name, row.before, row.after).order_by(row.seq)
    taken = conn.execute(steps.where(row.change_id == change_id)).all()
    for (name, old, has_new), run in groupby(taken, lambda s: (s[0], bool(s[1]), bool(s[2]))):
        _apply(conn, metadata.tables[name], old, has_new, run)
    touched = replace(_touched(conn, change_id), is_replay=True)
    _check_references(conn, touched.tables)
    mark = update(change).where(change.c.id == change_id).values(state=new.value)
    return Replayed(conn.execute(mark.returning(change.c.title)).scalar_one(), touched)


def _apply(conn: Connection, table: Table, old: bool, new: bool, steps: Iterable[Any]) -> None:
    """Turn each old row image into the new one; no image means no row."""
    columns = list(table.columns)
    match = " AND ".join(f'"{c.name}" {"=" if c.primary_key else "IS"} ?' for c in columns)
    if not old:
        names = ", ".join(f'"{c.name}"' for c in columns)
        sql = f'INSERT INTO "{table.name}" ({names}) VALUES ({", ".join("?" * len(columns))})'
    elif not new:
        sql = f'DELETE FROM "{table.name}" WHERE {match}'
    else:
        assign = ", ".join(f'"{c.name}" = ?' for c in columns)
        sql = f'UPDATE "{table.name}" SET {assign} WHERE {match}'
    values = itemgetter(*(c.name for c in columns))
    rows = [
        (*(values(json.loads(after)) if new else ()), *(values(json.loads(before)) if old else ()))
        for _, before, after in steps
    ]
    if conn.exec_driver_sql(sql, rows).rowcount != len(rows):
        raise _refused(table)


def _check_references(conn: Connection, touched: frozenset[str]) -> None:
    for table in JOURNALED:
        related = {table.name, *(key.column.table.name for key in table.foreign_keys)}
        check = f'PRAGMA foreign_key_check("{table.name}")'
        if touched & related and conn.exec_driver_sql(check).first():
            raise _refused(table)


def _refused(table: Table) -> UndoRefusedError:
    return UndoRefusedError(
        "This change cannot be taken back or repeated, because a record of the kind "
        f"“{kind_words(table.name)}” is not as CareerDesk "
        "left it; another program may have edited the file. Nothing was changed."
    )


def _touched(conn: Connection, change_id: int) -> Touched:
    """Return what a change touched; of one with very many rows only the tables."""
    row = change_row.c
    key = func.json_extract(func.coalesce(row.after, row.before), "$.id")
    named = select(row.table_name, key).where(row.change_id == change_id).distinct()
    found = conn.execute(named.limit(NAMED_AT_MOST + 1)).all()
    if len(found) > NAMED_AT_MOST:
        return Touched.whole(_tables(conn, [change_id]))
    return Touched.named((table, uuid.UUID(text)) for table, text in found)


def _tables(conn: Connection, ids: Sequence[int]) -> frozenset[str]:
    names = select(change_row.c.table_name).where(change_row.c.change_id.in_(ids)).distinct()
    return frozenset(conn.scalars(names))


def _trim(conn: Connection) -> None:
    """Seal the oldest changes beyond what is kept, and drop the oldest titles in the end."""
    done = select(change.c.id).where(change.c.state == ChangeState.DONE.value)
    ids = conn.scalars(done.order_by(change.c.id.desc())).all()
    sealed = list(ids[KEPT_CHANGES:])
    # Each in a question of its own: SQLite reads the whole journal for both at once.
    first = conn.scalar(select(func.min(change_row.c.seq))) or 0
    last = conn.scalar(select(func.max(change_row.c.seq))) or 0
    if last - first >= KEPT_ROWS:
        bound = select(func.max(change_row.c.change_id)).where(
            change_row.c.seq <= last - KEPT_ROWS, change_row.c.change_id != ids[0]
        )
        beyond = conn.scalar(bound) or 0
        sealed += [one for one in ids[:KEPT_CHANGES] if one <= beyond]
    if sealed:
        _drop_images(conn, sealed)
        marked = update(change).where(change.c.id.in_(sealed))
        conn.execute(marked.values(state=ChangeState.SEALED.value))
    oldest = select(change.c.id).order_by(change.c.id.desc()).limit(-1).offset(_LISTED_CHANGES)
    conn.execute(delete(change).where(change.c.id.in_(oldest)))


def _forget(conn: Connection, ids: Sequence[int]) -> None:
    if ids:
        _drop_images(conn, ids)
        conn.execute(delete(change).where(change.c.id.in_(ids)))


def _drop_images(conn: Connection, ids: Sequence[int]) -> None:
    """Remove row images, with the bytes of attachments that only they still needed."""
    touched = _tables(conn, ids)
    conn.execute(delete(change_row).where(change_row.c.change_id.in_(ids)))
    keys = [key for table in JOURNALED for key in table.foreign_keys if key.column.table is blob]
    if touched.isdisjoint(key.parent.table.name for key in keys):
        return
    used = []
    for column in (key.parent for key in keys):
        used.append(select(column).where(column.is_not(None)))
        for image in (change_row.c.before, change_row.c.after):
            digest = func.json_extract(image, f"$.{column.name}")
            in_journal = change_row.c.table_name == column.table.name
            used.append(select(digest).where(in_journal, digest.is_not(None)))
    conn.execute(delete(blob).where(blob.c.sha256.not_in(union(*used))))
