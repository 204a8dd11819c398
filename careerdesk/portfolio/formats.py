"""Dates, times and numbers as the portfolio writes them, the same in every locale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from careerdesk.domain.partial_date import PartialDate

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def date_words(day: PartialDate | date | None) -> str:
    """Return "2024", "Mar 2024" or "15 Mar 2024", as much as is known; empty for None."""
    if day is None:
        return ""
    parts = [str(day.year)]
    if day.month is not None:
        parts.append(_MONTHS[day.month - 1][:3])
    if day.day is not None:
        parts.append(str(day.day))
    return " ".join(reversed(parts))


def month_words(day: date) -> str:
    """Return such as "November 2026"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def short_month(day: date) -> str:
    """Return such as "Nov 2026"."""
    return f"{_MONTHS[day.month - 1][:3]} {day.year}"


def range_words(started: PartialDate | None, ended: PartialDate | None) -> str:
    """Return such as "Mar 2019 \u2013 present"; a start without an end still lasts."""
    if started is None:
        return f"until {date_words(ended)}" if ended else ""
    if ended == started:
        return date_words(started)
    return f"{date_words(started)} \u2013 {date_words(ended) or 'present'}"


def moment_words(day: PartialDate) -> str:
    """Return "on 15 Mar 2024", but "in Mar 2024" or "in 2024" if the day is not known."""
    return f"{'on' if day.day else 'in'} {date_words(day)}"


def hours(minutes: int) -> str:
    """Return minutes as hours with at most one decimal, without a unit: "12.5"."""
    return f"{minutes / 60:,.1f}".removesuffix(".0")


def hours_aligned(minutes: int) -> str:
    """Return minutes as hours with one decimal and unit, for columns: "12.0 h"."""
    return f"{minutes / 60:,.1f} h"


def hours_words(minutes: int) -> str:
    """Return "45 min" below an hour, then "12.5 h"."""
    return f"{minutes} min" if 0 < minutes < 60 else f"{hours(minutes)} h"


def counted(number: int, one: str, many: str = "") -> str:
    """Return such as "1 person" and "12 people"; the plural is with an s if none is given."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def cut(words: str, length: int) -> str:
    """Return words on one line, cut between two of them where they are longer than that."""
    words = " ".join(words.split())
    if len(words) <= length:
        return words
    return words[: length - 1].rsplit(" ", 1)[0] + "\u2026"


def address_words(url: str) -> str:
    """Return a web address as it is printed: without scheme and closing slash."""
    for scheme in ("https://", "http://", "mailto:"):
        url = url.removeprefix(scheme)
    url = url.removeprefix("www.").rstrip("/")
    return url if len(url) <= 60 else url[:59] + "\u2026"
