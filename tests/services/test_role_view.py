"""What is shown of one role: reasons that add up, roles near it, and the pay floor as a flag."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persona import AFTER, BEFORE

from careerdesk.analysis.coverage import coverage
from careerdesk.analysis.matching import RoleMatch
from careerdesk.analysis.weighting import Weighting
from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import Attempt
from careerdesk.domain.roles import Role
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.services import roles
from careerdesk.services.matches import Matches, choose_order, matches
from careerdesk.services.profile import preferences
from careerdesk.services.role_view import (
    Kinship,
    PayFlag,
    PayFloor,
    beside,
    coverages,
    pay_flag,
    pay_floor,
    radar_of,
    role_view,
)
from careerdesk.services.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdesk.domain.catalogue import RoleProfile
    from careerdesk.storage.desk import Desk

DAY = date(2026, 6, 7)
ROLE = "ai_product_manager"


def rate(desk: Desk, levels: Mapping[str, int]) -> None:
    with desk.change("Rate") as tx:
        for key, level in levels.items():
            skill = replace(Skill.new(key), catalogue_key=key)
            tx.add(skill, Rating.new(skill.id, DAY, Level(level)))


def test_that_the_reasons_of_the_persona_add_up_to_the_shortfall(desk: Desk) -> None:
    rate(desk, {**AFTER, **BEFORE})
    view = role_view(matches(desk, DAY), ROLE)
    assert view is not None
    assert view.match.coverage is not None
    assert view.match.coverage.value == Fraction(103, 228)
    assert sum(one.tenths for one in view.reasons) == view.missing == 548
    assert view.covered == 452
    assert {one.requirement.skill for one in view.essential_gaps} == {
        "problem_framing", "customer_discovery", "requirements", "roadmapping",
        "stakeholder_mgmt", "influence",
    }  # fmt: skip
    costs = [one.share.shortfall for one in view.reasons]
    assert costs == sorted(costs, reverse=True)


@given(
    st.dictionaries(
        st.sampled_from([one.id for one in catalogue().skills]), st.none() | st.sampled_from(Level)
    )
)
def test_that_reasons_add_up_for_every_role_and_every_answer(
    levels: dict[str, Level | None],
) -> None:
    for role in catalogue().roles:
        match = RoleMatch(profile=role.profile, coverage=coverage(role.profile, levels))
        view = role_view(_matches(match), role.id)
        assert view is not None
        assert sum(one.tenths for one in view.reasons) == view.missing
        assert view.covered + view.missing == 1000
        assert match.coverage is not None
        assert abs(view.covered - 1000 * match.coverage.value) <= Fraction(1, 2)


def test_that_a_role_that_is_gone_has_no_view(desk: Desk) -> None:
    assert role_view(matches(desk, DAY), "nobody") is None


def test_that_specialisations_stand_beside_the_wider_role_and_the_nearest_beside_others(
    desk: Desk,
) -> None:
    found = matches(desk, DAY)
    three = ("ml_platform_pm", "applied_llm_pm", "vertical_ai_pm")
    assert beside(found, ROLE) == (Kinship.SPECIALISATIONS, three)
    assert beside(found, "applied_llm_pm") == (
        Kinship.SIBLINGS,
        (ROLE, "ml_platform_pm", "vertical_ai_pm"),
    )
    kinship, near = beside(found, "product_manager")
    assert kinship is Kinship.NEAREST
    assert near[0] == ROLE
    assert len(near) == 3


def test_that_a_role_without_skills_has_nothing_beside_it(desk: Desk) -> None:
    role = Role.new("Beekeeper")
    roles.add_role(desk, role)
    found = matches(desk, DAY)
    assert beside(found, str(role.id)) == (Kinship.NEAREST, ())
    assert coverages(found, [str(role.id), ROLE, "gone"])[0].profile.id == ROLE
    view = role_view(found, str(role.id))
    assert view is not None
    assert (view.reasons, view.missing, view.essential_gaps) == ((), 0, ())


def test_that_the_radar_of_every_role_has_at_most_ten_groups(desk: Desk) -> None:
    rate(desk, AFTER)
    found = matches(desk, DAY)
    for match in found.roles:
        view = radar_of(match, found.standing.levels)
        assert 1 <= len(view.rows) <= 10


def test_that_the_last_pay_floor_counts_and_only_by_that_day(desk: Desk) -> None:
    early = _attempt(date(2026, 1, 5), 90_000_00)
    late = _attempt(date(2026, 3, 5), 120_000_00)
    silent = replace(_attempt(date(2026, 4, 5), 0), pay_floor_minor=None)
    with desk.change("Answer") as tx:
        tx.add(early, late, silent)
    assert pay_floor(desk, date(2025, 12, 31)) is None
    assert pay_floor(desk, date(2026, 2, 1)) == PayFloor(
        minor=90_000_00, currency="USD", on=date(2026, 1, 5)
    )
    assert pay_floor(desk, DAY) == PayFloor(minor=120_000_00, currency="USD", on=date(2026, 3, 5))


@pytest.mark.parametrize(
    ("minor", "currency", "flag"),
    [
        (100_749_99, "USD", PayFlag.BELOW),
        (100_750_00, "USD", PayFlag.WITHIN),
        (171_200_00, "USD", PayFlag.WITHIN),
        (171_200_01, "USD", PayFlag.ABOVE),
        (120_000_00, "EUR", PayFlag.OTHER_CURRENCY),
    ],
)
def test_that_a_pay_floor_is_a_flag_and_not_converted(
    minor: int, currency: str, flag: PayFlag
) -> None:
    role = catalogue().role(ROLE)
    assert role is not None
    assert pay_flag(PayFloor(minor=minor, currency=currency, on=DAY), role.pay) is flag


def test_that_choosing_an_order_is_one_change_with_undo(desk: Desk) -> None:
    choose_order(desk, Weighting(coverage=60, interest=20, goals=20))
    assert matches(desk, DAY).weighting == Weighting(coverage=60, interest=20, goals=20)
    choose_order(desk, Weighting(coverage=60, interest=20, goals=20))
    choose_order(desk, None)
    assert matches(desk, DAY).weighting is None
    assert [one.title for one in desk.history()] == [
        "Put roles in the usual order", "Put roles in order by own weights",
    ]  # fmt: skip
    desk.undo()
    assert preferences(desk).coverage_share == 60


def test_that_a_role_is_found_by_skills_esco_labels_and_resources(desk: Desk) -> None:
    def found(text: str) -> set[str]:
        return {one.id for one in roles.find_roles(desk, text)}

    assert ROLE in found("ict product manager")  # the ESCO occupation that comes near
    assert ROLE in found("inspired")  # a book
    assert ROLE in found("product management roadmap")
    skill = next(one for one in catalogue().skills if one.nearest_esco is not None)
    assert skill.nearest_esco is not None
    needing = {
        role.id
        for role in catalogue().roles
        if any(one.skill == skill.id for one in role.profile.requirements)
    }
    assert needing <= found(skill.nearest_esco.label)


def _attempt(finished: date, minor: int) -> Attempt:
    return replace(
        Attempt.new(finished, version=1),
        finished=finished,
        pay_floor_minor=minor,
        pay_currency="USD",
    )


def _matches(match: RoleMatch) -> Matches:
    profile: RoleProfile = match.profile
    assert profile.requirements
    standing = Standing.__new__(Standing)  # not asked here
    return Matches(standing=standing, roles=(match,), bands={}, interests=None, weighting=None)
