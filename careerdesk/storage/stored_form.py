"""How domain values stand in a desk: as text and whole numbers only.

The journal keeps row images as JSON, which keeps exactly these two; reals would be rounded and
bytes refused. Reading and writing share the forms given here.
"""

from __future__ import annotations

import enum
import uuid
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final, NamedTuple, get_type_hints

from careerdesk.domain.codec import value_type
from careerdesk.domain.evidence import EvidenceTier
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import Level


class StoredForm(NamedTuple):
    """How values of one type become text or a whole number, and back."""

    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


def _truth(stored: int) -> bool:
    if stored not in (0, 1):
        raise ValueError(f"{stored} is neither 0 nor 1")
    return stored == 1


_put_number = uuid.UUID.int.__set__  # type: ignore[attr-defined,misc]
_put_safety = uuid.UUID.is_safe.__set__  # type: ignore[attr-defined,misc]


def _id(stored: str) -> uuid.UUID:
    """Return the id that a text stands for; there are hundreds of thousands to read.

    Its own class looks for braces and other spellings first, which takes three times as long.
    """
    if len(stored) != _ID_LENGTH:
        return uuid.UUID(stored)
    made = object.__new__(uuid.UUID)
    _put_number(made, int(stored.replace("-", ""), 16))
    _put_safety(made, _SAFETY)
    return made


# Of days there are few, and very many records on each: one object for all of them.
_day: Final = lru_cache(maxsize=16_384)(date.fromisoformat)
_partial_date: Final = lru_cache(maxsize=16_384)(PartialDate)

_ID_LENGTH: Final = 36
_SAFETY: Final = uuid.SafeUUID.unknown  # which itself takes long to look up
_FORMS: Final[dict[type[Any], StoredForm]] = {
    uuid.UUID: StoredForm(str, _id),
    date: StoredForm(date.isoformat, _day),
    PartialDate: StoredForm(attrgetter("text"), _partial_date),
    bool: StoredForm(int, _truth),
    Level: StoredForm(int, Level),
    EvidenceTier: StoredForm(int, EvidenceTier),
}
Decoder = Callable[[Any], Any] | None
_DECODERS: Final[dict[type[Any], tuple[Decoder, ...]]] = {}


def stored_form(kind: type[Any]) -> StoredForm | None:
    """Return the form of a type, or None if its values are stored as they are."""
    if kind in _FORMS or not issubclass(kind, enum.Enum):
        return _FORMS.get(kind)
    return StoredForm(attrgetter("value"), kind)


def stored(value: Any) -> Any:
    """Return one value as it stands in the file."""
    form = stored_form(type(value))
    return value if form is None else form.encode(value)


def decoders(kind: type[Any]) -> tuple[Decoder, ...]:
    """Return, for each field of a record class, what reads its stored form, None for nothing."""
    if kind not in _DECODERS:
        forms = (stored_form(value_type(hint)) for hint in get_type_hints(kind).values())
        _DECODERS[kind] = tuple(form and form.decode for form in forms)
    return _DECODERS[kind]
