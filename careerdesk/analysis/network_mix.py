"""Whom the user knows, by function, against the mix the user aims at.

People whose function is not known are counted apart: they belong to no share. Functions are
compared without regard to case and surrounding space.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from careerdesk.domain.network import DEFAULT_MIX, FUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdesk.domain.network import Contact, MixTarget


@dataclass(frozen=True, slots=True)
class FunctionShare:
    """The people of one function; shares are 0 to 1.

    ``share`` is None while nobody's function is known, ``target`` None if no weight is set at all.
    """

    function: str
    people: int
    share: Fraction | None
    target: Fraction | None

    @property
    def shortfall(self) -> Fraction:
        """How far the share lies below its target, 0 if it does not or either is not known."""
        if self.target is None or self.share is None:
            return Fraction(0)
        return max(self.target - self.share, Fraction(0))


@dataclass(frozen=True, slots=True)
class NetworkMix:
    """The network by function; ``without_function`` people are in none of the shares."""

    shares: tuple[FunctionShare, ...]
    with_function: int
    without_function: int

    def furthest_below(self) -> FunctionShare | None:
        """Return the function with the largest shortfall; None without shares or shortfall.

        Of equals the one with fewer people comes first, then the one listed first.
        """
        lacking = [item for item in self.shares if item.shortfall]
        return min(lacking, key=lambda share: (-share.shortfall, share.people), default=None)


def network_mix(contacts: Iterable[Contact], targets: Iterable[MixTarget]) -> NetworkMix:
    """Return the shares of all functions that have people or a target.

    Without any target, equal shares of DEFAULT_MIX are aimed at. Functions every desk knows come
    first, in their usual order, then the user's own by name.
    """
    names: dict[str, str] = {_key(function): function for function in FUNCTIONS}
    weights: Counter[str] = Counter()
    for target in targets:
        names.setdefault(_key(target.function), target.function.strip())
        weights[_key(target.function)] += target.weight
    if not weights:
        weights.update(DEFAULT_MIX)
    people: Counter[str] = Counter()
    for contact in contacts:
        key = _key(contact.function)
        people[key] += 1
        names.setdefault(key, contact.function.strip())
    without = people.pop("", 0)
    known, weight = people.total(), weights.total()
    shares = tuple(
        FunctionShare(
            function=names[key],
            people=people[key],
            share=Fraction(people[key], known) if known else None,
            target=Fraction(weights[key], weight) if weight else None,
        )
        for key in sorted(people.keys() | weights.keys(), key=_usual_order)
    )
    return NetworkMix(shares, known, without)


def _key(function: str) -> str:
    return function.strip().casefold()


def _usual_order(key: str) -> tuple[int, str]:
    return (FUNCTIONS.index(key) if key in FUNCTIONS else len(FUNCTIONS), key)
