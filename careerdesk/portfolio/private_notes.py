"""Private notes, printed only when asked for: each beside its day, or below what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerdesk.portfolio.blocks import Aside
from careerdesk.portfolio.experience_section import ASIDE
from careerdesk.portfolio.styles import QUIET
from careerdesk.portfolio.text import paragraphs, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdesk.portfolio.blocks import Block

_SPACE: Final = 6.0


def dated(day_words: str, words: str, note: str = "") -> Iterator[Block]:
    """Yield an entry with its day in the margin, and the note on it below."""
    found = [
        *([text(words, QUIET, indent=ASIDE)] if words else []),
        *paragraphs(note, QUIET, indent=ASIDE),
    ]
    if found:
        found[0].keeps_with_next = bool(words) and len(found) > 1
        yield Aside(text(day_words, QUIET), ASIDE - 14, before=_SPACE)
        yield from found
