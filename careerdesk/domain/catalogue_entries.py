"""What stands in the catalogue: groups of skills, skills, roles and learning resources.

All of it is content that comes with the program, never data about a person. Figures are taken from
a published source, computed from such figures, or judged; ``Basis`` says which. What roles have in
common with roles of the user's own stands in ``catalogue``.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from careerdesk.domain.catalogue import Goal, InterestType, RoleProfile
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.fields import require_currency, require_range, require_web_address
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.plain_tables import TableFaultError
from careerdesk.domain.skills import Level


class BasisKind(enum.Enum):
    """How a kind of figure came about."""

    SOURCED = "sourced"  # taken unchanged from what is named
    COMPUTED = "computed"  # arithmetic on other figures of the catalogue
    ESTIMATE = "estimate"  # could be looked up, and was not
    JUDGEMENT = "judgement"  # nobody has measured it


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Where one kind of figure in the catalogue comes from, and with what caution to read it."""

    what: str
    kind: BasisKind
    source: str = ""
    date: PartialDate | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.kind is not BasisKind.SOURCED:
            return
        if not self.source:
            raise InvalidValueError("source", "must be named, since the figures are sourced")
        if self.date is None:
            raise InvalidValueError("date", "must be told, since the figures are sourced")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A line that a source asks to be shown; ``text`` is shown word by word."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueGroup:
    """A group of skills with an anchor for every level: what somebody at it has done."""

    id: str
    name: str
    anchors: Mapping[Level, str]

    def __post_init__(self) -> None:
        for level in Level:
            if level not in self.anchors:
                raise InvalidValueError("anchors", f"of {self.id} have none for level {level}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NearestConcept:
    """The concept of ESCO that comes nearest to a skill, which is no claim of equivalence.

    ``found_in`` names the release of ESCO in which label and address were read.
    """

    label: str
    uri: str
    found_in: str

    def __post_init__(self) -> None:
        _require_esco(self.uri, "skill")


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueSkill:
    """A skill that roles of the catalogue ask for; ``group`` is the id of its group."""

    id: str
    group: str
    name: str
    definition: str
    nearest_esco: NearestConcept | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationSkill:
    """A skill of an O*NET occupation: importance on a scale of 1 to 5, level on one of 0 to 7."""

    name: str
    importance: float
    level: float

    def __post_init__(self) -> None:
        require_figure("importance", self.importance, 1, 5)
        require_figure("level", self.level, 0, 7)


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationDates:
    """When O*NET last brought the figures of an occupation up to date; None if it has none."""

    interests: PartialDate
    job_zone: PartialDate
    skills: PartialDate | None = None
    work_values: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupation:
    """An occupation of the O*NET database, by its O*NET-SOC code.

    ``interests`` are on a scale of 1 to 7, ``work_values`` on one of 1 to 7 by name; ``job_zone``
    runs from 1 (little preparation) to 5 (extensive). ``skills`` are the six of the highest
    importance and ``technology`` names what O*NET has marked as in demand, at most ten of it; both
    are empty if O*NET rates none.
    """

    soc: str
    title: str
    job_zone: int
    interests: Mapping[InterestType, float]
    dates: OccupationDates
    skills: tuple[OccupationSkill, ...] = ()
    work_values: Mapping[str, float] = field(default_factory=dict)
    technology: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require_range("job_zone", self.job_zone, 1, 5)
        for one in InterestType:
            if one not in self.interests:
                raise InvalidValueError("interests", f"lack the type {one.value}")
            require_figure("interests", self.interests[one], 1, 7)
        for value in self.work_values.values():
            require_figure("work_values", value, 1, 7)


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationShare:
    """An occupation that stands for part of a role; the shares of a role add up to 1."""

    occupation: Occupation
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EscoOccupation:
    """The occupation of ESCO that comes near a role."""

    code: str
    label: str
    uri: str

    def __post_init__(self) -> None:
        _require_esco(self.uri, "occupation")


@dataclass(frozen=True, slots=True, kw_only=True)
class SfiaSkill:
    """A skill of SFIA 9 by code and name: the level that suits the role, and the skill's range.

    SFIA levels describe responsibility, not depth of a skill.
    """

    code: str
    name: str
    level: int
    lowest: int
    highest: int

    def __post_init__(self) -> None:
        require_range("lowest", self.lowest, 1, 7)
        require_range("highest", self.highest, self.lowest, 7)
        require_range("level", self.level, self.lowest, self.highest)


DDAT_LEVELS: Final = ("Awareness", "Working", "Practitioner", "Expert")


@dataclass(frozen=True, slots=True, kw_only=True)
class DdatRole:
    """A role of the UK Government Digital and Data framework, with its skills and their levels."""

    role: str
    level: str
    skills: Mapping[str, str]

    def __post_init__(self) -> None:
        for name, level in self.skills.items():
            if level not in DDAT_LEVELS:
                reason = f'"{level}" must be one of {", ".join(DDAT_LEVELS)}'
                raise TableFaultError(("skills", name), reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wage:
    """The national median pay of a year in an occupation, by its SOC code of six digits."""

    code: str
    title: str
    median: int

    def __post_init__(self) -> None:
        require_range("median", self.median, 1, 10**9)


@dataclass(frozen=True, slots=True, kw_only=True)
class PayRange:
    """What occupations that stand in for a role pay a year, in whole units of ``currency``.

    ``low`` and ``high`` are the lowest and the highest median of ``wages``; ``caution`` must be
    shown with them.
    """

    currency: str
    year: int
    wages: tuple[Wage, ...]
    low: int
    high: int
    source: str
    caution: str

    def __post_init__(self) -> None:
        require_currency("currency", self.currency)
        medians = [one.median for one in self.wages]
        if (self.low, self.high) != (min(medians), max(medians)):
            found = f"{min(medians)} to {max(medians)}"
            raise InvalidValueError("pay", f"is {self.low} to {self.high}; the medians say {found}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleFamily:
    """A family of roles that ask for similar skills, such as engineering."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjacentRole:
    """A role near another one: how much of it somebody covers who exactly meets the other."""

    role: str
    coverage: float

    def __post_init__(self) -> None:
        require_figure("coverage", self.coverage, 0, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueRole:
    """A role of the catalogue.

    The interests of its profile are the mean of its ``occupations`` weighted by their shares.
    ``typical_resources`` are ids; ``adjacent`` are the nearest roles, the nearest first.
    ``specialisation_of`` is the id of the role of which this one is a narrower form, which is a
    judgement; empty for most.
    """

    profile: RoleProfile
    summary: str
    interests_basis: str
    occupations: tuple[OccupationShare, ...]
    esco: tuple[EscoOccupation, ...]
    sfia: tuple[SfiaSkill, ...]
    pay: PayRange
    typical_resources: tuple[str, ...]
    adjacent: tuple[AdjacentRole, ...]
    specialisation_of: str = ""
    ddat: DdatRole | None = None

    def __post_init__(self) -> None:
        for goal in Goal:
            if goal not in self.profile.goals:
                raise InvalidValueError("goals", f"of {self.profile.id} lack {goal.value}")

    @property
    def id(self) -> str:
        """The id of the role in the catalogue."""
        return self.profile.id

    @property
    def title(self) -> str:
        """The name of the role."""
        return self.profile.title

    @property
    def main_occupation(self) -> Occupation:
        """The occupation with the largest share, the first of them if several have it."""
        return max(self.occupations, key=lambda one: one.share).occupation

    @property
    def job_zone(self) -> int:
        """How much preparation the main occupation takes, 1 to 5, after O*NET."""
        return self.main_occupation.job_zone


class ResourceKind(enum.Enum):
    """What kind of thing a learning resource is."""

    COURSE = "course"
    BOOK = "book"
    CERTIFICATE = "certificate"
    GUIDE = "guide"
    PRACTICE = "practice"
    COMMUNITY = "community"


class Cost(enum.Enum):
    """Whether a learning resource costs money; prices change too often to be told."""

    FREE = "free"
    FREE_TO_AUDIT = "audit-free"  # the certificate costs money, the lessons do not
    PAID = "paid"


class HoursBasis(enum.Enum):
    """How the hours of a learning resource are known."""

    LISTED = "listed"  # hours or weeks times hours a week, as published
    PARTLY = "partly"  # the weeks are published, eight hours a week assumed
    ESTIMATE = "estimate"  # not verified


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningResource:
    """A course, book or exercise that helps from one level of its skills to another.

    It takes from ``low_minutes`` to ``high_minutes``. The levels are judged: at ``from_level`` it
    begins to help, ``to_level`` it can support together with practice. ``skills`` are ids, the
    best taught first. ``url`` may be empty.
    """

    id: str
    name: str
    provider: str
    kind: ResourceKind
    cost: Cost
    low_minutes: int
    high_minutes: int
    hours_basis: HoursBasis
    skills: tuple[str, ...]
    from_level: Level
    to_level: Level
    url: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        require_range("low hours", self.low_minutes, 1, 10_000 * 60)
        require_range("high hours", self.high_minutes, self.low_minutes, 10_000 * 60)
        if self.to_level <= self.from_level:
            reason = f"must be above the from_level, {self.from_level:d}, and is {self.to_level:d}"
            raise InvalidValueError("to_level", reason)
        require_web_address("url", self.url)
        if not self.skills:
            raise InvalidValueError("skills", "must name at least one")


def _require_esco(uri: str, kind: str) -> None:
    """Refuse what is not the address of a concept of ESCO of a kind."""
    start = f"http://data.europa.eu/esco/{kind}/"
    if not uri.startswith(start) or uri == start:
        raise InvalidValueError("uri", f"must begin with {start}")


def require_figure(name: str, value: float, low: float, high: float) -> None:
    """Refuse a figure outside its scale.

    Raises:
        InvalidValueError: it is lower, higher or no number at all.
    """
    if not low <= value <= high:
        raise InvalidValueError(name, f"must be between {low:g} and {high:g}, not {value:g}")
