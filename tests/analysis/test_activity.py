"""The year that ends today: what counts, and which month was the best."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from careerdesk.analysis.activity import DAYS, activity_year
from careerdesk.analysis.months import Month
from careerdesk.domain.learning import StudySession

TODAY = date(2028, 2, 29)
SESSIONS = st.lists(
    st.builds(
        lambda ago, minutes: StudySession.new(TODAY - timedelta(days=ago), minutes),
        st.integers(-30, 800),
        st.integers(1, 300),
    ),
    max_size=40,
)


@given(SESSIONS)
def test_that_exactly_the_minutes_of_the_last_365_days_count(sessions: list[StudySession]) -> None:
    year = activity_year(sessions, today=TODAY)
    within = [one for one in sessions if 0 <= (TODAY - one.on).days < DAYS]
    assert year.minutes == sum(one.minutes for one in within)
    assert (year.last - year.first).days == DAYS - 1
    assert year.best_month_minutes <= year.minutes
    assert (year.best_month is None) == (not within)


def test_that_of_two_equal_months_the_earlier_is_the_best() -> None:
    sessions = [StudySession.new(date(2027, month, 3), 30) for month in (9, 6)]
    assert activity_year(sessions, today=TODAY).best_month == Month(2027, 6)
