"""What the fields of each kind of record are, read from the annotations of its class."""

from __future__ import annotations

import dataclasses
import enum
import uuid
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, get_type_hints

from careerdesk.domain.codec import value_type, without_none
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.records import KINDS


class Sort(enum.Enum):
    """What a field holds."""

    TEXT = "text"
    NUMBER = "number"
    TRUTH = "truth"
    DATE = "date"
    PARTIAL_DATE = "partial date"
    CHOICE = "choice"
    ID = "id"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: ``target`` is the kind of record an id refers to, ``choices`` the plain values."""

    name: str
    sort: Sort
    is_optional: bool
    is_required: bool
    target: str | None = None
    choices: tuple[str | int, ...] = ()


@cache
def fields_of(kind: str) -> dict[str, Field]:
    """Return the fields of a kind of record in their order."""
    record = KINDS[kind]
    hints = get_type_hints(record)
    return {field.name: _field(field, hints[field.name]) for field in dataclasses.fields(record)}


@cache
def references_of(kind: str) -> dict[str, str]:
    """Return the fields that name another record, with the kind they name."""
    return {
        field.name: field.target for field in fields_of(kind).values() if field.target is not None
    }


def _field(field: dataclasses.Field[Any], hint: Any) -> Field:
    has_default = (
        field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
    )
    bare = without_none(hint)
    sort, choices = _sort(value_type(hint))
    return Field(
        name=field.name,
        sort=sort,
        is_optional=bare is not hint,
        is_required=not has_default,
        target=None if field.name == "id" else _kinds_by_id().get(bare),
        choices=choices,
    )


def _sort(kind: type[Any]) -> tuple[Sort, tuple[str | int, ...]]:
    if issubclass(kind, enum.Enum):
        return Sort.CHOICE, tuple(member.value for member in kind)
    return _SORTS[kind], ()


_SORTS = {
    str: Sort.TEXT,
    int: Sort.NUMBER,
    bool: Sort.TRUTH,
    date: Sort.DATE,
    PartialDate: Sort.PARTIAL_DATE,
    uuid.UUID: Sort.ID,
}


@cache
def _kinds_by_id() -> dict[Any, str]:
    return {get_type_hints(record)["id"]: kind for kind, record in KINDS.items()}
