"""A group of skills answered with 0 answers for the skills of it that nobody rated."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from careerdesk.analysis.closed_groups import ClosedGroups
from careerdesk.analysis.readiness import readiness
from careerdesk.catalogue import catalogue
from careerdesk.charts.aimed_at import record_of
from careerdesk.domain.assessment import Answer, AnswerPart, Attempt
from careerdesk.domain.records import Records

if TYPE_CHECKING:
    from careerdesk.domain.assessment import AttemptId

GROUPS = {one.id: one.group for one in catalogue().skills}
SKILL = catalogue().skills[0].id
GROUP = GROUPS[SKILL]
FIRST, LATER = date(2026, 1, 1), date(2026, 6, 1)


def attempt(day: date, number: int, *, is_finished: bool = True) -> Attempt:
    made = Attempt.new(day, version=1, number=number)
    return Attempt(id=made.id, started=day, finished=day if is_finished else None, number=number)


def gate(of: AttemptId, value: int | None) -> Answer:
    return Answer.new(of, AnswerPart.GATE, GROUP, value)


def test_that_the_last_word_on_a_group_up_to_the_day_counts() -> None:
    one, two = attempt(FIRST, 1), attempt(LATER, 2)
    said = ClosedGroups([two, one], [gate(two.id, 3), gate(one.id, 0)], GROUPS)
    assert not said.holds(SKILL, date(2025, 12, 31))
    assert said.holds(SKILL, FIRST)
    assert said.holds(SKILL, date(2026, 5, 31))
    assert not said.holds(SKILL, LATER)


def test_that_of_two_attempts_of_one_day_the_later_counts() -> None:
    one, two = attempt(FIRST, 1), attempt(FIRST, 2)
    said = ClosedGroups([one, two], [gate(two.id, 0), gate(one.id, 4)], GROUPS)
    assert said.holds(SKILL, FIRST)


def test_that_neither_a_paused_attempt_nor_not_sure_closes_a_group() -> None:
    paused, done = attempt(FIRST, 1, is_finished=False), attempt(FIRST, 2)
    assert not ClosedGroups([paused], [gate(paused.id, 0)], GROUPS).holds(SKILL, LATER)
    assert not ClosedGroups([done], [gate(done.id, None)], GROUPS).holds(SKILL, LATER)


def test_that_charts_and_documents_count_a_closed_group_as_0_and_not_as_unknown() -> None:
    role = catalogue().role("ai_product_manager")
    assert role is not None
    needed = {GROUPS[one.skill] for one in role.profile.requirements}
    done = attempt(FIRST, 1)
    answers = tuple(Answer.new(done.id, AnswerPart.GATE, group, 0) for group in needed)
    asked = record_of(Records(attempts=(done,), answers=answers))
    found = readiness(role.profile, asked, day=LATER)
    assert found is not None
    assert found.claimed.low == found.claimed.high == Fraction(0)
    unasked = readiness(role.profile, record_of(Records()), day=LATER)
    assert unasked is not None
    assert unasked.claimed.high - unasked.claimed.low == Fraction(1)
