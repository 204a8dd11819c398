"""The catalogue of roles, skills, learning resources and the assessment, read and checked.

The sources are six TOML files in ``resources/catalogue/``; the build checks them and puts them
into one file, one table for each. That file is checked again when it is first needed: nothing in
it is trusted, and a damaged one is told in one sentence.
"""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NoReturn

from careerdesk.assets import asset
from careerdesk.domain.catalogue import InterestType, Requirement, RoleProfile
from careerdesk.domain.catalogue_book import Catalogue
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
    is_later,
)
from careerdesk.domain.errors import CareerDeskError, InvalidValueError
from careerdesk.domain.plain_tables import TableFaultError, Way, read_table, refuse_twice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FILE: Final = "catalogue/catalogue.json"
ROUNDING: Final = 0.005 + 1e-9  # figures are written with two decimals


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
    _check_dates(book)
    groups = _groups(book)
    skills = _skills(book, groups)
    resources = _resources(book, skills)
    _check_names(book)
    _check_occupations(book)
    roles = _roles(book, skills, resources)
    _check_sfia(book)
    _check_adjacent(book, roles)
    _check_specialisations(book, roles)
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


def _check_dates(book: BookTable) -> None:
    """Refuse figures from after the day of the catalogue."""
    told = f"is later than the catalogue, which is of {book.sources.date}"
    for at, one in enumerate(book.occupations.occupations):
        for field in fields(one.dates):
            date = getattr(one.dates, field.name)
            if date and is_later(date, book.sources.date):
                way: Way = ("occupations", "occupations", at, "dates")
                _refuse(way, field.name, f"{date} {told}")
    if book.occupations.pay.year > book.sources.date.year:
        _refuse(("occupations", "pay"), "year", f"{book.occupations.pay.year} {told}")


def _check_names(book: BookTable) -> None:
    """Refuse two entries of one kind that are called the same: nobody could tell them apart."""
    named: tuple[tuple[str, str, str, Sequence[Any]], ...] = (
        ("skills", "groups", "name", book.skills.groups),
        ("skills", "skills", "name", book.skills.skills),
        ("occupations", "occupations", "soc", book.occupations.occupations),
        ("roles", "families", "name", book.roles.families),
        ("roles", "roles", "title", book.roles.roles),
        ("resources", "resources", "name", book.resources.resources),
    )
    for stem, kind, field, entries in named:
        refuse_twice([getattr(one, field) for one in entries], field, (stem, kind))
    refuse_twice(
        [one.code for one in book.occupations.pay.wages], "code", ("occupations", "pay", "wages")
    )


def _check_occupations(book: BookTable) -> None:
    """Refuse occupations and wages that no role names, before a role is blamed for the name.

    A code written wrongly here shows twice: nothing names it, and roles name what is not there.
    """
    roles = book.roles.roles
    kinds: tuple[tuple[str, Way, str, list[str], list[str]], ...] = (
        (
            "occupation",
            ("occupations", "occupations"),
            "soc",
            [one.soc for one in book.occupations.occupations],
            [part.soc for role in roles for part in role.occupations],
        ),
        (
            "wage",
            ("occupations", "pay", "wages"),
            "code",
            [one.code for one in book.occupations.pay.wages],
            [code for role in roles for code in role.pay.codes],
        ),
    )
    for what, way, field, codes, named in kinds:
        missing = sorted(set(named) - set(codes))
        for at, code in enumerate(codes):
            if code not in named:
                reason = f'no role names the {what} "{code}"'
                if missing:
                    reason += f"; roles.toml names {', '.join(missing)}, which is not there"
                _refuse((*way, at), field, reason)


def _check_sfia(book: BookTable) -> None:
    """Refuse a code of SFIA that has one name or range here and another one there."""
    known: dict[str, tuple[str, int, int]] = {}
    for at, role in enumerate(book.roles.roles):
        for number, one in enumerate(role.sfia):
            facts = (one.name, one.lowest, one.highest)
            name, lowest, highest = known.setdefault(one.code, facts)
            if facts != (name, lowest, highest):
                before = f'before it was "{name}", {lowest} to {highest}'
                reason = f'{one.code} is "{one.name}", {one.lowest} to {one.highest}; {before}'
                _refuse(("roles", "roles", at, "sfia"), number, reason)


def _groups(book: BookTable) -> dict[str, CatalogueGroup]:
    way: Way = ("skills", "groups")
    groups: dict[str, CatalogueGroup] = {}
    _check_anchors(book)
    for at, one in enumerate(book.skills.groups):
        _once(one.id, groups, (*way, at, "id"), "group")
        anchors = book.assessment.anchors.get(one.id)
        if anchors is None:
            _refuse(way, at, f'group "{one.id}" has no anchors in assessment.toml')
        try:
            groups[one.id] = CatalogueGroup(id=one.id, name=one.name, anchors=anchors)
        except InvalidValueError as error:
            _refuse(("assessment", "anchors"), one.id, f"the {error.field} {error.reason}")
    return groups


def _check_anchors(book: BookTable) -> None:
    """Refuse anchors of no group, before a group whose anchors are called otherwise is blamed."""
    named = {one.id for one in book.skills.groups} | {one.group for one in book.skills.skills}
    for group_id in book.assessment.anchors:
        if group_id not in named:
            reason = f'anchors of the group "{group_id}", which skills.toml does not have'
            _refuse(("assessment", "anchors"), group_id, reason)


def _skills(book: BookTable, groups: Mapping[str, object]) -> dict[str, CatalogueSkill]:
    way: Way = ("skills", "skills")
    skills: dict[str, CatalogueSkill] = {}
    for at, one in enumerate(book.skills.skills):
        _once(one.id, skills, (*way, at, "id"), "skill")
        if one.group not in groups:
            reason = f'skill "{one.id}" is in the group "{one.group}", which is not there'
            _refuse((*way, at), "group", reason)
        skills[one.id] = one
    for group_id in groups:
        if all(one.group != group_id for one in skills.values()):
            at = list(groups).index(group_id)
            _refuse(("skills", "groups"), at, f'group "{group_id}" has no skills')
    return skills


def _resources(book: BookTable, skills: Mapping[str, object]) -> dict[str, LearningResource]:
    way: Way = ("resources", "resources")
    resources: dict[str, LearningResource] = {}
    for at, one in enumerate(book.resources.resources):
        _once(one.id, resources, (*way, at, "id"), "resource")
        _known(one.skills, skills, (*way, at, "skills"), f'resource "{one.id}" teaches', "skill")
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
            _refuse(
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
            _refuse((*way, at), "family", reason)
        _known(
            [needed.skill for needed in one.skills],
            skills,
            (*way, at, "skills"),
            f'role "{one.id}" needs',
            "skill",
        )
        _known(
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
            _refuse((*way, at), error.field, reason)
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
    _known(codes, by_code, (*way, "occupations"), f'role "{one.id}" names', "occupation")
    if abs(sum(part.share for part in one.occupations) - 1) > 1e-9:
        _refuse(way, "occupations", f'the shares of role "{one.id}" do not add up to 1')
    return tuple(
        OccupationShare(occupation=by_code[part.soc], share=part.share) for part in one.occupations
    )


def _pay(one: RoleTable, way: Way, pay: PayTable) -> PayRange:
    by_code = {wage.code: wage for wage in pay.wages}
    _known(one.pay.codes, by_code, (*way, "pay", "codes"), f'role "{one.id}" names', "wage")
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
            _refuse((*way, "interests"), kind.value, f"{reason}; {says}")


def _check_specialisations(book: BookTable, roles: Mapping[str, CatalogueRole]) -> None:
    """Refuse a narrower form of what is not there, or of a role that is one itself."""
    for at, one in enumerate(book.roles.roles):
        if not one.specialisation_of:
            continue
        way: Way = ("roles", "roles", at)
        start = f'role "{one.id}" is a narrower form of'
        if (wider := roles.get(one.specialisation_of)) is None:
            reason = f'{start} the role "{one.specialisation_of}", which roles.toml does not have'
            _refuse(way, "specialisation_of", reason)
        if wider.specialisation_of or wider.id == one.id:
            _refuse(way, "specialisation_of", f'{start} "{wider.id}", which is one itself')


def _check_adjacent(book: BookTable, roles: Mapping[str, CatalogueRole]) -> None:
    terms = {role_id: _terms(role.profile) for role_id, role in roles.items()}
    for at, one in enumerate(book.roles.roles):
        way: Way = ("roles", "roles", at, "adjacent")
        names = [near.role for near in one.adjacent]
        _known(names, roles, way, f'role "{one.id}" is near', "role")
        has = {needed.skill: int(needed.level) for needed in one.skills}
        reached = {
            role_id: sum(part * min(has.get(skill, 0), level) for skill, level, part in needs)
            for role_id, needs in terms.items()
            if role_id != one.id
        }
        for number, near in enumerate(one.adjacent):
            found = reached.get(near.role, 1.0)
            if abs(found - near.coverage) > ROUNDING:
                reason = f'role "{one.id}" covers {found:.2f} of "{near.role}", not {near.coverage}'
                _refuse(way, number, reason)
        nearest = sorted(reached, key=lambda role_id: -reached[role_id])[: len(names)]
        if sorted(nearest) != sorted(names):
            _refuse(way[:-1], "adjacent", f'role "{one.id}" is nearest to {", ".join(nearest)}')


def _terms(profile: RoleProfile) -> list[tuple[str, int, float]]:
    """Return each skill of a role, its target, and what one level up to that adds to the coverage.

    The coverage is the weighted share of the skills that is reached: ``analysis.coverage`` has it
    with its reasons, and lies above the ground floor.
    """
    return [
        (one.skill, int(one.level), one.weight / profile.total_weight / one.level)
        for one in profile.requirements
    ]


def _once(name: str, known: Mapping[str, object], way: Way, what: str) -> None:
    if name in known:
        raise TableFaultError(way, f'{what} "{name}" is there twice')


def _known(
    names: Iterable[str], known: Mapping[str, object], way: Way, start: str, what: str
) -> None:
    """Refuse names of what is not there, and names that come twice."""
    seen = set()
    for at, name in enumerate(names):
        if name not in known:
            _refuse(way, at, f'{start} the {what} "{name}", which {_FILE_OF[what]} does not have')
        if name in seen:
            _refuse(way, at, f'{start} the {what} "{name}" twice')
        seen.add(name)


def _refuse(way: Way, step: str | int, reason: str) -> NoReturn:
    raise TableFaultError((*way, step), reason)


_FILE_OF: Final = {
    "skill": "skills.toml",
    "resource": "resources.toml",
    "role": "roles.toml",
    "occupation": "occupations.toml",
    "wage": "occupations.toml",
}
