"""Which rows of a list are shown, and in which order: filter and sort on plain lists.

Qt's proxy models compare two rows at a time through Python, which takes a second for 20,000 rows;
here each row gives its key once and Python sorts the keys.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any

from careerdesk.collection import COLLECTION_PAUSE
from careerdesk.domain.folding import fold

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Collection, Iterable, Sequence

    from careerdesk.gui.records.columns import Column, Row

Keyed = tuple[Any, "Row"]


class Ordering:
    """The choices about one list: which column it is sorted by, and what is left out.

    ``only`` names the records that may be shown at all, ``passes`` says it of a row; None of
    either leaves nothing out. ``usual`` gives what rows are ordered by while ``column`` is that of
    none, -1; a list without it is always sorted by some column.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        haystack: Callable[[Row], str],
        usual: Callable[[Row], Any] | None = None,
    ) -> None:
        self.usual = usual
        self._columns = columns
        self._haystack = haystack
        self._stacks: dict[int, str] = {}
        self.column = 0
        self.is_descending = False
        self.words: tuple[str, ...] = ()
        self.only: Collection[uuid.UUID] | None = None
        self.passes: Callable[[Row], bool] | None = None

    @property
    def is_filtering(self) -> bool:
        """Say whether some rows may be left out."""
        return bool(self.words) or self.only is not None or self.passes is not None

    def set_text(self, text: str) -> None:
        """Show only rows that hold all these words, without regard to case and accents."""
        self.words = tuple(fold(text).split())

    def forget(self, row: Row | None = None) -> None:
        """Drop what was computed for a row; None is all of them."""
        if row is None:
            self._stacks.clear()
        else:
            self._stacks.pop(row.record.id.int, None)

    @property
    def sort_key(self) -> Callable[[Row], Any]:
        """What gives the key of a row."""
        if self.column < 0 and self.usual is not None:
            return self.usual
        return self._columns[self.column].sort_key

    def key(self, row: Row) -> Any:
        """Return what a row is ordered by now; None, which comes last, is unknown."""
        return self.sort_key(row)

    def is_shown(self, row: Row) -> bool:
        """Say whether a row passes all filters."""
        if self.only is not None and row.record.id not in self.only:
            return False
        if self.passes is not None and not self.passes(row):
            return False
        if not self.words:
            return True
        key = row.record.id.int  # an id itself is slower to look up
        stack = self._stacks.get(key)
        if stack is None:
            stack = self._stacks[key] = self._haystack(row)
        return all(word in stack for word in self.words)

    def arranged(self, rows: Iterable[Row]) -> list[Keyed]:
        """Return the rows to show with their keys, in order."""
        sort_key = self.sort_key
        shown = filter(self.is_shown, rows) if self.is_filtering else rows
        with COLLECTION_PAUSE:  # a pair for each row, for a moment only
            return self.in_order([(sort_key(row), row) for row in shown])

    def in_order(self, keyed: Sequence[Keyed]) -> list[Keyed]:
        """Return rows with their keys in the order chosen, unknown ones last."""
        known = [one for one in keyed if one[0] is not None]
        known.sort(key=itemgetter(0), reverse=self.is_descending)  # stable in both directions
        return known + [one for one in keyed if one[0] is None]

    def place_for(self, key: Any, keys: Sequence[Any]) -> int:
        """Return where a row with that key belongs among others that are in order."""
        low, high = 0, len(keys)
        while low < high:
            middle = (low + high) // 2
            if self._precedes(key, keys[middle]):
                high = middle
            else:
                low = middle + 1
        return low

    def _precedes(self, key: Any, other: Any) -> bool:
        if key is None or other is None:
            return key is not None
        return bool(other < key if self.is_descending else key < other)
