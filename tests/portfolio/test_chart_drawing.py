"""What our renderer draws looks like what matplotlib itself draws."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2  # type: ignore[import-untyped]
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from portfolio_desks import words
from pypdf import PdfReader

from careerdesk.charts.frame import Canvas
from careerdesk.charts.view import ChartView
from careerdesk.palette import LIGHT
from careerdesk.portfolio.chart_drawing import draw_chart
from careerdesk.portfolio.finishing import finish
from careerdesk.portfolio.sheet import Paper, Sheet
from careerdesk.portfolio.structure import Node

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes
    from numpy.typing import NDArray

    from careerdesk.charts.paper import Paper as Painted
    from careerdesk.charts.view import Painter

SIZE = (4.0, 3.0)
ZOOM = 2


def view_of(paint: Painter) -> ChartView:
    return ChartView(
        key="test",
        title="Test",
        sentence="A test.",
        headers=("a",),
        rows=((1,),),
        is_empty=False,
        size=SIZE,
        paint=paint,
    )


def on_axes(draw: Callable[[Axes], object]) -> ChartView:
    """A chart that fills its figure, from 0 to 10 in both directions, without a frame."""

    def paint(sheet: Painted) -> None:
        assert isinstance(sheet, Canvas)
        axes = sheet.axes
        axes.set_xlim(0, 10)
        axes.set_ylim(0, 10)
        axes.set_axis_off()
        draw(axes)

    return view_of(paint)


def as_pdf(view: ChartView) -> bytes:
    file = io.BytesIO()
    sheet = Sheet(file, Paper.A4, {})
    with sheet.content(Node("Figure", alt="x")):
        draw_chart(view, sheet, 0, 0, 1)
    sheet.bookmarkPage("page")
    sheet.addOutlineEntry("page", "page")
    finish(sheet, title="t", author="", today=date(2026, 1, 1))
    return file.getvalue()


def ours(view: ChartView) -> NDArray[np.float64]:
    page = pypdfium2.PdfDocument(as_pdf(view))[0]
    picture = np.asarray(page.render(scale=ZOOM).to_pil().convert("RGB"), dtype=np.float64)
    width, height = (round(inches * 72 * ZOOM) for inches in SIZE)
    return picture[-height:, :width]


def theirs(view: ChartView) -> NDArray[np.float64]:
    figure = Figure(figsize=SIZE, dpi=72 * ZOOM)
    canvas: Any = FigureCanvasAgg(figure)
    view.draw(figure, LIGHT)
    figure.patch.set(facecolor="white", alpha=1)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba(), dtype=np.float64)[..., :3]


def difference(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    """The mean difference of a pixel, 0 to 255, after a blur that forgives half a pixel."""

    def blurred(picture: NDArray[np.float64]) -> NDArray[np.float64]:
        moved = [np.roll(picture, (x, y), (0, 1)) for x in (-1, 0, 1) for y in (-1, 0, 1)]
        mean: NDArray[np.float64] = np.mean(moved, axis=0)
        return mean

    return float(np.abs(blurred(first) - blurred(second)).mean())


DRAWINGS: dict[str, Callable[[Axes], object]] = {
    "bars": lambda axes: axes.bar([2, 5, 8], [3, 9, 6], color="#2f6f5e"),
    "transparent areas": lambda axes: (
        axes.fill([1, 9, 5], [1, 1, 9], "#2f6f5e", alpha=0.4),
        axes.fill([1, 9, 5], [9, 9, 1], (0.8, 0.2, 0.2, 0.5)),
    ),
    "dashes": lambda axes: axes.plot([0, 10], [0, 10], "k--", linewidth=4),
    "gaps": lambda axes: axes.plot([1, 4, 6, 9], [1, np.nan, 5, 5], "k-", linewidth=16),
    "markers": lambda axes: axes.plot([2, 5, 8], [5, 5, 5], "o", markersize=30, color="#a4566a"),
    "circles": lambda axes: axes.scatter([3, 7], [5, 5], s=2000, c=["#c98a2b", "#5a78b0"]),
    "clipped": lambda axes: axes.plot([-5, 15], [5, 5], linewidth=40, color="#5a78b0"),
    "turned text": lambda axes: axes.text(5, 5, "nimm", fontsize=60, rotation=30, ha="center"),
    "strong text": lambda axes: axes.text(1, 5, "nimm", fontsize=60, fontweight=600),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_that_a_drawing_looks_as_matplotlib_paints_it(name: str) -> None:
    view = on_axes(DRAWINGS[name])
    nothing = on_axes(lambda axes: None)
    expected = theirs(view)
    assert difference(expected, theirs(nothing)) > 3, "the drawing must show for this to mean much"
    assert difference(ours(view), expected) < 1.5


def test_that_text_in_a_chart_is_literal_text() -> None:
    view = on_axes(lambda axes: axes.text(1, 5, "R&D <b> $$ \u0141ukasz"))
    page = PdfReader(io.BytesIO(as_pdf(view))).pages[0]
    assert "R&D <b> $$ \u0141ukasz" in words(page.extract_text())


def test_that_a_layout_that_measures_texts_needs_no_other_backend() -> None:
    def paint(sheet: Painted) -> None:
        assert isinstance(sheet, Canvas)
        figure = sheet.axes.get_figure(root=True)
        assert figure is not None
        figure.set_layout_engine("constrained")
        axes = figure.add_subplot()
        axes.set_xlabel("Measured")

    page = PdfReader(io.BytesIO(as_pdf(view_of(paint)))).pages[0]
    assert "Measured" in page.extract_text()
