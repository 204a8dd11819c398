"""Roles, skills and learning resources as the program describes them, before a person comes in.

They say what a role asks for. A role of the user's own takes the same form (``RoleProfile``), so
whatever compares a person with a role needs to know only this.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.fields import require_range, require_text
from careerdesk.domain.skills import Level


class InterestType(enum.Enum):
    """The six types of interests after John Holland, in their usual order."""

    REALISTIC = "R"
    INVESTIGATIVE = "I"
    ARTISTIC = "A"
    SOCIAL = "S"
    ENTERPRISING = "E"
    CONVENTIONAL = "C"


class Goal(enum.Enum):
    """What people may want of their next role."""

    AUTONOMY = "autonomy"
    IMPACT = "impact"
    INCOME = "income"
    STABILITY = "stability"
    GROWTH = "growth"
    RECOGNITION = "recognition"
    COLLABORATION = "collaboration"
    FOCUS = "focus"
    FLEXIBILITY = "flexibility"
    LEADERSHIP = "leadership"


# Of these, more than wanted costs nothing.
ONE_SIDED: Final = frozenset(
    {
        Goal.IMPACT,
        Goal.INCOME,
        Goal.STABILITY,
        Goal.GROWTH,
        Goal.RECOGNITION,
        Goal.AUTONOMY,
        Goal.FLEXIBILITY,
    }
)


class Weight(enum.IntEnum):
    """How much a role needs a skill; the number is its weight in the coverage."""

    USEFUL = 1
    IMPORTANT = 2
    ESSENTIAL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A skill a role needs, how well a solid holder masters it, and how much that matters.

    ``skill`` is what identifies it: an id of the catalogue, or for others see ``Skill.key``.
    """

    skill: str
    name: str
    level: Level
    weight: Weight

    def __post_init__(self) -> None:
        require_text("skill", self.skill)
        require_text("skill name", self.name)
        require_range("target level", int(self.level), 1, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleProfile:
    """What a role asks of a person and offers to them, from the catalogue or the user's own.

    ``interests`` are the role's figures by type on any common scale, ``goals`` run from 1 (low)
    to 5 (high). What is not known is absent. ``id`` is an id of the catalogue or, of a role of the
    user's own, that of its record as text.
    """

    id: str
    title: str
    family: str = ""
    requirements: tuple[Requirement, ...] = ()
    interests: Mapping[InterestType, float] = field(default_factory=dict)
    goals: Mapping[Goal, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        require_text("role", self.id)
        require_text("title", self.title)
        names = [one.skill for one in self.requirements]
        if len(set(names)) < len(names):
            twice = next(name for name in names if names.count(name) > 1)
            raise InvalidValueError("skills", f"name {twice} twice")
        for goal, value in self.goals.items():
            require_range(goal.value, value, 1, 5)

    @property
    def total_weight(self) -> int:
        """The sum of the weights of all skills."""
        return sum(one.weight for one in self.requirements)
