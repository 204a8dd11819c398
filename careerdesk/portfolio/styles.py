"""How texts look on paper, and how large the paper is; all lengths in points (1/72 inch)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from careerdesk.palette import LIGHT
from careerdesk.portfolio.fonts import Face

# The width of text, tables and charts (6.3 in, what charts are drawn for). Running text is
# narrower: about 70 characters a line.
FRAME: Final = 453.6
MEASURE: Final = 378.0
MARGIN_TOP: Final = 82.0
MARGIN_BOTTOM: Final = 84.0
HAIRLINE: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One way to set text; ``before`` and ``after`` are the space around it, the larger counts.

    ``tracking`` is added between characters, in em. ``is_balanced`` makes the lines of a
    heading about equally long.
    """

    face: Face = Face.REGULAR
    size: float = 10
    leading: float = 15.5
    colour: str = LIGHT.ink
    before: float = 0
    after: float = 0
    tracking: float = 0
    measure: float = MEASURE
    is_right: bool = False
    is_balanced: bool = False
    keeps_with_next: bool = False


BODY: Final = Style(after=8)
LINE: Final = Style()
LEAD: Final = Style(size=12, leading=19.5, after=10)
QUIET: Final = Style(size=9, leading=13.5, colour=LIGHT.ink_2)
DATES: Final = replace(QUIET, leading=15)
NOTE: Final = Style(face=Face.ITALIC, size=9, leading=13.5, colour=LIGHT.ink_2, before=2, after=4)
LIST: Final = replace(QUIET, leading=15, measure=FRAME, before=5, after=10)
CAPTION: Final = replace(QUIET, after=8, keeps_with_next=True)
OPENING: Final = Style(size=10.5, leading=17, measure=340)
SECTION: Final = Style(
    face=Face.SEMIBOLD,
    size=22,
    leading=28,
    before=48,
    after=16,
    tracking=-0.018,
    measure=FRAME,
    is_balanced=True,
    keeps_with_next=True,
)
SUBSECTION: Final = Style(
    face=Face.SEMIBOLD,
    size=11.5,
    leading=16,
    colour=LIGHT.accent,
    before=24,
    after=5,
    tracking=-0.005,
    measure=FRAME,
    keeps_with_next=True,
)
ENTRY: Final = Style(face=Face.SEMIBOLD, leading=15, keeps_with_next=True)
TITLE: Final = Style(
    face=Face.SEMIBOLD,
    size=30,
    leading=38,
    tracking=-0.016,
    measure=FRAME,
    is_balanced=True,
    after=12,
)
CELL: Final = Style(size=9, leading=13, measure=FRAME)
CELL_STRONG: Final = replace(CELL, face=Face.SEMIBOLD)
CELL_QUIET: Final = replace(CELL, colour=LIGHT.ink_2)
CELL_NUMBER: Final = replace(CELL, is_right=True)
CELL_QUIET_RIGHT: Final = replace(CELL_QUIET, is_right=True)
CELL_LINK: Final = replace(CELL, colour=LIGHT.accent)
CELL_STRONG_NUMBER: Final = replace(CELL_STRONG, is_right=True)
LINK: Final = replace(QUIET, colour=LIGHT.accent)
HEAD: Final = Style(size=8, leading=11, colour=LIGHT.ink_3, measure=FRAME)
HEAD_RIGHT: Final = replace(HEAD, is_right=True)
FOOT: Final = Style(size=8, leading=11, colour=LIGHT.ink_3, measure=FRAME)


def bullet_indent(style: Style) -> float:
    """Return how far the text of a list item stands in."""
    return style.size * 1.2
