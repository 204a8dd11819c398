"""The currencies offered where an amount is entered; others are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from careerdesk.gui.context import GuiContext

_USUAL: Final = (
    "EUR", "USD", "GBP", "CHF", "AUD", "BRL", "CAD", "CNY", "CZK", "DKK", "HUF", "INR", "JPY",
    "KRW", "MXN", "NOK", "NZD", "PLN", "SEK", "SGD", "TRY", "UAH", "ZAR",
)  # fmt: skip


def offer_currencies(context: GuiContext, field: Any, _record: Any) -> None:
    """Offer the desk's own currency first, then the most traded ones."""
    own = context.shelf.preferences().currency
    codes = [own, *(code for code in _USUAL if code != own)]
    field.offer([(code, code) for code in codes if code])
