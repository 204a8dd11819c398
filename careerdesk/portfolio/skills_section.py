"""Skills by group, with the latest level of each and when it was rated; the others as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerdesk.analysis.skill_levels import LevelHistory
from careerdesk.analysis.skill_tree import SkillTree
from careerdesk.domain.portfolio import Section
from careerdesk.domain.skills import Level
from careerdesk.portfolio.charts_placement import charts_of
from careerdesk.portfolio.levels import LevelText
from careerdesk.portfolio.styles import BODY, CELL, CELL_QUIET_RIGHT, LIST, NOTE, SUBSECTION
from careerdesk.portfolio.tables import LONGEST_NAME, Column, Table
from careerdesk.portfolio.text import Heading, paragraphs, text
from careerdesk.words import cut, day, level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from careerdesk.domain.records import Records
    from careerdesk.domain.skills import Rating, Skill, SkillGroup
    from careerdesk.portfolio.blocks import Block
    from careerdesk.portfolio.options import Matter
    from careerdesk.portfolio.tables import Row

_INTRODUCTION: Final = (
    f"Levels are self-assessed, on a scale from {min(Level):d} ({level(min(Level))}) to "
    f"{max(Level):d} ({level(max(Level))}), with the month of the latest rating."
)
_STEP_IN: Final = 12.0
_DEEPEST: Final = 4


def skills_story(matter: Matter) -> list[Block]:
    """Return the charts of this section, then for each group a table and what is not rated."""
    records = matter.records
    if not records.skills:
        return charts_of(matter, Section.SKILLS)
    history = LevelHistory(records.ratings)
    tree = SkillTree(records.skills)

    def rating(skill: Skill) -> Rating | None:
        return history.rating_as_of(skill.id, matter.today)

    def is_rated(skill: Skill) -> bool:
        return history.level_as_of(skill.id, matter.today) is not None

    grouped = list(_grouped(records, tree))
    has_levels = any(is_rated(skill) for skill in records.skills)
    story: list[Block] = [text(_INTRODUCTION, BODY)] if has_levels else []
    story += charts_of(matter, Section.SKILLS)
    for group, tops in grouped:
        if has_levels or len(grouped) > 1:
            story.append(_heading(group, has_others=len(grouped) > 1))
        rated = [top for top in tops if any(map(is_rated, tree.with_all_parts(top)))]
        rows = list(_nested(rated, tree, rating))
        if rows:
            story.append(_table(rows, rating, name=_title(group, has_others=len(grouped) > 1)))
        known = {top.id for top in rated}
        others = [
            skill
            for top in sorted(tops, key=lambda top: top.name.casefold())
            if top.id not in known
            for skill in tree.with_all_parts(top)
        ]
        if others:
            story.append(_list(others, "Not rated: " if has_levels else ""))
        if matter.includes_private:
            for skill in (*(skill for skill, _depth in rows), *others):
                if skill.note.strip():
                    story += paragraphs(f"Private note on {skill.name}: {skill.note}", NOTE)
    return story


def _heading(group: SkillGroup | None, *, has_others: bool) -> Heading:
    anchor = f"skills-{group.id}" if group else "skills-other"
    return Heading(_title(group, has_others=has_others), SUBSECTION, level=3, anchor=anchor)


def _title(group: SkillGroup | None, *, has_others: bool) -> str:
    return group.name if group else ("Other skills" if has_others else "All skills")


def _list(skills: list[Skill], before: str) -> Block:
    """Return skills without a level as one paragraph: there is nothing to put into columns."""
    names = (
        cut(skill.name, LONGEST_NAME)
        + (f" (used {day(skill.last_used)})" if skill.last_used else "")
        for skill in skills
    )
    return text(before + " \u00b7 ".join(names), LIST)


def _grouped(records: Records, tree: SkillTree) -> Iterator[tuple[SkillGroup | None, list[Skill]]]:
    """Yield the groups in order with the skills that are part of no other."""
    groups = sorted(records.skill_groups, key=lambda group: (group.rank, group.name.casefold()))
    known = {group.id for group in groups}
    tops = tree.tops()
    for group in groups:
        if skills := [skill for skill in tops if skill.group_id == group.id]:
            yield group, skills
    if others := [skill for skill in tops if skill.group_id not in known]:
        yield None, others


def _nested(
    tops: list[Skill], tree: SkillTree, rating: Callable[[Skill], Rating | None]
) -> Iterator[tuple[Skill, int]]:
    """Yield skills with how deep they stand: best first, sub-skills below what they are part of."""

    def order(skill: Skill) -> tuple[int, str]:
        latest = rating(skill)
        known = latest.level if latest is not None else None
        return 1 if known is None else -int(known), skill.name.casefold()

    waiting = [(skill, 0) for skill in sorted(tops, key=order, reverse=True)]
    while waiting:
        skill, depth = waiting.pop()
        yield skill, depth
        parts = sorted(tree.parts(skill), key=order, reverse=True)
        waiting += [(part, depth + 1) for part in parts]


def _table(
    rows: list[tuple[Skill, int]], rating: Callable[[Skill], Rating | None], *, name: str
) -> Table:
    shows_use = any(skill.last_used for skill, _depth in rows)
    columns = [Column(share=1.8), Column(share=1.9)]
    if shows_use:
        columns.append(Column(share=0.8, is_right=True))

    def row(skill: Skill, depth: int) -> Row:
        title = text(cut(skill.name, LONGEST_NAME), CELL, indent=min(depth, _DEEPEST) * _STEP_IN)
        bar = LevelText(rating(skill))
        if not shows_use:
            return title, bar
        used = f"used {day(skill.last_used)}" if skill.last_used else ""
        return title, bar, text(used, CELL_QUIET_RIGHT) if used else None

    return Table(columns, [row(skill, depth) for skill, depth in rows], name=name)
