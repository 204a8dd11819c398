"""Writing the charts of a desk as pictures or as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.charts.gallery import build_all
from careerdesk.files import write_whole, writing_problem
from careerdesk.palette import LIGHT, Palette

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from careerdesk.charts.rendering import Format
    from careerdesk.charts.view import ChartView
    from careerdesk.storage.desk import Desk


def chart_views(desk: Desk, today: date) -> list[ChartView]:
    """Return every chart of the desk as of a day, with its sentence and its numbers."""
    return list(build_all(desk.records(), today))


def unprintable(views: Iterable[ChartView]) -> tuple[str, ...]:
    """Return the characters no font has; pictures show a box in their place, tables do not."""
    from careerdesk.charts.lettering import lacking

    texts = {cell for view in views for row in view.rows for cell in row if isinstance(cell, str)}
    return tuple(sorted(set().union(*map(lacking, texts))))


def write_chart(view: ChartView, path: Path, palette: Palette = LIGHT) -> Path:
    """Write one chart in the format that the ending of the file names, and return the file.

    Raises:
        DiskFullError, FileProblemError: what was there before stays.
    """
    from careerdesk.charts.rendering import FORMATS, render

    ending = path.suffix.lower().removeprefix(".")
    file_format = next(one for one in FORMATS if one == ending)
    write_whole(path, render(view, file_format, palette))
    return path


def write_charts(
    views: Sequence[ChartView],
    folder: Path,
    *,
    file_format: Format = "png",
    palette: Palette = LIGHT,
    progress: Callable[[int, int], None] | None = None,
) -> list[Path]:
    """Write charts into a folder, made if it is not there, and return the files.

    Args:
        views: The charts.
        folder: Where; files of the same name are replaced.
        file_format: "png", "svg", "pdf", or "csv" for the numbers alone.
        palette: The colours.
        progress: Called with the charts written and the charts in all.

    Raises:
        DiskFullError, FileProblemError: what was written before stays.
    """
    from careerdesk.charts.rendering import render

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise writing_problem(folder, error) from error
    written = []
    for done, view in enumerate(views, start=1):
        path = folder / f"{view.key}.{file_format}"
        write_whole(path, render(view, file_format, palette))
        written.append(path)
        if progress is not None:
            progress(done, len(views))
    return written
