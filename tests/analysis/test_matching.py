from __future__ import annotations

import dataclasses
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from profiles import AFTER, BEFORE, PRODUCT_MANAGER, Levels, profiles, role

from careerdesk.analysis.coverage import coverage
from careerdesk.analysis.goals import GoalMatch
from careerdesk.analysis.interests import InterestMatch, Strength
from careerdesk.analysis.matching import (
    Family,
    RoleMatch,
    by_coverage,
    by_families,
    nearest_roles,
)
from careerdesk.domain.skills import Level

if TYPE_CHECKING:
    from careerdesk.domain.catalogue import RoleProfile


def interest(correlation: float) -> InterestMatch:
    return InterestMatch(
        correlation=correlation, low=correlation, high=correlation, contributions={}
    )


def goals(value: Fraction) -> GoalMatch:
    return GoalMatch(value=value, shares=())


def match(
    id_: str,
    family: str = "",
    level: int | None = None,
    correlation: float | None = None,
    offered: Fraction | None = None,
) -> RoleMatch:
    """Return a role that is covered by a level of its one skill, with target 5."""
    asked = {} if level is None else {"a": (5, 1)}
    profile = dataclasses.replace(role(id_, asked), family=family)
    return RoleMatch(
        profile=profile,
        coverage=coverage(profile, {"a": Level(level or 0)}),
        interest=None if correlation is None else interest(correlation),
        goals=None if offered is None else goals(offered),
    )


def ids(family: Family) -> list[str]:
    return [one.profile.id for one in family.matches]


def test_that_families_are_ordered_by_the_word_for_their_interests_and_then_by_coverage() -> None:
    found = by_families(
        [
            match("unknown", "unknown", 5),
            match("none", "none", 5, -0.2),
            match("poor", "poor", 1, 0.95),
            match("good", "good", 3, 0.71),
            match("moderate", "moderate", 5, 0.5),
        ]
    )
    assert [one.name for one in found] == ["good", "poor", "moderate", "none", "unknown"]
    assert [one.strength for one in found] == [
        Strength.STRONG,
        Strength.STRONG,
        Strength.MODERATE,
        Strength.LITTLE,
        None,
    ]


def test_that_interests_do_not_rank_neighbours_within_a_family() -> None:
    (found,) = by_families([match("one", "f", 2, 0.9), match("two", "f", 3, 0.5)])
    assert ids(found) == ["two", "one"]
    assert found.correlation == 0.7


def test_that_ties_in_coverage_go_by_goals_and_then_as_given() -> None:
    (found,) = by_families(
        [
            match("unknown", "f", 3),
            match("less", "f", 3, offered=Fraction(1, 2)),
            match("more", "f", 3, offered=Fraction(2, 3)),
            match("also", "f", 3, offered=Fraction(2, 3)),
        ]
    )
    assert ids(found) == ["more", "also", "less", "unknown"]


def test_that_roles_without_a_family_are_each_one_of_their_own() -> None:
    found = by_families([match("one", level=1), match("two", level=2), match("three", "f", 3)])
    assert [(one.name, ids(one)) for one in found] == [
        ("f", ["three"]),
        ("", ["two"]),
        ("", ["one"]),
    ]


def test_that_roles_are_ordered_by_coverage_alone_if_asked_for() -> None:
    found = by_coverage([match("none"), match("low", "f", 1, 0.9), match("high", "g", 2, -0.5)])
    assert [one.profile.id for one in found] == ["high", "low", "none"]


def test_that_the_reasons_are_the_skills_that_add_and_cost_most() -> None:
    found = RoleMatch(profile=PRODUCT_MANAGER, coverage=coverage(PRODUCT_MANAGER, BEFORE))
    assert [one.requirement.skill for one in found.strengths] == [
        "ai_feasibility",
        "ml_fundamentals",
        "model_evaluation",
    ]
    assert [one.requirement.skill for one in found.shortfalls] == [
        "customer_discovery",
        "requirements",
        "roadmapping",
    ]
    nothing: Levels = {}
    known = RoleMatch(profile=PRODUCT_MANAGER, coverage=coverage(PRODUCT_MANAGER, nothing))
    assert not known.strengths
    assert not match("none").strengths
    assert not match("none").shortfalls


@given(st.lists(profiles(0), min_size=1, max_size=5), profiles())
def test_that_a_role_is_near_as_far_as_its_holder_covers_another(
    others: list[RoleProfile], profile: RoleProfile
) -> None:
    named = [dataclasses.replace(one, id=str(at)) for at, one in enumerate(others)]
    twin = dataclasses.replace(profile, id="twin")
    found = nearest_roles(profile, [*named, twin, profile], count=10)
    values = [one.value for one in found]
    assert values == sorted(values, reverse=True)
    assert values[0] == 1
    assert len(found) == 1 + sum(bool(one.requirements) for one in named)


def test_that_only_the_nearest_roles_are_named() -> None:
    others = [role(str(at), {"influence": (at, 1), "new": (5, 1)}) for at in range(1, 6)]
    found = nearest_roles(PRODUCT_MANAGER, others, count=2)
    assert [(one.profile.id, one.value) for one in found] == [
        ("1", Fraction(1, 2)),
        ("2", Fraction(1, 2)),
    ]


def test_that_the_pivot_of_the_worked_example_brings_the_role_nearer() -> None:
    before, after = (coverage(PRODUCT_MANAGER, of) for of in (BEFORE, AFTER))
    ordered = by_coverage(
        [
            RoleMatch(profile=PRODUCT_MANAGER, coverage=before),
            RoleMatch(profile=PRODUCT_MANAGER, coverage=after),
        ]
    )
    assert ordered[0].coverage == after
