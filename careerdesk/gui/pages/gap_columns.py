"""The list of the Gap page: its sections, its columns, and the rows of a role."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from careerdesk.gui.pages.gap_words import (
    action_words,
    adds_words,
    evidence_words,
    level_pair,
    spoken_adds,
    spoken_levels,
    steps_of,
    weight_words,
)
from careerdesk.gui.records.columns import Column, Row
from careerdesk.gui.records.sections import Section
from careerdesk.gui.text import translate
from careerdesk.services.gap_list import GapLine, GapState

if TYPE_CHECKING:
    from collections.abc import Iterable

_FAMILY: Final = uuid.UUID("0a4b2f0c-5b58-4a53-a0cf-a9f0a7d3c0f4")


@dataclass(frozen=True, slots=True)
class Needed:
    """What a row stands for: a skill that a role needs, whether it is on the desk or not."""

    key: str

    @property
    def id(self) -> uuid.UUID:
        """What the row is remembered by, as records are."""
        return uuid.uuid5(_FAMILY, self.key)


def rows_of(lines: Iterable[GapLine]) -> list[Row]:
    """Return the rows of the list."""
    return [Row(Needed(line.requirement.skill), line) for line in lines]


def line_of(row: Row) -> GapLine:
    """Return what a row shows."""
    line: GapLine = row.extra
    return line


def section_of(row: Row) -> str:
    """Return the key of the section a row is in."""
    return line_of(row).state.value


SECTIONS: Final = (
    Section(
        key=GapState.OPEN.value,
        title=lambda: translate("gap", "Open"),
        explanation=lambda: translate(
            "gap",
            "Here you are below what the role needs, or your level is unknown. What weighs most "
            "and misses most levels comes first.",
        ),
    ),
    Section(
        key=GapState.MET.value,
        title=lambda: translate("gap", "Met"),
        explanation=lambda: translate(
            "gap", "Here you are exactly where the role needs you, as you rate it."
        ),
    ),
    Section(
        key=GapState.SURPLUS.value,
        title=lambda: translate("gap", "Strengths you carry over"),
        explanation=lambda: translate(
            "gap",
            "Here you are above what the role needs. The surplus adds nothing to the readiness, "
            "but an example of how it helps is worth telling.",
        ),
    ),
)

MET: Final = SECTIONS[1]


def by_urgency(row: Row) -> tuple[int, float]:
    """Return what puts first what weighs most and misses most levels.

    Equal ones stay in the order in which the lines come.
    """
    share = line_of(row).share
    weight = int(share.requirement.weight)
    if share.surplus:
        return (-share.surplus, -weight)
    return (-weight * share.gap, -float(share.shortfall))


def _by_level(row: Row) -> tuple[int, int] | None:
    """Return the level, and among equal ones the level needed; None, the last, is unknown."""
    share = line_of(row).share
    return None if share.level is None else (int(share.level), int(share.requirement.level))


def _action_text(row: Row) -> str:
    line = line_of(row)
    if line.actions:
        return action_words(line.actions)
    return translate("gap", "No action yet") if line.needs_action else ""


COLUMNS: Final = (
    Column(
        key="skill",
        title=lambda: translate("gap", "Skill"),
        text=lambda row: line_of(row).requirement.name,
        width=29,
    ),
    Column(
        key="level",
        title=lambda: translate("gap", "Level"),
        text=lambda row: level_pair(line_of(row)),
        sort=_by_level,
        level=lambda row: steps_of(line_of(row)),
        spoken=lambda row: spoken_levels(line_of(row)),
        width=14,
    ),
    Column(
        key="weight",
        title=lambda: translate("gap", "Weight"),
        text=lambda row: weight_words(line_of(row).requirement.weight),
        sort=lambda row: -line_of(row).requirement.weight,
        width=8,
        is_shown=False,
    ),
    Column(
        key="adds",
        title=lambda: translate("gap", "Adds"),
        text=lambda row: adds_words(line_of(row)),
        sort=lambda row: line_of(row).share.shortfall or None,
        spoken=lambda row: spoken_adds(line_of(row)),
        is_number=True,
        width=4,
    ),
    Column(
        key="evidence",
        title=lambda: translate("gap", "Evidence"),
        text=lambda row: evidence_words(line_of(row)),
        sort=lambda row: line_of(row).evidence_count,
        width=7,
    ),
    Column(
        key="action",
        title=lambda: translate("gap", "Next action"),
        text=_action_text,
        tone=lambda row: "warning" if line_of(row).needs_action else None,
        width=12,
        grows=True,
    ),
)
