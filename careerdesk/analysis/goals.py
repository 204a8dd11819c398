"""How far a role offers what a person wants of the next one, with the reasons for and against.

People who call everything important should not drown what sets their goals apart, so a goal counts
by how far its rating lies above the person's own mean:

    weight w = max(0, rating - mean + 1), plus 1 if it would decide between two good offers
    match G = sum of w · (1 - d/4), the weights divided by their sum

Here d is the distance between the rating and what the role offers, both from 1 to 5; for goals of
which one cannot have too much only what is missing counts (``catalogue.ONE_SIDED``). All figures
are exact fractions.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from careerdesk.domain.catalogue import ONE_SIDED, Goal

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

# The greatest distance between two ratings from 1 to 5.
_FARTHEST: Final = 4
_REASONS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalShare:
    """What one goal adds to a match: ``weight`` is its part of all weights and sums to 1.

    ``met`` and ``missed`` sum to the weight; those of all goals sum to the match and to what is
    missing from 1. ``wanted`` and ``offered`` run from 1 (low) to 5 (high).
    """

    goal: Goal
    wanted: int
    offered: int
    weight: Fraction
    missed: Fraction

    @property
    def met(self) -> Fraction:
        """What the goal adds to the match."""
        return self.weight - self.missed


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalMatch:
    """How far a role offers what is wanted, from 0 to 1, and the goals it comes from."""

    value: Fraction
    shares: tuple[GoalShare, ...]

    @property
    def plus(self) -> tuple[GoalShare, ...]:
        """The two goals that speak most for the role, the strongest first."""
        met = sorted((one for one in self.shares if one.met), key=lambda one: -one.met)
        return tuple(met[:_REASONS])

    @property
    def minus(self) -> tuple[GoalShare, ...]:
        """The two goals that speak most against the role, the strongest first."""
        missed = sorted((one for one in self.shares if one.missed), key=lambda one: -one.missed)
        return tuple(missed[:_REASONS])


def goal_weights(ratings: Mapping[Goal, int], chosen: Collection[Goal]) -> dict[Goal, Fraction]:
    """Return how much each rated goal counts, as parts that sum to 1; empty without ratings.

    Args:
        ratings: How much each goal matters, from 1 to 5; those not rated are absent.
        chosen: The goals that would decide between two good offers; one not rated does not count.
    """
    if not ratings:
        return {}
    mean = Fraction(sum(ratings.values()), len(ratings))
    raw = {
        goal: max(Fraction(0), rating - mean + 1) + (goal in chosen)
        for goal, rating in ratings.items()
    }
    total = sum(raw.values())
    return {goal: weight / total for goal, weight in raw.items()}


def goal_match(
    ratings: Mapping[Goal, int], chosen: Collection[Goal], offered: Mapping[Goal, int]
) -> GoalMatch | None:
    """Return how far a role offers what a person wants.

    Goals of which the role's figure is unknown are left out and the weights of the others divided
    by their sum; None if nothing that counts is known on both sides.

    Args:
        ratings: How much each goal matters, from 1 to 5 (see ``goal_weights``).
        chosen: The goals that would decide between two good offers.
        offered: What the role offers of each goal, from 1 to 5 (``RoleProfile.goals``).
    """
    weights = {g: w for g, w in goal_weights(ratings, chosen).items() if g in offered}
    total = sum(weights.values(), Fraction(0))
    if not total:
        return None
    shares = tuple(
        _share(goal, ratings[goal], offered[goal], weight / total)
        for goal, weight in weights.items()
    )
    return GoalMatch(value=1 - sum((one.missed for one in shares), Fraction(0)), shares=shares)


def _share(goal: Goal, wanted: int, offered: int, weight: Fraction) -> GoalShare:
    distance = max(0, wanted - offered) if goal in ONE_SIDED else abs(wanted - offered)
    return GoalShare(
        goal=goal,
        wanted=wanted,
        offered=offered,
        weight=weight,
        missed=weight * Fraction(distance, _FARTHEST),
    )
