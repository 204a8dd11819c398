"""Laying blocks out on pages before anything is drawn, so page numbers are known in time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerdesk.portfolio.blocks import Block, HasAnchor, PageBreak
from careerdesk.portfolio.styles import FRAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from careerdesk.portfolio.sheet import Paper


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and the distance of its top from the top of the text area."""

    block: Block
    down: float


Page = list[Placed]


def lay_out(blocks: Sequence[Block], paper: Paper) -> list[Page]:
    """Distribute blocks over pages: headings stay with what they head, no line stands alone."""
    pages: list[Page] = [[]]
    waiting = list(reversed(blocks))
    down = space = 0.0
    while waiting:
        block = waiting.pop()
        if isinstance(block, PageBreak):
            if pages[-1] and paper.room - down < block.least:
                pages.append([])
                down = space = 0.0
            continue
        top = down + (max(space, block.before) if pages[-1] else 0)
        if top + _needed(block, waiting) > paper.room and pages[-1]:
            pages.append([])
            top = 0.0
        height = block.height(FRAME)
        parts = None
        if top + height > paper.room:
            parts = block.split(FRAME, paper.room - top)
            if parts is None and pages[-1]:
                pages.append([])
                waiting.append(block)
                down = space = 0.0
                continue
        if parts is not None:
            block, rest = parts
            waiting.append(rest)
            height = block.height(FRAME)
        pages[-1].append(Placed(block, top))
        down, space = top + height, block.after
        if parts is not None:
            pages.append([])
            down = space = 0.0
    return pages if pages[-1] or len(pages) == 1 else pages[:-1]


def _needed(block: Block, following: list[Block]) -> float:
    """Return the room a block needs with the first part of what it must not be parted from."""
    needed, at = 0.0, len(following) - 1
    while block.keeps_with_next and at >= 0 and not isinstance(following[at], PageBreak):
        after = following[at]
        needed += block.height(FRAME) + max(block.after, after.before)
        block, at = after, at - 1
    return needed + block.least_height(FRAME)


def headings(pages: Iterable[Page]) -> Iterator[tuple[HasAnchor, int, float]]:
    """Yield each heading with its page (from 0) and its distance from the top of the text."""
    for number, page in enumerate(pages):
        for placed in page:
            if isinstance(placed.block, HasAnchor):
                yield placed.block, number, placed.down
