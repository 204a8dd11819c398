"""What is still to be asked in an attempt, and what is known about its skills from before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from careerdesk.analysis.asked_skills import (
    AskedSkill,
    asked_skills,
    closed_skills,
    described_skill,
    gates_of,
)
from careerdesk.analysis.assessment_steps import (
    Step,
    StepKind,
    assessment_steps,
    part_done,
    seconds_left,
)
from careerdesk.analysis.skill_keys import skills_by_key
from careerdesk.analysis.skill_levels import LevelHistory
from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import Answer, AnswerPart, Attempt
from careerdesk.domain.catalogue import RoleProfile
from careerdesk.domain.evidence import Evidence
from careerdesk.domain.skills import Rating, Skill
from careerdesk.services.assessment import Question, answers_of
from careerdesk.services.assessment_evidence import description_id
from careerdesk.services.roles import UnknownRoleError, current_target, role_profile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
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

    def part_done(self, at: Step) -> float:
        """Return which part of the time planned lies before a step, 0 to 1."""
        return part_done(catalogue().instrument, self.steps, at, self.answers)

    def skill(self, key: str) -> AskedSkill:
        """Return a skill as it is asked for."""
        found = next((one for one in self.skills if one.skill == key), None)
        return found or described_skill(catalogue(), key, key)


def plan(
    desk: Desk,
    attempt: Attempt,
    today: date,
    *,
    replaced: Collection[Question] = (),
    by: Iterable[Answer] = (),
) -> Plan:
    """Return what is to be asked in an attempt, as far as it is known now.

    Args:
        desk: Where the attempt is stored.
        attempt: The attempt.
        today: The day of which the earlier levels are.
        replaced: Questions whose answers are about to be replaced.
        by: The answers in place of them.
    """
    book = catalogue()
    stored = answers_of(desk, attempt)
    answers = {key: one for key, one in stored.items() if key not in replaced}
    answers |= {(one.part, one.item): one for one in by}
    target = current_target(desk)
    keys = [target.role] if target else _of_interest(answers)
    roles = tuple(_profiles(desk, keys))
    gates = gates_of(answers)
    skills = asked_skills(book, roles, gates)
    known = skills_by_key(skills, desk.all(Skill))
    earlier = _earlier(desk, known, today)
    own = {description_id(attempt, one.skill) for one in skills}
    shown = {one.skill_id for one in desk.all(Evidence) if one.id not in own}
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
            evidenced={key for key, skill in known.items() if skill.id in shown},
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


def _earlier(desk: Desk, known: Mapping[str, Skill], today: date) -> dict[str, Rating]:
    history = LevelHistory(desk.all(Rating))
    found = {key: history.rating_as_of(skill.id, today) for key, skill in known.items()}
    return {key: one for key, one in found.items() if one is not None}


def said(answers: Iterable[Answer]) -> set[tuple[Any, ...]]:
    """Return what answers say, to be compared with what others do."""
    return {(one.part, one.item, one.state, one.value) for one in answers}


def changed_step(before: Plan, after: Plan) -> Step | None:
    """Return the step that asks for what differs between two states of an attempt, if one does."""
    differing = said(before.answers.values()) ^ said(after.answers.values())
    changed = {(part, item) for part, item, *_ in differing}
    for step in after.steps:
        if not changed.isdisjoint(step.questions):
            return step
    places = (replace(one.attempt, place="") for one in (before, after))
    if len(set(places)) > 1:
        return next(one for one in after.steps if one.kind is StepKind.PRACTICAL)
    return None


def title_of(step: Step) -> str:
    """Return what storing a step is called in the history, such as "Answer interests 1 of 6"."""
    of = f" {step.number} of {step.count}" if step.count > 1 else ""
    return f"{_TITLES[step.kind]}{of}"


_TITLES: Final = {
    StepKind.INTERESTS: "Answer interests",
    StepKind.GOALS: "Answer goals",
    StepKind.TOP_GOALS: "Choose deciding goals",
    StepKind.PRACTICAL: "Answer practical questions",
    StepKind.ROLES: "Choose roles of interest",
    StepKind.GATES: "Rate groups of skills",
    StepKind.SKILLS: "Rate skills",
    StepKind.MORE: "Go on in the assessment",
    StepKind.REPEATS: "Rate skills once more",
    StepKind.CHANGES: "Say why levels changed",
    StepKind.EVIDENCE: "Say what shows skills",
    StepKind.END: "Go on in the assessment",
}
