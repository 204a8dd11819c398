"""The line to log with, opened over any page."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from gui_bench import button
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QCompleter, QLabel, QPushButton

from careerdesk.domain.learning import LearningItem, StudySession
from careerdesk.domain.network import Contact, Conversation
from careerdesk.domain.skills import Skill
from careerdesk.gui.log_overlay import LogOverlay
from careerdesk.gui.widgets.log_line import LogLine

if TYPE_CHECKING:
    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

    from careerdesk.services.desk import Desk

TODAY = date(2030, 1, 1)
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


class Log:
    """The overlay as a user meets it."""

    def __init__(self, qtbot: QtBot, bench: Bench) -> None:
        self.qtbot = qtbot
        self.bench = bench

    @property
    def overlay(self) -> LogOverlay:
        # One of a desk closed before is deleted when the event loop comes to it.
        return self.bench.window.findChildren(LogOverlay)[-1]

    @property
    def line(self) -> LogLine:
        found = self.overlay.findChild(LogLine)
        assert isinstance(found, LogLine)
        return found

    @property
    def popup(self) -> QAbstractItemView:
        completer = self.line.findChild(QCompleter)
        assert isinstance(completer, QCompleter)
        popup = completer.popup()
        assert popup is not None
        return popup

    @property
    def offered(self) -> list[str]:
        if not self.popup.isVisible():
            return []
        model = self.popup.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def open(self) -> None:
        QApplication.processEvents()  # the menus are filled after the first frame
        self.qtbot.keyClick(self.bench.window, Qt.Key.Key_L, CONTROL)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.line, text)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        target = self.popup if self.popup.isVisible() else self.line
        self.qtbot.keyClick(target, key, modifier)

    def words(self) -> str:
        QApplication.processEvents()
        labels = self.overlay.findChildren(QLabel)
        return "\n".join(one.text() for one in labels if not one.isHidden())

    def button(self, text: str) -> QPushButton:
        found = self.overlay.findChildren(QPushButton)
        return next(one for one in found if one.text() == text and one.isVisible())


@pytest.fixture
def desk(opened: Bench) -> Desk:
    assert opened.session.desk is not None
    return opened.session.desk


@pytest.fixture
def log(qtbot: QtBot, opened: Bench) -> Log:
    opened.window.activateWindow()
    made = Log(qtbot, opened)
    made.open()
    return made


def test_that_the_key_opens_it_on_every_page_and_that_page_stays(
    qtbot: QtBot, opened: Bench
) -> None:
    opened.window.navigator.open_page("history")
    made = Log(qtbot, opened)
    made.open()
    assert made.line.hasFocus()
    assert opened.window._stack.shown_page is opened.window.navigator.page("history")
    assert opened.window.navigator.page("history").isVisible()


def test_that_a_line_is_understood_before_it_is_logged(
    qtbot: QtBot, opened: Bench, desk: Desk, log: Log
) -> None:
    log.type("45 min on Inspired")
    qtbot.waitUntil(lambda: "45 min on the course Inspired" in log.words())
    assert desk.count(StudySession) == 0
    log.press(Qt.Key.Key_Return)
    assert [one.minutes for one in desk.all(StudySession)] == [45]
    assert log.line.text() == ""
    assert not log.overlay.isVisible()
    assert "Logged: 45 min on the course Inspired" in opened.messages()[0]


def test_that_the_enter_that_logs_does_not_press_the_button_that_had_the_focus(
    qtbot: QtBot, opened: Bench, desk: Desk
) -> None:
    log_something = button(opened.window._top, "Log something")
    log_something.setFocus()
    made = Log(qtbot, opened)
    made.open()
    made.type("45 min on Inspired")
    made.press(Qt.Key.Key_Return)
    assert desk.count(StudySession) == 1
    assert log_something.hasFocus()
    assert not made.overlay.isVisible()
    qtbot.keyClick(log_something, Qt.Key.Key_Return)
    assert made.overlay.isVisible(), "Enter on the button itself presses it"


def test_that_what_was_logged_can_be_taken_back_at_once(
    qtbot: QtBot, opened: Bench, desk: Desk, log: Log
) -> None:
    log.type("45 min on Inspired")
    qtbot.mouseClick(log.button("Log"), LEFT)
    assert desk.count(LearningItem) == 1
    undo = next(
        one for one in opened.window.messages().findChildren(QPushButton) if one.text() == "Undo"
    )
    qtbot.mouseClick(undo, LEFT)
    assert desk.count(LearningItem) == 0


def test_that_the_offer_to_undo_goes_with_the_next_change(
    opened: Bench, desk: Desk, log: Log
) -> None:
    log.type("45 min on Inspired")
    log.press(Qt.Key.Key_Return)
    assert len(opened.messages()) == 1
    with desk.change("Add") as tx:
        tx.add(Skill.new("Another"))
    assert opened.messages() == []


def test_that_it_stays_for_the_next_line_when_asked_to(
    qtbot: QtBot, opened: Bench, desk: Desk, log: Log
) -> None:
    log.type("45 min on Inspired")
    log.press(Qt.Key.Key_Return, CONTROL)
    assert log.overlay.isVisible()
    assert log.line.hasFocus()
    assert "Logged: 45 min on the course Inspired" in log.words()
    log.type("20 min on Inspired")
    qtbot.mouseClick(log.button("Log another"), LEFT)
    assert log.overlay.isVisible()
    assert log.line.hasFocus()
    assert sorted(one.minutes for one in desk.all(StudySession)) == [20, 45]
    assert len(opened.messages()) == 1


def test_that_a_line_nobody_understands_stays_and_is_explained(
    qtbot: QtBot, opened: Bench, log: Log
) -> None:
    log.type("something")
    log.press(Qt.Key.Key_Return)
    assert log.overlay.isVisible()
    assert log.line.text() == "something"
    assert opened.messages() == []  # said once, below the line
    answer = next(
        one for one in log.overlay.findChildren(QLabel) if one.property("role") == "error"
    )
    assert "45 min on" in answer.text()
    log.line.setText("45 min on Inspired")
    qtbot.waitUntil(lambda: "45 min on the course Inspired" in log.words())
    assert answer.property("role") == "second"


def test_that_escape_closes_it_and_keeps_the_line_and_then_closes_messages(
    qtbot: QtBot, opened: Bench, log: Log
) -> None:
    opened.window.messages().add("Older.")
    opened.window.messages().add("Newer.")
    log.type("45 min")
    log.press(Qt.Key.Key_Escape)
    assert not log.overlay.isVisible()
    assert len(opened.messages()) == 2
    qtbot.keyClick(opened.window, Qt.Key.Key_Escape)
    assert opened.messages() == ["Older."]
    log.open()
    assert log.line.text() == log.line.selectedText() == "45 min"


def test_that_the_focus_goes_back_to_where_it_was(qtbot: QtBot, opened: Bench) -> None:
    opened.window.navigator.open_page("history")
    page = opened.window.navigator.page("history")
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.setFocus()
    log = Log(qtbot, opened)
    log.open()
    log.type("45 min on Inspired")
    log.press(Qt.Key.Key_Return)
    assert page.hasFocus()


def test_that_undo_in_the_empty_line_takes_back_the_last_change(desk: Desk, log: Log) -> None:
    log.type("45 min on Inspired")
    log.press(Qt.Key.Key_Return, CONTROL)
    assert desk.count(StudySession) == 1
    log.press(Qt.Key.Key_Z, CONTROL)
    assert desk.count(StudySession) == 0


def test_that_names_are_offered_and_taken_with_the_keyboard(desk: Desk, log: Log) -> None:
    with desk.change("Add") as tx:
        tx.add(Contact.new("Łukasz Nowak"), Contact.new("Lucy Example"), Contact.new("Ada Byron"))
    log.type("coffee with lu")
    assert log.offered == ["Lucy Example", "Łukasz Nowak"]
    log.press(Qt.Key.Key_Down)
    log.press(Qt.Key.Key_Down)
    log.press(Qt.Key.Key_Return)
    assert log.line.text() == "coffee with Łukasz Nowak "
    assert desk.count(Conversation) == 0  # that Enter chose a name
    log.type("and ad")
    assert log.offered == ["Ada Byron"]
    log.press(Qt.Key.Key_Tab)
    assert log.line.text() == "coffee with Łukasz Nowak and Ada Byron "
    assert log.offered == []
    assert log.line.hasFocus()
    log.press(Qt.Key.Key_Return)
    assert desk.count(Contact) == 3
    assert desk.count(Conversation) == 1


def test_that_the_first_escape_closes_the_names_only(desk: Desk, log: Log) -> None:
    with desk.change("Add") as tx:
        tx.add(LearningItem.new("Inspired"))
    log.type("45 min on ins")
    assert log.offered == ["Inspired"]
    log.press(Qt.Key.Key_Escape)
    assert log.offered == []
    assert log.overlay.isVisible()
    log.press(Qt.Key.Key_Escape)
    assert not log.overlay.isVisible()


def test_that_enter_logs_what_is_typed_unless_a_name_was_chosen(desk: Desk, log: Log) -> None:
    with desk.change("Add") as tx:
        tx.add(LearningItem.new("Inspired"))
    log.type("45 min on Ins")
    assert log.offered == ["Inspired"]
    log.press(Qt.Key.Key_Return)
    assert log.offered == []
    assert desk.count(StudySession) == 1


def test_that_what_was_logged_last_is_logged_again_by_one_click(
    qtbot: QtBot, desk: Desk, log: Log
) -> None:
    item = LearningItem.new("R&D <b>")
    with desk.change("Add") as tx:
        tx.add(item)
        tx.add(StudySession.new(TODAY - timedelta(days=3), 45, learning_item_id=item.id))
    log.press(Qt.Key.Key_Escape)
    log.open()
    qtbot.mouseClick(log.button("45 min on R&&D <b>"), LEFT)
    assert sorted(one.on for one in desk.all(StudySession)) == [TODAY - timedelta(days=3), TODAY]
    assert not log.overlay.isVisible()


def test_that_a_page_may_begin_the_line(opened: Bench, desk: Desk, log: Log) -> None:
    with desk.change("Add") as tx:
        tx.add(Contact.new("Ada Byron"))
    log.type("something else")
    opened.window.navigator.ask_log("coffee with Ada Byron ")
    assert log.line.text() == "coffee with Ada Byron "
    assert log.line.selectedText() == ""
    log.type("30 min")
    log.press(Qt.Key.Key_Return)
    assert [one.minutes for one in desk.all(Conversation)] == [30]


def test_that_it_goes_with_the_desk(opened: Bench, log: Log) -> None:
    overlay = log.overlay
    opened.session.close()
    assert not overlay.isVisible()
    QApplication.processEvents()
    assert opened.session.open(opened.new_desk("Other"))
    log.open()
    assert log.overlay.isVisible()


def test_that_a_desk_opened_for_reading_says_why_nothing_can_be_logged(
    qtbot: QtBot, opened: Bench
) -> None:
    path = opened.new_desk("Kept")
    path.chmod(0o400)
    assert opened.session.open(path)
    log = Log(qtbot, opened)
    opened.window.navigator.ask_log()
    assert "read-only" in log.words()
    log.type("45 min on Inspired")
    assert not log.button("Log").isEnabled()
