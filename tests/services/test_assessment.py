"""An attempt at the assessment: begun, answered, paused, gone on with, and finished."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from careerdesk.analysis.assessment_steps import StepKind
from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import Answer, AnswerPart, AnswerState, Attempt, Route
from careerdesk.domain.catalogue import Goal, Requirement, Weight
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.evidence import Evidence, EvidenceTier
from careerdesk.domain.roles import Role
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup
from careerdesk.services import assessment, history, records, roles, skills
from careerdesk.services.assessment_evidence import descriptions, put_descriptions
from careerdesk.services.assessment_findings import comparison, findings
from careerdesk.services.assessment_finish import (
    FROM_GROUP,
    falling_to_0,
    finish,
    levels_to_write,
)
from careerdesk.services.assessment_plan import plan
from careerdesk.services.desk import open_desk

if TYPE_CHECKING:
    from careerdesk.storage.desk import Desk

TODAY = date(2026, 2, 1)
LATER = date(2026, 8, 1)


@pytest.fixture
def attempt(desk: Desk) -> Attempt:
    return assessment.start(desk, TODAY)


def say(
    desk: Desk,
    attempt: Attempt,
    part: AnswerPart,
    *,
    is_declined: bool = False,
    **levels: int | None,
) -> Attempt:
    state = AnswerState.DECLINED if is_declined else None
    given = [Answer.new(attempt.id, part, item, v, state=state) for item, v in levels.items()]
    asked = [(part, item) for item in levels]
    return assessment.store_step(desk, attempt, "Answer", asked, given, place="goals-1")


def ratings(desk: Desk) -> dict[str, tuple[date, Level | None, str]]:
    names = {one.id: one.catalogue_key or one.name for one in desk.all(Skill)}
    return {names[one.skill_id]: (one.on, one.level, one.note) for one in desk.all(Rating)}


def title(desk: Desk) -> str:
    return history.changes(desk)[0].title


def test_that_a_paused_attempt_is_gone_on_with_on_another_day(desk: Desk, attempt: Attempt) -> None:
    assert title(desk) == "Start the assessment"
    stored = say(desk, attempt, AnswerPart.INTEREST, R1=3)
    path = desk.path
    desk.close()
    with open_desk(path) as again:
        assert assessment.paused_attempt(again) == stored
        assert assessment.start(again, LATER) == stored
        assert stored.place == "goals-1"
        answers = assessment.answers_of(again, stored)
        assert answers[AnswerPart.INTEREST, "R1"].value == 3
        assert len(again.all(Attempt)) == 1


def test_that_a_step_is_one_change_and_an_answer_changed_keeps_its_record(
    desk: Desk, attempt: Attempt
) -> None:
    attempt = say(desk, attempt, AnswerPart.INTEREST, R1=3, I1=None)
    first = assessment.answers_of(desk, attempt)
    assert len(history.changes(desk)) == 2
    attempt = say(desk, attempt, AnswerPart.INTEREST, R1=1, I1=None)
    second = assessment.answers_of(desk, attempt)
    assert {one.id for one in first.values()} == {one.id for one in second.values()}
    assert second[AnswerPart.INTEREST, "R1"].value == 1
    say(desk, attempt, AnswerPart.INTEREST, R1=1, I1=None)
    assert len(history.changes(desk)) == 3


def test_that_an_answer_taken_back_is_gone(desk: Desk, attempt: Attempt) -> None:
    attempt = say(desk, attempt, AnswerPart.TOP_GOAL, impact=1)
    asked = [(AnswerPart.TOP_GOAL, "impact"), (AnswerPart.TOP_GOAL, "focus")]
    given = [Answer.new(attempt.id, AnswerPart.TOP_GOAL, "focus", 1)]
    assessment.store_step(desk, attempt, "Choose", asked, given, place=attempt.place)
    assert list(assessment.answers_of(desk, attempt)) == [(AnswerPart.TOP_GOAL, "focus")]


def test_that_passing_over_a_step_is_called_so(desk: Desk, attempt: Attempt) -> None:
    assessment.store_step(desk, attempt, "Answer", [], [], place="goals-1")
    assert title(desk) == "Go on in the assessment"


def test_that_practical_answers_are_fields_of_the_attempt(desk: Desk, attempt: Attempt) -> None:
    after = assessment.store_step(
        desk, attempt, "Answer", [], [], place="roles-1", hours_per_week=4, route=Route.FREELANCE
    )
    assert desk.get(Attempt, attempt.id) == after
    assert (after.hours_per_week, after.route) == (4, Route.FREELANCE)
    assert title(desk) == "Answer"
    with pytest.raises(InvalidValueError):
        assessment.store_step(desk, after, "Answer", [], [], place="x", hours_per_week=41)
    assert desk.get(Attempt, attempt.id) == after


def test_that_nothing_is_rated_before_the_end(desk: Desk, attempt: Attempt) -> None:
    say(desk, attempt, AnswerPart.SKILL, python=3)
    assert desk.all(Rating) == []


def test_that_the_end_rates_what_was_said_as_one_change(desk: Desk, attempt: Attempt) -> None:
    attempt = say(desk, attempt, AnswerPart.SKILL, python=3, nlp=None)
    attempt = say(desk, attempt, AnswerPart.SKILL, is_declined=True, sql=None)
    before = desk.records()
    done = finish(desk, attempt, LATER)
    assert done.finished == LATER
    assert title(desk) == "Finish assessment of 1 Aug 2026"
    assert ratings(desk) == {"python": (LATER, Level.INDEPENDENT, ""), "nlp": (LATER, None, "")}
    assert assessment.paused_attempt(desk) is None
    assert assessment.finished_attempts(desk) == [done]
    history.undo(desk)
    assert desk.records() == before
    assert assessment.paused_attempt(desk) == attempt


def test_that_a_clock_set_back_does_not_end_an_attempt_before_its_start(
    desk: Desk, attempt: Attempt
) -> None:
    assert finish(desk, attempt, TODAY - timedelta(days=9)).finished == TODAY


def test_that_a_group_rated_0_rates_what_the_role_needs_and_says_so(
    desk: Desk, attempt: Attempt
) -> None:
    roles.target_role(desk, "ai_product_manager", TODAY)
    ops = catalogue().skills_of("ops")
    own = replace(Skill.new("My way of it"), catalogue_key=ops[0].id)
    records.add(desk, own)
    attempt = say(desk, attempt, AnswerPart.GATE, product=0, ops=0, ml=1)
    finish(desk, attempt, TODAY)
    profile = roles.role_profile(desk, "ai_product_manager")
    needed = {one.skill for one in profile.requirements}
    in_groups = {one.id for group in ("product", "ops") for one in catalogue().skills_of(group)}
    assert set(ratings(desk)) == (needed & in_groups) | {ops[0].id}
    assert set(ratings(desk).values()) == {(TODAY, Level.NONE, FROM_GROUP)}


def test_that_what_the_end_will_write_is_known_before_it_and_counted_after_it(
    desk: Desk, attempt: Attempt
) -> None:
    first = finish(desk, say(desk, attempt, AnswerPart.SKILL, sql=3, statistics=2), TODAY)
    one, two, *_ = catalogue().skills_of("ops")
    for known, level in ((one, Level.INDEPENDENT), (two, Level.NONE)):
        own = replace(Skill.new(known.name), catalogue_key=known.id)
        skills.add_skill(desk, own, on=TODAY, level=level)
    second = say(desk, assessment.start(desk, LATER), AnswerPart.GATE, data=0, ops=0)
    second = say(desk, second, AnswerPart.SKILL, python=4, nlp=None, sql=5)
    planned = plan(desk, second, LATER)
    entries = levels_to_write(desk, planned)
    falling = falling_to_0(desk, entries, LATER)
    fallen = {own.catalogue_key for own in desk.all(Skill) if own.name in falling}
    assert fallen == {"sql", "statistics", one.id}
    second = finish(desk, second, LATER)
    written = {key: level for key, (on, level, _) in newest(desk).items() if on == LATER}
    assert {entry.skill: entry.level for entry in entries} == written
    found = findings(desk, second)
    assert found.levels == {key: level for key, level in written.items() if level is not None}
    assert found.closed == {"sql", "statistics", one.id, two.id}
    assert comparison(desk, first, second).skills == {"sql": -3, "statistics": -2}


def newest(desk: Desk) -> dict[str, tuple[date, Level | None, str]]:
    names = {one.id: one.catalogue_key or one.name for one in desk.all(Skill)}
    ordered = sorted(desk.all(Rating), key=lambda one: one.on)
    return {names[one.skill_id]: (one.on, one.level, one.note) for one in ordered}


def test_that_an_answer_outlives_the_role_it_was_asked_for_but_not_a_group_rated_0(
    desk: Desk, attempt: Attempt
) -> None:
    attempt = say(desk, attempt, AnswerPart.SKILL, python=3, nlp=2)
    attempt = say(desk, attempt, AnswerPart.SKILL, mystery=2)
    attempt = say(desk, attempt, AnswerPart.GATE, prog=0)
    finish(desk, attempt, TODAY)
    assert ratings(desk) == {"nlp": (TODAY, Level.ASSISTED, "")}


def test_that_skills_of_roles_of_interest_are_asked_while_none_is_aimed_at(
    desk: Desk, attempt: Attempt
) -> None:
    own = Role.new("Clown")
    need = Requirement(skill="mine", name="Juggling", level=Level.AWARE, weight=Weight.ESSENTIAL)
    roles.add_role(desk, own, [need])
    assert StepKind.ROLES in {one.kind for one in plan(desk, attempt, TODAY).steps}
    chosen: dict[str, Any] = {str(own.id): 1, "data_scientist": 1}
    attempt = say(desk, attempt, AnswerPart.ROLE, **chosen)
    planned = plan(desk, attempt, TODAY)
    assert {one.title for one in planned.roles} == {"Clown", "Data Scientist"}
    assert planned.skill("mine").name == "Juggling"
    attempt = say(desk, attempt, AnswerPart.SKILL, mine=5)
    finish(desk, attempt, TODAY)
    assert ratings(desk) == {"mine": (TODAY, Level.LEADING, "")}
    roles.remove_role(desk, own)
    assert {one.title for one in plan(desk, attempt, TODAY).roles} == {"Data Scientist"}


def test_that_the_role_aimed_at_comes_before_those_of_interest(
    desk: Desk, attempt: Attempt
) -> None:
    attempt = say(desk, attempt, AnswerPart.ROLE, data_scientist=1)
    roles.target_role(desk, "ai_product_manager", TODAY)
    planned = plan(desk, attempt, TODAY)
    assert [one.id for one in planned.roles] == ["ai_product_manager"]
    assert StepKind.ROLES not in {one.kind for one in planned.steps}


def test_that_the_reason_for_a_changed_level_stands_with_the_rating(
    desk: Desk, attempt: Attempt
) -> None:
    python = replace(Skill.new("Python"), catalogue_key="python")
    skills.add_skill(desk, python, on=TODAY, level=Level.LEADING)
    attempt = say(desk, attempt, AnswerPart.GATE, prog=3)
    attempt = say(desk, attempt, AnswerPart.SKILL, python=1)
    planned = plan(desk, attempt, LATER)
    assert planned.earlier["python"].level is Level.LEADING
    (changes,) = (one for one in planned.steps if one.kind is StepKind.CHANGES)
    assert changes.items == ("python",)
    attempt = say(desk, attempt, AnswerPart.REASON, python=2)
    finish(desk, attempt, LATER)
    latest = max(desk.all(Rating, skill_id=python.id), key=lambda one: one.on)
    assert (latest.level, latest.note) == (Level.AWARE, "Changed view")


def test_that_an_attempt_can_be_deleted_and_its_ratings_stay(desk: Desk, attempt: Attempt) -> None:
    attempt = finish(desk, say(desk, attempt, AnswerPart.SKILL, python=3), TODAY)
    assessment.discard(desk, attempt)
    assert title(desk) == "Delete assessment of 1 Feb 2026"
    assert (desk.all(Attempt), desk.all(Answer)) == ([], [])
    assert len(desk.all(Rating)) == 1
    assessment.discard(desk, assessment.start(desk, LATER))
    assert title(desk) == "Delete paused assessment of 1 Aug 2026"


def test_that_the_paused_attempt_is_listed_before_the_finished_ones_newest_first(
    desk: Desk,
) -> None:
    days = [date(2026, 1, 1), date(2026, 3, 1), date(2026, 2, 1)]
    done = [replace(Attempt.new(one, version=1), finished=one) for one in days]
    paused = Attempt.new(date(2025, 1, 1), version=1)
    for one in (*done, paused):
        records.add(desk, one)
    assert assessment.attempts(desk) == [paused, done[1], done[2], done[0]]


def test_that_the_desk_group_of_a_catalogue_group_is_made_once(
    desk: Desk, attempt: Attempt
) -> None:
    attempt = say(desk, attempt, AnswerPart.SKILL, python=3, prog_second=2)
    finish(desk, attempt, TODAY)
    assert len(desk.all(SkillGroup)) == 1


def test_that_a_new_skill_joins_the_group_of_its_neighbours(desk: Desk, attempt: Attempt) -> None:
    own, other = SkillGroup.new("Programming", rank=2), SkillGroup.new("Craft", rank=1)
    held = [("testing", own), ("debugging", own), ("api_design", other), ("user_research", other)]
    neighbours = [
        replace(Skill.new(key, group_id=group.id), catalogue_key=key) for key, group in held
    ]
    for one in (own, other, *neighbours):
        records.add(desk, one)
    attempt = say(desk, attempt, AnswerPart.SKILL, python=3, prog_second=2)
    finish(desk, attempt, TODAY)
    put = {one.catalogue_key: one.group_id for one in desk.all(Skill)}
    assert put["python"] == put["prog_second"] == own.id
    assert len(desk.all(SkillGroup)) == 2


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("Built it", EvidenceTier.CLAIM),
        ("Built it. They used it daily.", EvidenceTier.DESCRIBED),
        ("Built it. They used it daily", EvidenceTier.DESCRIBED),
        ("Version 2.0 was mine", EvidenceTier.CLAIM),
        ("?", EvidenceTier.CLAIM),
        ("Built it. ...", EvidenceTier.CLAIM),
    ],
)
def test_that_two_sentences_describe_what_one_only_claims(
    desk: Desk, attempt: Attempt, text: str, tier: EvidenceTier
) -> None:
    attempt = say(desk, attempt, AnswerPart.GATE, prog=3)
    attempt = say(desk, attempt, AnswerPart.SKILL, python=4, prog_second=1)
    planned = plan(desk, attempt, TODAY)
    (step,) = (one for one in planned.steps if one.kind is StepKind.EVIDENCE)
    assert step.items == ("python",)
    with desk.change("Describe") as tx:
        put_descriptions(tx, planned, {"python": text}, TODAY)
    (piece,) = desk.all(Evidence)
    assert (piece.title, piece.tier, piece.note) == ("In my own words", tier, text)
    (skill,) = desk.all(Skill)
    assert (skill.catalogue_key, skill.id) == ("python", piece.skill_id)
    assert desk.all(Rating) == []
    kinds = {one.kind for one in plan(desk, assessment.start(desk, TODAY), TODAY).steps}
    assert StepKind.EVIDENCE in kinds, "what was said in this attempt is still asked for"
    finish(desk, attempt, TODAY)
    again = assessment.start(desk, LATER)
    again = say(desk, again, AnswerPart.SKILL, python=4)
    kinds = {one.kind for one in plan(desk, again, LATER).steps}
    assert StepKind.EVIDENCE not in kinds


def test_that_what_was_said_in_an_attempt_can_be_said_otherwise_and_taken_back(
    desk: Desk, attempt: Attempt
) -> None:
    planned = plan(desk, attempt, TODAY)
    for text in ("Built", "Built it. They used it."):
        with desk.change("Describe") as tx:
            put_descriptions(tx, planned, {"python": text}, TODAY)
    (piece,) = desk.all(Evidence)
    assert (piece.tier, piece.note) == (EvidenceTier.DESCRIBED, "Built it. They used it.")
    assert descriptions(desk, attempt, ["python", "nlp"]) == {"python": piece.note}
    records.edit(desk, piece, tier=EvidenceTier.ARTEFACT)
    with desk.change("Describe") as tx:
        put_descriptions(tx, planned, {"python": "Built it"}, TODAY)
    assert desk.get(Evidence, piece.id).tier is EvidenceTier.ARTEFACT
    with desk.change("Describe") as tx:
        put_descriptions(tx, planned, {"python": ""}, TODAY)
    assert desk.all(Evidence) == []


def test_that_evidence_is_stored_with_the_step_or_not_at_all(desk: Desk, attempt: Attempt) -> None:
    planned = plan(desk, attempt, TODAY)
    also = partial(put_descriptions, planned=planned, texts={"python": "A."}, today=TODAY)
    assessment.store_step(desk, attempt, "Say", [], [], place=attempt.place, also=also)
    assert title(desk) == "Say"
    assert len(desk.all(Evidence)) == 1


def test_that_an_attempt_is_compared_with_the_one_before(desk: Desk, attempt: Attempt) -> None:
    first = say(desk, attempt, AnswerPart.SKILL, python=3, nlp=1, sql=None)
    first = finish(desk, say(desk, first, AnswerPart.TOP_GOAL, impact=1, focus=1), TODAY)
    second = assessment.start(desk, LATER)
    second = say(desk, second, AnswerPart.SKILL, python=5, sql=2)
    second = finish(desk, say(desk, second, AnswerPart.TOP_GOAL, impact=1, growth=1), LATER)
    found = comparison(desk, first, second)
    assert (found.skills, found.goals_added) == ({"python": 2}, (Goal.GROWTH,))
    assert found.interests == {}
    without = finish(desk, assessment.start(desk, LATER), LATER)
    assert comparison(desk, without, first).goals_added == ()


def test_that_the_plan_knows_the_time_that_is_left(desk: Desk, attempt: Attempt) -> None:
    planned = plan(desk, attempt, TODAY)
    assert planned.seconds_left(planned.steps[0]) > planned.seconds_left(planned.steps[-2]) > 0
