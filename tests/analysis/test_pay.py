"""What pay comes to, from what is known of it."""

from __future__ import annotations

import uuid

from careerdesk.analysis.pay import CashAtTarget, cash_at_target
from careerdesk.domain.experience import Pay, PayId


def pay(base: int | None, bonus: int | None = None, equity: int | None = None) -> Pay:
    return Pay(
        id=PayId(uuid.uuid4()),
        currency="USD",
        base_minor=base,
        bonus_permille=bonus,
        equity_minor=equity,
    )


def test_that_a_bonus_is_added_to_the_base() -> None:
    assert cash_at_target(pay(180_000_00, 150)) == CashAtTarget(207_000_00, is_least=False)
    assert cash_at_target(pay(155_000_00, 0)) == CashAtTarget(155_000_00, is_least=False)


def test_that_an_unknown_bonus_makes_it_the_least() -> None:
    assert cash_at_target(pay(220_000_00)) == CashAtTarget(220_000_00, is_least=True)


def test_that_without_a_base_there_is_no_sum() -> None:
    assert cash_at_target(pay(None, 150)) is None


def test_that_equity_is_no_cash() -> None:
    assert cash_at_target(pay(100, 0, 9_000)) == CashAtTarget(100, is_least=False)


def test_that_half_a_unit_is_rounded_up_and_never_through_floats() -> None:
    assert cash_at_target(pay(100, 5)) == CashAtTarget(101, is_least=False)  # 0.5 of a cent
    assert cash_at_target(pay(10**13, 1)) == CashAtTarget(10**13 + 10**10, is_least=False)
