"""CSV as it is found in the wild: a header somewhere, columns by name, and some damaged lines.

A line that breaks the rules of CSV costs itself and nothing else: reading goes on with the next
line of the file, so an opened and never closed quotation mark cannot swallow the rest.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from typing import TYPE_CHECKING, TextIO

from careerdesk.domain.fields import clean_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from careerdesk.exchange.drafts import Sink
    from careerdesk.exchange.limits import Limits

DELIMITERS = (",", ";", "\t")
_HEADER_LINES = 50
_NOT_IN_NAMES = re.compile(r"[\W_]+")


def plain_name(name: str) -> str:
    """Return a name of a column or file without case, spaces, underscores and punctuation."""
    return _NOT_IN_NAMES.sub("", name.casefold())


class Damaged(str):
    """What is wrong with a record that cannot be read; it stands in the record's place."""

    __slots__ = ()


class TooManyDamagedError(Exception):
    """So many records are damaged that the file is not worth going on with."""


class TooManyRowsError(Exception):
    """The file has more records than are read."""


class Row:
    """One record of a table; cells are asked for by the plain name of their column."""

    __slots__ = ("_columns", "cells", "line")

    def __init__(self, line: int, cells: list[str], columns: dict[str, int]) -> None:
        self.line = line
        self.cells = cells
        self._columns = columns

    def __getitem__(self, name: str) -> str:
        """Return a cell as clean text; empty if the column or the cell is not there."""
        return clean_text(self.raw(name))

    def raw(self, name: str) -> str:
        """Return a cell exactly as it is in the file."""
        at = self._columns.get(name, -1)
        return self.cells[at] if 0 <= at < len(self.cells) else ""

    def is_blank(self) -> bool:
        """Say whether no cell holds anything."""
        return not any(map(str.strip, self.cells))


class Table:
    """A CSV file whose header has been found.

    ``header`` holds its columns as they are written, ``line`` is the line on which it ends.
    """

    def __init__(
        self, lines: _Lines, delimiter: str, header: Sequence[str], limits: Limits
    ) -> None:
        self.header = tuple(clean_text(name.removeprefix("\ufeff")) for name in header)
        self.columns: dict[str, int] = {}
        for at, name in enumerate(self.header):
            self.columns.setdefault(plain_name(name), at)
        self.line = lines.number
        self._lines = lines
        self._delimiter = delimiter
        self._limits = limits

    def rows(self) -> Iterator[Row | tuple[int, Damaged]]:
        """Return the records that are not blank; of a damaged one its line and what is wrong.

        Raises:
            TooManyDamagedError, TooManyRowsError: reading was given up.
        """
        damaged = 0
        for count, (line, cells) in enumerate(_records(self._lines, self._delimiter)):
            if count >= self._limits.rows:
                raise TooManyRowsError
            if isinstance(cells, Damaged):
                damaged += 1
                if damaged > self._limits.damaged_records:
                    raise TooManyDamagedError
                yield line, cells
                continue
            row = Row(line, cells, self.columns)
            if row.is_blank():
                continue
            if max(map(len, cells)) > self._limits.field_chars:
                yield line, Damaged(_too_long(self._limits.field_chars))
                continue
            yield row

    def good_rows(self, kind: str, sink: Sink) -> Iterator[Row]:
        """Return the records that can be read, and put the others into the sink as left out.

        Raises:
            TooManyDamagedError, TooManyRowsError: reading was given up.
        """
        for row in self.rows():
            if isinstance(row, Row):
                yield row
            else:
                line, damage = row
                sink.leave_out(kind, line, str(damage))


def find_table(text: TextIO, is_header: Callable[[set[str]], bool], limits: Limits) -> Table | None:
    """Return the table whose header is the first record that ``is_header`` accepts, or None.

    ``is_header`` is asked with the plain names of the cells of each of the first records, read
    with a comma, a semicolon (as Excel writes in much of Europe) and a tab between them.
    """
    lines = _Lines(text, limits)
    first = lines.take(_HEADER_LINES)
    for delimiter in DELIMITERS:
        sample = _Lines(None, limits)
        sample.give_back(first)
        for _, cells in _records(sample, delimiter):
            if not isinstance(cells, Damaged) and is_header({plain_name(cell) for cell in cells}):
                lines.give_back(first[sample.number :])
                lines.number = sample.number
                return Table(lines, delimiter, cells, limits)
    return None


class _LongLine(str):
    """The beginning of a line that is too long to be read."""

    __slots__ = ()


class _RecordError(Exception):
    """The record cannot be read, for a reason the csv module does not know."""


class _Lines:
    """The lines of a text one by one, counted, and able to be given back."""

    def __init__(self, text: TextIO | None, limits: Limits) -> None:
        self._text = text
        self._limits = limits
        self._waiting: deque[str] = deque()
        self.number = 0
        self.taken: list[str] = []
        self._taken_chars = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else self._read()
        if not line:
            raise StopIteration
        self.number += 1
        self.taken.append(line)
        self._taken_chars += len(line)
        if isinstance(line, _LongLine):
            raise _RecordError(_too_long(self._limits.field_chars))
        if self._taken_chars > self._limits.record_chars:
            raise _RecordError(_UNCLOSED)
        return line

    def start_record(self) -> None:
        self.taken = []
        self._taken_chars = 0

    def restart_after_first(self) -> None:
        """Give back all lines of the record but its first."""
        self.give_back(self.taken[1:])
        self.number -= len(self.taken) - 1

    def give_back(self, lines: list[str]) -> None:
        self._waiting.extendleft(reversed(lines))

    def take(self, most: int) -> list[str]:
        """Return up to so many lines without counting them; fewer if they are long."""
        found: list[str] = []
        chars = 0
        while len(found) < most and chars < self._limits.record_chars and (line := self._read()):
            found.append(line)
            chars += len(line)
        return found

    def _read(self) -> str:
        if self._text is None:
            return ""
        most = self._limits.record_chars
        line = self._text.readline(most)
        if len(line) < most or line.endswith(("\n", "\r")):
            return line
        while (rest := self._text.readline(most)) and not rest.endswith(("\n", "\r")):
            pass
        return _LongLine(line[:1_000])


def _records(lines: _Lines, delimiter: str) -> Iterator[tuple[int, list[str] | Damaged]]:
    """Yield each record with the line it starts on; a damaged one costs only its first line."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.start_record()
        start = lines.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, _RecordError) as error:
            lines.restart_after_first()
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            yield start, Damaged(_in_words(str(error)))
            continue
        yield start, cells


_UNCLOSED = "A quotation mark is opened and never closed."


def _in_words(error: str) -> str:
    if "unexpected end" in error:
        return _UNCLOSED
    if "expected after" in error:
        return "Text follows a closing quotation mark."
    if "field limit" in error:
        return _too_long(csv.field_size_limit())
    return error if error.endswith(".") else "The line is not CSV."


def _too_long(chars: int) -> str:
    return f"A field has more than {chars:,} characters."
