"""Exact shares written with few decimals so that what is written still adds up.

Rounding each share by itself makes sums that are off by a few tenths, and a reader who adds them
up finds a mistake. Here the rounded sum is dealt out: each share gets its whole steps, and the
steps that are left go to those with the largest remainders.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from careerdesk.analysis.coverage import Coverage

TENTHS: Final = 1000  # of a whole coverage: it is written in points of 100 with one decimal


def apportioned(shares: Sequence[Fraction], steps: int) -> tuple[int, ...]:
    """Return each share in whole steps of which 1 has ``steps``; together the rounded sum.

    Each differs from the exact one by less than a step. Of equal remainders the first comes first.

    Args:
        shares: From 0 on.
        steps: How fine they are written: 1000 for points of 100 with one decimal.
    """
    exact = [share * steps for share in shares]
    whole = [int(one) for one in exact]
    left = round(sum(exact)) - sum(whole)
    by_remainder = sorted(range(len(exact)), key=lambda at: whole[at] - exact[at])
    for at in by_remainder[: max(left, 0)]:
        whole[at] += 1
    return tuple(whole)


def shortfall_tenths(covered: Coverage) -> dict[str, int]:
    """Return what each skill of a role costs, in tenths of a point of 100, by the skill's key.

    They are the same wherever they are written, and sum to what is missing in all.
    """
    dealt = apportioned([one.shortfall for one in covered.shares], TENTHS)
    return dict(zip((one.requirement.skill for one in covered.shares), dealt, strict=True))
