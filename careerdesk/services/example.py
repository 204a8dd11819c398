"""The example desk: a fictional change of career to look around in."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from careerdesk.domain.records import COLLECTIONS
from careerdesk.services.desk import create_desk
from careerdesk.services.example_source import example_records
from careerdesk.storage.backup_places import backup_folder
from careerdesk.storage.seal import seal_file_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from careerdesk.domain.touched import Touched
    from careerdesk.storage.desk import Desk

TITLE = "Create the example desk"


def create_example_desk(
    path: Path,
    today: date,
    *,
    on_change: Callable[[Touched], None] | None = None,
) -> Desk:
    """Make a desk whose story ends today; if it cannot be filled, no file of it stays behind.

    Raises:
        FileProblemError: a file is there, or the folder cannot be written.
    """
    desk = create_desk(path, on_change=on_change)
    older = _backups_of(desk)
    try:
        fill_example(desk, today)
    except BaseException:
        _discard(desk, keep=older)
        raise
    return desk


def fill_example(desk: Desk, today: date) -> None:
    """Put the example's records on a desk, as one change that can be undone."""
    records, contents = example_records(today)
    with desk.change(TITLE) as tx:
        for content in contents.values():
            tx.keep(content)
        tx.put(records.profile)
        tx.put(records.preferences)
        for name in COLLECTIONS:  # parents stand before what names them
            tx.add_many(getattr(records, name))


def _discard(desk: Desk, *, keep: frozenset[Path]) -> None:
    """Close a desk that was just made, and remove it with all that closing it left beside it.

    Backups of an earlier desk of that name are kept.
    """
    desk.close()
    desk.path.unlink(missing_ok=True)
    seal_file_of(desk.path).unlink(missing_ok=True)
    for file in _backups_of(desk) - keep:
        file.unlink(missing_ok=True)
    if not keep:
        shutil.rmtree(backup_folder(desk.path), ignore_errors=True)


def _backups_of(desk: Desk) -> frozenset[Path]:
    folder = backup_folder(desk.path)
    return frozenset(folder.iterdir()) if folder.is_dir() else frozenset()
