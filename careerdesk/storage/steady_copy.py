"""Copying a desk while somebody works on it: by a connection of its own, in small steps.

Whoever reads a database keeps commits waiting. So each step here is short, for copying and for
comparing alike, and a commit waits for one of them at most. What a commit changes meanwhile is
copied anew by SQLite, so that the copy is always of one moment.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from careerdesk.storage import backups
from careerdesk.storage.connection import connect
from careerdesk.storage.integrity import logical_digest, open_copy
from careerdesk.storage.problems import told

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from careerdesk.storage.backups import Backup

    Progress = Callable[[int, int], None]

_PAGES: Final = 1_000  # copied in one step, 4 MB in some milliseconds
_ATTEMPTS: Final = 3
_BEGINNINGS: Final = 20  # of one attempt: each commit meanwhile makes SQLite begin again
_WAIT: Final = 0.02  # seconds, while a commit has the file


class _TooBusyError(Exception):
    """Commits came so often that the copy was begun anew again and again."""


def make_backup_beside_writer(
    desk: Path, *, now: datetime, pinned: bool, reason: str, progress: Progress
) -> Backup:
    """Make a backup as ``backups.make_backup`` does, of a desk that another connection writes to.

    It may be called in any thread.

    Raises:
        DiskFullError, FileProblemError: the copy could not be written; nothing is left of it.
        DeskDamagedError: the copy is not sound, which means that the desk is not.
    """

    def copy(source: sqlite3.Connection, target: Path) -> tuple[str, dict[str, int]]:
        return _copy_steadily(source, target, progress)

    with told(desk), closing(connect(desk, read_only=True)) as source:
        return backups.make_backup(source, desk, now=now, pinned=pinned, reason=reason, copy=copy)


def _copy_steadily(
    source: sqlite3.Connection, target: Path, progress: Progress
) -> tuple[str, dict[str, int]]:
    """Copy, verify, and return the digest and the counts of what was copied.

    A desk that changes each time before it has been compared is not kept waiting for that: the
    copy is sound by itself, and SQLite vouches for its being of one moment.
    """
    for _ in range(_ATTEMPTS):
        before = _version(source)
        try:
            _copy_pages(source, target, progress)
        except _TooBusyError:
            break
        with open_copy(target) as copied:
            digest = logical_digest(copied)
            found = backups.verified(copied)
        theirs = logical_digest(source)
        if _version(source) == before:  # nothing was committed, so both are of the same moment
            backups.require_same(digest, theirs)
            return digest, found
    else:
        return digest, found
    # Commits come faster than steps; keep them waiting this once.
    source.execute("BEGIN")
    try:
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return backups.copy_at_once(source, target)
    finally:
        source.execute("ROLLBACK")


def _copy_pages(source: sqlite3.Connection, target: Path, progress: Progress) -> None:
    last, begun = 0, 1

    def note(status: int, remaining: int, total: int) -> None:
        nonlocal last, begun
        copied = total - remaining
        begun += status == sqlite3.SQLITE_OK and copied <= last
        last = copied
        if begun > _BEGINNINGS:
            raise _TooBusyError
        progress(copied, total)

    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        source.backup(copy, pages=_PAGES, progress=note, sleep=_WAIT)
        copy.execute("PRAGMA journal_mode = delete")


def _version(source: sqlite3.Connection) -> int:
    """Return a number that is another one after each commit of another connection."""
    return int(source.execute("PRAGMA data_version").fetchone()[0])
