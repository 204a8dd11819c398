"""The folded texts of the records of one kind, in the order in which results are shown.

They stand in blocks, each a few long strings: looking through one string of sixty records is
several times as fast as through sixty strings all over the memory, and takes less than half of it.
"""

from __future__ import annotations

import heapq
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from careerdesk.domain.folding import fold
from careerdesk.domain.partial_date import PartialDate
from careerdesk.words import month

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from careerdesk.storage.search_rows import SearchRow

# What sorts it (day or title) and all texts, each on a line; the title after a blank; the id and
# the marks of what joins others to it. Plain tuples of text cost the garbage collector nothing.
_Entry = tuple[str, str, str]

_BLOCK: Final = 64  # records; twice as many are halved
_BETWEEN: Final = "\r"  # records; folded text holds no white space but blanks
_ID: Final = 36  # characters
_MARK: Final = 8  # characters
_FEW: Final = 8  # looked for in a whole block at once
# So many records are sorted at a time, and merged with others at the end: sorting 50,000 at once
# would hold up the window.
_RUN: Final = 4000
_STEP: Final = 1000  # records merged without a pause


class _Block(NamedTuple):
    """Some records that follow each other: their texts, titles and ids, each in one string."""

    texts: str
    titles: str
    keys: str

    def entries(self) -> list[_Entry]:
        parts = (part.split(_BETWEEN) for part in self)
        return list(zip(*parts, strict=True))


class FoldedTexts:
    """Sorted by title, or by day with the newest first."""

    def __init__(self, is_by_day: bool) -> None:
        self._is_by_day = is_by_day
        self._blocks: list[_Block] = []
        self._runs: list[list[_Entry]] = [[]]  # while it is filled; all but the last are sorted

    def __bool__(self) -> bool:
        return bool(self._blocks)

    def fill(self, rows: Iterable[SearchRow]) -> None:
        """Take in records that are not there yet; they can be found, though not in their order."""
        entries = list(map(_entry, rows))
        self._blocks += _in_blocks(entries)
        self._runs[-1] += entries
        if len(self._runs[-1]) >= _RUN:
            self._sort(self._runs[-1])
            self._runs.append([])

    def settle(self) -> Iterator[None]:
        """Bring what was filled in into its order; yield now and then."""
        runs, self._runs = self._runs, [[]]
        self._sort(runs[-1])
        merged = heapq.merge(*runs, reverse=self._is_by_day)
        blocks: list[_Block] = []
        while some := list(islice(merged, _STEP)):
            blocks += _in_blocks(some)
            yield
        self._blocks = blocks

    def replace(self, ids: Collection[str], rows: Iterable[SearchRow]) -> None:
        """Forget the records with these ids, and take in these that there are of them."""
        gone = frozenset(ids)
        kept: list[_Block] = []
        for block in self._blocks:
            if any(key[:_ID] in gone for key in block.keys.split(_BETWEEN)):
                kept += _in_blocks([one for one in block.entries() if one[2][:_ID] not in gone])
            else:
                kept.append(block)
        self._blocks = kept
        for entry in map(_entry, rows):
            self._insert(entry)

    def joined_by(self, ids: Iterable[str]) -> Iterator[str]:
        """Yield the ids of the records which these rows joined to others when they were read."""
        marks = {key[:_MARK] for key in ids}
        for block in self._blocks:
            if len(marks) > _FEW or any(mark in block.keys for mark in marks):
                for key in block.keys.split(_BETWEEN):
                    ends = range(_ID, len(key), _MARK)
                    if any(key[at : at + _MARK] in marks for at in ends):
                        yield key[:_ID]

    def holding(self, words: Sequence[str]) -> Iterator[str]:
        """Yield the ids of the records in whose texts all of these folded words are, in order."""
        longest, *others = sorted(words, key=len, reverse=True)  # in fewer than short ones are
        for block in self._blocks:
            if longest not in block.texts or any(word not in block.texts for word in others):
                continue
            texts = block.texts.split(_BETWEEN)
            places = [at for at, text in enumerate(texts) if longest in text]
            for word in others:
                places = [at for at in places if word in texts[at]]
            if places:
                keys = block.keys.split(_BETWEEN)
                yield from (keys[at][:_ID] for at in places)

    def best(self, words: Sequence[str], most: int, held: Iterable[str]) -> tuple[list[str], int]:
        """Choose the best of the records that hold some words, and say how good the first is.

        Args:
            words: The folded words.
            most: How many are wanted.
            held: The first ids that ``holding`` yields for the words, at least one.

        Returns:
            At most so many ids, and 0 if the first title begins with the words, 1 if its words do,
            2 if the title holds them, else 3.
        """
        ranked = (
            self._titled([f"\n {' '.join(words)}"]),
            self._titled([f" {word}" for word in words]),
            self._titled(words),
            held,
        )
        chosen: dict[str, int] = {}
        for rank, ids in enumerate(ranked):
            for key in ids:
                chosen.setdefault(key, rank)
                if len(chosen) == most:
                    return list(chosen), min(chosen.values())
        return list(chosen), min(chosen.values())

    def _titled(self, parts: Sequence[str]) -> Iterator[str]:
        """Yield the ids of those whose title holds all of these."""
        for block in self._blocks:
            if all(part in block.titles for part in parts):
                titles = block.titles.split(_BETWEEN)
                keys = block.keys.split(_BETWEEN)
                for at, title in enumerate(titles):
                    if all(part in title for part in parts):
                        yield keys[at][:_ID]

    def _insert(self, entry: _Entry) -> None:
        at = max(sum(self._in_order(block.texts, entry[0]) for block in self._blocks) - 1, 0)
        entries = [entry, *(self._blocks[at].entries() if self._blocks else ())]
        self._sort(entries)
        self._blocks[at : at + 1] = _in_blocks(entries)

    def _in_order(self, first: str, second: str) -> bool:
        return first >= second if self._is_by_day else first <= second

    def _sort(self, entries: list[_Entry]) -> None:
        entries.sort(reverse=self._is_by_day)


def _in_blocks(entries: Sequence[_Entry]) -> Iterator[_Block]:
    """Yield the blocks of sorted entries; none is more than twice as long as a common one."""
    left = iter(entries)
    count = len(entries) if len(entries) < 2 * _BLOCK else _BLOCK
    while some := list(islice(left, count)):
        yield _Block(*(_BETWEEN.join(part) for part in zip(*some, strict=True)))


def _entry(row: SearchRow) -> _Entry:
    title = fold(row.title)
    words = [row.text, *map(_date_words, (row.day, *row.dates.split()))]
    text = f"{row.day}\n{title}\n{fold(' '.join(words))}"
    return (text, f"\n {title}", row.id + row.joined)


def _date_words(text: str) -> str:
    """Return an ISO date with its words, so that 2026-03, March 2026 and mar 2026 all find it."""
    if len(text) < 7:
        return text
    return f"{text} {text[8:].lstrip('0')} {month(PartialDate(text[:7]).first_day())}"
