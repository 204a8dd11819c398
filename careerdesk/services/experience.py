"""Work and study so far: positions, pay, education; each writing function is one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.experience import Education, Pay, Position
from careerdesk.domain.fields import require_currency
from careerdesk.domain.money import in_currency
from careerdesk.services import records

if TYPE_CHECKING:
    from careerdesk.domain.partial_date import PartialDate
    from careerdesk.storage.desk import Desk


def positions(desk: Desk) -> list[Position]:
    """Return all positions, the latest first; one without dates comes last."""
    return sorted(desk.all(Position), key=lambda one: _latest(one.started, one.ended), reverse=True)


def education(desk: Desk) -> list[Education]:
    """Return all education, the latest first."""
    return sorted(
        desk.all(Education), key=lambda one: _latest(one.started, one.ended), reverse=True
    )


def with_amounts(
    pay: Pay, base_minor: int | None, equity_minor: int | None, *, read_in: str, currency: str
) -> Pay:
    """Return pay with amounts whose figures were read in one currency and mean another.

    Raises:
        InvalidValueError: that is no currency, or it has no units as small as an amount's.
    """
    require_currency("currency", currency)

    def meant(minor: int | None) -> int | None:
        return None if minor is None else in_currency(minor, read_in, currency)

    try:
        base, equity = meant(base_minor), meant(equity_minor)
    except ValueError:
        raise InvalidValueError(
            "currency", f"cannot be {currency}, which has no units as small as the amounts"
        ) from None
    return replace(pay, base_minor=base, equity_minor=equity, currency=currency)


def change_amount(desk: Desk, pay: Pay, field: str, minor: int | None, usual: str) -> None:
    """Give pay another base or equity, in its own currency or, if it has none, in the usual one.

    Raises:
        InvalidValueError: the amount is out of range; nothing was changed.
    """
    if minor != getattr(pay, field):
        currency = pay.currency or (usual if minor is not None else "")
        records.edit(desk, pay, **{field: minor, "currency": currency})


def change_currency(desk: Desk, pay: Pay, currency: str, usual: str) -> None:
    """Give pay another currency; the figures people read stay the same.

    Raises:
        InvalidValueError: that is no currency, or it has no units as small as an amount's.
    """
    currency, before = currency.upper(), pay.currency or usual
    if currency == before:
        return
    after = with_amounts(pay, pay.base_minor, pay.equity_minor, read_in=before, currency=currency)
    records.edit(
        desk,
        pay,
        base_minor=after.base_minor,
        equity_minor=after.equity_minor,
        currency=currency,
    )


def _latest(started: PartialDate | None, ended: PartialDate | None) -> tuple[str, str]:
    """Order by the end, what still lasts after everything, then by the start."""
    if started is None and ended is None:
        return "", ""
    return (ended.text if ended else "9999"), (started.text if started else "")
