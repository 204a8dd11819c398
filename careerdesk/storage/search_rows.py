"""The texts of records as a search needs them, read in slices and without making records.

A desk may hold 70,000 records. The search keeps one folded text of each; making a value of every
row first, only to throw it away, would take several times as long.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from careerdesk.storage.problems import told

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator
    from pathlib import Path


class SearchRow(NamedTuple):
    """One record: what it is called and everything else it says.

    ``day`` is the day it is about, empty for a kind that has none. ``dates`` are ISO dates,
    perhaps partial, apart from each other by blanks. ``joined`` holds the first eight characters
    of the id of each row that joins other records to this one, without anything between them.
    """

    position: int
    id: str
    day: str
    title: str
    dates: str
    text: str
    joined: str


class _Source(NamedTuple):
    """Where the texts of a kind stand: expressions of SQL over the table, which is called t."""

    title: str
    day: str = "''"
    dates: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    joined: str = "''"
    where: str = "1"
    # By table: how ids of records of a kind follow from those of records named in their text.
    named: tuple[tuple[str, str], ...] = ()


def _name(table: str, column: str, key: str) -> str:
    return f"(SELECT o.{column} FROM {table} o WHERE o.id = t.{key})"


def _by(table: str, key: str) -> str:
    return f"SELECT id FROM {table} WHERE {key} IN (SELECT value FROM json_each(?))"


_SOURCES: Final = {
    "skill": _Source(
        "t.name",
        dates=("t.last_used",),
        texts=("t.example", "t.note", _name("skill_group", "name", "group_id")),
        named=(("skill_group", _by("skill", "group_id")),),
    ),
    "skill_group": _Source("t.name"),
    "learning_item": _Source(
        "t.title",
        dates=("t.started", "t.finished"),
        texts=("t.kind", "t.status", "t.provider", "t.url", "t.note"),
    ),
    "certificate": _Source(
        "t.title",
        dates=("t.issued", "t.expires"),
        texts=(
            "t.issuer",
            "t.credential_id",
            "t.url",
            "t.note",
            _name("learning_item", "title", "learning_item_id"),
        ),
        named=(("learning_item", _by("certificate", "learning_item_id")),),
    ),
    "contact": _Source(
        "t.name",
        dates=("t.met",),
        texts=(
            *("t.organization", "t.title", "t.function", "t.how_met"),
            *("t.email", "t.phone", "t.url", "t.note"),
        ),
    ),
    "follow_up": _Source(
        "t.title",
        "t.due",
        texts=("t.note", _name("contact", "name", "contact_id")),
        named=(("contact", _by("follow_up", "contact_id")),),
    ),
    "conversation": _Source(
        # As it is called where it is shown: coffee with Ada Byron.
        "CASE t.kind WHEN 'other' THEN 'conversation' ELSE t.kind END || coalesce(' with ' ||"
        " (SELECT group_concat(c.name, ', ') FROM participant p JOIN contact c"
        " ON c.id = p.contact_id WHERE p.conversation_id = t.id), '')",
        't."on"',
        texts=("t.note",),
        joined="(SELECT group_concat(substr(p.id, 1, 8), '') FROM participant p"
        " WHERE p.conversation_id = t.id)",
        named=(
            (
                "contact",
                "SELECT DISTINCT conversation_id FROM participant"
                " WHERE contact_id IN (SELECT value FROM json_each(?))",
            ),
            (
                "participant",
                "SELECT DISTINCT conversation_id FROM participant"
                " WHERE id IN (SELECT value FROM json_each(?))",
            ),
        ),
    ),
    "study_session": _Source(
        _name("learning_item", "title", "learning_item_id"),
        't."on"',
        texts=("t.note", _name("skill", "name", "skill_id")),
        named=(
            ("learning_item", _by("study_session", "learning_item_id")),
            ("skill", _by("study_session", "skill_id")),
        ),
    ),
    "evidence": _Source(
        "t.title",
        dates=('t."on"',),
        texts=("t.kind", "t.project", "t.url", "t.note", _name("skill", "name", "skill_id")),
        named=(("skill", _by("evidence", "skill_id")),),
    ),
    "action": _Source(
        "t.title",
        dates=("t.due", "t.done_on"),
        texts=("t.kind", "t.note", _name("skill", "name", "skill_id")),
        named=(("skill", _by("action", "skill_id")),),
    ),
    "position": _Source(
        "t.title",
        dates=("t.started", "t.ended"),
        texts=("t.organization", "t.location", "t.description", "t.note"),
    ),
    "pay": _Source(
        f"'pay' || coalesce(' as ' || {_name('position', 'title', 'position_id')}, '')",
        dates=("t.since",),
        texts=("t.currency", "t.note", _name("position", "organization", "position_id")),
        named=(("position", _by("pay", "position_id")),),
    ),
    "education": _Source(
        "t.school",
        dates=("t.started", "t.ended"),
        texts=("t.degree", "t.description", "t.note"),
    ),
    "link": _Source("t.label", texts=("t.url",)),
    "profile": _Source(
        "t.name",
        texts=(
            *("t.headline", "t.statement", "t.location"),
            *("t.email", "t.phone", "t.address"),
        ),
    ),
    "role": _Source(
        "t.title",
        texts=(
            *("t.family", "t.summary", "t.source", "t.note"),
            "(SELECT group_concat(s.name, ', ') FROM role_skill s WHERE s.role_id = t.id)",
        ),
        joined="(SELECT group_concat(substr(s.id, 1, 8), '') FROM role_skill s"
        " WHERE s.role_id = t.id)",
        named=(
            (
                "role_skill",
                "SELECT DISTINCT role_id FROM role_skill"
                " WHERE id IN (SELECT value FROM json_each(?))",
            ),
        ),
    ),
    "attachment": _Source("t.file_name", texts=("t.media_type",)),
    # A level alone is no text; what was written about it is.
    "rating": _Source(
        _name("skill", "name", "skill_id"),
        't."on"',
        texts=("t.note",),
        where="t.note <> ''",
        named=(("skill", _by("rating", "skill_id")),),
    ),
}
SEARCHED: Final = tuple(_SOURCES)


class SearchRows:
    """Reads the rows of one desk."""

    def __init__(self, dbapi: sqlite3.Connection, path: Path) -> None:
        self._dbapi = dbapi
        self._path = path

    def after(self, table: str, position: int, limit: int) -> list[SearchRow]:
        """Return the next rows of a table in the order they were stored in; 0 is the beginning."""
        where = "t.rowid > ? ORDER BY t.rowid LIMIT ?"
        return self._rows(table, where, (position, limit))

    def of(self, table: str, ids: Collection[str]) -> list[SearchRow]:
        """Return the rows with these ids that there are."""
        where = "t.id IN (SELECT value FROM json_each(?))"
        return self._rows(table, where, (json.dumps(list(ids)),))

    def naming(self, table: str, other: str, ids: Collection[str]) -> Iterator[str]:
        """Yield the ids of the records whose text names one of these records of another table."""
        for named, query in _SOURCES[table].named:
            if named == other:
                with told(self._path):
                    found = self._dbapi.execute(query, (json.dumps(list(ids)),)).fetchall()
                yield from (row[0] for row in found)

    def _rows(self, table: str, where: str, values: tuple[object, ...]) -> list[SearchRow]:
        with told(self._path):
            found = self._dbapi.execute(f"{_select(table)} AND {where}", values).fetchall()
        return [SearchRow(*row) for row in found]


def named_in(table: str) -> frozenset[str]:
    """Return the tables whose records are named in the text of records of this one."""
    return frozenset(named for named, _ in _SOURCES[table].named)


def _select(table: str) -> str:
    source = _SOURCES[table]
    columns = (
        "t.rowid",
        "t.id",
        source.day,
        f"coalesce({source.title}, '')",
        _together(source.dates),
        _together(source.texts),
        f"coalesce({source.joined}, '')",
    )
    return f'SELECT {", ".join(columns)} FROM "{table}" t WHERE {source.where}'


def _together(parts: tuple[str, ...]) -> str:
    return " || ' ' || ".join(f"coalesce({part}, '')" for part in parts) or "''"
