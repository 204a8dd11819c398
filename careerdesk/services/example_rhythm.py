"""Study sessions told as a weekly rhythm, with the irregularity of real evenings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from careerdesk.services.example_dates import WEEKDAYS, StoryDates

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from datetime import date

# Minutes by which the sessions of a rhythm differ from the plan, one after the other.
_SWAY: Final = (0, 10, -5, 15, -10, 5)
_MOVED: Final = 4  # every so many sessions, one moves by a day
_SUNDAY: Final = 6


class Evening(NamedTuple):
    """One session of a rhythm: when it was planned, when it was held, and for how long."""

    planned: date
    on: date
    minutes: int


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The same days in each of some weeks; every ``misses``-th session does not happen, 0 for none.

    ``days`` are weekdays from 0 for Monday with the minutes planned.
    """

    weeks: range
    days: tuple[tuple[int, int], ...]
    misses: int = 0

    @classmethod
    def read(cls, weeks: str, days: str, misses: int) -> Rhythm:
        """Read the forms of the source: "3-7" and "Tue 40, Sun 60".

        Raises:
            ValueError: they are not of these forms.
        """
        pairs = (day.split() for day in days.split(", "))
        planned = tuple((WEEKDAYS.index(weekday), int(minutes)) for weekday, minutes in pairs)
        return cls(read_weeks(weeks), planned, misses)

    def evenings(self, dates: StoryDates, away: Container[int]) -> Iterator[Evening]:
        """Return each session, by fixed rules, so that the story is always the same."""
        planned = held = 0
        for week in self.weeks:
            if week in away:
                continue
            for weekday, minutes in self.days:
                planned += 1
                if self.misses and planned % self.misses == 0:
                    continue
                sway = _SWAY[held % len(_SWAY)]
                held += 1
                step = 0 if held % _MOVED else -1 if weekday == _SUNDAY else 1
                on = dates.of_week(week, weekday + step)
                yield Evening(dates.of_week(week, weekday), on, minutes + sway)


def read_weeks(text: str) -> range:
    """Read "3" or "3-7" as weeks of the story, the last one included."""
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)
