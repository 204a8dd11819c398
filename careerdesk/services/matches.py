"""How a person matches every role: three results kept apart, in order, with how sure they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from careerdesk.analysis.coverage import coverage
from careerdesk.analysis.error_band import Band, error_bands
from careerdesk.analysis.goals import goal_match
from careerdesk.analysis.interests import InterestProfile, interest_matches, interest_profile
from careerdesk.analysis.matching import Family, RoleMatch, by_coverage, by_families
from careerdesk.analysis.weighting import Overall, Shift, Weighting, by_weighting, shifts
from careerdesk.services.gap import SEED
from careerdesk.services.profile import preferences
from careerdesk.services.roles import role_profiles
from careerdesk.services.standing import Standing, standing

if TYPE_CHECKING:
    from datetime import date

    from careerdesk.domain.profile import Preferences
    from careerdesk.storage.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """Every role as it matches the person.

    ``bands`` are by the id of the role; one that names no skills has none. ``interests`` is None
    until interests were asked for. ``weighting`` is the user's own, None for the default order.
    """

    standing: Standing
    roles: tuple[RoleMatch, ...]
    bands: Mapping[str, Band]
    interests: InterestProfile | None
    weighting: Weighting | None

    @property
    def families(self) -> tuple[Family, ...]:
        """The roles in the default order: families by interests, in them by coverage."""
        return by_families(self.roles)

    @property
    def in_order(self) -> tuple[RoleMatch, ...]:
        """The roles by the user's own weighting or, without one, in the default order."""
        if self.weighting:
            return tuple(one.match for one in self.overall)
        return tuple(match for family in self.families for match in family.matches)

    @property
    def by_coverage(self) -> tuple[RoleMatch, ...]:
        """The roles by coverage alone."""
        return by_coverage(self.roles)

    @property
    def overall(self) -> tuple[Overall, ...]:
        """The figure of each role by the weighting, or by that to start with, highest first."""
        return by_weighting(self.roles, self.weighting or Weighting())

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """How the first three places of that change when each weight moves."""
        return shifts(self.roles, self.weighting or Weighting())


def matches(desk: Desk, day: date) -> Matches:
    """Return how every role matches the person on a day."""
    return match_roles(read_person(desk, day))


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What a comparison with all roles needs, as plain values: it may run in any thread."""

    standing: Standing
    roles: tuple[RoleMatch, ...]
    weighting: Weighting | None


def read_person(desk: Desk, day: date) -> Person:
    """Read the person and the roles, and compare what takes no time: coverage and goals."""
    profiles = role_profiles(desk)
    found = standing(desk, profiles, day)
    levels = found.levels
    return Person(
        standing=found,
        roles=tuple(
            RoleMatch(
                profile=one,
                coverage=coverage(one, levels),
                goals=goal_match(found.goals, found.top_goals, one.goals),
            )
            for one in profiles
        ),
        weighting=_weighting(preferences(desk)),
    )


def match_roles(person: Person) -> Matches:
    """Compare the interests too and draw the bands: the long part, without the desk."""
    found, profiles = person.standing, [one.profile for one in person.roles]
    near = interest_matches(found.interests, profiles, seed=SEED) if found.interests else {}
    return Matches(
        standing=found,
        roles=tuple(
            RoleMatch(
                profile=one.profile,
                coverage=one.coverage,
                interest=near.get(one.profile.id),
                goals=one.goals,
            )
            for one in person.roles
        ),
        bands=error_bands(profiles, found.levels, found.sigmas, seed=SEED),
        interests=interest_profile(found.interests) if found.interests else None,
        weighting=person.weighting,
    )


def choose_order(desk: Desk, weighting: Weighting | None) -> None:
    """Put roles in order by a weighting of the user's own, or None for the default order.

    Whole numbers from 0 to 100 are stored.

    Raises:
        InvalidValueError: a weight is larger.
    """
    before = preferences(desk)
    shares = (
        (int(weighting.coverage), int(weighting.interest), int(weighting.goals))
        if weighting
        else (0, 0, 0)
    )
    if shares == (before.coverage_share, before.interest_share, before.goal_share):
        return
    after = replace(
        before, coverage_share=shares[0], interest_share=shares[1], goal_share=shares[2]
    )
    title = "Put roles in order by own weights" if weighting else "Put roles in the usual order"
    with desk.change(title) as tx:
        tx.put(after)


def _weighting(chosen: Preferences) -> Weighting | None:
    shares = (chosen.coverage_share, chosen.interest_share, chosen.goal_share)
    if not any(shares):
        return None
    return Weighting(coverage=shares[0], interest=shares[1], goals=shares[2])
