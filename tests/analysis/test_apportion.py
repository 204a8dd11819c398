"""Shares written with few decimals still add up."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from careerdesk.analysis.apportion import apportioned

_shares = st.lists(st.fractions(0, 1, max_denominator=400), max_size=20)


def test_that_three_thirds_of_a_tenth_are_written_as_one_tenth_together() -> None:
    assert apportioned([Fraction(1, 30)] * 3, 1000) == (34, 33, 33)
    assert apportioned([], 1000) == ()


@given(_shares, st.sampled_from([10, 100, 1000]))
def test_that_written_shares_sum_to_the_written_sum(shares: list[Fraction], steps: int) -> None:
    assert sum(apportioned(shares, steps)) == round(sum(shares) * steps)


@given(_shares, st.sampled_from([10, 100, 1000]))
def test_that_none_is_off_by_a_whole_step(shares: list[Fraction], steps: int) -> None:
    for exact, written in zip(shares, apportioned(shares, steps), strict=True):
        assert abs(written - exact * steps) < 1
        assert written >= 0


@given(_shares)
def test_that_a_larger_share_is_never_written_as_less_than_a_smaller_one_by_more_than_a_step(
    shares: list[Fraction],
) -> None:
    written = apportioned(shares, 1000)
    for first, at in zip(shares, written, strict=True):
        for second, other in zip(shares, written, strict=True):
            if first > second:
                assert at >= other - 1
