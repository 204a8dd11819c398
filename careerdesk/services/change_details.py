"""What one change did, in words a user knows: records by name, fields before and after."""

from __future__ import annotations

import dataclasses
import enum
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.money import money_words
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.records import KINDS
from careerdesk.domain.skills import Level
from careerdesk.services.naming import field_words, name_in, name_of
from careerdesk.storage.history import RowChange
from careerdesk.words import day, exact_duration, level, noun

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    names = _Names(desk, rows)
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


def _detail(row: RowChange, names: _Names) -> RecordDetail:
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
        if name not in _HIDDEN
        and (was := names.text(before, name)) != (now := names.text(after, name))
    )
    return RecordDetail(noun(row.table), names.of(after or before), action, fields)


class _Names:
    """Names of records: of those in the change as it has them, of others as they are now."""

    def __init__(self, desk: Desk, rows: Sequence[RowChange]) -> None:
        self._desk = desk
        self._known = {
            str(image["id"]): name_in(image)
            for row in rows
            if (image := row.after or row.before) is not None
        }

    def of(self, image: Mapping[str, Any]) -> str:
        """Name a record by its own words, or by the records it joins."""
        if own := name_in(image):
            return own
        joined = [
            self.text(image, name)
            for name, value in image.items()
            if name.endswith("_id") and value is not None
        ]
        return ", ".join(name for name in joined if name)

    def text(self, image: Mapping[str, Any], field: str) -> str:
        """Return a stored value of a record as people write it."""
        value = image.get(field)
        if value is None or value == "":
            return ""
        if field.startswith("is_"):
            return "yes" if value else ""
        if field in _REFERENCES:
            return self._look_up(_REFERENCES[field], str(value))
        if field.endswith("_minor"):
            return money_words(int(value), str(image.get("currency") or ""))
        if field.endswith("minutes"):
            return exact_duration(int(value))
        if field == "size":
            return f"{max(int(value) // 1000, 1):,} kB"
        if field in _DAYS:
            return day(PartialDate(str(value)))
        if field == "first_weekday":
            return _WEEKDAYS[int(value)]
        if field == "level":
            return f"{int(value)} {level(Level(int(value)))}"
        return str(value)

    def _look_up(self, table: str, key: str) -> str:
        if key not in self._known:
            found: Any = self._desk.find(KINDS[table], id=uuid.UUID(key))
            self._known[key] = "" if found is None else name_of(found)
        return self._known[key] or noun(table)


_WEEKDAYS: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
# What only the program reads.
_HIDDEN: Final = frozenset({"id", "rank", "sha256"})
_DAYS: Final = frozenset(
    field.name
    for kind in KINDS.values()
    for field in dataclasses.fields(kind)
    if str(field.type).removesuffix(" | None") in ("date", "PartialDate")
)
_REFERENCES: Final = {
    "group_id": "skill_group",
    "parent_id": "skill",
    "introduced_by": "contact",
    **{f"{table}_id": table for table in KINDS},
}
