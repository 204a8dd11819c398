"""A person beside a role, group by group: what it asks for there, and what the person has of it."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from careerdesk.domain.catalogue import RoleProfile
    from careerdesk.domain.skills import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPair:
    """The skills of a role in one group: the mean of their targets, and of the person's levels.

    Both are over the skills whose level is known, so that they can be compared; ``held`` is None
    and ``asked`` over all of them if none is. A surplus counts as it is: this is a picture, and
    no part of the coverage.
    """

    group: str
    asked: float
    held: float | None
    known: int
    unknown: int


def group_pairs(
    profile: RoleProfile,
    levels: Mapping[str, Level | None],
    groups: Iterable[str],
    group_of: Mapping[str, str],
) -> tuple[GroupPair, ...]:
    """Return the groups a role asks for, in the order given; those without a group come last.

    Args:
        profile: The role.
        levels: The person's level by the skill of each requirement; absent or None is unknown.
        groups: All groups, in their order.
        group_of: The group of a skill; of others it is empty.
    """
    members: dict[str, list[tuple[int, Level | None]]] = {group: [] for group in (*groups, "")}
    for one in profile.requirements:
        of = group_of.get(one.skill, "")
        members.setdefault(of, []).append((int(one.level), levels.get(one.skill)))
    return tuple(_pair(group, found) for group, found in members.items() if found)


def _pair(group: str, found: list[tuple[int, Level | None]]) -> GroupPair:
    known = [(asked, level) for asked, level in found if level is not None]
    return GroupPair(
        group=group,
        asked=fmean(asked for asked, _ in known or found),
        held=fmean(int(level) for _, level in known) if known else None,
        known=len(known),
        unknown=len(found) - len(known),
    )
