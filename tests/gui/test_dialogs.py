from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from careerdesk.catalogue import CatalogueDamagedError, catalogue
from careerdesk.gui.dialogs.about import about_dialog
from careerdesk.gui.dialogs.bug import bug_dialog

if TYPE_CHECKING:
    import pytest
    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

    from careerdesk.domain.catalogue_book import Catalogue


def test_that_about_names_the_versions(qtbot: QtBot, opened: Bench) -> None:
    dialog = about_dialog(opened.window)
    qtbot.addWidget(dialog)
    shown = {one.text() for one in dialog.findChildren(QLabel)}
    assert {"SQLite", sqlite3.sqlite_version} <= shown


def test_that_about_says_word_by_word_what_is_owed_to_others(qtbot: QtBot, opened: Bench) -> None:
    dialog = about_dialog(opened.window)
    qtbot.addWidget(dialog)
    shown = {one.text() for one in dialog.findChildren(QLabel)}
    assert {one.text for one in catalogue().attributions} <= shown


def test_that_about_opens_without_the_catalogue(
    qtbot: QtBot, opened: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged() -> Catalogue:
        raise CatalogueDamagedError("It is damaged.")

    monkeypatch.setattr("careerdesk.catalogue.catalogue", damaged)
    dialog = about_dialog(opened.window)
    qtbot.addWidget(dialog)
    assert "It is damaged." in {one.text() for one in dialog.findChildren(QLabel)}


def test_that_no_line_of_about_is_cut_in_a_small_window(qtbot: QtBot, opened: Bench) -> None:
    opened.window.resize(opened.window.minimumSize())
    dialog = about_dialog(opened.window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.height() <= opened.window.height()
    for one in dialog.findChildren(QLabel):
        needed = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
        assert one.height() >= needed, one.text()


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
