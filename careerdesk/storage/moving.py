"""Moving a desk to another place, with its backups and its seal.

Everything is copied and compared first; the desk gets its new name last and the old files are
removed after that, so a move that is cut short leaves the desk where it was.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from careerdesk.domain.errors import DeskMissingError, FileProblemError
from careerdesk.files import (
    copy_whole,
    move_into_place,
    require_writable,
    sync_folder,
    writing_problem,
)
from careerdesk.storage.backup_places import backup_folder
from careerdesk.storage.header import has_hot_journal, journal_of
from careerdesk.storage.integrity import file_digest
from careerdesk.storage.lock import DeskLock
from careerdesk.storage.seal import seal_file_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


def move_desk(
    desk: Path,
    target: Path,
    *,
    clock: Callable[[], datetime],
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> str:
    """Move a desk that is not open; return what could not be removed at the old place, if any.

    Raises:
        StorageError: something is at the new place, or it cannot be written, or the desk is in
            use; the desk is where it was.
    """
    desk, target = Path(os.path.realpath(desk)), Path(os.path.realpath(target))
    if not desk.is_file():
        raise DeskMissingError(f"There is no desk at {desk}. Nothing was moved.")
    for taken in (target, backup_folder(target), seal_file_of(target), journal_of(target)):
        if taken.exists():
            raise FileProblemError(
                f"{taken} already exists, so nothing was moved. Choose another name or folder."
            )
    if backup_folder(desk) in target.parents:
        raise FileProblemError(f"A desk cannot be moved among its own backups: {target}.")
    require_writable(target)
    require_writable(desk)  # or the old one would stay
    try:
        lock = DeskLock(desk, clock())
    except OSError as error:
        raise writing_problem(desk, error) from error
    try:
        if has_hot_journal(desk):
            raise FileProblemError(
                f"{desk.name} was not closed in an orderly way, so nothing was moved. "
                "Open it once and try again."
            )
        _copy_all(desk, target, progress)
        return _remove_all(desk)
    except OSError as error:
        raise writing_problem(target, error) from error
    finally:
        lock.release()


def _copy_all(desk: Path, target: Path, progress: Callable[[int, int], None]) -> None:
    work = target.with_name(f".{target.name}.moving")
    work_folder = target.with_name(f".{target.name}.moving.backups")
    old_folder, new_folder = backup_folder(desk), backup_folder(target)
    shutil.rmtree(work_folder, ignore_errors=True)  # of a move that was cut short
    has_backups = old_folder.is_dir()
    inside = sorted(old_folder.rglob("*")) if has_backups else []
    try:
        if has_backups:
            work_folder.mkdir(mode=0o700)
        for done, path in enumerate(inside):
            progress(done, len(inside) + 1)
            copied = work_folder / path.relative_to(old_folder)
            if path.is_dir():
                copied.mkdir(mode=0o700)
            else:
                _copy_same(path, copied)
        _copy_same(desk, work)
        if has_backups:
            work_folder.rename(new_folder)
        if seal_file_of(desk).exists():
            _copy_same(seal_file_of(desk), seal_file_of(target))
        move_into_place(work, target)
        progress(1, 1)
    except BaseException:
        for leftover in (work, seal_file_of(target)):
            leftover.unlink(missing_ok=True)
        for folder in (work_folder, new_folder):
            shutil.rmtree(folder, ignore_errors=True)
        raise
    sync_folder(target.parent)


def _copy_same(source: Path, target: Path) -> None:
    copy_whole(source, target)
    if file_digest(source) != file_digest(target):
        raise FileProblemError(
            f"{source.name} could not be copied completely, so nothing was moved. "
            "Check the disk and try again."
        )


def _remove_all(desk: Path) -> str:
    """Remove what has been moved, the desk first: two of them would soon differ."""
    try:
        for part in (desk, seal_file_of(desk), journal_of(desk)):
            part.unlink(missing_ok=True)
        if backup_folder(desk).is_dir():
            shutil.rmtree(backup_folder(desk))
    except OSError as error:
        return (
            f"The desk was moved, but not everything at {desk.parent} could be removed "
            f"({error.strerror or error}). What is left there is no longer needed."
        )
    return ""
