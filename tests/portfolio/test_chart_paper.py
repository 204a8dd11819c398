"""Charts on a page look as they do in files, and their texts stay text."""

from __future__ import annotations

import io
import math
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import chart_desks
import numpy as np
import pypdfium2  # type: ignore[import-untyped]
import pytest
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from portfolio_desks import built, words
from pypdf import PdfReader

from careerdesk.charts.frame import Canvas
from careerdesk.charts.gallery import CHARTS
from careerdesk.charts.paper import SIZE as TEXT_SIZE
from careerdesk.charts.style import new_figure
from careerdesk.charts.view import ChartView
from careerdesk.domain.learning import Certificate
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.records import Records
from careerdesk.palette import LIGHT
from careerdesk.portfolio.chart_paper import ChartPaper, draw_chart
from careerdesk.portfolio.finishing import finish
from careerdesk.portfolio.sheet import Paper, Sheet
from careerdesk.portfolio.structure import Node

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from careerdesk.charts.gallery import ChartSpec
    from careerdesk.charts.paper import Paper as Painted
    from careerdesk.charts.view import Painter

ROOT = Path(__file__).parents[2]
SIZE = (4.0, 3.0)
ZOOM = 2
GREEN, RED, OCHRE = "#2f6f5e", "#a4566a", "#c98a2b"
each_chart = pytest.mark.parametrize("spec", CHARTS, ids=lambda spec: spec.key)


class Noted(ChartPaper):
    """Notes where each text stands, in points."""

    def __init__(self, view: ChartView) -> None:
        super().__init__(new_sheet(io.BytesIO()), *(inches * 72 for inches in view.size))
        self.texts: list[tuple[str, float, float, float, float]] = []
        view.paint(self)

    def text(self, x: float, y: float, text: str, **how: Any) -> None:
        super().text(x, y, text, **how)
        size = how.get("size", TEXT_SIZE)
        width = self.text_width(text, size, semibold=how.get("semibold", False))
        left = x - {"left": 0.0, "center": width / 2, "right": width}[how.get("align", "left")]
        self.texts.append((text, left, left + width, y - size / 2, y + size / 2))


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


def new_sheet(file: io.BytesIO) -> Sheet:
    return Sheet(file, Paper.A4, {})


def as_pdf(view: ChartView, scale: float = 1) -> bytes:
    file = io.BytesIO()
    sheet = new_sheet(file)
    with sheet.content(Node("Figure", alt="x")):
        draw_chart(view, sheet, 0, 0, scale)
    sheet.bookmarkPage("page")
    sheet.addOutlineEntry("page", "page")
    finish(sheet, title="t", author="", today=date(2026, 1, 1))
    return file.getvalue()


def ours(view: ChartView) -> NDArray[np.float64]:
    page = pypdfium2.PdfDocument(as_pdf(view))[0]
    picture = np.asarray(page.render(scale=ZOOM).to_pil().convert("RGB"), dtype=np.float64)
    width, height = (round(inches * 72 * ZOOM) for inches in view.size)
    return picture[-height:, :width]


def theirs(view: ChartView) -> NDArray[np.float64]:
    figure = Figure(figsize=view.size, dpi=72 * ZOOM)
    canvas: Any = FigureCanvasAgg(figure)
    with rc_context({"path.snap": False}):  # lines stay where they are rather than on pixels
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


def assert_looks_alike(view: ChartView) -> None:
    expected, nothing = theirs(view), theirs(replace(view, paint=lambda _: None))
    assert difference(expected, nothing) > 3, "it must show for this to mean much"
    assert difference(ours(view), expected) < 1.5


BARS = [(20, 20, 60, 150), (110, 20, 60, 90), (200, 20, 60, 6)]
STEPS = [(20, 20), (120, 20), (120, 180), (260, 180)]


def line_on_rim(paper: Painted) -> None:
    paper.boxes(BARS, GREEN)
    paper.line([(0, 60), (280, 60)], RED, thickness=10, halo=True)


DRAWINGS: dict[str, Callable[[Painted], object]] = {
    "boxes": lambda paper: paper.boxes(BARS, [GREEN, RED]),
    "round boxes": lambda paper: paper.boxes(BARS, GREEN, radius=20),
    "bars that stand": lambda paper: paper.boxes(BARS, GREEN, radius=20, flat="bottom"),
    "bars that lie": lambda paper: paper.boxes(BARS, GREEN, radius=20, flat="left"),
    "boxes with a rim": lambda paper: paper.boxes(BARS, OCHRE, radius=20, edge=GREEN, thickness=8),
    "rims alone": lambda paper: paper.boxes(BARS, "none", radius=20, edge=GREEN, thickness=8),
    "a line": lambda paper: paper.line(STEPS, GREEN, thickness=12),
    "dashes": lambda paper: paper.line(STEPS, GREEN, thickness=12, dashed=True),
    "a line on a rim": line_on_rim,
    "an area": lambda paper: paper.area([(20, 20), (260, 20), (140, 200)], GREEN),
    "dots": lambda paper: (
        paper.boxes(BARS, GREEN),
        paper.dots([(50, 60), (140, 110), (230, 23)], RED, size=40),
    ),
    "hairlines": lambda paper: paper.hairlines(
        [((0, y), (288, y + 9)) for y in range(2, 216, 3)], LIGHT.ink
    ),
    "text": lambda paper: paper.text(10, 100, "nimm", size=70),
    "text in the middle": lambda paper: paper.text(144, 100, "nimm", size=70, align="center"),
    "strong text at the right": lambda paper: paper.text(
        280, 100, "nimm", size=70, align="right", semibold=True, colour=RED
    ),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_that_a_drawing_looks_as_in_a_file(name: str) -> None:
    def paint(paper: Painted) -> None:
        DRAWINGS[name](paper)

    assert_looks_alike(view_of(paint))


@each_chart
def test_that_a_chart_looks_as_in_a_file(spec: ChartSpec) -> None:
    view = spec.build(chart_desks.rich_records(), chart_desks.TODAY)
    width, height = (math.ceil(4 * inches) / 4 for inches in view.size)  # in whole pixels
    assert_looks_alike(replace(view, size=(width, height)))


def test_that_nothing_is_drawn_of_nothing() -> None:
    def paint(paper: Painted) -> None:
        paper.hairlines([])
        paper.boxes([], GREEN)
        paper.boxes(BARS, "none")
        paper.dots([], GREEN)

    assert difference(ours(view_of(paint)), theirs(view_of(lambda _: None))) == 0


@each_chart
def test_that_texts_stay_in_the_picture_and_apart(spec: ChartSpec) -> None:
    view = spec.build(chart_desks.rich_records(), chart_desks.TODAY)
    paper = Noted(view)
    assert paper.texts
    for name, left, right, low, high in paper.texts:
        assert -1 <= left <= right <= paper.width + 1, name
        assert -1 <= low <= high <= paper.height + 1, name
    touching = [
        (one[0], other[0])
        for place, one in enumerate(paper.texts)
        for other in paper.texts[place + 1 :]
        if min(one[2], other[2]) - max(one[1], other[1]) > 1
        and min(one[4], other[4]) - max(one[3], other[3]) > 3
    ]
    assert touching == []


@each_chart
def test_that_page_and_file_name_the_same_spots(spec: ChartSpec) -> None:
    view = spec.build(chart_desks.rich_records(), chart_desks.TODAY)
    canvas = Canvas(new_figure(view.size), LIGHT)
    view.paint(canvas)
    assert [one.text for one in Noted(view).spots] == [one.text for one in canvas.spots]


@pytest.mark.parametrize("semibold", [False, True])
def test_that_texts_are_as_wide_as_they_are_measured(semibold: bool) -> None:
    text, size = "Certified \u0141ukasz, \u10d0\u10d1 and 12 more", 12.0
    widths = []

    def paint(paper: Painted) -> None:
        widths.append(paper.text_width(text, size, semibold=semibold))
        paper.text(10, 100, text, size=size, semibold=semibold)
        paper.text(10 + widths[0], 50, "|", size=size)

    page = pypdfium2.PdfDocument(as_pdf(view_of(paint)))[0]
    letters = page.get_textpage()
    shown = letters.get_text_range()
    assert text in shown
    first = letters.get_charbox(shown.index("C"), loose=True)
    last = letters.get_charbox(shown.index(text) + len(text) - 1, loose=True)
    assert last[2] - first[0] == pytest.approx(widths[0], abs=0.5)


def test_that_a_chart_can_be_drawn_smaller() -> None:
    view = view_of(lambda paper: paper.boxes([(0, 0, 288, 216)], GREEN))
    page = pypdfium2.PdfDocument(as_pdf(view, scale=0.5))[0]
    picture = np.asarray(page.render(scale=1).to_pil().convert("L"))
    assert (picture < 200).sum() == pytest.approx(144 * 108, rel=0.02)


def test_that_text_in_a_chart_is_literal_text() -> None:
    view = view_of(lambda paper: paper.text(1, 50, "R&D <b> $$ \u0141ukasz"))
    page = PdfReader(io.BytesIO(as_pdf(view))).pages[0]
    assert "R&D <b> $$ \u0141ukasz" in words(page.extract_text())


def test_that_a_text_is_on_one_line_and_without_invisible_marks() -> None:
    paper = Noted(view_of(lambda _: None))
    assert paper.printable("a\u202eb\n c\u0000\u0301") == "ab c\u0301"
    assert paper.fit("W" * 300, 50, 8).endswith("\u2026")
    assert paper.text_width(paper.fit("W" * 300, 50, 8), 8) <= 50


def test_that_characters_without_a_font_in_a_chart_are_boxes_and_reported() -> None:
    title = "\u6f22 of \u05e9 \U0001f4bb"
    certificate = Certificate(
        id=Certificate.new(title).id, title=title, issued=PartialDate("2025"), expires=None
    )
    view = CHARTS[-1].build(Records(certificates=(certificate,)), chart_desks.TODAY)
    paper = Noted(view)
    assert paper._sheet.missing == {"\u6f22", "\U0001f4bb"}
    assert paper._sheet.has_right_to_left
    page = PdfReader(io.BytesIO(as_pdf(view))).pages[0]
    assert "\u25a1 of \u05e9 \u25a1" in words(page.extract_text())
    assert built(Records(certificates=(certificate,))).unprintable == ("\u6f22", "\U0001f4bb")


def test_that_a_portfolio_with_its_preview_is_made_without_matplotlib(tmp_path: Path) -> None:
    """Neither the command nor the window waits for it, or keeps its memory."""
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from careerdesk import cli\n"
        "from careerdesk.services import portfolio\n"
        "desk, pdf = sys.argv[1:]\n"
        "assert cli.run(['new', desk, '--example']) == 0\n"
        "assert cli.run(['log', desk, '1h on \u10d0 \u2603']) == 0\n"
        "assert cli.run(['portfolio', desk, '-o', pdf]) == 0\n"
        "made = Path(pdf).read_bytes()\n"
        "assert portfolio.look(made) and portfolio.picture(made, 3, 400).pixels\n"
        "print(*sorted(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path / "a.careerdesk", tmp_path / "a.pdf"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert {"reportlab", "pypdfium2", "careerdesk.portfolio.chart_paper"} <= loaded
    assert not {"matplotlib", "numpy", "http.client"} & loaded
