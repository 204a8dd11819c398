"""Where a person stands on a day is read from what was dated by then, and from nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import Answer, AnswerPart, Attempt
from careerdesk.domain.catalogue import Goal, InterestType
from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.scoring import SIGMAS, UNSTEADY_SIGMA
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.services.assessment import new_attempt
from careerdesk.services.gap import gap
from careerdesk.services.profile import preferences
from careerdesk.services.readiness import best_step
from careerdesk.services.standing import standing

if TYPE_CHECKING:
    from careerdesk.domain.catalogue import RoleProfile
    from careerdesk.storage.desk import Desk

DAY = date(2026, 6, 1)


def profile() -> RoleProfile:
    role = catalogue().role("ai_product_manager")
    assert role is not None
    return role.profile


def add(desk: Desk, *records: object) -> None:
    with desk.change("Add") as tx:
        tx.add(*records)


def a_skill() -> Skill:
    return replace(Skill.new("Framing"), catalogue_key="problem_framing")


def test_that_nothing_is_known_of_somebody_who_said_nothing(desk: Desk) -> None:
    found = standing(desk, [profile()], DAY)
    assert (found.levels, found.interests, found.goals) == ({}, None, {})
    compared = gap(profile(), found)
    assert compared is not None
    assert compared.claimed.low == 0
    assert compared.claimed.high == 1
    assert compared.evidenced.value == 0


def test_that_later_ratings_and_evidence_do_not_count(desk: Desk) -> None:
    skill, tomorrow = a_skill(), DAY + timedelta(days=1)
    shown = Evidence.new(
        skill.id, "Report", EvidenceKind.FILE, EvidenceTier.ARTEFACT, PartialDate.of(tomorrow)
    )
    add(desk, skill, Rating.new(skill.id, DAY, Level.ASSISTED))
    add(desk, Rating.new(skill.id, tomorrow, Level.ADVANCED), shown)
    today = standing(desk, [profile()], DAY)
    assert today.levels["problem_framing"] is Level.ASSISTED
    assert today.supported["problem_framing"] is Level.NONE
    after = standing(desk, [profile()], tomorrow)
    assert after.levels["problem_framing"] is Level.ADVANCED
    assert after.supported["problem_framing"] is Level.ADVANCED


def test_that_what_is_evidenced_is_never_more_than_what_is_claimed(desk: Desk) -> None:
    skill = a_skill()
    course = Evidence.new(
        skill.id, "Course", EvidenceKind.COURSE, EvidenceTier.DESCRIBED, PartialDate("2026-01")
    )
    add(desk, skill, Rating.new(skill.id, DAY, Level.ADVANCED), course)
    compared = gap(profile(), standing(desk, [profile()], DAY))
    assert compared is not None
    assert 0 < compared.evidenced.value < compared.claimed.value
    support = compared.support("problem_framing")
    assert support is not None
    assert support.level is Level.ASSISTED


def test_that_interests_and_goals_come_from_the_latest_finished_attempt_that_asked(
    desk: Desk,
) -> None:
    first = replace(Attempt.new(DAY - timedelta(days=9), version=1), finished=DAY)
    later = replace(Attempt.new(DAY, version=1), finished=DAY + timedelta(days=3))
    paused = Attempt.new(DAY, version=1)
    add(desk, first, later, paused)
    add(
        desk,
        Answer.new(first.id, AnswerPart.INTEREST, "R1", 4),
        Answer.new(first.id, AnswerPart.GOAL, "growth", 2),
        Answer.new(later.id, AnswerPart.GOAL, "growth", 5),
        Answer.new(later.id, AnswerPart.GOAL, "income", None),
        Answer.new(later.id, AnswerPart.TOP_GOAL, "growth", 1),
        Answer.new(paused.id, AnswerPart.GOAL, "growth", 1),
    )
    then = standing(desk, [], DAY + timedelta(days=2))
    assert (then.goals, then.top_goals) == ({Goal.GROWTH: 2}, frozenset())
    now = standing(desk, [], DAY + timedelta(days=3))
    assert (now.goals, now.top_goals) == ({Goal.GROWTH: 5}, frozenset({Goal.GROWTH}))
    assert now.interests is not None
    assert now.interests[InterestType.REALISTIC] == (4, None, None, None, None, None)


def test_that_answers_that_differ_in_one_sitting_make_claims_less_sure(desk: Desk) -> None:
    skill = a_skill()
    attempt = replace(Attempt.new(DAY, version=1), finished=DAY)
    add(desk, skill, Rating.new(skill.id, DAY, Level.ADVANCED), attempt)
    add(desk, Answer.new(attempt.id, AnswerPart.SKILL, "problem_framing", 4))
    assert standing(desk, [profile()], DAY).sigmas == {
        "problem_framing": SIGMAS[EvidenceTier.CLAIM]
    }
    add(desk, Answer.new(attempt.id, AnswerPart.REPEAT, "problem_framing", 2))
    assert standing(desk, [profile()], DAY).sigmas == {
        "problem_framing": SIGMAS[EvidenceTier.CLAIM] + UNSTEADY_SIGMA
    }


def test_that_the_cautious_view_is_shown_beside_and_only_when_asked_for(desk: Desk) -> None:
    skill = a_skill()
    add(desk, skill, Rating.new(skill.id, DAY, Level.ASSISTED))
    plain = gap(profile(), standing(desk, [profile()], DAY))
    assert plain is not None
    assert plain.cautious is None
    with desk.change("Be cautious") as tx:
        tx.put(replace(preferences(desk), is_cautious=True))
    careful = gap(profile(), standing(desk, [profile()], DAY))
    assert careful is not None
    assert careful.cautious is not None
    assert careful.cautious.value < careful.claimed.value == plain.claimed.value


def test_that_of_two_attempts_on_one_day_the_later_one_counts(desk: Desk) -> None:
    for wanted in (2, 5, 1, 4):
        attempt = replace(new_attempt(desk, DAY), finished=DAY)
        add(desk, attempt, Answer.new(attempt.id, AnswerPart.GOAL, "growth", wanted))
        assert standing(desk, [], DAY).goals == {Goal.GROWTH: wanted}


def test_that_a_group_not_known_at_all_has_level_0_until_a_skill_of_it_is_rated(
    desk: Desk,
) -> None:
    attempt = replace(Attempt.new(DAY, version=1), finished=DAY)
    add(desk, attempt, Answer.new(attempt.id, AnswerPart.GATE, "product", 0))
    found = standing(desk, [profile()], DAY)
    assert found.levels["problem_framing"] is Level.NONE
    assert "llm_fundamentals" not in found.levels
    assert "problem_framing" not in found.skills
    assert "problem_framing" not in standing(desk, [profile()], DAY - timedelta(days=1)).levels
    skill = a_skill()
    add(desk, skill, Rating.new(skill.id, DAY, None))
    assert standing(desk, [profile()], DAY).levels["problem_framing"] is None


def test_that_a_claim_noted_as_evidence_supports_nothing(desk: Desk) -> None:
    skill = a_skill()
    claim = Evidence.new(
        skill.id, "I say so", EvidenceKind.LINK, EvidenceTier.CLAIM, PartialDate("2026-01")
    )
    add(desk, skill, Rating.new(skill.id, DAY, Level.LEADING), claim)
    assert standing(desk, [profile()], DAY).supported == {"problem_framing": Level.NONE}


def test_that_what_is_not_asked_again_still_holds(desk: Desk) -> None:
    first = replace(new_attempt(desk, DAY), finished=DAY)
    add(desk, first)
    given = {"growth": 2, "income": 4}
    add(desk, *(Answer.new(first.id, AnswerPart.GOAL, key, one) for key, one in given.items()))
    add(desk, *(Answer.new(first.id, AnswerPart.INTEREST, f"R{n}", n % 5) for n in range(1, 7)))
    second = replace(new_attempt(desk, DAY), finished=DAY)
    add(
        desk,
        second,
        Answer.new(second.id, AnswerPart.GOAL, "growth", 5),
        Answer.new(second.id, AnswerPart.TOP_GOAL, "income", 1),
        Answer.new(second.id, AnswerPart.INTEREST, "R1", None),
    )
    found = standing(desk, [], DAY)
    assert (found.goals, found.top_goals) == (
        {Goal.GROWTH: 5, Goal.INCOME: 4},
        frozenset({Goal.INCOME}),
    )
    assert found.interests is not None
    assert found.interests[InterestType.REALISTIC] == (None, 2, 3, 4, 0, 1)


def test_that_what_is_evidenced_has_no_range_where_levels_are_unknown(desk: Desk) -> None:
    skill = a_skill()
    shown = Evidence.new(
        skill.id, "Report", EvidenceKind.FILE, EvidenceTier.ARTEFACT, PartialDate("2026-01")
    )
    add(desk, skill, Rating.new(skill.id, DAY, Level.ASSISTED), shown)
    found = gap(profile(), standing(desk, [profile()], DAY))
    assert found is not None
    assert found.claimed.low < found.claimed.high
    assert 0 < found.evidenced.low == found.evidenced.high == found.claimed.low


def test_that_the_next_step_may_be_in_a_group_not_known_at_all(desk: Desk) -> None:
    attempt = replace(new_attempt(desk, DAY), finished=DAY)
    add(desk, attempt, Answer.new(attempt.id, AnswerPart.GATE, "product", 0))
    found = gap(profile(), standing(desk, [profile()], DAY))
    assert found is not None
    best = best_step(desk, found)
    assert best is not None
    assert best.step.level is Level.AWARE
    assert desk.all(Skill) == []
