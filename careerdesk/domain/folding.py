"""Comparing names as people type them: without case, accents and doubled spaces."""

from __future__ import annotations

import unicodedata
from typing import Final

# Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN: Final = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "\u0131": "i",
        "ħ": "h",
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
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in apart if not unicodedata.combining(char))
    return " ".join(plain.translate(_PLAIN).split())
