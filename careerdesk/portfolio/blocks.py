"""The things pages are made of: they know their height, how they split and how they are drawn."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careerdesk.portfolio.sheet import Sheet


class Block(ABC):
    """Something that stands on a page.

    ``before`` and ``after`` are the space wanted around it in points; between two blocks the
    larger one counts, at the top of a page none.
    """

    before: float = 0
    after: float = 0
    keeps_with_next: bool = False

    @abstractmethod
    def height(self, width: float) -> float:
        """Return the height in a column of this width."""

    def least_height(self, width: float) -> float:
        """Return the height of the smallest first part that may stand alone on a page."""
        return self.height(width)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Return a part that fits into ``room`` and the rest, or None if there is no good place."""
        return None

    @abstractmethod
    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw below ``top``."""


class HasAnchor:
    """A block that links and the contents can lead to."""

    level: int
    anchor: str
    title: str


class PageBreak(Block):
    """Begins a new page unless ``least`` points are still free on this one."""

    def __init__(self, least: float) -> None:
        self.least = least

    def height(self, width: float) -> float:
        """Return 0."""
        return 0

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw nothing."""


class SideBySide(Block):
    """Two blocks beside each other, the second at the right edge; read from left to right."""

    def __init__(self, first: Block, second: Block, *, second_width: float, gap: float) -> None:
        self._first, self._second = first, second
        self._second_width = second_width
        self._gap = gap
        self.before = max(first.before, second.before)
        self.after = max(first.after, second.after)

    def height(self, width: float) -> float:
        """Return the height of the taller one."""
        return max(
            self._first.height(self._first_width(width)), self._second.height(self._second_width)
        )

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw both with their tops level."""
        self._first.draw(sheet, x, top, self._first_width(width))
        right = x + width - self._second_width
        self._second.draw(sheet, right, top, self._second_width)

    def _first_width(self, width: float) -> float:
        return width - self._second_width - self._gap


class Aside(Block):
    """A block in the margin column beside the one that follows, such as the dates of a job."""

    keeps_with_next = True

    def __init__(self, inner: Block, width: float, *, before: float) -> None:
        self._inner = inner
        self._column = width
        self.before = before

    def height(self, width: float) -> float:
        """Return 0: the block that follows gives the height."""
        return 0

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw in the margin column."""
        self._inner.draw(sheet, x, top, self._column)
