"""Verified copies of a desk in a folder beside it or one of the user's, thinned out with age.

A copy is made under a temporary name, opened again, checked and compared with what it was made
of; only then it gets its name, and beside it a small JSON file that says so. Whatever lies under
a backup's name with such a file is therefore whole.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
import threading
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from careerdesk import __version__
from careerdesk.domain.errors import DeskDamagedError, DiskFullError, FileProblemError
from careerdesk.files import move_into_place, require_writable, write_whole, writing_problem
from careerdesk.storage.backup_places import backup_folder, chosen_folder, places
from careerdesk.storage.header import journal_of
from careerdesk.storage.integrity import (
    counts,
    damaged_contents,
    faults,
    file_digest,
    logical_digest,
    open_copy,
)
from careerdesk.storage.problems import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Copier = Callable[[sqlite3.Connection, Path], tuple[str, dict[str, int]]]

_SUFFIX: Final = ".careerdesk"
_TEMPORARY: Final = ".unfinished-"
_MAKING: Final = threading.Lock()
_SHARP: Final = timedelta(days=2)
_DAYS, _WEEKS, _MONTHS = 12, 10, 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One verified copy; ``made_at`` is in UTC, ``digest`` that of its records.

    ``note`` says of one just made why it does not lie in the folder the user has chosen.
    """

    path: Path
    made_at: datetime
    is_pinned: bool
    reason: str
    digest: str
    file_digest: str
    counts: dict[str, int]
    note: str = ""


def make_backup(
    source: sqlite3.Connection,
    desk: Path,
    *,
    now: datetime,
    pinned: bool,
    reason: str,
    copy: Copier | None = None,
) -> Backup:
    """Copy the desk behind ``source`` and verify the copy; a pinned one is never removed.

    ``copy`` does that in another way than ``copy_at_once``.

    If the folder chosen for backups is not there or cannot be written, such as that of a disk
    that is not connected, the copy is made beside the desk and says so in its ``note``.

    Raises:
        DiskFullError, FileProblemError: the copy could not be written; nothing is left of it.
        DeskDamagedError: the copy is not sound, which means that the desk is not.
    """
    beside, chosen = backup_folder(desk), chosen_folder(desk)

    def make_in(folder: Path) -> Backup:
        # One at a time: each begins by removing what was left unfinished.
        with _MAKING, told(desk):
            return _make_in(
                folder,
                lambda target: (copy or copy_at_once)(source, target),
                desk,
                now=now,
                pinned=pinned,
                reason=reason,
            )

    if chosen is None:
        return make_in(beside)
    try:
        if not chosen.is_dir():  # never made anew: it may be where a disk will be connected
            raise FileProblemError("It is not there; connect its disk, or choose another folder.")
        return make_in(chosen)
    except (DiskFullError, FileProblemError) as error:
        note = (
            f"The backup was made beside the desk, because the folder chosen for backups, "
            f"{chosen}, cannot be used. {error}"
        )
        return replace(make_in(beside), note=note)


def _make_in(
    folder: Path,
    copy: Callable[[Path], tuple[str, dict[str, int]]],
    desk: Path,
    *,
    now: datetime,
    pinned: bool,
    reason: str,
) -> Backup:
    require_writable(folder)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        for unfinished in folder.glob(f"{_TEMPORARY}*"):
            unfinished.unlink()
        handle, name = tempfile.mkstemp(prefix=_TEMPORARY, dir=folder)
        os.close(handle)
        temporary = Path(name)
        try:
            digest, counted = copy(temporary)
            made = Backup(
                path=_free_name(folder, desk, now),
                made_at=now,
                is_pinned=pinned,
                reason=reason,
                digest=digest,
                file_digest=file_digest(temporary),
                counts=counted,
            )
            move_into_place(temporary, made.path)
        finally:
            temporary.unlink(missing_ok=True)
            journal_of(temporary).unlink(missing_ok=True)
    except OSError as error:
        raise writing_problem(folder, error) from error
    _write_sidecar(made)
    return made


def make_copy(source: sqlite3.Connection, desk: Path, target: Path) -> None:
    """Copy the desk behind ``source`` to a file that is a desk of its own, and verify it.

    Raises:
        FileProblemError: there is a file of that name already, or the folder cannot be written.
        DiskFullError: there is no space left; nothing is left of the copy.
        DeskDamagedError: the copy is not sound, which means that the desk is not.
    """
    if target.exists() or target.is_symlink():
        raise FileProblemError(
            f"There is already a file at {target}. It was left as it is; choose another name."
        )
    require_writable(target)
    try:
        handle, name = tempfile.mkstemp(prefix=_TEMPORARY, dir=target.parent)
        os.close(handle)
        temporary = Path(name)
        try:
            with told(desk):
                copy_at_once(source, temporary)
            move_into_place(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)
            journal_of(temporary).unlink(missing_ok=True)
    except OSError as error:
        raise writing_problem(target, error) from error


def list_backups(desk: Path) -> list[Backup]:
    """Return the verified backups of a desk, newest first, wherever they lie."""
    found = [backup for folder in places(desk) for backup in _backups_in(folder)]
    return sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)


def _backups_in(folder: Path) -> list[Backup]:
    found = []
    for sidecar in folder.glob(f"*{_SUFFIX}.json"):
        path = sidecar.with_suffix("")
        try:
            said = json.loads(sidecar.read_text(encoding="utf-8"))
            if path.is_file():
                found.append(
                    Backup(
                        path=path,
                        made_at=datetime.fromisoformat(said["made_at"]),
                        is_pinned=bool(said["pinned"]),
                        reason=str(said["reason"]),
                        digest=str(said["digest"]),
                        file_digest=str(said["sha256"]),
                        counts=dict(said["counts"]),
                    )
                )
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return found


def pin(backup: Backup) -> None:
    """Keep a backup for good."""
    if not backup.is_pinned:
        _write_sidecar(replace(backup, is_pinned=True))


def surplus(backups: Iterable[Backup], now: datetime) -> list[Backup]:
    """Return the backups to remove.

    Kept are all of the last 2 days, the newest of each of the last 12 days, 10 weeks and
    9 months that have one, every pinned one, and the newest of all.
    """
    newest_first = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    kept = {id(backup) for backup in newest_first if backup.is_pinned}
    kept |= {id(backup) for backup in newest_first if now - backup.made_at <= _SHARP}
    kept |= {id(backup) for backup in newest_first[:1]}
    for how_many, period in ((_DAYS, "%Y-%j"), (_WEEKS, "%G-%V"), (_MONTHS, "%Y-%m")):
        newest_of: dict[str, Backup] = {}
        for backup in newest_first:
            newest_of.setdefault(backup.made_at.strftime(period), backup)
        kept |= {id(backup) for backup in list(newest_of.values())[:how_many]}
    return [backup for backup in newest_first if id(backup) not in kept]


def copy_at_once(source: sqlite3.Connection, target: Path) -> tuple[str, dict[str, int]]:
    """Copy, verify, and return the digest and the counts of what was copied."""
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = delete")
    with open_copy(target) as copy:
        digest = logical_digest(copy)
        counted = verified(copy)
    require_same(digest, logical_digest(source))
    return digest, counted


def verified(copy: sqlite3.Connection) -> dict[str, int]:
    """Return how many records a copy holds.

    Raises:
        DeskDamagedError: it is not sound inside.
    """
    wrong = faults(copy) + [f"attachment {one} has changed" for one in damaged_contents(copy)]
    if wrong:
        raise _unsound(wrong[0])
    return counts(copy)


def require_same(copied: str, original: str) -> None:
    """Demand that a copy has the digest of what it was made of.

    Raises:
        DeskDamagedError: it has not.
    """
    if copied != original:
        raise _unsound("it differs from the desk")


def _unsound(why: str) -> DeskDamagedError:
    return DeskDamagedError(
        f"The copy made as a backup is not sound ({why}). It was thrown away; "
        "the desk itself may be damaged, so check it and keep the older backups."
    )


def _free_name(folder: Path, desk: Path, now: datetime) -> Path:
    stem = f"{desk.stem} {now.astimezone(UTC):%Y-%m-%d %H%M%SZ}"
    path, number = folder / f"{stem}{_SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{stem} {number}{_SUFFIX}", number + 1
    return path


def _write_sidecar(backup: Backup) -> None:
    said = {
        "made_at": backup.made_at.isoformat(),
        "made_by": f"CareerDesk {__version__}",
        "pinned": backup.is_pinned,
        "reason": backup.reason,
        "digest": backup.digest,
        "sha256": backup.file_digest,
        "counts": backup.counts,
    }
    text = json.dumps(said, indent=1, ensure_ascii=False)
    write_whole(Path(f"{backup.path}.json"), text.encode())


def remove_surplus(desk: Path, now: datetime) -> None:
    """Remove the backups of a desk that are grown too old, each folder for itself.

    Raises:
        FileProblemError: one could not be removed; it is tried again after the next backup.
    """
    for folder in places(desk):
        try:
            for backup in surplus(_backups_in(folder), now):
                Path(f"{backup.path}.json").unlink(missing_ok=True)
                backup.path.unlink(missing_ok=True)
        except OSError as error:
            raise writing_problem(folder, error) from error
