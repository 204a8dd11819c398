"""Amounts of money: stored in whole minor units, written in the units people count in.

Most currencies have a hundred minor units, but the yen has none and the Kuwaiti dinar a thousand
(ISO 4217, list one).
"""

from __future__ import annotations

from typing import Final

_USUAL: Final = 2
_DIGITS: Final = {
    **dict.fromkeys(
        (
            "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG",
            "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF",
        ),
        0,
    ),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
    **dict.fromkeys(("CLF", "UYW"), 4),
}  # fmt: skip


def digits(currency: str) -> int:
    """Return the decimal places of a currency; 2 for one not known and for none."""
    return _DIGITS.get(currency, _USUAL)


def in_currency(minor: int, before: str, after: str) -> int:
    """Return the same figures in another currency: 12.50 of one is 12.50 of the other.

    Raises:
        ValueError: the other currency has no units as small as that.
    """
    more: int = 10 ** digits(after)
    fewer: int = 10 ** digits(before)
    whole, rest = divmod(minor * more, fewer)
    if rest:
        raise ValueError("no units as small as that")
    return whole


def money_words(minor: int, currency: str) -> str:
    """Return an amount, such as EUR 54,000, EUR 12.50 or KWD 1.250; decimals only if there are any.

    Whole-number arithmetic: no amount is ever rounded.
    """
    places = digits(currency)
    whole, rest = divmod(abs(minor), 10**places)
    sign = "-" if minor < 0 else ""
    decimals = f".{rest:0{places}}" if rest else ""
    return f"{currency} {sign}{whole:,}{decimals}".strip()
