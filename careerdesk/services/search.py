"""Finding any record by any of its texts, as fast as one types.

The index holds one folded text of each record and nothing else: what is shown of a result is read
from the desk, so it is always as it stands there. It is filled in slices, so that the window goes
on meanwhile, and kept current by what changes touched. Plain texts are looked through from end to
end, which finds C++, C# and R&D and the middle of a word, where an index of words would not.
"""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.folding import fold
from careerdesk.domain.records import KINDS, TABLE_OF
from careerdesk.services.folded_texts import FoldedTexts
from careerdesk.storage.search_rows import SEARCHED, named_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdesk.domain.touched import Touched
    from careerdesk.storage.desk import Desk

MOST_SHOWN: Final = 6  # of one kind
# A letter may be in 50,000 records: counting them all would take longer than finding the best.
COUNTED_AT_MOST: Final = 1000
_SLICE: Final = 120  # rows read without looking at the clock; about 3 ms
_JOINING: Final = ("participant", "role_skill")
_BY_DAY: Final = frozenset({"conversation", "study_session", "follow_up", "rating"})


@dataclass(frozen=True, slots=True)
class Group:
    """The best results of one kind, and how many there are in all, counted to COUNTED_AT_MOST.

    A larger ``total`` says that there are more than that.
    ``rank`` is that of the best: 0 for a title that begins with what was typed, 1 for words of a
    title that do, 2 for a title that holds it, 3 for any other text.
    """

    kind: type[Any]
    ids: tuple[uuid.UUID, ...]
    total: int
    rank: int


class SearchIndex:
    """The texts of one desk; empty until ``work`` has been called often enough."""

    def __init__(self, desk: Desk) -> None:
        self._rows = desk.search_rows()
        self._texts = {table: FoldedTexts(table in _BY_DAY) for table in SEARCHED}
        self._whole: list[str] = list(SEARCHED)
        self._stale: dict[str, set[str]] = {}
        self._notices: list[Touched] = []
        self._steps: Iterator[None] | None = None

    @property
    def is_complete(self) -> bool:
        """Whether every change heard of is in the index."""
        return not (self._whole or self._stale or self._notices or self._steps)

    def note(self, touched: Touched) -> None:
        """Hear of a change; ``work`` takes it in."""
        self._notices.append(touched)

    def work(self, seconds: float) -> bool:
        """Read on for about so long; say whether something is left to read."""
        until = time.perf_counter() + seconds
        while not self.is_complete:
            if self._steps is None:
                self._steps = self._reading()
            if next(self._steps, self) is self:
                self._steps = None
            if time.perf_counter() >= until:
                break
        return not self.is_complete

    def finish(self) -> None:
        """Read all that is left."""
        while self.work(1):
            pass

    def answer(self, query: str, most: int = MOST_SHOWN) -> list[Group]:
        """Return what holds all words of a query, the kinds with the best results first."""
        words = fold(query).split()
        if not words:
            return []
        found = []
        for table, texts in self._texts.items():
            if held := list(islice(texts.holding(words), COUNTED_AT_MOST + 1)):
                chosen, rank = texts.best(words, most, held)
                ids = tuple(map(uuid.UUID, chosen))
                found.append(Group(KINDS[table], ids, len(held), rank))
        return sorted(found, key=lambda group: group.rank)  # else in the order of the kinds

    def ids(self, kind: type[Any], query: str) -> list[uuid.UUID]:
        """Return every record of a kind that holds all words of a query."""
        words = fold(query).split()
        return list(map(uuid.UUID, self._texts[TABLE_OF[kind]].holding(words))) if words else []

    def _reading(self) -> Iterator[None]:
        """Take in one notice, or read some records again, or a whole kind; yield now and then."""
        if self._notices:
            self._take_in(self._notices.pop(0))
        elif self._stale:
            table = next(iter(self._stale))
            yield from self._read_again(table, list(self._stale.pop(table)))
        elif self._whole:
            yield from self._read_kind(self._whole.pop(0))

    def _read_kind(self, table: str) -> Iterator[None]:
        known = self._texts[table]
        # At first the results show as they come, later all at once.
        fresh = FoldedTexts(table in _BY_DAY) if known else known
        position = 0
        while rows := self._rows.after(table, position, _SLICE):
            position = rows[-1].position
            fresh.fill(rows)
            yield
        yield from fresh.settle()
        self._texts[table] = fresh

    def _read_again(self, table: str, ids: list[str]) -> Iterator[None]:
        for first in range(0, len(ids), _SLICE):
            some = ids[first : first + _SLICE]
            self._texts[table].replace(some, self._rows.of(table, some))
            yield

    def _take_in(self, touched: Touched) -> None:
        """Have all records read again that a change touched, and those that name such a one."""
        for table in SEARCHED:
            concerned = touched.tables & (named_in(table) | {table})
            named = {other: touched.ids_of(other) for other in concerned}
            if None in named.values():
                if table not in self._whole:
                    self._whole.append(table)
                continue
            stale: set[str] = set()
            for other, keys in named.items():
                ids = [str(key) for key in keys or ()]
                stale.update(ids if other == table else self._rows.naming(table, other, ids))
                if other in _JOINING:  # those that are gone are known by what was read
                    stale.update(self._texts[table].joined_by(ids))
            if stale:
                self._stale.setdefault(table, set()).update(stale)
