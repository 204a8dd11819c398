from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from gui_bench import button
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit

from careerdesk.gui import import_command
from careerdesk.gui.dialogs.busy import BusyDialog
from careerdesk.services import history

if TYPE_CHECKING:
    from pathlib import Path

    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

CONTACTS = "name,organization\nAda <b>,Engines\nBo,\n,Nowhere\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "contact.csv"
    path.write_text(CONTACTS, encoding="utf-8")
    return path


def plan_shown(qtbot: QtBot, bench: Bench, paths: list[Path], patch: pytest.MonkeyPatch) -> QDialog:
    """Choose files and return the dialog that says what would become of them."""
    patch.setattr(import_command, "ask_files", lambda *_: paths)
    next(one for one in bench.window._menus.actions() if one.text() == "&Import…").trigger()
    busy = QApplication.activeModalWidget()
    assert isinstance(busy, BusyDialog)
    qtbot.keyClick(busy, Qt.Key.Key_Escape)
    assert busy.isVisible()  # the worker has the desk
    qtbot.waitUntil(lambda: not bench.tasks.is_busy, timeout=30_000)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


def test_that_an_import_is_shown_made_and_taken_back(
    qtbot: QtBot, opened: Bench, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened.session.desk
    assert desk is not None
    dialog = plan_shown(qtbot, opened, [table], monkeypatch)
    texts = [one.text() for one in dialog.findChildren(QLabel)]
    assert "Contact" in texts
    assert "2 new, 1 left out" in texts
    noticed = dialog.findChild(QPlainTextEdit)
    assert noticed is not None
    assert "contact.csv, line 4" in noticed.toPlainText()
    assert history.changes(desk) == []
    qtbot.mouseClick(button(dialog, "Import"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.messages() != [], timeout=30_000)
    assert len(history.changes(desk)) == 1
    assert QApplication.activeModalWidget() is None
    qtbot.mouseClick(button(opened.window.messages(), "Undo"), Qt.MouseButton.LeftButton)
    assert history.steps(desk).undo_title is None


def test_that_an_import_that_is_not_wanted_changes_nothing(
    qtbot: QtBot, opened: Bench, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert opened.session.desk is not None
    plan_shown(qtbot, opened, [table], monkeypatch).reject()
    assert history.changes(opened.session.desk) == []


def test_that_files_nobody_can_read_are_explained(
    qtbot: QtBot, opened: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = opened.folder / "broken.zip"
    path.write_bytes(b"not a zip")
    monkeypatch.setattr(import_command, "ask_files", lambda *_: [path])
    next(one for one in opened.window._menus.actions() if one.text() == "&Import…").trigger()
    qtbot.waitUntil(lambda: opened.messages() != [], timeout=30_000)
    assert "broken.zip" in opened.messages()[0]
    assert QApplication.activeModalWidget() is None
