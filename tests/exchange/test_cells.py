from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.csv_guard import unguard
from careerdesk.exchange.cells import from_cell, to_cell
from careerdesk.exchange.shape import Field, Sort, fields_of, references_of


def field(kind: str, name: str) -> Field:
    return fields_of(kind)[name]


@pytest.mark.parametrize(
    ("kind", "name", "cell", "expected"),
    [
        ("study_session", "minutes", "90", 90),
        ("study_session", "minutes", "1:30", 90),
        ("study_session", "minutes", "45 min", 45),
        ("study_session", "minutes", "1 h 30 min", 90),
        ("study_session", "minutes", "1,5 hours", 90),
        ("study_session", "minutes", "45.0", 45),
        ("study_session", "on", "8 Feb 2026", "2026-02-08"),
        ("study_session", "is_private", "Yes", True),
        ("study_session", "is_private", "0", False),
        ("learning_item", "kind", "BOOK", "book"),
        ("learning_item", "cost_minor", "-5", -5),
        ("rating", "level", "3", 3),
        ("position", "started", "Jan 2024", "2024-01"),
        ("skill", "name", "  x ", "  x "),
    ],
)
def test_that_cells_hold_what_a_person_would_write(
    kind: str, name: str, cell: str, expected: str | int | bool
) -> None:
    assert from_cell(cell, field(kind, name)) == expected


@pytest.mark.parametrize(
    ("kind", "name", "cell", "words"),
    [
        ("study_session", "minutes", "an hour", "such as 90"),
        ("study_session", "minutes", "", "such as 90"),
        ("study_session", "on", "2026-02", "whole day"),
        ("study_session", "on", "2/8/26", "date such as"),
        ("study_session", "is_private", "perhaps", "yes or no"),
        ("learning_item", "kind", "film", "course, book, certification, workshop"),
        ("learning_item", "cost_minor", "1.5", "whole number"),
        ("learning_item", "cost_minor", "9" * 40, "whole number"),
        ("skill", "group_id", "Data", "an id"),
    ],
)
def test_that_a_cell_that_says_something_else_is_refused_with_the_reason(
    kind: str, name: str, cell: str, words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        from_cell(cell, field(kind, name))


@given(st.text(), st.integers(-(10**14), 10**14), st.booleans())
def test_that_what_is_written_is_read_back(text: str, number: int, truth: bool) -> None:
    assert from_cell(unguard(to_cell(text)), field("skill", "name")) == text
    assert from_cell(unguard(to_cell(number)), field("skill_group", "rank")) == number
    assert from_cell(unguard(to_cell(truth)), field("skill", "is_private")) == truth


@given(st.text(max_size=30), st.sampled_from(list(Sort)))
def test_that_any_cell_gives_a_value_or_a_value_error(text: str, sort: Sort) -> None:
    asked = Field(name="minutes", sort=sort, is_optional=True, is_required=False, choices=(1, "a"))
    try:
        value = from_cell(text, asked)
    except ValueError:
        return
    assert value is None or isinstance(value, str | int)


def test_that_shapes_know_what_records_refer_to() -> None:
    assert references_of("skill") == {"group_id": "skill_group", "parent_id": "skill"}
    assert references_of("contact") == {"introduced_by": "contact"}
    assert fields_of("rating")["level"].choices == (0, 1, 2, 3, 4, 5)
    assert fields_of("rating")["level"].is_required
    assert not fields_of("skill")["note"].is_required
