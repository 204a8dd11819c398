from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.money import digits
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.typed import (
    parse_date,
    parse_day,
    parse_hundredths,
    parse_minutes,
    parse_money,
    parse_number,
    parse_tenths,
)

TODAY = date(2024, 1, 31)  # a Wednesday


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2024", "2024"),
        ("2024-03", "2024-03"),
        ("2024-03-15", "2024-03-15"),
        ("Mar 2024", "2024-03"),
        ("march, 2024", "2024-03"),
        ("Sept 2024", "2024-09"),
        ("15 Mar 2024", "2024-03-15"),
        ("15. March 2024", "2024-03-15"),
        ("March 15th, 2024", "2024-03-15"),
        ("03/2024", "2024-03"),
        ("15.3.2024", "2024-03-15"),
        ("15/03/2024", "2024-03-15"),
        ("today", "2024-01-31"),
        ("Yesterday", "2024-01-30"),
        ("tomorrow", "2024-02-01"),
        ("+2w", "2024-02-14"),
        ("-3 days", "2024-01-28"),
        ("+1m", "2024-02-29"),
        ("+1y", "2025-01-31"),
    ],
)
def test_that_a_date_is_read_as_far_as_it_is_known(typed: str, meant: str) -> None:
    assert parse_date("day", typed, TODAY) == PartialDate(meant)


def test_that_figures_are_read_in_the_order_of_the_country() -> None:
    assert parse_date("day", "3/4/2024", TODAY, order="mdy") == PartialDate("2024-03-04")
    assert parse_date("day", "3/4/2024", TODAY, order="dmy") == PartialDate("2024-04-03")


@pytest.mark.parametrize(
    "typed", ["soon", "31 Feb 2024", "32", "13/2024", "1/2/24", "ma 2024", "+9999y", "2 Mar 5 2024"]
)
def test_that_what_is_no_date_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(InvalidValueError, match="15 Mar 2024"):
        parse_date("expiry date", typed, TODAY)


def test_that_a_day_must_be_a_whole_one_where_one_is_needed() -> None:
    assert parse_day("day", "+1w", TODAY) == date(2024, 2, 7)
    assert parse_day("day", " ", TODAY) is None
    with pytest.raises(InvalidValueError, match="needs a day"):
        parse_day("day", "Mar 2024", TODAY)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("45", 45),
        ("45 min", 45),
        ("1 h 30", 90),
        ("1:30", 90),
        ("2.5 h", 150),
        ("2,5h", 150),
        ("3 hours", 180),
        ("", None),
    ],
)
def test_that_a_length_of_time_is_read(typed: str, minutes: int | None) -> None:
    assert parse_minutes("time", typed) == minutes


def test_that_what_is_no_length_of_time_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="45 min"):
        parse_minutes("time", "long")


@given(st.integers(0, 10**9))
def test_that_a_number_is_read_with_and_without_separators(number: int) -> None:
    assert parse_number("days", f"{number}") == parse_number("days", f"{number:,}") == number


@pytest.mark.parametrize("typed", ["1.5", "x", "1,23"])
def test_that_what_is_no_whole_number_is_refused(typed: str) -> None:
    with pytest.raises(InvalidValueError, match="whole number"):
        parse_number("days", typed)


@given(st.integers(0, 10**11), st.sampled_from(["EUR", "JPY", "KWD", ""]))
def test_that_an_amount_is_read_to_the_last_minor_unit(minor: int, currency: str) -> None:
    places = digits(currency)
    whole, rest = divmod(minor, 10**places)
    decimals = f"{rest:0{places}}" if places else ""
    for point, group in ((".", ","), (",", ".")):
        typed = f"{whole:,}".replace(",", group) + (f"{point}{decimals}" if decimals else "")
        if whole >= 1000 or places != 3:  # 1.234 alone groups thousands
            assert parse_money("cost", typed, currency) == minor
    assert parse_money("cost", "", currency) is None


def test_that_an_amount_finer_than_its_currency_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="decimals"):
        parse_money("cost", "12.5", "JPY")
    with pytest.raises(InvalidValueError, match="amount"):
        parse_money("cost", "a lot", "EUR")


def test_that_a_percentage_is_read_in_thousandths() -> None:
    assert [parse_tenths("bonus", text) for text in ("15", "12.5", "12,5", "")] == [
        150,
        125,
        125,
        None,
    ]
    with pytest.raises(InvalidValueError, match=r"12\.5"):
        parse_tenths("bonus", "12.55")


def test_that_hundredths_have_two_decimals_at_most() -> None:
    typed = ("4", "4.2", "4,25", "0.05", "")
    assert [parse_hundredths("interest", text) for text in typed] == [400, 420, 425, 5, None]
    for wrong in ("4.255", "-1", "four"):
        with pytest.raises(InvalidValueError, match=r"4\.25"):
            parse_hundredths("interest", wrong)
