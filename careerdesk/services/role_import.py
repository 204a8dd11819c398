"""Importing roles of O*NET and ESCO: read, choose, see what would become of each, one change.

A role is on the desk already if one of the user's own has the same code of O*NET or the same URI
of ESCO in its source, whatever the release. Titles never say it: "Developer Advocate" is an
alternate title of Urban and Regional Planners.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.catalogue import Requirement
from careerdesk.domain.roles import HUNDRED, INTEREST_FIELDS, Role, RoleId, RoleSkill
from careerdesk.exchange.drafts import Problem
from careerdesk.exchange.foreign_roles import (
    ESCO,
    INTERESTS,
    ONET,
    ForeignRole,
    ForeignRoles,
    attribution,
    identity_in,
)
from careerdesk.exchange.plan import Outcome
from careerdesk.exchange.role_reading import read_roles
from careerdesk.exchange.role_scales import ESCO_JUDGEMENT, ONET_JUDGEMENT
from careerdesk.exchange.role_search import RoleHit, RoleSearch
from careerdesk.services.basis import basis_of, check_basis
from careerdesk.services.roles import put_role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from careerdesk.storage.desk import Desk
    from careerdesk.storage.writer import Tx

    Progress = Callable[[int, int], None]

__all__ = [
    "MOST_UNASKED",
    "ForeignRole",
    "ForeignRoles",
    "Outcome",
    "Problem",
    "RoleEntry",
    "RoleHit",
    "RolePlan",
    "RoleSearch",
    "apply_roles",
    "plan_roles",
    "read_roles",
    "said_of_source",
]

# More roles than these in one folder are a whole release, of which somebody wants a few.
MOST_UNASKED: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleEntry:
    """What becomes of one role: ``before`` is that of the desk, ``after`` as it would be.

    One that is skipped stays as it is on the desk, though the files say otherwise. ``needs`` is
    what it would need, and of that is told how many skills come, change and go.
    """

    foreign: ForeignRole
    outcome: Outcome
    before: Role | None
    after: Role
    needs: tuple[Requirement, ...]
    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePlan:
    """What an import of roles would do to the desk it was compared with."""

    entries: tuple[RoleEntry, ...]
    problems: tuple[Problem, ...] = ()
    basis: object = None

    @property
    def changing(self) -> tuple[RoleEntry, ...]:
        """The roles that would be added or brought up to date."""
        return tuple(one for one in self.entries if one.outcome in (Outcome.NEW, Outcome.CHANGED))

    @property
    def title(self) -> str:
        """What the change is called in the history."""
        found = self.changing
        if len(found) == 1:
            verb = "Import" if found[0].outcome is Outcome.NEW else "Update"
            return f"{verb} role {found[0].after.title}"
        return f"Import {len(found):,} roles"

    def counts(self) -> dict[str, int]:
        """Return how many roles become what."""
        found = {outcome.value: 0 for outcome in Outcome}
        for one in self.entries:
            found[one.outcome.value] += 1
        return found


def plan_roles(
    desk: Desk,
    chosen: Sequence[ForeignRole],
    problems: Iterable[Problem] = (),
    *,
    updates_known: bool = False,
) -> RolePlan:
    """Compare roles that were read with those of the desk; nothing is written.

    A role that is there already stays as it is. With ``updates_known`` its title, description,
    interests and skills follow the files as far as these hold them; its family, goals and note
    stay.
    """
    own: dict[str, Role] = {}
    for role in desk.all(Role):
        if identity := identity_in(role.source):
            own.setdefault(identity, role)
    needs: dict[RoleId, list[RoleSkill]] = {}
    for skill in desk.all(RoleSkill):
        needs.setdefault(skill.role_id, []).append(skill)
    entries = []
    for one in chosen:
        before = own.get(one.identity)
        held = needs.get(before.id, []) if before else []
        entries.append(_entry(one, before, held, updates_known=updates_known))
    return RolePlan(entries=tuple(entries), problems=tuple(problems), basis=basis_of(desk))


def apply_roles(desk: Desk, made: RolePlan, *, progress: Progress | None = None) -> None:
    """Do what a plan says as one change, after a backup that is kept for good.

    A plan that changes nothing leaves no change and makes no backup. What ``progress`` raises ends
    the import, and nothing of it stays.

    Raises:
        ImportProblemError: the desk has been changed since it was compared.
        ReadOnlyDeskError, DiskFullError: nothing was imported.
    """
    check_basis(desk, made.basis, made.entries[0].foreign.file if made.entries else "")
    todo = made.changing
    if not todo:
        return
    if not desk.is_read_only:  # on a read-only desk the change itself says what is wrong
        desk.backup(pinned=True, reason="before an import")
    with desk.change(made.title) as tx:
        for done, entry in enumerate(todo, 1):
            if entry.before is None:
                put_role(tx, entry.after, entry.needs)
            else:
                tx.replace(entry.after)
                _replace_needs(tx, entry.after.id, entry.needs)
            if progress is not None:
                progress(done, len(todo))


def said_of_source(role: Role) -> tuple[str, ...]:
    """Return what must or should stand beside an imported role; nothing for any other.

    The first line is the one the source asks for, the second says what was judged.
    """
    if identity_in(role.source) is None:
        return ()
    source = role.source.rpartition(",")[0]
    judgement = ONET_JUDGEMENT if source.startswith(ONET) else ESCO_JUDGEMENT
    assert source.startswith((ONET, ESCO)), "only these have an identity"
    return (attribution(source), judgement)


def _entry(
    one: ForeignRole, before: Role | None, held: Iterable[RoleSkill], *, updates_known: bool
) -> RoleEntry:
    stored = {need.skill: need.requirement() for need in held}
    wanted = {need.skill: need for need in one.requirements}
    kept = {skill: need for skill, need in stored.items() if not one.decides(skill)}
    after_needs = {**kept, **wanted}
    after = replace(before, **_said(one, before)) if before else _new(one)
    if before and one.source in (ONET, ESCO) and after_needs == stored:
        unnumbered = replace(after, source=before.source)
        # Files that tell no release differ by that alone from those that did.
        after = unnumbered if unnumbered == before else after
    if before is None:
        outcome = Outcome.NEW
    elif after == before and after_needs == stored:
        outcome = Outcome.IDENTICAL
    else:
        outcome = Outcome.CHANGED if updates_known else Outcome.SKIPPED
    common = stored.keys() & after_needs.keys()
    return RoleEntry(
        foreign=one,
        outcome=outcome,
        before=before,
        after=before if before and outcome is Outcome.SKIPPED else after,
        needs=tuple(after_needs.values()),
        added=len(after_needs.keys() - stored.keys()),
        changed=sum(stored[skill] != after_needs[skill] for skill in common),
        removed=len(stored.keys() - after_needs.keys()),
    )


def _new(one: ForeignRole) -> Role:
    return replace(Role.new(one.title), **_said(one), note="\n".join(one.notes))


def _said(one: ForeignRole, before: Role | None = None) -> dict[str, Any]:
    """Return the fields of a role that a file decides."""
    said: dict[str, Any] = {"title": one.title, "source": one.source_line}
    if one.description or before is None:
        said["summary"] = one.description
    if INTERESTS in one.holds or before is None:
        said |= dict.fromkeys(INTEREST_FIELDS.values())
        said |= {
            INTEREST_FIELDS[kind]: round(figure * HUNDRED) for kind, figure in one.interests.items()
        }
    return said


def _replace_needs(tx: Tx, role_id: RoleId, wanted: Iterable[Requirement]) -> None:
    """Let a role need just these skills; what stays as it is, is not touched."""
    held = {one.skill: one for one in tx.all(RoleSkill, role_id=role_id)}
    for one in wanted:
        before = held.pop(one.skill, None)
        if before is None:
            tx.add(RoleSkill.new(role_id, one.skill, one.name, one.level, one.weight))
        elif before.requirement() != one:
            weight = int(one.weight)
            tx.replace(replace(before, name=one.name, level=one.level, weight=weight))
    tx.remove_many(held.values())
