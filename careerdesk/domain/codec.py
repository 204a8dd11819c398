"""Records as plain texts and numbers and back, for everything that leaves Python."""

from __future__ import annotations

import enum
import types
import uuid
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

from careerdesk.domain.errors import CareerDeskError, InvalidValueError
from careerdesk.domain.partial_date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Mapping

R = TypeVar("R")

Plain = str | int | bool | None
Reader = Callable[[str, Any], Any]

_KNOWN: dict[type[Any], dict[str, Reader]] = {}


def to_plain(record: Any) -> dict[str, Plain]:
    """Return the fields of a record as text, whole number, truth value or None."""
    return {name: _plain(getattr(record, name)) for name in field_types(type(record))}


def from_plain(kind: type[R], plain: Mapping[str, Any]) -> R:
    """Make a record of ``kind`` from what ``to_plain`` returned; absent fields get their default.

    Raises:
        InvalidValueError: a field is unknown, missing or holds something its type does not allow.
    """
    known = field_types(kind)
    if unknown := sorted(plain.keys() - known.keys()):
        raise InvalidValueError(unknown[0], "is not a field of such a record")
    values = {name: known[name](name, value) for name, value in plain.items()}
    try:
        return kind(**values)
    except TypeError:
        missing = next(name for name in known if name not in values)
        raise InvalidValueError(missing, "is missing") from None


def field_types(kind: type[Any]) -> dict[str, Reader]:
    """Return, for each field of a record class, the function that reads its plain form."""
    if kind not in _KNOWN:
        _KNOWN[kind] = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
    return _KNOWN[kind]


def without_none(hint: Any) -> Any:
    """Return the annotation of a field without the None it may be, ``X | None`` as ``X``."""
    if get_origin(hint) not in (Union, types.UnionType):
        return hint
    (inner,) = (part for part in get_args(hint) if part is not types.NoneType)
    return inner


def value_type(hint: Any) -> type[Any]:
    """Return the class of the values of a field, None and the names of id types set aside."""
    inner = without_none(hint)
    while isinstance(inner, NewType):
        inner = inner.__supertype__
    assert isinstance(inner, type)
    return inner


def _plain(value: Any) -> Plain:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, enum.Enum):
        return str(value.value)
    return str(value)


def _reader(hint: Any) -> Reader:
    is_optional = without_none(hint) is not hint
    kind = value_type(hint)
    plain_type, convert = _CONVERTERS.get(kind, (None, kind))
    if plain_type is None:
        plain_type = int if issubclass(kind, int) else str

    def read_one(name: str, value: Any) -> Any:
        if value is None and is_optional:
            return None
        if type(value) is not plain_type:
            raise InvalidValueError(name, f"cannot be {value!r}")
        try:
            return convert(value)
        except CareerDeskError:
            raise
        except ValueError:
            raise InvalidValueError(name, f"cannot be {value!r}") from None

    return read_one


_CONVERTERS: dict[Any, tuple[type[Any], Callable[[Any], Any]]] = {
    str: (str, str),
    int: (int, int),
    bool: (bool, bool),
    uuid.UUID: (str, uuid.UUID),
    date: (str, date.fromisoformat),
    PartialDate: (str, PartialDate),
}
