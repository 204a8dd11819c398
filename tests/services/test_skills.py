"""Reviewing levels: which skills are listed, and what "still true" does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from careerdesk.domain.learning import StudySession
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup
from careerdesk.services import evidence, history, learning, profile, records, skills

if TYPE_CHECKING:
    from careerdesk.storage.desk import Desk

TODAY = date(2026, 11, 23)
OLD = date(2025, 6, 1)


@pytest.fixture
def two(desk: Desk) -> list[Skill]:
    made = [Skill.new("Interviews"), Skill.new("Roadmapping")]
    for skill, level in zip(made, (Level.ADVANCED, Level.ASSISTED), strict=True):
        records.add(desk, skill)
        skills.rate_skill(desk, skill, OLD, level)
    return made


def test_that_the_months_of_the_desk_say_what_is_stale(desk: Desk, two: list[Skill]) -> None:
    assert [one.skill for one in skills.stale(desk, TODAY)] == two
    profile.save_preferences(desk, replace(profile.preferences(desk), stale_months=24))
    assert skills.stale(desk, TODAY) == []
    assert history.changes(desk)[0].title == "Change when skills are to be reviewed"


def test_that_practice_and_evidence_keep_a_level_fresh(desk: Desk, two: list[Skill]) -> None:
    learning.log_session(desk, StudySession.new(TODAY, 30, skill_id=two[0].id))
    assert [one.skill for one in skills.stale(desk, TODAY)] == [two[1]]
    link = evidence.from_link(two[1], "https://example.org", TODAY)
    evidence.add_evidence(desk, link)
    assert skills.stale(desk, TODAY) == []
    assert len(skills.stale(desk, date(2026, 11, 22))) == 2  # what comes later does not count


def test_that_what_claims_nothing_is_not_to_be_reviewed(desk: Desk, two: list[Skill]) -> None:
    skills.rate_skill(desk, two[0], OLD, None)
    skills.rate_skill(desk, two[1], OLD, Level.NONE)
    assert skills.stale(desk, TODAY) == []


def test_that_still_true_rates_today_at_the_same_level_as_one_change(
    desk: Desk, two: list[Skill]
) -> None:
    unknown = Skill.new("Unknown")
    records.add(desk, unknown)
    assert skills.confirm_levels(desk, [*two, unknown], TODAY) == "2 skills"
    assert skills.stale(desk, TODAY) == []
    assert {one.level for one in desk.all(Rating, on=TODAY)} == {Level.ADVANCED, Level.ASSISTED}
    assert history.changes(desk)[0].title == "Confirm the level of 2 skills"
    history.undo(desk)
    assert desk.all(Rating, on=TODAY) == []
    assert skills.confirm_levels(desk, two[:1], TODAY) == "skill Interviews"


def test_that_a_skill_of_the_catalogue_is_put_where_most_of_its_neighbours_are(desk: Desk) -> None:
    first, second = SkillGroup.new("First", rank=1), SkillGroup.new("Second", rank=2)
    records.add(desk, second)
    records.add(desk, first)

    def put(key: str, group: SkillGroup | None = None) -> str:
        made = replace(Skill.new(key, group_id=group.id if group else None), catalogue_key=key)
        skills.rate_skill(desk, made, TODAY, None)
        names = {one.id: one.name for one in desk.all(SkillGroup)}
        (stored,) = (one for one in desk.all(Skill) if one.id == made.id)
        assert stored.group_id is not None
        return names[stored.group_id]

    assert put("user_research", second) == "Second"  # of another group of the catalogue
    assert put("testing", second) == "Second"
    assert put("debugging", first) == "First"
    assert put("python") == "First"  # of equally many the first in order
    assert put("prog_second") == "First"
    assert put("sql") == "Data and analytics"


def test_that_a_skill_whose_neighbours_are_in_no_group_gets_that_of_the_catalogue(
    desk: Desk,
) -> None:
    for key in ("testing", "debugging"):
        records.add(desk, replace(Skill.new(key), catalogue_key=key))
    skills.rate_skill(desk, replace(Skill.new("Python"), catalogue_key="python"), TODAY, None)
    (group,) = desk.all(SkillGroup)
    assert group.name == "Programming and software design"


def test_that_nothing_is_confirmed_where_no_level_is_known(desk: Desk) -> None:
    unknown = Skill.new("Unknown")
    records.add(desk, unknown)
    count = len(history.changes(desk))
    skills.confirm_levels(desk, [unknown], TODAY)
    assert len(history.changes(desk)) == count
