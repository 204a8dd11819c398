"""Whether a database is sound, and what exactly is in it."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from careerdesk.storage.connection import sqlite_uri
from careerdesk.storage.layout import INTERNAL_TABLES, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CHUNK = 1 << 20
_ROWS_AT_ONCE = 2_000
_NOT_RECORDS = INTERNAL_TABLES | {"alembic_version"}


def faults(dbapi: sqlite3.Connection) -> list[str]:
    """Return what SQLite finds wrong inside the file, as its own short texts."""
    found = [str(row[0]) for row in dbapi.execute("PRAGMA integrity_check(20)")]
    if found == ["ok"]:
        found = []
    found += [
        f"{table} row {row} refers to a missing {parent}"
        for table, row, parent, _ in dbapi.execute("PRAGMA foreign_key_check")
    ]
    return found


def missing_tables(dbapi: sqlite3.Connection) -> list[str]:
    """Return the tables a desk must have and this one lacks."""
    present = {row[0] for row in dbapi.execute("SELECT name FROM sqlite_master")}
    return sorted(TABLES - present)


def damaged_contents(dbapi: sqlite3.Connection) -> Iterator[str]:
    """Name the attachments whose bytes are not those they were stored with."""
    for digest, data in dbapi.execute("SELECT sha256, data FROM blob"):
        if hashlib.sha256(data).hexdigest() != digest:
            yield digest


def logical_digest(dbapi: sqlite3.Connection) -> str:
    """Return the SHA-256 of all records, the same for the same records wherever they lie.

    The tables are taken from the file, so that it serves older desks too. After each few thousand
    rows the file is free for the commits of other connections.
    """
    digest = hashlib.sha256()
    for table in _record_tables(dbapi):
        digest.update(f"{table}\n".encode())
        names = [row[1] for row in dbapi.execute(f'PRAGMA table_info("{table}")')]
        columns = ", ".join(f'"{name}"' for name in names)
        query = f'SELECT id, json_array({columns}) FROM "{table}" WHERE id > ? ORDER BY id LIMIT ?'
        after = ""
        while rows := dbapi.execute(query, (after, _ROWS_AT_ONCE)).fetchall():
            for _, row in rows:
                digest.update(f"{row}\n".encode())
            after = rows[-1][0]
    return digest.hexdigest()


def counts(dbapi: sqlite3.Connection) -> dict[str, int]:
    """Return how many records each table holds."""
    return {
        table: dbapi.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        for table in _record_tables(dbapi)
    }


def _record_tables(dbapi: sqlite3.Connection) -> list[str]:
    tables = dbapi.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in tables if name not in _NOT_RECORDS and "sqlite_" not in name]


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a whole file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def open_copy(path: Path) -> closing[sqlite3.Connection]:
    """Open a database that nobody changes meanwhile, for reading only."""
    return closing(sqlite3.connect(sqlite_uri(path, "ro"), uri=True, isolation_level=None))
