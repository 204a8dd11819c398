"""Which skill is part of which, so that nested skills are counted once.

A sub-skill counts as a part of its parent, never beside it. A parent has its own level where it
has one, otherwise the mean of its known parts.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from careerdesk.domain.skills import Level, Skill, SkillId


class SkillTree:
    """The skills as trees: every skill is a top or part of exactly one other.

    A parent that is not among the skills is no parent. Where parents form a ring, which an
    imported file may claim, the skill of the ring that is listed first becomes a top.
    """

    def __init__(self, skills: Iterable[Skill]) -> None:
        self._skills = {skill.id: skill for skill in skills}
        self._parents: dict[SkillId, SkillId] = {
            skill.id: skill.parent_id
            for skill in self._skills.values()
            if skill.parent_id in self._skills
        }
        self._open_rings()
        self._parts: dict[SkillId, list[Skill]] = defaultdict(list)
        for child, parent in self._parents.items():
            self._parts[parent].append(self._skills[child])

    def tops(self) -> tuple[Skill, ...]:
        """Return the skills that are part of no other, in the order given."""
        return tuple(skill for skill in self._skills.values() if skill.id not in self._parents)

    def parent(self, skill: Skill) -> Skill | None:
        """Return the skill this one is part of."""
        parent = self._parents.get(skill.id)
        return self._skills[parent] if parent else None

    def parts(self, skill: Skill) -> Sequence[Skill]:
        """Return the direct parts of a skill."""
        return self._parts.get(skill.id, ())

    def with_all_parts(self, top: Skill) -> list[Skill]:
        """Return a skill and all its parts, each skill before its parts."""
        found = [top]
        for skill in found:  # grows while it is walked, so depth costs no recursion
            found.extend(self.parts(skill))
        return found

    def mean(self, top: Skill, levels: Mapping[SkillId, Level | None]) -> float | None:
        """Return the skill's own level or, without one, the mean of its known parts."""
        means: dict[SkillId, float | None] = {}
        for skill in reversed(self.with_all_parts(top)):
            own = levels.get(skill.id)
            means[skill.id] = (
                float(own)
                if own is not None
                else mean_of_known(means[part.id] for part in self.parts(skill))
            )
        return means[top.id]

    def _open_rings(self) -> None:
        settled: set[SkillId] = set()
        for start in self._skills:
            path: list[SkillId] = []
            at: SkillId | None = start
            while at is not None and at not in settled:
                settled.add(at)
                path.append(at)
                at = self._parents.get(at)
            if at in path:
                ring = set(path[path.index(at) :])
                first = next(skill for skill in self._skills if skill in ring)
                del self._parents[first]


def mean_of_known(levels: Iterable[float | None]) -> float | None:
    """Return the mean of what is known; None if nothing is."""
    known = [level for level in levels if level is not None]
    return sum(known) / len(known) if known else None
