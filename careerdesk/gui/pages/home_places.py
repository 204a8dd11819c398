"""Where the cards of Home stand: in three, two or one column, with a role aimed at or without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from careerdesk.gui.widgets.card import take_apart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdesk.gui.widgets.card import Card

GAP: Final = 14  # between cards
_THREE_COLUMNS, _TWO_COLUMNS = 54, 36  # widths from which so many fit, in lines of text

# A row of cards; a row in a row stands for a column of rows, beside the card before it.
_Row = tuple["str | tuple[tuple[str, ...], ...]", ...]
_WITH_TARGET: Final[dict[int, tuple[_Row, ...]]] = {
    3: (
        ("readiness", (("step", "week"), ("people", "coming"))),
        ("activity",),
        ("skills", "changes"),
    ),
    2: (
        ("readiness", (("step",), ("week",))),
        ("people", "coming"),
        ("activity",),
        ("skills", "changes"),
    ),
    1: (
        *(("readiness",), ("step",), ("week",), ("people",), ("coming",)),
        *(("activity",), ("skills",), ("changes",)),
    ),
}
_WITHOUT: Final[dict[int, tuple[_Row, ...]]] = {
    3: (("aim", "week", "people"), ("activity",), ("coming", "skills", "changes")),
    2: (("aim", "week"), ("people", "coming"), ("activity",), ("skills", "changes")),
    1: (
        *(("aim",), ("week",), ("people",), ("coming",)),
        *(("activity",), ("skills",), ("changes",)),
    ),
}
# The large card beside two columns of others, as five to eight; beside one, about half.
_SHARES: Final = {3: (5, 8), 2: (1, 1)}


def columns_for(width: int, line: int) -> int:
    """Return how many columns fit into a width where a line of text is so high."""
    lines = width / max(line, 1)
    return 3 if lines >= _THREE_COLUMNS else 2 if lines >= _TWO_COLUMNS else 1


def lay_out(
    rows: QVBoxLayout, cards: Mapping[str, Card], columns: int, *, has_target: bool
) -> None:
    """Set the cards into their rows anew; those that have no place are hidden.

    Each row is a layout of its own: a grid whose cards span columns does not make them equally
    wide.
    """
    take_apart(rows, cards.values())
    places = (_WITH_TARGET if has_target else _WITHOUT)[columns]
    shown: set[str] = set()
    for names in places:
        row = QHBoxLayout()
        rows.addLayout(row)
        row.setSpacing(GAP)
        shares = _SHARES[columns] if any(not isinstance(one, str) for one in names) else (1,)
        for at, one in enumerate(names):
            share = shares[at % len(shares)]
            if isinstance(one, str):
                row.addWidget(cards[one], share)
                shown.add(one)
                continue
            column = QVBoxLayout()
            row.addLayout(column, share)
            column.setSpacing(GAP)
            for inner_names in one:
                inner = QHBoxLayout()
                column.addLayout(inner)
                inner.setSpacing(GAP)
                for name in inner_names:
                    inner.addWidget(cards[name], 1)
                    shown.add(name)
    for name, card in cards.items():
        card.setVisible(name in shown)
