"""Backups on the History page: listed, made and restored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from gui_bench import button
from list_bench import activate
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTreeWidget

from careerdesk.gui import restore_command
from careerdesk.gui.pages import history_backups
from careerdesk.gui.pages.history_backups import BackupsPanel
from careerdesk.gui.settings import ThemeChoice
from careerdesk.gui.theme import tokens
from careerdesk.services import backups
from careerdesk.services.backups import list_backups

if TYPE_CHECKING:
    from pathlib import Path

    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


def rows(bench: Bench) -> list[list[str]]:
    (panel,) = bench.window.navigator.page("history").findChildren(BackupsPanel)
    tree = panel.findChild(QTreeWidget)
    assert tree is not None
    items = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items if item is not None]


def edge_colours(tree: QTreeWidget) -> set[str]:
    """Return what is drawn at the left edge of the cell under the cursor."""
    cell = tree.visualRect(tree.currentIndex())
    image = tree.viewport().grab(cell).toImage()
    return {image.pixelColor(at, image.height() // 2).name() for at in range(3)}


def show_backups(qtbot: QtBot, bench: Bench) -> None:
    bench.window.navigator.open_page("history")
    qtbot.mouseClick(button(bench.window, "Backups"), LEFT)


def make_backup(qtbot: QtBot, bench: Bench) -> None:
    qtbot.mouseClick(button(bench.window, "Back up now"), LEFT)
    qtbot.waitUntil(lambda: not bench.tasks.is_busy)


def desk_path(bench: Bench) -> Path:
    assert bench.session.desk is not None
    return bench.session.desk.path


@pytest.mark.parametrize("colours", ThemeChoice)
def test_that_the_backup_under_the_cursor_has_a_ring_only_while_the_list_has_the_focus(
    qtbot: QtBot, opened: Bench, colours: ThemeChoice
) -> None:
    opened.theme.choose(colours)
    opened.add_skill("A")
    show_backups(qtbot, opened)
    make_backup(qtbot, opened)
    (panel,) = opened.window.navigator.page("history").findChildren(BackupsPanel)
    tree = panel.findChild(QTreeWidget)
    assert tree is not None
    activate(qtbot, opened.window)
    button(opened.window, "Back up now").setFocus()
    assert tokens().accent not in edge_colours(tree)
    panel.take_focus()
    assert tokens().accent in edge_colours(tree)


def test_that_the_backups_take_the_room_of_the_changes(qtbot: QtBot, opened: Bench) -> None:
    opened.add_skill("A")
    show_backups(qtbot, opened)
    make_backup(qtbot, opened)
    page = opened.window.navigator.page("history")
    (panel,) = page.findChildren(BackupsPanel)
    QApplication.processEvents()
    assert panel.height() > 0.8 * page.height()


@pytest.fixture
def _confirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(restore_command, "ask_to_restore", lambda *_: True)


def test_that_without_backups_the_page_says_when_they_are_made(qtbot: QtBot, opened: Bench) -> None:
    show_backups(qtbot, opened)
    shown = [one.text() for one in opened.window.navigator.page("history").findChildren(QLabel)]
    assert any("No backups yet" in text for text in shown)
    assert not button(opened.window, "Restore…").isEnabled()


def test_that_a_backup_made_there_is_listed_with_reason_and_size(
    qtbot: QtBot, opened: Bench
) -> None:
    opened.add_skill("A")
    show_backups(qtbot, opened)
    make_backup(qtbot, opened)
    ((made, why, size),) = rows(opened)
    assert "2030" in made
    assert why == "made by hand · kept for good"
    assert size.endswith("kB")
    assert button(opened.window, "Restore…").isEnabled()


def test_that_the_changes_are_there_again(qtbot: QtBot, opened: Bench) -> None:
    opened.add_skill("A")
    show_backups(qtbot, opened)
    page = opened.window.navigator.page("history")
    opened.add_skill("B")  # refreshes the page while the backups are shown
    assert not page._ui.changes_list.isVisible()  # type: ignore[attr-defined]
    assert not page._ui.detail_panel.isVisible()  # type: ignore[attr-defined]
    qtbot.mouseClick(button(opened.window, "Changes"), LEFT)
    assert page._ui.changes_list.isVisible()  # type: ignore[attr-defined]
    assert page._ui.detail_panel.isVisible()  # type: ignore[attr-defined]


@pytest.mark.usefixtures("_confirmed")
def test_that_a_backup_takes_the_place_of_the_desk_which_is_kept(
    qtbot: QtBot, opened: Bench
) -> None:
    opened.add_skill("Before")
    show_backups(qtbot, opened)
    make_backup(qtbot, opened)
    opened.add_skill("After")
    path = desk_path(opened)
    qtbot.mouseClick(button(opened.window, "Restore…"), LEFT)
    qtbot.waitUntil(lambda: opened.session.desk is not None and not opened.tasks.is_busy)
    assert opened.skills() == ["Before"]
    assert desk_path(opened) == path
    (said,) = (text for text in opened.messages() if "as it was on" in text)
    (kept,) = path.with_name(f"{path.name}.backups").glob("replaced *")
    assert str(kept) in said
    assert opened.session.open(kept / path.name)
    assert sorted(opened.skills()) == ["After", "Before"]


@pytest.mark.usefixtures("_confirmed")
def test_that_a_backup_that_is_unsound_leaves_the_desk_as_it_is(
    qtbot: QtBot, opened: Bench
) -> None:
    opened.add_skill("Mine")
    show_backups(qtbot, opened)
    make_backup(qtbot, opened)
    (backup,) = list_backups(desk_path(opened))
    content = bytearray(backup.path.read_bytes())
    content[-100] ^= 1
    backup.path.write_bytes(content)
    qtbot.mouseClick(button(opened.window, "Restore…"), LEFT)
    qtbot.waitUntil(lambda: bool(opened.messages()) and opened.session.desk is not None)
    assert opened.skills() == ["Mine"]
    assert any("not a sound backup" in text for text in opened.messages())


def test_that_nothing_is_replaced_unless_the_user_says_so(
    qtbot: QtBot, opened: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restore_command, "ask_to_restore", lambda *_: False)
    opened.add_skill("A")
    show_backups(qtbot, opened)
    make_backup(qtbot, opened)
    desk = opened.session.desk
    qtbot.mouseClick(button(opened.window, "Restore…"), LEFT)
    assert opened.session.desk is desk


def test_that_the_folder_of_backups_is_opened(
    qtbot: QtBot, opened: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(history_backups, "show_file", shown.append)
    show_backups(qtbot, opened)
    qtbot.mouseClick(button(opened.window, "Open folder"), LEFT)
    opened.add_skill("A")
    make_backup(qtbot, opened)
    qtbot.mouseClick(button(opened.window, "Open folder"), LEFT)
    path = desk_path(opened)
    assert shown == [path.parent, backups.folder_of(path)]
