"""The mean level of each group of skills, as a radar of at most ten spokes."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.skill_levels import group_levels, top_skills
from careerdesk.charts import spot_texts, texts
from careerdesk.charts.paper import SMALL
from careerdesk.charts.spots import Behind, behind
from careerdesk.charts.view import SQUARE, ChartView, empty_view
from careerdesk.domain.skills import Level, Skill
from careerdesk.words import NOT_RATED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from careerdesk.analysis.period import Period
    from careerdesk.analysis.skill_levels import GroupLevel
    from careerdesk.charts.paper import Align, Paper
    from careerdesk.charts.spots import Box
    from careerdesk.domain.records import Records

KEY: Final = "skills_radar"
SIZE: Final = (SQUARE, SQUARE)
MOST_SPOKES: Final = 10
# With fewer a radar has no area; the groups are then drawn as bars.
LEAST_SPOKES: Final = 3
_TOP_LEVEL: Final = int(max(Level))
# Points: the room of a label above or beside the radar; spokes this upright centre theirs.
_LABEL_HEIGHT: Final = 36.0
_LABEL_WIDTH: Final = 56.0
_CENTRED: Final = 0.2
# Points around a dot that answer for it.
_REACH: Final = 9.0
Point = tuple[float, float]


def build(records: Records, today: date, period: Period | None = None) -> ChartView:
    """Read the mean level of each group as of today, whatever the period."""
    del period
    groups = group_levels(records.skill_groups, records.skills, records.ratings, today=today)
    if not groups:
        return empty_view(
            KEY, texts.SKILLS_RADAR, SIZE, texts.SKILLS_RADAR_HEADERS, texts.NO_SKILLS
        )
    known = [
        (texts.group_name(level.group), level.mean) for level in groups if level.mean is not None
    ]
    if not known:
        return empty_view(
            KEY, texts.SKILLS_RADAR, SIZE, texts.SKILLS_RADAR_HEADERS, texts.NO_RATINGS
        )
    return ChartView(
        key=KEY,
        title=texts.SKILLS_RADAR,
        sentence=texts.radar_sentence(
            means=known,
            known=sum(level.known for level in groups),
            unknown=sum(level.unknown for level in groups),
            parts=len(records.skills) - sum(level.known + level.unknown for level in groups),
        ),
        headers=texts.SKILLS_RADAR_HEADERS,
        rows=tuple(
            (
                texts.group_name(level.group),
                texts.UNKNOWN if level.mean is None else round(level.mean, 1),
                level.known,
                level.unknown,
            )
            for level in groups
        ),
        is_empty=False,
        size=SIZE,
        paint=partial(
            _paint,
            groups,
            [
                behind(Skill, (skill.id for skill in skills), spot_texts.skills_of(group))
                for group, skills in top_skills(records.skill_groups, records.skills)
            ],
        ),
    )


def _paint(groups: Sequence[GroupLevel], skills: Sequence[Behind | None], canvas: Paper) -> None:
    palette = canvas.palette
    shown = groups[:MOST_SPOKES]
    if len(groups) > len(shown):
        canvas.text(
            canvas.width / 2, 6, texts.more(len(groups) - len(shown)),
            colour=palette.ink_3, size=SMALL, align="center",
        )  # fmt: skip
    places = (
        _paint_bars(canvas, shown) if len(shown) < LEAST_SPOKES else _paint_radar(canvas, shown)
    )
    for box, group, of_group in zip(places, shown, skills, strict=False):
        canvas.spot(box, spot_texts.group(texts.group_name(group.group), group), of_group)


def _paint_radar(canvas: Paper, shown: Sequence[GroupLevel]) -> list[Box]:
    palette = canvas.palette
    centre = (canvas.width / 2, canvas.height / 2)
    angles = [math.pi / 2 - 2 * math.pi * place / len(shown) for place in range(len(shown))]
    radius = _radius(canvas, shown, angles)

    def at(angle: float, level: float) -> Point:
        reach = radius * level / _TOP_LEVEL
        return centre[0] + reach * math.cos(angle), centre[1] + reach * math.sin(angle)

    points = [
        None if level.mean is None else at(angle, level.mean)
        for angle, level in zip(angles, shown, strict=True)
    ]
    sides = [
        (first, second)
        for first, second in zip(points, [*points[1:], points[0]], strict=True)
        if first is not None and second is not None
    ]
    for first, second in sides:
        canvas.area([centre, first, second], canvas.tint(palette.accent, 0.18))
    web = canvas.tint(palette.ink_3, 0.35)
    for level in range(1, _TOP_LEVEL + 1):
        ring = [at(angle, level) for angle in angles]
        canvas.hairlines(list(zip(ring, [*ring[1:], ring[0]], strict=True)), web)
    canvas.hairlines([(centre, at(angle, _TOP_LEVEL)) for angle in angles], web)
    for first, second in sides:
        canvas.line([first, second], palette.accent)
    for level in (1, 3, 5):
        x, y = at(angles[0], level)
        canvas.text(x + 3, y - 4, str(level), colour=palette.ink_3, size=SMALL - 1)
    canvas.dots([point for point in points if point is not None], palette.accent)
    # A label above or below stays between those of its neighbours.
    between = 2 * (radius + 7) * math.sin(2 * math.pi / len(shown)) - 10
    for angle, group in zip(angles, shown, strict=True):
        if group.mean is None:
            canvas.unknown(*at(angle, 2))
        _paint_label(canvas, group, angle, at(angle, _TOP_LEVEL), between)
    return [_around(point or at(angle, 2)) for angle, point in zip(angles, points, strict=True)]


def _around(point: Point) -> Box:
    return (point[0] - _REACH, point[1] - _REACH, 2 * _REACH, 2 * _REACH)


def _radius(canvas: Paper, shown: Sequence[GroupLevel], angles: Sequence[float]) -> float:
    """Return the largest radius that leaves each label room for its longest word."""
    radius = canvas.height / 2 - _LABEL_HEIGHT
    for group, angle in zip(shown, angles, strict=True):
        side = abs(math.cos(angle))
        if side >= _CENTRED:
            words = canvas.printable(texts.group_name(group.group)).split()
            room = min(
                max(canvas.text_width(word[:40], SMALL) for word in words or [""]), _LABEL_WIDTH
            )
            radius = min(radius, (canvas.width / 2 - room - 2) / side - 7)
    return radius


def _paint_label(
    canvas: Paper, group: GroupLevel, angle: float, tip: Point, between: float
) -> None:
    """Write name and value beyond the tip of a spoke, inside the figure."""
    side = math.cos(angle)
    x, y = tip[0] + 7 * side, tip[1] + 7 * math.sin(angle)
    align: Align = "center" if abs(side) < _CENTRED else "left" if side > 0 else "right"
    room = {"center": min(96.0, between), "left": canvas.width - x - 1, "right": x - 1}[align]
    name = canvas.wrap(texts.group_name(group.group), room, SMALL, lines=2)
    value = texts.mean_level(group.mean)
    height = 9.0 * (len(name) + 1)
    top = y + height * (1 + math.sin(angle)) / 2 - 4.5
    for row, line in enumerate(name):
        canvas.text(x, top - 9 * row, line, colour=canvas.palette.ink_2, size=SMALL, align=align)
    canvas.text(x, top - 9 * len(name), value, align=align, semibold=True)


def _paint_bars(canvas: Paper, shown: Sequence[GroupLevel]) -> list[Box]:
    places: list[Box] = []
    palette, right = canvas.palette, canvas.width - 26
    for place, group in enumerate(shown):
        y = canvas.height / 2 + (len(shown) - 1) * 22 - place * 44
        name = texts.group_name(group.group)
        places.append((0, y - 10, canvas.width, 32))
        canvas.text(2, y + 12, canvas.fit(name, canvas.width - 4, 8), colour=palette.ink_2)
        if group.mean is None:
            canvas.unknown(8, y - 2)
            canvas.text(18, y - 2, NOT_RATED, colour=palette.ink_3)
            continue
        canvas.boxes([(2, y - 6, right - 2, 8)], palette.track, radius=4)
        if group.mean:
            canvas.boxes(
                [(2, y - 6, (right - 2) * group.mean / _TOP_LEVEL, 8)], palette.accent, radius=4
            )
        canvas.text(
            canvas.width - 2, y - 2, texts.mean_level(group.mean), align="right", semibold=True
        )
    return places
