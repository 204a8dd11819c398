from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from profiles import NAMES, Levels, levels, profiles, role

from careerdesk.analysis.coverage import Coverage, coverage, what_if
from careerdesk.analysis.next_steps import next_steps
from careerdesk.domain.skills import Level

if TYPE_CHECKING:
    from careerdesk.domain.catalogue import RoleProfile

HOURS = st.dictionaries(st.sampled_from(NAMES), st.none() | st.floats(0, 500))


def covered(profile: RoleProfile, of: Levels) -> Coverage:
    found = coverage(profile, of)
    assert found is not None
    return found


@given(profiles(), levels, HOURS)
def test_that_every_known_gap_is_one_step_whose_gain_comes_true(
    profile: RoleProfile, of: Levels, hours: dict[str, float | None]
) -> None:
    found = covered(profile, of)
    steps = next_steps(found, hours)
    assert {one.share for one in steps} == {one for one in found.gaps if one.level is not None}
    for step in steps:
        assert step.share.level is not None
        assert step.level == step.share.level + 1
        then = what_if(profile, of, step.share.requirement.skill, step.level)
        assert then is not None
        assert then.value == found.value + step.gain
        assert step.hours == hours.get(step.share.requirement.skill)


@given(profiles(), levels, HOURS)
def test_that_essential_gaps_come_first_and_then_what_is_worth_most(
    profile: RoleProfile, of: Levels, hours: dict[str, float | None]
) -> None:
    steps = next_steps(covered(profile, of), hours)
    essential = [one.share.is_essential_gap for one in steps]
    assert essential == sorted(essential, reverse=True)
    for is_essential in (True, False):
        worth = [one.worth for one in steps if one.share.is_essential_gap is is_essential]
        known = [one for one in worth if one is not None]
        assert known == sorted(known, reverse=True)
        assert worth == known + [None] * (len(worth) - len(known))


def test_that_a_step_is_worth_its_shortfall_for_each_hour() -> None:
    profile = role("r", {"wide": (4, 1), "narrow": (4, 1), "free": (1, 1), "unrated": (5, 3)})
    of: Levels = {"wide": Level.AWARE, "narrow": Level.INDEPENDENT, "free": Level.NONE}
    hours = {"wide": 20.0, "narrow": 10.0, "free": 0.0, "unrated": 1.0}
    steps = next_steps(covered(profile, of), hours)
    assert [one.share.requirement.skill for one in steps] == ["free", "wide", "narrow"]
    assert [one.gain for one in steps] == [Fraction(1, 6), Fraction(1, 24), Fraction(1, 24)]
    assert steps[1].worth == float(Fraction(1, 8)) / 20
    assert steps[0].worth == float("inf")


def test_that_steps_without_an_estimate_follow_in_the_order_of_the_gaps() -> None:
    profile = role("r", {"small": (2, 1), "large": (2, 2), "known": (5, 1), "essential": (4, 3)})
    of: Levels = dict.fromkeys(("small", "large", "known", "essential"), Level.AWARE)
    steps = next_steps(covered(profile, of), {"known": 1000.0})
    assert [one.share.requirement.skill for one in steps] == [
        "essential",
        "known",
        "large",
        "small",
    ]


def test_that_a_deduction_leaves_no_step_at_the_target() -> None:
    profile = role("r", {"a": (3, 1)})
    found = coverage(profile, {"a": Level.INDEPENDENT}, deductions={"a": Fraction(3, 10)})
    assert found is not None
    assert found.gaps
    assert not next_steps(found, {"a": 1.0})
