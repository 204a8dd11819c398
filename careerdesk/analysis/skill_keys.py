"""Which skill of the inventory is meant where a role names one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from careerdesk.domain.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdesk.domain.skills import Skill


class NamesSkill(Protocol):
    """What names a skill by its key, such as a requirement of a role."""

    @property
    def skill(self) -> str:
        """The key (see ``Skill.key``)."""

    @property
    def name(self) -> str:
        """The name of the skill."""


def skills_by_key(requirements: Iterable[NamesSkill], skills: Iterable[Skill]) -> dict[str, Skill]:
    """Return the skill that stands for each requirement, by its key; without one, none.

    It is the one that has the key (``Skill.key``), else the first one of the same name that has no
    identifier of a catalogue yet, because it was written down by hand.
    """
    by_key: dict[str, Skill] = {}
    by_name: dict[str, Skill] = {}
    for skill in skills:
        by_key.setdefault(skill.key, skill)
        if not skill.catalogue_key:
            by_name.setdefault(fold(skill.name), skill)
    found = {}
    for one in requirements:
        if meant := by_key.get(one.skill) or by_name.get(fold(one.name)):
            found[one.skill] = meant
    return found
