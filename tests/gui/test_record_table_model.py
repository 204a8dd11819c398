"""The model of every list: order, filter and single changes, under Qt's own model tester."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from careerdesk.domain.folding import fold
from careerdesk.gui.records.columns import Column, Row
from careerdesk.gui.records.table_model import RecordTableModel


@dataclass(frozen=True)
class Thing:
    id: uuid.UUID
    name: str
    weight: int | None = None


COLUMNS = (
    Column(key="name", title=lambda: "Name", text=lambda row: row.record.name),
    Column(
        key="weight",
        title=lambda: "Weight",
        text=lambda row: "" if row.record.weight is None else str(row.record.weight),
        sort=lambda row: row.record.weight,
        is_number=True,
    ),
)
DOWN, UP = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


def thing(name: str, weight: int | None = None) -> Row:
    return Row(Thing(uuid.uuid4(), name, weight))


def made(*rows: Row) -> RecordTableModel:
    model = RecordTableModel(COLUMNS, lambda row: fold(row.record.name))
    model._tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    model.load(rows)
    return model


def names(model: RecordTableModel) -> list[str]:
    return [row.record.name for row in model.rows()]


@pytest.mark.usefixtures("qapp")
def test_that_rows_are_sorted_by_any_column_with_unknown_last_both_ways() -> None:
    model = made(thing("b", 2), thing("Ä", None), thing("c", 10), thing("a", 1))
    model.sort(0)
    assert names(model) == ["Ä", "a", "b", "c"]
    model.sort(1)
    assert names(model) == ["a", "b", "c", "Ä"]
    model.sort(1, DOWN)
    assert names(model) == ["c", "b", "a", "Ä"]


@pytest.mark.usefixtures("qapp")
def test_that_a_filter_finds_all_words_without_case_and_accents() -> None:
    model = made(thing("Łukasz Müller"), thing("Lucia Mueller"), thing("Ada"))
    model.ordering.set_text("MULLER lu")
    model.arrange()
    assert names(model) == ["Łukasz Müller"]
    assert (model.rowCount(), model.total) == (1, 3)


@pytest.mark.usefixtures("qapp")
def test_that_cells_tell_words_alignment_and_what_is_read_aloud() -> None:
    model = made(thing("Ada", 7), thing("Bo"))
    weight = model.index(0, 1)
    assert weight.data() == "7"
    assert weight.data(Qt.ItemDataRole.AccessibleTextRole) == "Weight: 7"
    assert weight.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight.value
    assert model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Weight: empty"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Weight"


CHANGES = st.lists(
    st.tuples(st.integers(0, 7), st.sampled_from("aäbcxyz"), st.none() | st.integers(0, 3)),
    max_size=12,
)


@pytest.mark.usefixtures("qapp")
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    changes=CHANGES,
    gone=st.lists(st.integers(0, 7), max_size=4),
    column=st.integers(0, 1),
    order=st.sampled_from([UP, DOWN]),
    text=st.sampled_from(["", "a", "b"]),
    at_once=st.booleans(),
)
def test_that_single_changes_lead_where_reading_all_again_would(
    changes: list[tuple[int, str, int | None]],
    gone: list[int],
    column: int,
    order: Qt.SortOrder,
    text: str,
    at_once: bool,
) -> None:
    keys = [uuid.UUID(int=number) for number in range(8)]
    stored: dict[uuid.UUID, Row] = {
        key: Row(Thing(key, letter)) for key, letter in zip(keys[:5], "cabba", strict=True)
    }
    model = made(*stored.values())
    model.sort(column, order)
    model.ordering.set_text(text)
    model.arrange()
    steps: list[dict[uuid.UUID, Row | None]] = [
        {keys[at]: Row(Thing(keys[at], name, weight))} for at, name, weight in changes
    ]
    steps += [{keys[at]: None} for at in gone]
    if at_once:
        steps = [{key: row for step in steps for key, row in step.items()}]
    for step in steps:
        watched = [QPersistentModelIndex(model.index(at, 0)) for at in range(model.rowCount())]
        watched_keys = [row.record.id for row in model.rows()]
        model.update_rows(step)
        for key, row in step.items():
            if row is None:
                stored.pop(key, None)
            else:
                stored[key] = row
        for index, key in zip(watched, watched_keys, strict=True):
            if index.isValid():
                found = model.row_at(index)
                assert found is not None
                assert found.record.id == key
        fresh = model.ordering.arranged(stored.values())
        shown: list[Any] = [(model.ordering.key(row), row.record) for row in model.rows()]
        assert [key for key, _ in shown] == [key for key, _ in fresh]
        assert {record for _, record in shown} == {row.record for _, row in fresh}
        for at, (_, record) in enumerate(shown):
            assert model.place_of(record.id) == at


@pytest.mark.usefixtures("qapp")
def test_that_a_change_of_very_many_rows_is_taken_as_a_whole() -> None:
    rows = [thing(f"{number:03}") for number in range(100)]
    model = made(*rows)
    model.update_rows({row.record.id: None for row in rows[10:]})
    assert names(model) == [f"{number:03}" for number in range(10)]
