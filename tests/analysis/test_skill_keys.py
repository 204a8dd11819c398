"""A role's skill is found in the inventory by its key, and by its name while it has none."""

from __future__ import annotations

from dataclasses import replace

from careerdesk.analysis.skill_keys import skills_by_key
from careerdesk.domain.catalogue import Requirement, Weight
from careerdesk.domain.skills import Level, Skill

PYTHON = Requirement(
    skill="python", name="Python for data", level=Level.ADVANCED, weight=Weight.ESSENTIAL
)


def test_that_a_renamed_skill_is_found_by_its_key() -> None:
    skill = replace(Skill.new("Snakes"), catalogue_key="python")
    assert skills_by_key([PYTHON], [skill]) == {"python": skill}


def test_that_a_skill_written_by_hand_is_found_by_its_name_in_any_spelling() -> None:
    skill = Skill.new("PYTHON for  data")
    assert skills_by_key([PYTHON], [skill]) == {"python": skill}


def test_that_the_key_goes_before_the_name() -> None:
    named, keyed = Skill.new("Python for data"), replace(Skill.new("P"), catalogue_key="python")
    assert skills_by_key([PYTHON], [named, keyed]) == {"python": keyed}


def test_that_a_skill_with_another_key_is_never_found_by_its_name() -> None:
    other = replace(Skill.new("Python for data"), catalogue_key="onet:2.A.1.a")
    assert skills_by_key([PYTHON], [other]) == {}


def test_that_a_skill_of_ones_own_is_found_by_its_id() -> None:
    skill = Skill.new("Beekeeping")
    need = replace(PYTHON, skill=str(skill.id), name="Beekeeping")
    assert skills_by_key([need], [replace(skill, name="Keeping bees")]) == {
        str(skill.id): replace(skill, name="Keeping bees")
    }
