"""The one connection to a desk: its settings, each read back; SQLAlchemy's view of it for writing.

Transactions are begun and ended by our own words only.
"""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

# journal_mode and synchronous: of all pairs tried in simulated power cuts only those whose commit
# point is a synced file lost nothing; TRUNCATE also leaves one file at rest.
PRAGMAS: Final[dict[str, str | int]] = {
    "foreign_keys": 1,
    "journal_mode": "truncate",
    "synchronous": 2,  # FULL
    "fullfsync": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "recursive_triggers": 1,  # without it INSERT OR REPLACE deletes rows behind the journal's back
    "temp_store": 2,  # MEMORY
    "cell_size_check": 1,
    "mmap_size": 0,
    "busy_timeout": 5000,
}
# A read-only file keeps the journal mode it has.
_READ_ONLY_PRAGMAS: Final = {k: v for k, v in PRAGMAS.items() if k != "journal_mode"} | {
    "query_only": 1
}


def sqlite_uri(path: Path, mode: str) -> str:
    """Return the address of a file for ``sqlite3.connect(…, uri=True)``; mode is ro or rw.

    Not ``Path.as_uri``, whose form for network folders of Windows SQLite refuses.
    """
    return f"file:{quote(path.as_posix(), safe='/:')}?mode={mode}"


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Connect to a desk; the connection may be lent to a worker thread, one at a time."""
    dbapi = sqlite3.connect(
        sqlite_uri(path, "ro" if read_only else "rw"),
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for name, value in (_READ_ONLY_PRAGMAS if read_only else PRAGMAS).items():
            set_pragma(dbapi, name, value)
    except BaseException:
        dbapi.close()
        raise
    return dbapi


def set_pragma(dbapi: sqlite3.Connection, name: str, value: str | int) -> None:
    """Set it and read it back: SQLite ignores what it does not know or cannot do now."""
    dbapi.execute(f"PRAGMA {name} = {value}")
    row = dbapi.execute(f"PRAGMA {name}").fetchone()
    # A build of SQLite without memory mapping or outside macOS answers nothing for these two.
    if row is None and name in ("mmap_size", "fullfsync"):
        return
    if row is None or row[0] != value:
        raise RuntimeError(f"SQLite {sqlite3.sqlite_version} refuses {name} = {value}: {row}")


def for_writing(dbapi: sqlite3.Connection) -> Connection:
    """Return SQLAlchemy's view of a connection, which stays the only one to the file."""
    from sqlalchemy import StaticPool, create_engine

    engine = create_engine(
        "sqlite://", creator=lambda: dbapi, poolclass=StaticPool, pool_reset_on_return=None
    )
    return engine.connect().execution_options(isolation_level="AUTOCOMMIT")


def driver_of(conn: Connection) -> sqlite3.Connection:
    """Return the connection of the driver below."""
    dbapi = conn.connection.driver_connection
    assert isinstance(dbapi, sqlite3.Connection)
    return dbapi


@contextlib.contextmanager
def driver_errors() -> Iterator[None]:
    """Let errors of the driver through as they are, without SQLAlchemy's wrapping.

    Its text holds the statement with its values, which belong in no log.
    """
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise error.orig from None
        raise
