"""What the fields of records have in common: privacy, and the rules several of them share."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from typing import Any, TypeVar
from urllib.parse import urlsplit

from careerdesk.domain.errors import InvalidValueError

R = TypeVar("R")

_PRIVATE = "private"
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)
# C0 and C1 controls except tab and line ends, and lone surrogates, which no file can hold.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def private(default: Any) -> Any:
    """Declare a field that never leaves the desk unless private data is asked for."""
    return dataclasses.field(default=default, metadata={_PRIVATE: True})


def private_fields(kind: type[Any]) -> dict[str, Any]:
    """Return the names of the private fields of a record class, with their blank values."""
    return {
        field.name: field.default
        for field in dataclasses.fields(kind)
        if field.metadata.get(_PRIVATE)
    }


def without_private_fields(record: R) -> R:
    """Return the record with every private field blank."""
    kind: type[Any] = type(record)
    hidden = private_fields(kind)
    if all(getattr(record, name) == blank for name, blank in hidden.items()):
        return record  # as most of a long table are, and a copy takes longer than a look
    return dataclasses.replace(record, **hidden)  # type: ignore[type-var]


def clean_text(text: str) -> str:
    """Return text as it is stored: composed (NFC), trimmed, without control characters."""
    if text.isascii() and text.isprintable():
        return text.strip()  # nothing to compose or to take out, as in most of a long table
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return printable(unicodedata.normalize("NFC", unified)).strip()


def printable(text: str) -> str:
    """Return text without what acts on a terminal or fits in no file; nothing else changes.

    Gone are control characters but tabs and line ends, and lone surrogates.
    """
    return _UNPRINTABLE.sub("", text)


def undirected(text: str) -> str:
    """Return text without the characters that turn the direction of what stands after them.

    Text of a person's own may need them; in a sentence or list of others they can hide what it is.
    """
    return text if text.isascii() else _DIRECTIONS.sub("", text)


def require_text(field: str, value: str) -> None:
    """Refuse an empty text."""
    if not value.strip():
        raise InvalidValueError(field, "must not be empty")


def require_range(field: str, value: int | None, low: int, high: int) -> None:
    """Refuse a known number outside its range; unknown is allowed."""
    if value is not None and not low <= value <= high:
        raise InvalidValueError(field, f"must be between {low:,} and {high:,}")


def require_currency(field: str, value: str) -> None:
    """Refuse what is not an ISO 4217 code; empty means no currency."""
    if value and not _CURRENCY.fullmatch(value):
        raise InvalidValueError(field, "must be a three-letter code such as EUR")


def require_web_address(field: str, value: str) -> None:
    """Refuse anything but http, https and mailto addresses; empty is allowed."""
    if not value:
        return
    try:
        parts = urlsplit(value)
    except ValueError:
        raise InvalidValueError(field, "is not a web address") from None
    is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    if not (is_web or (parts.scheme == "mailto" and parts.path)):
        raise InvalidValueError(field, "must start with https://, http:// or mailto:")


def require_order(field: str, start: Any, end: Any) -> None:
    """Refuse a known end that lies wholly before a known start; both are partial dates."""
    if start is not None and end is not None and end.last_day() < start.first_day():
        raise InvalidValueError(field, f"({end}) is before the start ({start})")
