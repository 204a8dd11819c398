"""A bug while somebody types: one dialog, and every letter is still there."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest
from gui_bench import button
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from careerdesk.domain.skills import Skill
from careerdesk.gui.dialogs.bug import BUG_DIALOG
from careerdesk.gui.records.new_dialog import NewDialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gui_bench import Bench
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_no_exception_capture


@pytest.fixture
def caught(opened: Bench) -> Iterator[Bench]:
    """A window that hears of every bug, as the program does."""
    hooks = sys.excepthook, threading.excepthook
    opened.errors.install()
    yield opened
    sys.excepthook, threading.excepthook = hooks


def fail() -> None:
    raise ZeroDivisionError


def fail_elsewhere() -> None:
    raise KeyError("another")


def bug_shown(qtbot: QtBot, window: QWidget) -> QDialog:
    qtbot.waitUntil(lambda: window.findChild(QDialog, BUG_DIALOG) is not None)
    found = window.findChild(QDialog, BUG_DIALOG)
    assert found is not None
    return found


def test_that_a_bug_in_a_slot_leaves_what_is_typed_in_a_form(qtbot: QtBot, caught: Bench) -> None:
    caught.window.navigator.ask_new(Skill)
    form = QApplication.activeModalWidget()
    assert isinstance(form, NewDialog)
    (name, *_) = (one for one in form.findChildren(QLineEdit) if one.isVisible())
    qtbot.keyClicks(name, "Weld")
    QTimer.singleShot(0, fail)
    dialog = bug_shown(qtbot, caught.window)
    assert QApplication.activeModalWidget() is dialog
    qtbot.mouseClick(button(dialog, "Close"), Qt.MouseButton.LeftButton)
    assert QApplication.activeModalWidget() is form
    assert name.text() == "Weld"
    qtbot.keyClicks(name, "ing")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: caught.skills() == ["Welding"])
    form.close()


def test_that_a_bug_leaves_what_is_typed_in_the_line_of_the_log(
    qtbot: QtBot, caught: Bench
) -> None:
    caught.window.navigator.ask_log("45 min on Insp")
    (line,) = (
        one
        for one in caught.window.findChildren(QLineEdit)
        if one.isVisible() and one.text() == "45 min on Insp"
    )
    QTimer.singleShot(0, fail)
    bug_shown(qtbot, caught.window).close()
    assert line.text() == "45 min on Insp"


def test_that_bugs_that_come_together_are_one_dialog(qtbot: QtBot, caught: Bench) -> None:
    QTimer.singleShot(0, fail)
    QTimer.singleShot(0, fail_elsewhere)
    dialog = bug_shown(qtbot, caught.window)
    QApplication.processEvents()
    assert len(caught.window.findChildren(QDialog, BUG_DIALOG)) == 1
    dialog.close()
