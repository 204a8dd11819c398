from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from careerdesk.analysis.skill_tree import SkillTree, mean_of_known
from careerdesk.domain.skills import Level, Skill, SkillId

NAMES = [Skill.new(f"S{n}") for n in range(8)]
# Any skill may name any other, or one that is not there, as its parent: trees, rings and orphans.
FORESTS = st.lists(st.none() | st.integers(0, 9), min_size=8, max_size=8).map(
    lambda parents: [
        replace(skill, parent_id=_parent(parent))
        if parent is not None and _parent(parent) != skill.id
        else skill
        for skill, parent in zip(NAMES, parents, strict=True)
    ]
)
LOST = Skill.new("not on the desk")


def _parent(number: int) -> SkillId:
    return NAMES[number].id if number < len(NAMES) else LOST.id


@given(FORESTS)
def test_that_every_skill_is_in_exactly_one_tree(skills: list[Skill]) -> None:
    tree = SkillTree(skills)
    found = [part.id for top in tree.tops() for part in tree.with_all_parts(top)]
    assert sorted(found) == sorted(skill.id for skill in skills)
    assert all(tree.parent(top) is None for top in tree.tops())


@given(FORESTS)
def test_that_parts_and_parents_agree(skills: list[Skill]) -> None:
    tree = SkillTree(skills)
    for skill in skills:
        assert all(tree.parent(part) == skill for part in tree.parts(skill))
        parent = tree.parent(skill)
        assert parent is None or skill in tree.parts(parent)


@given(FORESTS, st.lists(st.none() | st.sampled_from(Level), min_size=8, max_size=8))
def test_that_a_mean_lies_within_the_known_levels(
    skills: list[Skill], levels: list[Level | None]
) -> None:
    tree = SkillTree(skills)
    by_id = {skill.id: level for skill, level in zip(skills, levels, strict=True)}
    for top in tree.tops():
        known = [
            level for part in tree.with_all_parts(top) if (level := by_id[part.id]) is not None
        ]
        mean = tree.mean(top, by_id)
        assert (mean is None) == (not known)
        assert mean is None or min(known) <= mean <= max(known)


def test_that_the_first_listed_skill_of_a_ring_becomes_its_top() -> None:
    first, second = Skill.new("first"), Skill.new("second")
    ring = [replace(first, parent_id=second.id), replace(second, parent_id=first.id)]
    assert SkillTree(ring).tops() == (ring[0],)


def test_that_five_thousand_steps_of_parts_are_read() -> None:
    skills = [Skill.new("top")]
    for _ in range(5000):
        skills.append(Skill.new("part", parent_id=skills[-1].id))
    tree = SkillTree(skills)
    assert tree.mean(tree.tops()[0], {skills[-1].id: Level.AWARE}) == 1.0


def test_that_nothing_known_has_no_mean() -> None:
    assert mean_of_known([None, None]) is None
    assert mean_of_known([0.0, None]) == 0.0
