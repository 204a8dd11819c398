"""The paper every chart is drawn on: one axes over the whole figure, measured in points.

Points, because texts, gaps and strokes are points too: what must not overlap can be computed, a
chart fills a figure of any size, and one bare axes costs a tenth of several with ticks. Later
strokes lie over earlier ones.
"""

from __future__ import annotations

from datetime import date
from itertools import accumulate, repeat
from operator import mul
from typing import TYPE_CHECKING, Final, Literal

from matplotlib.collections import LineCollection, PathCollection
from matplotlib.lines import Line2D
from matplotlib.path import Path

from careerdesk.analysis.months import Month
from careerdesk.charts import lettering, style, texts
from careerdesk.words import month_name, short_month

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from matplotlib.figure import Figure
    from matplotlib.text import Text

    from careerdesk.palette import Palette

HAIRLINE: Final = 0.6
SMALL: Final = 7.5
# Height of Inter's capitals and figures, in its size.
CAPITALS: Final = 0.727

# Left, bottom, width, height.
Box = tuple[float, float, float, float]
Segment = tuple[tuple[float, float], tuple[float, float]]
Align = Literal["left", "center", "right"]
Flat = Literal["bottom", "left"]

_MOVE, _LINE, _CURVE, _CLOSE = Path.MOVETO, Path.LINETO, Path.CURVE3, Path.CLOSEPOLY
_ROUNDED: Final = (_MOVE, *(_LINE, _CURVE, _CURVE) * 4, _CLOSE)


class Canvas:
    """Draws in points from the lower left corner, in the colours of a palette."""

    def __init__(self, figure: Figure, palette: Palette) -> None:
        self.palette = palette
        self.width, self.height = (float(inches) * 72 for inches in figure.get_size_inches())
        figure.set_facecolor("none")
        self.axes = figure.add_axes((0, 0, 1, 1))
        self.axes.set_xlim(0, self.width)
        self.axes.set_ylim(0, self.height)
        self.axes.set_axis_off()
        self._strokes = 0

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        colour: str | None = None,
        size: float = style.SIZE,
        align: Align = "left",
        semibold: bool = False,
    ) -> Text:
        """Write one line, the middle of its capitals at ``y``."""
        return self.axes.text(
            x,
            y - CAPITALS / 2 * size,
            text,
            color=colour or self.palette.ink,
            fontsize=size,
            fontweight=600 if semibold else 400,
            ha=align,
            va="baseline",
            zorder=self._next(),
        )

    def hairlines(self, segments: Iterable[Segment], colour: str | None = None) -> None:
        """Draw the lines of a grid."""
        self.axes.add_collection(
            LineCollection(
                list(segments),
                colors=colour or self.palette.line,
                linewidths=HAIRLINE,
                zorder=self._next(),
            ),
            autolim=False,
        )

    def line(
        self,
        points: Sequence[tuple[float, float]],
        colour: str,
        *,
        thickness: float = 1.5,
        dashed: bool = False,
        halo: bool = False,
    ) -> None:
        """Draw a line, with ``halo`` on a rim that keeps it apart from what it crosses."""
        if halo:
            self.line(points, self.palette.panel, thickness=thickness + 1.6)
        self.axes.add_line(
            Line2D(
                [x for x, _ in points],
                [y for _, y in points],
                color=colour,
                linewidth=thickness,
                linestyle=(0, (3, 2)) if dashed else "-",
                solid_capstyle="round",
                solid_joinstyle="round",
                zorder=self._next(),
            )
        )

    def area(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """Fill what lies inside a closed line."""
        path = Path([*points, points[0]], closed=True)
        self._paths([path], colour, edge="none", thickness=0)

    def boxes(
        self,
        boxes: Sequence[Box],
        colour: str | Sequence[str],
        *,
        radius: float = 0,
        flat: Flat | None = None,
        edge: str = "none",
        thickness: float = 0.8,
    ) -> None:
        """Fill boxes with round corners, all at once; a bar is flat where it stands."""
        paths = [_rounded(box, radius, flat) for box in boxes]
        self._paths(paths, colour, edge=edge, thickness=thickness)

    def dots(
        self, points: Sequence[tuple[float, float]], colour: str, *, size: float = 4.5
    ) -> None:
        """Mark points, each on a rim that keeps it apart from its line."""
        self.axes.add_line(
            Line2D(
                [x for x, _ in points],
                [y for _, y in points],
                color=colour,
                linestyle="none",
                marker="o",
                markersize=size,
                markeredgecolor=self.palette.panel,
                markeredgewidth=0.9,
                zorder=self._next(),
            )
        )

    def unknown(self, x: float, y: float, *, size: float = style.SIZE) -> None:
        """Mark a gap: not known, which is not nothing."""
        self.text(x, y, texts.UNKNOWN_MARK, colour=self.palette.ink_2, size=size, align="center")

    def tint(self, colour: str, strength: float) -> str:
        """Return a colour mixed with the surface, 0 (the surface) to 1 (the colour)."""
        return mix(self.palette.panel, colour, strength)

    def months(self, first: date, last: date, left: float, right: float, y: float) -> None:
        """Label a time axis with as many months as fit, and the year where it begins."""
        labels = month_labels(first, last, left, right)
        self.hairlines([((x, y + 5.5), (x, y + 9)) for x, _ in labels], self.palette.ink_3)
        for x, label in labels:
            self.text(x, y, label, colour=self.palette.ink_3, size=SMALL)

    def _paths(
        self,
        paths: Sequence[Path],
        colour: str | Sequence[str],
        *,
        edge: str,
        thickness: float,
    ) -> None:
        self.axes.add_collection(
            PathCollection(
                paths,
                facecolors=colour,
                edgecolors=edge,
                linewidths=thickness,
                zorder=self._next(),
            ),
            autolim=False,
        )

    def _next(self) -> int:
        self._strokes += 1
        return self._strokes


def draw_empty(figure: Figure, palette: Palette, heading: str, first_step: str) -> None:
    """Draw what stands where a chart will be: that there is nothing yet, and the first step."""
    canvas = Canvas(figure, palette)
    middle, room = canvas.height / 2, min(canvas.width - 24, 300)
    lines = lettering.wrap(first_step, room, style.SIZE, lines=4)
    top = middle + (len(lines) * 12 + 4) / 2
    canvas.text(
        canvas.width / 2, top, heading, colour=palette.ink_2, size=9, align="center", semibold=True
    )
    for row, line in enumerate(lines):
        canvas.text(
            canvas.width / 2, top - 16 - 12 * row, line, colour=palette.ink_3, align="center"
        )


def mix(surface: str, colour: str, strength: float) -> str:
    """Return a colour between a surface (0) and a colour (1), as ``#rrggbb``."""
    channels = (
        round(_channel(surface, at) * (1 - strength) + _channel(colour, at) * strength)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def _channel(colour: str, at: int) -> int:
    return int(colour[at : at + 2], 16)


def spread(first: date, last: date, day: date, left: float, right: float) -> float:
    """Return where a day stands between two others; days outside stand at the rim."""
    days = max((last - first).days, 1)
    return left + (right - left) * min(max((day - first).days / days, 0), 1)


def month_labels(first: date, last: date, left: float, right: float) -> list[tuple[float, str]]:
    """Return where month labels begin and what they say, at least one, none touching the next."""
    months = [m for m in Month.of(first).until(Month.of(last)) if m.first_day() >= first]
    # Room for "Sep 2025"; where even every sixth month is too many, years are labelled.
    step = next((step for step in (1, 2, 3, 6) if (right - left) * step >= 40 * len(months)), 0)
    labels: list[tuple[float, str]] = []
    year = None
    for month in months if step else ():
        x = spread(first, last, month.first_day(), left, right)
        label = short_month(month) if month.year != year else month_name(month)
        if (month.month - 1) % step == 0 and x + lettering.width(label, SMALL) <= right + 8:
            labels.append((x, label))
            year = month.year
    if not step:
        labels = _year_labels(first, last, left, right)
    return labels or [(left, short_month(Month.of(first)))]


def _year_labels(first: date, last: date, left: float, right: float) -> list[tuple[float, str]]:
    years = range(first.year, last.year + 1)
    step = max(1, round(28 * len(years) / max(right - left, 1) + 0.5))
    return [
        (spread(first, last, date(year, 1, 1), left, right), str(year))
        for year in years
        if year % step == 0 and date(year, 1, 1) >= first
    ]


def grid_step(highest: float, lines: int) -> int:
    """Return the distance of grid lines, 1, 2 or 5 times a power of ten, for so many at most."""
    powers: Iterator[int] = accumulate(repeat(10), mul, initial=1)
    steps = (digit * power for power in powers for digit in (1, 2, 5))
    return next(step for step in steps if highest <= step * lines)


def _rounded(box: Box, radius: float, flat: Flat | None) -> Path:
    left, bottom, width, height = box
    right, top = left + width, bottom + height
    r = max(min(radius, width / 2, height / 2), 0)
    lower_left = 0 if flat else r
    lower_right = 0 if flat == "bottom" else r
    upper_left = 0 if flat == "left" else r
    corners = [
        (left + lower_left, bottom),
        (right - lower_right, bottom), (right, bottom), (right, bottom + lower_right),
        (right, top - r), (right, top), (right - r, top),
        (left + upper_left, top), (left, top), (left, top - upper_left),
        (left, bottom + lower_left), (left, bottom), (left + lower_left, bottom),
        (left + lower_left, bottom),
    ]  # fmt: skip
    return Path(corners, _ROUNDED)
