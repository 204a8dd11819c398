"""Making user text fit into a chart: literal, on one or two lines, never wider than its place.

Widths and sizes are in points.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache, partial
from typing import Final

from matplotlib import font_manager
from matplotlib.ft2font import LoadFlags

from careerdesk.charts import fitting, style
from careerdesk.charts.fitting import ELLIPSIS

__all__ = ["ELLIPSIS", "MISSING", "fit", "lacking", "printable", "width", "wrap"]
# Stands for a character none of the fonts can show; the table beside the chart still holds it.
MISSING: Final = "□"
_MEASURED_AT: Final = 100.0


def printable(text: str) -> str:
    """Return the text on one line, with a box for each character that the fonts lack."""
    one_line = " ".join(text.split())
    return "".join(
        char if ord(char) in _characters() else MISSING
        for char in one_line
        # Invisible marks, such as those that turn the writing direction round.
        if unicodedata.category(char) not in ("Cf", "Cc", "Cs")
    )


def lacking(text: str) -> set[str]:
    """Return the characters of a text that are drawn as a box."""
    shown = (char for char in " ".join(text.split()) if ord(char) not in _characters())
    return {char for char in shown if unicodedata.category(char) not in ("Cf", "Cc", "Cs")}


def width(text: str, size: float, *, semibold: bool = False) -> float:
    """Return how wide a printable text will be."""
    return _unit_width(text, semibold) * size / _MEASURED_AT


def fit(text: str, room: float, size: float, *, semibold: bool = False) -> str:
    """Return the printable text, cut with an ellipsis if it is wider than its room."""
    shown = printable(fitting.likely_part(text, room))
    return fitting.fit(shown, room, partial(width, size=size, semibold=semibold))


def wrap(text: str, room: float, size: float, *, lines: int) -> list[str]:
    """Return the printable text on at most so many lines, the last one cut if it must be."""
    shown = printable(fitting.likely_part(text, room, lines))
    return fitting.wrap(shown, room, partial(width, size=size), lines=lines)


@lru_cache(maxsize=4096)
def _unit_width(text: str, semibold: bool) -> float:
    file = style.SEMIBOLD_FILE if semibold else style.REGULAR_FILE
    # Asked for and sized each time: matplotlib keeps one font per thread and sizes it for itself.
    font = font_manager.get_font([file, style.FALLBACK_FILE])
    font.set_size(_MEASURED_AT, 72)
    font.set_text(text, flags=LoadFlags.NO_HINTING)  # as texts are drawn
    return float(font.get_width_height()[0]) / 64


@lru_cache(maxsize=1)
def _characters() -> frozenset[int]:
    """Return the characters one of the fonts can show."""
    files = (style.REGULAR_FILE, style.FALLBACK_FILE)
    return frozenset().union(*(font_manager.get_font(file).get_charmap() for file in files))
