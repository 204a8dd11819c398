"""List and detail, driven as a person would: on the list of skills, which stands for all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from gui_bench import button
from list_bench import CTRL, LEFT, activate, cells, choose, line, retype, store, words
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup
from careerdesk.gui.fields.choice_fields import OpenChoiceField
from careerdesk.gui.fields.text_fields import TextField
from careerdesk.gui.records.bulk_dialog import BulkDialog
from careerdesk.gui.records.new_dialog import NewDialog
from careerdesk.gui.records.records_page import RecordsPage
from careerdesk.services import history

if TYPE_CHECKING:
    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

    from careerdesk.gui.records.record_view import RecordView
    from careerdesk.services.desk import Desk

TODAY = date(2030, 1, 1)


@pytest.fixture
def page(qtbot: QtBot, opened: Bench) -> RecordsPage:
    activate(qtbot, opened.window)
    opened.window.navigator.open_page("skills")
    found = opened.window.navigator.page("skills")
    assert isinstance(found, RecordsPage)
    return found


@pytest.fixture
def desk(opened: Bench) -> Desk:
    assert opened.session.desk is not None
    return opened.session.desk


@pytest.fixture
def skills(desk: Desk) -> list[Skill]:
    group = SkillGroup.new("Data")
    made = [Skill.new(name) for name in ("Łukasz notation", "Python", "SQL", "Zeal")]
    with desk.change("Add") as tx:
        tx.add(group, *made)
        tx.add(Rating.new(made[1].id, TODAY, Level.ADVANCED))
    return made


def shown(view: RecordView) -> list[str]:
    return [row.record.name for row in view._model.rows()]


def opened_again(opened: Bench) -> RecordView:
    """Return the list of skills after its desk was closed and opened."""
    assert opened.session.desk is not None
    path = opened.session.desk.path
    opened.window.navigator.open_page("home")
    opened.session.close()
    assert opened.session.open(path)
    opened.window.navigator.open_page("skills")
    page = opened.window.navigator.page("skills")
    assert isinstance(page, RecordsPage)
    return page.view


def test_that_an_empty_list_teaches_its_first_step_and_offers_it(
    qtbot: QtBot, opened: Bench, page: RecordsPage
) -> None:
    assert "No skills yet" in words(page)
    qtbot.mouseClick(page.view._ui.empty_button, LEFT)
    dialog = opened.window.findChild(NewDialog)
    assert dialog is not None
    dialog.reject()


@pytest.mark.usefixtures("skills")
def test_that_the_filter_says_how_many_of_how_many(qtbot: QtBot, page: RecordsPage) -> None:
    view = page.view
    assert view._ui.count_label.text() == "4 skills"
    qtbot.keyClicks(view._ui.filter_edit, "lukasz")
    qtbot.waitUntil(lambda: shown(view) == ["Łukasz notation"])
    assert view._ui.count_label.text() == "1 of 4 skills"
    qtbot.keyClicks(view._ui.filter_edit, "xyz")
    qtbot.waitUntil(lambda: shown(view) == [])
    assert "None of 4 skills fits" in words(view)
    qtbot.mouseClick(button(view, "Show all"), LEFT)
    assert len(shown(view)) == 4


@pytest.mark.usefixtures("skills")
def test_that_a_click_on_a_heading_sorts_and_the_selection_stays(
    qtbot: QtBot, page: RecordsPage
) -> None:
    view = page.view
    choose(view, "SQL")
    header = view.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(0) + 12, header.height() // 2)
    qtbot.mouseClick(header.viewport(), LEFT, pos=place)
    assert shown(view) == ["Zeal", "SQL", "Python", "Łukasz notation"]
    assert [one.name for one in view.table.selected_records()] == ["SQL"]


@pytest.mark.usefixtures("skills")
def test_that_an_edit_is_stored_when_the_field_is_left_and_can_be_undone(
    qtbot: QtBot, page: RecordsPage, desk: Desk
) -> None:
    view = page.view
    choose(view, "Python")
    retype(qtbot, line(view._details.form, "name"), "Python 3")
    assert "Python 3" not in shown(view)
    qtbot.keyClick(line(view._details.form, "name"), Qt.Key.Key_Tab)
    assert "Python 3" in shown(view)
    assert desk.history()[0].title == "Change name of skill Python 3"
    history.undo(desk)
    assert line(view._details.form, "name").text() == "Python"
    assert [one.name for one in view.table.selected_records()] == ["Python"]


@pytest.mark.usefixtures("skills")
def test_that_enter_opens_the_details_and_escape_goes_back(qtbot: QtBot, page: RecordsPage) -> None:
    view = page.view
    choose(view, "Python")
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert line(view._details.form, "name").hasFocus()
    qtbot.keyClick(line(view._details.form, "name"), Qt.Key.Key_Escape)
    assert view.table.hasFocus()


@pytest.mark.usefixtures("skills")
def test_that_escape_takes_typing_back_first(qtbot: QtBot, page: RecordsPage) -> None:
    view = page.view
    choose(view, "Python")
    retype(qtbot, line(view._details.form, "name"), "Pyth")
    qtbot.keyClick(line(view._details.form, "name"), Qt.Key.Key_Escape)
    assert line(view._details.form, "name").text() == "Python"
    assert line(view._details.form, "name").hasFocus()


@pytest.mark.usefixtures("skills")
def test_that_a_wrong_value_is_said_beside_its_field_and_nothing_typed_is_lost(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    view = page.view
    choose(view, "Python")
    retype(qtbot, line(view._details.form, "last_used"), "someday")
    qtbot.keyClick(line(view._details.form, "last_used"), Qt.Key.Key_Tab)
    assert "“Last used” cannot be read as a date" in words(view._details)
    choose(view, "SQL")
    assert line(view._details.form, "last_used").text() == ""
    assert "cannot be read" not in words(view._details)
    choose(view, "Python")
    assert line(view._details.form, "last_used").text() == "someday"
    assert "“Last used” cannot be read as a date" in words(view._details)
    opened.window.navigator.open_page("home")
    assert opened.window._stack.currentWidget() is page  # it is not left before it is mended
    retype(qtbot, line(view._details.form, "last_used"), "Mar 2024")
    opened.window.navigator.open_page("home")
    assert opened.window._stack.currentWidget() is not page
    assert str(next(one for one in desk.all(Skill) if one.name == "Python").last_used) == "2024-03"


@pytest.mark.usefixtures("skills")
def test_that_it_is_said_why_a_page_is_not_left_and_where(
    qtbot: QtBot, opened: Bench, page: RecordsPage
) -> None:
    form, sidebar = page.view._details.form, opened.window._sidebar
    choose(page.view, "Python")
    retype(qtbot, line(form, "last_used"), "someday")
    qtbot.mouseClick(sidebar._buttons["home"], LEFT)
    assert opened.window._stack.currentWidget() is page
    assert "press Esc there" in opened.messages()[0]
    assert [key for key, one in sidebar._buttons.items() if one.isChecked()] == ["skills"]
    assert line(form, "last_used").hasFocus()


@pytest.mark.usefixtures("skills")
def test_that_a_wrong_value_taken_back_with_escape_stays_away(
    qtbot: QtBot, opened: Bench, page: RecordsPage
) -> None:
    form = page.view._details.form
    choose(page.view, "Python")
    store(qtbot, line(form, "last_used"), "someday")
    assert "not saved" in words(opened.window._status)
    line(form, "last_used").setFocus()
    opened.window.navigator.open_page("home")
    opened.window.close()
    assert len(opened.messages()) == 2
    qtbot.keyClick(line(form, "last_used"), Qt.Key.Key_Escape)
    assert "All changes saved" in words(opened.window._status)
    assert opened.messages() == []
    store(qtbot, line(form, "name"), "Python 3")
    assert line(form, "last_used").text() == ""
    assert "cannot be read" not in words(form)


@pytest.mark.usefixtures("skills")
def test_that_what_is_being_typed_is_not_called_saved(
    qtbot: QtBot, opened: Bench, page: RecordsPage
) -> None:
    form = page.view._details.form
    choose(page.view, "Python")
    retype(qtbot, line(form, "name"), "Python 3")
    assert "not saved yet" in words(opened.window._status)
    qtbot.keyClick(line(form, "name"), Qt.Key.Key_Tab)
    assert "All changes saved" in words(opened.window._status)


@pytest.mark.usefixtures("skills")
@pytest.mark.parametrize("by_mouse", [True, False])
def test_that_the_cursor_is_in_the_list_again_after_undo_in_a_message(
    qtbot: QtBot, opened: Bench, page: RecordsPage, *, by_mouse: bool
) -> None:
    activate(qtbot, opened.window)
    choose(page.view, "Python")
    page.view.table.setFocus()
    qtbot.keyClick(page.view.table, Qt.Key.Key_Delete)
    undo = button(opened.window.messages(), "Undo")
    if by_mouse:
        qtbot.mouseClick(undo, LEFT)
    else:
        undo.setFocus()
        qtbot.keyClick(undo, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert "Python" in opened.skills()
    assert page.view.table.hasFocus()


@pytest.mark.usefixtures("skills")
def test_that_what_is_being_typed_is_stored_when_the_window_closes(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    choose(page.view, "Python")
    retype(qtbot, line(page.view._details.form, "name"), "Python 3")
    path = desk.path
    opened.window.close()
    assert opened.session.open(path)
    assert "Python 3" in opened.skills()


@pytest.mark.usefixtures("skills")
def test_that_the_window_stays_while_something_typed_cannot_be_stored(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    choose(page.view, "Python")
    retype(qtbot, line(page.view._details.form, "last_used"), "someday")
    opened.window.close()
    assert opened.window.isVisible()
    assert "could not be stored" in opened.messages()[0]
    qtbot.mouseClick(button(opened.window.messages(), "Quit without it"), LEFT)
    assert not opened.window.isVisible()


@pytest.mark.usefixtures("skills")
def test_that_delete_asks_nothing_and_offers_to_undo(
    qtbot: QtBot, opened: Bench, page: RecordsPage
) -> None:
    view = page.view
    choose(view, "Python", "SQL")
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert shown(view) == ["Łukasz notation", "Zeal"]
    assert opened.messages() == ["Deleted 2 skills."]
    assert view.table.current_record() is not None
    qtbot.mouseClick(button(opened.window.messages(), "Undo"), LEFT)
    assert len(shown(view)) == 4


def selected(view: RecordView) -> list[str]:
    return [one.name for one in view.table.selected_records()]


@pytest.mark.parametrize("gone", [["Python"], ["Python", "Zeal"], ["Zeal"]])
@pytest.mark.usefixtures("skills")
def test_that_what_undo_brings_back_is_selected(
    page: RecordsPage, desk: Desk, gone: list[str]
) -> None:
    view = page.view
    choose(view, *gone)
    view.actions_of.delete.trigger()
    history.undo(desk)
    assert selected(view) == gone
    assert view.table.current_record().name == gone[0]
    if len(gone) == 1:
        record = view._details.form.record
        assert record is not None
        assert record.name == gone[0]
    choose(view, "SQL")
    history.redo(desk)
    assert selected(view) == ["SQL"]


@pytest.mark.usefixtures("skills")
def test_that_undo_of_an_edit_leaves_the_selection(page: RecordsPage, desk: Desk) -> None:
    choose(page.view, "Python")
    page.view.actions_of.toggle_private.trigger()
    choose(page.view, "Zeal")
    history.undo(desk)
    assert selected(page.view) == ["Zeal"]


def test_that_what_another_change_adds_is_not_selected(
    opened: Bench, page: RecordsPage, skills: list[Skill]
) -> None:
    choose(page.view, skills[1].name)
    opened.add_skill("Ada")
    assert selected(page.view) == [skills[1].name]


@pytest.mark.parametrize("count", [3, 700])
def test_that_records_far_down_are_in_sight_when_undo_brings_them_back(
    page: RecordsPage, desk: Desk, count: int
) -> None:
    with desk.change("Add") as tx:
        tx.add_many(Skill.new(f"Skill {at:04}") for at in range(1000))
    table, names = page.view.table, [f"Skill {at:04}" for at in range(300, 300 + count)]
    choose(page.view, *names)
    page.view.actions_of.delete.trigger()
    table.scrollToTop()
    history.undo(desk)
    assert selected(page.view) == names
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


@pytest.mark.usefixtures("skills")
def test_that_delete_in_a_field_deletes_letters_only(qtbot: QtBot, page: RecordsPage) -> None:
    view = page.view
    choose(view, "Python")
    line(view._details.form, "name").setFocus()
    line(view._details.form, "name").setCursorPosition(0)
    qtbot.keyClick(line(view._details.form, "name"), Qt.Key.Key_Delete)
    assert line(view._details.form, "name").text() == "ython"
    assert len(shown(view)) == 4


@pytest.mark.usefixtures("skills")
def test_that_several_are_edited_as_one_change(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    view = page.view
    choose(view, "Python", "SQL", "Zeal")
    assert "3 skills selected" in words(view._details)
    edit = next(
        one
        for one in view._details.findChildren(QPushButton)
        if one.isVisible() and one.text().replace("&", "") == "Edit…"
    )
    qtbot.mouseClick(edit, LEFT)
    dialog = opened.window.findChild(BulkDialog)
    assert dialog is not None
    dialog._which.setCurrentIndex(dialog._names.index("last_used"))
    field = dialog._form.field("last_used")
    assert isinstance(field, TextField)
    field.line.setText("soon")
    qtbot.mouseClick(button(dialog, "Change 3 records"), LEFT)
    assert "cannot be read" in words(dialog)
    field.line.setText("2029")
    qtbot.mouseClick(button(dialog, "Change 3 records"), LEFT)
    assert desk.history()[0].title == "Change last used of 3 skills"
    assert sum(one.last_used is not None for one in desk.all(Skill)) == 3
    history.undo(desk)
    assert sum(one.last_used is not None for one in desk.all(Skill)) == 0


@pytest.mark.usefixtures("skills")
@pytest.mark.parametrize(("typed", "groups"), [("data", ["Data"]), ("Tools", ["Data", "Tools"])])
def test_that_several_are_put_into_a_group_as_one_change(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, typed: str, groups: list[str]
) -> None:
    view = page.view
    choose(view, "Python", "SQL", "Zeal")
    qtbot.mouseClick(button(view._details, "Edit…"), LEFT)
    dialog = opened.window.findChild(BulkDialog)
    assert dialog is not None
    dialog._which.setCurrentIndex(dialog._names.index("group_id"))
    field = dialog._form.field("group_id")
    assert isinstance(field, OpenChoiceField)
    field.combo.setCurrentText(typed)
    qtbot.mouseClick(button(dialog, "Change 3 records"), LEFT)
    assert sorted(one.name for one in desk.all(SkillGroup)) == groups
    assert cells(view, "group") == ["", *[groups[-1]] * 3]
    assert desk.history()[0].title == "Change group of 3 skills"
    moved = [one for one in desk.all(Skill) if one.group_id is not None]
    assert view.listing.edit_many(moved, {"group_id": groups[-1].upper()}) == 0
    history.undo(desk)
    assert cells(view, "group") == [""] * 4
    assert [one.name for one in desk.all(SkillGroup)] == ["Data"]


@pytest.mark.usefixtures("skills")
def test_that_the_selection_is_copied_as_text_with_heads(qtbot: QtBot, page: RecordsPage) -> None:
    view = page.view
    choose(view, "Python", "SQL")
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_C, CTRL)
    head, *rows = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[:3] == ["Skill", "Group", "Level"]
    assert [row.split("\t")[0] for row in rows] == ["Python", "SQL"]


@pytest.mark.usefixtures("skills")
def test_that_a_letter_jumps_to_the_row_that_begins_with_it(
    qtbot: QtBot, page: RecordsPage
) -> None:
    view = page.view
    choose(view, "Python")
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Z)
    assert view.table.current_record().name == "Zeal"


@pytest.mark.usefixtures("skills")
def test_that_columns_are_chosen_and_remembered(opened: Bench, page: RecordsPage) -> None:
    view = page.view
    header = view.table.horizontalHeader()
    interest = next(at for at, one in enumerate(view.listing.columns) if one.key == "interest")
    assert header.isSectionHidden(interest)
    from PySide6.QtWidgets import QMenu

    menu = QMenu(view)
    tick = next(one for one in view.table.column_actions(menu) if one.text() == "Interest")
    tick.setChecked(True)
    header.resizeSection(0, 321)
    header = opened_again(opened).table.horizontalHeader()
    assert not header.isSectionHidden(interest)
    assert header.sectionSize(0) == 321


@pytest.mark.usefixtures("skills")
@pytest.mark.parametrize("has_own_columns", [False, True])
def test_that_the_sorting_is_remembered_and_the_first_row_is_chosen(
    opened: Bench, page: RecordsPage, *, has_own_columns: bool
) -> None:
    header = page.view.table.horizontalHeader()
    page.view.table._has_own_columns = has_own_columns
    header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    again = opened_again(opened)
    assert shown(again) == ["Zeal", "SQL", "Python", "Łukasz notation"]
    assert again.table.horizontalHeader().sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
    assert [one.name for one in again.table.selected_records()] == ["Zeal"]
    again.table.sort_by("name")
    assert shown(opened_again(opened))[0] == "Łukasz notation"


def test_that_a_long_list_opens_at_its_first_row_as_it_is_sorted(
    opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    with desk.change("Add") as tx:
        tx.add(*(Skill.new(f"Skill {at:03}") for at in range(200)))
    page.view.table.sort_by("-name")
    again = opened_again(opened).table
    QApplication.processEvents()
    assert again.current_record().name == "Skill 199"
    assert again.verticalScrollBar().value() == 0


def test_that_the_current_row_stays_in_sight_when_the_details_slide_under_the_list(
    opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    made = [Skill.new(f"Skill {at:03}") for at in range(200)]
    with desk.change("Add") as tx:
        tx.add(*made)
    opened.window.navigator.open_page("home")  # the usual sorting is remembered
    opened.window.navigator.open_page("skills")
    table = page.view.table
    table.sort_by("-name")
    table.select_record(made[120].id)
    opened.window.resize(900, 600)
    QApplication.processEvents()
    assert page.view._ui.splitter.orientation() is Qt.Orientation.Vertical
    assert table.order() == "-name"
    assert table.current_record() == made[120]
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


@pytest.mark.usefixtures("skills")
def test_that_the_lock_makes_a_record_private_in_one_change(
    qtbot: QtBot, page: RecordsPage, desk: Desk
) -> None:
    view = page.view
    choose(view, "Python")
    lock = view._details.form.field("is_private").findChild(QPushButton)
    assert lock is not None
    assert "Public" in lock.accessibleName()
    qtbot.mouseClick(lock, LEFT)
    assert desk.history()[0].title == "Make skill Python private"
    assert "Private" in lock.accessibleName()


@pytest.mark.usefixtures("skills")
def test_that_a_duplicate_is_selected_at_once(qtbot: QtBot, page: RecordsPage, desk: Desk) -> None:
    view = page.view
    choose(view, "Python")
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_D, CTRL)
    assert shown(view).count("Python") == 2
    assert len(desk.all(Skill)) == 5


@pytest.mark.usefixtures("skills")
def test_that_a_record_is_found_and_selected_whatever_is_filtered(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    view = page.view
    qtbot.keyClicks(view._ui.filter_edit, "zeal")
    qtbot.waitUntil(lambda: shown(view) == ["Zeal"])
    sql = next(one for one in desk.all(Skill) if one.name == "SQL")
    opened.window.navigator.open_page("home")
    opened.window.navigator.open_record(sql)
    assert opened.window._stack.currentWidget() is page
    assert view.table.current_record() == sql


@pytest.mark.usefixtures("skills")
def test_that_only_some_records_are_listed_until_all_are_asked_for(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    ids = {one.id for one in desk.all(Skill) if one.name in ("SQL", "Zeal")}
    opened.window.navigator.open_records(Skill, ids, "March & April")
    assert shown(page.view) == ["SQL", "Zeal"]
    qtbot.mouseClick(button(page.view, "Only March & April; show all again"), LEFT)
    assert len(shown(page.view)) == 4


@pytest.mark.usefixtures("skills")
def test_that_the_details_slide_under_the_list_in_a_narrow_window(
    opened: Bench, page: RecordsPage
) -> None:
    splitter = page.view._ui.splitter
    assert splitter.orientation() is Qt.Orientation.Horizontal
    opened.window.resize(900, 600)
    QApplication.processEvents()
    assert splitter.orientation() is Qt.Orientation.Vertical
    assert all(size > 80 for size in splitter.sizes())


def test_that_the_form_for_a_new_one_stays_open_and_keeps_what_repeats(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    qtbot.mouseClick(button(opened.window._top, "New skill"), LEFT)
    dialog = opened.window.findChild(NewDialog)
    assert dialog is not None
    name, group = dialog.form.field("name"), dialog.form.field("group_id")
    assert isinstance(name, TextField)
    qtbot.mouseClick(button(dialog, "Add and &next"), LEFT)
    assert "must not be empty" in words(dialog)
    qtbot.keyClicks(name.line, "Interviews")
    group.fill_typed("Discovery")
    qtbot.keyClick(name.line, Qt.Key.Key_Return, CTRL)
    assert "Added Interviews." in words(dialog)
    assert (name.text(), group.text()) == ("", "Discovery")
    qtbot.keyClicks(name.line, "Surveys")
    qtbot.keyClick(name.line, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert opened.skills()
    assert {one.name for one in desk.all(Skill)} == {"Interviews", "Surveys"}
    assert [one.name for one in desk.all(SkillGroup)] == ["Discovery"]
    assert page.view.table.current_record().name == "Surveys"
    assert [entry.title for entry in desk.history()] == [
        "Add skill Surveys",
        "Add skill Interviews",
    ]


@pytest.mark.usefixtures("skills")
def test_that_a_level_is_a_dated_rating_and_the_ones_before_stay(
    qtbot: QtBot, page: RecordsPage, desk: Desk
) -> None:
    view = page.view
    choose(view, "SQL")
    scale = view._details.form.field("level")
    step = next(one for one in scale.findChildren(QPushButton) if one.text() == "3")
    qtbot.mouseClick(step, LEFT)
    assert desk.history()[0].title == "Rate skill SQL: 3"
    assert "3  Independent" in words(view._details)
    assert "3 Independent" in view._model.index(shown(view).index("SQL"), 2).data()


@pytest.mark.usefixtures("skills")
def test_that_a_note_is_stored_when_it_is_left(qtbot: QtBot, page: RecordsPage, desk: Desk) -> None:
    view = page.view
    choose(view, "SQL")
    area = view._details.form.field("note").findChild(QPlainTextEdit)
    assert area is not None
    area.setFocus()
    qtbot.keyClicks(area, "Window functions")
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert next(one for one in desk.all(Skill) if one.name == "SQL").note == "Window functions"


@pytest.mark.usefixtures("skills")
def test_that_a_list_of_a_read_only_desk_changes_nothing(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    path = desk.path
    opened.session.close()
    path.chmod(0o400)
    assert opened.session.open(path)
    opened.window.navigator.open_page("skills")
    found = opened.window.navigator.page("skills")
    assert isinstance(found, RecordsPage)
    choose(found.view, "Python")
    assert line(found.view._details.form, "name").isReadOnly()
    qtbot.keyClick(found.view.table, Qt.Key.Key_Delete)
    assert len(opened.skills()) == 4
