"""Failures of SQLite and of the file system as errors that a user can understand."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
from typing import TYPE_CHECKING

from careerdesk.domain.errors import (
    CareerDeskError,
    DeskDamagedError,
    DeskInUseError,
    DiskFullError,
    InvalidValueError,
    NotFoundError,
    ReadOnlyDeskError,
    StorageError,
)
from careerdesk.storage.backup_places import backup_folder, chosen_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PROBE_BYTES = 256 * 1024


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite reports about a desk inside this block into a sentence."""
    try:
        yield
    except sqlite3.Error as error:
        problem = _sqlite_problem(path, error)
        if problem is None:
            raise
        raise problem from error
    except UnicodeEncodeError as error:
        raise _unstorable_text() from error


def damaged(path: Path, what: str) -> DeskDamagedError:
    """Say that a desk is damaged, and what can be done."""
    advice = "there are no backups beside it, so use a copy if you have one"
    if (chosen := chosen_folder(path)) is not None:
        advice = f"restore the newest backup from the folder {chosen}"
    elif (backups := backup_folder(path)).is_dir():
        advice = f"restore the newest backup from the folder {backups.name} beside it"
    return DeskDamagedError(f"{path.name} {what}. The file was left as it is; {advice}.")


def read_only(path: Path) -> ReadOnlyDeskError:
    """Say that a desk that is read-only cannot be changed."""
    return ReadOnlyDeskError(
        f"{path.name} is open read-only, so nothing was changed. Make the file and its folder "
        "writable, or work on a copy."
    )


def _unstorable_text() -> InvalidValueError:
    return InvalidValueError("text", "holds characters that cannot be stored")


def _sqlite_problem(path: Path, error: sqlite3.Error) -> CareerDeskError | None:
    """Return the sentence for an error of SQLite, None for one that only a bug can cause."""
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_FULL" or (name.startswith("SQLITE_IOERR") and _is_full(path)):
        return DiskFullError(
            f"There is no space left on the disk, so the last change to {path.name} was not "
            "stored. Everything before it is safe; free some space and try again."
        )
    if name == "SQLITE_READONLY_DBMOVED":
        return StorageError(
            f"{path.name} is no longer at {path.parent}: it was moved or deleted while it was "
            "open. Nothing more can be stored; put it back, or restore its newest backup."
        )
    if name.startswith("SQLITE_READONLY"):
        return read_only(path)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DeskInUseError(
            f"Another program is using {path.name}. Nothing was changed; close it and try again.",
            "another program",
        )
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return damaged(path, f"is damaged inside ({error})")
    if name == "SQLITE_CONSTRAINT_FOREIGNKEY":
        return NotFoundError(
            "The change refers to a record that is not on the desk. Nothing was changed."
        )
    if name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return StorageError(
            f"{path.name} could not be read or written ({error}). Nothing was changed; check the "
            "disk and the rights to the folder."
        )
    return None


def _is_full(path: Path) -> bool:
    """Say whether a write failed for want of space, which SQLite may call an I/O error.

    A probe is written where the desk would have grown, so that limits of the size of one file
    are met as well.
    """
    probe = path.with_name(f".{path.name}.space")
    try:
        with probe.open("xb") as file:
            file.seek(path.stat().st_size)
            file.write(bytes(_PROBE_BYTES))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    finally:
        probe.unlink(missing_ok=True)
    return False
