from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from gui_bench import button
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from careerdesk.domain.errors import UndoRefusedError
from careerdesk.gui.pages import PAGES
from careerdesk.gui.settings import ThemeChoice
from careerdesk.gui.theme import tokens
from careerdesk.palette import DARK, LIGHT
from careerdesk.services import history

if TYPE_CHECKING:
    import pytest
    from gui_bench import Bench
    from pytestqt.qtbot import QtBot


def test_that_undo_and_redo_are_named_after_the_change(qtbot: QtBot, opened: Bench) -> None:
    opened.add_skill("R&D <b>")
    menus = opened.window._menus
    assert menus.undo.text() == "&Undo Add skill R&&D <b>"
    undo = button(opened.window, "Undo Add skill R&D <b>")
    assert "Add skill R&amp;D &lt;b&gt; (Ctrl+Z)" in undo.toolTip()
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert opened.skills() == []
    assert not undo.isEnabled()
    qtbot.mouseClick(button(opened.window, "Redo Add skill R&D <b>"), Qt.MouseButton.LeftButton)
    assert opened.skills() == ["R&D <b>"]


def test_that_what_was_undone_or_done_again_is_said_on_every_page(
    qtbot: QtBot, opened: Bench
) -> None:
    opened.add_skill("Python")
    opened.add_skill("R&D " + "x" * 500)
    opened.window.navigator.open_page("settings")
    opened.window._menus.undo.trigger()
    (said,) = opened.messages()
    assert said.startswith("Undone: Add skill R&D xxx")
    assert len(said) < 120
    opened.window._menus.undo.trigger()
    assert opened.messages() == ["Undone: Add skill Python"]
    qtbot.mouseClick(button(opened.window, "Redo"), Qt.MouseButton.LeftButton)
    assert opened.skills() == ["Python"]
    qtbot.waitUntil(lambda: opened.messages() == ["Done again: Add skill Python"])
    opened.add_skill("SQL")
    assert opened.messages() == []


def test_that_a_long_title_does_not_stretch_the_menu(opened: Bench) -> None:
    opened.add_skill("x" * 500)
    assert len(opened.window._menus.undo.text()) < 80


def test_that_a_refused_undo_is_said_in_a_quiet_bar(
    opened: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.add_skill("A")

    def refuse(_desk: object) -> None:
        raise UndoRefusedError("This change cannot be taken back. Nothing was changed.")

    monkeypatch.setattr(history, "undo", refuse)
    opened.window._menus.undo.trigger()
    assert opened.messages() == ["This change cannot be taken back. Nothing was changed."]


def test_that_the_theme_is_chosen_in_the_menu(opened: Bench) -> None:
    choices = {
        action.data(): action
        for action in opened.window._menus.actions()
        if action.data() is not None
    }
    choices["dark"].trigger()
    assert tokens() is DARK
    assert opened.settings.theme is ThemeChoice.DARK
    choices["light"].trigger()
    assert tokens() is LIGHT


def test_that_no_two_actions_share_a_key(opened: Bench) -> None:
    keys = Counter(
        key.toString()
        for action in opened.window.findChildren(QAction)
        for key in action.shortcuts()
    )
    assert [key for key, times in keys.items() if times > 1] == []


def test_that_the_first_nine_pages_have_a_key(opened: Bench) -> None:
    for number, spec in enumerate(PAGES, start=1):
        (action,) = (one for one in opened.window._menus.actions() if one.text() == spec.title)
        keys = f"Ctrl+{number}" if number < 10 else ""  # the settings have Ctrl+, besides
        assert action.shortcut().toString() == keys
        action.trigger()
        assert opened.window._stack.currentWidget() is opened.window.navigator.page(spec.key)


def test_that_desks_opened_lately_are_in_the_file_menu(opened: Bench) -> None:
    assert opened.session.open(opened.new_desk("R&D"))
    opened.settings.remember_desk(opened.folder / "Gone.careerdesk")
    menus = opened.window._menus
    menus._fill_recent()
    actions = menus._recent.actions()
    assert [one.text() for one in actions] == ["R&&D", "Alex"]
    actions[1].trigger()
    assert opened.window.windowTitle() == "Alex — CareerDesk"
