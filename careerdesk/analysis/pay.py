"""What pay comes to: only from what is known, and said to be the least where something is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from careerdesk.domain.experience import Pay


class CashAtTarget(NamedTuple):
    """Base pay and bonus of a year in minor units; ``is_least`` where the bonus is unknown."""

    minor: int
    is_least: bool


def cash_at_target(pay: Pay) -> CashAtTarget | None:
    """Return base pay with the bonus at target, None if not even the base is known.

    Equity is no cash and never in it, known or not.
    """
    if pay.base_minor is None:
        return None
    if pay.bonus_permille is None:
        return CashAtTarget(pay.base_minor, is_least=True)
    bonus = (pay.base_minor * pay.bonus_permille + 500) // 1000  # whole units, a half rounded up
    return CashAtTarget(pay.base_minor + bonus, is_least=False)
