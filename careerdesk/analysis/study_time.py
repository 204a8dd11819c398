"""Time spent learning, by day and week; all figures are whole minutes.

A session dated later than today does not count before its day comes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careerdesk.domain.learning import LearningItemId, StudySession, StudySessionId

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class WeekTime:
    """The learning time of one week, and all of it up to the end of that week."""

    start: date
    minutes: int
    total: int


class Timed(Protocol):
    """Some minutes on a day: a session, or all of one day."""

    @property
    def on(self) -> date:
        """The day."""

    @property
    def minutes(self) -> int:
        """The time."""


def week_start(day: date, first_weekday: int = 0) -> date:
    """Return the first day of the week; weekdays count from 0 (Monday), as in Preferences."""
    passed = (day.weekday() - first_weekday) % 7
    return date.fromordinal(max(day.toordinal() - passed, 1))


def minutes_by_day(sessions: Iterable[Timed], *, today: date) -> dict[date, int]:
    """Return the minutes of each day that has any, in order of time."""
    days: Counter[date] = Counter()
    for session in sessions:
        if session.on <= today:
            days[session.on] += session.minutes
    return dict(sorted(days.items()))


def minutes_by_week(
    sessions: Iterable[Timed], *, today: date, first_weekday: int = 0
) -> tuple[WeekTime, ...]:
    """Return every week from the first session to this week, empty ones included."""
    weeks: Counter[date] = Counter()
    for day, minutes in minutes_by_day(sessions, today=today).items():
        weeks[week_start(day, first_weekday)] += minutes
    if not weeks:
        return ()
    result: list[WeekTime] = []
    start, last, total = min(weeks), week_start(today, first_weekday), 0
    while start <= last:
        total += weeks[start]
        result.append(WeekTime(start, weeks[start], total))
        # Not start + 7 days: the first week of the calendar may be cut short.
        start = week_start(start + _WEEK, first_weekday)
    return tuple(result)


def sessions_by_day(
    sessions: Iterable[StudySession], *, today: date
) -> dict[date, list[StudySessionId]]:
    """Return the sessions of each day that has any."""
    days: defaultdict[date, list[StudySessionId]] = defaultdict(list)
    for session in sessions:
        if session.on <= today:
            days[session.on].append(session.id)
    return dict(days)


def sessions_by_week(
    sessions: Iterable[StudySession], *, today: date, first_weekday: int = 0
) -> dict[date, list[StudySessionId]]:
    """Return the sessions of each week that has any, by its first day."""
    weeks: defaultdict[date, list[StudySessionId]] = defaultdict(list)
    for day, ids in sessions_by_day(sessions, today=today).items():
        weeks[week_start(day, first_weekday)] += ids
    return dict(weeks)


def week_streak(weeks: Sequence[WeekTime]) -> int:
    """Return how many weeks in a row hold a session; one that is still empty breaks nothing yet."""
    past = weeks if weeks and weeks[-1].minutes else weeks[:-1]
    return sum(1 for _ in takewhile(lambda week: week.minutes, reversed(past)))


def minutes_by_item(sessions: Iterable[StudySession], *, today: date) -> dict[LearningItemId, int]:
    """Return the time spent on each learning item that has any."""
    items: Counter[LearningItemId] = Counter()
    for session in sessions:
        if session.on <= today and session.learning_item_id is not None:
            items[session.learning_item_id] += session.minutes
    return dict(items)


def sessions_ahead(sessions: Iterable[StudySession], *, today: date) -> int:
    """Return how many sessions are dated later than today, and so do not count yet."""
    return sum(session.on > today for session in sessions)
