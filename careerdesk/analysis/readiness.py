"""How ready a person is for a role on any day: as claimed, and as far as evidence supports it.

The claimed coverage counts ratings as they are, the evidenced one the level that evidence supports
(see ``supported``), which is 0 without any and never above the rating. A skill's level is its own
rating, not a mean of its parts. What is dated after the day asked for does not count.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.analysis.coverage import Coverage, coverage
from careerdesk.analysis.skill_keys import skills_by_key
from careerdesk.analysis.skill_levels import LevelHistory
from careerdesk.analysis.supported import Support, support
from careerdesk.domain.skills import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from careerdesk.analysis.closed_groups import ClosedGroups
    from careerdesk.domain.catalogue import RoleProfile
    from careerdesk.domain.evidence import Evidence
    from careerdesk.domain.skills import Rating, Skill, SkillId


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """The coverage of a role on a day, and what the evidence says of each skill, by its key.

    ``supports`` holds the skills of the role that are in the inventory, or in a group that was said
    not to be known at all.
    """

    day: date
    claimed: Coverage
    evidenced: Coverage
    supports: dict[str, Support]

    @property
    def sigmas(self) -> dict[str, float]:
        """The standard deviation of each rating in levels, for ``error_band.error_bands``."""
        return {key: one.sigma for key, one in self.supports.items()}


class SkillRecord:
    """Skills with their ratings and evidence, sorted once for many roles and days.

    ``closed`` are the groups that were said not to be known at all: a skill of one of them that
    has no rating is at level 0 and not unknown.
    """

    def __init__(
        self,
        skills: Iterable[Skill],
        ratings: Iterable[Rating],
        evidence: Iterable[Evidence],
        closed: ClosedGroups | None = None,
    ) -> None:
        self._closed = closed
        self._skills = tuple(skills)
        self._levels = LevelHistory(ratings)
        self._evidence: defaultdict[SkillId, list[Evidence]] = defaultdict(list)
        for piece in evidence:
            self._evidence[piece.skill_id].append(piece)

    def skills_of(self, profile: RoleProfile) -> dict[str, Skill]:
        """Return the skill that stands for each requirement of a role, by its key."""
        return skills_by_key(profile.requirements, self._skills)

    def ratings_of(self, skill: Skill) -> Sequence[Rating]:
        """Return all ratings of a skill, in order of time."""
        return self._levels.ratings_of(skill.id)

    def evidence_of(self, skill: Skill) -> Sequence[Evidence]:
        """Return all evidence for a skill, in the order given."""
        return self._evidence.get(skill.id, ())

    def supports(
        self, profile: RoleProfile, *, day: date, is_unsteady: bool = False
    ) -> dict[str, Support]:
        """Return the rating of each skill of a role on a day and what the evidence says of it.

        ``is_unsteady`` is ``supported.is_unsteady`` of the person's repeated ratings.
        """
        skills = self.skills_of(profile)
        found = {
            key: support(
                self._levels.level_as_of(skill.id, day),
                self.evidence_of(skill),
                day=day,
                is_unsteady=is_unsteady,
            )
            for key, skill in skills.items()
        }
        for one in profile.requirements if self._closed is not None else ():
            key = one.skill
            if self._is_closed(key, day) and not self._is_rated(skills.get(key), day):
                found[key] = support(Level.NONE, (), day=day, is_unsteady=is_unsteady)
        return found

    def _is_closed(self, key: str, day: date) -> bool:
        return self._closed is not None and self._closed.holds(key, day)

    def _is_rated(self, skill: Skill | None, day: date) -> bool:
        return skill is not None and any(one.on <= day for one in self.ratings_of(skill))


def readiness(
    profile: RoleProfile, record: SkillRecord, *, day: date, is_unsteady: bool = False
) -> Readiness | None:
    """Return how ready a person was for a role on a day; None if the role names no skills."""
    supports = record.supports(profile, day=day, is_unsteady=is_unsteady)
    claimed = coverage(profile, {key: one.rating for key, one in supports.items()})
    evidenced = evidenced_coverage(profile, {key: one.level for key, one in supports.items()})
    if claimed is None or evidenced is None:
        return None
    return Readiness(day=day, claimed=claimed, evidenced=evidenced, supports=supports)


def evidenced_coverage(
    profile: RoleProfile, supported: Mapping[str, Level | None]
) -> Coverage | None:
    """Return the coverage of a role by the levels that evidence supports; None without skills.

    What no evidence supports counts as 0, also where the level itself is unknown: unlike the
    claimed coverage it has no range.
    """
    shown = {one.skill: supported.get(one.skill) or Level.NONE for one in profile.requirements}
    return coverage(profile, shown)
