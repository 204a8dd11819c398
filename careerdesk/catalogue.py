"""The catalogue of roles, skills, learning resources and the assessment, read and checked.

The sources are six TOML files in ``resources/catalogue/``; the build checks them and puts them
into one file, one table for each. That file is checked again when it is first needed: nothing in
it is trusted, and a damaged one is told in one sentence.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Final

from careerdesk.assets import asset
from careerdesk.domain.catalogue import InterestType, Requirement, RoleProfile
from careerdesk.domain.catalogue_book import Catalogue
from careerdesk.domain.catalogue_checks import (
    ROUNDING,
    check_adjacent,
    check_anchors,
    check_dates,
    check_known,
    check_names,
    check_occupations,
    check_sfia,
    check_specialisations,
    refuse,
)
from careerdesk.domain.catalogue_entries import (
    CatalogueGroup,
    CatalogueRole,
    CatalogueSkill,
    LearningResource,
    Occupation,
    OccupationShare,
    PayRange,
    RoleFamily,
)
from careerdesk.domain.catalogue_tables import (
    BookTable,
    OccupationsTable,
    PayTable,
    RoleTable,
)
from careerdesk.domain.errors import CareerDeskError, InvalidValueError
from careerdesk.domain.plain_tables import TableFaultError, Way, read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FILE: Final = "catalogue/catalogue.json"


class CatalogueDamagedError(CareerDeskError):
    """The catalogue that belongs to the program is missing or damaged; no desk is affected."""


@cache
def catalogue() -> Catalogue:
    """Return the catalogue that comes with the program; it is read once, at the first call.

    Raises:
        CatalogueDamagedError: the file is missing or damaged.
    """
    try:
        return read_catalogue(json.loads(asset(FILE).read_text(encoding="utf-8")))
    except TableFaultError as fault:
        reason = f"{fault.way[0]}: {fault.reason}" if fault.way else fault.reason
    except (OSError, ValueError, RecursionError):
        reason = "the file cannot be read"
    raise CatalogueDamagedError(
        f"The catalogue of roles that belongs to CareerDesk is damaged ({reason}). "
        "Your desk is not affected. Install CareerDesk again."
    )


def read_catalogue(plain: object) -> Catalogue:
    """Return the catalogue that plain tables hold, one table for each source, by its stem.

    Raises:
        TableFaultError: something in them is missing, unknown, out of range, names what is not
            there or disagrees with the figures it is computed from.
    """
    book = read_table(BookTable, plain)
    check_dates(book)
    groups = _groups(book)
    skills = _skills(book, groups)
    resources = _resources(book, skills)
    check_names(book)
    check_occupations(book)
    roles = _roles(book, skills, resources)
    check_sfia(book)
    check_adjacent(book, roles)
    check_specialisations(book, roles)
    return Catalogue(
        version=book.sources.version,
        groups=tuple(groups.values()),
        skills=tuple(skills.values()),
        families=book.roles.families,
        roles=tuple(roles.values()),
        resources=tuple(resources.values()),
        instrument=book.assessment.instrument(),
        attributions=book.sources.attributions,
        bases=book.sources.bases,
    )


def _groups(book: BookTable) -> dict[str, CatalogueGroup]:
    way: Way = ("skills", "groups")
    groups: dict[str, CatalogueGroup] = {}
    check_anchors(book)
    for at, one in enumerate(book.skills.groups):
        _once(one.id, groups, (*way, at, "id"), "group")
        anchors = book.assessment.anchors.get(one.id)
        if anchors is None:
            refuse(way, at, f'group "{one.id}" has no anchors in assessment.toml')
        try:
            groups[one.id] = CatalogueGroup(id=one.id, name=one.name, anchors=anchors)
        except InvalidValueError as error:
            refuse(("assessment", "anchors"), one.id, f"the {error.field} {error.reason}")
    return groups


def _skills(book: BookTable, groups: Mapping[str, object]) -> dict[str, CatalogueSkill]:
    way: Way = ("skills", "skills")
    skills: dict[str, CatalogueSkill] = {}
    for at, one in enumerate(book.skills.skills):
        _once(one.id, skills, (*way, at, "id"), "skill")
        if one.group not in groups:
            reason = f'skill "{one.id}" is in the group "{one.group}", which is not there'
            refuse((*way, at), "group", reason)
        skills[one.id] = one
    for group_id in groups:
        if all(one.group != group_id for one in skills.values()):
            at = list(groups).index(group_id)
            refuse(("skills", "groups"), at, f'group "{group_id}" has no skills')
    return skills


def _resources(book: BookTable, skills: Mapping[str, object]) -> dict[str, LearningResource]:
    way: Way = ("resources", "resources")
    resources: dict[str, LearningResource] = {}
    for at, one in enumerate(book.resources.resources):
        _once(one.id, resources, (*way, at, "id"), "resource")
        check_known(
            one.skills, skills, (*way, at, "skills"), f'resource "{one.id}" teaches', "skill"
        )
        try:
            resources[one.id] = LearningResource(
                id=one.id,
                name=one.name,
                provider=one.provider,
                kind=one.kind,
                cost=one.cost,
                low_minutes=one.hours.low * 60,
                high_minutes=one.hours.high * 60,
                hours_basis=one.hours.basis,
                skills=one.skills,
                from_level=one.from_level,
                to_level=one.to_level,
                url=one.url,
                note=one.note,
            )
        except InvalidValueError as error:
            refuse(
                (*way, at), error.field, f'resource "{one.id}": the {error.field} {error.reason}'
            )
    return resources


def _roles(
    book: BookTable, skills: Mapping[str, CatalogueSkill], resources: Mapping[str, object]
) -> dict[str, CatalogueRole]:
    way: Way = ("roles", "roles")
    families: dict[str, RoleFamily] = {}
    for at, family in enumerate(book.roles.families):
        _once(family.id, families, ("roles", "families", at, "id"), "family")
        families[family.id] = family
    roles: dict[str, CatalogueRole] = {}
    for at, one in enumerate(book.roles.roles):
        _once(one.id, roles, (*way, at, "id"), "role")
        if one.family not in families:
            reason = f'role "{one.id}" is of the family "{one.family}", which is not there'
            refuse((*way, at), "family", reason)
        check_known(
            [needed.skill for needed in one.skills],
            skills,
            (*way, at, "skills"),
            f'role "{one.id}" needs',
            "skill",
        )
        check_known(
            one.typical_resources,
            resources,
            (*way, at, "typical_resources"),
            f'role "{one.id}" names',
            "resource",
        )
        try:
            roles[one.id] = _role(one, (*way, at), skills, book.occupations)
        except InvalidValueError as error:
            reason = f'role "{one.id}": the {error.field} {error.reason}'
            refuse((*way, at), error.field, reason)
    return roles


def _role(
    one: RoleTable, way: Way, skills: Mapping[str, CatalogueSkill], sources: OccupationsTable
) -> CatalogueRole:
    requirements = tuple(
        Requirement(
            skill=needed.skill,
            name=skills[needed.skill].name,
            level=needed.level,
            weight=needed.weight,
        )
        for needed in one.skills
    )
    shares = _shares(one, way, sources.occupations)
    _check_interests(one, way, shares)
    return CatalogueRole(
        profile=RoleProfile(
            id=one.id,
            title=one.title,
            family=one.family,
            requirements=requirements,
            interests=one.interests,
            goals=one.goals,
        ),
        summary=one.summary,
        interests_basis=one.interests_basis,
        occupations=shares,
        esco=one.esco,
        sfia=one.sfia,
        ddat=one.ddat,
        pay=_pay(one, way, sources.pay),
        typical_resources=one.typical_resources,
        adjacent=one.adjacent,
        specialisation_of=one.specialisation_of,
    )


def _shares(
    one: RoleTable, way: Way, occupations: Iterable[Occupation]
) -> tuple[OccupationShare, ...]:
    by_code = {known.soc: known for known in occupations}
    codes = [part.soc for part in one.occupations]
    check_known(codes, by_code, (*way, "occupations"), f'role "{one.id}" names', "occupation")
    if abs(sum(part.share for part in one.occupations) - 1) > 1e-9:
        refuse(way, "occupations", f'the shares of role "{one.id}" do not add up to 1')
    return tuple(
        OccupationShare(occupation=by_code[part.soc], share=part.share) for part in one.occupations
    )


def _pay(one: RoleTable, way: Way, pay: PayTable) -> PayRange:
    by_code = {wage.code: wage for wage in pay.wages}
    check_known(one.pay.codes, by_code, (*way, "pay", "codes"), f'role "{one.id}" names', "wage")
    return PayRange(
        currency=pay.currency,
        year=pay.year,
        wages=tuple(by_code[code] for code in one.pay.codes),
        low=one.pay.low,
        high=one.pay.high,
        source=pay.source,
        caution=pay.caution,
    )


def _check_interests(one: RoleTable, way: Way, shares: Iterable[OccupationShare]) -> None:
    for kind in InterestType:
        mean = sum(part.share * part.occupation.interests[kind] for part in shares)
        found = one.interests.get(kind)
        if found is None or abs(found - mean) > ROUNDING:
            reason = f'the interest {kind.value} of role "{one.id}" is {found or "missing"}'
            says = f"the mean of its occupations is {mean:.2f}"
            refuse((*way, "interests"), kind.value, f"{reason}; {says}")


def _once(name: str, known: Mapping[str, object], way: Way, what: str) -> None:
    if name in known:
        raise TableFaultError(way, f'{what} "{name}" is there twice')
