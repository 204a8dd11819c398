"""Keys: each means one thing at one place, is shown somewhere, and does what the sheet says."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from gui_bench import button
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu

from careerdesk.domain.skills import Skill
from careerdesk.gui.dialogs.shortcuts import groups_of, shortcuts_dialog
from careerdesk.gui.keys import keys_of, native
from careerdesk.gui.pages import PAGES
from careerdesk.gui.palette.commands import commands_of, ranked

if TYPE_CHECKING:
    from gui_bench import Bench
    from pytestqt.qtbot import QtBot


@pytest.fixture
def visited(opened: Bench) -> Bench:
    """A bench whose pages and lists have all been made."""
    for spec in PAGES:
        opened.window.navigator.open_page(spec.key)
        page: Any = opened.window.navigator.page(spec.key)
        for at in range(len(getattr(page, "titles", ()))):
            page.show_part(at)
    return opened


def press(qtbot: QtBot, opened: Bench, keys: str) -> None:
    opened.window.activateWindow()
    target = opened.window.focusWidget() or opened.window
    qtbot.keySequence(target, keys)


def sheet_of(opened: Bench) -> set[str]:
    menus = opened.window._menus
    return {
        keys
        for group in groups_of(menus.actions())
        for _, said in group.rows
        for keys in said.split(" / ")
    }


def test_that_no_two_actions_for_the_whole_window_share_a_key(visited: Bench) -> None:
    keys = Counter(
        key.toString()
        for action in visited.window.findChildren(QAction)
        for key in action.shortcuts()
        if action.shortcutContext() is Qt.ShortcutContext.WindowShortcut
    )
    assert [key for key, times in keys.items() if times > 1] == []


def test_that_no_action_of_a_list_takes_a_key_from_another_or_from_the_window(
    visited: Bench,
) -> None:
    for widget in {one.parent() for one in visited.window.findChildren(QAction)}:
        assert widget is not None
        keys = Counter(
            key.toString()
            for action in widget.findChildren(
                QAction, options=Qt.FindChildOption.FindDirectChildrenOnly
            )
            for key in action.shortcuts()
        )
        assert [key for key, times in keys.items() if times > 1] == [], widget


def test_that_every_key_is_shown_in_the_menu_or_in_the_sheet(visited: Bench) -> None:
    in_menus = {action for menu in visited.window.findChildren(QMenu) for action in menu.actions()}
    shown = sheet_of(visited)
    hidden = [
        (action.text(), key.toString())
        for action in visited.window.findChildren(QAction)
        for key in action.shortcuts()
        if action not in in_menus and native(key) not in shown and action.text() != "Larger pages"
    ]
    assert hidden == []


def test_that_the_sheet_names_places_and_what_their_keys_do(qtbot: QtBot, opened: Bench) -> None:
    dialog = shortcuts_dialog(opened.window._menus.actions(), opened.window)
    qtbot.addWidget(dialog)
    texts = [one.text() for one in dialog.findChildren(QLabel)]
    for place in ("Whole window", "Pages", "Desks and files", "Lists", "Log line", "Charts"):
        assert texts.count(place) == 1
    assert texts[texts.index("Duplicate") + 1] == "Ctrl+D"
    assert texts[texts.index("Keyboard shortcuts", 1) + 1] == "Ctrl+/ / F1"
    assert dialog.height() <= opened.window.height()
    assert dialog.width() <= opened.window.width()


def test_that_f1_opens_the_sheet_and_the_search_finds_it(qtbot: QtBot, opened: Bench) -> None:
    press(qtbot, opened, "F1")
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    assert sheet.windowTitle() == "Keyboard shortcuts"
    sheet.close()
    found = ranked(commands_of(opened.window._menus.actions()), "short")
    assert [command.name for _, command in found][:1] == ["Keyboard shortcuts"]


def test_that_f5_reads_the_page_anew_and_keeps_what_is_typed(qtbot: QtBot, opened: Bench) -> None:
    opened.add_skill("SQL")
    opened.window.navigator.open_page("skills")
    page: Any = opened.window.navigator.page("skills")
    page.view._details.form.focus_first()
    field = QApplication.focusWidget()
    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, " and more")
    press(qtbot, opened, "F5")
    assert opened.skills() == ["SQL and more"]
    assert page.view.table.current_record().name == "SQL and more"


def test_that_ctrl_tab_goes_round_the_lists_of_a_page(qtbot: QtBot, opened: Bench) -> None:
    opened.window.navigator.open_page("network")
    page: Any = opened.window.navigator.page("network")
    seen = [page.view.listing.title()]
    for keys in ("Ctrl+Tab", "Ctrl+Tab", "Ctrl+Tab", "Ctrl+Shift+Tab"):
        press(qtbot, opened, keys)
        seen.append(page.view.listing.title())
    assert seen == ["People", "Conversations", "Follow-ups", "People", "Follow-ups"]


def test_that_ctrl_tab_goes_round_periods_and_the_parts_of_the_history(
    qtbot: QtBot, opened: Bench
) -> None:
    opened.window.navigator.open_page("progress")
    progress: Any = opened.window.navigator.page("progress")
    before = opened.settings.chart_period
    press(qtbot, opened, "Ctrl+Tab")
    assert opened.settings.chart_period is not before
    press(qtbot, opened, "Ctrl+Shift+Tab")
    assert opened.settings.chart_period is before
    qtbot.waitUntil(lambda: progress.is_complete)
    opened.window.navigator.open_page("history")
    press(qtbot, opened, "Ctrl+Tab")
    assert button(opened.window, "Backups").isChecked()


def test_that_ctrl_s_stores_what_is_typed_and_says_that_nothing_is_left(
    qtbot: QtBot, opened: Bench
) -> None:
    opened.add_skill("SQL")
    opened.window.navigator.open_page("skills")
    page: Any = opened.window.navigator.page("skills")
    page.view._details.form.focus_first()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, "ite")
    press(qtbot, opened, "Ctrl+S")
    assert opened.skills() == ["SQLite"]
    assert opened.messages() == [
        "Everything is saved. Each change is stored as soon as it is made."
    ]
    field.clear()
    press(qtbot, opened, "Ctrl+S")
    assert opened.messages()[-1].startswith("Something you typed cannot be stored yet")
    assert [one.name for one in opened.session.desk.all(Skill)] == ["SQLite"]  # type: ignore[union-attr]


def test_that_ctrl_s_takes_no_choice_of_the_portfolio_back(qtbot: QtBot, opened: Bench) -> None:
    opened.window.navigator.open_page("portfolio")
    box = button(opened.window, "&Include private records")
    box.setChecked(True)
    press(qtbot, opened, "Ctrl+S")
    assert box.isChecked()


def test_that_alt_left_goes_back_and_ctrl_w_closes(qtbot: QtBot, opened: Bench) -> None:
    opened.window.navigator.open_page("skills")
    opened.window.navigator.open_page("network")
    press(qtbot, opened, "Alt+Left")
    assert opened.window._stack.shown_page is opened.window.navigator.page("skills")
    press(qtbot, opened, "Ctrl+W")
    assert not opened.window.isVisible()


def test_that_a_button_names_the_key_that_belongs_to_the_menu(opened: Bench) -> None:
    assert "Ctrl+L" in button(opened.window, "Log something").toolTip()
    opened.add_skill("SQL")
    page: Any = opened.window.navigator.page("skills")
    opened.window.navigator.open_page("skills")
    assert keys_of(page.primary) == "Ctrl+N"
    assert "Ctrl+N" in button(opened.window, "New skill").toolTip()


def test_that_keys_are_written_as_the_sentences_of_the_window_write_them() -> None:
    assert native("Ctrl+Return") == "Ctrl+Enter"
    assert native(QKeySequence("Del")) == "Del"
