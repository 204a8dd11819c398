"""The time that charts look back over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """From a first day, or from the beginning of everything, to a last day; both are in it."""

    first: date | None
    last: date

    @classmethod
    def of_days(cls, days: int, last: date) -> Period:
        """Return so many days, the last one included."""
        return cls(date.fromordinal(max(last.toordinal() - days + 1, 1)), last)

    def begin(self, earliest: date) -> date:
        """Return the first day; where there is no limit, the earliest of what is shown."""
        return min(earliest, self.last) if self.first is None else self.first

    @property
    def days(self) -> int | None:
        """How many days it has; None if it has no first."""
        return None if self.first is None else (self.last - self.first) // timedelta(days=1) + 1
