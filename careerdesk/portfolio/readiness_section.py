"""Readiness for the role aimed at: both numbers, how they came about, and what moved them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.readiness_history import Step, readiness_history
from careerdesk.charts.aimed_at import record_of, role_aimed_at
from careerdesk.charts.readiness_texts import move_words, percent
from careerdesk.domain.portfolio import Section
from careerdesk.domain.skills import Level
from careerdesk.portfolio.charts_placement import charts_of
from careerdesk.portfolio.styles import BODY, CAPTION, CELL, CELL_NUMBER, NOTE, SUBSECTION
from careerdesk.portfolio.tables import LONGEST_NAME, Column, Table
from careerdesk.portfolio.text import Heading, text
from careerdesk.words import counted, cut, day, level

if TYPE_CHECKING:
    from careerdesk.domain.catalogue import RoleProfile
    from careerdesk.portfolio.blocks import Block
    from careerdesk.portfolio.options import Matter
    from careerdesk.portfolio.tables import Row

_MOST_DAYS: Final = 20
_MOST_MOVES: Final = 4
SCALE: Final = (
    f"Levels run from {min(Level):d} ({level(min(Level))}) to {max(Level):d} ({level(max(Level))})."
)
# What stands below every result about a role; methods and their limits are no small print.
_HONEST: Final = (
    "Readiness is the weighted share of the levels needed that is reached: claimed as rated by me, "
    "evidenced as far as it is supported by evidence, where a skill without any counts as 0. "
    "Skills that are not rated or not shown here count as unknown. It is a self-assessment for "
    "orientation, neither tested on a group nor a probability of success."
)
_IN_SHORT: Final = (
    "Levels are a self-assessment for orientation, neither tested on a group nor a probability of "
    "success; those not rated or not shown here count as unknown."
)
_OF_CATALOGUE: Final = "What the role needs is one author's judgement; employers differ widely."
_OF_ONES_OWN: Final = "What the role needs was set down by me."


def readiness_story(matter: Matter) -> list[Block]:
    """Return the two numbers, the chart, and day by day what moved them."""
    profile = role_aimed_at(matter.records)
    if profile is None:
        return []
    history = readiness_history(profile, record_of(matter.records), until=matter.today)
    now = history.as_of(matter.today)
    if now is None:
        return []
    claimed = percent(now.claimed, now.claimed_high)
    head = (
        f"Target role: {cut(profile.title, LONGEST_NAME)}. Readiness is {claimed} as rated by me; "
        f"{percent(now.evidenced)} is supported by evidence."
    )
    shown = history.steps[-_MOST_DAYS:]
    story: list[Block] = [
        text(head, replace(BODY, keeps_with_next=True)),
        *charts_of(matter, Section.READINESS),
    ]
    story.append(Heading("What moved it", SUBSECTION, level=3, anchor="readiness-moves"))
    if left := len(history.steps) - len(shown):
        story.append(text(f"The last {len(shown)} days; {counted(left, 'earlier day')}.", CAPTION))
    story.append(_table(shown))
    story.append(disclosure(matter, profile, _HONEST))
    return story


def disclosure(matter: Matter, profile: RoleProfile, honest: str = _IN_SHORT) -> Block:
    """Return what is honest to say beside any result about a role."""
    is_own = any(str(one.id) == profile.id for one in matter.records.roles)
    return text(f"{honest} {_OF_ONES_OWN if is_own else _OF_CATALOGUE} {SCALE}", NOTE)


def _table(steps: tuple[Step, ...]) -> Table:
    columns = (
        Column(header="Day", share=1.2),
        Column(header="Claimed", share=0.85, is_right=True),
        Column(header="Evidenced", share=0.85, is_right=True),
        Column(header="What moved it", share=5),
    )
    return Table(columns, [_row(step) for step in reversed(steps)], name="What moved it")


def _row(step: Step) -> Row:
    words = [cut(move_words(move), LONGEST_NAME) for move in step.moves[:_MOST_MOVES]]
    if left := len(step.moves) - len(words):
        words.append(counted(left, "more skill"))
    return (
        text(day(step.on), CELL),
        text(percent(step.claimed, step.claimed_high), CELL_NUMBER),
        text(percent(step.evidenced), CELL_NUMBER),
        text("; ".join(words), CELL),
    )
