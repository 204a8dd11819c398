"""How much of what a role asks for a person covers, and what each missing skill adds to the rest.

Coverage is the weighted share of the targets that is reached. It is no distance: a surplus in one
skill neither helps nor makes up for another, because difference scores and profile distances hide
which side is short (Edwards and Parry 1993). With target r, weight w and level u of each skill and
W the sum of the weights:

    coverage C = (1/W) Σ w · min(u, r) / r        shortfall k = (w/W) · (1 - min(u, r) / r)

All figures are exact fractions, so that the shortfalls of a role sum to exactly 1 - C; they become
floats where they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from careerdesk.domain.catalogue import Requirement, RoleProfile, Weight
from careerdesk.domain.skills import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NOTHING: Final = Fraction(0)
# An essential skill at least this far below its target is named on its own, never averaged away.
ESSENTIAL_GAP: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one skill of a role adds to the coverage, and what it leaves open.

    ``level`` is the level as rated, None if it is unknown; ``deduction`` is taken off it before it
    counts (see ``coverage``). ``part`` is the skill's share of all weights, ``reached`` the share
    of its target that is reached (0 to 1), unknown counting as 0. ``shortfall`` is what is missing
    from a coverage of 1 because of this skill.
    """

    requirement: Requirement
    level: Level | None
    deduction: Fraction
    part: Fraction
    reached: Fraction

    @property
    def shortfall(self) -> Fraction:
        """The part of the role's coverage that is missing here; exact."""
        return self.part * (1 - self.reached)

    @property
    def gap(self) -> int:
        """The levels from the rating to the target, 0 if it is reached; unknown counts as 0."""
        return max(0, self.requirement.level - (self.level or 0))

    @property
    def surplus(self) -> int:
        """The levels above the target, which count for nothing; 0 if there are none."""
        return 0 if self.level is None else max(0, self.level - self.requirement.level)

    @property
    def is_met(self) -> bool:
        """Whether the whole target counts as reached; an unknown level never does."""
        return self.reached == 1

    @property
    def is_essential_gap(self) -> bool:
        """Whether an essential skill is known to be two levels or more below its target."""
        is_essential = self.requirement.weight is Weight.ESSENTIAL
        return is_essential and self.level is not None and self.gap >= ESSENTIAL_GAP

    def gain(self, level: Level) -> Fraction:
        """Return how much the coverage of the role rises with another rating; negative if lower."""
        return self.part * (_reached(level, self.requirement.level, self.deduction) - self.reached)

    @property
    def gains(self) -> dict[Level, Fraction]:
        """What each level above the rating, up to the target, adds to the coverage as it is now.

        The last one closes the gap. Empty where the target is reached.
        """
        lowest = (self.level or 0) + 1
        return {Level(at): self.gain(Level(at)) for at in range(lowest, self.requirement.level + 1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The coverage of one role by one person, from 0 to 1, and the skills it comes from.

    ``value`` and ``low`` count an unknown level as 0, ``high`` as its target: whatever the answer
    would be, the coverage lies between them.
    """

    profile: RoleProfile
    shares: tuple[Share, ...]
    value: Fraction
    high: Fraction

    @property
    def low(self) -> Fraction:
        """The coverage if every unknown level were 0."""
        return self.value

    @property
    def unknown(self) -> tuple[Share, ...]:
        """The skills whose level is unknown, in the order of the role."""
        return tuple(one for one in self.shares if one.level is None)

    @property
    def gaps(self) -> tuple[Share, ...]:
        """The skills below their target: those first where weight times missing levels is largest.

        Of two equal ones the larger shortfall comes first. Unknown skills are among them, as if
        their level were 0.
        """
        return tuple(sorted((one for one in self.shares if not one.is_met), key=_most_urgent))

    @property
    def essential_gaps(self) -> tuple[Share, ...]:
        """The essential skills two levels or more below their target, in the order of ``gaps``."""
        return tuple(one for one in self.gaps if one.is_essential_gap)

    @property
    def carried_over(self) -> tuple[Share, ...]:
        """The skills above their target, the largest surplus first, of equals the weightier."""
        above = (one for one in self.shares if one.surplus)
        return tuple(sorted(above, key=lambda one: (-one.surplus, -one.requirement.weight)))


def coverage(
    profile: RoleProfile,
    levels: Mapping[str, Level | None],
    *,
    deductions: Mapping[str, Fraction] | None = None,
) -> Coverage | None:
    """Return how a person covers a role; None if the role names no skills.

    Args:
        profile: The role.
        levels: The person's level by the skill of each requirement; one that is absent or None is
            unknown.
        deductions: Levels taken off the ratings of some skills before they count, as the cautious
            view does (see ``supported.cautious_deductions``); the ratings stay as they are.
    """
    if not profile.requirements:
        return None
    total = profile.total_weight
    shares = tuple(
        _share(one, levels.get(one.skill), (deductions or {}).get(one.skill, NOTHING), total)
        for one in profile.requirements
    )
    value = sum((one.part * one.reached for one in shares), NOTHING)
    open_to_answers = sum((one.part for one in shares if one.level is None), NOTHING)
    return Coverage(profile=profile, shares=shares, value=value, high=value + open_to_answers)


def what_if(
    profile: RoleProfile,
    levels: Mapping[str, Level | None],
    skill: str,
    level: Level | None,
    *,
    deductions: Mapping[str, Fraction] | None = None,
) -> Coverage | None:
    """Return how a person would cover a role with another level of one skill."""
    return coverage(profile, {**levels, skill: level}, deductions=deductions)


def weighted_coverage(terms: Iterable[tuple[Fraction | int, int, int]]) -> Fraction | None:
    """Return the coverage from weight, level and target of each skill; None without any.

    This is the formula alone, for weights of any positive size.
    """
    known = tuple(terms)
    if not known:
        return None
    total = Fraction(sum(weight for weight, _, _ in known))
    return sum((w / total * _reached(level, to, NOTHING) for w, level, to in known), NOTHING)


def _share(requirement: Requirement, level: Level | None, less: Fraction, total: int) -> Share:
    return Share(
        requirement=requirement,
        level=level,
        deduction=less,
        part=Fraction(requirement.weight, total),
        reached=NOTHING if level is None else _reached(level, requirement.level, less),
    )


def _reached(level: int, target: int, less: Fraction) -> Fraction:
    if not less:
        return Fraction(min(level, target), target)
    return min(max(level - less, NOTHING), Fraction(target)) / target


def _most_urgent(share: Share) -> tuple[int, Fraction]:
    return (-share.requirement.weight * share.gap, -share.shortfall)
