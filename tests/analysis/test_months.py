from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from careerdesk.analysis.months import Month, months_before


@given(st.dates(), st.integers(0, 40))
def test_that_as_many_months_lie_between_as_were_gone_back(day: date, count: int) -> None:
    month = Month.of(day)
    earlier = month.before(count)
    if earlier > Month(1, 1):
        assert len(earlier.until(month)) == count + 1


@given(st.dates(), st.dates())
def test_that_months_sort_by_time(first: date, second: date) -> None:
    assert (Month.of(first) < Month.of(second)) == (first.replace(day=1) < second.replace(day=1))


def test_that_months_run_over_the_turn_of_the_year() -> None:
    assert Month(2025, 11).until(Month(2026, 2)) == (
        Month(2025, 11), Month(2025, 12), Month(2026, 1), Month(2026, 2),
    )  # fmt: skip
    assert Month(2026, 2).first_day() == date(2026, 2, 1)


def test_that_there_is_no_month_before_the_calendar() -> None:
    assert Month(1, 3).before(12) == Month(1, 1)


@given(st.dates(), st.integers(0, 40))
def test_that_a_day_some_months_ago_is_the_same_day_where_there_is_one(
    day: date, count: int
) -> None:
    earlier = months_before(day, count)
    assert Month.of(earlier) == Month.of(day).before(count)
    assert earlier.day <= day.day


def test_that_a_day_some_months_ago_may_be_the_last_of_its_month() -> None:
    assert months_before(date(2026, 8, 31), 6) == date(2026, 2, 28)
    assert months_before(date(2026, 11, 23), 6) == date(2026, 5, 23)
