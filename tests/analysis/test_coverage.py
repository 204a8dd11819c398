from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import (
    AFTER,
    BEFORE,
    NAMES,
    PRODUCT_MANAGER,
    Levels,
    known_levels,
    levels,
    profiles,
    role,
)

from careerdesk.analysis.coverage import Coverage, Share, coverage, weighted_coverage, what_if
from careerdesk.domain.skills import Level

if TYPE_CHECKING:
    from careerdesk.domain.catalogue import RoleProfile

ROLE = role("r", {"a": (4, 3), "b": (2, 1), "c": (3, 2), "d": (1, 3)})


def covered(profile: RoleProfile, of: Levels) -> Coverage:
    found = coverage(profile, of)
    assert found is not None
    return found


def share(found: Coverage, skill: str) -> Share:
    return next(one for one in found.shares if one.requirement.skill == skill)


@given(profiles(), levels)
def test_that_a_coverage_lies_between_none_and_all(profile: RoleProfile, of: Levels) -> None:
    found = covered(profile, of)
    assert 0 <= found.low <= found.value <= found.high <= 1


@given(profiles(), levels)
def test_that_the_shortfalls_are_exactly_what_is_missing(profile: RoleProfile, of: Levels) -> None:
    found = covered(profile, of)
    assert sum(one.shortfall for one in found.shares) == 1 - found.value


@given(profiles(), levels, st.sampled_from(NAMES), st.sampled_from(Level))
def test_that_a_higher_rating_never_lowers_the_coverage(
    profile: RoleProfile, of: Levels, skill: str, level: Level
) -> None:
    higher = what_if(profile, of, skill, max(level, of.get(skill) or Level.NONE))
    assert higher is not None
    assert higher.value >= covered(profile, of).value


@given(profiles(), known_levels, st.sampled_from(Level))
def test_that_a_surplus_changes_nothing(profile: RoleProfile, of: Levels, level: Level) -> None:
    first = profile.requirements[0]
    met = what_if(profile, of, first.skill, first.level)
    above = what_if(profile, of, first.skill, max(first.level, level))
    assert met is not None
    assert above is not None
    assert met.value == above.value


@given(profiles(), known_levels, st.fractions(min_value=Fraction(1, 1000), max_value=1000))
def test_that_only_the_proportion_of_the_weights_matters(
    profile: RoleProfile, of: Levels, factor: Fraction
) -> None:
    terms = [(one.weight, of[one.skill] or 0, one.level) for one in profile.requirements]
    scaled = [(weight * factor, level, target) for weight, level, target in terms]
    assert weighted_coverage(scaled) == weighted_coverage(terms) == covered(profile, of).value


@given(profiles(), levels, known_levels)
def test_that_the_range_holds_whatever_the_answer_would_be(
    profile: RoleProfile, of: Levels, answers: Levels
) -> None:
    found = covered(profile, of)
    answered = {name: answers[name] if of.get(name) is None else of[name] for name in NAMES}
    assert found.low <= covered(profile, answered).value <= found.high


@given(profiles(), known_levels)
def test_that_without_unknown_levels_there_is_no_range(profile: RoleProfile, of: Levels) -> None:
    found = covered(profile, of)
    assert found.low == found.high
    assert not found.unknown


@given(profiles(), levels, st.sampled_from(Level))
def test_that_a_gain_is_what_another_rating_brings(
    profile: RoleProfile, of: Levels, level: Level
) -> None:
    found = covered(profile, of)
    for one in found.shares:
        changed = what_if(profile, of, one.requirement.skill, level)
        assert changed is not None
        assert one.gain(level) == changed.value - found.value


@given(profiles(), levels)
def test_that_the_last_gain_closes_the_gap(profile: RoleProfile, of: Levels) -> None:
    for one in covered(profile, of).shares:
        gains = one.gains
        assert len(gains) == one.gap
        assert bool(gains) != one.is_met
        if gains:
            assert list(gains)[-1] == one.requirement.level
            assert list(gains.values()) == sorted(gains.values())
            assert gains[one.requirement.level] == one.shortfall


def test_that_a_role_without_skills_has_no_coverage() -> None:
    empty = role("r", {})
    assert coverage(empty, {"a": Level.LEADING}) is None
    assert what_if(empty, {}, "a", Level.LEADING) is None
    assert weighted_coverage([]) is None


def test_that_the_gaps_are_ordered_by_weight_times_levels_and_then_by_shortfall() -> None:
    asked = role("r", {"x": (2, 1), "y": (4, 1), "z": (2, 2), "u": (1, 3), "v": (5, 3)})
    held: Levels = {"x": Level.NONE, "y": Level.AWARE, "z": Level.NONE, "u": None}
    ranked = [one.requirement.skill for one in covered(asked, {**held, "v": Level(5)}).gaps]
    # z: 2 x 2; u: 3 x 1 with the whole of its weight missing; y: 1 x 3 with three quarters of it
    assert ranked == ["z", "u", "y", "x"]


def test_that_only_a_known_gap_of_two_levels_in_an_essential_skill_is_essential() -> None:
    of: Levels = {"a": Level.ASSISTED, "b": Level.NONE, "c": Level.NONE, "d": Level.NONE}
    assert [one.requirement.skill for one in covered(ROLE, of).essential_gaps] == ["a"]
    assert not covered(ROLE, {**of, "a": Level.INDEPENDENT}).essential_gaps
    unknown = covered(ROLE, {**of, "a": None})
    assert not unknown.essential_gaps
    assert share(unknown, "a") in unknown.gaps
    assert unknown.unknown == (share(unknown, "a"),)


def test_that_what_is_above_its_target_is_carried_over_with_the_largest_surplus_first() -> None:
    of: Levels = {"a": Level.LEADING, "b": Level.ASSISTED, "c": Level.LEADING, "d": Level.ASSISTED}
    carried = covered(ROLE, {**of, "not asked for": Level.LEADING}).carried_over
    assert [(one.requirement.skill, one.surplus) for one in carried] == [
        ("c", 2),
        ("a", 1),
        ("d", 1),
    ]


def test_that_a_deduction_counts_and_leaves_the_rating_as_it_is() -> None:
    less = {"a": Fraction(3, 10), "d": Fraction(3, 10)}
    found = coverage(ROLE, {"a": Level.ADVANCED, "d": Level.NONE}, deductions=less)
    assert found is not None
    assert share(found, "a").level is Level.ADVANCED
    assert share(found, "a").shortfall == Fraction(3, 9) * Fraction(3, 40)
    assert share(found, "d").reached == 0
    assert not share(found, "a").is_met
    assert not share(found, "a").gains
    assert not share(found, "a").is_essential_gap
    changed = what_if(ROLE, {"a": Level.ADVANCED}, "a", Level.LEADING, deductions=less)
    assert changed is not None
    assert share(changed, "a").is_met


@pytest.mark.parametrize(
    ("of", "value", "essential", "largest"),
    [
        (
            BEFORE,
            Fraction(103, 228),
            [
                "customer_discovery",
                "requirements",
                "roadmapping",
                "problem_framing",
                "stakeholder_mgmt",
                "influence",
            ],
            [5.92] * 3 + [5.26] + [3.95] * 4 + [3.51] * 3,
        ),
        (AFTER, Fraction(31, 38), [], [1.97] * 6),
    ],
)
def test_that_the_worked_example_comes_out(
    of: Levels, value: Fraction, essential: list[str], largest: list[float]
) -> None:
    found = covered(PRODUCT_MANAGER, of)
    assert PRODUCT_MANAGER.total_weight == 38
    assert found.value == value
    assert [one.requirement.skill for one in found.essential_gaps] == essential
    points = sorted((round(float(one.shortfall) * 100, 2) for one in found.shares), reverse=True)
    assert points[: len(largest)] == largest


def test_that_one_unknown_skill_opens_the_range_of_the_worked_example() -> None:
    found = covered(PRODUCT_MANAGER, {**BEFORE, "customer_discovery": None})
    assert float(found.low) == pytest.approx(0.4320, abs=5e-5)
    assert float(found.high) == pytest.approx(0.5110, abs=5e-5)
