"""Roles of the user's own, and the roles aimed at."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Final, NewType

from careerdesk.domain.catalogue import (
    Goal,
    InterestType,
    Requirement,
    RoleProfile,
    Weight,
)
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.fields import private, require_range, require_text
from careerdesk.domain.skills import Level

RoleId = NewType("RoleId", uuid.UUID)
RoleSkillId = NewType("RoleSkillId", uuid.UUID)
TargetId = NewType("TargetId", uuid.UUID)

INTEREST_FIELDS: Final = {one: one.name.lower() for one in InterestType}
GOAL_FIELDS: Final = {one: one.value for one in Goal}
HUNDRED: Final = 100  # figures of interests have two decimals and are stored without


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role of the user's own: copied from the catalogue, imported or written.

    The figures of the six interest types are in hundredths on O*NET's scale of 1 to 7, the goals
    run from 1 (low) to 5 (high); None is not known. ``source`` says where the role came from, such
    as "O*NET 29.3, 15-2051.00".
    """

    id: RoleId
    title: str
    family: str = ""
    summary: str = ""
    source: str = ""
    realistic: int | None = None
    investigative: int | None = None
    artistic: int | None = None
    social: int | None = None
    enterprising: int | None = None
    conventional: int | None = None
    autonomy: int | None = None
    impact: int | None = None
    income: int | None = None
    stability: int | None = None
    growth: int | None = None
    recognition: int | None = None
    collaboration: int | None = None
    focus: int | None = None
    flexibility: int | None = None
    leadership: int | None = None
    note: str = private("")
    is_private: bool = False

    def __post_init__(self) -> None:
        require_text("title", self.title)
        for name in INTEREST_FIELDS.values():
            require_range(name, getattr(self, name), 1 * HUNDRED, 7 * HUNDRED)
        for name in GOAL_FIELDS.values():
            require_range(name, getattr(self, name), 1, 5)

    @classmethod
    def new(cls, title: str, *, family: str = "", summary: str = "", source: str = "") -> Role:
        """Create a role that has not been stored yet."""
        return cls(
            id=RoleId(uuid.uuid4()), title=title, family=family, summary=summary, source=source
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleSkill:
    """A skill that a role of the user's own needs; ``skill`` identifies it (see ``Skill.key``)."""

    id: RoleSkillId
    role_id: RoleId
    skill: str
    name: str
    level: Level
    weight: int

    def __post_init__(self) -> None:
        self.requirement()  # whose rules are these

    @classmethod
    def new(cls, role_id: RoleId, skill: str, name: str, level: Level, weight: int) -> RoleSkill:
        """Create one that has not been stored yet."""
        return cls(
            id=RoleSkillId(uuid.uuid4()),
            role_id=role_id,
            skill=skill,
            name=name,
            level=level,
            weight=weight,
        )

    def requirement(self) -> Requirement:
        """Return what is needed, without whose it is."""
        require_range("weight", self.weight, min(Weight), max(Weight))
        return Requirement(
            skill=self.skill, name=self.name, level=self.level, weight=Weight(self.weight)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A role aimed at since a day: one of the catalogue, by its id, or one of the user's own.

    Several may be kept; one of them is current.
    """

    id: TargetId
    catalogue_role: str = ""
    role_id: RoleId | None = None
    since: date
    is_current: bool = True
    note: str = private("")
    is_private: bool = False

    def __post_init__(self) -> None:
        if bool(self.catalogue_role) == (self.role_id is not None):
            raise InvalidValueError("target", "must be exactly one role")

    @property
    def role(self) -> str:
        """The id of the role aimed at, as ``RoleProfile.id`` has it."""
        return self.catalogue_role or str(self.role_id)

    @classmethod
    def new(cls, since: date, *, catalogue_role: str = "", role_id: RoleId | None = None) -> Target:
        """Create a target that has not been stored yet."""
        return cls(
            id=TargetId(uuid.uuid4()), catalogue_role=catalogue_role, role_id=role_id, since=since
        )


def profile_of(role: Role, skills: tuple[RoleSkill, ...]) -> RoleProfile:
    """Return a role of the user's own in the form in which roles are compared with a person."""
    interests = {one: getattr(role, name) for one, name in INTEREST_FIELDS.items()}
    goals = {one: getattr(role, name) for one, name in GOAL_FIELDS.items()}
    return RoleProfile(
        id=str(role.id),
        title=role.title,
        family=role.family,
        requirements=tuple(one.requirement() for one in skills if one.role_id == role.id),
        interests={one: value / HUNDRED for one, value in interests.items() if value is not None},
        goals={one: value for one, value in goals.items() if value is not None},
    )
