"""The contents: sections and what stands in them, with page numbers that can be clicked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from careerdesk.portfolio.fonts import ASCENT, DESCENT, metrics
from careerdesk.portfolio.structure import Node
from careerdesk.portfolio.styles import ENTRY, FRAME, LINE, QUIET, SECTION
from careerdesk.portfolio.text import Heading, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdesk.portfolio.blocks import HasAnchor
    from careerdesk.portfolio.sheet import Sheet
    from careerdesk.portfolio.styles import Style

_ROW: Final = {2: 30.0, 3: 18.0}
_STYLE: Final = {2: ENTRY, 3: QUIET}
_NUMBER_ROOM: Final = 40.0
_BELOW_HEADING: Final = 52.0

Entry = tuple["HasAnchor", int]


def draw_contents(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Draw the contents on the current page; ``entries`` are headings with their page, from 1.

    Where all of them do not fit on one page only the sections are listed.
    """
    shown = [entry for entry in entries if entry[0].level in _ROW]
    if sum(_ROW[heading.level] for heading, _page in shown) > sheet.paper.room - _BELOW_HEADING:
        shown = [entry for entry in entries if entry[0].level == 2]
    x, y = sheet.paper.left, sheet.paper.top
    title = Heading("Contents", SECTION, level=2, anchor="contents")
    title.draw(sheet, x, y, FRAME)
    y -= _BELOW_HEADING
    root = Node("TOC")
    for number, (heading, page) in enumerate(shown):
        if heading.level == 2 and number:
            sheet.rule(x, y - 8, FRAME)
        y -= _ROW[heading.level]
        _draw_entry(sheet, x, y, heading, page, root)


def _draw_entry(
    sheet: Sheet, x: float, bottom: float, heading: HasAnchor, page: int, root: Node
) -> None:
    style = _STYLE[heading.level]
    title = text(heading.title, replace(style, measure=FRAME - _NUMBER_ROOM))
    words = title.lines(FRAME)[0]
    if len(title.lines(FRAME)) > 1:
        words += "\u2026"
    number = f"{page}"
    extent = metrics(style.face).width(number) * style.size
    below = style.size * (ASCENT + DESCENT) / 2
    baseline = bottom + style.leading / 2 - below
    node = Node("Link", Node("TOCI", root))
    with sheet.content(node):
        sheet.write(x, baseline, words, style)
        sheet.write(x + FRAME - extent, baseline, number, _number_style(style))
    area = (x, bottom, x + FRAME, bottom + style.leading)
    sheet.link(node, area, anchor=heading.anchor, words=f"{heading.title}, page {number}")


def _number_style(style: Style) -> Style:
    return replace(LINE, size=style.size, colour=style.colour)
