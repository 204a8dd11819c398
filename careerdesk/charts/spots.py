"""Places of a picture that answer when they are pointed at: what they show, and from what records.

A chart names them while it is painted, so a place and what is drawn there cannot disagree.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

# Left, bottom, width, height.
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Behind:
    """The records a bar or dot was counted from; ``words`` say which, such as "March 2026"."""

    kind: type[Any]
    ids: tuple[uuid.UUID, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Spot:
    """One place in points, the date and value shown there, and what lies behind it, if anything."""

    box: Box
    text: str
    behind: Behind | None


def behind(kind: type[Any], ids: Iterable[uuid.UUID], words: str) -> Behind | None:
    """Return the records behind a spot; None if there are none."""
    found = tuple(ids)
    return Behind(kind, found, words) if found else None
