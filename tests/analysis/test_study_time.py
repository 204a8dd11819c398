from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.analysis import study_time
from careerdesk.domain.learning import LearningItem, StudySession

TODAY = date(2026, 11, 23)  # a Monday
SESSIONS = st.lists(
    st.builds(
        StudySession.new,
        st.dates(TODAY - timedelta(days=900), TODAY + timedelta(days=30)),
        st.integers(1, 600),
    ),
    max_size=30,
)
WEEKDAYS = st.integers(0, 6)


@given(SESSIONS, WEEKDAYS)
def test_that_weeks_sum_to_all_sessions_up_to_today(
    sessions: list[StudySession], first_weekday: int
) -> None:
    weeks = study_time.minutes_by_week(sessions, today=TODAY, first_weekday=first_weekday)
    total = sum(session.minutes for session in sessions if session.on <= TODAY)
    assert sum(week.minutes for week in weeks) == total
    assert [week.total for week in weeks[-1:]] == ([total] if weeks else [])


@given(SESSIONS, WEEKDAYS)
def test_that_no_week_between_the_first_session_and_today_is_left_out(
    sessions: list[StudySession], first_weekday: int
) -> None:
    weeks = study_time.minutes_by_week(sessions, today=TODAY, first_weekday=first_weekday)
    starts = [week.start for week in weeks]
    assert all(start.weekday() == first_weekday for start in starts)
    assert all(later - start == timedelta(days=7) for start, later in itertools.pairwise(starts))
    if weeks:
        assert starts[-1] <= TODAY < starts[-1] + timedelta(days=7)
        assert weeks[0].minutes > 0


@given(st.dates(), WEEKDAYS)
def test_that_a_week_starts_on_its_first_weekday_or_with_the_calendar(
    day: date, first_weekday: int
) -> None:
    start = study_time.week_start(day, first_weekday)
    assert start <= day
    assert (day - start).days < 7
    assert start.weekday() == first_weekday or start == date.min


def test_that_the_first_week_of_the_calendar_is_followed_by_whole_weeks() -> None:
    weeks = study_time.minutes_by_week(
        [StudySession.new(date.min, 5)], today=date(1, 1, 15), first_weekday=6
    )
    assert [week.start for week in weeks] == [date(1, 1, 1), date(1, 1, 7), date(1, 1, 14)]


def test_that_a_future_session_does_not_count_before_its_day() -> None:
    tomorrow = StudySession.new(TODAY + timedelta(days=1), 60)
    assert study_time.minutes_by_week([tomorrow], today=TODAY) == ()
    assert study_time.sessions_ahead([tomorrow], today=TODAY) == 1
    assert study_time.minutes_by_week([tomorrow], today=tomorrow.on)[-1].minutes == 60
    assert study_time.sessions_ahead([tomorrow], today=tomorrow.on) == 0


@pytest.mark.parametrize(
    ("minutes", "streak"),
    [
        ((), 0),
        ((30,), 1),
        ((0,), 0),
        ((30, 0, 20, 40), 2),
        ((30, 20, 10, 0, 40), 1),
        ((0, 20, 40, 0), 2),  # this week is not over
        ((20, 0, 0), 0),
    ],
)
def test_that_a_streak_counts_weeks_in_a_row(minutes: tuple[int, ...], streak: int) -> None:
    weeks = [study_time.WeekTime(TODAY, amount, 0) for amount in minutes]
    assert study_time.week_streak(weeks) == streak


def test_that_time_is_summed_by_learning_item() -> None:
    item = LearningItem.new("Inspired")
    sessions = [
        StudySession.new(TODAY, 30, learning_item_id=item.id),
        StudySession.new(TODAY, 45, learning_item_id=item.id),
        StudySession.new(TODAY, 60),
        StudySession.new(TODAY + timedelta(days=1), 99, learning_item_id=item.id),
    ]
    assert study_time.minutes_by_item(sessions, today=TODAY) == {item.id: 75}
