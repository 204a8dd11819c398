from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import AFTER, BEFORE, NAMES, PRODUCT_MANAGER, Levels, levels, profiles, role

from careerdesk.analysis.coverage import coverage
from careerdesk.analysis.error_band import error_bands
from careerdesk.domain.skills import Level

if TYPE_CHECKING:
    from careerdesk.domain.catalogue import RoleProfile

SURE = dict.fromkeys(NAMES, 0.0)
SEEDS = st.integers(0, 2**63)
DRAWS = 40

TARGETS: Levels = {one.skill: one.level for one in PRODUCT_MANAGER.requirements}


def roles(least: int = 0) -> st.SearchStrategy[list[RoleProfile]]:
    return st.lists(profiles(), min_size=least, max_size=6).map(
        lambda made: [dataclasses.replace(one, id=str(at)) for at, one in enumerate(made)]
    )


@given(roles(), levels, SEEDS)
@settings(max_examples=40)
def test_that_the_same_seed_gives_the_same_bands(
    asked: list[RoleProfile], of: Levels, seed: int
) -> None:
    first = error_bands(asked, of, {}, seed=seed, draws=DRAWS)
    assert error_bands(asked, of, {}, seed=seed, draws=DRAWS) == first


@given(roles(), levels, SEEDS)
@settings(max_examples=40)
def test_that_bands_lie_within_none_and_all_and_the_chances_share_three_places(
    asked: list[RoleProfile], of: Levels, seed: int
) -> None:
    bands = error_bands(asked, of, {}, seed=seed, draws=DRAWS)
    for band in bands.values():
        assert 0 <= band.low <= band.median <= band.high <= 1
        assert -1e-9 <= band.chance_of_first_three <= 1 + 1e-9
    total = sum(band.chance_of_first_three for band in bands.values())
    assert total == pytest.approx(min(3, len(asked)))


@given(roles(1), levels, SEEDS)
@settings(max_examples=40)
def test_that_sure_ratings_leave_the_range_of_the_unknown_ones_alone(
    asked: list[RoleProfile], of: Levels, seed: int
) -> None:
    bands = error_bands(asked, of, SURE, seed=seed, draws=DRAWS)
    for one in asked:
        found = coverage(one, of)
        assert found is not None
        assert bands[one.id].low == pytest.approx(float(found.low))
        assert bands[one.id].median == pytest.approx(float(found.value))
        assert bands[one.id].high == pytest.approx(float(found.high))


def test_that_a_role_has_the_same_band_whatever_it_is_compared_with() -> None:
    other = role("other", {"customer_discovery": (5, 3), "influence": (1, 1)})
    alone = error_bands([PRODUCT_MANAGER], BEFORE, {}, seed=7)[PRODUCT_MANAGER.id]
    among = error_bands([other, PRODUCT_MANAGER], BEFORE, {}, seed=7)[PRODUCT_MANAGER.id]
    assert alone == among


def test_that_one_error_moves_all_roles_that_share_the_skill() -> None:
    """Drawn apart, the two equal roles would each be ahead in half of the draws."""
    twins = [role(name, {"a": (5, 1)}) for name in ("one", "two")]
    others = [role(name, {"b": (5, 1)}) for name in ("three", "four", "five")]
    of: Levels = {"a": Level.INDEPENDENT, "b": Level.INDEPENDENT}
    bands = error_bands([*twins, *others], of, {"a": 1.0, "b": 0.0}, seed=1)
    assert bands["one"] == bands["two"]
    # Ahead of the three others in about half of the draws, otherwise behind all of them.
    assert bands["one"].chance_of_first_three == pytest.approx(0.5, abs=0.05)
    assert bands["three"].chance_of_first_three == pytest.approx((1 / 3 + 1) / 2, abs=0.05)


def test_that_roles_without_skills_have_no_band() -> None:
    assert not error_bands([role("r", {})], BEFORE, {}, seed=1)
    assert not error_bands([], BEFORE, {}, seed=1)


def test_that_another_seed_gives_another_band_close_by() -> None:
    first, second = (
        error_bands([PRODUCT_MANAGER], BEFORE, {}, seed=seed)[PRODUCT_MANAGER.id] for seed in (1, 2)
    )
    assert first != second
    assert first.low == pytest.approx(second.low, abs=0.015)
    assert first.high == pytest.approx(second.high, abs=0.015)


@pytest.mark.parametrize(("of", "low", "high"), [(BEFORE, 0.39, 0.54), (AFTER, 0.70, 0.84)])
def test_that_the_bands_of_the_worked_example_come_out(of: Levels, low: float, high: float) -> None:
    band = error_bands([PRODUCT_MANAGER], of, {}, seed=1)[PRODUCT_MANAGER.id]
    assert band.low == pytest.approx(low, abs=0.01)
    assert band.high == pytest.approx(high, abs=0.01)


@pytest.mark.parametrize(("sigma", "median"), [(1.0, 0.89), (0.6, 0.93)])
def test_that_errors_only_lower_who_is_exactly_at_all_targets(sigma: float, median: float) -> None:
    sigmas = dict.fromkeys(TARGETS, sigma)
    band = error_bands([PRODUCT_MANAGER], TARGETS, sigmas, seed=1)[PRODUCT_MANAGER.id]
    assert band.median == pytest.approx(median, abs=0.01)
    assert band.high < 1


def test_that_evidence_narrows_the_band() -> None:
    wide = error_bands([PRODUCT_MANAGER], BEFORE, {}, seed=1)[PRODUCT_MANAGER.id]
    shown = dict.fromkeys(BEFORE, 0.4)
    narrow = error_bands([PRODUCT_MANAGER], BEFORE, shown, seed=1)[PRODUCT_MANAGER.id]
    assert narrow.high - narrow.low < (wide.high - wide.low) / 2
