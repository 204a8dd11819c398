"""Which skills the assessment asks for, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerdesk.domain.assessment import Answer, AnswerPart
from careerdesk.domain.catalogue_entries import CatalogueGroup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from careerdesk.domain.catalogue import Requirement, RoleProfile
    from careerdesk.domain.catalogue_book import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSkill:
    """A skill as it is asked for.

    ``skill`` is its key (see ``Skill.key``). ``definition`` is empty and ``group`` None for a skill
    that a role of the user's own needs and the catalogue does not have.
    """

    skill: str
    name: str
    definition: str = ""
    group: CatalogueGroup | None = None


def asked_skills(
    catalogue: Catalogue, roles: Iterable[RoleProfile], gates: Mapping[str, int | None]
) -> tuple[AskedSkill, ...]:
    """Return the skills to rate, the most relevant first.

    First come those the roles need, by weight and target level, then those of groups rated
    ``LevelPart.from_gate`` or more, the best group first. Groups rated 0 are left out.

    Args:
        catalogue: What skills there are.
        roles: The role aimed at, or those of interest.
        gates: The level of each group that was answered for, by its id; None is not sure.
    """
    needed = [one for one in _needed(catalogue, roles) if not _is_closed(one, gates)]
    known = {one.skill for one in needed}
    opened = [
        (gates.get(one.id) or 0, one)
        for one in catalogue.groups
        if (gates.get(one.id) or 0) >= catalogue.instrument.levels.from_gate
    ]
    opened.sort(key=lambda pair: -pair[0])
    more = [
        AskedSkill(skill=one.id, name=one.name, definition=one.definition, group=group)
        for _, group in opened
        for one in catalogue.skills_of(group.id)
        if one.id not in known
    ]
    return (*needed, *more)


def closed_skills(
    catalogue: Catalogue, roles: Iterable[RoleProfile], gates: Mapping[str, int | None]
) -> tuple[AskedSkill, ...]:
    """Return the skills the roles need in groups rated 0, which are not asked one by one."""
    return tuple(one for one in _needed(catalogue, roles) if _is_closed(one, gates))


def gates_of(answers: Mapping[tuple[AnswerPart, str], Answer]) -> dict[str, int | None]:
    """Return the levels of groups that were answered for, None for not sure and declined."""
    return {item: one.value for (part, item), one in answers.items() if part is AnswerPart.GATE}


def described_skill(catalogue: Catalogue, skill: str, name: str) -> AskedSkill:
    """Return a skill as it is asked for, with what the catalogue says about it."""
    known = catalogue.skill(skill)
    if known is None:
        return AskedSkill(skill=skill, name=name)
    return AskedSkill(
        skill=skill,
        name=known.name,
        definition=known.definition,
        group=catalogue.group(known.group),
    )


def _needed(catalogue: Catalogue, roles: Iterable[RoleProfile]) -> Iterator[AskedSkill]:
    strongest: dict[str, Requirement] = {}
    for one in (needed for role in roles for needed in role.requirements):
        known = strongest.get(one.skill)
        if known is None or (one.weight, one.level) > (known.weight, known.level):
            strongest[one.skill] = one
    for one in sorted(strongest.values(), key=lambda one: (-one.weight, -one.level)):
        yield described_skill(catalogue, one.skill, one.name)


def _is_closed(one: AskedSkill, gates: Mapping[str, int | None]) -> bool:
    return one.group is not None and gates.get(one.group.id, None) == 0
