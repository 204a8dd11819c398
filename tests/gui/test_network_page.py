"""The Network page, driven as a person would: people, conversations and what was promised."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from gui_bench import button
from list_bench import CTRL, LEFT, activate, cells, choose, latest, line, retype, store, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPushButton, QWidget

from careerdesk.domain.network import (
    Contact,
    Conversation,
    ConversationKind,
    FollowUp,
    Participant,
)
from careerdesk.gui.fields.people_field import PeopleField
from careerdesk.gui.records.bulk_dialog import BulkDialog
from careerdesk.gui.records.new_dialog import NewDialog
from careerdesk.gui.records.records_page import RecordsPage
from careerdesk.services import history, network, records

if TYPE_CHECKING:
    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

    from careerdesk.gui.records.record_form import RecordForm
    from careerdesk.services.desk import Desk

TODAY = date(2030, 1, 1)
PEOPLE, TALKS, PROMISES = range(3)
Keys = Qt.Key


@pytest.fixture
def desk(opened: Bench) -> Desk:
    assert opened.session.desk is not None
    return opened.session.desk


@pytest.fixture
def ada(desk: Desk) -> Contact:
    """Somebody with a rhythm, with whom there were twenty conversations; and two others."""
    made = Contact.new("Ada Byron", organization="Analytical Engines")
    talks = [
        Conversation.new(TODAY - timedelta(days=40 + at), ConversationKind.CALL) for at in range(20)
    ]
    with desk.change("Add") as tx:
        tx.add(made, Contact.new("Bo Ek"), Contact.new("Cy Young"))
        tx.add_many(talks)
        tx.add_many(Participant.new(one.id, made.id) for one in talks)
    return records.edit(desk, made, cadence_days=30)


@pytest.fixture
def page(qtbot: QtBot, opened: Bench, ada: Contact) -> RecordsPage:
    del ada
    activate(qtbot, opened.window)
    opened.window.navigator.open_page("network")
    found = opened.window.navigator.page("network")
    assert isinstance(found, RecordsPage)
    return found


def named(desk: Desk, name: str) -> Contact:
    (found,) = (one for one in desk.all(Contact) if one.name == name)
    return found


def asked(bench: Bench) -> NewDialog:
    (found,) = (one for one in bench.window.findChildren(NewDialog) if one.isVisible())
    return found


def press(qtbot: QtBot, place: QWidget, name: str) -> None:
    QApplication.processEvents()  # what was listed anew is shown in the next turn
    qtbot.waitUntil(lambda: button(place, name).height() > 0)
    qtbot.mouseClick(button(place, name), LEFT)


def popup_of(widget: QLineEdit) -> QAbstractItemView:
    completer = widget.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    return popup


def chips(form: RecordForm) -> list[str]:
    field = form.field("people")
    assert isinstance(field, PeopleField)
    QApplication.processEvents()
    made = [one for one in field.findChildren(QPushButton) if one.isVisible()]
    return [one.text().removesuffix("  \u00d7") for one in made]


def name_line(form: RecordForm) -> QLineEdit:
    field = form.field("people")
    assert isinstance(field, PeopleField)
    return field._line


def test_that_a_list_says_when_it_is_time_to_speak_again(page: RecordsPage) -> None:
    view = page.view
    assert cells(view, "name") == ["Ada Byron", "Bo Ek", "Cy Young"]
    assert cells(view, "last") == ["22 Nov 2029", "", ""]
    assert cells(view, "due") == ["Due", "", ""]


def test_that_all_that_was_typed_is_stored_when_a_change_takes_the_person_out_of_the_filter(
    qtbot: QtBot, page: RecordsPage, desk: Desk
) -> None:
    view, form = page.view, page.view._details.form
    qtbot.keyClicks(view._ui.filter_edit, "bo ek")
    qtbot.waitUntil(lambda: cells(view, "name") == ["Bo Ek"])
    choose(view, "Bo Ek")
    before = len(desk.history())
    line(form, "title").setText("Designer")  # not left yet
    store(qtbot, line(form, "name"), "Vera Lind")
    assert cells(view, "name") == []
    assert named(desk, "Vera Lind").title == "Designer"
    assert len(desk.history()) == before + 2


def test_that_a_name_is_edited_in_place_and_taken_back(
    qtbot: QtBot, page: RecordsPage, desk: Desk
) -> None:
    view = page.view
    choose(view, "Bo Ek")
    store(qtbot, line(view._details.form, "name"), "Bo Eklund")
    assert latest(desk) == "Change name of person Bo Eklund"
    assert cells(view, "name") == ["Ada Byron", "Bo Eklund", "Cy Young"]
    history.undo(desk)
    assert cells(view, "name") == ["Ada Byron", "Bo Ek", "Cy Young"]
    assert line(view._details.form, "name").text() == "Bo Ek"


def test_that_a_wrong_rhythm_is_said_beside_its_field_and_kept(
    qtbot: QtBot, page: RecordsPage, desk: Desk
) -> None:
    view = page.view
    choose(view, "Bo Ek")
    store(qtbot, line(view._details.form, "cadence_days"), "5000")
    assert "must be between 1 and 3,650" in words(view._details.form)
    choose(view, "Ada Byron")
    assert line(view._details.form, "cadence_days").text() == "30"
    choose(view, "Bo Ek")
    assert line(view._details.form, "cadence_days").text() == "5000"
    assert "must be between" in words(view._details.form)
    assert named(desk, "Bo Ek").cadence_days is None
    store(qtbot, line(view._details.form, "cadence_days"), "50")
    assert named(desk, "Bo Ek").cadence_days == 50


def test_that_who_introduced_somebody_is_named_and_a_stranger_refused(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    view = page.view
    choose(view, "Bo Ek")
    introduced = line(view._details.form, "introduced_by")
    retype(qtbot, introduced, "ada byron")
    assert popup_of(introduced).isVisible()
    qtbot.keyClick(popup_of(introduced), Keys.Key_Tab)
    assert named(desk, "Bo Ek").introduced_by == named(desk, "Ada Byron").id
    choose(view, "Ada Byron")
    assert "Introduced you to" in words(view._details)
    activate(qtbot, opened.window)
    store(qtbot, line(view._details.form, "introduced_by"), "Nobody")
    assert "there is no person “Nobody”" in words(view._details.form)
    assert line(view._details.form, "introduced_by").text() == "Nobody"


def test_that_twelve_of_many_are_edited_as_one_change(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    with desk.change("Add") as tx:
        tx.add_many(Contact.new(f"Person {number:02}") for number in range(40))
    view = page.view
    assert view._ui.count_label.text() == "43 people"
    choose(view, *(f"Person {number:02}" for number in range(12)))
    assert "12 people selected" in words(view._details)
    view.table.setFocus()
    qtbot.keyClick(view.table, Keys.Key_E, CTRL)
    dialog = opened.window.findChild(BulkDialog)
    assert dialog is not None
    dialog._which.setCurrentIndex(dialog._names.index("organization"))
    line(dialog._form, "organization").setText("Initech")
    (change,) = (one for one in dialog.findChildren(QPushButton) if "12" in one.text())
    qtbot.mouseClick(change, LEFT)
    assert latest(desk) == "Change organisation of 12 people"
    assert cells(view, "organization").count("Initech") == 12
    history.undo(desk)
    assert cells(view, "organization").count("Initech") == 0


def test_that_deleting_asks_nothing_and_brings_the_conversations_back(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    view = page.view
    choose(view, "Ada Byron")
    view.table.setFocus()
    qtbot.keyClick(view.table, Keys.Key_Delete)
    assert opened.messages() == ["Deleted person Ada Byron."]
    assert cells(view, "name") == ["Bo Ek", "Cy Young"]
    assert desk.all(Participant) == []
    press(qtbot, opened.window.messages(), "Undo")
    assert cells(view, "last")[0] == "22 Nov 2029"
    assert len(desk.all(Participant)) == 20


def test_that_the_form_for_a_new_person_keeps_what_repeats(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    press(qtbot, opened.window._top, "New person")
    dialog = asked(opened)
    qtbot.keyClicks(line(dialog.form, "name"), "Di Fox")
    qtbot.keyClicks(line(dialog.form, "organization"), "Initech")
    qtbot.keyClicks(line(dialog.form, "email"), "di@example.org")
    qtbot.keyClick(line(dialog.form, "name"), Keys.Key_Return, CTRL)
    assert "Added Di Fox." in words(dialog)
    assert line(dialog.form, "organization").text() == "Initech"
    assert line(dialog.form, "email").text() == ""
    qtbot.keyClicks(line(dialog.form, "name"), "Ed Gray")
    qtbot.keyClick(line(dialog.form, "name"), Keys.Key_Return)
    assert {one.name for one in desk.all(Contact) if one.organization == "Initech"} == {
        "Di Fox",
        "Ed Gray",
    }
    assert page.view.table.current_record().name == "Ed Gray"


def test_that_quick_filters_say_how_many_of_how_many(qtbot: QtBot, page: RecordsPage) -> None:
    view = page.view
    press(qtbot, view, "Due")
    assert (cells(view, "name"), view._ui.count_label.text()) == (["Ada Byron"], "1 of 3 people")
    press(qtbot, view, "Never spoken")
    assert cells(view, "name") == ["Bo Ek", "Cy Young"]
    assert view._ui.count_label.text() == "2 of 3 people"
    press(qtbot, view, "Never spoken")
    assert view._ui.count_label.text() == "3 people"


def test_that_a_conversation_logged_elsewhere_shows_at_once(page: RecordsPage, desk: Desk) -> None:
    bo = named(desk, "Bo Ek")
    network.log_conversation(desk, Conversation.new(TODAY, ConversationKind.COFFEE), [bo])
    assert cells(page.view, "last") == ["22 Nov 2029", "1 Jan 2030", ""]
    history.undo(desk)
    assert cells(page.view, "last") == ["22 Nov 2029", "", ""]


def test_that_a_person_is_logged_from_the_details(
    qtbot: QtBot, opened: Bench, page: RecordsPage
) -> None:
    choose(page.view, "Bo Ek")
    press(qtbot, page.view, "Log conversation")
    log = opened.window.navigator._log
    assert log is not None
    (typed,) = (one for one in log.findChildren(QLineEdit) if one.isVisible())
    assert typed.text() == "coffee with Bo Ek 30 min"
    qtbot.keyClick(typed, Keys.Key_Return)
    assert cells(page.view, "last")[1] == "1 Jan 2030"


def test_that_a_follow_up_from_the_details_has_the_person_filled_in(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    choose(page.view, "Bo Ek")
    press(qtbot, page.view, "New follow-up")
    form = asked(opened).form
    assert line(form, "contact_id").text() == "Bo Ek"
    qtbot.keyClicks(line(form, "title"), "Send the notes")
    retype(qtbot, line(form, "due"), "+2w")
    qtbot.keyClick(line(form, "title"), Keys.Key_Return)
    (made,) = desk.all(FollowUp)
    assert (made.contact_id, made.due) == (named(desk, "Bo Ek").id, TODAY + timedelta(days=14))
    assert "Send the notes" in words(page.view._details)


def test_that_more_conversations_are_listed_alone(qtbot: QtBot, page: RecordsPage) -> None:
    choose(page.view, "Ada Byron")
    press(qtbot, page.view, "Show 12 more")
    view = page.view
    assert view.listing.kind is Conversation
    assert set(cells(view, "people")) == {"Ada Byron"}
    assert view._ui.count_label.text().startswith("20 of 20")


def test_that_people_are_added_to_a_conversation_and_taken_out(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    page.show_part(TALKS)
    activate(qtbot, opened.window)
    view = page.view
    view.table.selectRow(0)
    form = view._details.form
    assert chips(form) == ["Ada Byron"]
    field = name_line(form)
    field.setFocus()
    qtbot.keyClicks(field, "bo e")
    qtbot.waitUntil(lambda: popup_of(field).isVisible())
    qtbot.keyClick(popup_of(field), Keys.Key_Down)
    qtbot.keyClick(popup_of(field), Keys.Key_Return)
    assert chips(form) == ["Ada Byron", "Bo Ek"]
    assert latest(desk) == "Change who took part on 22 Nov 2029"
    assert cells(view, "people")[0] == "Ada Byron, Bo Ek"
    press(qtbot, form, "Ada Byron, take out")
    assert chips(form) == ["Bo Ek"]
    history.undo(desk)
    assert chips(form) == ["Ada Byron", "Bo Ek"]


def test_that_an_unknown_name_becomes_a_person_and_a_mistyped_one_is_refused(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    page.show_part(TALKS)
    activate(qtbot, opened.window)
    page.view.table.selectRow(0)
    form = page.view._details.form
    field = name_line(form)
    field.setFocus()
    qtbot.keyClicks(field, "Ada Byrn")
    qtbot.keyClick(field, Keys.Key_Return)
    assert "Ada Byron" in words(form)
    assert field.text() == "Ada Byrn"
    assert len(desk.all(Contact)) == 3
    field.clear()
    qtbot.keyClicks(field, "Zoe Quill")
    qtbot.keyClick(field, Keys.Key_Return)
    assert chips(form) == ["Ada Byron", "Zoe Quill"]
    assert named(desk, "Zoe Quill")
    qtbot.keyClick(field, Keys.Key_Backspace)
    assert chips(form) == ["Ada Byron"]
    history.undo(desk)
    history.undo(desk)
    assert len(desk.all(Contact)) == 3


def test_that_follow_ups_are_marked_as_done_by_key_and_by_button(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    for at, title in enumerate(("Write", "Call", "Read")):
        records.add(desk, FollowUp.new(title, TODAY + timedelta(days=at - 1)))
    page.show_part(PROMISES)
    activate(qtbot, opened.window)
    view = page.view
    assert cells(view, "title") == ["Write", "Call", "Read"]
    assert cells(view, "state") == ["1 day late", "today", "tomorrow"]
    press(qtbot, view, "Late")
    assert view._ui.count_label.text() == "1 of 3 follow-ups"
    press(qtbot, view, "Late")
    choose(view, "Write")
    view.table.setFocus()
    qtbot.keyClick(view.table, Keys.Key_Return, CTRL)
    assert latest(desk) == "Complete follow-up Write"
    assert opened.messages() == ["Done: follow-up Write."]
    assert cells(view, "title") == ["Call", "Read", "Write"]
    choose(view, "Call", "Read")
    press(qtbot, view._details, "Mark as done")
    assert latest(desk) == "Complete 2 follow-ups"
    assert all(one.done_on == TODAY for one in desk.all(FollowUp))
    press(qtbot, opened.window.messages(), "Undo")
    assert sum(one.done_on is None for one in desk.all(FollowUp)) == 2


def test_that_all_of_it_is_reached_by_keyboard(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    view = page.view
    page.take_focus()
    assert view.table.hasFocus()
    qtbot.keyClick(view.table, Keys.Key_Down)
    assert view.table.current_record().name == "Bo Ek"
    qtbot.keyClick(view.table, Keys.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is line(view._details.form, "name")
    qtbot.keyClick(focus, Keys.Key_End)
    qtbot.keyClicks(focus, "lund")
    qtbot.keyClick(focus, Keys.Key_Tab)
    assert line(view._details.form, "organization").hasFocus()
    assert named(desk, "Bo Eklund")
    qtbot.keyClick(line(view._details.form, "organization"), Keys.Key_Escape)
    assert view.table.hasFocus()
    qtbot.keyClick(view.table, Keys.Key_Delete)
    assert cells(view, "name") == ["Ada Byron", "Cy Young"]
    opened.window.focusWidget()
    page.focus_filter()
    qtbot.keyClicks(view._ui.filter_edit, "cy")
    qtbot.keyClick(view._ui.filter_edit, Keys.Key_Return)
    assert cells(view, "name") == ["Cy Young"]
    assert view.table.hasFocus()


@pytest.mark.parametrize("part", [PEOPLE, TALKS])
def test_that_files_are_kept_with_people_and_conversations(page: RecordsPage, part: int) -> None:
    page.show_part(part)
    page.view.table.selectRow(0)
    assert "Drop files here" in words(page.view._details)
