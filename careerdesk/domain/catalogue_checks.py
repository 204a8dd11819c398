"""What the tables of the catalogue must agree on beyond what each entry says of itself.

Every check refuses with the way to the entry that is wrong, so that file and line can be told.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final, NoReturn

from careerdesk.domain.catalogue_tables import BookTable, is_later
from careerdesk.domain.plain_tables import TableFaultError, Way, refuse_twice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from careerdesk.domain.catalogue import RoleProfile
    from careerdesk.domain.catalogue_entries import CatalogueRole

ROUNDING: Final = 0.005 + 1e-9  # figures are written with two decimals
_FILE_OF: Final = {
    "skill": "skills.toml",
    "resource": "resources.toml",
    "role": "roles.toml",
    "occupation": "occupations.toml",
    "wage": "occupations.toml",
}


def check_dates(book: BookTable) -> None:
    """Refuse figures from after the day of the catalogue."""
    told = f"is later than the catalogue, which is of {book.sources.date}"
    for at, one in enumerate(book.occupations.occupations):
        for field in fields(one.dates):
            date = getattr(one.dates, field.name)
            if date and is_later(date, book.sources.date):
                way: Way = ("occupations", "occupations", at, "dates")
                refuse(way, field.name, f"{date} {told}")
    if book.occupations.pay.year > book.sources.date.year:
        refuse(("occupations", "pay"), "year", f"{book.occupations.pay.year} {told}")


def check_names(book: BookTable) -> None:
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


def check_occupations(book: BookTable) -> None:
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
                refuse((*way, at), field, reason)


def check_sfia(book: BookTable) -> None:
    """Refuse a code of SFIA that has one name or range here and another one there."""
    known: dict[str, tuple[str, int, int]] = {}
    for at, role in enumerate(book.roles.roles):
        for number, one in enumerate(role.sfia):
            facts = (one.name, one.lowest, one.highest)
            name, lowest, highest = known.setdefault(one.code, facts)
            if facts != (name, lowest, highest):
                before = f'before it was "{name}", {lowest} to {highest}'
                reason = f'{one.code} is "{one.name}", {one.lowest} to {one.highest}; {before}'
                refuse(("roles", "roles", at, "sfia"), number, reason)


def check_anchors(book: BookTable) -> None:
    """Refuse anchors of no group, before a group whose anchors are called otherwise is blamed."""
    named = {one.id for one in book.skills.groups} | {one.group for one in book.skills.skills}
    for group_id in book.assessment.anchors:
        if group_id not in named:
            reason = f'anchors of the group "{group_id}", which skills.toml does not have'
            refuse(("assessment", "anchors"), group_id, reason)


def check_specialisations(book: BookTable, roles: Mapping[str, CatalogueRole]) -> None:
    """Refuse a narrower form of what is not there, or of a role that is one itself."""
    for at, one in enumerate(book.roles.roles):
        if not one.specialisation_of:
            continue
        way: Way = ("roles", "roles", at)
        start = f'role "{one.id}" is a narrower form of'
        if (wider := roles.get(one.specialisation_of)) is None:
            reason = f'{start} the role "{one.specialisation_of}", which roles.toml does not have'
            refuse(way, "specialisation_of", reason)
        if wider.specialisation_of or wider.id == one.id:
            refuse(way, "specialisation_of", f'{start} "{wider.id}", which is one itself')


def check_adjacent(book: BookTable, roles: Mapping[str, CatalogueRole]) -> None:
    """Refuse near roles that are not the nearest, or whose coverage is not what the needs give."""
    terms = {role_id: _terms(role.profile) for role_id, role in roles.items()}
    for at, one in enumerate(book.roles.roles):
        way: Way = ("roles", "roles", at, "adjacent")
        names = [near.role for near in one.adjacent]
        check_known(names, roles, way, f'role "{one.id}" is near', "role")
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
                refuse(way, number, reason)
        nearest = sorted(reached, key=lambda role_id: -reached[role_id])[: len(names)]
        if sorted(nearest) != sorted(names):
            refuse(way[:-1], "adjacent", f'role "{one.id}" is nearest to {", ".join(nearest)}')


def _terms(profile: RoleProfile) -> list[tuple[str, int, float]]:
    """Return each skill of a role, its target, and what one level up to that adds to the coverage.

    The coverage is the weighted share of the skills that is reached: ``analysis.coverage`` has it
    with its reasons, and lies above the ground floor.
    """
    return [
        (one.skill, int(one.level), one.weight / profile.total_weight / one.level)
        for one in profile.requirements
    ]


def check_known(
    names: Iterable[str], known: Mapping[str, object], way: Way, start: str, what: str
) -> None:
    """Refuse names of what is not there, and names that come twice."""
    seen = set()
    for at, name in enumerate(names):
        if name not in known:
            refuse(way, at, f'{start} the {what} "{name}", which {_FILE_OF[what]} does not have')
        if name in seen:
            refuse(way, at, f'{start} the {what} "{name}" twice')
        seen.add(name)


def refuse(way: Way, step: str | int, reason: str) -> NoReturn:
    """Say what is wrong where a way and one step more lead to."""
    raise TableFaultError((*way, step), reason)
