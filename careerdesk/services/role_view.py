"""What is shown of one role beside a person: its results with reasons, and roles near it.

All of it follows from ``matches`` and the catalogue; nothing is read from the desk but what the
person answered about pay.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.apportion import TENTHS, shortfall_tenths
from careerdesk.analysis.coverage import Coverage, Share, coverage
from careerdesk.analysis.error_band import Band
from careerdesk.analysis.matching import RoleMatch, nearest_roles
from careerdesk.catalogue import catalogue
from careerdesk.charts import role_radar
from careerdesk.domain.assessment import Attempt
from careerdesk.domain.money import digits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from careerdesk.charts.view import ChartView
    from careerdesk.domain.catalogue import RoleProfile
    from careerdesk.domain.catalogue_entries import PayRange
    from careerdesk.domain.skills import Level
    from careerdesk.services.matches import Matches
    from careerdesk.storage.desk import Desk

MOST_BESIDE: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What one skill costs, in tenths of a point of 100; all of a role add up to the shortfall."""

    share: Share
    tenths: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleView:
    """One role beside a person.

    ``reasons`` are the skills below their target, those that cost most first; ``missing`` is what
    they cost together and ``covered`` what is left of 100, both in tenths of a point.
    """

    match: RoleMatch
    band: Band | None
    reasons: tuple[Reason, ...]
    covered: int
    missing: int

    @property
    def profile(self) -> RoleProfile:
        """The role."""
        return self.match.profile

    @property
    def essential_gaps(self) -> tuple[Share, ...]:
        """The essential skills two levels or more below their target."""
        return self.match.coverage.essential_gaps if self.match.coverage else ()


def role_view(found: Matches, key: str) -> RoleView | None:
    """Return one role beside the person; None if there is no such role any more."""
    match = next((one for one in found.roles if one.profile.id == key), None)
    if match is None:
        return None
    shares = match.coverage.shares if match.coverage else ()
    tenths = shortfall_tenths(match.coverage) if match.coverage else {}
    open_ones = [
        Reason(share=share, tenths=tenths[share.requirement.skill])
        for share in shares
        if share.shortfall
    ]
    open_ones.sort(key=lambda one: -one.share.shortfall)
    return RoleView(
        match=match,
        band=found.bands.get(key),
        reasons=tuple(open_ones),
        covered=TENTHS - sum(tenths.values()),
        missing=sum(tenths.values()),
    )


def radar_of(match: RoleMatch, levels: Mapping[str, Level | None]) -> ChartView:
    """Return the groups of a role's skills beside the person's levels."""
    return role_radar.of_role(match.profile, levels)


class Kinship(enum.Enum):
    """Why roles are shown beside one."""

    SPECIALISATIONS = "specialisations"
    SIBLINGS = "siblings"  # it is a specialisation itself: the wider role and its other ones
    NEAREST = "nearest"


def beside(found: Matches, key: str) -> tuple[Kinship, tuple[str, ...]]:
    """Return the roles to be compared with one: its specialisations, else the nearest."""
    book = catalogue()
    narrower = [one.id for one in book.specialisations_of(key)]
    if narrower:
        return Kinship.SPECIALISATIONS, tuple(narrower[:MOST_BESIDE])
    role = book.role(key)
    if role is not None and role.specialisation_of:
        others = [one.id for one in book.specialisations_of(role.specialisation_of)]
        kin = [role.specialisation_of, *(one for one in others if one != key)]
        return Kinship.SIBLINGS, tuple(kin[:MOST_BESIDE])
    profiles = [one.profile for one in found.roles]
    own = next((one for one in profiles if one.id == key), None)
    if own is None or not own.requirements:
        return Kinship.NEAREST, ()
    near = nearest_roles(own, profiles, count=MOST_BESIDE)
    return Kinship.NEAREST, tuple(one.profile.id for one in near if one.value)


def coverages(found: Matches, keys: Sequence[str]) -> list[Coverage]:
    """Return the coverage of each of these roles that names skills, in this order."""
    by_key = {one.profile.id: one.profile for one in found.roles}
    levels = found.standing.levels
    made = (coverage(by_key[key], levels) for key in keys if key in by_key)
    return [one for one in made if one is not None]


class PayFlag(enum.Enum):
    """How the pay asked for lies to what stand-in occupations pay; never part of a score."""

    ABOVE = "above"
    WITHIN = "within"
    BELOW = "below"
    OTHER_CURRENCY = "other currency"


@dataclass(frozen=True, slots=True, kw_only=True)
class PayFloor:
    """The least pay a year somebody named in an assessment, and on which day."""

    minor: int
    currency: str
    on: date


def pay_floor(desk: Desk, day: date) -> PayFloor | None:
    """Return the pay floor of the last assessment that was finished by a day and names one."""
    done = [
        (one.finished, one)
        for one in desk.all(Attempt)
        if one.finished is not None and one.finished <= day and one.pay_floor_minor is not None
    ]
    if not done:
        return None
    on, attempt = max(done, key=lambda pair: pair[0])
    assert attempt.pay_floor_minor is not None
    return PayFloor(minor=attempt.pay_floor_minor, currency=attempt.pay_currency, on=on)


def pay_flag(floor: PayFloor, pay: PayRange) -> PayFlag:
    """Say where a pay floor lies to the range of a role; other currencies are not converted."""
    if floor.currency != pay.currency:
        return PayFlag.OTHER_CURRENCY
    units = 10 ** digits(floor.currency)
    if floor.minor > pay.high * units:
        return PayFlag.ABOVE
    return PayFlag.BELOW if floor.minor < pay.low * units else PayFlag.WITHIN
