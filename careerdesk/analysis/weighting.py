"""One figure for a role by weights of the user's own, and what becomes of it with other weights.

There is no such figure by default: coverage, interests and goals are different results, and how
much each counts is nobody's to know but the user's. Whoever sets weights sees the parts, and how
the first three places would change with others.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.matching import RoleMatch
from careerdesk.domain.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FIRST: Final = 3
# How far each weight is moved to see what depends on it, in points of 100.
SHIFT: Final = 20
_HUNDRED: Final = 100


class Part(enum.Enum):
    """The results that can be weighted."""

    COVERAGE = "coverage"
    INTEREST = "interest"
    GOALS = "goals"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighting:
    """How much each result counts; only the proportion matters, and the start is a judgement.

    Raises:
        InvalidValueError: a weight is negative, or all are 0.
    """

    coverage: Fraction | int = 50
    interest: Fraction | int = 25
    goals: Fraction | int = 25

    def __post_init__(self) -> None:
        if min(self._all) < 0 or not any(self._all):
            raise InvalidValueError("weights", "must not be negative, and one must be above 0")

    @property
    def parts(self) -> dict[Part, Fraction]:
        """The weights as parts that sum to 1."""
        total = Fraction(sum(self._all))
        return {part: one / total for part, one in zip(Part, self._all, strict=True)}

    def shifted(self, part: Part, points: int) -> Weighting:
        """Return one in which a part counts some points of 100 more, or less down to 0.

        The others keep their proportion, or share equally if both were 0.
        """
        parts = self.parts
        moved = min(max(parts[part] * _HUNDRED + points, Fraction(0)), Fraction(_HUNDRED))
        rest = 1 - parts[part]
        left = _HUNDRED - moved
        weights = {
            one: left * (share / rest if rest else Fraction(1, len(Part) - 1))
            for one, share in parts.items()
        }
        weights[part] = moved
        return Weighting(
            coverage=weights[Part.COVERAGE],
            interest=weights[Part.INTEREST],
            goals=weights[Part.GOALS],
        )

    @property
    def _all(self) -> tuple[Fraction | int, ...]:
        return (self.coverage, self.interest, self.goals)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overall:
    """The figure of a role by a weighting, from 0 to 1, and the weighted parts it is the sum of.

    Unknown skills and parts count as 0 in ``value`` and as 1 in ``high``. A part that is unknown of
    every role counts for none: it is absent, and the weights of the others sum to 1.
    """

    match: RoleMatch
    parts: Mapping[Part, float]
    value: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """The first three roles, by their ids, if one part counted some points more or less."""

    part: Part
    points: int
    first: tuple[str, ...]
    entered: tuple[str, ...]
    left: tuple[str, ...]


def by_weighting(matches: Iterable[RoleMatch], weighting: Weighting) -> tuple[Overall, ...]:
    """Return the roles by a weighting of the user's own, the highest first; equals as given.

    Coverage and goals enter as they are. Of interests the correlation enters, one below 0 as 0: it
    says no more than "little or none".
    """
    results = [(one, _results(one)) for one in matches]
    known = {part for _, result in results for part, value in result.items() if value is not None}
    weights = {part: float(one) for part, one in weighting.parts.items() if part in known}
    total = sum(weights.values())
    if total:
        weights = {part: one / total for part, one in weights.items()}
    overall = [_overall(one, result, weights) for one, result in results]
    return tuple(sorted(overall, key=lambda one: -one.value))


def shifts(matches: Sequence[RoleMatch], weighting: Weighting) -> tuple[Shift, ...]:
    """Return how the first three roles change when each weight moves by 20 points up and down."""
    now = _first(matches, weighting)
    found = []
    for part in Part:
        for points in (-SHIFT, SHIFT):
            then = _first(matches, weighting.shifted(part, points))
            found.append(
                Shift(
                    part=part,
                    points=points,
                    first=then,
                    entered=tuple(one for one in then if one not in now),
                    left=tuple(one for one in now if one not in then),
                )
            )
    return tuple(found)


def _first(matches: Sequence[RoleMatch], weighting: Weighting) -> tuple[str, ...]:
    return tuple(one.match.profile.id for one in by_weighting(matches, weighting)[:FIRST])


def _results(match: RoleMatch) -> dict[Part, float | None]:
    return {
        Part.COVERAGE: float(match.coverage.value) if match.coverage else None,
        Part.INTEREST: max(0.0, match.interest.correlation) if match.interest else None,
        Part.GOALS: float(match.goals.value) if match.goals else None,
    }


def _overall(
    match: RoleMatch, results: Mapping[Part, float | None], weights: Mapping[Part, float]
) -> Overall:
    parts = {part: weight * (results[part] or 0.0) for part, weight in weights.items()}
    highest = {part: 1.0 if value is None else value for part, value in results.items()}
    if match.coverage:
        highest[Part.COVERAGE] = float(match.coverage.high)
    return Overall(
        match=match,
        parts=parts,
        value=sum(parts.values()),
        high=sum(weight * highest[part] for part, weight in weights.items()),
    )
