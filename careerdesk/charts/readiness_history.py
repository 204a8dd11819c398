"""How ready the person was for the role aimed at on every day: as claimed, and as evidenced.

Two lines of steps, because nothing moves between two ratings or pieces of evidence.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.readiness_history import ReadinessHistory, Step, readiness_history
from careerdesk.analysis.what_moved import what_moved
from careerdesk.charts import readiness_texts
from careerdesk.charts.aimed_at import nothing_aimed_at, record_of, role_aimed_at
from careerdesk.charts.paper import SMALL, spread
from careerdesk.charts.spots import behind
from careerdesk.charts.view import WIDE, ChartView, empty_view
from careerdesk.domain.skills import Skill

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from fractions import Fraction

    from careerdesk.analysis.period import Period
    from careerdesk.analysis.readiness import SkillRecord
    from careerdesk.charts.paper import Paper
    from careerdesk.charts.spots import Behind
    from careerdesk.domain.catalogue import RoleProfile
    from careerdesk.domain.records import Records

KEY: Final = "readiness"
SIZE: Final = (WIDE, 2.2)
# A history shorter than this is drawn over this time, so that it does not look longer than it is.
_LEAST_DAYS: Final = timedelta(days=180)
_FOOT: Final = 20.0
_HEAD: Final = 6.0
_SCALE: Final = 30.0
_LINE: Final = 11.0  # between the labels of two line ends
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Drawn:
    steps: tuple[Step, ...]
    first: date
    today: date
    skills: Mapping[str, uuid.UUID]


def build(records: Records, today: date, period: Period | None = None) -> ChartView:
    """Read every day on which the readiness moved, of all time or of a period."""
    profile = role_aimed_at(records)
    if profile is None:
        return _empty(nothing_aimed_at(records))
    return view_of(profile, record_of(records), today, period)


def view_of(
    profile: RoleProfile, record: SkillRecord, today: date, period: Period | None = None
) -> ChartView:
    """Read the same of any role, from skills that have been read."""
    history = readiness_history(profile, record, until=today)
    now = history.as_of(today)
    if now is None:
        return _empty(readiness_texts.NO_READINESS)
    steps = _shown(history, period)
    change = history.since(period.first if period and period.first else date.min, today)
    skills = {key: skill.id for key, skill in record.skills_of(profile).items()}
    return ChartView(
        key=KEY,
        title=readiness_texts.READINESS,
        sentence=readiness_texts.readiness_sentence(
            profile.title,
            now=now,
            change=change,
            moved=what_moved(profile, change),
        ),
        headers=readiness_texts.READINESS_HEADERS,
        rows=tuple(
            (
                step.on.isoformat(),
                _figure(step.claimed, step.claimed_high),
                readiness_texts.whole(step.evidenced),
                readiness_texts.moves_words(step.moves),
            )
            for step in steps
        ),
        is_empty=False,
        size=SIZE,
        paint=partial(_paint, _Drawn(steps, _first(steps, today, period), today, skills)),
    )


def _empty(words: tuple[str, str]) -> ChartView:
    return empty_view(
        KEY, readiness_texts.READINESS, SIZE, readiness_texts.READINESS_HEADERS, words
    )


def _figure(low: Fraction, high: Fraction) -> int | str:
    """Return a readiness for the table: a number, or a range where levels are unknown."""
    first, last = readiness_texts.whole(low), readiness_texts.whole(high)
    return first if first == last else f"{first} to {last}"


def _shown(history: ReadinessHistory, period: Period | None) -> tuple[Step, ...]:
    """Return the steps of a period, and before them the one that it began with."""
    if period is None or period.first is None:
        return history.steps
    begun = history.as_of(period.first)
    later = tuple(step for step in history.steps if step.on > period.first)
    return (begun, *later) if begun else later


def _first(steps: Sequence[Step], today: date, period: Period | None) -> date:
    if period is not None and period.first is not None:
        return period.first
    return min(steps[0].on, today - _LEAST_DAYS)


def _paint(drawn: _Drawn, canvas: Paper) -> None:
    palette = canvas.palette
    now = drawn.steps[-1]
    ends = (
        (readiness_texts.percent(now.claimed, now.claimed_high), readiness_texts.CLAIMED),
        (readiness_texts.percent(now.evidenced), readiness_texts.EVIDENCED),
    )
    room = max(
        canvas.text_width(figure, SMALL, semibold=True) + canvas.text_width(f" {word}", SMALL)
        for figure, word in ends
    )
    left, right = _SCALE, canvas.width - room - 10
    low, top = _FOOT, canvas.height - _HEAD

    def at(day: date, share: Fraction) -> Point:
        x = spread(drawn.first, drawn.today, day, left, right)
        return x, low + (top - low) * float(share)

    _paint_scale(canvas, left, right, low, top)
    _paint_unknown(canvas, drawn, at)
    claimed, evidenced = palette.series[0], palette.series[1]
    lines = (
        (evidenced, [(step.on, step.evidenced) for step in drawn.steps]),
        (claimed, [(step.on, step.claimed) for step in drawn.steps]),
    )
    tips = []
    for colour, known in lines:
        points = _stepped(known, drawn.today, at)
        canvas.line(points, colour, thickness=1.8, halo=True)
        canvas.dots([points[-1]], colour)
        tips.append(points[-1])
    _label_ends(canvas, ends, tips[1], tips[0])
    _name_spots(canvas, drawn, at, top)
    canvas.months(drawn.first, drawn.today, left, right, 8)


def _paint_scale(canvas: Paper, left: float, right: float, low: float, top: float) -> None:
    parts = (0, 25, 50, 75, 100) if top - low > 90 else (0, 50, 100)
    heights = [low + (top - low) * part / 100 for part in parts]
    canvas.hairlines([((left, y), (right, y)) for y in heights])
    for part, y in zip(parts, heights, strict=True):
        words = f"{part} %" if part == max(parts) else str(part)
        canvas.text(left - 5, y, words, colour=canvas.palette.ink_3, size=SMALL, align="right")


def _paint_unknown(canvas: Paper, drawn: _Drawn, at: Callable[[date, Fraction], Point]) -> None:
    """Shade how far unknown levels leave the claimed number open."""
    ends = [*(step.on for step in drawn.steps[1:]), drawn.today]
    widest: tuple[float, float, float] | None = None
    for step, end in zip(drawn.steps, ends, strict=True):
        if step.claimed_high == step.claimed:
            continue
        (x1, y1), (x2, y2) = at(step.on, step.claimed), at(end, step.claimed_high)
        canvas.boxes([(x1, y1, x2 - x1, y2 - y1)], canvas.tint(canvas.palette.series[0], 0.14))
        if y2 - y1 >= 9 and (widest is None or x2 - x1 > widest[0]):
            widest = (x2 - x1, (x1 + x2) / 2, (y1 + y2) / 2)
    if widest is not None and widest[0] >= 8:
        canvas.unknown(widest[1], widest[2])


def _stepped(
    known: Sequence[tuple[date, Fraction]],
    today: date,
    at: Callable[[date, Fraction], Point],
) -> list[Point]:
    points: list[Point] = []
    for day, share in known:
        x, y = at(day, share)
        if points:
            points.append((x, points[-1][1]))
        points.append((x, y))
    points.append(at(today, known[-1][1]))
    return points


def _label_ends(
    canvas: Paper,
    words: Sequence[tuple[str, str]],
    claimed: Point,
    evidenced: Point,
) -> None:
    """Write the figures beside the ends of their lines, the claimed one above if they are near."""
    (x, upper), (_, lower) = claimed, evidenced
    apart = max(_LINE - (upper - lower), 0) / 2
    heights = [upper + apart, lower - apart]
    lift = max(_FOOT - heights[1], 0) - max(heights[0] - (canvas.height - _HEAD), 0)
    for (figure, word), y in zip(words, heights, strict=True):
        canvas.text(x + 7, y + lift, figure, size=SMALL, semibold=True)
        after = x + 7 + canvas.text_width(f"{figure} ", SMALL, semibold=True)
        canvas.text(after, y + lift, word, colour=canvas.palette.ink_2, size=SMALL)


def _name_spots(
    canvas: Paper, drawn: _Drawn, at: Callable[[date, Fraction], Point], top: float
) -> None:
    """Have each stretch say both numbers and what moved them; behind it lie the skills that did."""
    ends = [*(step.on for step in drawn.steps[1:]), drawn.today]
    for step, end in zip(drawn.steps, ends, strict=True):
        x1, x2 = at(step.on, step.claimed)[0], at(end, step.claimed)[0]
        canvas.spot(
            (x1, _FOOT, max(x2 - x1, 4), top - _FOOT),
            readiness_texts.spot_words(step),
            _behind(drawn, step),
        )


def _behind(drawn: _Drawn, step: Step) -> Behind | None:
    keys = (move.requirement.skill for move in step.moves)
    ids = [drawn.skills[key] for key in keys if key in drawn.skills]
    return behind(Skill, ids, readiness_texts.moved_on(step.on))
