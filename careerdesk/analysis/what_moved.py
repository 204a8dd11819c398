"""Which skills moved the readiness for a role between two days, and by how much each."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from careerdesk.domain.catalogue import Requirement
from careerdesk.domain.skills import Level

if TYPE_CHECKING:
    from careerdesk.analysis.readiness_history import ReadinessChange
    from careerdesk.domain.catalogue import RoleProfile


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillMove:
    """One skill of a role over some time, from its first level to its last.

    ``claimed`` and ``evidenced`` are what it added to the two readiness numbers, negative if it
    fell. Levels are as in ``readiness_history.Move``; None is unknown.
    """

    requirement: Requirement
    before: Level | None
    after: Level | None
    supported_before: Level | None
    supported_after: Level | None
    claimed: Fraction
    evidenced: Fraction


def what_moved(profile: RoleProfile, change: ReadinessChange) -> tuple[SkillMove, ...]:
    """Return the skills that moved the readiness, those that moved it most first.

    What they added sums to the change exactly, in both numbers. A skill that came back to where it
    was, or moved above the level needed, is not among them.
    """
    order = {one.skill: place for place, one in enumerate(profile.requirements)}
    first = {move.requirement.skill: move for move in reversed(change.moves)}
    last = {move.requirement.skill: move for move in change.moves}
    moved = []
    for key in sorted(first, key=order.__getitem__):
        before, after = first[key], last[key]
        need = after.requirement
        part = Fraction(need.weight, profile.total_weight * need.level)
        moved.append(
            SkillMove(
                requirement=need,
                before=before.before,
                after=after.after,
                supported_before=before.supported_before,
                supported_after=after.supported_after,
                claimed=part * _rise(before.before, after.after, need.level),
                evidenced=part * _rise(before.supported_before, after.supported_after, need.level),
            )
        )
    moved.sort(key=lambda one: -abs(one.claimed) - abs(one.evidenced))
    return tuple(one for one in moved if one.claimed or one.evidenced)


def _rise(before: Level | None, after: Level | None, target: Level) -> int:
    return min(after or 0, target) - min(before or 0, target)
