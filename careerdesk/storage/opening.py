"""Making a desk, and opening one: in which order it is looked at, locked, upgraded, connected.

The header comes before everything that could touch the file, the lock before everything that
could change it. A desk that cannot be written is opened read-only, from a temporary copy where
SQLite could not read it in its place.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from careerdesk.domain.errors import CareerDeskError, DiskFullError, FileProblemError
from careerdesk.files import is_writable, writing_problem
from careerdesk.storage.backups import list_backups, make_backup, pin
from careerdesk.storage.connection import connect, sqlite_uri
from careerdesk.storage.desk import Desk
from careerdesk.storage.header import check_is_file, has_hot_journal, journal_of, read_version
from careerdesk.storage.integrity import faults, missing_tables
from careerdesk.storage.layout import SCHEMA_VERSION
from careerdesk.storage.lock import DeskLock
from careerdesk.storage.problems import damaged, told
from careerdesk.storage.seal import Seal, check_seal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from careerdesk.domain.touched import Touched
    from careerdesk.storage.early_digest import EarlyDigest


def create_desk(
    path: Path,
    *,
    clock: Callable[[], datetime],
    on_change: Callable[[Touched], None] | None = None,
) -> Desk:
    """Make a new, empty desk by the same steps that bring older ones up to date.

    Raises:
        FileProblemError: there is a file of that name already, or the folder cannot be written.
    """
    path = _absolute(path)
    if path.exists() or path.is_symlink():
        raise FileProblemError(
            f"There is already a file at {path}. It was left as it is; choose another name."
        )
    if not path.parent.is_dir():
        raise FileProblemError(
            f"{path} was not made, because the folder {path.parent} does not exist."
        )
    lock = _lock(path, clock)
    try:
        from careerdesk.storage import migrate

        migrate.create(path)
        conn = _connect(path, read_only=False)
        return Desk(path, conn, lock=lock, seal=Seal.ABSENT, clock=clock, on_change=on_change)
    except BaseException:
        lock.release()
        raise


def open_desk(
    path: Path,
    *,
    clock: Callable[[], datetime],
    on_change: Callable[[Touched], None] | None = None,
    early: EarlyDigest | None = None,
) -> Desk:
    """Open a desk, bringing an older file up to date on a verified copy.

    ``early`` may have begun to read the file for its seal.

    Raises:
        DeskMissingError, NotADeskError, DeskDamagedError, DeskTooNewError, DeskInUseError: the
            file was left byte for byte as it is.
    """
    path = _absolute(path)
    check_is_file(path)
    if not (is_writable(path) and is_writable(path.parent)):
        why = "the file or its folder cannot be written"
        return _open_read_only(path, why, clock, on_change)
    try:
        lock = _lock(path, clock)
    except DiskFullError:
        return _open_read_only(path, "there is no space left on the disk", clock, on_change)
    try:
        version = read_version(path)
        seal = Seal.ABSENT if has_hot_journal(path) else check_seal(path, early)
        notices: tuple[str, ...] = ()
        if version < SCHEMA_VERSION:
            notices = (_upgrade(path, clock()),)
            if seal is Seal.INTACT:
                seal = Seal.ABSENT  # of a file that is no more; the new one is sealed on closing
        conn = _connect(path, read_only=False)
        try:
            if seal is not Seal.INTACT:
                notices += _look_closely(path, conn, seal)
        except BaseException:
            conn.close()
            raise
        return Desk(
            path, conn, lock=lock, seal=seal, clock=clock, on_change=on_change, notices=notices
        )
    except BaseException:
        lock.release()
        raise


def _open_read_only(
    path: Path,
    why: str,
    clock: Callable[[], datetime],
    on_change: Callable[[Touched], None] | None,
) -> Desk:
    version = read_version(path)
    notice = (
        f"{path.name} is open read-only, because {why}. "
        "You can look, print and export; nothing you do changes it."
    )
    copies: tempfile.TemporaryDirectory[str] | None = None
    source = path
    if version < SCHEMA_VERSION or has_hot_journal(path):
        copies = tempfile.TemporaryDirectory(prefix="careerdesk-")
    try:
        if copies is not None:
            source = _readable_copy(path, Path(copies.name), version)
        conn = _connect(source, read_only=True)
    except BaseException:
        if copies is not None:
            copies.cleanup()
        raise
    return Desk(
        path,
        conn,
        lock=None,
        seal=Seal.INTACT,
        clock=clock,
        on_change=on_change,
        notices=(notice,),
        at_close=copies.cleanup if copies else None,
    )


def _readable_copy(path: Path, folder: Path, version: int) -> Path:
    """Copy a desk that SQLite would have to write before reading: half a change, or an old one."""
    copy = folder / path.name
    try:
        shutil.copyfile(path, copy)
        if has_hot_journal(path):
            shutil.copyfile(journal_of(path), journal_of(copy))
    except OSError as error:
        raise writing_problem(copy, error) from error
    if version < SCHEMA_VERSION:
        from careerdesk.storage import migrate

        migrate.upgrade(copy)
    else:
        with told(path), closing(sqlite3.connect(copy)) as conn:
            conn.execute("SELECT count(*) FROM sqlite_master").fetchone()  # rolls back
    return copy


def _upgrade(path: Path, now: datetime) -> str:
    """Bring a desk up to date, keep it as it was, and say so."""
    from careerdesk.storage import migrate

    with told(path):
        source = sqlite3.connect(sqlite_uri(path, "rw"), uri=True, isolation_level=None)
        with closing(source):
            kept = make_backup(source, path, now=now, pinned=True, reason="before an upgrade")
    migrate.upgrade(path)
    return (
        f"{path.name} was brought up to date for this version of CareerDesk; everything on it is "
        f"there. Earlier changes are listed but can no longer be undone. The file as it was "
        f"before is kept in the folder of backups: {kept.path.name}. {kept.note}".strip()
    )


def _look_closely(path: Path, conn: sqlite3.Connection, seal: Seal) -> tuple[str, ...]:
    """Check a desk that is not as CareerDesk sealed it, and say so if something wrote to it."""
    with told(path):
        wrong = faults(conn)
    if wrong:
        raise damaged(path, f"is damaged inside ({wrong[0]})")
    if seal is not Seal.BROKEN:
        return ()
    backups = list_backups(path)
    advice = "There is no backup to compare it with."
    if backups:
        with contextlib.suppress(CareerDeskError):  # looking goes on where nothing can be written
            pin(backups[0])
        made = f"{backups[0].made_at.astimezone():%Y-%m-%d %H:%M}"
        advice = f"The newest verified backup is of {made}: {backups[0].path.name}."
    return (
        f"{path.name} has changed since CareerDesk last closed it: another program wrote to it, "
        f"or the disk did not keep it. Look whether everything is there. {advice}",
    )


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    with told(path):
        conn = connect(path, read_only=read_only)
        try:
            if lacking := missing_tables(conn):
                raise damaged(path, f"lacks a part every desk has ({lacking[0]})")
        except BaseException:
            conn.close()
            raise
    return conn


def _lock(path: Path, clock: Callable[[], datetime]) -> DeskLock:
    try:
        return DeskLock(path, clock())
    except OSError as error:
        raise writing_problem(path, error) from error


def _absolute(path: Path) -> Path:
    return Path(os.path.realpath(path.expanduser()))
