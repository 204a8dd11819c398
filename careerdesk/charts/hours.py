"""Hours per week beside the goal, and all hours so far."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from careerdesk.analysis import study_time
from careerdesk.analysis.study_time import WeekTime
from careerdesk.charts import spot_texts, texts
from careerdesk.charts.paper import SMALL, grid_step
from careerdesk.charts.spots import behind
from careerdesk.charts.view import WIDE, ChartView, empty_view
from careerdesk.domain.learning import StudySession
from careerdesk.words import duration

if TYPE_CHECKING:
    from careerdesk.analysis.period import Period
    from careerdesk.charts.paper import Paper
    from careerdesk.domain.records import Records

KEY: Final = "hours"
SIZE: Final = (WIDE, 2.4)
# More weeks than a year are bars too thin to tell apart; the table has all of them.
SHOWN_WEEKS: Final = 52
AVERAGE_WEEKS: Final = 8


@dataclass(frozen=True, slots=True)
class _Drawn:
    weeks: tuple[WeekTime, ...]
    goal: int | None
    sessions: Mapping[date, Sequence[uuid.UUID]]


def build(records: Records, today: date, period: Period | None = None) -> ChartView:
    """Read the learning time of every week so far, or of those that begin in a period."""
    preferences, sessions = records.preferences, records.study_sessions
    weeks = study_time.minutes_by_week(
        sessions, today=today, first_weekday=preferences.first_weekday
    )
    if not weeks:
        return empty_view(KEY, texts.HOURS, SIZE, texts.HOURS_HEADERS, texts.NO_HOURS)
    shown = _shown(weeks, period)
    full = shown[:-1] if period else weeks[:-1][-AVERAGE_WEEKS:]
    is_part = len(shown) < len(weeks) and period is not None
    goal = preferences.weekly_goal_minutes
    return ChartView(
        key=KEY,
        title=texts.HOURS,
        sentence=texts.hours_sentence(
            this_week=weeks[-1].minutes,
            goal=goal,
            average=sum(week.minutes for week in full) / len(full) if full else None,
            weeks=len(full),
            total=sum(week.minutes for week in shown) if is_part else weeks[-1].total,
            since=shown[0].start if is_part else None,
            ahead=study_time.sessions_ahead(sessions, today=today),
        ),
        headers=texts.HOURS_HEADERS,
        rows=tuple(
            (week.start.isoformat(), round(week.minutes / 60, 2), round(week.total / 60, 2))
            for week in (shown if period else weeks)
        ),
        is_empty=False,
        size=SIZE,
        paint=partial(
            _paint,
            _Drawn(
                shown,
                goal,
                study_time.sessions_by_week(
                    sessions, today=today, first_weekday=preferences.first_weekday
                ),
            ),
        ),
    )


def _shown(weeks: tuple[WeekTime, ...], period: Period | None) -> tuple[WeekTime, ...]:
    """Return the weeks to draw; this week always is one of them."""
    if period is None:
        return weeks[-SHOWN_WEEKS:]
    first = period.begin(weeks[0].start)
    return tuple(week for week in weeks if week.start >= first) or weeks[-1:]


def _paint(drawn: _Drawn, canvas: Paper) -> None:
    palette, weeks = canvas.palette, drawn.weeks
    left, right = 30.0, canvas.width - 74
    # A single week is a bar among empty places, not a wall.
    pitch = (right - left) / max(len(weeks), 12)
    split = 18 + (canvas.height - 18) * 0.33
    bottom, top = split + 14, canvas.height - 8

    highest = max(*(week.minutes for week in weeks), drawn.goal or 0, 60)
    step = grid_step(highest / 60, 5)
    scale = (top - bottom) / max(highest, 60 * step)
    levels = list(range(0, highest // 60 + 1, step))
    canvas.hairlines(
        [((left, y), (right, y)) for y in (bottom + 60 * level * scale for level in levels)]
    )
    for level in levels:
        y = bottom + 60 * level * scale
        canvas.text(
            left - 5, y, duration(60 * level), colour=palette.ink_3, size=SMALL, align="right"
        )
    canvas.boxes(
        [
            (left + (place + 0.15) * pitch, bottom, 0.7 * pitch, week.minutes * scale)
            for place, week in enumerate(weeks)
            if week.minutes
        ],
        palette.accent,
        radius=2,
        flat="bottom",
    )
    if drawn.goal:
        y = bottom + drawn.goal * scale
        canvas.line([(left, y), (right, y)], palette.ink, thickness=1, halo=True)
        canvas.text(right + 5, y, texts.goal(drawn.goal))
    _paint_total(canvas, weeks, left, pitch, split)
    for place, week in enumerate(weeks):
        canvas.spot(
            (left + place * pitch, 18, pitch, top - 18),
            spot_texts.hours_of_week(week.start, week.minutes, week.total),
            behind(StudySession, drawn.sessions.get(week.start, ()), spot_texts.week(week.start)),
        )
    canvas.months(weeks[0].start, weeks[-1].start, left, left + pitch * max(len(weeks) - 1, 1), 8)


def _paint_total(
    canvas: Paper, weeks: tuple[WeekTime, ...], left: float, pitch: float, top: float
) -> None:
    palette, bottom = canvas.palette, 18.0
    total = weeks[-1].total
    scale = (top - 4 - bottom) / total
    line = [
        (left + (place + 0.5) * pitch, bottom + week.total * scale)
        for place, week in enumerate(weeks)
    ]
    end = line[-1]
    canvas.area([(line[0][0], bottom), *line, (end[0], bottom)], canvas.tint(palette.accent, 0.14))
    canvas.hairlines([((left, bottom), (canvas.width - 74, bottom))])
    canvas.line(line, palette.accent)
    canvas.dots([end], palette.accent)
    canvas.text(end[0] + 6, end[1], texts.in_all(total), semibold=True)
    if before := total - sum(week.minutes for week in weeks):
        label = texts.before(before, weeks[0].start)
        start, end_of_label = line[0][0] + 4, line[0][0] + 8 + canvas.text_width(label, SMALL)
        under = min(y for x, y in line if x <= end_of_label) - bottom
        over = max(y for x, y in line if x <= end_of_label)
        y = bottom + under / 2 if under > 14 else over + 8
        canvas.text(start, y, label, colour=palette.ink_2, size=SMALL)
