"""Which skills the assessment asks for, in which steps, and how long it takes."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.analysis.asked_skills import (
    AskedSkill,
    asked_skills,
    closed_skills,
    described_skill,
    gates_of,
)
from careerdesk.analysis.assessment_steps import (
    Part,
    Step,
    StepKind,
    assessment_steps,
    part_done,
    seconds_left,
    seconds_of_parts,
    step_after,
    step_at,
    step_before,
)
from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import Answer, AnswerPart, AnswerState, AttemptId
from careerdesk.domain.catalogue import Requirement, RoleProfile, Weight
from careerdesk.domain.skills import Level

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BOOK = catalogue()
INSTRUMENT = BOOK.instrument
GROUPS = [one.id for one in BOOK.groups]
MANAGER = next(one.profile for one in BOOK.roles if one.id == "ai_product_manager")
ATTEMPT = AttemptId(uuid.UUID(int=1))
gates_drawn = st.dictionaries(st.sampled_from(GROUPS), st.none() | st.integers(0, 5))


def answered(
    part: AnswerPart, levels: Mapping[str, int | None]
) -> dict[tuple[AnswerPart, str], Answer]:
    return {(part, item): Answer.new(ATTEMPT, part, item, level) for item, level in levels.items()}


def steps_of(
    skills: Sequence[AskedSkill] = (),
    answers: Mapping[tuple[AnswerPart, str], Answer] | None = None,
    earlier: Mapping[str, Level | None] | None = None,
    *,
    asks_roles: bool = False,
    seed: int = 1,
) -> tuple[Step, ...]:
    return assessment_steps(
        INSTRUMENT, GROUPS, skills, answers or {}, earlier or {}, asks_roles=asks_roles, seed=seed
    )


def kinds(steps: Sequence[Step]) -> list[StepKind]:
    found: list[StepKind] = []
    for one in steps:
        if one.kind not in found[-1:]:
            found.append(one.kind)
    return found


def test_that_nothing_but_the_roles_skills_is_asked_without_a_known_group() -> None:
    asked = asked_skills(BOOK, [MANAGER], {})
    assert {one.skill for one in asked} == {one.skill for one in MANAGER.requirements}
    assert asked_skills(BOOK, [], {}) == ()


def test_that_what_matters_most_to_the_role_comes_first() -> None:
    by_skill = {one.skill: one for one in MANAGER.requirements}
    order = [by_skill[one.skill] for one in asked_skills(BOOK, [MANAGER], {})]
    assert order == sorted(order, key=lambda one: (-one.weight, -one.level))


def test_that_the_strongest_of_several_roles_needs_counts() -> None:
    def role(weight: Weight) -> RoleProfile:
        need = Requirement(skill="python", name="Python", level=Level.AWARE, weight=weight)
        other = Requirement(skill="nlp", name="NLP", level=Level.AWARE, weight=Weight.IMPORTANT)
        return RoleProfile(id=weight.name, title="A", requirements=(need, other))

    asked = asked_skills(BOOK, [role(Weight.USEFUL), role(Weight.ESSENTIAL)], {})
    assert [one.skill for one in asked] == ["python", "nlp"]


def test_that_groups_rated_2_or_more_follow_the_best_first() -> None:
    asked = asked_skills(BOOK, [], {"prog": 2, "people": 4, "ml": 1, "data": None})
    groups = list(dict.fromkeys(one.group.id for one in asked if one.group))
    assert groups == ["people", "prog"]
    assert [one.skill for one in asked if one.group and one.group.id == "prog"] == [
        one.id for one in BOOK.skills_of("prog")
    ]


@given(gates=gates_drawn, with_role=st.booleans())
def test_that_no_skill_is_asked_twice_and_none_of_a_group_rated_0(
    gates: dict[str, int | None], with_role: bool
) -> None:
    roles = [MANAGER] if with_role else []
    asked = asked_skills(BOOK, roles, gates)
    names = [one.skill for one in asked]
    assert len(set(names)) == len(names)
    assert all(one.group is None or gates.get(one.group.id) != 0 for one in asked)
    closed = {one.skill for one in closed_skills(BOOK, roles, gates)}
    needed = {one.skill for role in roles for one in role.requirements}
    assert closed.isdisjoint(names)
    assert needed <= closed | set(names)


def test_that_a_skill_the_catalogue_does_not_have_is_asked_by_its_name() -> None:
    own = Requirement(skill="mine", name="Juggling", level=Level.AWARE, weight=Weight.USEFUL)
    role = RoleProfile(id="clown", title="Clown", requirements=(own,))
    assert asked_skills(BOOK, [role], dict.fromkeys(GROUPS, 0)) == (
        AskedSkill(skill="mine", name="Juggling"),
    )
    assert described_skill(BOOK, "python", "other").definition


def test_that_gates_are_what_was_answered_for_groups() -> None:
    answers = answered(AnswerPart.GATE, {"prog": 0, "ml": None})
    assert gates_of({**answers, **answered(AnswerPart.SKILL, {"nlp": 2})}) == {
        "prog": 0,
        "ml": None,
    }


def test_that_short_steps_ask_everything_once_in_three_parts() -> None:
    steps = steps_of(asked_skills(BOOK, [MANAGER], {}))
    asked = [question for one in steps for question in one.questions]
    assert len(set(asked)) == len(asked)
    assert kinds(steps) == [
        StepKind.INTERESTS,
        StepKind.GOALS,
        StepKind.TOP_GOALS,
        StepKind.PRACTICAL,
        StepKind.GATES,
        StepKind.SKILLS,
        StepKind.END,
    ]
    assert [one.part for one in steps] == sorted(one.part for one in steps)
    assert {one.part for one in steps} == set(Part)
    assert max(len(one.items) for one in steps if one.kind is not StepKind.TOP_GOALS) == 6
    assert steps[0].items == ("R1", "I1", "A1", "S1", "E1", "C1")
    assert len({one.key for one in steps}) == len(steps)


def test_that_roles_are_asked_for_only_where_none_is_aimed_at() -> None:
    assert StepKind.ROLES not in kinds(steps_of())
    assert StepKind.ROLES in kinds(steps_of(asks_roles=True))


def test_that_36_skills_are_asked_at_first_and_more_on_demand() -> None:
    skills = [AskedSkill(skill=one.id, name=one.name) for one in BOOK.skills]
    steps = steps_of(skills)
    first = [one for one in steps if one.kind is StepKind.SKILLS and not one.is_extra]
    extra = [one for one in steps if one.is_extra]
    assert sum(len(one.items) for one in first) == 36
    assert sum(len(one.items) for one in extra) == 87 - 36
    (more,) = (one for one in steps if one.kind is StepKind.MORE)
    assert step_after(steps, first[-1]) == more
    assert step_after(steps, more).kind is StepKind.END
    assert step_after(steps, extra[0]) == extra[1]
    assert step_after(steps, extra[-1]).kind is StepKind.END
    assert step_before(steps, extra[0], {}) == more
    assert step_before(steps, steps[-1], {}) == more
    used = answered(AnswerPart.SKILL, {extra[1].items[0]: 1})
    assert step_before(steps, steps[-1], used) == extra[1]


def test_that_there_is_nothing_before_the_first_step_and_a_lost_place_is_the_first() -> None:
    steps = steps_of()
    assert step_before(steps, steps[0], {}) is None
    assert step_at(steps, "") == step_at(steps, "nowhere-1") == steps[0]
    assert step_at(steps, "evidence-1").kind is StepKind.END, "all that it asked about is shown"
    assert step_at(steps, "goals-2").key == "goals-2"
    assert step_after(steps, steps[-1]) == steps[-1]


@given(seed=st.integers(0, 2**64), count=st.integers(0, 12))
def test_that_two_of_the_rated_skills_are_repeated_the_same_for_one_seed(
    seed: int, count: int
) -> None:
    names = [one.id for one in BOOK.skills][:count]
    answers = answered(AnswerPart.SKILL, dict.fromkeys(names, 3))
    skills = [AskedSkill(skill=one, name=one) for one in names]
    steps = [one for one in steps_of(skills, answers, seed=seed) if one.kind is StepKind.REPEATS]
    if count < 4:
        assert steps == []
    else:
        assert len(steps[0].items) == 2
        assert set(steps[0].items) <= set(names)
        assert steps[0] in steps_of(skills, answers, seed=seed)


def test_that_what_was_repeated_stays_what_is_repeated() -> None:
    answers = answered(AnswerPart.SKILL, dict.fromkeys(["a", "b", "c", "d", "e"], 3))
    answers |= answered(AnswerPart.REPEAT, {"a": 1, "e": 2})
    for seed in range(20):
        (step,) = (one for one in steps_of((), answers, seed=seed) if one.kind is StepKind.REPEATS)
        assert step.items == ("a", "e")


def test_that_not_sure_and_declined_are_never_repeated() -> None:
    answers = answered(AnswerPart.SKILL, dict.fromkeys("abcd"))
    declined = Answer.new(ATTEMPT, AnswerPart.SKILL, "e", None, state=AnswerState.DECLINED)
    answers[AnswerPart.SKILL, "e"] = declined
    assert StepKind.REPEATS not in kinds(steps_of((), answers))


@pytest.mark.parametrize(
    ("now", "before", "is_asked"),
    [(3, 1, True), (0, 2, True), (3, 2, False), (3, None, False), (None, 5, False)],
)
def test_that_the_reason_is_asked_for_changes_of_two_levels(
    now: int | None, before: int | None, is_asked: bool
) -> None:
    earlier = {"python": None if before is None else Level(before)}
    skills = [AskedSkill(skill="python", name="Python")]
    steps = steps_of(skills, answered(AnswerPart.SKILL, {"python": now}), earlier)
    assert (StepKind.CHANGES in kinds(steps)) is is_asked
    assert StepKind.CHANGES not in kinds(steps_of(skills, {}, earlier))


def test_that_evidence_is_asked_for_the_highest_claims_that_nothing_shows() -> None:
    names = [one.id for one in BOOK.skills][:12]
    answers = answered(AnswerPart.SKILL, {name: at % 6 for at, name in enumerate(names)})
    skills = [AskedSkill(skill=one, name=one) for one in names]
    steps = assessment_steps(
        INSTRUMENT, GROUPS, skills, answers, {}, evidenced={names[5]}, asks_roles=False, seed=1
    )
    (step,) = (one for one in steps if one.kind is StepKind.EVIDENCE)
    levels = [answers[AnswerPart.SKILL, item].value for item in step.items]
    assert levels == [5, 4, 4, 3, 3, 2, 2]
    assert step.questions == ()
    assert seconds_left(INSTRUMENT, steps, step, answers) == pytest.approx(7 * 12)
    many = answered(AnswerPart.SKILL, dict.fromkeys(names, 5))
    (step,) = (one for one in steps_of(skills, many) if one.kind is StepKind.EVIDENCE)
    assert step.items == tuple(names[:8])


def test_that_all_of_it_is_planned_to_take_a_quarter_of_an_hour() -> None:
    steps = steps_of()
    whole = seconds_left(INSTRUMENT, steps, steps[0], {})
    repeats = 2 * INSTRUMENT.time.ratings / INSTRUMENT.levels.most_ratings
    assert whole == pytest.approx(INSTRUMENT.time.total + repeats)
    assert sum(seconds_of_parts(INSTRUMENT)) == pytest.approx(whole)
    assert 12 * 60 < whole < 15 * 60


def test_that_every_answer_and_step_leaves_less_time() -> None:
    skills = asked_skills(BOOK, [MANAGER], {"prog": 3})
    answers = answered(AnswerPart.GATE, {"prog": 3})
    steps = steps_of(skills, answers)
    shown = [one for one in steps if not one.is_extra]
    left = [seconds_left(INSTRUMENT, steps, one, answers) for one in shown]
    assert left == sorted(left, reverse=True)
    assert left[-1] == 0
    answers |= answered(AnswerPart.INTEREST, {"R1": None})
    assert seconds_left(INSTRUMENT, steps, steps[0], answers) == pytest.approx(left[0] - 6)


def test_that_what_is_done_grows_from_step_to_step_up_to_all() -> None:
    skills = asked_skills(BOOK, [MANAGER], {"prog": 3})
    answers = answered(AnswerPart.GATE, {"prog": 3})
    steps = steps_of(skills, answers)
    done = [part_done(INSTRUMENT, steps, one, answers) for one in steps if not one.is_extra]
    assert done == sorted(done)
    assert (done[0], done[-1]) == (0, 1)
    only_end = steps_of()[-1:]
    assert part_done(INSTRUMENT, only_end, only_end[0], answered(AnswerPart.GATE, {"ml": 1})) == 1
