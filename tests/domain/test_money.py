from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.money import digits, money_words


@pytest.mark.parametrize(
    ("minor", "currency", "expected"),
    [
        (5_400_000, "EUR", "EUR 54,000"),
        (1250, "EUR", "EUR 12.50"),
        (5, "USD", "USD 0.05"),
        (0, "CHF", "CHF 0"),
        (1_250_000, "JPY", "JPY 1,250,000"),
        (1250, "KRW", "KRW 1,250"),
        (1250, "KWD", "KWD 1.250"),
        (1250, "BHD", "BHD 1.250"),
        (1250, "", "12.50"),
    ],
)
def test_that_an_amount_has_the_decimals_of_its_currency(
    minor: int, currency: str, expected: str
) -> None:
    assert money_words(minor, currency) == expected


@given(st.integers(0, 10**13), st.sampled_from(["EUR", "JPY", "KWD", "CLF"]))
def test_that_no_amount_is_rounded(minor: int, currency: str) -> None:
    whole, _, decimals = money_words(minor, currency).removeprefix(currency).partition(".")
    read = whole.strip().replace(",", "") + decimals.ljust(digits(currency), "0")
    assert int(read) == minor
