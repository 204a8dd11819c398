"""Where the backups of a desk lie: beside it, and in another folder if the user has chosen one.

A small text file in the folder beside the desk says which. So the choice stays on this computer
and does not travel with the desk, the command line finds it as well, and it can still be read
when the desk itself cannot.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from careerdesk.domain.errors import FileProblemError
from careerdesk.files import require_writable, write_whole, writing_problem

_SUFFIX: Final = ".backups"
_POINTER: Final = "elsewhere.txt"


def backup_folder(desk: Path) -> Path:
    """Return the folder beside a desk that holds its backups if no other one was chosen."""
    return desk.with_name(f"{desk.name}{_SUFFIX}")


def chosen_folder(desk: Path) -> Path | None:
    """Return the other folder that was chosen, which need not be there at the moment."""
    try:
        said = (backup_folder(desk) / _POINTER).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    folder = Path(said)
    return folder if said and folder.is_absolute() else None


def choose_folder(desk: Path, place: Path | None) -> Path:
    """Have the next backups made in a folder of their own in ``place``; None is beside the desk.

    A folder that is named like one of backups of this desk is taken as it is, so that a disk can
    be taken into use again. Backups made so far stay where they are.

    Raises:
        DiskFullError, FileProblemError: nothing can be written there; the choice is as before.
    """
    beside = backup_folder(desk)
    try:
        if place is None or place == beside:
            (beside / _POINTER).unlink(missing_ok=True)
            return beside
        if not place.is_dir():
            raise FileProblemError(f"{place} is not a folder, so backups go where they did before.")
        is_ours = place.name.endswith(_SUFFIX) and place.name.startswith(desk.stem)
        folder = place if is_ours else _free_folder(place / beside.name)
        require_writable(folder)
        require_writable(beside)
        folder.mkdir(mode=0o700, exist_ok=True)
        beside.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise writing_problem(place or beside, error) from error
    write_whole(beside / _POINTER, f"{folder}\n".encode())
    return folder


def places(desk: Path) -> list[Path]:
    """Return the folders in which backups of a desk may lie, the chosen one first."""
    chosen = chosen_folder(desk)
    return [backup_folder(desk)] if chosen is None else [chosen, backup_folder(desk)]


def _free_folder(wanted: Path) -> Path:
    """Return a folder without backups of another desk that has the same name."""
    folder, number = wanted, 2
    while folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        folder, number = wanted.with_name(f"{wanted.stem} {number}{_SUFFIX}"), number + 1
    return folder
