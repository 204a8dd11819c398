from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from gui_bench import button
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from careerdesk.domain.learning import StudySession
from careerdesk.gui.focus_in_sight import is_wholly_seen
from careerdesk.gui.pages import PAGES
from careerdesk.gui.records.records_page import RecordsPage
from careerdesk.services.backups import list_backups

if TYPE_CHECKING:
    from gui_bench import Bench
    from pytestqt.qtbot import QtBot


def test_that_every_entry_of_the_sidebar_opens_a_page(qtbot: QtBot, opened: Bench) -> None:
    for spec in reversed(PAGES):
        qtbot.mouseClick(button(opened.window._sidebar, spec.title), Qt.MouseButton.LeftButton)
        assert opened.window._stack.currentWidget() is opened.window.navigator.page(spec.key)
        assert opened.window._top._title.text() == spec.title


def test_that_a_desk_that_cannot_be_opened_leaves_a_message_and_a_choice(
    qtbot: QtBot, bench: Bench
) -> None:
    broken = bench.folder / "Broken.careerdesk"
    broken.write_bytes(b"not a desk at all")
    bench.window.show()
    assert not bench.session.open(broken)
    assert len(bench.messages()) == 1
    assert broken.read_bytes() == b"not a desk at all"
    assert button(bench.window, "Open a desk…").isVisible()


def test_that_the_desks_opened_lately_are_a_click_away(qtbot: QtBot, bench: Bench) -> None:
    path = bench.new_desk("R&D")
    bench.settings.remember_desk(bench.folder / "Gone.careerdesk")
    bench.settings.remember_desk(path)
    bench.window.show_start()
    bench.window.show()
    qtbot.mouseClick(button(bench.window, "R&&D"), Qt.MouseButton.LeftButton)
    assert bench.session.desk is not None
    assert bench.session.desk.path == path


@pytest.mark.skipif(os.name != "posix", reason="permissions of folders")
def test_that_a_read_only_desk_says_so_and_offers_no_change(qtbot: QtBot, bench: Bench) -> None:
    path = bench.new_desk()
    path.chmod(0o400)
    bench.window.show()
    assert bench.session.open(path)
    assert "read-only" in bench.messages()[0]
    assert bench.window._status._saved.text() == "Read-only"
    for action in (bench.window._menus.undo, bench.window._menus.log):
        assert not action.isEnabled()
    assert not button(bench.window, "Log something").isEnabled()
    path.chmod(0o600)


def test_that_the_desk_is_backed_up_when_half_an_hour_has_passed(
    qtbot: QtBot, opened: Bench
) -> None:
    desk = opened.session.desk
    assert desk is not None

    def look() -> None:
        opened.window._minder.look()
        qtbot.waitUntil(lambda: not opened.tasks.is_busy)

    opened.add_skill("A")
    look()
    (first,) = list_backups(desk.path)
    opened.add_skill("B")
    opened.now = first.made_at + timedelta(minutes=29)
    look()
    assert list_backups(desk.path) == [first]
    opened.now = first.made_at + timedelta(minutes=30)
    look()
    assert len(list_backups(desk.path)) == 2
    opened.now += timedelta(minutes=30)
    look()
    assert len(list_backups(desk.path)) == 2  # nothing was changed since


def test_that_a_new_day_begins_without_a_restart(opened: Bench) -> None:
    page = opened.window.navigator.page("home")

    def says_that_nothing_was_logged() -> bool:
        QApplication.processEvents()
        texts = (one.text() for one in page.findChildren(QLabel))
        return any("Nothing logged in the last 12 months" in text for text in texts)

    assert opened.session.desk is not None
    with opened.session.desk.change("Log") as tx:
        tx.add(StudySession.new(opened.now.date(), 30))
    assert not says_that_nothing_was_logged()
    opened.now += timedelta(days=400)
    opened.window._minder.look()
    assert says_that_nothing_was_logged()


def test_that_below_a_thousand_pixels_the_sidebar_shows_icons(opened: Bench) -> None:
    wide = opened.window._sidebar.width()
    opened.window.resize(900, 600)
    assert opened.window._sidebar.width() < wide / 2
    home = button(opened.window, "Home")
    assert home.text() == ""
    assert home.toolTip() == "Home"
    opened.window.resize(1100, 600)
    assert home.text() == "Home"


def test_that_size_and_place_are_remembered(opened: Bench) -> None:
    opened.window.resize(1010, 620)
    opened.window.close()
    assert not opened.settings.geometry.isEmpty()
    assert opened.session.desk is None


def test_that_a_backup_that_failed_at_the_end_is_said_before_the_window_goes(
    opened: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.block_backups()
    assert not opened.window.close()
    assert "No backup was made" in opened.messages()[0]
    assert opened.window.close()


def test_that_every_desk_whose_backup_failed_keeps_the_window_once(opened: Bench) -> None:
    opened.block_backups()
    assert not opened.window.close()
    assert opened.session.open(opened.new_desk("Bo"))
    opened.block_backups()
    assert not opened.window.close()
    assert "No backup was made" in opened.messages()[0]
    assert opened.window.close()


def test_that_an_offer_to_undo_goes_with_its_desk(opened: Bench) -> None:
    opened.window.messages().add("Logged.", is_passing=True)
    opened.window.messages().add("Something to know.")
    opened.session.close()
    assert opened.messages() == ["Something to know."]


def test_that_every_input_can_be_named_by_a_screen_reader(opened: Bench) -> None:
    for spec in PAGES:
        opened.window.navigator.open_page(spec.key)
    opened.window.show_start()
    kinds = (QLineEdit, QComboBox, QAbstractItemView, QAbstractButton)
    labelled = {one.buddy() for one in opened.window.findChildren(QLabel)}
    unnamed = [
        widget
        for kind in kinds
        for widget in opened.window.findChildren(kind)
        if not isinstance(widget, QHeaderView | QScrollBar)
        and not widget.objectName().startswith("qt_")
        and widget not in labelled
        and not widget.isHidden()  # by itself, as the button of a page without a primary action
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert unnamed == []


def test_that_making_a_page_shows_no_window_of_its_own(qapp: QApplication, opened: Bench) -> None:
    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
                shown.append(watched)
            return False

    shown: list[QWidget] = []
    watch = Watch()
    qapp.installEventFilter(watch)
    opened.add_skill("A")
    for spec in PAGES:
        opened.window.navigator.open_page(spec.key)
        assert [one for one in shown if one.isWindow()] == []
    qapp.removeEventFilter(watch)
    assert shown


def test_that_no_label_takes_its_text_for_markup(opened: Bench) -> None:
    opened.add_skill("<b>")
    for spec in PAGES:
        opened.window.navigator.open_page(spec.key)
    labels = [one for one in opened.window.findChildren(QLabel) if one.text()]
    assert len(labels) > 20
    assert [one for one in labels if one.textFormat() is not Qt.TextFormat.PlainText] == []


def test_that_the_first_frame_waits_for_nothing_of_the_desk(qtbot: QtBot, bench: Bench) -> None:
    bench.window.announce(Path("Somebody.careerdesk"))
    with qtbot.waitSignals([bench.window.painted, bench.window.ready]):
        bench.window.show()
    assert bench.session.desk is None
    assert bench.window._sidebar._name.text() == "Somebody"


def test_that_enter_presses_the_button_with_the_focus(qtbot: QtBot, opened: Bench) -> None:
    entry = button(opened.window._sidebar, "History")
    entry.setFocus()
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert opened.window._stack.currentWidget() is opened.window.navigator.page("history")


def test_that_tab_reaches_every_page_and_the_one_button(qtbot: QtBot, opened: Bench) -> None:
    opened.window.activateWindow()
    wanted = [button(opened.window._sidebar, spec.title) for spec in PAGES]
    log = button(opened.window, "Log something")
    reached = []
    for _ in range(30):
        focus = opened.window.focusWidget()
        reached.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert {*wanted, log} <= set(reached)


def test_that_a_message_moves_nothing_and_covers_nothing(opened: Bench) -> None:
    def place() -> QRect:
        QApplication.processEvents()
        return QRect(page.mapTo(opened.window, QPoint()), page.size())

    page, stack = opened.window.navigator.page("home"), opened.window._stack
    before = place()
    area = opened.window.messages()
    area.add("Something to know.")
    assert place() == before.adjusted(0, 0, 0, -area.height())
    assert area.geometry().bottom() == stack.geometry().bottom()
    area.close_newest()
    assert place() == before
    area.add("Something else.")
    opened.window.resize(800, 640)
    assert place().height() == stack.height() - area.height()
    assert area.geometry().bottom() == stack.geometry().bottom()
    assert area.width() == stack.width()


def test_that_buttons_below_a_page_can_be_pressed_while_messages_stand(
    qtbot: QtBot, opened: Bench
) -> None:
    opened.window.navigator.open_page("portfolio")
    folder = opened.window.findChild(QAbstractButton, "folder_button")
    assert folder is not None
    for text in ("One.", "Two.", "Three."):
        opened.window.messages().add(text)
    QApplication.processEvents()
    centre = folder.mapTo(opened.window, folder.rect().center())
    area = opened.window.messages()
    assert not area.rect().contains(area.mapFrom(opened.window, centre))


def test_that_a_message_leaves_the_current_row_in_sight(opened: Bench) -> None:
    assert opened.session.create_example(opened.folder / "Example.careerdesk")
    opened.window.navigator.open_page("network")
    opened.window.messages().clear()
    QApplication.processEvents()
    page = opened.window.navigator.page("network")
    assert isinstance(page, RecordsPage)
    table = page.view.table
    last_seen = table.rowAt(table.viewport().height() - table.rowHeight(0))
    table.setCurrentIndex(table.model().index(last_seen, 0))
    opened.window.messages().add("Something to know.")
    QApplication.processEvents()
    row = table.visualRect(table.currentIndex())
    assert table.currentIndex().row() == last_seen
    assert table.viewport().rect().contains(row)


def test_that_a_page_that_cannot_be_smaller_is_covered(opened: Bench) -> None:
    page = opened.window.navigator.page("home")
    page.setMinimumHeight(page.height())
    opened.window.messages().add("Something to know.")
    QApplication.processEvents()
    assert page.height() == opened.window._stack.height()


def test_that_what_is_typed_stays_in_sight_above_a_message(opened: Bench) -> None:
    opened.window.resize(1000, 960)
    opened.window.navigator.open_page("settings")
    QApplication.processEvents()
    page = opened.window.navigator.page("settings")
    stops = [one for one in page.findChildren(QAbstractSpinBox) if is_wholly_seen(one)]
    stops[-1].setFocus()
    for text in ("One.", "Two.", "Three."):
        opened.window.messages().add(text)
    QApplication.processEvents()
    assert is_wholly_seen(stops[-1])


def test_that_the_window_has_an_icon_of_its_own(qtbot: QtBot, opened: Bench) -> None:
    qtbot.waitUntil(lambda: not opened.window.windowIcon().isNull())
