"""What an attempt at the assessment says: counts, interests, goals, and what looks careless."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from careerdesk.analysis.asked_skills import gates_of
from careerdesk.analysis.goals import goal_weights
from careerdesk.analysis.interest_checks import (
    InterestChange,
    Notice,
    interest_changes,
    quality_notices,
)
from careerdesk.analysis.interests import InterestProfile, interest_profile
from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import Answer, AnswerPart, AnswerState, Attempt
from careerdesk.domain.catalogue import Goal, InterestType
from careerdesk.domain.skills import Rating, Skill
from careerdesk.services.assessment import answers_of
from careerdesk.services.assessment_finish import FROM_GROUP
from careerdesk.services.standing import by_type

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdesk.services.assessment import Question
    from careerdesk.storage.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What was said in an attempt.

    ``counts`` has the number of answers of each part and state that occur. ``interests`` are None
    and ``notices`` empty if no statement was asked; ``answered`` counts the answers to the
    statements of each type. ``goals`` are parts that sum to 1, in the usual order, and
    ``top_goals`` those that would decide; ``unsure_goals`` are those answered "not sure".
    ``levels`` are those known of skills, ``closed`` the skills among them that got 0 with their
    group.
    """

    attempt: Attempt
    counts: Mapping[tuple[AnswerPart, AnswerState], int]
    interests: InterestProfile | None
    answered: Mapping[InterestType, int]
    goals: Mapping[Goal, Fraction]
    top_goals: tuple[Goal, ...]
    unsure_goals: tuple[Goal, ...]
    levels: Mapping[str, int]
    closed: frozenset[str]
    notices: tuple[Notice, ...]

    def count(self, state: AnswerState, *parts: AnswerPart) -> int:
        """Return how many questions of some parts, or of all, have an answer of this kind."""
        return sum(
            count
            for (part, of), count in self.counts.items()
            if of is state and part in (parts or AnswerPart)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What differs from an attempt before, as far as both say something.

    ``skills`` has the difference of each level in levels; ``goals_added`` are the goals that would
    decide now and would not then.
    """

    interests: Mapping[InterestType, InterestChange]
    goals_added: tuple[Goal, ...]
    skills: Mapping[str, int]


def comparison(desk: Desk, before: Attempt, after: Attempt) -> Comparison:
    """Return what an attempt says otherwise than one before it."""
    first, second = answers_of(desk, before), answers_of(desk, after)
    top_then, top_now = _chosen(first.values()), _chosen(second.values())
    then = _levels(first, _closed(desk, before, first))
    now = _levels(second, _closed(desk, after, second))
    return Comparison(
        interests=interest_changes(by_type(first.values()), by_type(second.values())),
        goals_added=tuple(one for one in top_now if one not in top_then) if top_then else (),
        skills={skill: level - then[skill] for skill, level in now.items() if skill in then},
    )


def findings(desk: Desk, attempt: Attempt) -> Findings:
    """Return what an attempt says, finished or not."""
    said = answers_of(desk, attempt)
    answers = list(said.values())
    closed = _closed(desk, attempt, said)
    statements = [one for one in answers if one.part is AnswerPart.INTEREST]
    interests = by_type(statements)
    counts: dict[tuple[AnswerPart, AnswerState], int] = {}
    for one in answers:
        counts[one.part, one.state] = counts.get((one.part, one.state), 0) + 1
    top_goals = _chosen(answers)
    times = [one.milliseconds for one in statements]
    return Findings(
        attempt=attempt,
        counts=counts,
        interests=interest_profile(interests) if statements else None,
        answered={
            kind: sum(value is not None for value in values) for kind, values in interests.items()
        },
        goals=goal_weights(_goal_ratings(answers), top_goals),
        top_goals=top_goals,
        unsure_goals=_unsure(answers),
        levels=_levels(said, closed),
        closed=closed,
        notices=quality_notices(interests, times) if statements else (),
    )


def _chosen(answers: Iterable[Answer]) -> tuple[Goal, ...]:
    chosen = {one.item for one in answers if one.part is AnswerPart.TOP_GOAL}
    return tuple(goal for goal in Goal if goal.value in chosen)


def _unsure(answers: Iterable[Answer]) -> tuple[Goal, ...]:
    goals = (one for one in answers if one.part is AnswerPart.GOAL)
    unsure = {one.item for one in goals if one.state is AnswerState.NOT_SURE}
    return tuple(goal for goal in Goal if goal.value in unsure)


def _levels(answers: Mapping[Question, Answer], closed: Iterable[str]) -> dict[str, int]:
    given = {
        one.item: one.value
        for one in answers.values()
        if one.part is AnswerPart.SKILL and one.value is not None
    }
    return given | dict.fromkeys(closed, 0)


def _closed(desk: Desk, attempt: Attempt, answers: Mapping[Question, Answer]) -> frozenset[str]:
    """Return the skills that the end of an attempt gave level 0 with their group."""
    if attempt.finished is None:
        return frozenset()
    groups = {group for group, level in gates_of(answers).items() if level == 0}
    of_groups = {one.id for group in groups for one in catalogue().skills_of(group)}
    rated = {one.skill_id for one in desk.all(Rating, on=attempt.finished, note=FROM_GROUP)}
    keys = {one.catalogue_key for one in desk.all(Skill) if one.id in rated}
    return frozenset(keys & of_groups)


def _goal_ratings(answers: list[Answer]) -> dict[Goal, int]:
    given = {one.item: one.value for one in answers if one.part is AnswerPart.GOAL}
    return {goal: value for goal in Goal if (value := given.get(goal.value)) is not None}
