"""The paper every chart is drawn on, measured in points from its lower left corner.

Points, because texts, gaps and strokes are points too: what must not overlap can be computed, and
a chart fills a picture of any size. Later strokes lie over earlier ones. Charts know this class
alone: ``frame.Canvas`` draws into figures of matplotlib, for files; the window and the portfolio
have papers of their own, which are there at once because matplotlib takes half a second to import.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from datetime import date
from functools import partial
from itertools import accumulate, repeat
from operator import mul
from typing import TYPE_CHECKING, Final, Literal

from careerdesk.analysis.months import Month
from careerdesk.charts import fitting, texts
from careerdesk.charts.spots import Spot
from careerdesk.words import month_name, short_month

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from careerdesk.charts.spots import Behind, Box
    from careerdesk.palette import Palette

SIZE: Final = 8.0
SMALL: Final = 7.5
HAIRLINE: Final = 0.6
# Height of Inter's capitals and figures, in its size.
CAPITALS: Final = 0.727
_RIM: Final = 1.6  # that a halo adds to the thickness of its line
_CORNER: Final = 1.5  # radius of a box that is hatched
_HATCH: Final = 4.0  # between the lines of a hatching

Segment = tuple[tuple[float, float], tuple[float, float]]
Align = Literal["left", "center", "right"]
Flat = Literal["bottom", "left"]


class Paper(ABC):
    """Draws in points, in the colours of a palette, and remembers the spots charts name."""

    def __init__(self, width: float, height: float, palette: Palette) -> None:
        self.width, self.height = width, height
        self.palette = palette
        self.spots: list[Spot] = []

    @abstractmethod
    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        colour: str | None = None,
        size: float = SIZE,
        align: Align = "left",
        semibold: bool = False,
    ) -> None:
        """Write one line, the middle of its capitals at ``y``."""

    @abstractmethod
    def hairlines(self, segments: Iterable[Segment], colour: str | None = None) -> None:
        """Draw the lines of a grid."""

    @abstractmethod
    def stroke(
        self,
        points: Sequence[tuple[float, float]],
        colour: str,
        thickness: float,
        *,
        dashed: bool = False,
    ) -> None:
        """Draw a line with round ends and corners."""

    @abstractmethod
    def area(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """Fill what lies inside a closed line."""

    @abstractmethod
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

    @abstractmethod
    def dots(
        self, points: Sequence[tuple[float, float]], colour: str, *, size: float = 4.5
    ) -> None:
        """Mark points, each on a rim that keeps it apart from its line."""

    @abstractmethod
    def text_width(self, text: str, size: float, *, semibold: bool = False) -> float:
        """Return how wide a printable text will be."""

    @abstractmethod
    def printable(self, text: str) -> str:
        """Return the text on one line, as far as it can be shown."""

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
            self.stroke(points, self.palette.panel, thickness + _RIM)
        self.stroke(points, colour, thickness, dashed=dashed)

    def fit(self, text: str, room: float, size: float) -> str:
        """Return the printable text, cut with an ellipsis if it is wider than its room."""
        shown = self.printable(fitting.likely_part(text, room))
        return fitting.fit(shown, room, partial(self.text_width, size=size))

    def wrap(self, text: str, room: float, size: float, *, lines: int) -> list[str]:
        """Return the printable text on at most so many lines, the last one cut if it must be."""
        shown = self.printable(fitting.likely_part(text, room, lines))
        return fitting.wrap(shown, room, partial(self.text_width, size=size), lines=lines)

    def hatched(self, boxes: Iterable[Box], colour: str) -> None:
        """Draw boxes of slanting lines: what is claimed and not yet supported by evidence."""
        shapes = list(boxes)
        self.boxes(shapes, self.tint(colour, 0.12), radius=_CORNER)
        self.hairlines([line for box in shapes for line in _hatches(box)], colour)
        self.boxes(shapes, "none", radius=_CORNER, edge=colour, thickness=0.7)

    def spot(self, box: Box, text: str, behind: Behind | None = None) -> None:
        """Have a place say this when it is pointed at; of several the last one named answers."""
        self.spots.append(Spot(box, text, behind))

    def unknown(self, x: float, y: float, *, size: float = SIZE) -> None:
        """Mark a gap: not known, which is not nothing."""
        self.text(x, y, texts.UNKNOWN_MARK, colour=self.palette.ink_2, size=size, align="center")

    def tint(self, colour: str, strength: float) -> str:
        """Return a colour mixed with the surface, 0 (the surface) to 1 (the colour)."""
        return mix(self.palette.panel, colour, strength)

    def months(self, first: date, last: date, left: float, right: float, y: float) -> None:
        """Label a time axis with as many months as fit, and the year where it begins."""
        labels = month_labels(first, last, left, right, self.text_width)
        self.hairlines([((x, y + 5.5), (x, y + 9)) for x, _ in labels], self.palette.ink_3)
        for x, label in labels:
            self.text(x, y, label, colour=self.palette.ink_3, size=SMALL)


def draw_empty(paper: Paper, heading: str, first_step: str) -> None:
    """Draw what stands where a chart will be: that there is nothing yet, and the first step."""
    palette = paper.palette
    middle, room = paper.height / 2, min(paper.width - 24, 300)
    lines = paper.wrap(first_step, room, SIZE, lines=4)
    top = middle + (len(lines) * 12 + 4) / 2
    paper.text(
        paper.width / 2, top, heading, colour=palette.ink_2, size=9, align="center", semibold=True
    )
    for row, line in enumerate(lines):
        paper.text(paper.width / 2, top - 16 - 12 * row, line, colour=palette.ink_3, align="center")


def _hatches(box: Box) -> list[Segment]:
    """Return the lines that hatch a box at 45 degrees, none leaving it."""
    left, bottom, width, height = box
    lines: list[Segment] = []
    for number in range(1, math.ceil((width + height) / _HATCH)):
        reach = number * _HATCH  # along the lower edge, if that were long enough
        start = (left + max(reach - height, 0), bottom + min(reach, height))
        lines.append((start, (left + min(reach, width), bottom + max(reach - width, 0))))
    return lines


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


def month_labels(
    first: date,
    last: date,
    left: float,
    right: float,
    width: Callable[[str, float], float],
) -> list[tuple[float, str]]:
    """Return where month labels begin and what they say, at least one, none touching the next.

    ``width`` tells how wide a text of a size is.
    """
    months = [m for m in Month.of(first).until(Month.of(last)) if m.first_day() >= first]
    # Room for "Sep 2025"; where even every sixth month is too many, years are labelled.
    step = next((step for step in (1, 2, 3, 6) if (right - left) * step >= 40 * len(months)), 0)
    labels: list[tuple[float, str]] = []
    year = None
    for month in months if step else ():
        x = spread(first, last, month.first_day(), left, right)
        label = short_month(month) if month.year != year else month_name(month)
        if (month.month - 1) % step == 0 and x + width(label, SMALL) <= right + 8:
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
