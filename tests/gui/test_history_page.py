from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from gui_bench import button
from list_bench import activate
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from careerdesk.domain.skills import Skill
from careerdesk.gui.models.history_model import ENTRY_ROLE, HistoryModel
from careerdesk.gui.pages.history_page import HistoryPage
from careerdesk.services import history
from careerdesk.services.history import ChangeEntry, ChangeState

if TYPE_CHECKING:
    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

TODAY = date(2030, 1, 2)


def entry(number: int, day: int, state: ChangeState = ChangeState.DONE) -> ChangeEntry:
    at = datetime(2030, 1, day, 12, number, tzinfo=UTC)
    return ChangeEntry(number, f"Change <b>{number}</b>", at, state)


@pytest.fixture
def page(opened: Bench) -> HistoryPage:
    desk = opened.session.desk
    assert desk is not None
    for name in ("A", "B", "C"):
        with desk.change(f"Add skill {name}") as tx:
            tx.add(Skill.new(name))
    opened.window.navigator.open_page("history")
    found = opened.window.navigator.page("history")
    assert isinstance(found, HistoryPage)
    return found


def test_that_changes_stand_under_the_heading_of_their_day(qapp: object) -> None:
    model = HistoryModel()
    tester = QAbstractItemModelTester(model)
    model.show([entry(3, 2), entry(2, 1), entry(1, 1)], TODAY)
    shown = [model.index(row).data() for row in range(model.rowCount())]
    assert shown == ["Today", "Change <b>3</b>", "Yesterday", "Change <b>2</b>", "Change <b>1</b>"]
    model.show([entry(3, 2, ChangeState.UNDONE), entry(2, 1), entry(1, 1)], TODAY)
    model.show([], TODAY)
    assert model.rowCount() == 0
    tester.deleteLater()


def test_that_the_same_changes_in_another_state_keep_their_rows(qtbot: QtBot) -> None:
    model = HistoryModel()
    model.show([entry(1, 2)], TODAY)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show([entry(1, 2, ChangeState.UNDONE)], TODAY)
    assert model.index(1).data(ENTRY_ROLE).state is ChangeState.UNDONE


def test_that_a_screen_reader_hears_title_time_and_state(qapp: object) -> None:
    model = HistoryModel()
    model.show([entry(2, 2, ChangeState.SEALED), entry(1, 2)], TODAY)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0).data(role) == "Today"
    assert model.index(1).data(role).startswith("Change <b>2</b>, ")
    assert model.index(1).data(role).endswith(", kept")
    assert model.index(2).data(role).endswith(", done")


def test_that_a_tooltip_shows_the_title_as_it_was_typed(qapp: object) -> None:
    model = HistoryModel()
    model.show([entry(1, 2)], TODAY)
    assert "&lt;b&gt;1" in model.index(1).data(Qt.ItemDataRole.ToolTipRole)


def test_that_headings_cannot_be_chosen(qapp: object) -> None:
    model = HistoryModel()
    model.show([entry(1, 2)], TODAY)
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_that_the_list_takes_the_room_also_while_nothing_has_been_changed(opened: Bench) -> None:
    opened.window.navigator.open_page("history")
    found = opened.window.navigator.page("history")
    assert isinstance(found, HistoryPage)
    QApplication.processEvents()
    words, changes = found._ui.summary_label, found._ui.changes_list
    assert found._parts.y() < words.y() < changes.y()
    assert changes.y() + changes.height() > 0.9 * found.height()
    assert changes.height() > 0.7 * found.height()


def test_that_the_cursor_is_in_the_list_when_the_page_opens(
    qtbot: QtBot, opened: Bench, page: HistoryPage
) -> None:
    activate(qtbot, opened.window)
    opened.window.navigator.open_page("home")
    opened.window.navigator.open_page("history")
    assert page._ui.changes_list.hasFocus()
    qtbot.keyClick(opened.window.focusWidget(), Qt.Key.Key_Down)
    assert page._ui.title_label.text() == "Add skill B"


def test_that_the_cursor_is_in_the_list_of_backups_while_that_is_shown(
    qtbot: QtBot, opened: Bench, page: HistoryPage
) -> None:
    activate(qtbot, opened.window)
    page.step_part(1)
    assert button(opened.window, "Back up now").hasFocus()  # there is no backup yet
    qtbot.mouseClick(button(opened.window, "Back up now"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not opened.tasks.is_busy)
    opened.window.navigator.open_page("home")
    opened.window.navigator.open_page("history")
    tree = opened.window.focusWidget()
    assert tree is not None
    assert tree.accessibleName() == "Backups, newest first"
    page.step_part(1)
    assert page._ui.changes_list.hasFocus()


def test_that_the_newest_change_is_shown_with_what_it_did(page: HistoryPage) -> None:
    assert page._ui.title_label.text() == "Add skill C"
    added = page._ui.fields_tree.topLevelItem(0)
    assert added is not None
    assert added.text(0) == "Added skill C"
    field = added.child(0)
    assert field is not None
    assert [field.text(0), field.text(2)] == ["name", "C"]
    assert page._ui.fields_tree.isColumnHidden(1)
    assert page._ui.back_button.text() == "Undo this"


def test_that_a_changed_field_is_shown_before_and_after(opened: Bench, page: HistoryPage) -> None:
    desk = opened.session.desk
    assert desk is not None
    skill = desk.all(Skill)[0]
    with desk.change("Rename") as tx:
        tx.replace(replace(skill, name="R&D <b>"))
    page._ui.changes_list.setCurrentIndex(page._model.first_entry())
    item = page._ui.fields_tree.topLevelItem(0)
    assert item is not None
    field = item.child(0)
    assert field is not None
    assert [field.text(column) for column in range(3)] == ["name", skill.name, "R&D <b>"]
    assert "&lt;b&gt;" in field.toolTip(2)


def test_that_the_keyboard_walks_from_change_to_change(qtbot: QtBot, page: HistoryPage) -> None:
    page._ui.changes_list.setFocus()
    qtbot.keyClick(page._ui.changes_list, Qt.Key.Key_Down)
    assert page._ui.title_label.text() == "Add skill B"
    qtbot.keyClick(page._ui.changes_list, Qt.Key.Key_Down)
    assert page._ui.title_label.text() == "Add skill A"
    for _ in range(3):
        qtbot.keyClick(page._ui.changes_list, Qt.Key.Key_Up)
    assert page._ui.title_label.text() == "Add skill C"


def test_that_going_back_takes_back_what_came_after(
    qtbot: QtBot, opened: Bench, page: HistoryPage
) -> None:
    desk = opened.session.desk
    assert desk is not None
    page._ui.changes_list.setCurrentIndex(page._model.index(3))
    assert page._ui.back_button.text() == "Undo the 2 changes after this"
    qtbot.mouseClick(page._ui.back_button, Qt.MouseButton.LeftButton)
    assert [one.name for one in desk.all(Skill)] == ["A"]
    assert page._ui.title_label.text() == "Add skill A"
    assert opened.messages() == ["Took back 2 changes. A new change makes that final."]
    states = [one.state for one in page._model.entries()]
    assert states == [ChangeState.UNDONE, ChangeState.UNDONE, ChangeState.DONE]
    qtbot.mouseClick(button(opened.window.messages(), "Redo all"), Qt.MouseButton.LeftButton)
    assert sorted(one.name for one in desk.all(Skill)) == ["A", "B", "C"]


def test_that_undone_changes_are_done_again_up_to_one_of_them(
    qtbot: QtBot, opened: Bench, page: HistoryPage
) -> None:
    desk = opened.session.desk
    assert desk is not None
    for _ in range(3):
        history.undo(desk)
    page._ui.changes_list.setCurrentIndex(page._model.index(3))
    assert page._ui.back_button.text() == "Redo this"
    page._ui.changes_list.setCurrentIndex(page._model.index(2))
    assert page._ui.back_button.text() == "Redo 2 changes up to here"
    qtbot.mouseClick(page._ui.back_button, Qt.MouseButton.LeftButton)
    assert sorted(one.name for one in desk.all(Skill)) == ["A", "B"]


def test_that_the_context_menu_does_the_same_as_the_button(
    opened: Bench, page: HistoryPage
) -> None:
    assert opened.session.desk is not None
    page._ui.changes_list.setCurrentIndex(page._model.index(2))
    (action,) = page._ui.changes_list.actions()
    assert action.text() == page._ui.back_button.text()
    action.trigger()
    assert opened.session.desk.count(Skill) == 2


def test_that_an_undone_change_stays_and_says_so(opened: Bench, page: HistoryPage) -> None:
    assert opened.session.desk is not None
    history.undo(opened.session.desk)
    assert page._ui.title_label.text() == "Add skill C"
    assert "Redo repeats it" in page._ui.state_label.text()
    opened.window.grab()  # draws the pill


def test_that_in_a_narrow_window_the_panel_lies_under_the_list(
    opened: Bench, page: HistoryPage
) -> None:
    ui = page._ui
    assert ui.detail_panel.x() > ui.changes_list.x()
    opened.window.resize(640, 700)
    page.layout().activate()  # type: ignore[union-attr]
    assert ui.detail_panel.y() > ui.changes_list.y()


def test_that_an_empty_history_teaches_what_it_is_for(opened: Bench) -> None:
    opened.window.navigator.open_page("history")
    found = opened.window.navigator.page("history")
    assert isinstance(found, HistoryPage)
    assert "can be taken back" in found._ui.summary_label.text()
    assert found._ui.detail_panel.isHidden()
