"""Values as people type them into a field: dates known in part, lengths of time, amounts.

A field shows what it understood, so what is typed may be short; what cannot be read is refused
with an example and never guessed.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import Final

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.money import digits
from careerdesk.domain.partial_date import PartialDate

DATE_EXAMPLES: Final = "such as 15 Mar 2024, Mar 2024, 2024, today or +2w"
DURATION_EXAMPLES: Final = "such as 45 min, 1 h 30 or 2.5 h"

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_DAYS: Final = {"yesterday": -1, "today": 0, "tomorrow": 1}
_STEP: Final = re.compile(r"([+-])\s*(\d{1,4})\s*(d|w|m|y)\w*", re.ASCII)
_ISO: Final = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_MONTH_OF_YEAR: Final = re.compile(r"(\d{1,2})[/.](\d{4})", re.ASCII)
_FIGURES: Final = re.compile(r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})", re.ASCII)
_NAMED: Final = re.compile(
    r"(?:(?P<before>\d{1,2})(?:\.|st|nd|rd|th)?\s+)?(?P<month>[a-z]{3,9})\.?"
    r"(?:\s+(?P<after>\d{1,2})(?:st|nd|rd|th)?)?,?\s+(?P<year>\d{4})",
    re.ASCII,
)
_HOURS: Final = r"h(?:ours?|rs?)?"
_MINUTES: Final = r"m(?:in(?:utes?|s)?)?"
_DURATION: Final = re.compile(
    rf"(?:(?P<h>\d{{1,5}})\s*{_HOURS}\s*(?P<hm>\d{{1,2}})\s*(?:{_MINUTES})?"
    rf"|(?P<clock>\d{{1,5}}):(?P<past>[0-5]\d)"
    rf"|(?P<hours>\d{{1,5}}(?:[.,]\d{{1,2}})?)\s*{_HOURS}"
    rf"|(?P<minutes>\d{{1,7}})\s*(?:{_MINUTES})?)",
    re.ASCII,
)


def parse_date(field: str, text: str, today: date, *, order: str = "dmy") -> PartialDate | None:
    """Read a date that may be known in part; an empty text is None.

    Args:
        field: What the date is called, for the message.
        text: ISO (2024, 2024-03, 2024-03-15), named (Mar 2024, 15 Mar 2024, March 15, 2024),
            in figures (15/03/2024, 15.3.2024), a word (today, yesterday, tomorrow), or a distance
            from today in days, weeks, months or years (+2w, -3d).
        today: The day that words and distances count from.
        order: Of day, month and year in figures: "dmy", "mdy" or "ymd".

    Raises:
        InvalidValueError: it is none of these, or no day of the calendar.
    """
    typed = " ".join(text.split()).lower()
    if not typed:
        return None
    if typed in _DAYS:
        return PartialDate.of(today + timedelta(days=_DAYS[typed]))
    try:
        if step := _STEP.fullmatch(typed):
            return PartialDate.of(_stepped(today, *step.groups()))
        if _ISO.fullmatch(typed):
            return PartialDate(typed)
        if found := _MONTH_OF_YEAR.fullmatch(typed):
            return PartialDate(f"{found[2]}-{int(found[1]):02}")
        if found := _FIGURES.fullmatch(typed):
            return _in_figures(found, order)
        if found := _NAMED.fullmatch(typed):
            return _named(found)
    except (ValueError, OverflowError):
        pass
    raise InvalidValueError(field, f"cannot be read as a date; write one {DATE_EXAMPLES}")


def parse_day(field: str, text: str, today: date, *, order: str = "dmy") -> date | None:
    """Read a date of which the day must be known; an empty text is None.

    Raises:
        InvalidValueError: it is no date, or says less than a day.
    """
    found = parse_date(field, text, today, order=order)
    if found is None:
        return None
    if found.day is None:
        raise InvalidValueError(field, "needs a day, such as 15 Mar 2024, today or +2w")
    return found.first_day()


def parse_minutes(field: str, text: str) -> int | None:
    """Read a length of time in minutes: "45", "45 min", "1 h 30", "1:30" or "2.5 h".

    Raises:
        InvalidValueError: it is none of these.
    """
    typed = text.strip().lower()
    if not typed:
        return None
    found = _DURATION.fullmatch(typed)
    if found is None:
        raise InvalidValueError(field, f"cannot be read; write one {DURATION_EXAMPLES}")
    if found["h"]:
        return int(found["h"]) * 60 + int(found["hm"])
    if found["clock"]:
        return int(found["clock"]) * 60 + int(found["past"])
    if found["hours"]:
        return round(float(found["hours"].replace(",", ".")) * 60)
    return int(found["minutes"])


def parse_number(field: str, text: str) -> int | None:
    """Read a whole number, with or without separators between thousands.

    Raises:
        InvalidValueError: it is no whole number.
    """
    typed = re.sub(r"(?<=\d)[,. \u2019\u202f\xa0](?=\d{3}(?!\d))", "", text.strip())
    if not typed:
        return None
    if not re.fullmatch(r"[+-]?\d{1,15}", typed, re.ASCII):
        raise InvalidValueError(field, "must be a whole number")
    return int(typed)


def parse_money(field: str, text: str, currency: str) -> int | None:
    """Read an amount in minor units of a currency; never rounded.

    1.234,50 and 1,234.50 are the same; a single separator before three digits groups thousands.

    Raises:
        InvalidValueError: it is no amount, or finer than the currency.
    """
    typed = re.sub(r"[\s\u2019\u202f\xa0']", "", text).upper().replace(currency.upper(), "")
    if not typed:
        return None
    places = digits(currency)
    if "," in typed and "." in typed:  # the one that stands last parts the minor units
        point = max(",.", key=typed.rindex)
        typed = typed.replace("." if point == "," else ",", "").replace(point, ".")
    found = re.fullmatch(r"(\d{1,3}(?:[,.]\d{3})+|\d{1,15})(?:[,.](\d{1,4}))?", typed, re.ASCII)
    if found is None:
        raise InvalidValueError(field, "must be an amount such as 54,000 or 12.50")
    whole, minor = re.sub(r"[,.]", "", found[1]), found[2] or ""
    if len(minor) > places:
        raise InvalidValueError(field, f"has more decimals than {currency or 'money'} knows")
    factor: int = 10**places
    return int(whole) * factor + int((minor + "0" * places)[:places] or 0)


def parse_tenths(field: str, text: str) -> int | None:
    """Read a number with at most one decimal in tenths: 12.5 is 125.

    Raises:
        InvalidValueError: it is no such number.
    """
    typed = text.strip().replace(",", ".")
    if not typed:
        return None
    found = re.fullmatch(r"(\d{1,6})(?:\.(\d))?", typed, re.ASCII)
    if found is None:
        raise InvalidValueError(field, "must be a number such as 15 or 12.5")
    return int(found[1]) * 10 + int(found[2] or 0)


def parse_hundredths(field: str, text: str) -> int | None:
    """Read a number with at most two decimals in hundredths: 4.25 is 425.

    Raises:
        InvalidValueError: it is no such number.
    """
    typed = text.strip().replace(",", ".")
    if not typed:
        return None
    found = re.fullmatch(r"(\d{1,6})(?:\.(\d{1,2}))?", typed, re.ASCII)
    if found is None:
        raise InvalidValueError(field, "must be a number such as 4 or 4.25")
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))


def _stepped(today: date, sign: str, number: str, unit: str) -> date:
    count = int(number) * (1 if sign == "+" else -1)
    if unit in "dw":
        return today + timedelta(days=count * (7 if unit == "w" else 1))
    months = today.year * 12 + today.month - 1 + count * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(today.day, last))


def _in_figures(found: re.Match[str], order: str) -> PartialDate:
    parts = [int(part) for part in found.groups()]
    if len(found[1]) == 4:
        order = "ymd"
    values = dict(zip(order, parts, strict=True))
    if values["y"] < 1000:
        raise ValueError("the year needs four figures")
    return PartialDate.of(date(values["y"], values["m"], values["d"]))


def _named(found: re.Match[str]) -> PartialDate:
    word = "sep" if found["month"] == "sept" else found["month"]
    names = [number for number, name in enumerate(_MONTHS, start=1) if name.startswith(word)]
    if len(names) != 1 or (found["before"] and found["after"]):
        raise ValueError("not a month")
    year, month, day = int(found["year"]), names[0], found["before"] or found["after"]
    if day is None:
        return PartialDate(f"{year:04}-{month:02}")
    return PartialDate.of(date(year, month, int(day)))
