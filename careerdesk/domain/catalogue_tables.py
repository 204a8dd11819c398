"""The tables of the catalogue as they are written, where that differs from what they become.

They live for one reading and are never compared, so they do without the methods of values: making
those takes most of the time that importing this module takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from careerdesk.domain.catalogue import Goal, InterestType, Weight
from careerdesk.domain.catalogue_entries import (
    AdjacentRole,
    Attribution,
    Basis,
    CatalogueSkill,
    Cost,
    DdatRole,
    EscoOccupation,
    HoursBasis,
    Occupation,
    ResourceKind,
    RoleFamily,
    SfiaSkill,
    Wage,
)
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.fields import require_range
from careerdesk.domain.instrument import Instrument
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.plain_tables import TableFaultError
from careerdesk.domain.skills import Level

_MOST_HOURS: Final = 10_000

# What the licences of the sources ask to be said, by the id of the attribution that says it.
_OWED: Final = {
    "onet": (
        "O*NET 29.3 Database",
        "U.S. Department of Labor, Employment and Training Administration (USDOL/ETA)",
        "CC BY 4.0",
        "O*NET® is a trademark of USDOL/ETA",
        "We have modified some of this information",
        "USDOL/ETA has not approved, endorsed or tested these modifications",
    ),
    "esco": ("This service uses the ESCO classification of the European Commission.",),
    "ogl": ("Contains public sector information licensed under the Open Government Licence v3.0.",),
}


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class SourcesTable:
    """``sources.toml``: what is owed to others, and where figures come from.

    ``date`` is the day or month of the whole catalogue; no figure is from later.
    """

    version: int
    date: PartialDate
    attributions: tuple[Attribution, ...]
    bases: tuple[Basis, ...]

    def __post_init__(self) -> None:
        self._check_attributions()
        for at, basis in enumerate(self.bases):
            if basis.date and is_later(basis.date, self.date):
                reason = f"{basis.date} is later than the catalogue, which is of {self.date}"
                raise TableFaultError(("bases", at, "date"), reason)

    def _check_attributions(self) -> None:
        """Refuse a catalogue that does not say what its sources ask to be said."""
        places: dict[str, int] = {}
        for at, one in enumerate(self.attributions):
            if one.id in places:
                raise TableFaultError(
                    ("attributions", at, "id"), f'attribution "{one.id}" is there twice'
                )
            places[one.id] = at
        for owed, parts in _OWED.items():
            if owed not in places:
                raise InvalidValueError("attributions", f'must have one with the id "{owed}"')
            at = places[owed]
            for part in parts:
                if part not in self.attributions[at].text:
                    reason = f'attribution "{owed}" must say "{part}"'
                    raise TableFaultError(("attributions", at, "text"), reason)


def is_later(date: PartialDate, other: PartialDate) -> bool:
    """Return whether all of a date, which may be known in part, lies after another one."""
    return date.first_day() > other.last_day()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class GroupTable:
    """A group of skills, whose anchors stand in ``assessment.toml``."""

    id: str
    name: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class SkillsTable:
    """``skills.toml``."""

    groups: tuple[GroupTable, ...]
    skills: tuple[CatalogueSkill, ...]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PayTable:
    """The median pay of all occupations, from one source."""

    currency: str
    year: int
    source: str
    caution: str
    wages: tuple[Wage, ...]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class OccupationsTable:
    """``occupations.toml``."""

    occupations: tuple[Occupation, ...]
    pay: PayTable


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ShareTable:
    """Which part of a role an occupation stands for."""

    soc: str
    share: float

    def __post_init__(self) -> None:
        if not 0 < self.share <= 1:
            raise InvalidValueError("share", f"must be above 0 and at most 1, not {self.share:g}")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class RolePayTable:
    """The codes of the occupations that stand in for a role, and the range of their pay."""

    codes: tuple[str, ...]
    low: int
    high: int

    def __post_init__(self) -> None:
        if not self.codes:
            raise InvalidValueError("codes", "must name at least one")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class RoleSkillTable:
    """A skill of a role, whose name stands in ``skills.toml``."""

    skill: str
    level: Level
    weight: Weight

    def __post_init__(self) -> None:
        require_range("level", int(self.level), 1, 5)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class RoleTable:
    """One role of ``roles.toml``."""

    id: str
    title: str
    family: str
    summary: str
    interests: Mapping[InterestType, float]
    interests_basis: str
    occupations: tuple[ShareTable, ...]
    goals: Mapping[Goal, int]
    pay: RolePayTable
    esco: tuple[EscoOccupation, ...]
    sfia: tuple[SfiaSkill, ...]
    skills: tuple[RoleSkillTable, ...]
    typical_resources: tuple[str, ...]
    adjacent: tuple[AdjacentRole, ...]
    specialisation_of: str = ""
    ddat: DdatRole | None = None

    def __post_init__(self) -> None:
        for name in ("esco", "sfia", "skills", "typical_resources", "adjacent"):
            if not getattr(self, name):
                raise InvalidValueError(name, "must name at least one")
        for goal, figure in self.goals.items():
            if not 1 <= figure <= 5:
                reason = f"{figure} must be between 1 and 5"
                raise TableFaultError(("goals", goal.value), reason)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class RolesTable:
    """``roles.toml``."""

    families: tuple[RoleFamily, ...]
    roles: tuple[RoleTable, ...]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class HoursTable:
    """How long a learning resource takes, in hours."""

    low: int
    high: int
    basis: HoursBasis

    def __post_init__(self) -> None:
        if not 1 <= self.low <= self.high <= _MOST_HOURS:
            rule = f"must run from a low of 1 or more to a high of {_MOST_HOURS:,} at most"
            raise InvalidValueError("hours", f"{rule}, not from {self.low} to {self.high}")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ResourceTable:
    """One entry of ``resources.toml``."""

    id: str
    name: str
    provider: str
    kind: ResourceKind
    cost: Cost
    hours: HoursTable
    skills: tuple[str, ...]
    from_level: Level
    to_level: Level
    url: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ResourcesTable:
    """``resources.toml``."""

    resources: tuple[ResourceTable, ...]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class AssessmentTable(Instrument):
    """``assessment.toml``: the instrument, and the anchors of the groups of skills."""

    anchors: Mapping[str, Mapping[Level, str]]

    def instrument(self) -> Instrument:
        """Return what is asked; the anchors belong to the groups."""
        return Instrument(**{name: getattr(self, name) for name in Instrument.__slots__})


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class BookTable:
    """All sources, each under its stem."""

    sources: SourcesTable
    skills: SkillsTable
    occupations: OccupationsTable
    roles: RolesTable
    resources: ResourcesTable
    assessment: AssessmentTable
