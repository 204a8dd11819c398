"""Find the line of a TOML file on which something stands; the standard library does not tell.

Only for text that ``tomllib`` has accepted: what it has refused may lead anywhere.
"""

from __future__ import annotations

import re

Way = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY_PART = re.compile(r'[ \t]*(?:"((?:[^"\\]|\\.)*)"|\'([^\']*)\'|([A-Za-z0-9_-]+))[ \t]*')
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL
)
_SCALAR = re.compile(r"[^,\]}#\n]+")


def lines_of(text: str) -> dict[Way, int]:
    """Return the line, from 1, of every table, key and element, by the way to it.

    A way is made of keys and, in lists, of numbers from 0.
    """
    return _Scan(text).lines


def line_of(lines: dict[Way, int], way: Way) -> int:
    """Return the line of something or, if it is not there, of what it would be in; 1 at worst."""
    while way not in lines and way:
        way = way[:-1]
    return lines.get(way, 1)


class _Scan:
    """One reading of a text from its start to its end."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Way, int] = {}
        self._text = text
        self._at = 0
        self._counts: dict[Way, int] = {}  # how many tables each list of tables has so far
        table: Way = ()
        while self._skip() < len(text):
            if text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _skip(self) -> int:
        """Go past blanks, line ends and comments."""
        blank = _BLANK.match(self._text, self._at)
        assert blank is not None
        self._at = blank.end()
        return self._at

    def _mark(self, way: Way, at: int) -> None:
        self.lines.setdefault(way, self._text.count("\n", 0, at) + 1)

    def _header(self) -> Way:
        start, many = self._at, self._text.startswith("[[", self._at)
        self._at += 2 if many else 1
        keys = self._keys()
        self._at += 2 if many else 1
        way: Way = ()
        for number, key in enumerate(keys):
            way = (*way, key)
            self._mark(way, start)
            if many and number == len(keys) - 1:
                self._counts[way] = self._counts.get(way, 0) + 1
            if way in self._counts:  # a table below means the last one of its list
                way = (*way, self._counts[way] - 1)
                self._mark(way, start)
        return way

    def _keys(self) -> list[str]:
        keys = []
        while True:
            part = _KEY_PART.match(self._text, self._at)
            assert part is not None, f"no key at {self._at}"
            keys.append(next(found for found in part.groups() if found is not None))
            self._at = part.end()
            if self._text[self._at] != ".":
                return keys
            self._at += 1

    def _pair(self, table: Way) -> None:
        start, way = self._at, table
        for key in self._keys():
            way = (*way, key)
            self._mark(way, start)
        self._at += 1  # the equals sign
        self._value(way)

    def _value(self, way: Way) -> None:
        self._skip()
        first = self._text[self._at]
        if first == "[":
            self._list(way)
        elif first == "{":
            self._inline_table(way)
        else:
            pattern = _STRING if first in "\"'" else _SCALAR
            found = pattern.match(self._text, self._at)
            assert found is not None, f"no value at {self._at}"
            self._at = found.end()

    def _list(self, way: Way) -> None:
        self._at += 1
        count = 0
        while self._text[self._skip()] != "]":
            if self._text[self._at] == ",":
                self._at += 1
                continue
            self._mark((*way, count), self._at)
            self._value((*way, count))
            count += 1
        self._at += 1

    def _inline_table(self, way: Way) -> None:
        self._at += 1
        while self._text[self._skip()] != "}":
            if self._text[self._at] == ",":
                self._at += 1
                continue
            self._pair(way)
        self._at += 1
