"""Where charts stand in the portfolio, each below its heading and its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerdesk.domain.portfolio import Section
from careerdesk.portfolio.blocks import Block, SideBySide
from careerdesk.portfolio.chart_paper import POINTS, draw_chart
from careerdesk.portfolio.structure import Node
from careerdesk.portfolio.styles import CAPTION, FRAME, SUBSECTION
from careerdesk.portfolio.text import Heading, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from careerdesk.charts.view import ChartView
    from careerdesk.portfolio.options import Matter
    from careerdesk.portfolio.sheet import Sheet

# The section of each chart; a new chart gets its place here. The bars of single skills are left
# out, because the tables of the skills section show the same.
PLACES: Final[Mapping[str, Section | None]] = {
    "readiness": Section.READINESS,
    "gap_bars": Section.GAPS,
    "hours": Section.LEARNING,
    "activity": Section.LEARNING,
    "skills_radar": Section.SKILLS,
    "skill_bars": None,
    "levels_over_time": Section.SKILLS,
    "network_mix": Section.NETWORK,
    "conversations": Section.NETWORK,
    "certificates": Section.CERTIFICATES,
}

# Headings for charts whose own title repeats that of their section.
_TITLES: Final[Mapping[str, str]] = {
    "certificates": "Validity at a glance",
    "readiness": "How it moved",
    "gap_bars": "Levels against the role",
}

_GAP: Final = 16.0


class ChartFigure(Block):
    """A chart as vectors; who cannot see it is told its sentence instead."""

    def __init__(self, view: ChartView) -> None:
        self._view = view
        self._node = Node("Figure", alt=view.sentence)
        self.after = 10.0

    def height(self, width: float) -> float:
        """Return the height at which the chart fits the column."""
        return self._view.size[1] * POINTS * self._scale(width)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the chart, in its own size or as large as the column allows."""
        scale = self._scale(width)
        bottom = top - self.height(width)
        self._node.box = (x, bottom, x + self._view.size[0] * POINTS * scale, top)
        with sheet.content(self._node):
            draw_chart(self._view, sheet, x, bottom, scale)

    def _scale(self, width: float) -> float:
        return min(1.0, width / (self._view.size[0] * POINTS))


def by_section(views: Iterable[ChartView]) -> dict[Section, tuple[ChartView, ...]]:
    """Return the charts that have something to show, by their section."""
    placed: dict[Section, tuple[ChartView, ...]] = {}
    for view in views:
        section = PLACES[view.key]
        # Rows that are all from before the time the chart shows leave it without any.
        if section is not None and view.rows and not view.is_empty:
            placed[section] = (*placed.get(section, ()), view)
    return placed


def charts_of(matter: Matter, section: Section) -> list[Block]:
    """Return the charts of a section below each other; a narrow one has its sentence beside it."""
    blocks: list[Block] = []
    for view in matter.charts.get(section, ()):
        title = _TITLES.get(view.key, view.title)
        blocks.append(Heading(title, SUBSECTION, level=3, anchor=f"chart-{view.key}"))
        sentence, figure = text(view.sentence, CAPTION), ChartFigure(view)
        width = view.size[0] * POINTS
        if width > FRAME * 0.6:
            blocks += [sentence, figure]
        else:
            blocks.append(SideBySide(sentence, figure, second_width=width, gap=_GAP))
    return blocks
