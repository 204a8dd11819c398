from __future__ import annotations

from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.analysis.percentiles import percentile

FLOATS = st.floats(-100, 100)


@given(st.lists(FLOATS, min_size=2, max_size=30).map(sorted), st.integers(1, 9))
def test_that_percentiles_are_those_of_the_standard_library(values: list[float], at: int) -> None:
    expected = quantiles(values, n=10, method="inclusive")[at - 1]
    assert percentile(values, at / 10) == pytest.approx(expected, abs=1e-9)


@given(FLOATS, st.floats(0, 1))
def test_that_one_value_is_every_percentile(value: float, share: float) -> None:
    assert percentile([value], share) == value


def test_that_the_ends_are_the_least_and_the_greatest() -> None:
    assert (percentile([1.0, 2.0, 4.0], 0.0), percentile([1.0, 2.0, 4.0], 1.0)) == (1.0, 4.0)


def test_that_no_values_have_no_percentile() -> None:
    with pytest.raises(IndexError):
        percentile([], 0.5)
