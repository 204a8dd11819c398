"""How domain values stand in the columns of a desk: text and whole numbers only.

The journal keeps row images as JSON, which keeps exactly these two; reals would be rounded and
bytes refused.
"""

from __future__ import annotations

import enum
import uuid
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, TypeVar

from sqlalchemy import Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import Level

if TYPE_CHECKING:
    from collections.abc import Callable

V = TypeVar("V")
E = TypeVar("E", bound=enum.Enum)


class _Stored(TypeDecorator[V]):
    """A value with an exact stored form; a value of another kind is refused when written."""

    impl: Any = Text
    cache_ok = True

    def __init__(
        self, kind: type[V], encode: Callable[[V], Any], decode: Callable[[Any], V]
    ) -> None:
        super().__init__()
        self.kind = kind
        self.encode = encode
        self.decode = decode

    def process_bind_param(self, value: V | None, dialect: Dialect) -> Any:
        """Encode one value on its way to the file."""
        del dialect
        if value is None:
            return None
        if not isinstance(value, self.kind):
            raise TypeError(f"expected {self.kind.__name__}, got {value!r}")
        return self.encode(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> V | None:
        """Decode one value read from the file."""
        del dialect
        return None if value is None else self.decode(value)


class StoredText(_Stored[V]):
    """A value stored as text."""

    cache_ok = True


class StoredInteger(_Stored[V]):
    """A value stored as a whole number."""

    impl = Integer
    cache_ok = True


def _truth(stored: int) -> bool:
    if stored not in (0, 1):
        raise ValueError(f"{stored} is neither 0 nor 1")
    return stored == 1


UUID_TEXT: Final = StoredText(uuid.UUID, str, uuid.UUID)
DATE_TEXT: Final = StoredText(date, date.isoformat, date.fromisoformat)
PARTIAL_DATE_TEXT: Final = StoredText(PartialDate, attrgetter("text"), PartialDate)
TRUTH: Final = StoredInteger(bool, int, _truth)
LEVEL: Final = StoredInteger(Level, int, Level)


def enum_text(kind: type[E]) -> StoredText[E]:
    """Return the type of a column that holds the value of an enum's member."""
    return StoredText(kind, attrgetter("value"), kind)
