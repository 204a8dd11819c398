"""What a person may leave out or type in any list, and what comes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from gui_bench import button
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from careerdesk.domain.network import Contact, Conversation, ConversationKind
from careerdesk.domain.records import TABLE_OF
from careerdesk.domain.skills import Skill, SkillGroup
from careerdesk.gui.fields.text_fields import TextField
from careerdesk.gui.listings import LISTINGS
from careerdesk.gui.records.new_dialog import NewDialog
from careerdesk.gui.records.record_form import RecordForm
from careerdesk.gui.records.table_model import RecordTableModel
from careerdesk.gui.records.table_view import RecordTable
from careerdesk.services.records import add, remove

if TYPE_CHECKING:
    from gui_bench import Bench
    from PySide6.QtCore import QModelIndex
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


def ask(window: Any, kind: type[Any]) -> NewDialog:
    window.navigator.ask_new(kind)
    (dialog,) = window.findChildren(NewDialog)
    assert isinstance(dialog, NewDialog)
    return dialog


def words(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


@pytest.mark.parametrize("table", LISTINGS)
def test_that_an_untouched_form_for_a_new_record_names_what_is_missing_or_stores_it(
    qtbot: QtBot, opened: Bench, table: str
) -> None:
    assert opened.session.desk is not None
    (kind,) = (kind for kind, name in TABLE_OF.items() if name == table)
    dialog = ask(opened.window, kind)
    bugs: list[str] = []
    opened.errors.bug.connect(bugs.append)
    qtbot.mouseClick(button(dialog, "&Add"), LEFT)
    assert bugs == []
    if not opened.session.desk.all(kind):
        assert "must not be empty" in words(dialog)
        dialog.reject()


def test_that_a_new_conversation_begins_with_a_coffee_of_today(qtbot: QtBot, opened: Bench) -> None:
    assert opened.session.desk is not None
    dialog = ask(opened.window, Conversation)
    qtbot.mouseClick(button(dialog, "&Add"), LEFT)
    (made,) = opened.session.desk.all(Conversation)
    assert (made.on, made.kind) == (date(2030, 1, 1), ConversationKind.COFFEE)


def test_that_a_group_without_a_place_goes_to_the_end(qtbot: QtBot, opened: Bench) -> None:
    assert opened.session.desk is not None
    first, second = SkillGroup.new("First", rank=1), SkillGroup.new("Second", rank=2)
    add(opened.session.desk, first)
    add(opened.session.desk, second)
    opened.window.navigator.open_record(first)
    (form,) = (one for one in opened.window.findChildren(RecordForm) if one.isVisible())
    place = form.field("rank")
    assert isinstance(place, TextField)
    place.line.clear()
    qtbot.keyClick(place.line, Qt.Key.Key_Return)
    assert {one.name: one.rank for one in opened.session.desk.all(SkillGroup)} == {
        "First": 3,
        "Second": 2,
    }


def shown_form(opened: Bench, record: Any) -> RecordForm:
    opened.window.navigator.open_record(record)
    (form,) = (one for one in opened.window.findChildren(RecordForm) if one.isVisible())
    return form


def type_into(qtbot: QtBot, form: RecordForm, name: str, text: str) -> QLineEdit:
    field = form.field(name)
    assert isinstance(field, TextField)
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClicks(field.line, text)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    return field.line


@pytest.fixture
def people(qtbot: QtBot, opened: Bench) -> list[Contact]:
    assert opened.session.desk is not None
    with qtbot.waitActive(opened.window):  # only an active window has a cursor
        opened.window.activateWindow()
    made = [Contact.new("Ada"), Contact.new("Bea")]
    for one in made:
        add(opened.session.desk, one)
    return made


@pytest.mark.parametrize("way", ["Escape", "typing"])
def test_that_a_wrong_value_taken_back_holds_nobody_on_the_page(
    qtbot: QtBot, opened: Bench, people: list[Contact], way: str
) -> None:
    form = shown_form(opened, people[0])
    line = type_into(qtbot, form, "name", " ")
    assert "must not be empty" in words(form)
    if way == "Escape":
        qtbot.keyClick(line, Qt.Key.Key_Escape)
    else:
        type_into(qtbot, form, "name", "Ada")
    assert "must not be empty" not in words(form)
    opened.window.navigator.open_page("home")
    assert opened.window.navigator.page("home").isVisible()


def test_that_what_was_typed_wrongly_in_another_record_is_shown_before_the_window_closes(
    qtbot: QtBot, opened: Bench, people: list[Contact]
) -> None:
    form = shown_form(opened, people[0])
    type_into(qtbot, form, "met", "31 Feb")
    shown_form(opened, people[1])
    assert "Something typed is not saved yet" in words(opened.window)
    assert not opened.window.close()
    assert form.record.id == people[0].id
    assert form.field("met").text() == "31 Feb"
    type_into(qtbot, form, "met", "Feb 2024")
    assert "All changes saved" in words(opened.window)
    opened.window.navigator.open_page("home")
    assert opened.window.navigator.page("home").isVisible()


def test_that_what_was_typed_about_somebody_deleted_is_nobodys_concern(
    qtbot: QtBot, opened: Bench, people: list[Contact]
) -> None:
    assert opened.session.desk is not None
    type_into(qtbot, shown_form(opened, people[0]), "met", "31 Feb")
    remove(opened.session.desk, [people[0]])
    opened.window.navigator.open_page("home")
    assert opened.window.navigator.page("home").isVisible()


def test_that_quitting_without_what_could_not_be_stored_ends_quietly(
    qtbot: QtBot, opened: Bench, people: list[Contact]
) -> None:
    assert opened.session.desk is not None
    bugs: list[str] = []
    opened.errors.bug.connect(bugs.append)
    opened.session.desk.path.unlink()
    form = shown_form(opened, people[0])
    type_into(qtbot, form, "title", "Founder")
    assert "no longer" in words(form)
    assert not opened.window.close()  # says that something typed would be lost
    qtbot.mouseClick(button(opened.window.messages(), "Quit without it"), LEFT)
    assert opened.window.isVisible()  # says that no backup could be made
    assert opened.window.close()
    assert bugs == []


def test_that_a_page_opened_with_its_shortcut_begins_with_a_record_chosen(
    qtbot: QtBot, opened: Bench, people: list[Contact]
) -> None:
    # Sent to the window, so that Ctrl counts as held while the page is built.
    handle = opened.window.windowHandle()
    qtbot.keyClick(handle, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    (table,) = (one for one in opened.window.findChildren(RecordTable) if one.isVisible())
    assert table.selected_records() == [people[0]]


def test_that_deleting_one_after_the_other_offers_undo_each_time(
    qtbot: QtBot, opened: Bench, people: list[Contact]
) -> None:
    opened.window.navigator.open_page("network")
    (table,) = (one for one in opened.window.findChildren(RecordTable) if one.isVisible())
    for name in ("Ada", "Bea"):
        qtbot.keyClick(table, Qt.Key.Key_Delete)
        assert opened.messages() == [f"Deleted person {name}."]
        assert opened.window.messages().height() > opened.window.fontMetrics().height()


def test_that_a_long_choice_is_read_from_its_beginning(opened: Bench) -> None:
    assert opened.session.desk is not None
    skill = Skill.new("SQL")
    group = SkillGroup.new("Platforms, clouds and all that is built upon them, with their costs")
    add(opened.session.desk, group)
    add(opened.session.desk, replace(skill, group_id=group.id))
    field = shown_form(opened, skill).field("group_id")
    (line,) = (one for one in field.findChildren(QLineEdit) if one.text() == group.name)
    assert line.cursorPosition() == 0


def test_that_choosing_all_of_a_long_list_asks_no_cell_whether_it_may_be_chosen(
    opened: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert opened.session.desk is not None
    with opened.session.desk.change("Add people") as tx:
        tx.add_many([Contact.new(f"Person {at}") for at in range(2000)])
    flags, asked = RecordTableModel.flags, []

    def counted(model: RecordTableModel, index: QModelIndex) -> Qt.ItemFlag:
        asked.append(index.row())
        return flags(model, index)

    monkeypatch.setattr(RecordTableModel, "flags", counted)  # looked up when a model is made
    opened.window.navigator.open_page("network")
    (table,) = (one for one in opened.window.findChildren(RecordTable) if one.isVisible())
    table.selectAll()
    table.window().grab()
    assert len(table.selected_records()) == 2000
    assert table.as_text().count("\n") == 2000
    assert 0 < len(asked) < 2000
