"""Roles put in order for a person, from three results that are never mixed unless the user does so.

How well the skills cover a role, how it matches interests and what it offers of one's goals predict
different things (Cable and DeRue 2002), so each stays visible. Interests open or close families of
roles; they cannot rank neighbours, whose figures correlate above .90. Hence the default order:
families by the word for their interests, inside a family by coverage, ties by goals.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from statistics import fmean
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.coverage import Coverage, Share, coverage
from careerdesk.analysis.goals import GoalMatch
from careerdesk.analysis.interests import InterestMatch, Strength, strength_of
from careerdesk.domain.catalogue import RoleProfile

if TYPE_CHECKING:
    from collections.abc import Iterable

_REASONS: Final = 3
_NEAREST: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleMatch:
    """One role and what is known of it for a person; None is unknown, never bad."""

    profile: RoleProfile
    coverage: Coverage | None = None
    interest: InterestMatch | None = None
    goals: GoalMatch | None = None

    @property
    def strengths(self) -> tuple[Share, ...]:
        """The three skills that add most to the coverage, the largest first."""
        shares = [one for one in self._shares if one.reached]
        return tuple(sorted(shares, key=lambda one: -one.part * one.reached)[:_REASONS])

    @property
    def shortfalls(self) -> tuple[Share, ...]:
        """The three skills whose absence costs most coverage, the largest first."""
        shares = [one for one in self._shares if one.shortfall]
        return tuple(sorted(shares, key=lambda one: -one.shortfall)[:_REASONS])

    @property
    def _shares(self) -> tuple[Share, ...]:
        return self.coverage.shares if self.coverage else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The roles of one family in their order, and how the family matches a person's interests.

    ``correlation`` is the mean of those of its roles, ``strength`` the word for it; both are None
    if none of them is known. A role without a family is one of its own, with an empty name.
    """

    name: str
    correlation: float | None
    matches: tuple[RoleMatch, ...]

    @property
    def strength(self) -> Strength | None:
        """How strongly the family matches, in words."""
        return None if self.correlation is None else strength_of(self.correlation)


def by_families(matches: Iterable[RoleMatch]) -> tuple[Family, ...]:
    """Return the roles in the default order, family by family.

    Families whose interests match equally in words are ordered by the best coverage in them, those
    whose match is unknown come last. What is still equal keeps the order given.
    """
    members: defaultdict[tuple[str, str], list[RoleMatch]] = defaultdict(list)
    for one in matches:
        family = one.profile.family
        members[family, "" if family else one.profile.id].append(one)
    families = (_family(name, roles) for (name, _), roles in members.items())
    return tuple(sorted(families, key=_by_strength))


def by_coverage(matches: Iterable[RoleMatch]) -> tuple[RoleMatch, ...]:
    """Return the roles by coverage alone, ties by goals; those that name no skills come last."""
    return tuple(sorted(matches, key=_by_coverage))


def nearest_roles(
    profile: RoleProfile, others: Iterable[RoleProfile], *, count: int = _NEAREST
) -> tuple[Coverage, ...]:
    """Return the roles that somebody who exactly meets this one covers best, the best first.

    Skills that this role does not ask for count as 0 there, so the figures are a lower limit. Roles
    that name no skills are left out.
    """
    held = {one.skill: one.level for one in profile.requirements}
    found = (coverage(other, held) for other in others if other.id != profile.id)
    known = [one for one in found if one is not None]
    return tuple(sorted(known, key=lambda one: -one.value)[:count])


def _family(name: str, roles: list[RoleMatch]) -> Family:
    known = [one.interest.correlation for one in roles if one.interest]
    return Family(
        name=name, correlation=fmean(known) if known else None, matches=by_coverage(roles)
    )


def _by_strength(family: Family) -> tuple[bool, int, Rank]:
    best = _by_coverage(family.matches[0])
    return (family.strength is None, -(family.strength or 0), best)


# What roles are sorted by: unknown last, the highest first.
Rank = tuple[bool, Fraction, bool, Fraction]


def _by_coverage(match: RoleMatch) -> Rank:
    covered = match.coverage.value if match.coverage else Fraction(0)
    offered = match.goals.value if match.goals else Fraction(0)
    return (match.coverage is None, -covered, match.goals is None, -offered)
