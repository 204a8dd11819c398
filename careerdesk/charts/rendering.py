"""Charts as files: pictures for people, numbers for spreadsheets. Same view, same bytes.

A file has nothing around it that says what it shows, so a picture carries title and sentence.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, Final, Literal

from careerdesk.domain.csv_guard import guard
from careerdesk.palette import LIGHT

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from careerdesk.charts.view import ChartView
    from careerdesk.palette import Palette

Format = Literal["png", "svg", "pdf", "csv"]
FORMATS: Final[tuple[Format, ...]] = ("png", "svg", "pdf", "csv")
DOTS_PER_INCH: Final = 200  # of a PNG
# Twice as fast as usual, and one part in a hundred larger.
_PACKED: Final[dict[str, dict[str, Any]]] = {"png": {"pil_kwargs": {"compress_level": 3}}}
_CREATOR: Final = "CareerDesk"
# Points: the rim that keeps texts off the edge, and the title and sentence above the chart.
MARGIN: Final = 12.0
_TITLE_SIZE: Final = 11.0
_TITLE: Final = 18.0
_SENTENCE_SIZE: Final = 8.5
_LINE: Final = 12.5
_MOST_LINES: Final = 8
_GAP: Final = 10.0


def render(
    view: ChartView,
    format: Format,  # noqa: A002 - the word everybody uses for it
    palette: Palette = LIGHT,
) -> bytes:
    """Return a chart as the content of a file.

    Args:
        view: The chart; an empty one is drawn as its first step.
        format: One of FORMATS. CSV holds the numbers only.
        palette: The colours; ``palette.panel`` is the background.

    A picture shows the chart in its own size, with title and sentence above and a rim around.
    """
    if format == "csv":
        return _csv(view)
    return _picture(view, format, palette)


def _csv(view: ChartView) -> bytes:
    """Write numbers plain and texts guarded; with a mark that tells spreadsheets it is UTF-8."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    for row in (view.headers, *view.rows):
        writer.writerow([guard(cell) if isinstance(cell, str) else cell for cell in row])
    return file.getvalue().encode("utf-8-sig")


def _picture(
    view: ChartView,
    kind: Format,
    palette: Palette,
) -> bytes:
    from careerdesk.charts.style import spare_pdf_layout_tables

    if kind == "pdf":
        spare_pdf_layout_tables()
    figure = _titled(view, palette)
    file = io.BytesIO()
    figure.savefig(
        file,
        format=kind,
        dpi=DOTS_PER_INCH,
        facecolor=palette.panel,
        metadata=_metadata(view, kind),
        **_PACKED.get(kind, {}),
    )
    return file.getvalue()


def _titled(view: ChartView, palette: Palette) -> Figure:
    """Draw the chart in its own size below its title and sentence."""
    from careerdesk.charts import lettering
    from careerdesk.charts.frame import Canvas
    from careerdesk.charts.style import new_figure

    wide, high = (inches * 72 for inches in view.size)
    # The picture of an empty view says its sentence itself.
    sentence = "" if view.is_empty else view.sentence
    lines = lettering.wrap(sentence, wide, _SENTENCE_SIZE, lines=_MOST_LINES)
    width = wide + 2 * MARGIN
    height = high + 2 * MARGIN + _TITLE + _LINE * len(lines) + _GAP
    figure = new_figure((width / 72, height / 72))
    canvas = Canvas(figure, palette)
    top = height - MARGIN
    canvas.text(MARGIN, top - _TITLE_SIZE / 2, view.title, size=_TITLE_SIZE, semibold=True)
    for row, line in enumerate(lines):
        y = top - _TITLE - _LINE * (row + 0.5)
        canvas.text(MARGIN, y, line, colour=palette.ink_2, size=_SENTENCE_SIZE)
    view.paint(Canvas(figure, palette, size=(wide, high), rim=MARGIN))
    return figure


def _metadata(view: ChartView, kind: Format) -> dict[str, Any]:
    """Describe the picture for those who cannot see it, without a date or a version."""
    if kind == "png":
        return {"Title": view.title, "Description": view.sentence, "Software": _CREATOR}
    if kind == "svg":
        return {
            "Title": view.title,
            "Description": view.sentence,
            "Creator": _CREATOR,
            "Date": None,
        }
    return {
        "Title": view.title,
        "Subject": view.sentence,
        "Creator": _CREATOR,
        "Producer": _CREATOR,
        "CreationDate": None,
    }
