"""The skills of a role as a list: open gaps first, what closing them adds, and what is planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from gap_desks import TODAY, aim_at_keeper, rate

from careerdesk.analysis.apportion import TENTHS
from careerdesk.domain.catalogue import Requirement, Weight
from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.learning import LearningItem
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.roles import Role
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.domain.touched import Touched
from careerdesk.services import actions, learning, records, roles, skills
from careerdesk.services.gap_list import (
    GapLine,
    GapState,
    current_gap,
    gap_lines,
    gaps_without_action,
    what_if_level,
)
from careerdesk.services.waiting import WaitingCounter

if TYPE_CHECKING:
    from careerdesk.storage.desk import Desk


@pytest.fixture
def role(desk: Desk) -> Role:
    """A role of the user's own, aimed at, with a person who has rated most of its skills."""
    return aim_at_keeper(desk)


def lines(desk: Desk) -> dict[str, GapLine]:
    found = current_gap(desk, TODAY)
    assert found is not None
    finished = actions.finished_actions(desk)
    made = gap_lines(found, actions.open_actions(desk), finished)
    return {line.requirement.name: line for line in made}


def test_that_without_a_target_or_without_skills_there_is_no_gap(desk: Desk) -> None:
    assert current_gap(desk, TODAY) is None
    assert gaps_without_action(desk, TODAY) == 0
    role = Role.new("Anything")
    roles.add_role(desk, role)
    roles.target_role(desk, str(role.id), TODAY)
    assert current_gap(desk, TODAY) is None


@pytest.mark.usefixtures("role")
def test_that_gaps_come_by_weight_times_missing_levels_then_the_met_then_the_strengths(
    desk: Desk,
) -> None:
    assert list(lines(desk)) == ["Far", "Unknown", "Near", "Met skill", "Above"]
    states = [line.state for line in lines(desk).values()]
    assert states == [GapState.OPEN] * 3 + [GapState.MET, GapState.SURPLUS]


@pytest.mark.usefixtures("role")
def test_that_what_gaps_add_sums_to_what_is_missing_as_it_is_written(desk: Desk) -> None:
    found = current_gap(desk, TODAY)
    assert found is not None
    tenths = {name: line.tenths for name, line in lines(desk).items()}
    assert sum(tenths.values()) == round((1 - found.claimed.value) * TENTHS)
    assert tenths["Met skill"] == tenths["Above"] == 0
    assert all(
        abs(line.tenths - line.share.shortfall * TENTHS) < 1 for line in lines(desk).values()
    )


@pytest.mark.usefixtures("role")
def test_that_a_skill_that_is_not_in_the_inventory_is_unknown_and_not_zero(desk: Desk) -> None:
    line = lines(desk)["Unknown"]
    assert (line.skill, line.support, line.supported) == (None, None, None)
    assert line.share.level is None
    assert line.evidence_count == 0


@pytest.mark.usefixtures("role")
def test_that_what_is_finished_waits_and_the_next_action_is_another(desk: Desk) -> None:
    skill = lines(desk)["Far"].skill
    assert skill is not None
    records.add(desk, item := LearningItem.new("A course"))
    course = actions.add_item_action(desk, skill, item, due=date(2030, 1, 2))
    learning.finish_learning_item(desk, item, TODAY)
    line = lines(desk)["Far"]
    assert (line.actions, line.waiting) == ((), (course,))
    assert not line.needs_action
    assert gaps_without_action(desk, TODAY) == 2
    other = actions.add_practice_action(desk, skill, "A talk", due=date(2030, 8, 1))
    assert lines(desk)["Far"].actions == (other,)


@pytest.mark.usefixtures("role")
def test_that_an_open_gap_needs_an_action_until_one_is_planned(desk: Desk) -> None:
    assert gaps_without_action(desk, TODAY) == 3
    before = lines(desk)["Far"]
    assert before.skill is not None
    later = actions.add_practice_action(desk, before.skill, "Later", due=date(2030, 8, 1))
    sooner = actions.add_practice_action(desk, before.skill, "Sooner", due=date(2030, 7, 1))
    line = lines(desk)["Far"]
    assert [one.title for one in line.actions] == ["Sooner", "Later"]
    assert not line.needs_action
    assert gaps_without_action(desk, TODAY) == 2
    for one in (later, sooner):
        actions.settle_action(desk, one, TODAY)
    assert lines(desk)["Far"].needs_action
    assert not lines(desk)["Met skill"].needs_action


@pytest.mark.usefixtures("role")
def test_that_another_level_is_tried_without_changing_anything(desk: Desk) -> None:
    found = current_gap(desk, TODAY)
    assert found is not None
    skill = lines(desk)["Far"].skill
    assert skill is not None
    course = Evidence.new(
        skill.id, "Course", EvidenceKind.COURSE, EvidenceTier.DESCRIBED, PartialDate("2029")
    )
    with desk.change("Add") as tx:
        tx.add(replace(course, on=PartialDate("2029-05")))
    found = current_gap(desk, TODAY)
    assert found is not None
    before = desk.history()[0]
    then = what_if_level(found, "own:Far", Level.ADVANCED)
    part = Fraction(Weight.ESSENTIAL, found.profile.total_weight)
    assert then.claimed.value - found.claimed.value == part * Fraction(3, 4)
    assert then.evidenced.value - found.evidenced.value == part * Fraction(1, 4)  # up to level 2
    assert then.shown.value - found.evidenced.value == part * Fraction(3, 4)
    assert then.band.low <= float(then.claimed.high)
    assert desk.history()[0] == before
    unknown = what_if_level(found, "own:Unknown", Level.NONE)
    assert unknown.claimed.low == unknown.claimed.high == found.claimed.low


@pytest.mark.usefixtures("role")
def test_that_the_same_level_as_now_leaves_all_figures_as_they_are(desk: Desk) -> None:
    found = current_gap(desk, TODAY)
    assert found is not None
    then = what_if_level(found, "own:Near", Level.INDEPENDENT)
    assert (then.claimed, then.band) == (found.claimed, found.band)
    assert then.evidenced == found.evidenced


def test_that_rating_a_skill_the_inventory_lacks_adds_it_in_the_same_change(desk: Desk) -> None:
    needed = Requirement(
        skill="problem_framing", name="Problem framing", level=Level(3), weight=Weight.ESSENTIAL
    )
    skills.rate_skill(desk, skills.new_skill_for(needed), TODAY, Level.ASSISTED)
    (skill,), (rating,) = desk.all(Skill), desk.all(Rating)
    assert (skill.key, rating.skill_id, rating.level) == (
        "problem_framing",
        skill.id,
        Level.ASSISTED,
    )
    assert skill.group_id is not None
    assert len(desk.history()) == 1
    desk.undo()
    assert not desk.all(Skill)
    assert not desk.all(Rating)


@pytest.mark.usefixtures("role")
def test_that_gaps_without_an_action_wait_on_the_page_and_follow_what_changes(desk: Desk) -> None:
    counter = WaitingCounter(desk)
    assert counter.count(TODAY) == {"gap": 3}
    skill = lines(desk)["Near"].skill
    assert skill is not None
    actions.add_practice_action(desk, skill, "Practise")
    counter.forget(Touched.whole({"contact"}))
    assert counter.count(TODAY) == {"gap": 3}
    counter.forget(Touched.whole({"action"}))
    assert counter.count(TODAY) == {"gap": 2}
    rate(desk, "Far", 4)
    counter.forget(Touched.whole({"rating"}))
    assert counter.count(TODAY) == {"gap": 1}
