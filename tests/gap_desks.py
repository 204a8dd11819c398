"""A role of the user's own with five skills, and a person who has rated four of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from careerdesk.domain.catalogue import Requirement, Weight
from careerdesk.domain.roles import Role
from careerdesk.domain.skills import Level
from careerdesk.services import roles, skills

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdesk.domain.skills import Skill
    from careerdesk.storage.desk import Desk

TODAY: Final = date(2030, 1, 1)
NEEDS: Final = {
    # name: weight, level needed, level now
    "Far": (Weight.ESSENTIAL, 4, 1),
    "Near": (Weight.ESSENTIAL, 4, 3),
    "Unknown": (Weight.IMPORTANT, 3, None),
    "Met skill": (Weight.USEFUL, 2, 2),
    "Above": (Weight.IMPORTANT, 2, 5),
}


def needed(name: str) -> Requirement:
    """Return what the role needs, by its name."""
    weight, level, _ = NEEDS[name]
    return Requirement(skill=f"own:{name}", name=name, level=Level(level), weight=weight)


def aim_at_keeper(desk: Desk, needs: Mapping[str, tuple[Weight, int, int | None]] = NEEDS) -> Role:
    """Add the role, rate the skills, and aim at it."""
    made = Role.new("Keeper of bees")
    roles.add_role(desk, made, [needed(name) for name in needs])
    for name, (_, _, now) in needs.items():
        if now is not None:
            rate(desk, name, now)
    roles.target_role(desk, str(made.id), TODAY)
    return made


def rate(desk: Desk, name: str, level: int) -> Skill:
    """Rate a skill of the role today."""
    skill = skills.skill_for(desk, needed(name))
    skills.rate_skill(desk, skill, TODAY, Level(level))
    return skill
