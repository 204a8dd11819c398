"""The tables of the catalogue as they are written, where that differs from what they become.

They live for one reading and are never compared, so they do without the methods of values: making
those takes most of the time that importing this module takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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
from careerdesk.domain.instrument import Instrument
from careerdesk.domain.skills import Level


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class SourcesTable:
    """``sources.toml``: what is owed to others, and where figures come from."""

    version: int
    attributions: tuple[Attribution, ...]
    bases: tuple[Basis, ...]


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


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class RolePayTable:
    """The codes of the occupations that stand in for a role, and the range of their pay."""

    codes: tuple[str, ...]
    low: int
    high: int


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class RoleSkillTable:
    """A skill of a role, whose name stands in ``skills.toml``."""

    skill: str
    level: Level
    weight: Weight


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
