"""Values of records as cells of a CSV file, and cells that people have filled in as values.

What is written is what is read back, exactly. Beside that, cells may hold what a person would
write: ``yes``, ``1:30``, ``45 min``, ``8 Feb 2026``.
"""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING, Final

from careerdesk.domain.csv_guard import guard
from careerdesk.domain.money import digits
from careerdesk.exchange.foreign_values import OddYearError, read_date, read_likely_date
from careerdesk.exchange.shape import Sort

if TYPE_CHECKING:
    from careerdesk.domain.codec import Plain
    from careerdesk.exchange.shape import Field

_TRUTHS: Final = {
    **dict.fromkeys(("yes", "y", "true", "1"), True),
    **dict.fromkeys(("no", "n", "false", "0"), False),
}
_WHOLE: Final = re.compile(r"([+-]?\d{1,15})(?:\.0+)?", re.ASCII)
_AMOUNT: Final = re.compile(r"(\d{1,12})(?:[.,](\d{1,4}))?", re.ASCII)
_CLOCK: Final = re.compile(r"(\d{1,4}):([0-5]\d)", re.ASCII)
_SPAN: Final = re.compile(
    r"(?:(\d{1,4}(?:[.,]\d{1,2})?) ?h(?:ours?|rs?)?)?,? ?(?:(\d{1,6}) ?m(?:in(?:ute)?s?)?)?",
    re.ASCII,
)


def to_cell(value: Plain) -> str:
    """Return the cell for the plain form of a value, safe to open in a spreadsheet."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return guard(str(value))


def from_cell(text: str, field: Field, *, is_exact: bool = False) -> Plain:
    """Return the plain form of what a cell says, which is not empty.

    ``is_exact`` says that CareerDesk wrote it, so that a date may be of any year.

    Raises:
        ValueError: it says nothing the field can hold; the text is the reason, as a clause.
    """
    match field.sort:
        case Sort.TEXT:
            return text
        case Sort.NUMBER:
            return _minutes(text) if field.name.endswith("minutes") else _number(text)
        case Sort.TRUTH:
            return _truth(text)
        case Sort.PARTIAL_DATE:
            return _partial_date(text, is_exact=is_exact)
        case Sort.DATE:
            date = _partial_date(text, is_exact=is_exact)
            if date is not None and len(date) < len("2026-02-08"):
                raise ValueError(f"needs a whole day, not {text[:40]!r}")
            return date
        case Sort.CHOICE:
            return _choice(text, field)
        case Sort.ID:
            return _id(text)


def from_hours(text: str) -> int:
    """Return the minutes of a cell below "hours": 1.5 and 1,5 are 90; 1:30 and 45 min are known.

    Raises:
        ValueError: it is no time; the text is the reason, as a clause.
    """
    if found := _AMOUNT.fullmatch(text.strip()):
        return round(float(f"{found[1]}.{found[2] or 0}") * 60)
    return _minutes(text)


def from_amount(text: str, currency: str) -> int:
    """Return an amount such as 49.90 or 49,90 in the minor units of its currency.

    Raises:
        ValueError: it is none, or finer than the currency; the text is the reason, as a clause.
    """
    found = _AMOUNT.fullmatch(text.strip())
    places = digits(currency.strip().upper())
    if not found or len(decimals := found[2] or "") > places:
        raise ValueError(f"must be an amount such as {49.9:.{places}f}, not {text[:40]!r}")
    return int(found[1] + decimals.ljust(places, "0"))


def _number(text: str) -> int:
    found = _WHOLE.fullmatch(text.strip())
    if not found:
        raise ValueError(f"must be a whole number, not {text[:40]!r}")
    return int(found[1])


def _minutes(text: str) -> int:
    told = text.strip().casefold()
    if _WHOLE.fullmatch(told):
        return _number(told)
    if found := _CLOCK.fullmatch(told):
        return int(found[1]) * 60 + int(found[2])
    found = _SPAN.fullmatch(told)
    if not found or not any(found.groups()):
        raise ValueError(f"must be minutes, such as 90, 1:30 or 1 h 30 min, not {text[:40]!r}")
    hours = float((found[1] or "0").replace(",", "."))
    return round(hours * 60) + int(found[2] or 0)


def _truth(text: str) -> bool:
    told = text.strip().casefold()
    if told not in _TRUTHS:
        raise ValueError(f"must be yes or no, not {text[:40]!r}")
    return _TRUTHS[told]


def _partial_date(text: str, *, is_exact: bool) -> str | None:
    try:
        date = read_date(text) if is_exact else read_likely_date(text)
    except OddYearError as error:
        raise ValueError(f"has {error}: {text[:40]!r}") from None
    except ValueError:
        raise ValueError(
            f"must be a date such as 2026-02-08, 2026-02 or 2026, not {text[:40]!r}"
        ) from None
    return None if date is None else str(date)


def _choice(text: str, field: Field) -> str | int:
    told = text.strip().casefold()
    for choice in field.choices:
        if told == str(choice).casefold():
            return choice
    listed = ", ".join(map(str, field.choices))
    raise ValueError(f"must be one of {listed}, not {text[:40]!r}")


def _id(text: str) -> str:
    try:
        return str(uuid.UUID(text.strip()))
    except ValueError:
        raise ValueError(f"must be an id or empty, not {text[:40]!r}") from None
