"""Charts on the paper of the window: nothing overlaps or is cut, in any width."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from chart_desks import TODAY, rich_records
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter

from careerdesk.analysis.period import Period
from careerdesk.charts.frame import Canvas
from careerdesk.charts.gallery import CHARTS
from careerdesk.charts.paper import SIZE
from careerdesk.charts.style import new_figure
from careerdesk.gui.widgets.chart_paper import ChartPaper, pixels_per_point
from careerdesk.palette import LIGHT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from careerdesk.charts.gallery import ChartSpec
    from careerdesk.charts.view import ChartView
    from careerdesk.gui.theme import Theme

Place = tuple[str, float, float, float, float]
each_chart = pytest.mark.parametrize("spec", CHARTS, ids=lambda spec: spec.key)
PERIODS = (Period.of_days(28, TODAY), Period.of_days(365, TODAY), Period(None, TODAY))


class Noted(ChartPaper):
    """Notes where each text stands, in points."""

    def __init__(self, painter: QPainter, place: QRectF, font: QFont) -> None:
        super().__init__(painter, place, font, LIGHT)
        self.texts: list[Place] = []

    def text(self, x: float, y: float, text: str, **how: Any) -> None:
        super().text(x, y, text, **how)
        size = how.get("size", SIZE)
        width = self.text_width(text, size, semibold=how.get("semibold", False))
        left = x - {"left": 0.0, "center": width / 2, "right": width}[how.get("align", "left")]
        self.texts.append((text, left, left + width, y - size / 2, y + size / 2))


def painted(view: ChartView, width: float, font: QFont) -> Noted:
    """Paint a view so many points wide."""
    unit = pixels_per_point(font)
    size = (round(width * unit), round(view.height(width) * unit))
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paper = Noted(painter, QRectF(0, 0, *size), font)
    view.paint(paper)
    painter.end()
    assert not image.allGray(), "something in the colours of the palette"
    return paper


@each_chart
@pytest.mark.parametrize("width", [290, 340, 450, 700])
def test_that_texts_stay_in_the_picture_and_apart(
    theme: Theme, qapp: QApplication, spec: ChartSpec, width: float
) -> None:
    del theme
    for period in PERIODS:
        paper = painted(spec.build(rich_records(), TODAY, period), width, qapp.font())
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
def test_that_both_papers_name_the_same_spots(
    theme: Theme, qapp: QApplication, spec: ChartSpec
) -> None:
    del theme
    view = spec.build(rich_records(), TODAY)
    canvas = Canvas(new_figure(view.size), LIGHT)
    view.paint(canvas)
    paper = painted(view, view.size[0] * 72, qapp.font())
    assert [(one.text, one.behind) for one in paper.spots] == [
        (one.text, one.behind) for one in canvas.spots
    ]


def test_that_a_very_narrow_place_makes_everything_smaller(
    theme: Theme, qapp: QApplication
) -> None:
    del theme
    view = CHARTS[0].build(rich_records(), TODAY)
    assert painted(view, 150, qapp.font()).width == pytest.approx(290, abs=1)


def test_that_invisible_marks_are_not_drawn(theme: Theme, qapp: QApplication) -> None:
    del theme
    paper = painted(CHARTS[0].build(rich_records(), TODAY), 400, qapp.font())
    assert paper.printable("a\u202eb\n c\u0000") == "ab c"
    assert paper.fit("W" * 300, 50, 8).endswith("…")
