"""How the level of each group moved: one small picture per group, all on the same scales.

Small pictures, because ten lines in one would cross and need ten colours.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.skill_levels import GroupHistory, group_level_history, top_skills
from careerdesk.charts import spot_texts, texts
from careerdesk.charts.paper import SMALL, spread
from careerdesk.charts.spots import Behind, behind
from careerdesk.charts.view import WIDE, ChartView, empty_view
from careerdesk.domain.skills import Level, Skill
from careerdesk.words import short_month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdesk.analysis.period import Period
    from careerdesk.charts.paper import Paper
    from careerdesk.charts.spots import Box
    from careerdesk.domain.records import Records

KEY: Final = "levels_over_time"
SIZE: Final = (WIDE, 2.4)
MOST_GROUPS: Final = 10
_MOST_COLUMNS: Final = 5
_TOP_LEVEL: Final = int(max(Level))
# A history shorter than this is drawn over this time, so that it does not look longer than it is.
_LEAST_DAYS: Final = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class _Drawn:
    groups: tuple[GroupHistory, ...]
    more: int
    first: date
    today: date
    behind: tuple[Behind | None, ...]


def build(records: Records, today: date, period: Period | None = None) -> ChartView:
    """Read the level of each group on every day it changed, of all time or of a period."""
    groups = group_level_history(records.skill_groups, records.skills, records.ratings, today=today)
    if period is not None and period.first is not None:
        groups = tuple(group.since(period.first) for group in groups)
    starts = [group.steps[0].on for group in groups if group.steps]
    if not starts:
        return empty_view(KEY, texts.LEVELS_OVER_TIME, SIZE, texts.LEVELS_HEADERS, texts.NO_LEVELS)
    return ChartView(
        key=KEY,
        title=texts.LEVELS_OVER_TIME,
        sentence=texts.levels_sentence(risen=_most_risen(groups), groups=len(groups)),
        headers=texts.LEVELS_HEADERS,
        rows=tuple(
            (
                texts.group_name(step.level.group),
                step.on.isoformat(),
                texts.UNKNOWN if step.level.mean is None else round(step.level.mean, 1),
                step.level.known,
                step.level.unknown,
            )
            for group in groups
            for step in group.steps
        ),
        is_empty=False,
        size=SIZE,
        paint=partial(
            _paint,
            _Drawn(
                groups[:MOST_GROUPS],
                max(len(groups) - MOST_GROUPS, 0),
                _first(starts, today, period),
                today,
                tuple(
                    behind(Skill, (skill.id for skill in skills), spot_texts.skills_of(group))
                    for group, skills in top_skills(records.skill_groups, records.skills)
                ),
            ),
        ),
    )


def _first(starts: Sequence[date], today: date, period: Period | None) -> date:
    if period is not None and period.first is not None:
        return period.first
    return min(*starts, today - _LEAST_DAYS)


def _most_risen(groups: Sequence[GroupHistory]) -> tuple[str, float, float, date] | None:
    """Return name, first and latest level, and the first day, of the group that rose most."""
    risen = [
        (group.now.mean - first, group, first)
        for group in groups
        if group.now.mean is not None
        and group.steps
        and (first := group.steps[0].level.mean) is not None
    ]
    if not risen:
        return None
    rise, group, first = max(risen, key=lambda item: item[0])
    if rise <= 0 or group.now.mean is None:
        return None
    return texts.group_name(group.now.group), first, group.now.mean, group.steps[0].on


def _paint(drawn: _Drawn, canvas: Paper) -> None:
    palette, width = canvas.palette, canvas.text_width
    count = len(drawn.groups)
    rows = 1 if count <= _MOST_COLUMNS else 2
    columns = math.ceil(count / rows)
    foot, gap, left = 18.0 + 12 * bool(drawn.more), 22.0, 12.0
    wide = (canvas.width - left) / columns - gap
    high = (canvas.height - foot) / rows
    for place, group in enumerate(drawn.groups):
        column, row = place % columns, place // columns
        box = (left + column * (wide + gap), canvas.height - (row + 1) * high, wide, high)
        _paint_group(canvas, drawn, group, box, with_scale=column == 0)
        _name_spots(canvas, drawn, place, box)
    first = short_month(drawn.first)
    has_end = wide >= width(first, SMALL) + width(texts.TODAY, SMALL) + 4
    for column in range(count - columns * (rows - 1)):  # where a picture stands above
        x, y = left + column * (wide + gap), foot - 12
        canvas.text(x, y, first, colour=palette.ink_3, size=SMALL)
        if has_end:
            canvas.text(x + wide, y, texts.TODAY, colour=palette.ink_3, size=SMALL, align="right")
    if drawn.more:
        canvas.text(left, 5, texts.more(drawn.more), colour=palette.ink_3, size=SMALL)


def _paint_group(
    canvas: Paper, drawn: _Drawn, group: GroupHistory, box: Box, *, with_scale: bool
) -> None:
    palette = canvas.palette
    left, bottom, wide, high = box
    right, low, top = left + wide, bottom + 6, bottom + high - 20

    def at(day: date, level: float) -> tuple[float, float]:
        x = spread(drawn.first, drawn.today, day, left, right)
        return x, low + (top - low) * level / _TOP_LEVEL

    head = bottom + high - 7
    name = canvas.fit(texts.group_name(group.now.group), wide + 14, SMALL)
    canvas.text(left, head, name, colour=palette.ink_2, size=SMALL)
    canvas.hairlines(
        [((left, at(drawn.today, y)[1]), (right, at(drawn.today, y)[1])) for y in (0, _TOP_LEVEL)]
    )
    if with_scale:
        for level in (0, _TOP_LEVEL):
            y = at(drawn.today, level)[1]
            canvas.text(left - 5, y, str(level), colour=palette.ink_3, size=SMALL, align="right")
    ends = [*(step.on for step in group.steps[1:]), drawn.today]
    run: list[tuple[float, float]] = []
    gaps = [(drawn.first, group.steps[0].on if group.steps else drawn.today)]
    for step, end in zip(group.steps, ends, strict=False):
        if step.level.mean is None:
            gaps.append((step.on, end))
            _paint_run(canvas, run)
            run = []
        else:
            run += [at(step.on, step.level.mean), at(end, step.level.mean)]
    _paint_run(canvas, run)
    if group.now.mean is not None:
        y = at(drawn.today, group.now.mean)[1]
        canvas.text(right + 5, y, texts.mean_level(group.now.mean), semibold=True)
    for start, end in gaps:
        x1, x2 = at(start, 0)[0], at(end, 0)[0]
        if x2 - x1 >= 8:
            canvas.unknown((x1 + x2) / 2, (low + top) / 2)


def _name_spots(canvas: Paper, drawn: _Drawn, place: int, box: Box) -> None:
    """Have each stretch of a group's line say its time and its level."""
    group = drawn.groups[place]
    left, bottom, wide, high = box
    name = texts.group_name(group.now.group)
    starts = [step.on for step in group.steps]
    for step, end in zip(group.steps, [*starts[1:], None], strict=False):
        x1, x2 = (
            spread(drawn.first, drawn.today, on, left, left + wide)
            for on in (step.on, end or drawn.today)
        )
        canvas.spot(
            (x1, bottom + 2, max(x2 - x1, 4), high - 18),
            spot_texts.group_from(step.on, end, name, step.level.mean),
            drawn.behind[place],
        )


def _paint_run(canvas: Paper, run: list[tuple[float, float]]) -> None:
    if run:
        canvas.line(run, canvas.palette.accent)
        canvas.dots([run[-1]], canvas.palette.accent)
