"""What several rooms ask of annotations, foreign text and names, each in one place."""

from __future__ import annotations

import uuid
from typing import Any, NewType

import pytest

from careerdesk.domain.codec import value_type, without_none
from careerdesk.domain.fields import clean_text, printable
from careerdesk.domain.folding import fold, same_name
from careerdesk.domain.skills import Level, SkillId

Outer = NewType("Outer", SkillId)


@pytest.mark.parametrize(
    ("hint", "expected"),
    [(str, str), (int | None, int), (SkillId | None, uuid.UUID), (Outer, uuid.UUID)],
)
def test_that_the_class_of_a_field_is_seen_through_none_and_id_types(
    hint: Any, expected: type[Any]
) -> None:
    assert value_type(hint) is expected


def test_that_only_none_is_taken_from_an_annotation() -> None:
    assert without_none(SkillId | None) is SkillId
    assert without_none(Level) is Level


def test_that_printable_text_loses_what_acts_and_nothing_else() -> None:
    assert printable(" a\u0301\r\n\tb \n") == " a\u0301\r\n\tb \n"
    assert printable("\x1b[31mred\x00\x9b\ud800") == "[31mred"


def test_that_clean_text_has_one_kind_of_line_end() -> None:
    assert clean_text(" a\r\nb\rc\x0b\x0cd\n") == "a\nb\ncd"


def test_that_names_are_the_same_but_for_case_and_blanks_and_keep_their_accents() -> None:
    assert same_name("  Ada \n BYRON") == same_name("ada byron")
    assert same_name("Łódź") != same_name("Lodz")
    assert fold("Łódź") == fold("Lodz")
