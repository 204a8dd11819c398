"""Levels by name on the spokes of a radar: one outline filled, and perhaps another one around it.

With fewer than three spokes a radar has no area; the same is then drawn as bars.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from careerdesk.charts import texts
from careerdesk.charts.paper import SMALL
from careerdesk.charts.spots import Behind
from careerdesk.domain.skills import Level
from careerdesk.words import NOT_RATED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdesk.charts.paper import Align, Paper
    from careerdesk.charts.spots import Box

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
_ASKED: Final = 1.2  # thickness of the outline that is not filled
Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoke:
    """One name with its level, None if that is unknown.

    ``asked`` is the level of the outline that is not filled, None without one. ``figure`` stands
    below the name; ``says`` is what is told when the spoke is pointed at.
    """

    name: str
    level: float | None
    figure: str
    says: str
    asked: float | None = None
    behind: Behind | None = None


def paint(canvas: Paper, spokes: Sequence[Spoke]) -> None:
    """Draw at most ten spokes, and say how many are not drawn."""
    shown = spokes[:MOST_SPOKES]
    if len(spokes) > len(shown):
        canvas.text(
            canvas.width / 2, 6, texts.more(len(spokes) - len(shown)),
            colour=canvas.palette.ink_3, size=SMALL, align="center",
        )  # fmt: skip
    draw = _paint_bars if len(shown) < LEAST_SPOKES else _paint_radar
    for box, spoke in zip(draw(canvas, shown), shown, strict=True):
        canvas.spot(box, spoke.says, spoke.behind)


def _paint_radar(canvas: Paper, shown: Sequence[Spoke]) -> list[Box]:
    palette = canvas.palette
    centre = (canvas.width / 2, canvas.height / 2)
    angles = [math.pi / 2 - 2 * math.pi * place / len(shown) for place in range(len(shown))]
    radius = _radius(canvas, shown, angles)

    def at(angle: float, level: float) -> Point:
        reach = radius * level / _TOP_LEVEL
        return centre[0] + reach * math.cos(angle), centre[1] + reach * math.sin(angle)

    def places(levels: Sequence[float | None]) -> list[Point | None]:
        return [
            None if level is None else at(angle, level)
            for angle, level in zip(angles, levels, strict=True)
        ]

    points = places([one.level for one in shown])
    sides = _sides(points)
    for first, second in sides:
        canvas.area([centre, first, second], canvas.tint(palette.accent, 0.18))
    web = canvas.tint(palette.ink_3, 0.35)
    for level in range(1, _TOP_LEVEL + 1):
        ring = [at(angle, level) for angle in angles]
        canvas.hairlines(list(zip(ring, [*ring[1:], ring[0]], strict=True)), web)
    canvas.hairlines([(centre, at(angle, _TOP_LEVEL)) for angle in angles], web)
    for first, second in sides:
        canvas.line([first, second], palette.accent)
    for first, second in _sides(places([one.asked for one in shown])):
        canvas.line([first, second], palette.ink, thickness=_ASKED, dashed=True)
    for level in (1, 3, 5):
        x, y = at(angles[0], level)
        canvas.text(x + 3, y - 4, str(level), colour=palette.ink_3, size=SMALL - 1)
    canvas.dots([point for point in points if point is not None], palette.accent)
    # A label above or below stays between those of its neighbours.
    between = 2 * (radius + 7) * math.sin(2 * math.pi / len(shown)) - 10
    for angle, spoke in zip(angles, shown, strict=True):
        if spoke.level is None:
            canvas.unknown(*at(angle, 2))
        _paint_label(canvas, spoke, angle, at(angle, _TOP_LEVEL), between)
    return [_around(point or at(angle, 2)) for angle, point in zip(angles, points, strict=True)]


def _sides(points: Sequence[Point | None]) -> list[tuple[Point, Point]]:
    """Return the sides of an outline, which is broken where a point is unknown."""
    return [
        (first, second)
        for first, second in zip(points, [*points[1:], points[0]], strict=True)
        if first is not None and second is not None
    ]


def _around(point: Point) -> Box:
    return (point[0] - _REACH, point[1] - _REACH, 2 * _REACH, 2 * _REACH)


def _radius(canvas: Paper, shown: Sequence[Spoke], angles: Sequence[float]) -> float:
    """Return the largest radius that leaves each label room for its longest word."""
    radius = canvas.height / 2 - _LABEL_HEIGHT
    for spoke, angle in zip(shown, angles, strict=True):
        side = abs(math.cos(angle))
        if side >= _CENTRED:
            words = canvas.printable(spoke.name).split()
            room = min(
                max(canvas.text_width(word[:40], SMALL) for word in words or [""]), _LABEL_WIDTH
            )
            radius = min(radius, (canvas.width / 2 - room - 2) / side - 7)
    return radius


def _paint_label(canvas: Paper, spoke: Spoke, angle: float, tip: Point, between: float) -> None:
    """Write name and value beyond the tip of a spoke, inside the figure."""
    side = math.cos(angle)
    x, y = tip[0] + 7 * side, tip[1] + 7 * math.sin(angle)
    align: Align = "center" if abs(side) < _CENTRED else "left" if side > 0 else "right"
    room = {"center": min(96.0, between), "left": canvas.width - x - 1, "right": x - 1}[align]
    name = canvas.wrap(spoke.name, room, SMALL, lines=2)
    height = 9.0 * (len(name) + 1)
    top = y + height * (1 + math.sin(angle)) / 2 - 4.5
    for row, line in enumerate(name):
        canvas.text(x, top - 9 * row, line, colour=canvas.palette.ink_2, size=SMALL, align=align)
    canvas.text(x, top - 9 * len(name), spoke.figure, align=align, semibold=True)


def _paint_bars(canvas: Paper, shown: Sequence[Spoke]) -> list[Box]:
    places: list[Box] = []
    palette, right = canvas.palette, canvas.width - 26
    full = right - 2
    for place, spoke in enumerate(shown):
        y = canvas.height / 2 + (len(shown) - 1) * 22 - place * 44
        places.append((0, y - 10, canvas.width, 32))
        canvas.text(2, y + 12, canvas.fit(spoke.name, canvas.width - 4, 8), colour=palette.ink_2)
        if spoke.level is None:
            canvas.unknown(8, y - 2)
            canvas.text(18, y - 2, NOT_RATED, colour=palette.ink_3)
        else:
            canvas.boxes([(2, y - 6, full, 8)], palette.track, radius=4)
            if spoke.level:
                width = full * spoke.level / _TOP_LEVEL
                canvas.boxes([(2, y - 6, width, 8)], palette.accent, radius=4)
            canvas.text(canvas.width - 2, y - 2, spoke.figure, align="right", semibold=True)
        if spoke.asked is not None:
            mark = 2 + full * spoke.asked / _TOP_LEVEL
            canvas.line([(mark, y - 9), (mark, y + 5)], palette.ink, thickness=_ASKED)
    return places
