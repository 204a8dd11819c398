"""Everything a user can do with the skills inventory; each writing function is one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careerdesk.domain.folding import fold
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup

if TYPE_CHECKING:
    from datetime import date

    from careerdesk.storage.desk import Desk


def all_skills(desk: Desk) -> list[Skill]:
    """Return all skills by name."""
    return sorted(desk.all(Skill), key=lambda skill: fold(skill.name))


def skill_groups(desk: Desk) -> list[SkillGroup]:
    """Return the groups in their order."""
    return sorted(desk.all(SkillGroup), key=lambda group: (group.rank, fold(group.name)))


def ratings_of(desk: Desk, skill: Skill) -> list[Rating]:
    """Return the ratings of a skill from the earliest on."""
    return sorted(desk.all(Rating, skill_id=skill.id), key=lambda rating: rating.on)


def rate_skill(desk: Desk, skill: Skill, on: date, level: Level | None) -> None:
    """Rate a skill as of a day, None for unknown; ratings of other days stay as its history."""
    stated = "unknown" if level is None else str(int(level))
    with desk.change(f"Rate skill {skill.name}: {stated}") as tx:
        same_day = tx.find(Rating, skill_id=skill.id, on=on)
        if same_day is None:
            tx.add(Rating.new(skill.id, on, level))
        else:
            tx.replace(replace(same_day, level=level))
