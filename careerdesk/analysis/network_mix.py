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
    from collections.abc import Iterable, Mapping, Set

    from careerdesk.domain.network import Contact, ContactId, MixTarget


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


@dataclass(frozen=True, slots=True)
class FunctionTalk:
    """In how many conversations people of one function took part, and how many people they were.

    ``function`` is empty for people whose function is not known.
    """

    function: str
    conversations: int
    people: int


def network_mix(
    contacts: Iterable[Contact],
    targets: Iterable[MixTarget],
    *,
    otherwise: Iterable[str] = DEFAULT_MIX,
) -> NetworkMix:
    """Return the shares of all functions that have people or a target, as ``mix_of`` does."""
    functions = Counter(contact.function for contact in contacts)
    return mix_of(functions, targets, otherwise=otherwise)


def mix_of(
    functions: Mapping[str, int],
    targets: Iterable[MixTarget],
    *,
    otherwise: Iterable[str] = DEFAULT_MIX,
) -> NetworkMix:
    """Return the shares of all functions that have people or a target.

    ``functions`` counts the people of each, as it is written; of several ways to write one the
    first is shown.

    Without any target, equal shares of ``otherwise`` are aimed at. Functions every desk knows come
    first, in their usual order, then the user's own by name.
    """
    names: dict[str, str] = {function_key(function): function for function in FUNCTIONS}
    weights: Counter[str] = Counter()
    for target in targets:
        names.setdefault(function_key(target.function), target.function.strip())
        weights[function_key(target.function)] += target.weight
    if not weights:
        weights.update(otherwise)
    people: Counter[str] = Counter()
    for function, count in functions.items():
        key = function_key(function)
        people[key] += count
        names.setdefault(key, function.strip())
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


def contacts_by_function(contacts: Iterable[Contact]) -> dict[str, list[ContactId]]:
    """Return the contacts of each function by its key; those without one under the empty text."""
    people: dict[str, list[ContactId]] = {}
    for contact in contacts:
        people.setdefault(function_key(contact.function), []).append(contact.id)
    return people


def talks_by_function(
    contacts: Iterable[Contact], talks: Iterable[Set[ContactId]]
) -> tuple[FunctionTalk, ...]:
    """Return the functions of those who took part in conversations, the most frequent first.

    ``talks`` are the people of each conversation. Those without a known function come last.
    """
    names: dict[str, str] = {function_key(function): function for function in FUNCTIONS}
    keys: dict[ContactId, str] = {}
    for contact in contacts:
        keys[contact.id] = function_key(contact.function)
        names.setdefault(keys[contact.id], contact.function.strip())
    conversations: Counter[str] = Counter()
    people: dict[str, set[ContactId]] = {}
    for took_part in talks:
        conversations.update({keys[person] for person in took_part})
        for person in took_part:
            people.setdefault(keys[person], set()).add(person)
    order = sorted(conversations, key=lambda key: (not key, -conversations[key], key))
    return tuple(FunctionTalk(names[key], conversations[key], len(people[key])) for key in order)


def function_key(function: str) -> str:
    """Return what tells functions apart; empty if it is not known."""
    return function.strip().casefold()


def _usual_order(key: str) -> tuple[int, str]:
    return (FUNCTIONS.index(key) if key in FUNCTIONS else len(FUNCTIONS), key)
