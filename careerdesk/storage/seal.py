"""The seal of a desk at rest: the digest of the file, kept beside it while it is closed.

SQLite's own checks overlook most flipped bits; the digest of the file overlooks none.
"""

from __future__ import annotations

import json
from enum import Enum
from typing import TYPE_CHECKING

from careerdesk.files import write_whole
from careerdesk.storage.integrity import file_digest

if TYPE_CHECKING:
    from pathlib import Path

    from careerdesk.storage.early_digest import EarlyDigest


class Seal(Enum):
    """What the seal says about a closed desk."""

    INTACT = "intact"  # the file is byte for byte as CareerDesk left it
    BROKEN = "broken"  # something else wrote to it, or bits have rotted
    ABSENT = "absent"  # not closed in an orderly way, or moved without its seal


def check_seal(desk: Path, early: EarlyDigest | None = None) -> Seal:
    """Compare a closed desk with its seal; ``early`` may have read it already."""
    try:
        sealed = json.loads(seal_file_of(desk).read_text(encoding="utf-8"))["sha256"]
    except (OSError, ValueError, KeyError, TypeError):
        return Seal.ABSENT
    found = (early.of(desk) if early is not None else None) or file_digest(desk)
    return Seal.INTACT if sealed == found else Seal.BROKEN


def write_seal(desk: Path) -> None:
    """Seal a closed desk."""
    content = json.dumps({"sha256": file_digest(desk)})
    write_whole(seal_file_of(desk), content.encode())


def break_seal(desk: Path) -> None:
    """Remove the seal, because the desk is about to be changed."""
    seal_file_of(desk).unlink(missing_ok=True)


def seal_file_of(desk: Path) -> Path:
    """Return the file that holds the seal of a desk."""
    return desk.with_name(f".{desk.name}.seal")
