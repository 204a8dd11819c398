"""Cutting and wrapping text by its measured width, whoever measures it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    Measure = Callable[[str], float]

ELLIPSIS: Final = "…"


def likely_part(text: str, room: float, lines: int = 1) -> str:
    """Return as much of a text as could ever fit, which spares measuring very long ones.

    No glyph of a name is this narrow.
    """
    return text[: int(room) * lines + 400]


def fit(shown: str, room: float, measure: Measure) -> str:
    """Return a printable text, cut with an ellipsis if it is wider than its room."""
    if len(shown) <= room and measure(shown) <= room:
        return shown
    low, high = 0, min(len(shown), int(room) + 1)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(shown[:middle].rstrip() + ELLIPSIS) <= room:
            low = middle
        else:
            high = middle - 1
    return shown[:low].rstrip() + ELLIPSIS


def wrap(shown: str, room: float, measure: Measure, *, lines: int) -> list[str]:
    """Return a printable text on at most so many lines, the last one cut if it must be."""
    words = shown.split()
    wrapped: list[str] = []
    while words and len(wrapped) < lines - 1:
        count = _likely_count(words, room, measure)
        while count > 1 and measure(" ".join(words[:count])) > room:
            count -= 1
        while count < len(words) and measure(" ".join(words[: count + 1])) <= room:
            count += 1
        wrapped.append(fit(" ".join(words[:count]), room, measure))
        words = words[count:]
    return [*wrapped, fit(" ".join(words), room, measure)] if words else wrapped


def _likely_count(words: list[str], room: float, measure: Measure) -> int:
    """Return about how many words stand in a line; to measure each alone is far less work."""
    taken, space = 0.0, measure("n n") - measure("nn")
    for count, word in enumerate(words):
        taken += measure(word) + space
        if taken > room:
            return max(count, 1)
    return len(words)
