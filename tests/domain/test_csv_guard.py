from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.csv_guard import guard, unguard

CELLS = st.text(st.characters(codec="utf-8"), max_size=20) | st.text(
    "'=+-@\t\r\n\uff1dab", max_size=6
)


@given(CELLS)
def test_that_a_guarded_cell_comes_back_exactly(cell: str) -> None:
    assert unguard(guard(cell)) == cell


@given(CELLS)
def test_that_no_guarded_cell_begins_like_a_formula(cell: str) -> None:
    assert not guard(cell).startswith(tuple("=+-@\t\r\n"))


@given(st.lists(CELLS, min_size=1, max_size=4))
def test_that_a_guarded_row_survives_a_csv_file(row: list[str]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerow([guard(cell) for cell in row])
    file.seek(0)
    assert [unguard(cell) for cell in next(csv.reader(file))] == row


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ('=HYPERLINK("x")', '\'=HYPERLINK("x")'),
        ("+47 900", "'+47 900"),
        ("'quoted'", "''quoted'"),
        ("'", "''"),
        ("R&D", "R&D"),
        ("", ""),
    ],
)
def test_that_only_risky_cells_and_apostrophes_are_marked(cell: str, written: str) -> None:
    assert guard(cell) == written


def test_that_a_foreign_leading_apostrophe_is_kept() -> None:
    assert unguard("'90s design") == "'90s design"
