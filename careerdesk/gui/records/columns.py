"""Columns of a list, described once: their words, their order, and how a cell is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from careerdesk.domain.folding import fold
from careerdesk.gui.widgets.level_steps import Steps


class Row(NamedTuple):
    """One record in a list, with what the listing has found out about it."""

    record: Any
    extra: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.

    Args:
        key: names it in the settings; never shown.
        title: gives its heading in the reader's language.
        text: gives the words of a cell.
        sort: gives what cells are ordered by; None, which stays last in both directions, is
            unknown. By default the words, without case and accents.
        is_number: set at the right, its figures under each other.
        width: in characters, before the user changes it.
        is_shown: before the user chooses.
        grows: whether it takes a share of the room that is left, although it is short.
        tone: gives the tone of a pill around the words ("", "warning", "danger", "accent"), or
            None for words without one. No pill is drawn around no words.
        level: gives a level of 0 to 5 that is drawn as steps before the words, or None for
            unknown; or all that the steps say.
        spoken: gives what a screen reader says of a cell after its heading, where that is not its
            words.
    """

    key: str
    title: Callable[[], str]
    text: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None
    is_number: bool = False
    width: int = 16
    is_shown: bool = True
    grows: bool = False
    tone: Callable[[Row], str | None] | None = None
    level: Callable[[Row], float | Steps | None] | None = None
    spoken: Callable[[Row], str] | None = None

    def sort_key(self, row: Row) -> Any:
        """Return what the cell of a row is ordered by; None is unknown."""
        if self.sort is not None:
            return self.sort(row)
        return fold(self.text(row)) or None
