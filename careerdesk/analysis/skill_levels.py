"""Levels of skills on a day, read from dated ratings, for single skills and for groups.

A level is what the user claims. Unknown is None and never 0: it enters no mean and is counted
beside it. No rating dated after the day asked for is ever looked at. Sub-skills are counted once,
through the skill they are part of (see ``skill_tree``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from careerdesk.analysis.skill_tree import SkillTree, mean_of_known
from careerdesk.domain.skills import Level, Skill, SkillGroup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careerdesk.domain.skills import Rating, SkillGroupId, SkillId


@dataclass(frozen=True, slots=True)
class SkillStanding:
    """One skill on one day: its own rating, its level with its parts counted, and since when.

    ``mean`` is the own rating or, without one, the mean of the rated parts. ``rated_on`` is the
    day of the rating that counts, also of one that says "I do not know".
    """

    skill: Skill
    parent: Skill | None
    level: Level | None
    mean: float | None
    has_parts: bool
    rated_on: date | None


@dataclass(frozen=True, slots=True)
class GroupLevel:
    """The level of one group: the mean of its known top skills, None if none is known.

    ``group`` None gathers the skills without a group. ``known`` and ``unknown`` count top skills.
    """

    group: SkillGroup | None
    mean: float | None
    known: int
    unknown: int


@dataclass(frozen=True, slots=True)
class GroupStep:
    """The day from which a group had another level, known or again unknown."""

    on: date
    level: GroupLevel


@dataclass(frozen=True, slots=True)
class GroupHistory:
    """The level of a group today and all steps that led there, the first known one first."""

    now: GroupLevel
    steps: tuple[GroupStep, ...]

    def since(self, first: date) -> GroupHistory:
        """Return the history from a day on, begun with the level that the group had then."""
        before = [step for step in self.steps if step.on <= first]
        after = tuple(step for step in self.steps if step.on > first)
        begun = (GroupStep(first, before[-1].level),) if before else ()
        return GroupHistory(self.now, begun + after)


class LevelHistory:
    """The ratings of all skills, sorted once for many questions "what was known on this day?"."""

    def __init__(self, ratings: Iterable[Rating]) -> None:
        self._ratings: dict[SkillId, list[Rating]] = defaultdict(list)
        for rating in ratings:
            self._ratings[rating.skill_id].append(rating)
        for of_skill in self._ratings.values():
            # Stable: of two ratings on one day the one listed later counts.
            of_skill.sort(key=_day_of)

    def ratings_of(self, skill_id: SkillId) -> Sequence[Rating]:
        """Return all ratings of a skill in order of time."""
        return self._ratings.get(skill_id, ())

    def rating_as_of(self, skill_id: SkillId, day: date) -> Rating | None:
        """Return the latest rating up to and including the day."""
        of_skill = self._ratings.get(skill_id, [])
        count = bisect_right(of_skill, day, key=_day_of)
        return of_skill[count - 1] if count else None

    def level_as_of(self, skill_id: SkillId, day: date) -> Level | None:
        """Return the level known on the day; None is unknown, never 0."""
        rating = self.rating_as_of(skill_id, day)
        return rating.level if rating else None


def skill_standings(
    skills: Iterable[Skill], ratings: Iterable[Rating], *, today: date
) -> tuple[SkillStanding, ...]:
    """Return every skill once with its level, in the order given."""
    skills = tuple(skills)
    tree, history = SkillTree(skills), LevelHistory(ratings)
    levels = {skill.id: history.level_as_of(skill.id, today) for skill in skills}
    standings = []
    for skill in skills:
        rating = history.rating_as_of(skill.id, today)
        standings.append(
            SkillStanding(
                skill=skill,
                parent=tree.parent(skill),
                level=levels[skill.id],
                mean=tree.mean(skill, levels),
                has_parts=bool(tree.parts(skill)),
                rated_on=rating.on if rating else None,
            )
        )
    return tuple(standings)


def group_levels(
    groups: Iterable[SkillGroup],
    skills: Iterable[Skill],
    ratings: Iterable[Rating],
    *,
    today: date,
) -> tuple[GroupLevel, ...]:
    """Return the level of each group that has skills, by rank and name; no group comes last."""
    histories = group_level_history(groups, skills, ratings, today=today)
    return tuple(history.now for history in histories)


def group_level_history(
    groups: Iterable[SkillGroup],
    skills: Iterable[Skill],
    ratings: Iterable[Rating],
    *,
    today: date,
) -> tuple[GroupHistory, ...]:
    """Return for each group its level on every day it changed, up to today.

    A mean also moves when a skill is rated for the first time: ``known`` tells how many it covers.
    """
    tree = SkillTree(skills)
    past = sorted((rating for rating in ratings if rating.on <= today), key=_day_of)
    return tuple(_history(group, tops, tree, past) for group, tops in _tops(groups, tree))


def top_skills(
    groups: Iterable[SkillGroup], skills: Iterable[Skill]
) -> tuple[tuple[SkillGroup | None, tuple[Skill, ...]], ...]:
    """Return each group with the top skills its level is read from, in the order of its levels."""
    return tuple((group, tuple(tops)) for group, tops in _tops(groups, SkillTree(skills)))


def _tops(
    groups: Iterable[SkillGroup], tree: SkillTree
) -> Iterable[tuple[SkillGroup | None, Sequence[Skill]]]:
    """Yield each group with its top skills; a group without any has no level to speak of."""
    ordered = sorted(groups, key=lambda group: (group.rank, group.name.casefold(), group.name))
    tops: dict[SkillGroupId | None, list[Skill]] = {group.id: [] for group in ordered}
    without_group: list[Skill] = []
    for skill in tree.tops():
        tops.get(skill.group_id, without_group).append(skill)
    yield from ((group, tops[group.id]) for group in ordered if tops[group.id])
    if without_group:
        yield None, without_group


def _history(
    group: SkillGroup | None, tops: Sequence[Skill], tree: SkillTree, ratings: Iterable[Rating]
) -> GroupHistory:
    """Walk through the ratings of one group; only the trees rated on a day are read again."""
    top_of = {part.id: top for top in tops for part in tree.with_all_parts(top)}
    levels: dict[SkillId, Level | None] = {}
    means: dict[SkillId, float | None] = dict.fromkeys(top.id for top in tops)
    now, steps = GroupLevel(group, None, 0, len(tops)), []
    for day, of_day in groupby((r for r in ratings if r.skill_id in top_of), key=_day_of):
        rated = list(of_day)
        levels.update((rating.skill_id, rating.level) for rating in rated)
        for rating in rated:
            top = top_of[rating.skill_id]
            means[top.id] = tree.mean(top, levels)
        known = sum(mean is not None for mean in means.values())
        level = GroupLevel(group, mean_of_known(means.values()), known, len(tops) - known)
        if level != now:
            now = level
            steps.append(GroupStep(day, level))
    return GroupHistory(now, tuple(steps))


def _day_of(rating: Rating) -> date:
    return rating.on
