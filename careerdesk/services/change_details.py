"""What one change did, in words a user knows: records by name, fields before and after."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from careerdesk.services.field_texts import HIDDEN, FieldTexts
from careerdesk.services.naming import field_words
from careerdesk.storage.history import RowChange
from careerdesk.words import noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdesk.storage.desk import Desk

# Enough to see what an import did; the rest is counted.
MOST_RECORDS: Final = 100


class Action(enum.Enum):
    """What happened to a record."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FieldDetail:
    """One field of a record; an empty text says that there was nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RecordDetail:
    """One record a change touched; ``kind`` is in plain words, such as "study session"."""

    kind: str
    name: str
    action: Action
    fields: tuple[FieldDetail, ...]


@dataclass(frozen=True, slots=True)
class ChangeDetails:
    """The first records a change touched, and how many there are in all."""

    records: tuple[RecordDetail, ...]
    total: int


def change_details(desk: Desk, change_id: int) -> ChangeDetails:
    """Return what a change did; nothing for one too old to be undone."""
    steps = desk.row_changes(change_id, MOST_RECORDS)
    rows = _merged(steps)
    names = FieldTexts(desk, (image for row in rows if (image := row.after or row.before)))
    shown = tuple(_detail(row, names) for row in rows)
    later = desk.row_change_count(change_id) - len(steps)
    return ChangeDetails(shown, len(shown) + later)


def _merged(steps: Sequence[RowChange]) -> list[RowChange]:
    """Make one step of all that a change did to a record; what came and went again is left out."""
    found: dict[tuple[str, Any], RowChange] = {}
    for step in steps:
        image = step.after or step.before or {}
        key = (step.table, image.get("id"))
        first = found.get(key)
        found[key] = RowChange(step.table, first.before if first else step.before, step.after)
    return [row for row in found.values() if row.before != row.after]


def _detail(row: RowChange, names: FieldTexts) -> RecordDetail:
    before, after = row.before or {}, row.after or {}
    action = (
        Action.ADDED
        if row.before is None
        else Action.REMOVED
        if row.after is None
        else Action.CHANGED
    )
    fields = tuple(
        FieldDetail(field_words(name), was, now)
        for name in (after or before)
        if name not in HIDDEN
        and (was := names.text(before, name)) != (now := names.text(after, name))
    )
    return RecordDetail(noun(row.table), names.of(after or before), action, fields)
