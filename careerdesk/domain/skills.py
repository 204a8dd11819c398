"""Skills: what the user can do, how well at which time, and how the skills are grouped."""

from __future__ import annotations

import enum
import uuid
from dataclasses import dataclass
from datetime import date
from typing import NewType

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.fields import private, require_range, require_text
from careerdesk.domain.partial_date import PartialDate

SkillGroupId = NewType("SkillGroupId", uuid.UUID)
SkillId = NewType("SkillId", uuid.UUID)
RatingId = NewType("RatingId", uuid.UUID)


class Level(enum.IntEnum):
    """How well a skill is mastered, 0 to 5; the order is meaningful."""

    NONE = 0
    AWARE = 1
    ASSISTED = 2
    INDEPENDENT = 3
    ADVANCED = 4
    LEADING = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillGroup:
    """A heading over skills, such as "Product discovery"; ``rank`` orders the groups."""

    id: SkillGroupId
    name: str
    rank: int = 0
    is_private: bool = False

    def __post_init__(self) -> None:
        require_text("name", self.name)

    @classmethod
    def new(cls, name: str, *, rank: int = 0) -> SkillGroup:
        """Create a group that has not been stored yet."""
        return cls(id=SkillGroupId(uuid.uuid4()), name=name, rank=rank)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """One entry of the skills inventory; its levels are dated ratings of their own.

    A sub-skill names its parent; a parent is then a heading of one step more, counted once.
    ``interest`` runs from 0 (none) to 4 (very much), None is unknown. ``catalogue_key`` is the
    skill's identifier in the catalogue or in a classification a role was imported from.
    ``example`` is one line that shows what good the skill did, to be told where it is a strength.
    """

    id: SkillId
    name: str
    group_id: SkillGroupId | None = None
    parent_id: SkillId | None = None
    interest: int | None = None
    last_used: PartialDate | None = None
    catalogue_key: str = ""
    example: str = private("")
    note: str = private("")
    is_private: bool = False

    def __post_init__(self) -> None:
        require_text("name", self.name)
        require_range("interest", self.interest, 0, 4)
        if self.parent_id == self.id:
            raise InvalidValueError("parent skill", "must be another skill")

    @property
    def key(self) -> str:
        """What roles call this skill: its identifier in the catalogue, or its own id as text."""
        return self.catalogue_key or str(self.id)

    @classmethod
    def new(
        cls, name: str, *, group_id: SkillGroupId | None = None, parent_id: SkillId | None = None
    ) -> Skill:
        """Create a skill that has not been stored yet."""
        return cls(id=SkillId(uuid.uuid4()), name=name, group_id=group_id, parent_id=parent_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """How well a skill was mastered on a day; ``level`` None says "I do not know", never 0."""

    id: RatingId
    skill_id: SkillId
    on: date
    level: Level | None
    note: str = private("")
    is_private: bool = False

    @classmethod
    def new(cls, skill_id: SkillId, on: date, level: Level | None) -> Rating:
        """Create a rating that has not been stored yet."""
        return cls(id=RatingId(uuid.uuid4()), skill_id=skill_id, on=on, level=level)
