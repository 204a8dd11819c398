"""Charts as files: pictures for people, numbers for spreadsheets. Same view, same bytes."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, Final, Literal

from careerdesk.domain.csv_guard import guard
from careerdesk.palette import LIGHT

if TYPE_CHECKING:
    from careerdesk.charts.view import ChartView
    from careerdesk.palette import Palette

Format = Literal["png", "svg", "pdf", "csv"]
FORMATS: Final[tuple[Format, ...]] = ("png", "svg", "pdf", "csv")
DOTS_PER_INCH: Final = 200  # of a PNG
_CREATOR: Final = "CareerDesk"


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
    from careerdesk.charts.style import new_figure, spare_pdf_layout_tables

    if kind == "pdf":
        spare_pdf_layout_tables()
    figure = new_figure(view.size)
    view.draw(figure, palette)
    file = io.BytesIO()
    figure.savefig(
        file,
        format=kind,
        dpi=DOTS_PER_INCH,
        facecolor=palette.panel,
        metadata=_metadata(view, kind),
    )
    return file.getvalue()


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
