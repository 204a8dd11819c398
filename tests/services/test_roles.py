"""Roles are found, copied, edited and aimed at; each change is one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from careerdesk.catalogue import catalogue
from careerdesk.domain.catalogue import Requirement, Weight
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.roles import Role, RoleSkill, Target
from careerdesk.domain.skills import Level
from careerdesk.services import roles

if TYPE_CHECKING:
    from careerdesk.storage.desk import Desk

DAY = date(2026, 1, 5)
BEES = Requirement(
    skill="bees", name="Beekeeping", level=Level.INDEPENDENT, weight=Weight.ESSENTIAL
)


def titles(desk: Desk) -> list[str]:
    return [entry.title for entry in desk.history()]


def test_that_an_empty_desk_has_the_roles_of_the_catalogue(desk: Desk) -> None:
    assert [one.id for one in roles.role_profiles(desk)] == [one.id for one in catalogue().roles]


def test_that_a_copy_asks_for_the_same_and_can_be_changed_alone(desk: Desk) -> None:
    copy = roles.copy_role(desk, "ai_product_manager")
    shipped, own = (roles.role_profile(desk, key) for key in ("ai_product_manager", str(copy.id)))
    assert {one.skill: one for one in own.requirements} == {
        one.skill: one for one in shipped.requirements
    }
    assert (own.interests, own.goals) == (shipped.interests, shipped.goals)
    assert copy.source == f"catalogue {catalogue().version}, ai_product_manager"
    roles.require_skill(desk, copy, BEES)
    roles.drop_skill(desk, copy, "roadmapping")
    own = roles.role_profile(desk, str(copy.id))
    assert "bees" in {one.skill for one in own.requirements}
    assert "roadmapping" not in {one.skill for one in own.requirements}
    assert roles.role_profile(desk, "ai_product_manager") == shipped
    for _ in range(3):
        desk.undo()
    assert desk.all(Role) == []
    assert desk.all(RoleSkill) == []


def test_that_a_copy_of_a_copy_keeps_what_it_says_of_itself(desk: Desk) -> None:
    first = roles.copy_role(desk, "data_scientist", "Mine")
    second = roles.copy_role(desk, str(first.id), "Mine too")
    assert (second.summary, second.family) == (first.summary, first.family)
    assert second.source == ""


def test_that_a_skill_needed_already_is_changed_and_not_doubled(desk: Desk) -> None:
    role = Role.new("Apiarist")
    roles.add_role(desk, role, [BEES])
    roles.require_skill(desk, role, replace(BEES, level=Level.LEADING))
    assert [one.level for one in desk.all(RoleSkill)] == [Level.LEADING]
    steps = len(titles(desk))
    roles.require_skill(desk, role, replace(BEES, level=Level.LEADING))
    assert len(titles(desk)) == steps
    roles.drop_skill(desk, role, "never asked for")
    assert len(titles(desk)) == steps


def test_that_roles_are_found_by_words_of_their_title_summary_and_skills(desk: Desk) -> None:
    roles.add_role(desk, replace(Role.new("Imker"), summary="Hält Bienen in Łódź"), [BEES])
    assert [one.title for one in roles.find_roles(desk, "lodz bienen")] == ["Imker"]
    assert [one.title for one in roles.find_roles(desk, "BEEKEEP")] == ["Imker"]
    assert "ai_product_manager" in {one.id for one in roles.find_in_catalogue("product ict")}
    assert roles.find_roles(desk, "nothing of the kind") == []


def test_that_a_role_that_is_called_so_comes_before_those_that_only_speak_of_it(
    desk: Desk,
) -> None:
    for title, summary in (
        ("Adviser", "for a bee keeper"),
        ("Honey bee keeper", ""),
        ("Bee keeper of the town", ""),
        ("Bee keeper", ""),
    ):
        roles.add_role(desk, replace(Role.new(title), summary=summary), [])
    assert [one.title for one in roles.find_roles(desk, "bee keeper")] == [
        "Bee keeper",
        "Bee keeper of the town",
        "Honey bee keeper",
        "Adviser",
    ]


def test_that_an_unknown_role_is_refused_with_the_nearest_keys(desk: Desk) -> None:
    with pytest.raises(roles.UnknownRoleError, match="ai_product_manager"):
        roles.role_profile(desk, "ai_product_manger")
    with pytest.raises(roles.UnknownRoleError):
        roles.target_role(desk, "x" * 500, DAY)
    assert titles(desk) == []


def test_that_one_of_several_targets_is_current(desk: Desk) -> None:
    roles.target_role(desk, "data_scientist", DAY)
    roles.target_role(desk, "ai_product_manager", DAY + timedelta(days=9))
    assert [(one.role, one.is_current) for one in roles.targets(desk)] == [
        ("ai_product_manager", True),
        ("data_scientist", False),
    ]
    again = roles.target_role(desk, "data_scientist", DAY + timedelta(days=20))
    assert again.since == DAY
    current = roles.current_target(desk)
    assert current is not None
    assert current.role == "data_scientist"
    steps = len(titles(desk))
    roles.target_role(desk, "data_scientist", DAY)
    assert len(titles(desk)) == steps
    assert titles(desk)[0] == "Aim at Data Scientist"


def test_that_another_target_becomes_current_when_the_current_one_is_dropped(desk: Desk) -> None:
    roles.target_role(desk, "data_scientist", DAY)
    last = roles.target_role(desk, "ai_product_manager", DAY)
    roles.drop_target(desk, last)
    assert [(one.role, one.is_current) for one in desk.all(Target)] == [("data_scientist", True)]


def test_that_a_deleted_role_is_aimed_at_no_longer_until_that_is_undone(desk: Desk) -> None:
    roles.target_role(desk, "data_scientist", DAY)
    role = Role.new("Apiarist")
    roles.add_role(desk, role, [BEES])
    roles.target_role(desk, str(role.id), DAY)
    roles.remove_role(desk, role)
    assert [(one.role, one.is_current) for one in desk.all(Target)] == [("data_scientist", True)]
    desk.undo()
    assert {one.role for one in desk.all(Target) if one.is_current} == {str(role.id)}


def test_that_the_role_asked_for_is_the_target_unless_one_is_named(desk: Desk) -> None:
    with pytest.raises(InvalidValueError, match="target role"):
        roles.chosen_role(desk, "")
    roles.target_role(desk, "data_scientist", DAY)
    assert roles.chosen_role(desk, "").id == "data_scientist"
    assert roles.chosen_role(desk, "ml_engineer").id == "ml_engineer"


def test_that_a_target_the_catalogue_does_not_have_is_named(desk: Desk) -> None:
    with desk.change("Aim") as tx:
        tx.add(Target.new(date(2026, 1, 1), catalogue_role="nope"))
    with pytest.raises(InvalidValueError, match="“nope” is not in the catalogue"):
        roles.chosen_role(desk, "")
