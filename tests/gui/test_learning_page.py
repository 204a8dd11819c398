"""The Learning page, driven as a person would: courses and books, time, and certificates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from gui_bench import button
from list_bench import LEFT, activate, cells, latest, words
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
)

from careerdesk.domain.learning import (
    Certificate,
    LearningItem,
    LearningKind,
    LearningStatus,
    StudySession,
)
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import Skill
from careerdesk.gui.fields.choice_fields import ChoiceField
from careerdesk.gui.records.bulk_dialog import BulkDialog
from careerdesk.gui.records.new_dialog import NewDialog
from careerdesk.gui.records.records_page import RecordsPage
from careerdesk.services import history

if TYPE_CHECKING:
    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

    from careerdesk.gui.records.record_form import RecordForm
    from careerdesk.services.desk import Desk

ITEMS, TIME, CERTIFICATES = range(3)
TODAY = date(2030, 1, 1)  # a Tuesday
DONE, ACTIVE, PLANNED = LearningStatus.DONE, LearningStatus.ACTIVE, LearningStatus.PLANNED


@pytest.fixture
def page(qtbot: QtBot, opened: Bench) -> RecordsPage:
    activate(qtbot, opened.window)
    opened.window.navigator.open_page("learning")
    found = opened.window.navigator.page("learning")
    assert isinstance(found, RecordsPage)
    return found


@pytest.fixture
def desk(opened: Bench) -> Desk:
    assert opened.session.desk is not None
    return opened.session.desk


def add(desk: Desk, *made: Any) -> None:
    with desk.change("Add") as tx:
        tx.add_many(made)


@pytest.fixture
def items(desk: Desk) -> list[LearningItem]:
    made = [
        replace(LearningItem.new("Inspired", LearningKind.BOOK), planned_minutes=2400),
        replace(LearningItem.new("SQL: joins"), status=ACTIVE, started=PartialDate("2029")),
        replace(LearningItem.new("Zen"), status=DONE, finished=PartialDate("2028-05")),
    ]
    add(desk, *made)
    return made


@pytest.fixture
def certificates(desk: Desk) -> list[Certificate]:
    made = [
        replace(Certificate.new("Endless"), issued=PartialDate("2020")),
        replace(Certificate.new("Gone"), expires=PartialDate("2029")),
        replace(Certificate.new("Good"), expires=PartialDate("2035")),
        replace(Certificate.new("Last day"), expires=PartialDate("2030-01-01")),
        replace(Certificate.new("Soon"), expires=PartialDate("2030-01-13")),
        replace(Certificate.new("To come"), issued=PartialDate("2031")),
        replace(Certificate.new("Tomorrow"), expires=PartialDate("2030-01-02")),
    ]
    add(desk, *made)
    return made


def choose(page: RecordsPage, *records: Any) -> None:
    view = page.view
    view.table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag
    for at, record in enumerate(records):
        row = view._model.place_of(record.id)
        assert row is not None
        index = view._model.index(row, 0)
        if at == 0:
            view.table.setCurrentIndex(index)
        view.table.selectionModel().select(index, flags.Select | flags.Rows)


def form(page: RecordsPage) -> RecordForm:
    return page.view._details.form


def line(place: RecordForm, name: str) -> QLineEdit:
    editor = place.field(name).focusProxy()
    if isinstance(editor, QComboBox):
        editor = editor.lineEdit()
    assert isinstance(editor, QLineEdit)
    return editor


def write(qtbot: QtBot, place: RecordForm, name: str, text: str) -> None:
    """Type into a field and leave it."""
    editor = line(place, name)
    editor.window().activateWindow()  # a list that was open above it took that away
    QApplication.processEvents()
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    # As long as names are offered below the line, they have the keys.
    qtbot.keyClick(QApplication.activePopupWidget() or editor, Qt.Key.Key_Tab)


def pick(place: RecordForm, name: str, value: Any) -> None:
    """Choose one of a list, as a click on it does."""
    field = place.field(name)
    assert isinstance(field, ChoiceField)
    at = next(at for at in range(field.combo.count()) if field.combo.itemData(at) is value)
    field.combo.setCurrentIndex(at)
    field.combo.activated.emit(at)


def new_dialog(bench: Bench) -> NewDialog:
    """Return the dialog open, rather than one closed and about to go."""
    (found,) = (one for one in bench.window.findChildren(NewDialog) if one.isVisible())
    return found


@pytest.mark.parametrize(
    ("at", "heading", "kind"),
    [
        (ITEMS, "Nothing to learn yet", "New course or book"),
        (TIME, "No time logged yet", "New time entry"),
        (CERTIFICATES, "No certificates yet", "New certificate"),
    ],
)
def test_that_each_empty_list_teaches_its_first_step(
    qtbot: QtBot, opened: Bench, page: RecordsPage, at: int, heading: str, kind: str
) -> None:
    page.show_part(at)
    assert heading in words(page)
    qtbot.mouseClick(page.view._ui.empty_button, LEFT)
    assert new_dialog(opened).windowTitle() == kind
    new_dialog(opened).reject()


def test_that_time_spent_stands_beside_the_time_planned_and_sorts_by_what_was_spent(
    page: RecordsPage, desk: Desk, items: list[LearningItem]
) -> None:
    add(desk, StudySession.new(TODAY, 750, learning_item_id=items[0].id))
    add(desk, StudySession.new(TODAY, 45, learning_item_id=items[1].id))
    assert cells(page.view, "title") == ["SQL: joins", "Inspired", "Zen"]
    assert cells(page.view, "time") == ["45 min", "12.5 of 40 h", ""]
    assert cells(page.view, "share") == ["", "31 %", ""]
    page.view.table.sort_by("-time")
    assert cells(page.view, "title") == ["Inspired", "SQL: joins", "Zen"]


@pytest.mark.usefixtures("items")
def test_that_a_title_can_be_told_however_many_columns_there_are(page: RecordsPage) -> None:
    table = page.view.table
    QApplication.processEvents()
    for action in table.column_actions(QMenu(table)):
        action.setChecked(True)
    character = table.fontMetrics().averageCharWidth()
    assert table.columnWidth(0) >= 18 * character
    status = next(at for at, one in enumerate(page.view._model.columns) if one.key == "status")
    assert table.columnWidth(status) >= 9 * character


@pytest.mark.usefixtures("items")
def test_that_the_list_is_narrowed_to_what_is_active_planned_or_done(
    qtbot: QtBot, page: RecordsPage
) -> None:
    for name, shown in (("Active", "SQL: joins"), ("Planned", "Inspired"), ("Done", "Zen")):
        qtbot.mouseClick(button(page.view, name), LEFT)
        assert cells(page.view, "title") == [shown]
        assert page.view._ui.count_label.text() == "1 of 3 items"
    qtbot.mouseClick(button(page.view, "Done"), LEFT)
    assert page.view._ui.count_label.text() == "3 items"


def test_that_what_is_set_to_done_is_finished_today(
    page: RecordsPage, desk: Desk, items: list[LearningItem]
) -> None:
    choose(page, items[1])
    pick(form(page), "status", DONE)
    assert desk.get(LearningItem, items[1].id).finished == PartialDate("2030-01-01")
    assert line(form(page), "finished").text() == "1 Jan 2030"
    assert latest(desk) == "Finish course SQL: joins"
    history.undo(desk)
    assert line(form(page), "finished").text() == ""


def test_that_several_are_set_to_done_as_one_change(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, items: list[LearningItem]
) -> None:
    choose(page, *items)
    qtbot.mouseClick(button(page.view._details, "Edit…"), LEFT)
    dialog = opened.window.findChild(BulkDialog)
    assert dialog is not None
    dialog._which.setCurrentIndex(dialog._which.findData("status"))
    pick(dialog._form, "status", DONE)
    qtbot.mouseClick(button(dialog, "Change 3 records"), LEFT)
    assert {one.status for one in desk.all(LearningItem)} == {DONE}
    assert desk.get(LearningItem, items[0].id).finished == PartialDate("2030-01-01")
    assert desk.get(LearningItem, items[2].id).finished == PartialDate("2028-05")
    assert opened.messages() == ["Changed 2 records."]
    qtbot.mouseClick(button(opened.window.messages(), "Undo"), LEFT)
    assert {one.status for one in desk.all(LearningItem)} == {DONE, ACTIVE, PLANNED}


def test_that_what_many_may_not_have_is_said_in_their_form_which_stays(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, items: list[LearningItem]
) -> None:
    later = replace(items[1], started=PartialDate("2040"))
    with desk.change("Later") as tx:
        tx.replace(later)
    choose(page, *items)
    page.view.actions_of.edit_many.trigger()
    dialog = opened.window.findChild(BulkDialog)
    assert dialog is not None
    dialog._which.setCurrentIndex(dialog._which.findData("status"))
    pick(dialog._form, "status", DONE)
    qtbot.mouseClick(button(dialog, "Change 3 records"), LEFT)
    assert "before the start" in words(dialog)
    assert desk.get(LearningItem, items[0].id).status is PLANNED
    dialog.reject()


def test_that_a_wrong_date_is_said_beside_its_field_and_stays(
    qtbot: QtBot, page: RecordsPage, desk: Desk, items: list[LearningItem]
) -> None:
    choose(page, items[1])
    write(qtbot, form(page), "finished", "2020")
    assert "“Finished” (2020) is before the start (2029)." in words(page)
    choose(page, items[0])
    assert "before the start" not in words(page)
    choose(page, items[1])
    assert line(form(page), "finished").text() == "2020"
    write(qtbot, form(page), "finished", "2029-03")
    assert desk.get(LearningItem, items[1].id).finished == PartialDate("2029-03")


def test_that_planned_time_and_cost_are_typed_as_people_write_them(
    qtbot: QtBot, page: RecordsPage, desk: Desk, items: list[LearningItem]
) -> None:
    choose(page, items[0])
    write(qtbot, form(page), "planned_minutes", "12.5 h")
    write(qtbot, form(page), "cost_minor", "49.50")
    write(qtbot, form(page), "currency", "jpy")
    assert "no units as small as the cost's" in words(page)
    write(qtbot, form(page), "currency", "usd")
    stored = desk.get(LearningItem, items[0].id)
    assert (stored.planned_minutes, stored.cost_minor, stored.currency) == (750, 4950, "USD")
    assert cells(page.view, "cost")[cells(page.view, "title").index("Inspired")] == "USD 49.50"


def test_that_deleting_asks_nothing_and_offers_to_undo(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, items: list[LearningItem]
) -> None:
    add(desk, StudySession.new(TODAY, 30, learning_item_id=items[0].id))
    choose(page, items[0])
    page.view.table.setFocus()
    qtbot.keyClick(page.view.table, Qt.Key.Key_Delete)
    assert cells(page.view, "title") == ["SQL: joins", "Zen"]
    assert opened.messages() == ["Deleted learning item Inspired."]
    qtbot.mouseClick(button(opened.window.messages(), "Undo"), LEFT)
    assert "Inspired" in cells(page.view, "title")
    assert desk.all(StudySession)[0].learning_item_id == items[0].id


def test_that_the_form_for_a_new_item_stays_for_the_next_and_keeps_what_repeats(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    opened.window.navigator.ask_new(LearningItem)
    dialog = new_dialog(opened)
    write(qtbot, dialog.form, "title", "Inspired")
    pick(dialog.form, "kind", LearningKind.BOOK)
    write(qtbot, dialog.form, "provider", "SVPG")
    write(qtbot, dialog.form, "cost_minor", "25")
    qtbot.mouseClick(button(dialog, "Add and &next"), LEFT)
    assert "Added Inspired." in words(dialog)
    assert line(dialog.form, "title").text() == ""
    assert line(dialog.form, "cost_minor").text() == ""
    write(qtbot, dialog.form, "title", "Empowered")
    qtbot.mouseClick(button(dialog, "&Add"), LEFT)
    made = {one.title: one for one in desk.all(LearningItem)}
    assert made["Inspired"].cost_minor == 2500
    assert made["Inspired"].currency == "EUR"
    assert (made["Empowered"].kind, made["Empowered"].provider) == (LearningKind.BOOK, "SVPG")
    assert (made["Empowered"].cost_minor, made["Empowered"].currency) == (None, "")
    assert cells(page.view, "title") == ["Empowered", "Inspired"]


def test_that_a_new_item_with_a_wrong_date_says_so_beside_that_date(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    del page
    opened.window.navigator.ask_new(LearningItem)
    dialog = new_dialog(opened)
    write(qtbot, dialog.form, "title", "Inspired")
    write(qtbot, dialog.form, "started", "2029")
    write(qtbot, dialog.form, "finished", "2028")
    qtbot.mouseClick(button(dialog, "&Add"), LEFT)
    assert "before the start" in words(dialog.form.field("finished"))
    assert desk.all(LearningItem) == []
    dialog.reject()


def test_that_time_is_logged_from_an_item_with_the_length_to_type_over(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, items: list[LearningItem]
) -> None:
    choose(page, items[1])
    qtbot.mouseClick(button(page, "Log time"), LEFT)
    assert opened.window.navigator._log is not None
    field = opened.window.navigator._log._field
    assert field.text() == "45 min on SQL: joins"
    assert field.selectedText() == "45 min"
    qtbot.keyClicks(field, "1 h 30")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    (session,) = desk.all(StudySession)
    assert (session.learning_item_id, session.minutes) == (items[1].id, 90)
    assert "1 Jan 2030" in words(page)


def test_that_a_certificate_is_added_from_its_course(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, items: list[LearningItem]
) -> None:
    choose(page, items[1])
    qtbot.mouseClick(button(page, "Add certificate"), LEFT)
    dialog = new_dialog(opened)
    assert line(dialog.form, "learning_item_id").text() == "SQL: joins"
    write(qtbot, dialog.form, "title", "SQL certificate")
    qtbot.mouseClick(button(dialog, "&Add"), LEFT)
    assert desk.all(Certificate)[0].learning_item_id == items[1].id
    assert page.view.listing.kind is LearningItem
    assert "SQL certificate" in words(page)


def test_that_time_says_what_it_was_spent_on_and_its_note_in_one_line(
    page: RecordsPage, desk: Desk, items: list[LearningItem]
) -> None:
    skill = Skill.new("SQL")
    both = StudySession.new(
        TODAY, 90, learning_item_id=items[1].id, skill_id=skill.id, note="First.\nSecond."
    )
    add(desk, skill, both, StudySession.new(TODAY - timedelta(days=9), 5))
    page.show_part(TIME)
    assert cells(page.view, "on") == ["1 Jan 2030", "23 Dec 2029"]
    assert cells(page.view, "time") == ["1 h 30 min", "5 min"]
    assert cells(page.view, "subject") == ["SQL: joins · SQL", ""]
    assert cells(page.view, "note") == ["First.", ""]


def test_that_time_is_narrowed_to_this_week_and_to_what_says_nothing(
    qtbot: QtBot, page: RecordsPage, desk: Desk, items: list[LearningItem]
) -> None:
    days = [TODAY + timedelta(days=at) for at in (-2, -1, 0, 5, 6)]  # Sunday to next Monday
    add(desk, *(StudySession.new(day, 30, learning_item_id=items[0].id) for day in days))
    add(desk, StudySession.new(date(2029, 1, 1), 30))
    page.show_part(TIME)
    qtbot.mouseClick(button(page.view, "This week"), LEFT)
    assert page.view._ui.count_label.text() == "3 of 6 sessions"
    assert cells(page.view, "on") == ["6 Jan 2030", "1 Jan 2030", "31 Dec 2029"]
    qtbot.mouseClick(button(page.view, "Without subject"), LEFT)
    assert cells(page.view, "on") == ["1 Jan 2029"]


def test_that_new_time_begins_today_and_keeps_day_item_and_skill_for_the_next(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk, items: list[LearningItem]
) -> None:
    add(desk, Skill.new("SQL"))
    page.show_part(TIME)
    opened.window.navigator.ask_new(StudySession)
    dialog = new_dialog(opened)
    assert line(dialog.form, "on").text() == "1 Jan 2030"
    write(qtbot, dialog.form, "on", "yesterday")
    write(qtbot, dialog.form, "learning_item_id", "inspired")
    write(qtbot, dialog.form, "skill_id", "sql")
    qtbot.mouseClick(button(dialog, "&Add"), LEFT)
    assert "“Time” must not be empty" in words(dialog.form.field("minutes"))
    write(qtbot, dialog.form, "minutes", "1 h 15")
    qtbot.mouseClick(button(dialog, "Add and &next"), LEFT)
    assert line(dialog.form, "minutes").text() == ""
    write(qtbot, dialog.form, "minutes", "25 h")
    qtbot.mouseClick(button(dialog, "&Add"), LEFT)
    assert "between 1 and 1,440" in words(dialog.form.field("minutes"))
    write(qtbot, dialog.form, "minutes", "30")
    qtbot.mouseClick(button(dialog, "&Add"), LEFT)
    assert {(one.on, one.minutes) for one in desk.all(StudySession)} == {
        (date(2029, 12, 31), 75),
        (date(2029, 12, 31), 30),
    }
    assert {one.learning_item_id for one in desk.all(StudySession)} == {items[0].id}
    assert latest(desk) == "Log 30 min on the book Inspired"
    assert desk.get(LearningItem, items[0].id).status is ACTIVE
    assert desk.get(LearningItem, items[0].id).started == PartialDate("2029-12-31")


def test_that_an_unknown_course_is_said_beside_its_field(
    qtbot: QtBot, page: RecordsPage, desk: Desk, items: list[LearningItem]
) -> None:
    session = StudySession.new(TODAY, 30)
    add(desk, session)
    page.show_part(TIME)
    choose(page, session)
    write(qtbot, form(page), "learning_item_id", "Inspire")
    assert "there is no course or book “Inspire”" in words(page)
    write(qtbot, form(page), "learning_item_id", "Inspired")
    assert desk.get(StudySession, session.id).learning_item_id == items[0].id
    assert cells(page.view, "subject") == ["Inspired"]


@pytest.mark.usefixtures("certificates")
def test_that_a_certificate_says_how_it_stands_today(page: RecordsPage) -> None:
    page.show_part(CERTIFICATES)
    assert dict(zip(cells(page.view, "title"), cells(page.view, "standing"), strict=True)) == {
        "Endless": "No expiry date",
        "Gone": "Expired",
        "Good": "Valid",
        "Last day": "Expires today",
        "Soon": "Expires in 12 days",
        "To come": "Not valid yet",
        "Tomorrow": "Expires tomorrow",
    }


@pytest.mark.usefixtures("certificates")
def test_that_certificates_are_narrowed_to_what_expires_and_follow_the_day(
    qtbot: QtBot, opened: Bench, page: RecordsPage
) -> None:
    page.show_part(CERTIFICATES)
    page.view.table.sort_by("standing")
    qtbot.mouseClick(button(page.view, "Expiring"), LEFT)
    assert cells(page.view, "title") == ["Last day", "Tomorrow", "Soon"]
    qtbot.mouseClick(button(page.view, "Expired"), LEFT)
    assert cells(page.view, "title") == ["Gone"]
    opened.now += timedelta(days=1)
    opened.window._minder.look()
    assert cells(page.view, "title") == ["Gone", "Last day"]


def test_that_a_certificate_that_ends_before_it_begins_is_refused_beside_its_end(
    qtbot: QtBot, opened: Bench, page: RecordsPage, desk: Desk
) -> None:
    page.show_part(CERTIFICATES)
    opened.window.navigator.ask_new(Certificate)
    dialog = new_dialog(opened)
    write(qtbot, dialog.form, "title", "Scrum")
    write(qtbot, dialog.form, "issued", "2029")
    write(qtbot, dialog.form, "expires", "2028")
    write(qtbot, dialog.form, "url", "www.example.org")
    qtbot.mouseClick(button(dialog, "&Add"), LEFT)
    assert "before the start" in words(dialog.form.field("expires"))
    write(qtbot, dialog.form, "expires", "")
    line(dialog.form, "expires").clear()
    qtbot.mouseClick(button(dialog, "&Add"), LEFT)
    (made,) = desk.all(Certificate)
    assert (made.title, made.url) == ("Scrum", "https://www.example.org")


def test_that_every_editor_has_a_name_for_screen_readers(
    page: RecordsPage,
    desk: Desk,
    items: list[LearningItem],
    certificates: list[Certificate],
) -> None:
    add(desk, StudySession.new(TODAY, 30, learning_item_id=items[0].id))
    assert certificates
    for at in (ITEMS, TIME, CERTIFICATES):
        page.show_part(at)
        page.view.table.select_nearest()
        for spec in page.view.listing.fields:
            editor = form(page).field(spec.name).focusProxy()
            assert editor is not None
            assert editor.accessibleName(), spec.name
        bare = [one for one in page.view.findChildren(QPushButton) if one.isVisible()]
        assert all(one.text() or one.accessibleName() for one in bare)
