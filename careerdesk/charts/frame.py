"""The paper of matplotlib: one axes over the whole figure, measured in points.

One bare axes costs a tenth of several with ticks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matplotlib.collections import LineCollection, PathCollection
from matplotlib.lines import Line2D
from matplotlib.path import Path

from careerdesk.charts import lettering
from careerdesk.charts.paper import CAPITALS, HAIRLINE, SIZE, Paper

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.figure import Figure

    from careerdesk.charts.paper import Align, Flat, Segment
    from careerdesk.charts.spots import Box
    from careerdesk.palette import Palette

_MOVE, _LINE, _CURVE, _CLOSE = Path.MOVETO, Path.LINETO, Path.CURVE3, Path.CLOSEPOLY
_ROUNDED: Final = (_MOVE, *(_LINE, _CURVE, _CURVE) * 4, _CLOSE)


class Canvas(Paper):
    """Draws into a figure, which it fills."""

    def __init__(self, figure: Figure, palette: Palette) -> None:
        width, height = (float(inches) * 72 for inches in figure.get_size_inches())
        super().__init__(width, height, palette)
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
        size: float = SIZE,
        align: Align = "left",
        semibold: bool = False,
    ) -> None:
        """Write one line, the middle of its capitals at ``y``."""
        self.axes.text(
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

    def stroke(
        self,
        points: Sequence[tuple[float, float]],
        colour: str,
        thickness: float,
        *,
        dashed: bool = False,
    ) -> None:
        """Draw a line with round ends and corners."""
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

    def text_width(self, text: str, size: float, *, semibold: bool = False) -> float:
        """Return how wide a printable text will be."""
        return lettering.width(text, size, semibold=semibold)

    def printable(self, text: str) -> str:
        """Return the text on one line, with a box for each character that the fonts lack."""
        return lettering.printable(text)

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
