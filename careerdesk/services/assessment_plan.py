"""What is still to be asked in an attempt, and what is known about its skills from before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerdesk.analysis.asked_skills import AskedSkill, asked_skills, closed_skills, gates_of
from careerdesk.analysis.assessment_steps import Step, assessment_steps, seconds_left
from careerdesk.analysis.skill_keys import skills_by_key
from careerdesk.analysis.skill_levels import LevelHistory
from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import Answer, AnswerPart, Attempt
from careerdesk.domain.catalogue import RoleProfile
from careerdesk.domain.skills import Rating, Skill
from careerdesk.services.assessment import Question, answers_of
from careerdesk.services.roles import UnknownRoleError, current_target, role_profile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from careerdesk.storage.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """An attempt with its answers and the steps they lead to.

    ``roles`` are those whose skills are asked: the one aimed at, or those of interest. ``skills``
    are all that can be rated, the most relevant first; ``closed`` those of the roles that a group
    rated 0 answers for. ``earlier`` holds the latest ratings before this attempt, by skill.
    """

    attempt: Attempt
    answers: Mapping[Question, Answer]
    roles: tuple[RoleProfile, ...]
    skills: tuple[AskedSkill, ...]
    closed: tuple[AskedSkill, ...]
    earlier: Mapping[str, Rating]
    steps: tuple[Step, ...]

    def seconds_left(self, at: Step) -> float:
        """Return the time planned for what is not answered from a step on."""
        return seconds_left(catalogue().instrument, self.steps, at, self.answers)

    def skill(self, key: str) -> AskedSkill:
        """Return a skill that is asked for."""
        return next(one for one in self.skills if one.skill == key)


def plan(desk: Desk, attempt: Attempt, today: date) -> Plan:
    """Return what is to be asked in an attempt, as far as it is known now."""
    book = catalogue()
    answers = answers_of(desk, attempt)
    target = current_target(desk)
    keys = [target.role] if target else _of_interest(answers)
    roles = tuple(_profiles(desk, keys))
    gates = gates_of(answers)
    skills = asked_skills(book, roles, gates)
    earlier = _earlier(desk, skills, today)
    return Plan(
        attempt=attempt,
        answers=answers,
        roles=roles,
        skills=skills,
        closed=closed_skills(book, roles, gates),
        earlier=earlier,
        steps=assessment_steps(
            book.instrument,
            [one.id for one in book.groups],
            skills,
            answers,
            {key: one.level for key, one in earlier.items()},
            asks_roles=target is None,
            seed=attempt.id.int,
        ),
    )


def _of_interest(answers: Mapping[Question, Answer]) -> list[str]:
    return [item for part, item in answers if part is AnswerPart.ROLE]


def _profiles(desk: Desk, keys: Iterable[str]) -> Iterable[RoleProfile]:
    for key in keys:
        try:
            yield role_profile(desk, key)
        except UnknownRoleError:  # deleted since
            continue


def _earlier(desk: Desk, asked: Iterable[AskedSkill], today: date) -> dict[str, Rating]:
    known = skills_by_key(asked, desk.all(Skill))
    history = LevelHistory(desk.all(Rating))
    found = {key: history.rating_as_of(skill.id, today) for key, skill in known.items()}
    return {key: one for key, one in found.items() if one is not None}
