"""Tables without boxes: a hairline under each row, name and header repeated on every page."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from careerdesk.palette import LIGHT
from careerdesk.portfolio.blocks import Block
from careerdesk.portfolio.structure import Node
from careerdesk.portfolio.styles import HEAD, HEAD_RIGHT, SUBSECTION
from careerdesk.portfolio.text import text
from careerdesk.words import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careerdesk.portfolio.sheet import Sheet
    from careerdesk.portfolio.text import Text

_PADDING: Final = 5.0
_GUTTER: Final = 14.0
# A table no taller than this, about ten rows, is not split over two pages.
_TOGETHER: Final = 262.0
# So many rows stand on each side of a split, if there are as many.
_COMPANY: Final = 3
_NAME_LENGTH: Final = 60
# Characters of a name in a cell; a longer one is cut, so that no row takes a page.
LONGEST_NAME: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column and its share of the width; numbers stand at the right."""

    header: str = ""
    share: float = 1
    is_right: bool = False


Row = tuple["Text | None", ...]


class _RowParts:
    """One row with its structure; parts of a row that goes on over the page share it."""

    def __init__(self, cells: Row, table: Node, *, tag: str) -> None:
        self.cells = cells
        node = Node("TR", table)
        for number, cell in enumerate(cells):
            is_head = tag == "TH" or (tag == "row head" and number == 0)
            scope = ("Column" if tag == "TH" else "Row") if is_head else ""
            holder = Node("TH" if is_head else "TD", node, scope=scope)
            if cell is not None:
                cell.move_into(holder)


class Table(Block):
    """Rows of text cells in columns; without column headers, the first cell heads its row.

    Where the table goes on over the page, its ``name`` stands above it again.
    """

    def __init__(self, columns: Sequence[Column], rows: Iterable[Row], *, name: str) -> None:
        self._continued = text(f"{cut(name, _NAME_LENGTH)} (continued)", SUBSECTION)
        self._columns = columns
        self._node = Node("Table")
        has_head = any(column.header for column in columns)
        self._head: _RowParts | None = None
        if has_head:
            titles = tuple(
                text(column.header, HEAD_RIGHT if column.is_right else HEAD) for column in columns
            )
            self._head = _RowParts(titles, self._node, tag="TH")
        tag = "TD" if has_head else "row head"
        self.rows = [_RowParts(cells, self._node, tag=tag) for cells in rows]
        self.is_begun = False
        self.before, self.after = 4.0, 10.0

    def height(self, width: float) -> float:
        """Return the height of all rows with name and header."""
        return self._top_height(width) + sum(self._row_height(row, width) for row in self.rows)

    def least_height(self, width: float) -> float:
        """Return the whole height of a small table, else that of the first rows."""
        whole = self.height(width)
        if whole <= _TOGETHER:
            return whole
        first = self.rows[: min(_COMPANY, len(self.rows) // 2 or 1)]
        least = sum(self._row_height(row, width) for row in first)
        return self._top_height(width) + min(least, _TOGETHER)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Return the rows that fit and the others; a row taller than a page is cut in two."""
        used = self._top_height(width)
        for number, row in enumerate(self.rows):
            used += self._row_height(row, width)
            if used > room:
                return self._split_at(number, width, room - used)
        return None

    def _split_at(self, number: int, width: float, over: float) -> tuple[Block, Block] | None:
        # Few rows are not left alone on the next page if others can keep them company.
        if number:
            company = min(_COMPANY, len(self.rows) // 2)
            number = max(min(number, len(self.rows) - company), 1)
        upper, lower = self.rows[:number], self.rows[number:]
        if number == 0:
            row = self.rows[0]
            halves = self._split_row(row, width, self._row_height(row, width) + over)
            if halves is None:
                return None
            upper, lower = [halves[0]], [halves[1], *self.rows[1:]]
        first, rest = copy(self), copy(self)
        first.rows, rest.rows = upper, lower
        rest.is_begun = True
        first.after = 0
        return first, rest

    def _split_row(
        self, row: _RowParts, width: float, room: float
    ) -> tuple[_RowParts, _RowParts] | None:
        first, rest = copy(row), copy(row)
        upper, lower = [], []
        for cell, (_left, extent) in zip(row.cells, self._places(width), strict=True):
            if cell is None or cell.height(extent) + 2 * _PADDING <= room:
                parts: tuple[Text | None, Text | None] = (cell, None)
            elif halves := cell.split(extent, room - 2 * _PADDING):
                parts = halves  # type: ignore[assignment]  # a Text splits into Texts
            else:
                return None
            upper.append(parts[0])
            lower.append(parts[1])
        first.cells, rest.cells = tuple(upper), tuple(lower)
        return first, rest

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the header and the rows, each on its hairline."""
        if self.is_begun:
            self._continued.draw_again(sheet, x, top, width)
            top -= self._name_height(width)
        if self._head is not None:
            head_height = self._head_height(width)
            self._draw_row(sheet, self._head, x, top, width, is_repeated=self.is_begun)
            top -= head_height
            sheet.rule(x, top, width, LIGHT.ink_3)
        for row in self.rows:
            self._draw_row(sheet, row, x, top, width)
            top -= self._row_height(row, width)
            sheet.rule(x, top, width)

    def _draw_row(
        self,
        sheet: Sheet,
        row: _RowParts,
        x: float,
        top: float,
        width: float,
        *,
        is_repeated: bool = False,
    ) -> None:
        for cell, (left, extent) in zip(row.cells, self._places(width), strict=True):
            if cell is None:
                continue
            if is_repeated:
                cell.draw_again(sheet, x + left, top - _PADDING, extent)
            else:
                cell.draw(sheet, x + left, top - _PADDING, extent)

    def _top_height(self, width: float) -> float:
        return self._name_height(width) + self._head_height(width)

    def _name_height(self, width: float) -> float:
        return self._continued.height(width) + SUBSECTION.after if self.is_begun else 0.0

    def _head_height(self, width: float) -> float:
        return self._row_height(self._head, width) if self._head is not None else 0.0

    def _row_height(self, row: _RowParts, width: float) -> float:
        heights = (
            cell.height(extent)
            for cell, (_left, extent) in zip(row.cells, self._places(width), strict=True)
            if cell is not None
        )
        return max(heights, default=0.0) + 2 * _PADDING

    def _places(self, width: float) -> list[tuple[float, float]]:
        """Return the left edge and the width of each column."""
        free = width - _GUTTER * (len(self._columns) - 1)
        unit = free / sum(column.share for column in self._columns)
        places, left = [], 0.0
        for column in self._columns:
            places.append((left, column.share * unit))
            left += column.share * unit + _GUTTER
        return places
