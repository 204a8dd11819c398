"""Each skill of the role aimed at: what is supported, what is claimed, and what is missing."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.apportion import shortfall_tenths
from careerdesk.analysis.coverage import Share
from careerdesk.analysis.readiness import readiness
from careerdesk.charts import readiness_texts, texts
from careerdesk.charts.aimed_at import nothing_aimed_at, record_of, role_aimed_at
from careerdesk.charts.paper import SMALL
from careerdesk.charts.spots import behind
from careerdesk.charts.view import WIDE, ChartView, empty_view
from careerdesk.domain.skills import Level, Skill

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from careerdesk.analysis.coverage import Coverage
    from careerdesk.analysis.period import Period
    from careerdesk.charts.paper import Paper
    from careerdesk.charts.spots import Box
    from careerdesk.charts.view import Cell
    from careerdesk.domain.records import Records

KEY: Final = "gap_bars"
SIZE: Final = (WIDE, 1.6)
MOST_ROWS: Final = 40
_ROW: Final = 15.0
_KEY_ROW: Final = 17.0
_MORE: Final = 14.0
_RADIUS: Final = 1.5
_ONE_KEY_ROW: Final = 340.0  # points of width from which the key needs no second line


@dataclass(frozen=True, slots=True)
class _Row:
    """A skill as it is drawn; ``supported`` is None where the level itself is unknown.

    ``tenths`` is what closing its gap adds, in tenths of a point of 100.
    """

    share: Share
    tenths: int
    supported: Level | None
    skill: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class _Drawn:
    rows: tuple[_Row, ...]
    more: int


def build(records: Records, today: date, period: Period | None = None) -> ChartView:
    """Read the skills of the role as of today, whatever the period, in the order of the gaps."""
    del period
    profile = role_aimed_at(records)
    record = record_of(records)
    found = readiness(profile, record, day=today) if profile else None
    if profile is None or found is None:
        return empty_view(
            KEY,
            readiness_texts.GAP_BARS,
            SIZE,
            readiness_texts.GAP_HEADERS,
            nothing_aimed_at(records),
        )
    skills = record.skills_of(profile)
    rows, tenths = [], shortfall_tenths(found.claimed)
    for share in in_order(found.claimed):
        key = share.requirement.skill
        support = found.supports.get(key)
        skill = skills.get(key)
        supported = support.level if support else None
        rows.append(_Row(share, tenths[key], supported, skill.id if skill else None))
    shown = rows[:MOST_ROWS]
    more = len(rows) - len(shown)
    return ChartView(
        key=KEY,
        title=readiness_texts.GAP_BARS,
        sentence=readiness_texts.gap_sentence(found.claimed),
        headers=readiness_texts.GAP_HEADERS,
        rows=tuple(map(_cells, rows)),
        is_empty=False,
        size=(WIDE, round(_height(len(shown), more, WIDE * 72) / 72, 2)),
        paint=partial(_paint, _Drawn(tuple(shown), more)),
        fit_height=partial(_height, len(shown), more),
    )


def in_order(covered: Coverage) -> tuple[Share, ...]:
    """Return the skills of a role as the list of gaps has them: open ones, met ones, surplus."""
    met = (one for one in covered.shares if one.is_met and not one.surplus)
    return (*covered.gaps, *met, *covered.carried_over)


def _cells(row: _Row) -> tuple[Cell, ...]:
    share, need = row.share, row.share.requirement
    return (
        need.name,
        readiness_texts.WEIGHTS[need.weight],
        texts.UNKNOWN if share.level is None else int(share.level),
        texts.UNKNOWN if row.supported is None else int(row.supported),
        int(need.level),
        row.tenths / 10,
    )


def _height(rows: int, more: int, width: float) -> float:
    return rows * _ROW + _foot(more, width) + 4


def _foot(more: int, width: float) -> float:
    """Return the height of what stands below the bars: the key, and that there are more."""
    return _KEY_ROW * (1 if width >= _ONE_KEY_ROW else 2) + _MORE * bool(more)


def _paint(drawn: _Drawn, canvas: Paper) -> None:
    foot = _foot(drawn.more, canvas.width)
    pitch = (canvas.height - foot - 4) / len(drawn.rows)
    level_room = canvas.text_width("5 of 5", 8) + 8
    adds_room = canvas.text_width("+99.9", SMALL) + 10
    start = canvas.width * 0.42
    end = canvas.width - level_room - adds_room
    top = canvas.height - 2
    solid: list[Box] = []
    claimed: list[Box] = []
    missing: list[Box] = []
    for place, row in enumerate(drawn.rows):
        y = top - (place + 0.5) * pitch
        need = row.share.requirement
        canvas.spot(
            (0, y - pitch / 2, canvas.width, pitch),
            readiness_texts.gap_words(row.share, row.supported),
            behind(Skill, () if row.skill is None else (row.skill,), need.name),
        )
        canvas.text(0, y, canvas.fit(need.name, start - 10, 8))
        levels = _levels(row, start, (end - start) / Level.LEADING, y, min(pitch * 0.55, 9))
        solid += levels[0]
        claimed += levels[1]
        missing += levels[2]
        if row.share.level is None:
            canvas.unknown(_middle(row, start, (end - start) / Level.LEADING), y)
        canvas.text(end + 4, y, readiness_texts.level_of(row.share), colour=canvas.palette.ink_2)
        words = readiness_texts.adds(row.tenths)
        canvas.text(canvas.width, y, words, size=SMALL, align="right", semibold=True)
    _fill(canvas, solid)
    _hatch(canvas, claimed)
    _outline(canvas, missing)
    _paint_key(canvas, foot - 10, has_unknown=any(one.supported is None for one in drawn.rows))
    if drawn.more:
        canvas.text(0, 6, texts.more(drawn.more), colour=canvas.palette.ink_3, size=SMALL)


def _levels(
    row: _Row, start: float, step: float, y: float, thick: float
) -> tuple[list[Box], list[Box], list[Box]]:
    """Return a segment for each level: those supported, those only claimed, those missing."""
    need = row.share.requirement.level
    claimed, supported = row.share.level or 0, row.supported or 0

    def segments(first: int, last: int) -> list[Box]:
        return [
            (start + level * step, y - thick / 2, step - 2, thick) for level in range(first, last)
        ]

    missing = segments(claimed, need)
    if row.share.level is None:
        middle = _middle(row, start, step)
        missing = [box for box in missing if not _holds(box, middle)]
    return segments(0, supported), segments(supported, claimed), missing


def _middle(row: _Row, start: float, step: float) -> float:
    """Return where the mark of an unknown level stands."""
    return start + row.share.requirement.level * step / 2 - 1


def _holds(box: Box, x: float) -> bool:
    return box[0] - 4 <= x <= box[0] + box[2] + 4


def _fill(canvas: Paper, boxes: Sequence[Box]) -> None:
    canvas.boxes(boxes, canvas.palette.accent, radius=_RADIUS)


def _hatch(canvas: Paper, boxes: Sequence[Box]) -> None:
    canvas.hatched(boxes, canvas.palette.accent)


def _outline(canvas: Paper, boxes: Sequence[Box]) -> None:
    canvas.boxes(boxes, "none", radius=_RADIUS, edge=canvas.palette.ink_3, thickness=0.7)


def _paint_key(canvas: Paper, y: float, *, has_unknown: bool) -> None:
    """Say what the segments mean, on a second line what does not fit on the first."""
    palette, x, thick = canvas.palette, 0.0, 7.0
    key = (
        (readiness_texts.SUPPORTED_KEY, partial(_fill, canvas)),
        (readiness_texts.CLAIMED_KEY, partial(_hatch, canvas)),
        (readiness_texts.MISSING_KEY, partial(_outline, canvas)),
    )
    for words, paint in key:
        room = 16 + canvas.text_width(words, SMALL) + 14
        if x and x + room - 14 > canvas.width:
            x, y = 0.0, y - 12
        paint([(x, y - thick / 2, 12, thick)])
        canvas.text(x + 16, y, words, colour=palette.ink_2, size=SMALL)
        x += room
    if has_unknown:
        words = readiness_texts.UNKNOWN_KEY
        if x + canvas.text_width(words, SMALL) > canvas.width:
            x, y = 0.0, y - 12
        canvas.text(x, y, words, colour=palette.ink_2, size=SMALL)
        x += canvas.text_width(words, SMALL) + 14
    words = readiness_texts.ADDS_KEY
    if x + canvas.text_width(words, SMALL) <= canvas.width:
        canvas.text(canvas.width, y, words, colour=palette.ink_2, size=SMALL, align="right")
