"""The catalogue as a whole, with everything in it found by its id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from careerdesk.domain.catalogue_entries import (
    Attribution,
    Basis,
    CatalogueGroup,
    CatalogueRole,
    CatalogueSkill,
    LearningResource,
    RoleFamily,
)
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.instrument import Instrument


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Skills in groups, roles in families, learning resources and the assessment.

    Each is in the order in which it is shown.

    ``attributions`` must be shown where the program says what it is made of; ``bases`` say where
    each kind of figure comes from.
    """

    version: int
    groups: tuple[CatalogueGroup, ...]
    skills: tuple[CatalogueSkill, ...]
    families: tuple[RoleFamily, ...]
    roles: tuple[CatalogueRole, ...]
    resources: tuple[LearningResource, ...]
    instrument: Instrument
    attributions: tuple[Attribution, ...]
    bases: tuple[Basis, ...]
    _groups: Mapping[str, CatalogueGroup] = field(init=False, repr=False, compare=False)
    _skills: Mapping[str, CatalogueSkill] = field(init=False, repr=False, compare=False)
    _families: Mapping[str, RoleFamily] = field(init=False, repr=False, compare=False)
    _roles: Mapping[str, CatalogueRole] = field(init=False, repr=False, compare=False)
    _resources: Mapping[str, LearningResource] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name in ("groups", "skills", "families", "roles", "resources"):
            by_id = {one.id: one for one in getattr(self, name)}
            if len(by_id) < len(getattr(self, name)):
                raise InvalidValueError(name, "have an id twice")
            object.__setattr__(self, f"_{name}", by_id)

    def group(self, group_id: str) -> CatalogueGroup | None:
        """Return a group of skills, None if the catalogue does not have it."""
        return self._groups.get(group_id)

    def skill(self, skill_id: str) -> CatalogueSkill | None:
        """Return a skill, None if the catalogue does not have it."""
        return self._skills.get(skill_id)

    def family(self, family_id: str) -> RoleFamily | None:
        """Return a family of roles, None if the catalogue does not have it."""
        return self._families.get(family_id)

    def role(self, role_id: str) -> CatalogueRole | None:
        """Return a role, None if the catalogue does not have it."""
        return self._roles.get(role_id)

    def specialisations_of(self, role_id: str) -> tuple[CatalogueRole, ...]:
        """Return the narrower forms of a role in their order; most have none."""
        return tuple(one for one in self.roles if role_id and one.specialisation_of == role_id)

    def resource(self, resource_id: str) -> LearningResource | None:
        """Return a learning resource, None if the catalogue does not have it."""
        return self._resources.get(resource_id)

    def skills_of(self, group_id: str) -> tuple[CatalogueSkill, ...]:
        """Return the skills of a group in their order."""
        return tuple(one for one in self.skills if one.group == group_id)

    @property
    def group_of_skills(self) -> dict[str, str]:
        """The id of the group of each skill, by the skill's id."""
        return {one.id: one.group for one in self.skills}

    def resources_for(self, skill_id: str) -> tuple[LearningResource, ...]:
        """Return what teaches a skill, in the order of the catalogue."""
        return tuple(one for one in self.resources if skill_id in one.skills)
