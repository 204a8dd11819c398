"""The column types of a desk: domain values written in their stored form."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeVar

from sqlalchemy import Integer, Text
from sqlalchemy.types import TypeDecorator

from careerdesk.domain.evidence import EvidenceTier
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import Level
from careerdesk.storage.stored_form import stored_form

if TYPE_CHECKING:
    import enum

    from sqlalchemy import Dialect

V = TypeVar("V")


class _Stored(TypeDecorator[V]):
    """A value in its stored form; a value of another kind is refused when written."""

    impl: Any = Text
    cache_ok = True

    def __init__(self, kind: type[V]) -> None:
        super().__init__()
        form = stored_form(kind)
        assert form is not None, f"{kind.__name__} needs no column type of its own"
        self.kind = kind
        self._encode = form.encode

    def process_bind_param(self, value: V | None, dialect: Dialect) -> Any:
        """Encode one value on its way to the file."""
        del dialect
        if value is None:
            return None
        if not isinstance(value, self.kind):
            raise TypeError(f"expected {self.kind.__name__}, got {value!r}")
        return self._encode(value)


class StoredText(_Stored[V]):
    """A value stored as text."""

    cache_ok = True


class StoredInteger(_Stored[V]):
    """A value stored as a whole number."""

    impl = Integer
    cache_ok = True


UUID_TEXT: Final = StoredText(uuid.UUID)
DATE_TEXT: Final = StoredText(date)
PARTIAL_DATE_TEXT: Final = StoredText(PartialDate)
TRUTH: Final = StoredInteger(bool)
LEVEL: Final = StoredInteger(Level)
TIER: Final = StoredInteger(EvidenceTier)


def enum_text(kind: type[enum.Enum]) -> StoredText[Any]:
    """Return the type of a column that holds the value of an enum's member."""
    return StoredText(kind)
