"""Drawing matplotlib figures straight onto a page: exact vectors, in the fonts of the document.

matplotlib's own PDF output embeds its fonts anew in every chart, which takes 0.14 s each (measured,
matplotlib 3.11), and would have to be read back and spliced in. This renderer writes the same
paths and letters into the page at a tenth of that, and letters stay text to search and copy.
"""

from __future__ import annotations

import math
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from matplotlib.backend_bases import FigureCanvasBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.path import Path

from careerdesk.charts import style as _chart_style  # noqa: F401 - sets matplotlib up
from careerdesk.palette import LIGHT
from careerdesk.portfolio.fonts import Face, metrics, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.backend_bases import GraphicsContextBase
    from matplotlib.font_manager import FontProperties
    from matplotlib.text import Text
    from matplotlib.transforms import Transform, TransformedPath

    from careerdesk.charts.view import ChartView
    from careerdesk.portfolio.sheet import Sheet

POINTS: Final = 72
_STOP, _MOVE, _LINE = int(Path.STOP), int(Path.MOVETO), int(Path.LINETO)
_CURVE3, _CLOSE = int(Path.CURVE3), int(Path.CLOSEPOLY)

# What matplotlib takes as the height of a line and the part of it below the baseline, in em.
_LINE_HEIGHT: Final = 0.95
_LINE_DEPTH: Final = 0.21
_CAPS: Final = {"butt": 0, "round": 1, "projecting": 2}
_JOINS: Final = {"miter": 0, "round": 1, "bevel": 2}
_SEMIBOLD_FROM: Final = 550
_WEIGHTS: Final = {"medium": 500, "semibold": 600, "demibold": 600, "demi": 600, "bold": 700}


def draw_chart(view: ChartView, sheet: Sheet, x: float, y: float, scale: float) -> None:
    """Draw a chart with its lower left corner at a point."""
    figure = Figure(figsize=view.size, dpi=POINTS)
    renderer = _Renderer(sheet, view.size[0] * POINTS, view.size[1] * POINTS)
    _Canvas(figure, renderer)
    view.draw(figure, LIGHT)
    sheet.saveState()
    sheet.translate(x, y)
    sheet.scale(scale, scale)
    figure.draw(renderer)
    sheet.restoreState()


class _Canvas(FigureCanvasBase):
    """Gives the figure our renderer to measure texts with."""

    def __init__(self, figure: Figure, renderer: _Renderer) -> None:
        super().__init__(figure)
        self._renderer = renderer

    def get_renderer(self) -> _Renderer:
        return self._renderer


class _Renderer(RendererBase):
    """Turns what matplotlib asks for into PDF operators; a unit is a point."""

    def __init__(self, sheet: Sheet, width: float, height: float) -> None:
        super().__init__()
        self._sheet = sheet
        self._size = width, height

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self._size

    def flipy(self) -> bool:
        return False

    def points_to_pixels(self, points: Any) -> Any:
        return points

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: Any
    ) -> tuple[float, float, float]:
        size = prop.get_size_in_points()
        return (
            metrics(_face(prop)).width(visible(s)) * size,
            _LINE_HEIGHT * size,
            _LINE_DEPTH * size,
        )

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,
        mtext: Text | None = None,
    ) -> None:
        sheet = self._sheet
        red, green, blue, opacity = gc.get_rgb()
        with self._state(_opacity(gc, opacity)):
            self._clip(gc)
            cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            sheet.code(f"{_numbers(cosine, sine, -sine, cosine, x, y)} cm")
            writer = sheet.beginText(0, 0)
            writer.setFillColorRGB(red, green, blue)
            sheet.write_runs(writer, visible(s), _face(prop), prop.get_size_in_points())
            sheet.drawText(writer)

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803 - matplotlib's name
    ) -> None:
        edge = gc.get_rgb()
        fill_opacity = 0.0
        if rgbFace is not None:
            fill_opacity = _opacity(gc, rgbFace[3] if len(rgbFace) > 3 else 1.0)
        edge_opacity = _opacity(gc, edge[3]) if gc.get_linewidth() > 0 else 0.0
        if not (fill_opacity or edge_opacity):
            return
        outline = _operators(path, transform)
        sheet = self._sheet
        if fill_opacity:
            with self._state(fill_opacity):
                self._clip(gc)
                sheet.code(f"{_colour(rgbFace)} rg", outline, "f")
        if edge_opacity:
            with self._state(edge_opacity):
                self._clip(gc)
                self._set_pen(gc)
                sheet.code(f"{_colour(edge)} RG", outline, "S")

    @contextmanager
    def _state(self, opacity: float) -> Iterator[None]:
        """Draw with a state of its own; only the opacity is one that the sheet keeps books on."""
        if opacity < 1:
            self._sheet.saveState()
            self._sheet.setFillAlpha(opacity)
            self._sheet.setStrokeAlpha(opacity)
            yield
            self._sheet.restoreState()
        else:
            self._sheet.code("q")
            yield
            self._sheet.code("Q")

    def _clip(self, gc: GraphicsContextBase) -> None:
        box = gc.get_clip_rectangle()
        if box is not None:
            numbers = _numbers(box.x0, box.y0, box.width, box.height)
            self._sheet.code(f"{numbers} re W n")
        clip, transform = gc.get_clip_path()
        if clip is not None and transform is not None:
            self._sheet.code(_operators(clip, transform), "W n")

    def _set_pen(self, gc: GraphicsContextBase) -> None:
        offset, dashes = gc.get_dashes()
        pattern = "" if dashes is None else _numbers(*np.asarray(dashes, float).tolist())
        self._sheet.code(
            f"{_numbers(gc.get_linewidth())} w",
            f"{_CAPS[gc.get_capstyle()]} J {_JOINS[gc.get_joinstyle()]} j",
            f"[{pattern}] {_numbers(offset or 0)} d",
        )


def _operators(path: Path | TransformedPath, transform: Transform | None) -> str:
    """Return a path as PDF operators; a quadratic curve becomes the equal cubic one."""
    known: Any = path  # as a clip, matplotlib hands over a Path where its types promise another
    clean = known.cleaned(transform, remove_nans=True, curves=True, simplify=False)
    parts: list[str] = []
    bends: list[list[float]] = []
    x = y = 0.0
    for (to_x, to_y), code in zip(clean.vertices.tolist(), clean.codes.tolist(), strict=True):
        if code == _MOVE:
            parts.append(f"{to_x:.2f} {to_y:.2f} m")
        elif code == _LINE:
            parts.append(f"{to_x:.2f} {to_y:.2f} l")
        elif code == _CLOSE:
            parts.append("h")
            continue
        elif code == _STOP:
            break
        else:
            bends.append([to_x, to_y])
            if len(bends) < code - 1:  # CURVE3 comes in pairs, CURVE4 in threes
                continue
            if code == _CURVE3:
                (by_x, by_y), end = bends
                bends = [_towards(x, y, by_x, by_y), _towards(end[0], end[1], by_x, by_y), end]
            parts.append(" ".join(f"{value:.2f}" for bend in bends for value in bend) + " c")
            bends = []
        x, y = to_x, to_y
    return "\n".join(parts)


def _towards(x: float, y: float, by_x: float, by_y: float) -> list[float]:
    """Return the point two thirds of the way to another."""
    return [x + 2 / 3 * (by_x - x), y + 2 / 3 * (by_y - y)]


def _numbers(*values: float) -> str:
    return " ".join(f"{value:.3f}" for value in values)


def _colour(colour: Any) -> str:
    return _numbers(*colour[:3])


def _opacity(gc: GraphicsContextBase, own: float) -> float:
    return float(gc.get_alpha() if gc.get_forced_alpha() else own)


def _face(prop: FontProperties) -> Face:
    weight = prop.get_weight()
    if isinstance(weight, str):
        weight = _WEIGHTS.get(weight, 400)
    if weight >= _SEMIBOLD_FROM:
        return Face.SEMIBOLD
    return Face.ITALIC if prop.get_style() != "normal" else Face.REGULAR
