"""Text as blocks: broken into lines, split over pages, read by nobody as markup.

Everything a user typed comes into the document through ``text`` or ``paragraphs``. There is no
markup language behind them, so ``<b>``, ``R&D`` or ``<img src=...>`` are only characters.
"""

from __future__ import annotations

import re
from copy import copy
from typing import TYPE_CHECKING, Final

from careerdesk.portfolio.blocks import Block, HasAnchor
from careerdesk.portfolio.fonts import ASCENT, DESCENT, metrics, visible
from careerdesk.portfolio.structure import Node
from careerdesk.portfolio.styles import bullet_indent
from careerdesk.words import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdesk.portfolio.sheet import Sheet
    from careerdesk.portfolio.styles import Style

_BLANKS: Final = re.compile(r"[ \t\n]+")  # not the no-break space
_BULLET: Final = re.compile(r"\s*[-*\u2022\u2013]\s+(?=\S)")
_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)\S", re.ASCII | re.IGNORECASE)
_LONGEST_HEADING: Final = 160
_SHORT: Final = 0.16  # of a full line
# Where a word that is too wide for a line is broken if possible: after these.
_SEAMS: Final = frozenset("/-_.?&=,;:")


class Text(Block):
    """Words set in one style, in lines of at most its measure; ``link`` is a web address."""

    def __init__(
        self, words: str, style: Style, *, tag: str = "P", link: str = "", indent: float = 0
    ) -> None:
        self.style = style
        self.before, self.after = style.before, style.after
        self.keeps_with_next = style.keeps_with_next
        self.indent = indent
        self._words = words
        self._link = link
        self._outer = Node(tag)
        self.node = Node("Link", self._outer) if link else self._outer
        self.broken: list[str] | None = None
        self._width = 0.0
        self.is_begun = False

    def height(self, width: float) -> float:
        """Return the height of all lines."""
        return len(self.lines(width)) * self.style.leading

    def least_height(self, width: float) -> float:
        """Return the height of two lines, or of all where there are no more than three."""
        count = len(self.lines(width))
        return (count if count <= 3 else 2) * self.style.leading

    def lines(self, width: float) -> list[str]:
        """Return the lines of the text in a column of this width."""
        room = min(width - self.indent, self.style.measure)
        if self.broken is None or self._width != room:
            self._width = room
            self.broken = _broken(self._words, room, self.style)
        return self.broken

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Return the lines that fit and the others, at least two each."""
        lines = self.lines(width)
        fitting = min(int(room / self.style.leading), len(lines) - 2)
        if fitting < 2 or len(lines) <= 3:
            return None
        first, rest = copy(self), copy(self)
        first.broken, rest.broken = lines[:fitting], lines[fitting:]
        rest.is_begun = True
        first.after = rest.before = 0
        return first, rest

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the lines and make them lead to where they link."""
        with sheet.content(self.node):
            areas = self._draw_lines(sheet, x, top, width)
        if self._link:
            self._make_links(sheet, areas)

    def draw_again(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw once more as decoration, such as the header of a table on its next page."""
        with sheet.decoration("Pagination"):
            self._draw_lines(sheet, x, top, width)

    def move_into(self, holder: Node) -> None:
        """Make the text the content of another structure element, such as a table cell."""
        if self._link:
            self._outer.tag = "Span"
            self._outer.parent = holder
            holder.kids.append(self._outer)
        else:
            self._outer = self.node = holder

    def _draw_lines(
        self, sheet: Sheet, x: float, top: float, width: float
    ) -> list[tuple[float, float, float, float]]:
        """Draw and return where each line stands: left, bottom, right, top."""
        style = self.style
        below = style.leading / 2 + style.size * (ASCENT + DESCENT) / 2
        areas = []
        for line in self.lines(width):
            extent = _extent(line, style)
            left = x + (width - extent if style.is_right else self.indent)
            sheet.write(left, top - below, line, style)
            areas.append((left, top - style.leading, left + extent, top))
            top -= style.leading
        return areas

    def _make_links(self, sheet: Sheet, areas: list[tuple[float, float, float, float]]) -> None:
        for area in areas:
            sheet.link(self.node, area, address=self._link, words=f"Open {self._link}")


class Heading(Text, HasAnchor):
    """A heading of level 2 (a section of the portfolio) or deeper; the contents lead to it."""

    def __init__(self, words: str, style: Style, *, level: int, anchor: str) -> None:
        super().__init__(cut(visible(words), _LONGEST_HEADING), style, tag=f"H{level}")
        self.level = level
        self.anchor = anchor
        self.title = self._words

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Return None: a heading stays in one piece."""
        return None

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw; a heading of level 2 opens a part of the structure."""
        if self.level == 2:
            sheet.section = Node("Sect", sheet.root)
        super().draw(sheet, x, top, width)


class ListItem(Text):
    """One item of a list, behind a bullet."""

    def __init__(self, words: str, style: Style, parent: Node, *, indent: float = 0) -> None:
        super().__init__(words, style, indent=indent + bullet_indent(style))
        item = Node("LI", parent)
        self._label = Node("Lbl", item)
        self._outer = self.node = Node("LBody", item)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the bullet, unless this is the rest of an item, then the text."""
        below = self.style.leading / 2 + self.style.size * (ASCENT + DESCENT) / 2
        if not self.is_begun:
            with sheet.content(self._label):
                left = x + self.indent - bullet_indent(self.style)
                sheet.write(left, top - below, "\u2022", self.style)
        super().draw(sheet, x, top, width)


def text(words: str, style: Style, *, link: str = "", tag: str = "P", indent: float = 0) -> Text:
    """Return one paragraph of what a user or the program wrote; line ends are blanks.

    ``link`` counts only if it is an http, https or mailto address.
    """
    link = link if _ADDRESS.match(link) else ""
    return Text(_one_line(visible(words)), style, tag=tag, link=link, indent=indent)


def paragraphs(words: str, style: Style, *, indent: float = 0) -> Iterator[Text]:
    """Yield the paragraphs of a longer text; lines that begin with a dash or bullet are a list."""
    last: Text | None = None
    items: Node | None = None
    for line in visible(words).split("\n"):
        if not line.strip():
            items = None
            if last is not None:
                last.after = style.after
            continue
        if bullet := _BULLET.match(line):
            items = items or Node("L")
            last = ListItem(_one_line(line[bullet.end() :]), style, items, indent=indent)
        else:
            items = None
            last = text(line, style, indent=indent)
        last.after = min(style.after, 2)
        yield last
    if last is not None:
        last.after = style.after


def _one_line(words: str) -> str:
    return _BLANKS.sub(" ", words).strip()


def _extent(line: str, style: Style) -> float:
    """Return the width of a line in points."""
    return (metrics(style.face).width(line) + style.tracking * len(line)) * style.size


def _broken(words: str, room: float, style: Style) -> list[str]:
    lines = _filled(words, room, style)
    if style.is_balanced and 1 < len(lines) <= 6:
        narrow, wide = room / 2, room
        while wide - narrow > 2:
            middle = (narrow + wide) / 2
            if len(_filled(words, middle, style)) > len(lines):
                narrow = middle
            else:
                wide = middle
        return _filled(words, wide, style)
    if 1 < len(lines) <= 8 and _extent(lines[-1], style) < room * _SHORT:
        # A last line of one short word looks lost; slightly shorter lines give it company.
        for narrower in (0.96, 0.92, 0.88):
            tried = _filled(words, room * narrower, style)
            if len(tried) > len(lines):
                break
            if _extent(tried[-1], style) >= room * _SHORT:
                return tried
    return lines


def _filled(words: str, room: float, style: Style) -> list[str]:
    """Break words into lines, each as full as possible; the time grows with the length only."""
    blank = _extent(" ", style)
    lines: list[str] = []
    line: list[str] = []
    used = 0.0
    for word in words.split(" "):
        extent = _extent(word, style)
        if line and used + blank + extent > room:
            lines.append(" ".join(line))
            line, used = [], 0.0
        if extent > room:
            *whole, word = _pieces(word, room, style)
            lines += whole
            extent = _extent(word, style)
        used += extent + (blank if line else 0)
        line.append(word)
    return [*lines, " ".join(line)]


def _pieces(word: str, room: float, style: Style) -> Iterator[str]:
    """Yield the parts of a word that is too wide for a line, cut after seams if there are any."""
    widths = metrics(style.face)
    start, seam, used = 0, 0, 0.0
    for at, char in enumerate(word):
        used += (widths[char] / 1000 + style.tracking) * style.size
        if used > room and at > start:
            end = seam if seam > start else at
            yield word[start:end]
            start = end
            used = _extent(word[start : at + 1], style)
        if char in _SEAMS:
            seam = at + 1
    yield word[start:]
