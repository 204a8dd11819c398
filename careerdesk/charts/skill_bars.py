"""The level of every single skill, the highest first, unknown ones as gaps at the end."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.skill_levels import SkillStanding, skill_standings
from careerdesk.charts import spot_texts, texts
from careerdesk.charts.paper import SMALL
from careerdesk.charts.spots import behind
from careerdesk.charts.view import WIDE, ChartView, empty_view
from careerdesk.domain.skills import Level, Skill
from careerdesk.words import NOT_RATED
from careerdesk.words import level as level_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from careerdesk.analysis.period import Period
    from careerdesk.charts.paper import Paper
    from careerdesk.charts.spots import Box
    from careerdesk.charts.view import Cell
    from careerdesk.domain.records import Records

KEY: Final = "skill_bars"
SIZE: Final = (WIDE, 1.6)
# One column up to here, then two; more skills than two columns hold on a page stay in the table.
ONE_COLUMN: Final = 14
MOST_ROWS: Final = 40
_ROW: Final = 15.0
_FOOT: Final = 14.0


@dataclass(frozen=True, slots=True)
class _Drawn:
    skills: tuple[SkillStanding, ...]
    more: int
    rows: int


def build(records: Records, today: date, period: Period | None = None) -> ChartView:
    """Read the level of each skill as of today; a parent without own rating is a heading only."""
    del period  # a state, whatever the period
    standings = skill_standings(records.skills, records.ratings, today=today)
    if not standings:
        return empty_view(KEY, texts.SKILL_BARS, SIZE, texts.SKILL_BARS_HEADERS, texts.NO_SKILLS)
    listed = sorted(
        (item for item in standings if item.level is not None or not item.has_parts), key=_order
    )
    # Counted once: parts only through the skill they are part of.
    tops = [item.mean for item in standings if item.parent is None]
    known = [mean for mean in tops if mean is not None]
    groups = {group.id: group.name for group in records.skill_groups}
    one_column = len(listed) <= ONE_COLUMN
    rows = len(listed) if one_column else min(math.ceil(len(listed) / 2), MOST_ROWS)
    shown = listed[: rows * (1 if one_column else 2)]
    more = len(listed) - len(shown)
    return ChartView(
        key=KEY,
        title=texts.SKILL_BARS,
        sentence=texts.bars_sentence(
            high=sum(mean >= Level.INDEPENDENT for mean in known),
            known=len(known),
            unknown=len(tops) - len(known),
            parts=len(standings) - len(tops),
        ),
        headers=texts.SKILL_BARS_HEADERS,
        rows=tuple(
            _row(item, groups.get(item.skill.group_id, "") if item.skill.group_id else "")
            for item in listed
        ),
        is_empty=False,
        size=(WIDE, round((rows * _ROW + _FOOT * (1 + bool(more)) + 4) / 72, 2)),
        paint=partial(_paint, _Drawn(tuple(shown), more, rows)),
    )


def _order(item: SkillStanding) -> tuple[int, str]:
    return (1 if item.level is None else -item.level, item.skill.name.casefold())


def _row(item: SkillStanding, group: str) -> tuple[Cell, ...]:
    return (
        item.skill.name,
        item.parent.name if item.parent else "",
        group,
        texts.UNKNOWN if item.level is None else int(item.level),
        NOT_RATED if item.level is None else level_words(item.level),
        item.rated_on.isoformat() if item.rated_on else "",
    )


def _paint(drawn: _Drawn, canvas: Paper) -> None:
    columns = math.ceil(len(drawn.skills) / drawn.rows)
    gap = 22.0
    room = (canvas.width - gap * (columns - 1)) / columns
    foot = _FOOT * (1 + bool(drawn.more))
    pitch = (canvas.height - foot - 4) / drawn.rows
    for column in range(columns):
        of_column = drawn.skills[column * drawn.rows : (column + 1) * drawn.rows]
        _paint_column(canvas, of_column, column * (room + gap), room, pitch, foot)
    if drawn.more:
        canvas.text(0, 6, texts.more(drawn.more), colour=canvas.palette.ink_3, size=SMALL)


def _paint_column(
    canvas: Paper,
    skills: Sequence[SkillStanding],
    left: float,
    room: float,
    pitch: float,
    foot: float,
) -> None:
    palette = canvas.palette
    has_words = room > 300
    start = left + room * (0.4 if has_words else 0.62)
    end = left + room - (62 if has_words else 12)
    step = (end - start) / Level.LEADING
    thick = min(pitch * 0.55, 9)
    tracks: list[Box] = []
    filled: list[Box] = []
    top = canvas.height - 2
    for place, item in enumerate(skills):
        y = top - (place + 0.5) * pitch
        canvas.spot(
            (left, y - pitch / 2, room, pitch),
            spot_texts.skill(item),
            behind(Skill, (item.skill.id,), item.skill.name),
        )
        canvas.text(left, y, canvas.fit(item.skill.name, start - left - 8, 8))
        if item.level is None:
            canvas.unknown(start + 3, y)
            canvas.text(start + 12, y, NOT_RATED, colour=palette.ink_3, size=SMALL)
            continue
        for level in range(1, Level.LEADING + 1):
            box = (start + (level - 1) * step, y - thick / 2, step - 2, thick)
            (filled if level <= item.level else tracks).append(box)
        canvas.text(end + 4, y, str(int(item.level)), semibold=True)
        if has_words:
            canvas.text(end + 14, y, level_words(item.level), colour=palette.ink_2, size=SMALL)
    canvas.boxes(tracks, palette.track, radius=1.5)
    canvas.boxes(filled, palette.accent, radius=1.5)
    y = top - len(skills) * pitch - 7
    for level in range(1, Level.LEADING + 1):
        x = start + (level - 0.5) * step - 1
        canvas.text(x, y, str(level), colour=palette.ink_3, size=SMALL, align="center")
