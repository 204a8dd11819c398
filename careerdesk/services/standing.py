"""Where a person stands on a day: levels with their evidence, interests and goals.

Read once, it can be compared with any number of roles; nothing that follows from it is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.analysis.closed_groups import ClosedGroups
from careerdesk.analysis.interests import Answers, answers_by_type
from careerdesk.analysis.readiness import SkillRecord
from careerdesk.analysis.supported import Support, cautious_deductions, is_unsteady
from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import Answer, AnswerPart, Attempt
from careerdesk.domain.catalogue import Goal
from careerdesk.domain.evidence import Evidence
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.services.assessment import finished_attempts
from careerdesk.services.profile import preferences

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from fractions import Fraction

    from careerdesk.domain.catalogue import RoleProfile
    from careerdesk.storage.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A person as roles are compared with them, as of ``day``.

    ``record`` holds all ratings and evidence, of other days as well. ``skills`` and ``supports``
    are by the key of a requirement; a skill that is not in the inventory is in neither, but for one
    of a group that was said to be not known at all: its level is 0.
    ``interests`` are None until they were asked for. ``goals`` holds the ratings that were given,
    ``top_goals`` those that would decide.
    """

    day: date
    record: SkillRecord
    skills: Mapping[str, Skill]
    supports: Mapping[str, Support]
    interests: Answers | None
    goals: Mapping[Goal, int]
    top_goals: frozenset[Goal]
    is_cautious: bool

    @property
    def levels(self) -> dict[str, Level | None]:
        """The rating of each skill, None if it is unknown."""
        return {key: one.rating for key, one in self.supports.items()}

    @property
    def supported(self) -> dict[str, Level | None]:
        """The level that the evidence for each skill supports; 0 without any, None if unknown."""
        return {key: one.level for key, one in self.supports.items()}

    @property
    def sigmas(self) -> dict[str, float]:
        """How unsure each rating is, as a standard deviation in levels."""
        return {key: one.sigma for key, one in self.supports.items()}

    @property
    def deductions(self) -> dict[str, Fraction]:
        """What the cautious view takes off ratings that are only claimed; nothing if it is off."""
        tiers = {key: one.tier for key, one in self.supports.items()}
        return cautious_deductions(tiers) if self.is_cautious else {}


def standing(desk: Desk, profiles: Collection[RoleProfile], day: date) -> Standing:
    """Return where the person stands on a day, as far as these roles ask; later days count not."""
    gates = desk.all(Answer, part=AnswerPart.GATE)
    closed = ClosedGroups(desk.all(Attempt), gates, catalogue().group_of_skills)
    record = SkillRecord(desk.all(Skill), desk.all(Rating), desk.all(Evidence), closed)
    said = [desk.all(Answer, attempt_id=one.id) for one in _finished(desk, day)]
    unsteady = _is_unsteady(_first_with(said, AnswerPart.REPEAT))
    interests = _latest(said, AnswerPart.INTEREST)
    deciding = _first_with(said, AnswerPart.TOP_GOAL)
    skills: dict[str, Skill] = {}
    supports: dict[str, Support] = {}
    for profile in profiles:
        skills |= record.skills_of(profile)
        supports |= record.supports(profile, day=day, is_unsteady=unsteady)
    return Standing(
        day=day,
        record=record,
        skills=skills,
        supports=supports,
        interests=by_type(interests) if interests else None,
        goals=_ratings_of_goals(_latest(said, AnswerPart.GOAL)),
        top_goals=frozenset(Goal(one.item) for one in deciding if one.part is AnswerPart.TOP_GOAL),
        is_cautious=preferences(desk).is_cautious,
    )


def by_type(answers: Iterable[Answer]) -> Answers:
    """Return the answers about interests by type, in the order in which the catalogue has them."""
    items = catalogue().instrument.interests.items
    return answers_by_type(answers, {one.id: one.type for one in items})


def _finished(desk: Desk, day: date) -> list[Attempt]:
    """Return the attempts finished by a day, the latest first."""
    return [one for one in finished_attempts(desk) if one.finished and one.finished <= day]


def _latest(attempts: Iterable[list[Answer]], part: AnswerPart) -> list[Answer]:
    """Return the last word on each question of a part: one that was not asked again still holds."""
    found: dict[str, Answer] = {}
    for answers in attempts:
        for one in answers:
            if one.part is part:
                found.setdefault(one.item, one)
    return list(found.values())


def _first_with(attempts: Iterable[list[Answer]], part: AnswerPart) -> list[Answer]:
    """Return the answers of the latest attempt in which a part was asked; none without one."""
    return next((of for of in attempts if any(one.part is part for one in of)), [])


def _ratings_of_goals(answers: Iterable[Answer]) -> dict[Goal, int]:
    return {Goal(one.item): one.value for one in answers if one.value is not None}


def _is_unsteady(answers: list[Answer]) -> bool:
    first = {one.item: one.value for one in answers if one.part is AnswerPart.SKILL}
    return is_unsteady(
        (_level(first.get(one.item)), _level(one.value))
        for one in answers
        if one.part is AnswerPart.REPEAT
    )


def _level(value: int | None) -> Level | None:
    return None if value is None else Level(value)
