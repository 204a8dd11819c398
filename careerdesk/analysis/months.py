"""Calendar months as values, because the standard library has only days."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """One month of one year; months sort by time."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> Month:
        """Return the month a day lies in."""
        return cls(day.year, day.month)

    def first_day(self) -> date:
        """Return the first day of the month."""
        return date(self.year, self.month, 1)

    def before(self, count: int) -> Month:
        """Return the month ``count`` months earlier, January of year 1 at the earliest."""
        return _numbered(max(self._number() - count, date.min.year * 12))

    def until(self, last: Month) -> tuple[Month, ...]:
        """Return all months from this one to ``last``, both included."""
        return tuple(_numbered(number) for number in range(self._number(), last._number() + 1))

    def _number(self) -> int:
        return self.year * 12 + self.month - 1


def months_before(day: date, count: int) -> date:
    """Return the same day of the month ``count`` months earlier, or the last day of that month."""
    month = Month.of(day).before(count)
    last = calendar.monthrange(month.year, month.month)[1]
    return date(month.year, month.month, min(day.day, last))


def _numbered(number: int) -> Month:
    return Month(number // 12, number % 12 + 1)
