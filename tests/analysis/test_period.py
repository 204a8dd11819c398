from __future__ import annotations

from datetime import date

from careerdesk.analysis.period import Period

TODAY = date(2026, 11, 25)


def test_that_a_period_of_days_counts_the_last_one() -> None:
    week = Period.of_days(7, TODAY)
    assert week == Period(date(2026, 11, 19), TODAY)
    assert week.days == 7
    assert Period.of_days(7, date(1, 1, 3)).first == date.min


def test_that_a_period_without_limit_begins_with_the_earliest() -> None:
    everything = Period(None, TODAY)
    assert everything.days is None
    assert everything.begin(date(2024, 3, 1)) == date(2024, 3, 1)
    assert everything.begin(date(2027, 1, 1)) == TODAY
    assert Period.of_days(7, TODAY).begin(date(2024, 3, 1)) == date(2026, 11, 19)
