"""Backups of a desk: making, listing and restoring them, and checking the desk itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from careerdesk.services.desk import utc_now
from careerdesk.storage import backup_places, backups, restoring
from careerdesk.storage.backups import Backup
from careerdesk.storage.seal import Seal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from careerdesk.storage.desk import Desk

__all__ = [
    "Backup",
    "accept",
    "back_up",
    "backup_if_due",
    "check",
    "choose_folder",
    "folder_of",
    "is_beside",
    "list_backups",
    "restore",
    "was_changed_outside",
]

INTERVAL: Final = timedelta(minutes=30)


def back_up(desk: Desk) -> Backup:
    """Make a verified copy of the desk, kept for good because it was asked for."""
    return desk.backup(pinned=True, reason="made by hand")


def backup_if_due(desk: Desk, now: datetime) -> Backup | None:
    """Make a backup if the desk has changed and the newest one is 30 minutes old."""
    if desk.is_read_only or not desk.is_changed:
        return None
    newest = list_backups(desk.path)[:1]
    if newest and now - newest[0].made_at < INTERVAL:
        return None
    return desk.backup(reason="every 30 minutes")


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
