"""Own roles: written, edited in place with their skills, deleted, and imported in the window."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from foreign_files import put_folder
from gui_bench import button
from list_bench import LEFT, activate, cells, choose, latest, line, store, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget
from role_releases import ONET

from careerdesk.domain.catalogue import Requirement, Weight
from careerdesk.domain.roles import Role, RoleSkill, Target
from careerdesk.domain.skills import Level, Skill
from careerdesk.gui import import_flow
from careerdesk.gui.records.new_dialog import NewDialog
from careerdesk.gui.records.record_view import RecordView
from careerdesk.gui.roles.import_dialog import ImportRolesDialog
from careerdesk.gui.roles.needs_panel import NeedsPanel
from careerdesk.gui.roles.roles_page import RolesPage
from careerdesk.services import history, roles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

    from careerdesk.services.desk import Desk

DAY = date(2029, 12, 1)
BEES = Requirement(skill="bees", name="Beekeeping", level=Level.ADVANCED, weight=Weight.ESSENTIAL)


@pytest.fixture
def desk(opened: Bench) -> Desk:
    assert opened.session.desk is not None
    return opened.session.desk


@pytest.fixture
def page(qtbot: QtBot, opened: Bench) -> RolesPage:
    activate(qtbot, opened.window)
    opened.window.navigator.open_page("roles")
    found = opened.window.navigator.page("roles")
    assert isinstance(found, RolesPage)
    settle(qtbot, found)
    return found


@pytest.fixture
def view(page: RolesPage) -> RecordView:
    """The list of own roles, empty."""
    page.do("own")
    assert isinstance(page.part, RecordView)
    return page.part


@pytest.fixture
def keeper(qtbot: QtBot, desk: Desk, page: RolesPage, view: RecordView) -> NeedsPanel:
    """The skills of a role that asks for bees."""
    roles.add_role(desk, Role.new("Beekeeper"), [BEES])
    settle(qtbot, page)
    choose(view, "Beekeeper")
    panel = view.findChild(NeedsPanel)
    assert isinstance(panel, NeedsPanel)
    return panel


def settle(qtbot: QtBot, page: RolesPage) -> None:
    qtbot.waitUntil(lambda: page.feed.found is not None and page.feed.is_idle, timeout=20_000)


def needs(desk: Desk) -> list[tuple[str, int, int]]:
    return sorted((one.name, int(one.level), one.weight) for one in desk.all(RoleSkill))


def test_that_a_role_is_written_with_few_words_and_filled_in_beside_the_list(
    qtbot: QtBot, opened: Bench, desk: Desk, page: RolesPage, view: RecordView
) -> None:
    assert "No roles of your own yet" in words(view)
    qtbot.mouseClick(button(view, "New role"), LEFT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewDialog)
    shown = [name for name in ("title", "family", "impact") if dialog.form.field(name).isVisible()]
    assert shown == ["title", "family"]
    qtbot.keyClicks(line(dialog.form, "title"), "Beekeeper")
    qtbot.mouseClick(button(dialog, "&Add"), LEFT)
    settle(qtbot, page)
    activate(qtbot, opened.window)
    assert cells(view, "title") == ["Beekeeper"]
    choose(view, "Beekeeper")
    form = view._details.form
    qtbot.mouseClick(form.field("impact")._inputs[5], LEFT)
    store(qtbot, line(form, "social"), "4.25")
    (role,) = desk.all(Role)
    assert (role.impact, role.social) == (5, 425)
    store(qtbot, line(form, "social"), "nine")
    assert "must be a number such as 4 or 4.25" in words(view)
    store(qtbot, line(form, "social"), "9")
    assert "must be" in words(view)
    assert desk.all(Role)[0].social == 425


def test_that_a_skill_is_added_by_its_name_changed_and_taken_away_each_as_one_change(
    qtbot: QtBot, opened: Bench, desk: Desk, page: RolesPage, keeper: NeedsPanel
) -> None:
    qtbot.mouseClick(keeper.button, LEFT)
    qtbot.keyClicks(keeper._name.line, "sql and querying")
    qtbot.mouseClick(button(keeper._form, "Add"), LEFT)
    assert needs(desk) == [("Beekeeping", 4, 3), ("SQL and querying", 3, 2)]
    assert latest(desk) == "Add SQL and querying in role Beekeeper"
    assert keeper._name.line.text() == ""
    settle(qtbot, page)
    qtbot.mouseClick(button(keeper, "Beekeeping, 4 Advanced · Essential"), LEFT)
    step = QApplication.focusWidget()
    assert step is not None
    assert step.accessibleName() == "4 Advanced"
    QApplication.processEvents()  # the steps have their places then
    qtbot.keyClick(step, Qt.Key.Key_Right)
    assert ("Beekeeping", 5, 3) in needs(desk)
    assert latest(desk) == "Change Beekeeping in role Beekeeper"
    settle(qtbot, page)
    qtbot.mouseClick(button(keeper, "Remove Beekeeping"), LEFT)
    assert needs(desk) == [("SQL and querying", 3, 2)]
    assert "Removed Beekeeping." in opened.messages()
    for _ in range(3):
        history.undo(desk)
    assert needs(desk) == [("Beekeeping", 4, 3)]


def test_that_a_name_of_no_skill_is_refused_beside_it(
    qtbot: QtBot, desk: Desk, keeper: NeedsPanel
) -> None:
    qtbot.mouseClick(keeper.button, LEFT)
    qtbot.mouseClick(button(keeper._form, "Add"), LEFT)
    assert "must not be empty" in words(keeper)
    qtbot.keyClicks(keeper._name.line, "Juggling")
    qtbot.mouseClick(button(keeper._form, "Add"), LEFT)
    assert "there is no skill “Juggling”" in words(keeper)
    with desk.change("Learn") as tx:
        tx.add(Skill.new("Juggling"))
    qtbot.mouseClick(keeper.button, LEFT)
    qtbot.mouseClick(keeper.button, LEFT)
    qtbot.keyClicks(keeper._name.line, "Juggling")
    qtbot.mouseClick(button(keeper._form, "Add"), LEFT)
    assert [one[0] for one in needs(desk)] == ["Beekeeping", "Juggling"]


def test_that_deleting_a_target_leaves_another_one_current_and_undo_brings_all_back(
    qtbot: QtBot, opened: Bench, desk: Desk, page: RolesPage, view: RecordView, keeper: NeedsPanel
) -> None:
    assert keeper.record.title == "Beekeeper"
    roles.target_role(desk, "data_scientist", DAY)
    roles.target_role(desk, str(keeper.record.id), DAY)
    settle(qtbot, page)
    assert cells(view, "target") == ["Target"]
    choose(view, "Beekeeper")
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert desk.all(Role) == []
    (left,) = desk.all(Target)
    assert (left.catalogue_role, left.is_current) == ("data_scientist", True)
    assert opened.messages() == ["Deleted role Beekeeper. Aiming at Data Scientist now."]
    history.undo(desk)
    assert [one.title for one in desk.all(Role)] == ["Beekeeper"]
    assert needs(desk) == [("Beekeeping", 4, 3)]
    assert len(desk.all(Target)) == 2


def test_that_a_duplicate_has_the_same_skills(
    qtbot: QtBot, desk: Desk, page: RolesPage, view: RecordView, keeper: NeedsPanel
) -> None:
    assert keeper.record.title == "Beekeeper"
    next(one for one in view.table.actions() if one.shortcut() == "Ctrl+D").trigger()
    settle(qtbot, page)
    assert needs(desk) == [("Beekeeping", 4, 3)] * 2


def test_that_the_match_of_a_role_is_one_click_away(
    qtbot: QtBot, page: RolesPage, view: RecordView, keeper: NeedsPanel
) -> None:
    qtbot.mouseClick(button(view, "Show the match"), LEFT)
    assert page.matches.list.key == str(keeper.record.id)
    assert "Beekeeper" in words(page.matches.detail)


@pytest.fixture
def asked(
    qtbot: QtBot, page: RolesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], ImportRolesDialog]:
    """What chooses a small release of O*NET in the dialog and waits until it is read."""
    folder = put_folder(tmp_path / "db_29_3_text", ONET)
    monkeypatch.setattr(import_flow, "ask_folder", lambda *_: folder)

    def ask() -> ImportRolesDialog:
        page.do("import")
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ImportRolesDialog)
        qtbot.mouseClick(button(dialog, "Choose a folder…"), LEFT)
        command = page.matches.importing
        qtbot.waitUntil(lambda: not command._context.tasks.is_busy, timeout=30_000)
        return dialog

    return ask


def test_that_roles_are_chosen_imported_as_one_change_and_shown(
    qtbot: QtBot,
    opened: Bench,
    desk: Desk,
    page: RolesPage,
    asked: Callable[[], ImportRolesDialog],
) -> None:
    page.matches.list.search_for("machine")  # which hides what comes
    dialog = asked()
    assert "3 roles in the files. Which would you like?" in words(dialog)
    (listed,) = dialog.findChildren(QListWidget)
    assert listed.count() == 3
    for row in (0, 1):
        listed.item(row).setCheckState(Qt.CheckState.Unchecked)
    qtbot.mouseClick(button(dialog, "Import 1 role"), LEFT)
    qtbot.waitUntil(lambda: not opened.tasks.is_busy, timeout=30_000)
    settle(qtbot, page)
    (role,) = desk.all(Role)
    assert role.source == "O*NET 29.3, 19-3051.00"
    assert latest(desk) == "Import role Urban and Regional Planners"
    assert page.matches.list.key == str(role.id)
    assert "Done: Import role Urban and Regional Planners." in opened.messages()
    page.matches.detail.show_view(2)
    assert "USDOL/ETA" in words(page.matches.detail)


def test_that_a_role_is_found_by_another_title_and_said_so(
    qtbot: QtBot, asked: Callable[[], ImportRolesDialog]
) -> None:
    dialog = asked()
    qtbot.keyClicks(dialog.choice._field, "developer advocate")
    (listed,) = dialog.findChildren(QListWidget)
    qtbot.waitUntil(lambda: listed.count() == 1)
    assert listed.item(0).text() == (
        "Urban and Regional Planners · 19-3051.00 · also called Developer Advocate"
    )
    dialog.reject()


def test_that_down_leads_from_the_search_of_roles_into_what_was_found(
    qtbot: QtBot, asked: Callable[[], ImportRolesDialog]
) -> None:
    dialog = asked()
    field, (listed,) = dialog.choice._field, dialog.findChildren(QListWidget)
    field.setFocus()
    qtbot.keyClicks(field, "developer advocate")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is listed
    assert (listed.count(), listed.currentRow()) == (1, 0)
    dialog.reject()


def test_that_importing_what_is_there_says_so_and_changes_nothing(
    qtbot: QtBot,
    opened: Bench,
    desk: Desk,
    page: RolesPage,
    asked: Callable[[], ImportRolesDialog],
) -> None:
    for _ in range(2):
        dialog = asked()
        qtbot.mouseClick(button(dialog, "Import 3 roles"), LEFT)
        qtbot.waitUntil(lambda: not opened.tasks.is_busy, timeout=30_000)
        settle(qtbot, page)
    assert len(desk.all(Role)) == 3
    assert [one.title for one in history.changes(desk)].count("Import 3 roles") == 1
    assert any("already; nothing was changed" in one for one in opened.messages())


def test_that_files_without_roles_are_refused_with_the_reason_and_others_can_be_chosen(
    qtbot: QtBot, opened: Bench, page: RolesPage, tmp_path: Path
) -> None:
    path = tmp_path / "Skills.txt"
    path.write_text("O*NET-SOC Code\tElement ID\n", encoding="utf-8")
    page.do("import")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ImportRolesDialog)
    page.matches.importing.read([path])
    qtbot.waitUntil(lambda: not opened.tasks.is_busy, timeout=30_000)
    assert "Skills.txt" in words(dialog)
    assert "The desk is unchanged" in words(dialog)
    assert button(dialog, "Choose files…").isVisible()
    dialog.reject()
