from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from careerdesk.gui.dialogs.about import about_dialog
from careerdesk.gui.dialogs.bug import bug_dialog

if TYPE_CHECKING:
    from gui_bench import Bench
    from pytestqt.qtbot import QtBot


def test_that_about_names_the_versions(qtbot: QtBot, opened: Bench) -> None:
    dialog = about_dialog(opened.window)
    qtbot.addWidget(dialog)
    shown = {one.text() for one in dialog.findChildren(QLabel)}
    assert {"SQLite", sqlite3.sqlite_version} <= shown


def test_that_help_opens_without_blocking(opened: Bench) -> None:
    for name in ("Keyboard shortcuts", "About CareerDesk"):
        (action,) = (one for one in opened.window._menus.actions() if one.property("plain") == name)
        action.trigger()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        assert dialog.windowTitle() == name
        dialog.close()


def test_that_a_bug_is_shown_once_with_details_to_copy(qtbot: QtBot, opened: Bench) -> None:
    dialog = bug_dialog("line 7", opened.window)
    qtbot.addWidget(dialog)
    dialog.show()
    copy = next(one for one in dialog.findChildren(QPushButton) if "Copy" in one.text())
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "line 7"
    dialog.hide()
    opened.errors.show(ZeroDivisionError())
    shown = QApplication.activeModalWidget()
    assert shown is not None
    assert shown.windowTitle() == "Something in CareerDesk failed"
    shown.close()
