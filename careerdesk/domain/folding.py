"""Comparing names as people type them: without case, accents and doubled spaces."""

from __future__ import annotations

import functools
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class _Plain(dict[int, str | int | None]):
    """What stands for a letter that has been taken apart; nothing for a mark.

    Filled as letters come, since most of Unicode never does.
    """

    def __missing__(self, code: int) -> int | None:
        self[code] = plain = None if unicodedata.combining(chr(code)) else code
        return plain


# Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = _Plain(
    {
        ord(letter): plain
        for letter, plain in {
            "ł": "l",
            "ø": "o",
            "đ": "d",
            "ð": "d",
            "þ": "th",
            "æ": "ae",
            "œ": "oe",
            "\u0131": "i",
            "ħ": "h",
        }.items()
    }
)


def same_name(text: str) -> str:
    """Return the form in which two spellings of one name are equal: case and blanks aside.

    It says whether a record is the very same, where ``fold`` would take Łódź for Lodz: rows of an
    import and the ids made from them go by this one, what people type into a search by ``fold``.
    """
    return " ".join(text.casefold().split())


def fold(text: str) -> str:
    """Return the form in which ``Müller  Ødegård`` equals ``muller odegard``; ß becomes ss."""
    return " ".join(_plain(text).split())


def matches(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Return where a text says one of these folded words, as spans of the text, in order.

    Spans do not overlap; a letter that folds to two, such as ß, belongs to a span as a whole.
    """
    folded = ""
    origins: list[int] = []  # for each folded letter, the one it comes from
    for at, char in enumerate(text):
        plain = _plain_letter(char)
        folded += plain
        origins += [at] * len(plain)
    marked = {
        origin
        for word in words
        for begin in _places(word, folded)
        for origin in origins[begin : begin + len(word)]
    }
    spans: list[tuple[int, int]] = []
    for at in sorted(marked):
        end = _end_of_letter(text, at + 1)
        if spans and at <= spans[-1][1]:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((at, end))
    return spans


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()  # a hundred thousand texts are folded for the search
    # Twice, because taking apart can bring capitals: ™ becomes TM.
    apart = unicodedata.normalize("NFKD", text.casefold()).casefold()
    return apart.translate(_PLAIN)


_plain_letter = functools.lru_cache(maxsize=2000)(_plain)


def _places(word: str, folded: str) -> Iterator[int]:
    at = folded.find(word) if word else -1
    while at >= 0:
        yield at
        at = folded.find(word, at + 1)


def _end_of_letter(text: str, end: int) -> int:
    """Take in the marks that stand on the last letter."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
