"""The paper of matplotlib: texts, lines and shapes straight on a figure, measured in points.

Nothing here needs axes, which cost more than all that is drawn on them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matplotlib.collections import LineCollection, PathCollection
from matplotlib.lines import Line2D
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from careerdesk.charts import lettering
from careerdesk.charts.paper import CAPITALS, HAIRLINE, SIZE, Paper

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

    from careerdesk.charts.paper import Align, Flat, Segment
    from careerdesk.charts.spots import Box
    from careerdesk.palette import Palette

_MOVE, _LINE, _CURVE, _CLOSE = Path.MOVETO, Path.LINETO, Path.CURVE3, Path.CLOSEPOLY
_ROUNDED: Final = (_MOVE, *(_LINE, _CURVE, _CURVE) * 4, _CLOSE)


class Canvas(Paper):
    """Draws into a figure, which it fills but for a rim, if one is asked for below and beside it.

    Args:
        figure: To draw into.
        palette: The colours.
        size: Its width and height in points; those of the figure if left out.
        rim: Points between its lower left corner and that of the figure, each way.
    """

    def __init__(
        self,
        figure: Figure,
        palette: Palette,
        *,
        size: tuple[float, float] | None = None,
        rim: float = 0.0,
    ) -> None:
        width, height = size or (float(inches) * 72 for inches in figure.get_size_inches())
        super().__init__(width, height, palette)
        figure.set_facecolor("none")
        self._figure = figure
        self._points = Affine2D().translate(rim, rim).scale(1 / 72) + figure.dpi_scale_trans

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
        self._put(
            Text(
                x,
                y - CAPITALS / 2 * size,
                text,
                color=colour or self.palette.ink,
                fontsize=size,
                fontweight=600 if semibold else 400,
                horizontalalignment=align,
                verticalalignment="baseline",
            )
        )

    def hairlines(self, segments: Iterable[Segment], colour: str | None = None) -> None:
        """Draw the lines of a grid."""
        self._put(
            LineCollection(list(segments), colors=colour or self.palette.line, linewidths=HAIRLINE)
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
        self._put(
            Line2D(
                [x for x, _ in points],
                [y for _, y in points],
                color=colour,
                linewidth=thickness,
                linestyle=(0, (3, 2)) if dashed else "-",
                solid_capstyle="round",
                solid_joinstyle="round",
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
        self._put(
            Line2D(
                [x for x, _ in points],
                [y for _, y in points],
                color=colour,
                linestyle="none",
                marker="o",
                markersize=size,
                markeredgecolor=self.palette.panel,
                markeredgewidth=0.9,
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
        self._put(PathCollection(paths, facecolors=colour, edgecolors=edge, linewidths=thickness))

    def _put(self, artist: Artist) -> None:
        """Draw something over all that is there."""
        artist.set_zorder(len(self._figure.artists))
        artist.set_transform(self._points)
        self._figure.add_artist(artist)


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
