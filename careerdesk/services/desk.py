"""Opening and making desks; the type ``Desk`` that every service takes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from careerdesk.domain.records import KINDS
from careerdesk.storage import opening
from careerdesk.storage.desk import Desk
from careerdesk.storage.early_digest import EarlyDigest

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdesk.domain.touched import Touched

__all__ = [
    "SUFFIX",
    "Desk",
    "EarlyDigest",
    "copy_desk",
    "create_desk",
    "desk_path",
    "move_desk",
    "open_desk",
    "record_counts",
]

SUFFIX: Final = ".careerdesk"


def utc_now() -> datetime:
    """Return the time of the computer's clock."""
    return datetime.now(UTC)


def desk_path(named: str | Path) -> Path:
    """Return the file a user means: ``Alex`` is ``Alex.careerdesk`` unless ``Alex`` is there."""
    path = Path(named)
    if path.suffix == SUFFIX or path.exists():
        return path
    return path.with_name(path.name + SUFFIX)


def open_desk(
    path: Path,
    *,
    on_change: Callable[[Touched], None] | None = None,
    clock: Callable[[], datetime] = utc_now,
    early: EarlyDigest | None = None,
) -> Desk:
    """Open a desk; ``on_change`` hears what each commit touched.

    ``early`` may have begun to read the file while something else was waited for.

    Raises:
        StorageError: it cannot be opened; the file was left byte for byte as it is.
    """
    return opening.open_desk(path, clock=clock, on_change=on_change, early=early)


def create_desk(
    path: Path,
    *,
    on_change: Callable[[Touched], None] | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> Desk:
    """Make a new, empty desk where no file is.

    Raises:
        FileProblemError: a file is there, or the folder cannot be written.
    """
    return opening.create_desk(path, clock=clock, on_change=on_change)


def move_desk(
    path: Path,
    target: Path,
    *,
    clock: Callable[[], datetime] = utc_now,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> str:
    """Move a desk that is not open, with its backups; return what is left behind, if anything.

    Raises:
        StorageError: it cannot be moved; it is where it was.
    """
    from careerdesk.storage import moving

    return moving.move_desk(path, target, clock=clock, progress=progress)


def copy_desk(desk: Desk, path: Path) -> Path:
    """Make a verified copy of an open desk under another name, and return where it is.

    The copy is a desk of its own, with the history of the first and without its backups.

    Raises:
        FileProblemError: a file is there, or the folder cannot be written.
        DiskFullError: there is no space left; nothing is left of the copy.
    """
    path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
    desk.copy_to(path)
    return path


def record_counts(desk: Desk) -> dict[str, int]:
    """Return how many records of each kind are on the desk."""
    return {name: desk.count(kind) for name, kind in KINDS.items()}
