"""Putting a backup in the place of a desk, and keeping what it replaces.

The backup is copied and verified beside the desk first, so that a restore that is cut short
leaves the old desk or the restored one. What is replaced is copied into the folder of backups
before, with its side files, even if it is damaged.
"""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from careerdesk.domain.errors import DeskDamagedError, DeskMissingError, FileProblemError
from careerdesk.files import (
    copy_whole,
    move_into_place,
    require_writable,
    sync_folder,
    writing_problem,
)
from careerdesk.storage.backup_places import backup_folder
from careerdesk.storage.connection import sqlite_uri
from careerdesk.storage.header import has_hot_journal, journal_of, read_version
from careerdesk.storage.integrity import damaged_contents, faults, file_digest
from careerdesk.storage.lock import DeskLock
from careerdesk.storage.problems import told
from careerdesk.storage.seal import break_seal, seal_file_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


def restore(desk: Path, backup: Path, *, clock: Callable[[], datetime]) -> Path | None:
    """Replace a desk by a backup and return the folder that keeps the replaced one, if any.

    ``backup`` may be any sound desk file. The desk may be missing or damaged, but not open.

    Raises:
        StorageError: the backup is not a sound desk, or the desk is in use; nothing was changed.
    """
    desk, backup = Path(os.path.realpath(desk)), Path(os.path.realpath(backup))
    if desk == backup:
        raise FileProblemError(
            f"{desk.name} cannot be restored from itself. Nothing was changed; name a backup."
        )
    if desk.is_dir():
        raise FileProblemError(f"{desk} is a folder, so nothing was restored there.")
    _check_backup(backup)
    require_writable(desk)
    require_writable(backup_folder(desk))
    try:
        lock = DeskLock(desk, clock())
    except OSError as error:
        raise writing_problem(desk, error) from error
    try:
        return _replace(desk, backup, clock())
    except OSError as error:
        raise writing_problem(desk, error) from error
    finally:
        lock.release()


def _replace(desk: Path, backup: Path, now: datetime) -> Path | None:
    work = desk.with_name(f".{desk.name}.restoring")
    try:
        copy_whole(backup, work)
        if file_digest(work) != file_digest(backup):
            raise FileProblemError(
                f"{backup.name} could not be copied completely. Nothing was changed; "
                "check the disk and try again."
            )
        replaced = _set_aside(desk, now) if desk.exists() else None
        break_seal(desk)
        # Beside another file this journal would be taken for one of its own and spoil it.
        journal_of(desk).unlink(missing_ok=True)
        move_into_place(work, desk)
        return replaced
    finally:
        work.unlink(missing_ok=True)


def _set_aside(desk: Path, now: datetime) -> Path:
    if has_hot_journal(desk):
        _finish_rollback(desk)
    stem = f"replaced {now.astimezone(UTC):%Y-%m-%d %H%M%SZ}"
    folder, number = backup_folder(desk) / stem, 2
    while folder.exists():
        folder, number = backup_folder(desk) / f"{stem} {number}", number + 1
    backup_folder(desk).mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(mode=0o700)
    for part in (desk, journal_of(desk), seal_file_of(desk)):
        if part.exists():
            copy_whole(part, folder / part.name)
    sync_folder(folder)
    return folder


def _finish_rollback(desk: Path) -> None:
    """Let SQLite roll back half a change; a desk too damaged for that is set aside as it is."""
    with (
        suppress(sqlite3.Error),
        closing(sqlite3.connect(sqlite_uri(desk, "rw"), uri=True)) as conn,
    ):
        conn.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _check_backup(backup: Path) -> None:
    if not backup.exists():
        raise DeskMissingError(f"There is no backup at {backup}. Nothing was changed.")
    read_version(backup)
    sidecar = Path(f"{backup}.json")
    with suppress(OSError, ValueError, KeyError, TypeError):
        said = json.loads(sidecar.read_text(encoding="utf-8"))["sha256"]
        if said != file_digest(backup):
            raise _unsound(backup, "it has changed since it was made")
    with told(backup), closing(_open_for_check(backup)) as conn:
        wrong = faults(conn) or ["an attachment has changed" for _ in damaged_contents(conn)]
    if wrong:
        raise _unsound(backup, wrong[0])


def _open_for_check(backup: Path) -> sqlite3.Connection:
    # A desk file with half a change beside it is rolled back by opening it, as always.
    mode = "rw" if has_hot_journal(backup) else "ro"
    return sqlite3.connect(sqlite_uri(backup, mode), uri=True, isolation_level=None)


def _unsound(backup: Path, why: str) -> DeskDamagedError:
    return DeskDamagedError(
        f"{backup.name} is not a sound backup ({why}). Nothing was changed; choose another one."
    )
