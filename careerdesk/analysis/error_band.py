"""How far the coverage of roles could be off because ratings are uncertain.

A rating u stands for a level u + N(0, sigma), clipped to 0 to 5, with sigma from its evidence (see
``supported``). Many such persons are drawn, and every one of them is compared with all roles, so
that an error in a skill which two roles share moves both. Because a surplus counts for nothing,
errors can only lower a skill rated at its target: the band of somebody who is exactly at all
targets lies below 100 %, which is what unsupported ratings mean and no fault.
"""

from __future__ import annotations

import functools
import operator
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.percentiles import HIGH, LOW, MEDIAN, percentile
from careerdesk.domain.evidence import EvidenceTier
from careerdesk.domain.scoring import SIGMAS

if TYPE_CHECKING:
    from careerdesk.domain.catalogue import RoleProfile

DRAWS: Final = 2000
FIRST: Final = 3
# The standard normal distribution as points of equal probability, one for each byte: a byte takes a
# hundredth of the time of a normal variate, and a level is computed once for each point. Their
# standard deviation is 0.997, which is far less off than any of the error sizes.
_POINTS: Final = 256

Column = Sequence[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Where the coverage of a role lies if ratings are taken as uncertain, each from 0 to 1.

    ``low`` and ``high`` are the 10th and the 90th percentile; an unknown skill enters ``low`` as 0
    and ``high`` at its target. ``median`` takes it as 0, as ``Coverage.value`` does, and so does
    ``chance_of_first_three``: in which share of the draws the role is among the first three by
    coverage. Roles that tie for the last places share them, so that all chances sum to 3, or to
    the number of roles if there are fewer.
    """

    low: float
    median: float
    high: float
    chance_of_first_three: float


def error_bands(
    profiles: Iterable[RoleProfile],
    levels: Mapping[str, float | None],
    sigmas: Mapping[str, float],
    *,
    seed: int,
    draws: int = DRAWS,
) -> dict[str, Band]:
    """Return the band of each role that names skills, by its id.

    The band of a role does not depend on the others, nor on their order; the chance does. The same
    seed gives the same bands.

    Args:
        profiles: The roles that compete for the first three places.
        levels: The person's level by skill; one that is absent or None is unknown.
        sigmas: The standard deviation of each level, in levels; that of a claim where it is absent.
        seed: Where the draws begin.
        draws: How many persons are drawn, at least 2.
    """
    asking = [one for one in profiles if one.requirements]
    person = _Person(levels, sigmas, seed, draws)
    drawn = [person.coverages(one) for one in asking]
    chances = _chances(drawn)
    return {
        one.id: _band(one, values, levels, chance)
        for one, values, chance in zip(asking, drawn, chances, strict=True)
    }


class _Person:
    """The drawn levels of one person: one draw of each skill for all roles."""

    def __init__(
        self,
        levels: Mapping[str, float | None],
        sigmas: Mapping[str, float],
        seed: int,
        draws: int,
    ) -> None:
        self._levels, self._sigmas, self._seed, self._draws = levels, sigmas, seed, draws
        self._columns: dict[tuple[str, int], Column] = {}

    def coverages(self, profile: RoleProfile) -> list[float]:
        """Return the coverage of a role in every draw, unknown skills counting as 0."""
        columns: list[Column] = []
        for one in profile.requirements:
            level = self._levels.get(one.skill)
            if level is not None:
                # Summing a column as often as its weight says is faster than multiplying it.
                columns += [self._column(one.skill, level, one.level)] * one.weight
        total = profile.total_weight
        if not columns:
            return [0.0] * self._draws
        return [reached / total for reached in map(sum, zip(*columns, strict=True))]

    def _column(self, skill: str, level: float, target: int) -> Column:
        """Return the share of a target that is reached in every draw."""
        column = self._columns.get((skill, target))
        if column is None:
            at, sigma = level / target, self._sigmas.get(skill, _CLAIM) / target
            values = [
                0.0 if (drawn := at + sigma * z) < 0 else 1.0 if drawn > 1 else drawn
                for z in _normal_points()
            ]
            column = _pick(self._seed, skill, self._draws)(values)
            self._columns[skill, target] = column
        return column


_CLAIM: Final = SIGMAS[EvidenceTier.CLAIM]


@functools.cache
def _normal_points() -> tuple[float, ...]:
    normal = NormalDist()
    return tuple(normal.inv_cdf((at + 0.5) / _POINTS) for at in range(_POINTS))


@functools.lru_cache(maxsize=256)
def _pick(seed: int, skill: str, draws: int) -> Callable[[Column], Column]:
    """Return what takes the values drawn for a skill out of those of all points.

    Each skill has a generator of its own, so that no role changes the draws of another.
    """
    return operator.itemgetter(*random.Random(f"{seed} {skill}").randbytes(draws))


def _band(
    profile: RoleProfile, values: list[float], levels: Mapping[str, float | None], chance: float
) -> Band:
    values = sorted(values)
    open_to_answers = sum(
        one.weight for one in profile.requirements if levels.get(one.skill) is None
    )
    return Band(
        low=percentile(values, LOW),
        median=percentile(values, MEDIAN),
        high=min(1.0, percentile(values, HIGH) + open_to_answers / profile.total_weight),
        chance_of_first_three=chance,
    )


def _chances(drawn: Sequence[Sequence[float]]) -> list[float]:
    """Return in which share of the draws each role is among the first three."""
    if len(drawn) <= FIRST:
        return [1.0] * len(drawn)
    last_placed = [sorted(of_draw)[-FIRST] for of_draw in zip(*drawn, strict=True)]
    placed = [list(map(operator.ge, of_role, last_placed)) for of_role in drawn]
    crowded = [at for at, count in enumerate(map(sum, zip(*placed, strict=True))) if count > FIRST]
    chances = [float(sum(of_role)) for of_role in placed]
    for at in crowded:
        tied = [role for role, values in enumerate(drawn) if values[at] == last_placed[at]]
        above = sum(values[at] > last_placed[at] for values in drawn)
        for role in tied:
            chances[role] -= 1 - (FIRST - above) / len(tied)
    return [chance / len(last_placed) for chance in chances]
