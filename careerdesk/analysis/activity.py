"""The learning time of each day of the year that ends today, or of another time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.months import Month
from careerdesk.analysis.study_time import minutes_by_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdesk.analysis.study_time import Timed

# A calendar year would be empty every January.
DAYS: Final = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityYear:
    """A year of days, or another time; only days with learning time stand in ``minutes_by_day``.

    ``best_month`` is the month with the most minutes within it, the earlier of two equals,
    None if there were none.
    """

    first: date
    last: date
    minutes_by_day: Mapping[date, int]
    best_month: Month | None
    best_month_minutes: int

    @property
    def minutes(self) -> int:
        """The learning time of all days."""
        return sum(self.minutes_by_day.values())


def activity_year(sessions: Iterable[Timed], *, today: date) -> ActivityYear:
    """Return the 365 days up to and including today; later sessions do not count."""
    return activity_between(sessions, first=today - timedelta(days=DAYS - 1), last=today)


def activity_between(sessions: Iterable[Timed], *, first: date, last: date) -> ActivityYear:
    """Return the days from the first up to and including the last."""
    days = {
        day: minutes
        for day, minutes in minutes_by_day(sessions, today=last).items()
        if day >= first
    }
    months: Counter[Month] = Counter()
    for day in sorted(days):
        months[Month.of(day)] += days[day]
    best = months.most_common(1)[0] if months else (None, 0)
    return ActivityYear(
        first=first,
        last=last,
        minutes_by_day=days,
        best_month=best[0],
        best_month_minutes=best[1],
    )
