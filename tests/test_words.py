"""Promises of the words that charts, portfolio and terminal share."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk import words
from careerdesk.analysis.months import Month
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import Level
from careerdesk.services.history import ChangeState


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (0, "0 h"),
        (0.4, "0 h"),
        (45, "45 min"),
        (59.4, "59 min"),
        (59.6, "1 h"),  # rounded before the unit is chosen
        (90, "1.5 h"),
        (5999.9, "100 h"),
        (10_278, "171.3 h"),
        (72_000, "1,200 h"),
    ],
)
def test_that_a_time_is_one_figure_with_its_unit(minutes: float, expected: str) -> None:
    assert words.duration(minutes) == expected


@pytest.mark.parametrize(
    ("minutes", "expected"), [(45, "45 min"), (60, "1 h"), (100, "1 h 40 min"), (60_000, "1,000 h")]
)
def test_that_an_entered_time_loses_no_minute(minutes: int, expected: str) -> None:
    assert words.exact_duration(minutes) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (PartialDate("2024"), "2024"),
        (PartialDate("2024-03"), "Mar 2024"),
        (PartialDate("2024-03-05"), "5 Mar 2024"),
        (date(2024, 12, 31), "31 Dec 2024"),
        (None, ""),
    ],
)
def test_that_a_date_is_written_as_far_as_it_is_known(
    value: PartialDate | date | None, expected: str
) -> None:
    assert words.day(value) == expected


def test_that_a_month_is_named_alike_for_a_day_in_it() -> None:
    assert words.month(Month(2026, 9)) == words.month(date(2026, 9, 30)) == "September 2026"
    assert words.short_month(date(2026, 9, 30)) == "Sep 2026"


def test_that_one_is_singular_and_the_plural_has_an_s_or_is_given() -> None:
    assert words.counted(1, "person", "people") == "1 person"
    assert words.counted(1200, "person", "people") == "1,200 people"
    assert words.counted(0, "week") == "0 weeks"


@given(st.text(), st.integers(2, 40))
def test_that_a_cut_text_keeps_to_one_line_and_its_length(text: str, longest: int) -> None:
    cut = words.cut(text, longest)
    assert len(cut) <= longest
    assert len(cut.splitlines()) <= 1
    assert cut == " ".join(text.split()) or cut.endswith("\u2026")


def test_that_a_text_is_cut_between_words_unless_that_costs_much() -> None:
    assert words.cut("a portfolio of one desk", 16) == "a portfolio of\u2026"
    assert words.cut("a portfolio of one desk", 15) == "a portfolio of\u2026"
    assert words.cut("a Donaudampfschifffahrt", 10) == "a Donauda\u2026"


def test_that_levels_states_and_functions_have_words() -> None:
    assert [words.level(level) for level in Level] == [
        "None", "Aware", "Assisted", "Independent", "Advanced", "Leading",
    ]  # fmt: skip
    assert set(words.CHANGE_STATES) == {state.value for state in ChangeState}
    assert words.function("product") == "Product"
    assert words.function("data law") == "data law"
