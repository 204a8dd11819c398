"""Roles: those of the catalogue and the user's own, and the ones aimed at; each change one step.

Everywhere a role is named by its key: the id of the catalogue, or the id of the user's own as text.
Where a person types it, its title and the code or URI it was imported by will do as well.
"""

from __future__ import annotations

import difflib
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from careerdesk.catalogue import catalogue
from careerdesk.domain.errors import CareerDeskError, InvalidValueError
from careerdesk.domain.fields import printable
from careerdesk.domain.folding import fold
from careerdesk.domain.roles import (
    GOAL_FIELDS,
    HUNDRED,
    INTEREST_FIELDS,
    Role,
    RoleId,
    RoleSkill,
    Target,
    profile_of,
)
from careerdesk.exchange.foreign_roles import esco_identity, identity_in, onet_identity
from careerdesk.services.naming import called
from careerdesk.words import counted_kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from careerdesk.domain.catalogue import Requirement, RoleProfile
    from careerdesk.domain.catalogue_entries import Occupation
    from careerdesk.storage.desk import Desk
    from careerdesk.storage.writer import Tx


class UnknownRoleError(CareerDeskError):
    """There is no role of that key, neither in the catalogue nor on the desk."""


class AmbiguousRoleError(CareerDeskError):
    """Several roles are called what was typed."""


def role_profiles(desk: Desk) -> list[RoleProfile]:
    """Return all roles a person can be compared with: the catalogue's, then the user's own."""
    skills: dict[RoleId, list[RoleSkill]] = {}
    for one in desk.all(RoleSkill):
        skills.setdefault(one.role_id, []).append(one)
    own = [profile_of(role, tuple(skills.get(role.id, ()))) for role in own_roles(desk)]
    return [*(role.profile for role in catalogue().roles), *own]


def role_profile(desk: Desk, key: str) -> RoleProfile:
    """Return the role of a key.

    Raises:
        UnknownRoleError: there is none; the sentence names the nearest keys.
    """
    known = catalogue().role(key)
    if known is not None:
        return known.profile
    own = _own_role(desk, key)
    if own is not None:
        return profile_of(own, tuple(desk.all(RoleSkill, role_id=own.id)))
    raise _unknown(desk, key)


def named_role(desk: Desk, name: str) -> RoleProfile:
    """Return the role that a person names by its key, source code, URI or whole title.

    Raises:
        UnknownRoleError: there is none; the sentence names the nearest keys.
        AmbiguousRoleError: several are called so; the sentence lists their keys.
    """
    key = name.strip()
    if catalogue().role(key) is not None or _own_role(desk, key) is not None:
        return role_profile(desk, key)
    own = own_roles(desk)
    found = [str(one.id) for one in own if _is_from(one, key)]
    if not found and key:
        titles = [(role.id, role.profile.title) for role in catalogue().roles]
        titles += [(str(one.id), one.title) for one in own]
        found = [of for of, title in titles if fold(title) == fold(key)]
    if len(found) > 1:
        raise AmbiguousRoleError(
            f"Several roles are called “{printable(key)}”; name one of them by its id: "
            f"{', '.join(found)}. Nothing was changed."
        )
    if not found:
        raise _unknown(desk, key)
    return role_profile(desk, found[0])


def source_codes(role: Role) -> tuple[str, ...]:
    """Return the code or URI that a role was imported by, and the identity in it."""
    identity = identity_in(role.source)
    return (role.source.rpartition(", ")[2].strip(), identity) if identity else ()


def _is_from(role: Role, key: str) -> bool:
    identity = identity_in(role.source)
    return identity is not None and identity in (key, onet_identity(key), esco_identity(key))


def _unknown(desk: Desk, key: str) -> UnknownRoleError:
    """Return the refusal of a key, with the nearest roles."""
    words = {role.id: role.id for role in catalogue().roles}
    words |= {fold(one.title): f"“{one.title}” ({one.id})" for one in own_roles(desk)}
    near = [words[one] for one in difflib.get_close_matches(fold(key), words, n=3, cutoff=0.5)]
    hint = f" Near to it: {', '.join(near)}." if near else ""
    return UnknownRoleError(
        f"There is no role “{printable(key)}”.{hint} `careerdesk roles` lists all; nothing was "
        "changed."
    )


def find_roles(desk: Desk, text: str) -> list[RoleProfile]:
    """Return the roles with all words of a text in what is said of them, in any spelling.

    First comes the one that is called so, then those whose titles have words that begin so.
    """
    said = {str(one.id): " ".join((one.summary, *source_codes(one))) for one in desk.all(Role)}
    found = [one for one in role_profiles(desk) if says(one, text, said.get(one.id, ""))]
    return sorted(found, key=lambda one: _distance(one.title, text))


def _distance(title: str, text: str) -> int:
    """Return how far a title is from what was searched for, 0 for the very same."""
    called, sought = fold(title).split(), fold(text).split()
    if called == sought:
        return 0
    if " ".join(called).startswith(" ".join(sought)):
        return 1
    return 2 if all(any(one.startswith(word) for one in called) for word in sought) else 3


def find_in_catalogue(text: str) -> list[RoleProfile]:
    """Return the roles of the catalogue with all words of a text in what is said of them."""
    return [role.profile for role in catalogue().roles if says(role.profile, text)]


def says(profile: RoleProfile, text: str, summary: str = "") -> bool:
    """Say whether all words of a text stand in a role; see ``haystack``."""
    folded = haystack(profile, summary)
    return all(word in folded for word in fold(text).split())


def haystack(profile: RoleProfile, summary: str = "") -> str:
    """Return all a role is found by, folded: title, family, summary, names of its skills.

    Of one of the catalogue also what typically teaches it, and the concepts of ESCO that come
    near. ``summary`` is that of a role of the user's own; the catalogue's are known here.
    """
    book = catalogue()
    known = book.role(profile.id)
    told = [profile.id, profile.title, profile.family, summary]
    for one in profile.requirements:
        told.append(one.name)
        skill = book.skill(one.skill)
        if skill is not None and skill.nearest_esco is not None:
            told.append(skill.nearest_esco.label)
    if known is not None:
        told += [known.summary, *(text for one in known.esco for text in (one.label, one.code))]
        told += [text for one in known.occupations for text in _called(one.occupation)]
        family = book.family(profile.family)
        told.append(family.name if family else "")
        resources = map(book.resource, known.typical_resources)
        told += [one.name for one in resources if one is not None]
    return fold(" ".join(told))


def _called(occupation: Occupation) -> tuple[str, str]:
    return occupation.soc, occupation.title


def own_roles(desk: Desk) -> list[Role]:
    """Return the user's own roles by title."""
    return sorted(desk.all(Role), key=lambda role: fold(role.title))


def _own_role(desk: Desk, key: str) -> Role | None:
    try:
        return desk.find(Role, id=RoleId(uuid.UUID(key)))
    except ValueError:
        return None


def add_role(desk: Desk, role: Role, requirements: Sequence[Requirement] = ()) -> None:
    """Store a role of the user's own with what it needs."""
    with desk.change(f"Add role {role.title}") as tx:
        put_role(tx, role, requirements)


def put_role(tx: Tx, role: Role, requirements: Sequence[Requirement]) -> None:
    """Store a role with what it needs, within a change."""
    tx.add(role)
    tx.add_many(
        RoleSkill.new(role.id, one.skill, one.name, one.level, one.weight) for one in requirements
    )


def copy_role(desk: Desk, key: str, title: str = "") -> Role:
    """Copy a role to one of the user's own, which can be edited, and return it.

    Raises:
        UnknownRoleError: there is no role of that key.
    """
    profile = role_profile(desk, key)
    known = catalogue().role(key)
    before = None if known else _own_role(desk, key)
    figures: dict[str, Any] = {
        INTEREST_FIELDS[one]: round(value * HUNDRED) for one, value in profile.interests.items()
    }
    figures |= {GOAL_FIELDS[one]: value for one, value in profile.goals.items()}
    made = Role.new(
        title or f"{profile.title} (my version)",
        family=profile.family,
        summary=known.summary if known else before.summary if before else "",
        source=f"catalogue {catalogue().version}, {key}" if known else "",
    )
    made = replace(made, **figures)
    with desk.change(f"Copy role {profile.title}") as tx:
        put_role(tx, made, profile.requirements)
    return made


def require_skill(desk: Desk, role: Role, requirement: Requirement) -> None:
    """Let a role of the user's own need a skill, or need it otherwise than before."""
    before = desk.find(RoleSkill, role_id=role.id, skill=requirement.skill)
    title = f"{'Change' if before else 'Add'} {requirement.name} in role {role.title}"
    level, weight = requirement.level, int(requirement.weight)
    if before is None:
        after = RoleSkill.new(role.id, requirement.skill, requirement.name, level, weight)
    else:
        after = replace(before, name=requirement.name, level=level, weight=weight)
    if after != before:
        with desk.change(title) as tx:
            tx.put(after)


def drop_skill(desk: Desk, role: Role, skill: str) -> None:
    """Let a role of the user's own need a skill no longer."""
    before = desk.find(RoleSkill, role_id=role.id, skill=skill)
    if before is not None:
        with desk.change(f"Remove {before.name} from role {role.title}") as tx:
            tx.remove(before)


def remove_role(desk: Desk, role: Role) -> None:
    """Delete a role of the user's own, with what it needs; it is aimed at no longer."""
    remove_roles(desk, [role])


def remove_roles(desk: Desk, chosen: Sequence[Role]) -> str:
    """Delete roles of the user's own as one change, and return what they are called."""
    named = called(chosen[0]) if len(chosen) == 1 else counted_kind(len(chosen), "role")
    with desk.change(f"Delete {named}") as tx:
        tx.remove_many(chosen)
        _keep_one_current(tx)
    return named


def targets(desk: Desk) -> list[Target]:
    """Return the roles aimed at, the current one first, then the newest."""
    return sorted(desk.all(Target), key=lambda one: (not one.is_current, -one.since.toordinal()))


def current_target(desk: Desk) -> Target | None:
    """Return the role aimed at now; None if there is none."""
    return next((one for one in targets(desk) if one.is_current), None)


def target_role(desk: Desk, key: str, today: date) -> Target:
    """Aim at a role from today; others stay as targets that are not current.

    A role aimed at before is taken up again and keeps its day.

    Raises:
        UnknownRoleError: there is no role of that key.
    """
    profile = role_profile(desk, key)
    stored = desk.all(Target)
    known = next((one for one in stored if one.role == profile.id), None)
    if known is not None and known.is_current and current_target(desk) == known:
        return known
    made = known or _target_of(profile.id, today)
    with desk.change(f"Aim at {profile.title}") as tx:
        tx.replace_many(replace(one, is_current=False) for one in stored if one.is_current)
        tx.put(replace(made, is_current=True))
    return replace(made, is_current=True)


def drop_target(desk: Desk, target: Target) -> None:
    """Aim at a role no longer; if it was the current one, the newest other one is."""
    title = role_profile(desk, target.role).title
    with desk.change(f"Stop aiming at {title}") as tx:
        tx.remove(target)
        _keep_one_current(tx)


def _target_of(key: str, today: date) -> Target:
    if catalogue().role(key) is not None:
        return Target.new(today, catalogue_role=key)
    return Target.new(today, role_id=RoleId(uuid.UUID(key)))


def _keep_one_current(tx: Tx) -> None:
    left = tx.all(Target)
    if left and not any(one.is_current for one in left):
        tx.replace(replace(max(left, key=lambda one: one.since), is_current=True))


def chosen_role(desk: Desk, key: str) -> RoleProfile:
    """Return the role of a key, or of an empty one the role aimed at now.

    Raises:
        UnknownRoleError: there is no role of that key.
        InvalidValueError: no key is given and no role is aimed at.
    """
    if key:
        return role_profile(desk, key)
    current = current_target(desk)
    if current is None:
        raise InvalidValueError("target role", "is not chosen yet; `careerdesk target` chooses it")
    try:
        return role_profile(desk, current.role)
    except UnknownRoleError as error:
        reason = f"“{current.role}” is not in the catalogue; `careerdesk target` chooses another"
        raise InvalidValueError("target role", reason) from error
