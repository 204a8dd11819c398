"""Backups of a desk: making, listing and restoring them, and checking the desk itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from careerdesk.domain.errors import CareerDeskError
from careerdesk.services.desk import utc_now
from careerdesk.storage import backup_places, backups, restoring, steady_copy
from careerdesk.storage.backups import Backup
from careerdesk.storage.seal import Seal

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdesk.storage.desk import Desk

__all__ = [
    "Backup",
    "BackupJob",
    "accept",
    "back_up",
    "check",
    "choose_folder",
    "folder_of",
    "is_beside",
    "job_by_hand",
    "job_if_due",
    "list_backups",
    "note_job",
    "restore",
    "run_job",
    "was_changed_outside",
]

INTERVAL: Final = timedelta(minutes=30)


def back_up(desk: Desk) -> Backup:
    """Make a verified copy of the desk, kept for good because it was asked for."""
    return desk.backup(pinned=True, reason="made by hand")


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupJob:
    """A backup to be made in another thread while the desk is used on."""

    desk: Path
    version: int
    now: datetime
    is_pinned: bool
    reason: str


def job_by_hand(desk: Desk, now: datetime) -> BackupJob:
    """Return the job that makes what ``back_up`` makes."""
    return BackupJob(
        desk=desk.path, version=desk.version, now=now, is_pinned=True, reason="made by hand"
    )


def job_if_due(desk: Desk, now: datetime) -> BackupJob | None:
    """Return a job if the desk has changed and the newest backup is 30 minutes old."""
    if desk.is_read_only or not desk.is_changed:
        return None
    newest = list_backups(desk.path)[:1]
    if newest and now - newest[0].made_at < INTERVAL:
        return None
    return BackupJob(
        desk=desk.path, version=desk.version, now=now, is_pinned=False, reason="while it was open"
    )


def run_job(job: BackupJob, progress: Callable[[int, int], None]) -> Backup:
    """Do a job, in whichever thread; the desk is read by a connection of its own.

    What could not be done besides is said in the ``note`` of the backup.
    """
    made = steady_copy.make_backup_beside_writer(
        job.desk, now=job.now, pinned=job.is_pinned, reason=job.reason, progress=progress
    )
    try:
        backups.remove_surplus(job.desk, job.now)
    except CareerDeskError as error:
        note = f"Backups grown too old were not removed. {error}"
        return replace(made, note=f"{made.note} {note}".strip())
    return made


def note_job(desk: Desk, job: BackupJob, made: Backup) -> None:
    """Have a desk take note of a job that is done, in the thread that uses the desk."""
    desk.note_backup(made, job.version)


def list_backups(desk: Path) -> list[Backup]:
    """Return the verified backups of a desk, newest first."""
    return backups.list_backups(desk)


def folder_of(desk: Path) -> Path:
    """Return the folder in which the next backup of a desk should be made."""
    return backup_places.places(desk)[0]


def is_beside(desk: Path) -> bool:
    """Say whether backups are made beside the desk, as long as no other folder is chosen."""
    return backup_places.chosen_folder(desk) is None


def choose_folder(desk: Path, place: Path | None) -> Path:
    """Have the next backups made in a folder of their own in ``place``; None is beside the desk.

    Backups made so far stay where they are, and are still listed.
    """
    return backup_places.choose_folder(desk, place)


def restore(desk: Path, backup: Path, *, clock: Callable[[], datetime] = utc_now) -> Path | None:
    """Put a backup in the place of a desk that is not open; see ``storage.restoring``."""
    return restoring.restore(desk, backup, clock=clock)


def check(desk: Desk) -> list[str]:
    """Return what is wrong with an open desk, as sentences; an empty list says that it is sound."""
    return desk.faults()


def was_changed_outside(desk: Desk) -> bool | None:
    """Say whether something wrote to the desk while it was closed; None if nothing can tell."""
    return None if desk.found_seal is Seal.ABSENT else desk.found_seal is Seal.BROKEN


def accept(desk: Desk) -> None:
    """Take a desk that was changed outside CareerDesk as it is."""
    desk.accept()
