"""What only the portfolio writes: spans of time, columns of hours, addresses on paper.

Everything else is written as ``careerdesk.words`` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerdesk import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdesk.domain.partial_date import PartialDate

_TENTH: Final = 6  # minutes


def range_words(started: PartialDate | None, ended: PartialDate | None) -> str:
    """Return such as "Mar 2019 \u2013 present"; a start without an end still lasts."""
    if started is None:
        return f"until {words.day(ended)}" if ended else ""
    if ended == started:
        return words.day(started)
    return f"{words.day(started)} \u2013 {words.day(ended) or 'present'}"


def moment_words(day: PartialDate) -> str:
    """Return "on 15 Mar 2024", but "in Mar 2024" or "in 2024" if the day is not known."""
    return f"{'on' if day.day else 'in'} {words.day(day)}"


def hours_aligned(minutes: int) -> str:
    """Return minutes as hours with one decimal and unit, for columns: "12.0 h"."""
    return f"{minutes / 60:,.1f} h"


def adding_up(minutes: Sequence[int]) -> list[int]:
    """Return minutes rounded to tenths of an hour so that the column adds up to its own sum.

    By largest remainders: each stays within a tenth, and none that is 0 changes.
    """
    tenths = [amount // _TENTH for amount in minutes]
    missing = round(10 * float(f"{sum(minutes) / 60:.1f}")) - sum(tenths)
    by_remainder = sorted(range(len(minutes)), key=lambda place: -(minutes[place] % _TENTH))
    for place in by_remainder[:missing]:
        tenths[place] += 1
    return [_TENTH * tenth for tenth in tenths]


def hours_of_planned(minutes: int, planned: int) -> str:
    """Return the hours done of those planned, for the same columns: "12.0 of 20 h"."""
    if not minutes:
        return f"{words.number(planned / 60)} h planned"
    return f"{minutes / 60:,.1f} of {words.number(planned / 60)} h"


def address_words(url: str) -> str:
    """Return a web address as it is printed: without scheme and closing slash."""
    for scheme in ("https://", "http://", "mailto:"):
        url = url.removeprefix(scheme)
    url = url.removeprefix("www.").rstrip("/")
    return url if len(url) <= 60 else url[:59] + "\u2026"
