"""Who may open a desk: a lock file beside it, held by the operating system.

The lock is never on the desk itself, since closing any handle of the database file would drop
SQLite's own locks. The system frees it when its holder ends, however it ends; the text in the
file is only for the message.
"""

from __future__ import annotations

import contextlib
import os
import platform
from typing import TYPE_CHECKING

from careerdesk.domain.errors import DeskInUseError
from careerdesk.files import LOCK_HELD, take_lock

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


class DeskLock:
    """The right to write one desk, from making this object until ``release``.

    Raises:
        DeskInUseError: another process, or another part of this one, has it.
        OSError: the folder cannot be written, or its file system knows no locks.
    """

    def __init__(self, desk: Path, now: datetime) -> None:
        self._path = lock_file_of(desk)
        while True:
            self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                take_lock(self._handle)
                if os.path.samestat(os.fstat(self._handle), self._path.stat()):
                    break
            except FileNotFoundError:  # a holder removed it between our open and our lock
                pass
            except OSError as error:
                if error.errno not in LOCK_HELD:
                    self.release()
                    raise
                holder = os.read(self._handle, 200).decode(errors="replace").strip()
                os.close(self._handle)
                raise _in_use(desk, holder) from None
            os.close(self._handle)
        since = now.astimezone().strftime("%H:%M")
        text = f"CareerDesk (process {os.getpid()} on {platform.node()}, since {since})"
        with contextlib.suppress(OSError):  # on a full disk the lock holds without its text
            os.ftruncate(self._handle, 0)
            os.write(self._handle, text.encode())

    def release(self) -> None:
        """Give the desk free, leaving no file behind."""
        if os.name == "posix":  # while still held, so that only our own file is removed
            self._path.unlink(missing_ok=True)
        os.close(self._handle)
        if os.name == "nt":  # refused by Windows if somebody else has it open by now
            with contextlib.suppress(OSError):
                self._path.unlink()


def lock_file_of(desk: Path) -> Path:
    """Return the lock file of a desk."""
    return desk.with_name(f".{desk.name}.lock")


def _in_use(desk: Path, holder: str) -> DeskInUseError:
    holder = holder or "another program"
    return DeskInUseError(
        f"{desk.name} is already open in {holder}. Nothing was changed; close it there first.",
        holder,
    )
