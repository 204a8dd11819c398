"""Everything a user can do with the skills inventory; each writing function is one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.domain.folding import fold
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup, SkillId

if TYPE_CHECKING:
    from datetime import date

    from careerdesk.storage.desk import Desk


def all_skills(desk: Desk) -> list[Skill]:
    """Return all skills by name."""
    return sorted(desk.all(Skill), key=lambda skill: fold(skill.name))


def skill_groups(desk: Desk) -> list[SkillGroup]:
    """Return the groups in their order."""
    return sorted(desk.all(SkillGroup), key=lambda group: (group.rank, fold(group.name)))


def add_skill(desk: Desk, skill: Skill) -> None:
    """Add a skill to the inventory."""
    with desk.change(f"Add skill {skill.name}") as tx:
        tx.add(skill)


def edit_skill(desk: Desk, skill: Skill) -> None:
    """Store a changed skill."""
    with desk.change(f"Edit skill {skill.name}") as tx:
        tx.replace(skill)


def remove_skill(desk: Desk, skill: Skill) -> None:
    """Delete a skill with its ratings; what was studied for it stays."""
    with desk.change(f"Delete skill {skill.name}") as tx:
        tx.remove(skill)


def add_group(desk: Desk, group: SkillGroup) -> None:
    """Add a group of skills."""
    with desk.change(f"Add skill group {group.name}") as tx:
        tx.add(group)


def rate(desk: Desk, skill_id: SkillId, on: date, level: Level | None) -> None:
    """Rate a skill as of a day, None for unknown; earlier ratings stay as its history."""
    with desk.change("Rate skill") as tx:
        skill = tx.get(Skill, skill_id)
        same_day = tx.find(Rating, skill_id=skill_id, on=on)
        if same_day is None:
            tx.add(Rating.new(skill_id, on, level))
        else:
            tx.replace(
                Rating(
                    id=same_day.id,
                    skill_id=skill.id,
                    on=on,
                    level=level,
                    note=same_day.note,
                    is_private=same_day.is_private,
                )
            )
