"""What a chart says before anything is drawn: a sentence, numbers as a table, and how to paint.

Nothing here needs matplotlib, so sentences and tables cost no slow import.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol

from careerdesk.charts import texts
from careerdesk.charts.paper import Paper, draw_empty

if TYPE_CHECKING:
    from datetime import date

    from matplotlib.figure import Figure

    from careerdesk.analysis.period import Period
    from careerdesk.domain.records import Records
    from careerdesk.palette import Palette

Cell = str | int | float
Painter = Callable[[Paper], None]

# Inches. The portfolio sets charts 6.3 in (A4 text width) or half of that wide.
WIDE: Final = 6.3
SQUARE: Final = 3.1


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """One chart of one desk on one day.

    The picture carries no title: the card, heading or file that shows it does. ``sentence`` is its
    reading in plain words; ``headers`` and ``rows`` are its numbers for readers who cannot see it.
    An empty view has no rows and its sentence teaches the first step. ``size`` is the width and
    height in inches at which its texts are 7 to 9 pt; a chart whose height follows its width says
    so with ``fit_height``.
    """

    key: str
    title: str
    sentence: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_empty: bool
    size: tuple[float, float]
    paint: Painter
    fit_height: Callable[[float], float] | None = None

    def height(self, width: float) -> float:
        """Return the points of height that suit a width in points."""
        return self.fit_height(width) if self.fit_height else self.size[1] * 72

    def draw(self, figure: Figure, palette: Palette) -> None:
        """Draw into a figure of any size, after clearing it; its background stays transparent."""
        from careerdesk.charts.frame import Canvas

        figure.clear()
        self.paint(Canvas(figure, palette))


class Build(Protocol):
    """Reads the records of a desk as of a day; nothing is drawn yet."""

    def __call__(self, records: Records, today: date, period: Period | None = None, /) -> ChartView:
        """Return the chart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSpec:
    """A chart CareerDesk can make of any desk; ``key`` also names its file.

    ``kinds`` are the records it is read from. A chart of time shows a period if it gets one, and
    otherwise what suits a printed page; one of a state on a day shows the same in any period.
    """

    key: str
    title: str
    build: Build
    kinds: tuple[type[Any], ...]


def empty_view(
    key: str,
    title: str,
    size: tuple[float, float],
    headers: tuple[str, ...],
    empty: tuple[str, str],
) -> ChartView:
    """Return the view of a chart without data; ``empty`` is a heading and the first step."""
    return ChartView(
        key=key,
        title=title,
        sentence=texts.first_step(empty),
        headers=headers,
        rows=(),
        is_empty=True,
        size=size,
        paint=partial(_paint_empty, empty),
    )


def _paint_empty(empty: tuple[str, str], paper: Paper) -> None:
    draw_empty(paper, *empty)
