"""Lists in sections: sorted within each, folded by mouse and keys, under Qt's model tester."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from list_bench import LEFT, activate
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from careerdesk.gui.records.columns import Column, Row
from careerdesk.gui.records.section_table import SectionTable
from careerdesk.gui.records.sections import Section, SectionModel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from careerdesk.gui.theme import Theme


@dataclass(frozen=True)
class Thing:
    id: uuid.UUID
    name: str
    weight: int


COLUMNS = (
    Column(key="name", title=lambda: "Name", text=lambda row: row.record.name),
    Column(
        key="weight",
        title=lambda: "Weight",
        text=lambda row: str(row.record.weight),
        sort=lambda row: row.record.weight,
        spoken=lambda row: f"{row.record.weight} kilos",
    ),
)
LIGHT, HEAVY = (
    Section(key=key, title=lambda key=key: key.title(), explanation=lambda: "")  # type: ignore[misc]
    for key in ("light", "heavy")
)


def section_of(row: Row) -> str:
    return "heavy" if row.record.weight > 9 else "light"


def thing(name: str, weight: int) -> Row:
    return Row(Thing(uuid.uuid4(), name, weight))


@pytest.fixture
def model(qtbot: QtBot) -> SectionModel:
    del qtbot
    made = SectionModel(COLUMNS, (LIGHT, HEAVY), section_of)
    made._tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        made, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    made.load([thing("b", 2), thing("d", 20), thing("a", 1), thing("c", 30)])
    return made


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, model: SectionModel) -> SectionTable:
    del theme
    made = SectionTable(model)
    qtbot.addWidget(made)
    made.sort_by("name")
    made.resize(500, 400)
    made.show()
    activate(qtbot, made)
    made.setFocus()
    return made


def shown(model: SectionModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_that_rows_stand_under_their_headings_and_are_sorted_within_each(
    model: SectionModel,
) -> None:
    assert shown(model) == ["Light", "a", "b", "Heavy", "c", "d"]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert shown(model) == ["Light", "b", "a", "Heavy", "d", "c"]
    model.sort(1, Qt.SortOrder.AscendingOrder)
    assert shown(model) == ["Light", "a", "b", "Heavy", "d", "c"]


def test_that_a_folded_section_keeps_its_heading_with_the_count_however_it_is_sorted(
    model: SectionModel,
) -> None:
    model.fold(HEAVY, is_folded=True)
    assert shown(model) == ["Light", "a", "b", "Heavy"]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert shown(model) == ["Light", "b", "a", "Heavy"]
    assert model.rows()[3].extra.count == 2
    model.fold(HEAVY, is_folded=False)
    assert shown(model) == ["Light", "b", "a", "Heavy", "d", "c"]


def test_that_a_section_without_rows_has_no_heading(model: SectionModel) -> None:
    model.ordering.passes = lambda row: row.record.weight < 9
    model.arrange()
    assert shown(model) == ["Light", "a", "b"]
    model.load([])
    assert shown(model) == []


def test_that_a_heading_is_read_out_with_its_count_and_state(model: SectionModel) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(spoken) == "Light, 2, unfolded"
    model.fold(LIGHT, is_folded=True)
    assert model.index(0, 0).data(spoken) == "Light, 2, folded"
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.index(2, 1).data(spoken) == "Weight: 30 kilos"


def test_that_the_keys_fold_and_unfold_the_section_of_the_current_heading(
    qtbot: QtBot, table: SectionTable, model: SectionModel
) -> None:
    assert table.select_record(LIGHT.id)
    for key, names in (
        (Qt.Key.Key_Left, ["Light", "Heavy", "c", "d"]),
        (Qt.Key.Key_Left, ["Light", "Heavy", "c", "d"]),
        (Qt.Key.Key_Right, ["Light", "a", "b", "Heavy", "c", "d"]),
        (Qt.Key.Key_Return, ["Light", "Heavy", "c", "d"]),
        (Qt.Key.Key_Space, ["Light", "a", "b", "Heavy", "c", "d"]),
    ):
        qtbot.keyClick(table, key)
        assert shown(model) == names
        assert table.current_record() == LIGHT
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.current_record().name == "a"
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert len(shown(model)) == 6


def test_that_a_click_on_a_heading_folds_its_section(
    qtbot: QtBot, table: SectionTable, model: SectionModel
) -> None:
    heading = table.visualRect(model.index(3, 0))
    assert heading.width() > table.columnWidth(0)  # it spans the row
    qtbot.mouseClick(table.viewport(), LEFT, pos=heading.center())
    assert shown(model) == ["Light", "a", "b", "Heavy"]
    row = table.visualRect(model.index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=row)
    assert len(shown(model)) == 4
    assert table.current_record().name == "a"


def test_that_enter_on_a_row_opens_it_and_on_a_heading_does_not(
    qtbot: QtBot, table: SectionTable, model: SectionModel
) -> None:
    table.select_record(model.rows()[1].record.id)
    with qtbot.waitSignal(table.opened):
        qtbot.keyClick(table, Qt.Key.Key_Return)
    table.select_record(LIGHT.id)
    with qtbot.assertNotEmitted(table.opened):
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_that_headings_are_drawn_in_both_directions(
    qtbot: QtBot, table: SectionTable, model: SectionModel
) -> None:
    model.fold(HEAVY, is_folded=True)
    plain = table.grab().toImage()
    table.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: table.grab().toImage() != plain)
