"""Cells of CSV files that a spreadsheet would run as formulas, disarmed without losing anything.

A leading apostrophe makes spreadsheets treat a cell as text. A cell that already begins with one
gets a second, so that reading the file back gives every text exactly as it was.
"""

from __future__ import annotations

from typing import Final

# What OWASP ("CSV injection") lists, with the full-width forms that some locales accept.
_RISKY: Final = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
_GUARD: Final = "'"


def guard(cell: str) -> str:
    """Return the cell as it is written: one that begins like a formula starts with ``'``."""
    return _GUARD + cell if _needs_guard(cell) else cell


def unguard(cell: str) -> str:
    """Return the text that ``guard`` was given; a cell it never touched comes back unchanged."""
    return cell[1:] if cell.startswith(_GUARD) and _needs_guard(cell[1:]) else cell


def _needs_guard(cell: str) -> bool:
    return cell[:1] in _RISKY or cell.startswith(_GUARD)
