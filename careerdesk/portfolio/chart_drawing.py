"""Drawing matplotlib figures straight onto a page: exact vectors, in the fonts of the document.

matplotlib's own PDF output embeds its fonts anew in every chart, which takes 0.14 s each (measured,
matplotlib 3.11), and would have to be read back and spliced in. This renderer writes the same
paths and letters into the page at a tenth of that, and letters stay text to search and copy.
"""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING, Any, Final

from matplotlib.backend_bases import FigureCanvasBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.path import Path
from PIL import Image
from reportlab.lib.utils import ImageReader

from careerdesk.charts import style as _chart_style  # noqa: F401 - sets matplotlib up
from careerdesk.palette import LIGHT
from careerdesk.portfolio.fonts import Face, metrics, visible

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.backend_bases import GraphicsContextBase
    from matplotlib.font_manager import FontProperties
    from matplotlib.text import Text
    from matplotlib.transforms import Transform

    from careerdesk.charts.view import ChartView
    from careerdesk.portfolio.sheet import Sheet

POINTS: Final = 72

# What matplotlib takes as the height of a line and the part of it below the baseline, in em.
_LINE: Final = 0.95
_BELOW: Final = 0.21
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

    def get_image_magnification(self) -> float:
        return 4.0

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: Any
    ) -> tuple[float, float, float]:
        size = prop.get_size_in_points()
        return metrics(_face(prop)).width(visible(s)) * size, _LINE * size, _BELOW * size

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
        sheet.saveState()
        self._clip(gc)
        red, green, blue, opacity = gc.get_rgb()
        _set_opacity(sheet, _opacity(gc, opacity))
        sheet.translate(x, y)
        sheet.rotate(angle)
        writer = sheet.beginText(0, 0)
        writer.setFillColorRGB(red, green, blue)
        sheet.write_runs(writer, visible(s), _face(prop), prop.get_size_in_points())
        sheet.drawText(writer)
        sheet.restoreState()

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
        hatch = gc.get_hatch_path() if gc.get_hatch() else None
        if not (fill_opacity or edge_opacity or hatch):
            return
        outline = _operators(path, transform)
        sheet = self._sheet
        sheet.saveState()
        self._clip(gc)
        if fill_opacity:
            _set_opacity(sheet, fill_opacity)
            sheet.code(f"{_colour(rgbFace)} rg", outline, "f")
        if hatch is not None:
            self._hatch(gc, hatch, path, transform, outline)
        if edge_opacity:
            _set_opacity(sheet, edge_opacity)
            self._set_pen(gc)
            sheet.code(f"{_colour(edge)} RG", outline, "S")
        sheet.restoreState()

    def draw_image(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        im: np.ndarray,
        transform: Transform | None = None,
    ) -> None:
        file = io.BytesIO()
        Image.fromarray(im[::-1]).save(file, "PNG")
        height, width = im.shape[:2]
        factor = self.get_image_magnification()
        sheet = self._sheet
        sheet.saveState()
        self._clip(gc)
        sheet.drawImage(
            ImageReader(file), x, y, width / factor, height / factor, mask="auto"
        )
        sheet.restoreState()

    def _clip(self, gc: GraphicsContextBase) -> None:
        box = gc.get_clip_rectangle()
        if box is not None:
            numbers = _numbers(box.x0, box.y0, box.width, box.height)
            self._sheet.code(f"{numbers} re W n")
        path, transform = gc.get_clip_path()
        if path is not None and transform is not None:
            self._sheet.code(_operators(path, transform), "W n")

    def _set_pen(self, gc: GraphicsContextBase) -> None:
        offset, dashes = gc.get_dashes()
        pattern = _numbers(*dashes) if dashes is not None else ""
        self._sheet.code(
            f"{_numbers(gc.get_linewidth())} w",
            f"{_CAPS[gc.get_capstyle()]} J {_JOINS[gc.get_joinstyle()]} j",
            f"[{pattern}] {_numbers(offset or 0)} d",
        )

    def _hatch(
        self,
        gc: GraphicsContextBase,
        hatch: Path,
        path: Path,
        transform: Transform,
        outline: str,
    ) -> None:
        """Fill a path with a pattern that repeats every inch, as matplotlib defines hatches."""
        sheet = self._sheet
        sheet.saveState()
        colour = gc.get_hatch_color()
        sheet.code(
            outline, "W n", f"{_colour(colour)} RG", f"{_numbers(gc.get_hatch_linewidth())} w"
        )
        box = path.get_extents(transform)
        for row in range(math.floor(box.y0 / POINTS), math.ceil(box.y1 / POINTS)):
            for column in range(math.floor(box.x0 / POINTS), math.ceil(box.x1 / POINTS)):
                tile = hatch.vertices * POINTS + (column * POINTS, row * POINTS)
                sheet.code(_operators(Path(tile, hatch.codes), None), "S")
        sheet.restoreState()


def _operators(path: Path, transform: Transform | None) -> str:
    """Return a path as PDF operators; a quadratic curve becomes the equal cubic one."""
    parts: list[str] = []
    at = (0.0, 0.0)
    for points, code in path.iter_segments(transform, simplify=False, curves=True):
        if code == Path.MOVETO:
            parts.append(f"{_numbers(*points)} m")
        elif code == Path.LINETO:
            parts.append(f"{_numbers(*points)} l")
        elif code == Path.CURVE3:
            x, y, end_x, end_y = points
            parts.append(
                _numbers(
                    at[0] + 2 / 3 * (x - at[0]),
                    at[1] + 2 / 3 * (y - at[1]),
                    end_x + 2 / 3 * (x - end_x),
                    end_y + 2 / 3 * (y - end_y),
                    end_x,
                    end_y,
                )
                + " c"
            )
        elif code == Path.CURVE4:
            parts.append(f"{_numbers(*points)} c")
        elif code == Path.CLOSEPOLY:
            parts.append("h")
            continue
        at = (float(points[-2]), float(points[-1]))
    return "\n".join(parts)


def _numbers(*values: float) -> str:
    return " ".join(f"{value:.3f}".rstrip("0").rstrip(".") for value in values)


def _colour(colour: Any) -> str:
    return _numbers(*colour[:3])


def _opacity(gc: GraphicsContextBase, own: float) -> float:
    return float(gc.get_alpha() if gc.get_forced_alpha() else own)


def _set_opacity(sheet: Sheet, opacity: float) -> None:
    if opacity < 1:
        sheet.setFillAlpha(opacity)
        sheet.setStrokeAlpha(opacity)


def _face(prop: FontProperties) -> Face:
    weight = prop.get_weight()
    if isinstance(weight, str):
        weight = _WEIGHTS.get(weight, 400)
    if weight >= _SEMIBOLD_FROM:
        return Face.SEMIBOLD
    return Face.ITALIC if prop.get_style() != "normal" else Face.REGULAR
