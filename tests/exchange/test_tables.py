from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdesk.exchange.limits import DEFAULT_LIMITS, Limits
from careerdesk.exchange.tables import (
    Damaged,
    Row,
    TooManyDamagedError,
    TooManyRowsError,
    find_table,
    plain_name,
)


def rows_of(
    text: str, *, needed: str = "a b", limits: Limits = DEFAULT_LIMITS
) -> list[tuple[int, list[str] | str]]:
    wanted = set(needed.split())
    table = find_table(io.StringIO(text, newline=""), lambda names: wanted <= names, limits)
    assert table is not None
    return [
        (row.line, row.cells) if isinstance(row, Row) else (row[0], str(row[1]))
        for row in table.rows()
    ]


def test_that_the_header_is_found_below_any_preamble() -> None:
    text = 'Notes:\n"A sentence, with a comma."\n\nA,B\n1,2\n'
    assert rows_of(text) == [(5, ["1", "2"])]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_that_the_delimiters_of_spreadsheets_are_known(delimiter: str) -> None:
    assert rows_of(f"A{delimiter}B\n1{delimiter}2\n") == [(2, ["1", "2"])]


def test_that_columns_are_found_whatever_case_spaces_and_underscores_they_have() -> None:
    text = io.StringIO("\ufeffFIRST_name, Last  Name \nx,y\n", newline="")
    table = find_table(text, lambda names: {"firstname", "lastname"} <= names, DEFAULT_LIMITS)
    assert table is not None
    (row,) = table.rows()
    assert isinstance(row, Row)
    assert (row["firstname"], row["lastname"], row["unknown"]) == ("x", "y", "")


def test_that_no_header_gives_no_table() -> None:
    text = io.StringIO("Vorname,Nachname\nx,y\n", newline="")
    assert find_table(text, lambda names: {"firstname"} <= names, DEFAULT_LIMITS) is None


def test_that_lines_are_counted_as_an_editor_counts_them() -> None:
    text = 'A,B\r\n"two\r\nlines",1\r\n\r\nx,2\r\n'
    assert rows_of(text) == [(2, ["two\r\nlines", "1"]), (5, ["x", "2"])]


def test_that_an_unclosed_quote_costs_its_own_line_only() -> None:
    text = 'A,B\n1,2\n"oops,3\n4,5\n"ok",6\n'
    assert rows_of(text) == [
        (2, ["1", "2"]),
        (3, "Text follows a closing quotation mark."),
        (4, ["4", "5"]),
        (5, ["ok", "6"]),
    ]
    assert rows_of('A,B\n"oops,3\n4,5\n') == [
        (2, "A quotation mark is opened and never closed."),
        (3, ["4", "5"]),
    ]


def test_that_a_field_that_is_too_long_costs_its_own_line_only() -> None:
    limits = replace(DEFAULT_LIMITS, field_chars=10)
    assert rows_of("A,B\nxxxxxxxxxxx,1\n2,3\n", limits=limits) == [
        (2, "A field has more than 10 characters."),
        (3, ["2", "3"]),
    ]
    assert rows_of("A,B\nxxxxxxxxxx,1\n", limits=limits) == [(2, ["xxxxxxxxxx", "1"])]


def test_that_a_line_that_is_too_long_is_never_held_as_a_whole() -> None:
    limits = replace(DEFAULT_LIMITS, record_chars=1_000)
    text = "A,B\n1,2\n" + "y" * 5_000 + ",3\n4,5\n"
    found = rows_of(text, limits=limits)
    assert [line for line, _ in found] == [2, 3, 4]
    assert isinstance(found[1][1], str)


def test_that_quotes_cannot_make_one_record_of_a_whole_file() -> None:
    limits = replace(DEFAULT_LIMITS, record_chars=500, damaged_records=20)
    with pytest.raises(TooManyDamagedError):
        rows_of("A,B\n" + 'x",",\n' * 5_000, limits=limits)


def test_that_too_many_rows_and_too_many_damaged_ones_end_the_reading() -> None:
    with pytest.raises(TooManyRowsError):
        rows_of("A,B\n" + "1,2\n" * 11, limits=replace(DEFAULT_LIMITS, rows=10))
    assert len(rows_of("A,B\n" + "1,2\n" * 10, limits=replace(DEFAULT_LIMITS, rows=10))) == 10
    with pytest.raises(TooManyDamagedError):
        rows_of("A,B\n" + '"x"y,2\n' * 11, limits=replace(DEFAULT_LIMITS, damaged_records=10))


signs = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
cells = st.text(signs, max_size=10)


@settings(max_examples=100)
@given(st.lists(st.lists(cells, min_size=2, max_size=2), max_size=6))
def test_that_what_the_csv_module_writes_is_read_back_cell_by_cell(rows: list[list[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([["A", "B"], *rows])
    expected = [row for row in rows if any(cell.strip() for cell in row)]
    assert [cells for _, cells in rows_of(text.getvalue())] == expected


@settings(max_examples=100)
@given(st.text(st.sampled_from('ab,;"\n\r\0\té'), max_size=80))
def test_that_any_text_below_a_header_gives_rows_or_damaged_ones(text: str) -> None:
    for _, found in rows_of("A,B\n" + text):
        assert isinstance(found, list | str)


def test_that_names_lose_everything_but_letters_and_digits() -> None:
    assert plain_name(" Content Completed_At (if completed) ") == "contentcompletedatifcompleted"
    assert Damaged("x") == "x"
