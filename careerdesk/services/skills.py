"""Everything a user can do with the skills inventory; each writing function is one step."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from careerdesk.analysis.skill_keys import skills_by_key
from careerdesk.analysis.skill_levels import LevelHistory
from careerdesk.analysis.stale_skills import StaleSkill, stale_skills
from careerdesk.catalogue import catalogue
from careerdesk.domain.evidence import Evidence
from careerdesk.domain.folding import fold
from careerdesk.domain.learning import StudySession
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup
from careerdesk.services.profile import preferences
from careerdesk.words import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from careerdesk.domain.catalogue import Requirement
    from careerdesk.domain.skills import SkillGroupId
    from careerdesk.storage.desk import Desk
    from careerdesk.storage.writer import Tx


def skill_groups(desk: Desk) -> list[SkillGroup]:
    """Return the groups in their order."""
    return sorted(desk.all(SkillGroup), key=lambda group: (group.rank, fold(group.name)))


def add_skill(
    desk: Desk,
    skill: Skill,
    *,
    group: str = "",
    on: date | None = None,
    level: Level | None = None,
) -> None:
    """Add a skill, with a group of that name, made if there is none, and a level as of a day."""
    with desk.change(f"Add skill {skill.name}") as tx:
        tx.add(replace(skill, group_id=group_id(tx, group)))
        if level is not None and on is not None:
            tx.add(Rating.new(skill.id, on, level))


def put_in_group(desk: Desk, skills: Sequence[Skill], group: str) -> int:
    """Put skills into the group of that name, made if there is none; empty takes them out.

    Returns:
        How many skills differ now.
    """
    known = _named(desk.all(SkillGroup), group)
    is_new = bool(group) and known is None
    key = None if known is None else known.id
    moved = [skill for skill in skills if is_new or skill.group_id != key]
    if moved:
        named = f"skill {moved[0].name}" if len(moved) == 1 else f"{len(moved)} skills"
        with desk.change(f"Change group of {named}") as tx:
            key = group_id(tx, group)
            tx.replace_many(replace(skill, group_id=key) for skill in moved)
    return len(moved)


def _named(groups: Sequence[SkillGroup], name: str) -> SkillGroup | None:
    return next((group for group in groups if fold(group.name) == fold(name)), None)


def group_id(tx: Tx, name: str) -> SkillGroupId | None:
    """Return the group of that name, made if there is none; None for an empty name."""
    if not name:
        return None
    groups = tx.all(SkillGroup)
    if (known := _named(groups, name)) is not None:
        return known.id
    made = SkillGroup.new(name, rank=max((group.rank for group in groups), default=0) + 1)
    tx.add(made)
    return made.id


def remove_rating(desk: Desk, skill: Skill, rating: Rating) -> None:
    """Delete what was said of a skill on one day."""
    with desk.change(f"Delete rating of skill {skill.name} on {day(rating.on)}") as tx:
        tx.remove(rating)


def rate_skill(desk: Desk, skill: Skill, on: date, level: Level | None) -> None:
    """Rate a skill as of a day, None for unknown; ratings of other days stay as its history.

    A skill that is not on the desk yet is added with it.
    """
    stated = "unknown" if level is None else str(int(level))
    with desk.change(f"Rate skill {skill.name}: {stated}") as tx:
        put_skill(tx, skill)
        put_rating(tx, skill, on, level)


def put_rating(tx: Tx, skill: Skill, on: date, level: Level | None) -> None:
    """Rate a skill as of a day within a change, in place of what was said of that day before."""
    same_day = tx.find(Rating, skill_id=skill.id, on=on)
    if same_day is None:
        tx.add(Rating.new(skill.id, on, level))
    else:
        tx.replace(replace(same_day, level=level))


def put_skill(tx: Tx, skill: Skill) -> None:
    """Store a skill within a change unless it is on the desk, with its neighbours.

    Those are the skills that the catalogue has in the same group; without any, it comes into a
    group that is called as that of the catalogue.
    """
    if tx.find(Skill, id=skill.id) is not None:
        return
    known = catalogue().skill(skill.catalogue_key)
    group = None if known is None else catalogue().group(known.group)
    if skill.group_id is None and group is not None:
        near = group_of_neighbours(tx.all(Skill), tx.all(SkillGroup), skill.catalogue_key)
        skill = replace(skill, group_id=near or group_id(tx, group.name))
    tx.add(skill)


def group_of_neighbours(
    skills: Iterable[Skill], groups: Iterable[SkillGroup], key: str
) -> SkillGroupId | None:
    """Return the group that most of those skills are in which the catalogue has beside one.

    Of groups with equally many it is the first in their order. None if most are in no group, or
    none of them is there.
    """
    known = catalogue().skill(key)
    if known is None:
        return None
    beside = {one.id for one in catalogue().skills_of(known.group)}
    counts = Counter(one.group_id for one in skills if one.catalogue_key in beside)
    ranks = {group.id: group.rank for group in groups}
    most = max(counts.values(), default=0)
    first = [one for one, count in counts.items() if count == most and one is not None]
    return min(first, key=lambda one: ranks[one], default=None)


def skill_for(desk: Desk, requirement: Requirement) -> Skill:
    """Return the skill that stands for what a role asks for; a new one, not stored, without one."""
    known = skills_by_key([requirement], desk.all(Skill)).get(requirement.skill)
    return new_skill_for(requirement) if known is None else known


def new_skill_for(requirement: Requirement) -> Skill:
    """Return a new skill, not stored, for what a role asks for and the inventory does not have."""
    return replace(Skill.new(requirement.name), catalogue_key=requirement.skill)


def stale(desk: Desk, today: date) -> list[StaleSkill]:
    """Return the skills to review, the longest without a sign first.

    Those are skills whose level no use, practice, evidence or rating has borne out for as many
    months as the preferences say. A skill without a level, or with level 0, claims nothing.
    """
    return stale_of(
        desk.all(Skill),
        desk.all(Rating),
        desk.all(Evidence),
        desk.all(StudySession),
        today=today,
        months=preferences(desk).stale_months,
    )


def stale_of(
    skills: Iterable[Skill],
    ratings: Iterable[Rating],
    evidence: Iterable[Evidence],
    sessions: Iterable[StudySession],
    *,
    today: date,
    months: int,
) -> list[StaleSkill]:
    """Return the same of records that have been read."""
    ratings = tuple(ratings)
    history = LevelHistory(ratings)
    claimed = [skill for skill in skills if history.level_as_of(skill.id, today)]
    return list(stale_skills(claimed, ratings, evidence, sessions, today=today, months=months))


def confirm_levels(desk: Desk, skills: Sequence[Skill], today: date) -> str:
    """Rate skills today at the level they have, as one change, and return what they are called.

    Those without a known level stay as they are.
    """
    history = LevelHistory(desk.all(Rating))
    known = [(skill, history.level_as_of(skill.id, today)) for skill in skills]
    rated = [(skill, level) for skill, level in known if level is not None]
    named = f"skill {rated[0][0].name}" if len(rated) == 1 else f"{len(rated)} skills"
    if rated:
        with desk.change(f"Confirm the level of {named}") as tx:
            for skill, level in rated:
                put_rating(tx, skill, today, level)
    return named
