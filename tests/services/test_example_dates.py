from __future__ import annotations

from datetime import date

import pytest

from careerdesk.services.example_dates import STORY_WEEKS, StoryDates

# A Wednesday; the last week of the story begins on 18 November.
WEDNESDAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("today", date(2026, 11, 18)),
        ("5 days ago", date(2026, 11, 13)),
        ("in 24 days", date(2026, 12, 12)),
        ("week 78 Mon", date(2026, 11, 16)),
        ("week 77", date(2026, 11, 9)),
        ("week 1 Sun", date(2025, 6, 1)),
        ("2 years before week 78 Mon", date(2024, 11, 16)),
        ("3 years after in 24 days", date(2029, 12, 12)),
    ],
)
def test_that_a_phrase_names_a_day_counted_from_the_end_of_the_story(
    phrase: str, day: date
) -> None:
    assert StoryDates(WEDNESDAY).day(phrase) == day


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("this month", "2026-11"),
        ("the month of week 1", "2025-05"),
        ("April, 5 years ago", "2021-04"),
        ("16 years ago", "2010"),
        ("week 78 Mon", "2026-11-16"),
    ],
)
def test_that_a_phrase_may_name_a_month_or_a_year_only(phrase: str, text: str) -> None:
    assert str(StoryDates(WEDNESDAY).partial(phrase)) == text


def test_that_a_leap_day_becomes_the_28th_in_a_year_without_one() -> None:
    dates = StoryDates(date(2028, 2, 29))
    assert dates.day("3 years before today") == date(2025, 2, 28)
    assert dates.day("4 years before today") == date(2024, 2, 29)


@pytest.mark.parametrize(
    "phrase",
    ["", "tomorrow", "week 0 Tue", f"week {STORY_WEEKS + 1} Mon", "week 3 Tuesday", "in x days"],
)
def test_that_any_other_phrase_is_refused_by_name(phrase: str) -> None:
    with pytest.raises(ValueError, match="not a day of the story") as caught:
        StoryDates(WEDNESDAY).day(phrase)
    assert repr(phrase) in str(caught.value)


def test_that_an_unknown_month_is_refused() -> None:
    with pytest.raises(ValueError, match="Brumaire"):
        StoryDates(WEDNESDAY).partial("Brumaire, 5 years ago")
