"""What the fields of each kind of record are, read from the annotations of its class."""

from __future__ import annotations

import dataclasses
import enum
import types
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

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
    return {
        field.name: _field(field, hints[field.name], kind) for field in dataclasses.fields(record)
    }


@cache
def references_of(kind: str) -> dict[str, str]:
    """Return the fields that name another record, with the kind they name."""
    return {
        field.name: field.target for field in fields_of(kind).values() if field.target is not None
    }


def _field(field: dataclasses.Field[Any], hint: Any, kind: str) -> Field:
    has_default = (
        field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
    )
    is_optional = get_origin(hint) in (Union, types.UnionType)
    if is_optional:
        (hint,) = (part for part in get_args(hint) if part is not types.NoneType)
    sort, choices = _sort(hint)
    target = _kinds_by_id()[hint] if isinstance(hint, NewType) else None
    return Field(
        name=field.name,
        sort=sort,
        is_optional=is_optional,
        is_required=not has_default,
        target=None if field.name == "id" else target,
        choices=choices,
    )


def _sort(hint: Any) -> tuple[Sort, tuple[str | int, ...]]:
    if isinstance(hint, NewType):
        return Sort.ID, ()
    if issubclass(hint, enum.Enum):
        return Sort.CHOICE, tuple(member.value for member in hint)
    return _SORTS[hint], ()


_SORTS = {
    str: Sort.TEXT,
    int: Sort.NUMBER,
    bool: Sort.TRUTH,
    date: Sort.DATE,
    PartialDate: Sort.PARTIAL_DATE,
}


@cache
def _kinds_by_id() -> dict[Any, str]:
    return {get_type_hints(record)["id"]: kind for kind, record in KINDS.items()}
