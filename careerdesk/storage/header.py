"""What the first bytes of a file say about it, read without SQLite, which would touch the file."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from careerdesk.domain.errors import DeskMissingError, DeskTooNewError, NotADeskError
from careerdesk.storage.layout import APPLICATION_ID, SCHEMA_VERSION
from careerdesk.storage.problems import damaged

if TYPE_CHECKING:
    from pathlib import Path

_MAGIC = b"SQLite format 3\0"


def check_is_file(path: Path) -> None:
    """Refuse what is no regular file, before anything is opened.

    Raises:
        DeskMissingError: nothing is there.
        NotADeskError: a folder, a device, or out of reach.
        DeskDamagedError: an empty file, which SQLite would take for a new database.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        raise DeskMissingError(
            f"There is no desk at {path}. Check the name, or make a new desk there."
        ) from None
    except OSError as error:
        raise _unreadable(path, error) from error
    if stat.S_ISDIR(found.st_mode):
        raise NotADeskError(f"{path} is a folder, not a CareerDesk file. Name the file inside it.")
    if not stat.S_ISREG(found.st_mode):
        raise NotADeskError(f"{path} is not a file. Nothing was changed.")
    if found.st_size == 0:
        raise damaged(path, "is empty (0 bytes)")


def read_version(path: Path) -> int:
    """Judge the header and return the version of the file format; the file is not changed.

    Only while this process has the file not open: on POSIX, closing any descriptor of a file
    drops the locks SQLite holds on it.

    Raises:
        NotADeskError: not a SQLite file, another program's, or not readable.
        DeskTooNewError: written by a newer CareerDesk.
        DeskDamagedError: cut off.
    """
    check_is_file(path)
    try:
        with path.open("rb") as file:
            head = file.read(100)
            size = file.seek(0, 2)
    except OSError as error:
        raise _unreadable(path, error) from error
    if not head.startswith(_MAGIC):
        raise NotADeskError(f"{path.name} is not a CareerDesk file. It was left as it is.")
    if len(head) < 100:
        raise damaged(path, f"is cut off after {len(head)} bytes")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotADeskError(
            f"{path.name} is a database of another program, not a CareerDesk file. "
            "It was left as it is."
        )
    version = int.from_bytes(head[60:64], "big")
    if version > SCHEMA_VERSION:
        raise DeskTooNewError(
            f"{path.name} was written by a newer CareerDesk (file format {version}, this program "
            f"knows {SCHEMA_VERSION}). It was left as it is; install the newer program."
        )
    expected = _page_size(head) * int.from_bytes(head[28:32], "big")
    if size < expected and not has_hot_journal(path):
        raise damaged(path, f"is cut off ({size:,} of {expected:,} bytes are there)")
    return version


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps the rollback journal of a desk while a change is under way."""
    return path.with_name(f"{path.name}-journal")


def has_hot_journal(path: Path) -> bool:
    """Say whether a change was cut short, so that SQLite will roll it back on opening."""
    journal = journal_of(path)
    return journal.exists() and journal.stat().st_size > 0


def _page_size(head: bytes) -> int:
    stored = int.from_bytes(head[16:18], "big")
    return 65536 if stored == 1 else stored


def _unreadable(path: Path, error: OSError) -> NotADeskError:
    return NotADeskError(
        f"{path} cannot be read ({error.strerror or error}). It was left as it is; check your "
        "rights to the file and its folder."
    )
