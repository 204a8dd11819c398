"""Levels of skills of the catalogue, put on the desk within a change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from careerdesk.analysis.skill_keys import skills_by_key
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup
from careerdesk.services.skills import group_id, group_of_neighbours

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from careerdesk.storage.desk import Desk
    from careerdesk.storage.writer import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelEntry:
    """What is stated about one skill; ``level`` None says "not sure", never 0.

    ``skill`` is its key (see ``Skill.key``); ``name`` and ``group`` are what a skill that has to be
    made is called and put under, unless its neighbours of the catalogue are in a group of the
    desk already. ``note`` says how the level came about.
    """

    skill: str
    name: str
    group: str
    level: Level | None
    note: str = ""


def put_levels(tx: Tx, entries: Iterable[LevelEntry], on: date) -> int:
    """Rate skills as of a day; what was said of one on that day before is replaced.

    A skill written down by hand under the same name takes the key; one that is not in the
    inventory is added to it.

    Returns:
        How many skills were added.
    """
    asked = list(entries)
    held, groups = tx.all(Skill), tx.all(SkillGroup)
    known = skills_by_key(asked, held)
    same_day = {one.skill_id: one for one in tx.all(Rating, on=on)}
    skills: list[Skill] = []
    ratings: list[Rating] = []
    rated_again: list[Rating] = []
    for one in asked:
        skill = known.get(one.skill)
        if skill is None:
            near = group_of_neighbours(held, groups, one.skill)
            skill = replace(
                Skill.new(one.name, group_id=near or group_id(tx, one.group)),
                catalogue_key=one.skill,
            )
            skills.append(skill)
        elif skill.key != one.skill:
            tx.replace(replace(skill, catalogue_key=one.skill))
        before = same_day.get(skill.id)
        if before is None:
            ratings.append(replace(Rating.new(skill.id, on, one.level), note=one.note))
        elif (before.level, before.note) != (one.level, one.note or before.note):
            rated_again.append(replace(before, level=one.level, note=one.note or before.note))
    tx.add_many([*skills, *ratings])
    tx.replace_many(rated_again)
    return len(skills)


def take_back_levels(tx: Tx, levels: Mapping[str, Level | None], on: date) -> None:
    """Take back what was said of skills on a day, by their keys, unless it was changed since."""
    keys = {one.id: one.key for one in tx.all(Skill)} if levels else {}
    tx.remove_many(
        one
        for one in (tx.all(Rating, on=on) if levels else ())
        if (key := keys[one.skill_id]) in levels and one.level == levels[key]
    )


def are_put(desk: Desk, entries: Iterable[LevelEntry], on: date) -> bool:
    """Say whether all of it stands on the desk already, as ``put_levels`` would put it."""
    known = {one.key: one.id for one in desk.all(Skill)}
    same_day = {one.skill_id: one.level for one in desk.all(Rating, on=on)}
    nothing = object()
    return all(
        one.skill in known and same_day.get(known[one.skill], nothing) == one.level
        for one in entries
    )
