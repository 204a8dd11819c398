"""Readiness of a role on a day with its history, and the step to take first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from careerdesk.domain.catalogue import Requirement, Weight
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.roles import Role
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.services import actions, roles
from careerdesk.services.readiness import best_step, role_readiness, target_readiness

if TYPE_CHECKING:
    from careerdesk.storage.desk import Desk

TODAY = date(2026, 11, 23)
START = TODAY - timedelta(days=200)


@pytest.fixture
def aimed(desk: Desk) -> dict[str, Skill]:
    """Aim at a role that needs three skills; return those that are on the desk, not rated yet."""
    named = {name: Skill.new(name) for name in ("Wide", "Narrow", "Essential")}
    with desk.change("Add") as tx:
        tx.add(*named.values())
    role = Role.new("Analyst")
    needs = [
        Requirement(skill=skill.key, name=name, level=Level.ADVANCED, weight=weight)
        for (name, skill), weight in zip(
            named.items(), (Weight.IMPORTANT, Weight.USEFUL, Weight.ESSENTIAL), strict=True
        )
    ]
    roles.add_role(desk, role, needs)
    roles.target_role(desk, str(role.id), START)
    return named


def rate(desk: Desk, skill: Skill, level: int, on: date = START) -> None:
    with desk.change("Rate") as tx:
        tx.add(Rating.new(skill.id, on, Level(level)))


def show(desk: Desk, skill: Skill, on: date = TODAY) -> None:
    piece = Evidence.new(
        skill.id, "Shown", EvidenceKind.FILE, EvidenceTier.ARTEFACT, PartialDate.of(on)
    )
    with desk.change("Show") as tx:
        tx.add(piece)


def test_that_without_a_target_there_is_no_readiness(desk: Desk) -> None:
    assert target_readiness(desk, TODAY) is None
    with pytest.raises(InvalidValueError):
        role_readiness(desk, "", TODAY)


def test_that_a_role_without_skills_has_none(desk: Desk) -> None:
    roles.add_role(desk, (made := Role.new("Empty")))
    assert role_readiness(desk, str(made.id), TODAY) is None


def test_that_readiness_of_an_earlier_day_counts_nothing_dated_later(
    desk: Desk, aimed: dict[str, Skill]
) -> None:
    rate(desk, aimed["Essential"], 2)
    rate(desk, aimed["Essential"], 4, TODAY)
    show(desk, aimed["Essential"])
    now, then = target_readiness(desk, TODAY), role_readiness(desk, "", TODAY - timedelta(days=1))
    assert now is not None
    assert then is not None
    assert (now.gap.claimed.value, now.gap.evidenced.value) == (Fraction(1, 2), Fraction(1, 2))
    assert (then.gap.claimed.value, then.gap.evidenced.value) == (Fraction(1, 4), Fraction(0))
    assert [step.on for step in now.history.steps] == [START, TODAY]
    assert [step.on for step in then.history.steps] == [START]


def test_that_the_history_ends_with_the_readiness_of_the_day(
    desk: Desk, aimed: dict[str, Skill]
) -> None:
    rate(desk, aimed["Wide"], 3)
    show(desk, aimed["Wide"])
    found = target_readiness(desk, TODAY)
    assert found is not None
    last = found.history.as_of(TODAY)
    assert last is not None
    assert (last.claimed, last.claimed_high) == (found.gap.claimed.low, found.gap.claimed.high)
    assert last.evidenced == found.gap.evidenced.value


def test_that_an_essential_gap_comes_first_and_then_what_closes_most_for_each_hour(
    desk: Desk, aimed: dict[str, Skill]
) -> None:
    rate(desk, aimed["Wide"], 1)
    rate(desk, aimed["Narrow"], 3)
    rate(desk, aimed["Essential"], 2)
    actions.add_practice_action(desk, aimed["Wide"], "Long", planned_minutes=6000)
    actions.add_practice_action(desk, aimed["Narrow"], "Short", planned_minutes=30)

    def first() -> str:
        found = target_readiness(desk, TODAY)
        assert found is not None
        best = best_step(desk, found.gap)
        assert best is not None
        return best.skill.name

    assert first() == "Essential"
    rate(desk, aimed["Essential"], 4, TODAY)
    assert first() == "Narrow"


def test_that_the_step_is_taken_with_the_open_action_due_first(
    desk: Desk, aimed: dict[str, Skill]
) -> None:
    rate(desk, aimed["Essential"], 1)
    later = actions.add_practice_action(desk, aimed["Essential"], "Later", planned_minutes=60)
    sooner = actions.add_practice_action(
        desk, aimed["Essential"], "Sooner", planned_minutes=30, due=TODAY
    )
    found = target_readiness(desk, TODAY)
    assert found is not None
    best = best_step(desk, found.gap)
    assert best is not None
    assert (best.action, best.resource, best.minutes) == (sooner, None, 90)
    for one in (sooner, later):
        actions.settle_action(desk, one, TODAY)
    best = best_step(desk, found.gap)
    assert best is not None
    assert (best.action, best.minutes) == (None, None)


def test_that_what_the_catalogue_has_is_proposed_where_nothing_is_planned(desk: Desk) -> None:
    roles.target_role(desk, "ai_product_manager", START)
    skill = replace(Skill.new("Talking to customers"), catalogue_key="customer_discovery")
    with desk.change("Add") as tx:
        tx.add(skill)
    rate(desk, skill, 1)
    found = target_readiness(desk, TODAY)
    assert found is not None
    best = best_step(desk, found.gap)
    assert best is not None
    assert best.skill == skill
    assert best.resource is not None
    assert "customer_discovery" in best.resource.skills
    assert best.minutes == (best.resource.low_minutes + best.resource.high_minutes) // 2


def test_that_nothing_known_to_be_below_its_level_leaves_no_step(
    desk: Desk, aimed: dict[str, Skill]
) -> None:
    for skill in aimed.values():
        rate(desk, skill, 4)
    found = target_readiness(desk, TODAY)
    assert found is not None
    assert best_step(desk, found.gap) is None
    assert found.unsupported is not None
    assert found.unsupported.requirement.name == "Essential"
    for skill in aimed.values():
        show(desk, skill)
    found = target_readiness(desk, TODAY)
    assert found is not None
    assert found.unsupported is None
