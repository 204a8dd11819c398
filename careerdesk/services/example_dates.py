"""Dates told relative to the day a story ends, so that an example never grows old."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from careerdesk.domain.partial_date import PartialDate

STORY_WEEKS: Final = 78
WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_WEEK: Final = re.compile(r"week (\d+)(?: (\w+))?", re.ASCII)
_NEAR: Final = re.compile(r"(?:(\d+) days ago|in (\d+) days)", re.ASCII)
_YEARS: Final = re.compile(r"(\d+) years (before|after) (.+)", re.ASCII)
_LONG_AGO: Final = re.compile(r"(?:([A-Z][a-z]+), )?(\d+) years ago", re.ASCII)
_MONTH_OF: Final = re.compile(r"the month of (.+)", re.ASCII)


class StoryDates:
    """Turns phrases such as "week 12 Tue" or "in 24 days" into dates of one telling.

    The story takes STORY_WEEKS weeks from Monday to Sunday; the last one is the week of ``today``.
    """

    def __init__(self, today: date) -> None:
        self.today = today
        self._first_monday = today - timedelta(days=today.weekday(), weeks=STORY_WEEKS - 1)

    def of_week(self, week: int, weekday: int) -> date:
        """Return a day of the story; weeks count from 1, weekdays from 0 for Monday."""
        return self._first_monday + timedelta(weeks=week - 1, days=weekday)

    def day(self, phrase: str) -> date:
        """Return the day a phrase names; a week without a weekday is its Monday.

        Raises:
            ValueError: the phrase is none of those that name a day.
        """
        if phrase == "today":
            return self.today
        if match := _WEEK.fullmatch(phrase):
            week, weekday = int(match[1]), match[2] or WEEKDAYS[0]
            if 1 <= week <= STORY_WEEKS and weekday in WEEKDAYS:
                return self.of_week(week, WEEKDAYS.index(weekday))
        if match := _NEAR.fullmatch(phrase):
            return self.today + timedelta(days=int(match[2]) if match[2] else -int(match[1]))
        if match := _YEARS.fullmatch(phrase):
            years = int(match[1])
            return _shifted(self.day(match[3]), -years if match[2] == "before" else years)
        raise ValueError(f"not a day of the story: {phrase!r}")

    def partial(self, phrase: str) -> PartialDate:
        """Return the month or year a phrase names, or else its day.

        Raises:
            ValueError: the phrase names neither.
        """
        if phrase == "this month":
            return _month(self.today)
        if match := _MONTH_OF.fullmatch(phrase):
            return _month(self.day(match[1]))
        if match := _LONG_AGO.fullmatch(phrase):
            year = self.today.year - int(match[2])
            if match[1] is None:
                return PartialDate(f"{year:04}")
            if match[1] in _MONTHS:
                return PartialDate(f"{year:04}-{_MONTHS.index(match[1]) + 1:02}")
        return PartialDate.of(self.day(phrase))


def _month(day: date) -> PartialDate:
    return PartialDate(f"{day:%Y-%m}")


def _shifted(day: date, years: int) -> date:
    """Return the same day of another year; 29 February becomes the 28th where it must."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
