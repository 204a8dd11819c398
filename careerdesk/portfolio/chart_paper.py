"""The paper of the portfolio: charts drawn straight onto a page, in the fonts of the document.

The same code of a chart draws here, into files and in the window. What it draws are exact vectors,
and its letters stay text to search and copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerdesk.charts.paper import CAPITALS, HAIRLINE, SIZE, Paper
from careerdesk.palette import LIGHT
from careerdesk.portfolio.fonts import Face, metrics, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careerdesk.charts.paper import Align, Flat, Segment
    from careerdesk.charts.spots import Box
    from careerdesk.charts.view import ChartView
    from careerdesk.portfolio.sheet import Sheet

POINTS: Final = 72

# How far the handles of a cubic curve reach towards the corner of a quarter circle.
_ROUND: Final = 0.5523
_POINT: Final = "%.2f %.2f"
_CURVE: Final = f"{_POINT} {_POINT} {_POINT} c"
_ROUND_BOX: Final = f"{_POINT} m\n" + f"{_POINT} l\n{_CURVE}\n" * 4 + "h"
_BUTT, _ROUNDED = 0, 1  # ends and joints of lines
_DASH, _BLANK = 3, 2  # in widths of the line
_DOT_RIM: Final = 0.9


def draw_chart(view: ChartView, sheet: Sheet, x: float, y: float, scale: float) -> None:
    """Draw a chart with its lower left corner at a point."""
    width, height = view.size
    sheet.saveState()
    sheet.translate(x, y)
    sheet.scale(scale, scale)
    view.paint(ChartPaper(sheet, width * POINTS, height * POINTS))
    sheet.restoreState()


class ChartPaper(Paper):
    """Draws onto a page, as content of whatever is being drawn there."""

    def __init__(self, sheet: Sheet, width: float, height: float) -> None:
        super().__init__(width, height, LIGHT)
        self._sheet = sheet

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
        shown = visible(text)
        width = self.text_width(shown, size, semibold=semibold)
        left = x - {"left": 0.0, "center": width / 2, "right": width}[align]
        writer = self._sheet.beginText(left, y - CAPITALS / 2 * size)
        writer.setFillColor(self._sheet.colour(colour or self.palette.ink))
        self._sheet.write_runs(writer, shown, _face(semibold), size)
        self._sheet.drawText(writer)

    def hairlines(self, segments: Iterable[Segment], colour: str | None = None) -> None:
        """Draw the lines of a grid."""
        paths = [_lines(segment) for segment in segments]
        if paths:
            self._sheet.code(_pen(colour or self.palette.line, HAIRLINE), *paths, "S")

    def stroke(
        self,
        points: Sequence[tuple[float, float]],
        colour: str,
        thickness: float,
        *,
        dashed: bool = False,
    ) -> None:
        """Draw a line with round ends and corners."""
        dashes = _numbers(_DASH * thickness, _BLANK * thickness) if dashed else ""
        pen = _pen(colour, thickness, _BUTT if dashed else _ROUNDED, dashes)
        self._sheet.code(pen, _lines(points), "S")

    def area(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """Fill what lies inside a closed line."""
        self._sheet.code(_fill(colour), _lines(points), "f")

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
        pen = "" if edge == "none" else _pen(edge, thickness)
        for place, box in enumerate(boxes):
            fill = colour if isinstance(colour, str) else colour[place % len(colour)]
            self._shape(_outline(box, radius, flat), "" if fill == "none" else _fill(fill), pen)

    def dots(
        self, points: Sequence[tuple[float, float]], colour: str, *, size: float = 4.5
    ) -> None:
        """Mark points, each on a rim that keeps it apart from its line."""
        pen = _pen(self.palette.panel, _DOT_RIM)
        for x, y in points:
            box = (x - size / 2, y - size / 2, size, size)
            self._shape(_outline(box, size / 2, None), _fill(colour), pen)

    def text_width(self, text: str, size: float, *, semibold: bool = False) -> float:
        """Return how wide a printable text will be."""
        return metrics(_face(semibold)).width(text) * size

    def printable(self, text: str) -> str:
        """Return the text on one line; a character no font has is replaced, and noted, later."""
        return visible(" ".join(text.split()))

    def _shape(self, outline: str, fill: str, pen: str) -> None:
        """Fill a shape, draw its rim, or both."""
        if fill or pen:
            paint = "B" if fill and pen else "f" if fill else "S"
            self._sheet.code(*filter(None, (fill, pen)), outline, paint)


def _face(semibold: bool) -> Face:
    return Face.SEMIBOLD if semibold else Face.REGULAR


def _lines(points: Iterable[tuple[float, float]]) -> str:
    """Return the operators of straight lines from point to point."""
    steps = [f"{_numbers(x, y)} {'l' if place else 'm'}" for place, (x, y) in enumerate(points)]
    return "\n".join(steps)


def _outline(box: Box, radius: float, flat: Flat | None) -> str:
    """Return the operators of a box, against the clock, with round corners where it is not flat."""
    left, bottom, width, height = box
    right, top = left + width, bottom + height
    full = max(min(radius, width / 2, height / 2), 0)
    if not full:
        return f"{_numbers(*box)} re"
    lower_left = 0 if flat else full
    lower_right = 0 if flat == "bottom" else full
    upper_left = 0 if flat == "left" else full
    # Where the edges begin and end, and near each corner the handles of its curve.
    ll, lr, ul, ur = (r * (1 - _ROUND) for r in (lower_left, lower_right, upper_left, full))
    return _ROUND_BOX % (
        left + lower_left, bottom,
        right - lower_right, bottom,
        right - lr, bottom, right, bottom + lr, right, bottom + lower_right,
        right, top - full,
        right, top - ur, right - ur, top, right - full, top,
        left + upper_left, top,
        left + ul, top, left, top - ul, left, top - upper_left,
        left, bottom + lower_left,
        left, bottom + ll, left + ll, bottom, left + lower_left, bottom,
    )  # fmt: skip


def _fill(colour: str) -> str:
    return f"{_rgb(colour)} rg"


def _pen(colour: str, thickness: float, ends: int = _BUTT, dashes: str = "") -> str:
    return f"{_rgb(colour)} RG\n{_numbers(thickness)} w\n{ends} J {ends} j\n[{dashes}] 0 d"


def _rgb(colour: str) -> str:
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))


def _numbers(*values: float) -> str:
    return " ".join(f"{value:.2f}" for value in values)
