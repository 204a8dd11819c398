"""The way to a first desk, driven as a person would."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from gui_bench import button
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from careerdesk.domain.learning import StudySession
from careerdesk.gui import file_commands, first_start
from careerdesk.gui.dialogs.import_dialog import ImportDialog
from careerdesk.gui.pages import first_steps
from careerdesk.services import profile

if TYPE_CHECKING:
    from pathlib import Path

    from gui_bench import Bench
    from pytestqt.qtbot import QtBot


@pytest.fixture
def start(bench: Bench, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Bench:
    """A window without a desk whose documents folder is one of the test's."""
    documents = bench.folder / "Documents"
    for module in (first_start, file_commands):
        monkeypatch.setattr(module, "documents", lambda: documents)
    bench.window.resize(1280, 800)
    bench.window.show_start()
    with qtbot.waitExposed(bench.window):
        bench.window.show()
    return bench


def click(qtbot: QtBot, bench: Bench, name: str) -> None:
    qtbot.mouseClick(button(bench.window, name), Qt.MouseButton.LeftButton)


def shown(bench: Bench) -> list[str]:
    return [one.text() for one in bench.window.findChildren(QLabel) if one.isVisible()]


def field(bench: Bench) -> QLineEdit:
    (found,) = (one for one in bench.window.findChildren(QLineEdit) if one.isVisible())
    return found


def drop(bench: Bench, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    bench.window.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_that_a_desk_is_made_in_three_steps_with_the_keyboard(qtbot: QtBot, start: Bench) -> None:
    window = start.window

    def press(key: Qt.Key) -> None:
        focus = QApplication.focusWidget() or window.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)

    press(Qt.Key.Key_Return)  # Start empty
    assert "Step 1 of 3" in shown(start)
    press(Qt.Key.Key_Return)  # the place proposed
    assert "Step 2 of 3" in shown(start)
    qtbot.keyClicks(window.focusWidget(), "Ada Byron")
    press(Qt.Key.Key_Return)
    assert "Step 3 of 3" in shown(start)
    qtbot.keyClicks(window.focusWidget(), "45 min on Inspired")
    press(Qt.Key.Key_Return)
    desk = start.session.desk
    assert desk is not None
    assert desk.path == start.folder / "Documents" / "My career.careerdesk"
    assert profile.profile(desk).name == "Ada Byron"
    assert [one.minutes for one in desk.all(StudySession)] == [45]
    assert window.navigator.page("home").isVisible()


def test_that_every_step_can_be_skipped(qtbot: QtBot, start: Bench) -> None:
    click(qtbot, start, "Start empty")
    field(start).setText("/nowhere/at all")
    for _ in range(3):
        click(qtbot, start, "Skip")
    desk = start.session.desk
    assert desk is not None
    assert desk.path.parent == start.folder / "Documents"
    assert desk.undo_title() is None


def test_that_escape_goes_back_to_the_three_choices(qtbot: QtBot, start: Bench) -> None:
    click(qtbot, start, "Start empty")
    click(qtbot, start, "Continue")
    click(qtbot, start, "Back")
    assert "Step 1 of 3" in shown(start)
    qtbot.keyClick(start.window._start_page.steps, Qt.Key.Key_Escape)  # type: ignore[union-attr]
    assert button(start.window, "Start empty").isVisible()
    assert start.session.desk is None


@pytest.mark.parametrize(
    ("typed", "said"), [("", "needs a name"), ("Alex", "which folder"), ("TAKEN", "there already")]
)
def test_that_a_place_that_is_no_place_is_said_beside_the_field(
    qtbot: QtBot, start: Bench, typed: str, said: str
) -> None:
    taken = start.new_desk("Alex")
    click(qtbot, start, "Start empty")
    field(start).setText(str(taken) if typed == "TAKEN" else typed)
    click(qtbot, start, "Continue")
    assert any(said in text for text in shown(start))
    assert "Step 1 of 3" in shown(start)


def test_that_a_folder_that_cannot_be_made_leads_back_to_the_first_step(
    qtbot: QtBot, start: Bench
) -> None:
    (start.folder / "file").write_text("in the way", encoding="utf-8")
    click(qtbot, start, "Start empty")
    field(start).setText(str(start.folder / "file" / "below" / "Ada.careerdesk"))
    click(qtbot, start, "Continue")
    click(qtbot, start, "Skip")
    click(qtbot, start, "Skip")
    assert "Step 1 of 3" in shown(start)
    assert any("was not written" in text for text in shown(start))
    assert "Ada.careerdesk" in field(start).text()


def test_that_a_first_line_that_is_not_clear_makes_no_desk_and_stays(
    qtbot: QtBot, start: Bench
) -> None:
    click(qtbot, start, "Start empty")
    click(qtbot, start, "Continue")
    click(qtbot, start, "Skip")
    field(start).setText("hm")
    click(qtbot, start, "Make the desk and log")
    assert start.session.desk is None
    assert field(start).text() == "hm"
    assert start.window._start_page is not None
    assert start.window._start_page.steps._ui.log_problem.text()


def test_that_a_goal_of_nothing_is_no_goal(qtbot: QtBot, start: Bench) -> None:
    click(qtbot, start, "Start empty")
    click(qtbot, start, "Continue")
    assert start.window._start_page is not None
    start.window._start_page.steps._ui.goal_spin.setValue(0)
    click(qtbot, start, "Continue")
    click(qtbot, start, "Skip")
    assert start.session.desk is not None
    assert profile.preferences(start.session.desk).weekly_goal_minutes is None


def test_that_a_file_to_import_is_read_into_the_new_desk(
    qtbot: QtBot, start: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = start.folder / "contact.csv"
    path.write_text("name\nAda\n", encoding="utf-8")
    monkeypatch.setattr(first_steps, "ask_files", lambda *_: [path])
    click(qtbot, start, "Import a LinkedIn export")
    click(qtbot, start, "Continue")
    click(qtbot, start, "Skip")
    assert not button(start.window, "Make the desk and read").isEnabled()
    click(qtbot, start, "Choose files…")
    click(qtbot, start, "Make the desk and read")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ImportDialog)
    qtbot.waitUntil(lambda: not start.tasks.is_busy, timeout=20_000)
    assert button(dialog, "Import 1").isVisible()
    dialog.reject()


def test_that_a_file_dropped_on_a_window_without_a_desk_waits_for_one(
    qtbot: QtBot, start: Bench
) -> None:
    path = start.folder / "contact.csv"
    path.write_text("name\nAda\n", encoding="utf-8")
    drop(start, path)
    assert "Step 1 of 3" in shown(start)
    click(qtbot, start, "Continue")
    click(qtbot, start, "Skip")
    assert "contact.csv" in shown(start)


def test_that_a_dropped_desk_is_opened_and_a_dropped_table_imported(
    qtbot: QtBot, start: Bench
) -> None:
    drop(start, start.new_desk("Bo"))
    assert start.session.desk is not None
    path = start.folder / "contact.csv"
    path.write_text("name\nAda\n", encoding="utf-8")
    drop(start, path)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ImportDialog)
    qtbot.waitUntil(lambda: not start.tasks.is_busy, timeout=20_000)
    dialog.reject()


@pytest.mark.skipif(os.name != "posix", reason="permissions of files")
def test_that_an_example_that_is_read_only_asks_for_no_change(qtbot: QtBot, start: Bench) -> None:
    click(qtbot, start, "Open the example")
    qtbot.waitUntil(lambda: any("Change what you like" in text for text in start.messages()))
    assert start.session.desk is not None
    path = start.session.desk.path
    start.session.close()
    path.chmod(0o400)
    assert start.session.open(path)
    qtbot.waitUntil(lambda: any("fictional person" in text for text in start.messages()))
    assert any("nothing you do changes it" in text for text in start.messages())
    assert not any("Change what you like" in text for text in start.messages())
    path.chmod(0o600)


def test_that_the_example_is_left_with_one_click(qtbot: QtBot, start: Bench) -> None:
    click(qtbot, start, "Open the example")
    qtbot.waitUntil(lambda: any("fictional" in text for text in start.messages()))
    click(qtbot, start, "Start your own desk")
    assert start.session.desk is None
    assert "Step 1 of 3" in shown(start)
    assert field(start).text().endswith("My career.careerdesk")


def test_that_desks_opened_lately_are_offered(qtbot: QtBot, start: Bench) -> None:
    path = start.new_desk("Bo")
    start.session.open(path)
    start.session.close()
    start.window.show_start()
    QApplication.processEvents()
    click(qtbot, start, "Bo")
    assert start.session.desk is not None
    assert start.session.desk.path == path


@pytest.mark.parametrize(("width", "columns"), [(1280, 3), (600, 1)])
def test_that_the_cards_stand_beside_or_under_each_other(
    start: Bench, width: int, columns: int
) -> None:
    start.window.resize(width, 700)
    QApplication.processEvents()
    assert start.window._start_page is not None
    lefts = {card.x() for card in start.window._start_page._cards}
    assert len(lefts) == columns


@pytest.mark.parametrize(
    ("address", "is_taken"), [("file:///a/b.zip", True), ("https://example.org/b.zip", False)]
)
def test_that_only_files_of_this_computer_can_be_dropped(
    start: Bench, address: str, is_taken: bool
) -> None:
    data = QMimeData()
    data.setUrls([QUrl(address)])
    event = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    start.window.dragEnterEvent(event)
    assert event.isAccepted() is is_taken
