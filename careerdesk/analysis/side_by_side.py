"""Several roles beside each other, skill by skill: what they share, and what pays in all."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from careerdesk.analysis.coverage import Coverage, Share
from careerdesk.domain.skills import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRow:
    """One skill in several roles; ``shares`` has one for each role, None where it is not asked for.

    ``level`` is the person's, None if it is unknown.
    """

    skill: str
    name: str
    level: Level | None
    shares: tuple[Share | None, ...]

    @property
    def asked(self) -> int:
        """How many of the roles ask for the skill."""
        return sum(one is not None for one in self.shares)

    @property
    def shortfall(self) -> Fraction:
        """What the skill costs in all roles together, in coverages of one role."""
        return sum((one.shortfall for one in self.shares if one is not None), Fraction(0))


def side_by_side(coverages: Sequence[Coverage]) -> tuple[SkillRow, ...]:
    """Return every skill that one of the roles asks for.

    Those most roles ask for come first, of these the ones that cost most in all of them together;
    equals keep the order in which the roles name them.
    """
    by_role = [{one.requirement.skill: one for one in each.shares} for each in coverages]
    rows = (_row(skill, [shares.get(skill) for shares in by_role]) for skill in _all(by_role))
    return tuple(sorted(rows, key=lambda row: (-row.asked, -row.shortfall)))


def _all(by_role: Iterable[Iterable[str]]) -> Iterable[str]:
    return dict.fromkeys(skill for skills in by_role for skill in skills)


def _row(skill: str, shares: Sequence[Share | None]) -> SkillRow:
    first = next(one for one in shares if one is not None)
    return SkillRow(
        skill=skill, name=first.requirement.name, level=first.level, shares=tuple(shares)
    )
