"""Plain tables, as TOML and JSON files hold them, turned into frozen values, strictly.

The annotations of a dataclass are the rules of its table: every field without a default must be
there, nothing else may be, and nothing is converted that is not written as its type demands.
``codec`` does the same for records, which are flat; these tables hold others.
"""

from __future__ import annotations

import dataclasses
import enum
import math
import types
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from careerdesk.domain.errors import CareerDeskError, InvalidValueError
from careerdesk.domain.folding import fold
from careerdesk.domain.partial_date import PartialDate

T = TypeVar("T")

Way = tuple[str | int, ...]
Reader = Callable[[Any], Any]


class TableFaultError(CareerDeskError):
    """Something in a table cannot be accepted.

    ``way`` leads from the outermost table to it, by names and, in lists, numbers from 0;
    ``reason`` is a sentence without its full stop.
    """

    def __init__(self, way: Way, reason: str) -> None:
        super().__init__(reason)
        self.way = way
        self.reason = reason

    def below(self, step: str | int) -> TableFaultError:
        """Return the same fault as seen from one table further out."""
        return TableFaultError((step, *self.way), self.reason)


def read_table(kind: type[T], plain: object) -> T:
    """Make a value of a dataclass from a table.

    Raises:
        TableFaultError: a field is missing, unknown or not as its annotation or the rules of the
            class demand.
    """
    hint: Any = kind
    value: T = _reader(hint)(plain)
    return value


def refuse_twice(texts: Iterable[str], field: str, way: Way) -> None:
    """Refuse a text that two entries of a list share in one of their fields.

    Case, accents and doubled spaces make no difference.

    Raises:
        TableFaultError: there is one; it leads to the second entry. ``way`` leads to the list.
    """
    seen = set()
    for at, text in enumerate(texts):
        folded = fold(text)
        if folded in seen:
            raise TableFaultError((*way, at, field), f'the {field} "{text}" is there twice')
        seen.add(folded)


@cache
def _reader(hint: Any) -> Reader:
    """Return the function that reads one annotation."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        (hint,) = (part for part in inner if part is not types.NoneType)
        return _reader(hint)  # what may be None is left out of the table, since TOML has no null
    if origin is tuple:
        return _list_reader(_reader(inner[0]))
    if origin is Mapping:
        return _mapping_reader(_key_reader(inner[0]), _reader(inner[1]))
    if dataclasses.is_dataclass(hint) and hint is not PartialDate:
        return _dataclass_reader(hint)
    if issubclass(hint, enum.Enum):
        return _enum_reader(hint)
    return _SCALARS[hint]


def _list_reader(read_one: Reader) -> Reader:
    def read(plain: Any) -> Any:
        if type(plain) is not list:
            raise TableFaultError((), f"{_shown(plain)} must be a list")
        found = []
        for at, one in enumerate(plain):
            try:
                found.append(read_one(one))
            except TableFaultError as fault:
                raise fault.below(at) from None
        return tuple(found)

    return read


def _mapping_reader(read_key: Reader, read_one: Reader) -> Reader:
    def read(plain: Any) -> Any:
        if type(plain) is not dict:
            raise TableFaultError((), f"{_shown(plain)} must be a table")
        found = {}
        for key, one in plain.items():
            try:
                found[read_key(key)] = read_one(one)
            except TableFaultError as fault:
                raise fault.below(key) from None
        return found

    return read


def _dataclass_reader(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    fields = [field for field in dataclasses.fields(kind) if field.init]
    readers = {field.name: _reader(hints[field.name]) for field in fields}
    absent = dataclasses.MISSING
    needed = [
        field.name
        for field in fields
        if field.default is absent and field.default_factory is absent
    ]

    def read(plain: Any) -> Any:
        if type(plain) is not dict:
            raise TableFaultError((), f"{_shown(plain)} must be a table")
        values = {}
        for name, one in plain.items():
            if name not in readers:
                known = ", ".join(readers)
                raise TableFaultError((name,), f'"{name}" is not known here; known are {known}')
            try:
                values[name] = readers[name](one)
            except TableFaultError as fault:
                raise fault.below(name) from None
        for name in needed:
            if name not in values:
                raise TableFaultError((), f'"{name}" is missing')
        try:
            return kind(**values)
        except InvalidValueError as error:
            way = (error.field,) if error.field in plain else ()
            raise TableFaultError(way, f"the {error.field} {error.reason}") from None

    return read


def _enum_reader(kind: type[enum.Enum]) -> Reader:
    plain_type = int if issubclass(kind, int) else str
    known = {one.value: one for one in kind}

    def read(plain: Any) -> Any:
        if type(plain) is not plain_type or plain not in known:
            choice = ", ".join(str(value) for value in known)
            raise TableFaultError((), f"{_shown(plain)} must be one of {choice}")
        return known[plain]

    return read


def _key_reader(hint: Any) -> Reader:
    """Return the function that reads keys, which are text in every table."""
    if not issubclass(hint, enum.Enum):
        return _text
    known = {str(one.value): one for one in hint}

    def read(plain: str) -> Any:
        if plain not in known:
            raise TableFaultError((), f"{_shown(plain)} must be one of {', '.join(known)}")
        return known[plain]

    return read


def _text(plain: Any) -> str:
    if type(plain) is not str:
        raise TableFaultError((), f"{_shown(plain)} must be text")
    if not plain.strip() or plain != plain.strip() or not plain.isprintable():
        raise TableFaultError((), f"{_shown(plain)} must be text without blank ends and line ends")
    return plain


def _whole_number(plain: Any) -> int:
    if type(plain) is not int:
        raise TableFaultError((), f"{_shown(plain)} must be a whole number")
    return plain


def _number(plain: Any) -> float:
    if type(plain) not in (int, float) or not math.isfinite(plain):
        raise TableFaultError((), f"{_shown(plain)} must be a number")
    return float(plain)


def _truth(plain: Any) -> bool:
    if type(plain) is not bool:
        raise TableFaultError((), f"{_shown(plain)} must be true or false")
    return plain


def _date(plain: Any) -> PartialDate:
    try:
        return PartialDate(_text(plain))
    except ValueError:
        reason = f"{_shown(plain)} must be a year, month or day (YYYY, YYYY-MM, YYYY-MM-DD)"
        raise TableFaultError((), reason) from None


def _shown(plain: Any) -> str:
    """Return a value as a sentence can hold it."""
    if isinstance(plain, list):
        return "a list"
    if isinstance(plain, dict):
        return "a table"
    text = f'"{plain}"' if isinstance(plain, str) else str(plain)
    return text if len(text) <= 60 else f'{text[:56]}…"'


_SCALARS: Mapping[Any, Reader] = {
    str: _text,
    int: _whole_number,
    float: _number,
    bool: _truth,
    PartialDate: _date,
}
