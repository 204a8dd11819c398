from __future__ import annotations

import os
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from careerdesk.domain.errors import UndoRefusedError
from careerdesk.domain.learning import StudySession
from careerdesk.domain.skills import Skill
from careerdesk.gui import file_commands
from careerdesk.gui.pages import PAGES
from careerdesk.gui.pages.history_page import HistoryPage
from careerdesk.gui.settings import ThemeChoice
from careerdesk.gui.theme import tokens
from careerdesk.palette import DARK, LIGHT
from careerdesk.services import history
from careerdesk.services.backups import list_backups

if TYPE_CHECKING:
    from gui_bench import Bench
    from pytestqt.qtbot import QtBot


def add_skill(bench: Bench, name: str) -> None:
    assert bench.session.desk is not None
    with bench.session.desk.change(f"Add skill {name}") as tx:
        tx.add(Skill.new(name))


def skills(bench: Bench) -> list[str]:
    assert bench.session.desk is not None
    return [one.name for one in bench.session.desk.all(Skill)]


def button(window: QWidget, name: str) -> QAbstractButton:
    (found,) = (
        one
        for one in window.findChildren(QAbstractButton)
        if name in (one.accessibleName(), one.text()) and one.isVisible()
    )
    return found


def test_that_every_entry_of_the_sidebar_opens_a_page(qtbot: QtBot, opened: Bench) -> None:
    for spec in reversed(PAGES):
        qtbot.mouseClick(button(opened.window._sidebar, spec.title), Qt.MouseButton.LeftButton)
        assert opened.window._stack.currentWidget() is opened.window.page(spec.key)
        assert opened.window._top._title.text() == spec.title


def test_that_undo_and_redo_are_named_after_the_change(qtbot: QtBot, opened: Bench) -> None:
    add_skill(opened, "R&D <b>")
    menus = opened.window._menus
    assert menus.undo.text() == "&Undo Add skill R&&D <b>"
    undo = button(opened.window, "Undo Add skill R&D <b>")
    assert "Add skill R&amp;D &lt;b&gt; (Ctrl+Z)" in undo.toolTip()
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert skills(opened) == []
    assert not undo.isEnabled()
    qtbot.mouseClick(button(opened.window, "Redo Add skill R&D <b>"), Qt.MouseButton.LeftButton)
    assert skills(opened) == ["R&D <b>"]


def test_that_a_long_title_does_not_stretch_the_menu(opened: Bench) -> None:
    add_skill(opened, "x" * 500)
    assert len(opened.window._menus.undo.text()) < 80


def test_that_a_refused_undo_is_said_in_a_quiet_bar(
    opened: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_skill(opened, "A")

    def refuse(_desk: object) -> None:
        raise UndoRefusedError("This change cannot be taken back. Nothing was changed.")

    monkeypatch.setattr(history, "undo", refuse)
    opened.window._menus.undo.trigger()
    assert opened.messages() == ["This change cannot be taken back. Nothing was changed."]


def test_that_a_hidden_page_catches_up_when_it_is_shown(opened: Bench) -> None:
    opened.window.open_page("history")
    opened.window.open_page("home")
    add_skill(opened, "A")
    opened.window.open_page("history")
    page = opened.window.page("history")
    assert isinstance(page, HistoryPage)
    assert page._ui.title_label.text() == "Add skill A"


def test_that_a_desk_that_cannot_be_opened_leaves_a_message_and_a_choice(
    qtbot: QtBot, bench: Bench
) -> None:
    broken = bench.folder / "Broken.careerdesk"
    broken.write_bytes(b"not a desk at all")
    bench.window.show()
    assert not bench.session.open(broken)
    assert len(bench.messages()) == 1
    assert broken.read_bytes() == b"not a desk at all"
    assert button(bench.window, "Open…").isVisible()


def test_that_a_desk_that_cannot_be_opened_leaves_the_open_one_alone(opened: Bench) -> None:
    missing = opened.folder / "Missing.careerdesk"
    before = opened.session.desk
    assert not opened.session.open(missing)
    assert opened.session.desk is before
    add_skill(opened, "A")
    assert skills(opened) == ["A"]


def test_that_the_desks_opened_lately_are_a_click_away(qtbot: QtBot, bench: Bench) -> None:
    path = bench.new_desk("R&D")
    bench.settings.remember_desk(bench.folder / "Gone.careerdesk")
    bench.settings.remember_desk(path)
    bench.window.show_start()
    bench.window.show()
    qtbot.mouseClick(button(bench.window, "R&&D"), Qt.MouseButton.LeftButton)
    assert bench.session.desk is not None
    assert bench.session.desk.path == path


def test_that_another_desk_takes_the_place_of_the_first(opened: Bench) -> None:
    first = opened.session.desk
    add_skill(opened, "A")
    assert opened.session.open(opened.new_desk("Bo"))
    assert skills(opened) == []
    assert opened.window.windowTitle() == "Bo — CareerDesk"
    assert first is not None
    assert list_backups(first.path) != []  # closing it has backed it up


def test_that_new_makes_an_empty_desk_where_the_user_says(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = bench.folder / "Mine.careerdesk"
    monkeypatch.setattr(file_commands, "ask_new_file", lambda *_: path)
    bench.window.show_start()
    bench.window.show()
    qtbot.mouseClick(button(bench.window, "New desk…"), Qt.MouseButton.LeftButton)
    assert path.is_file()
    assert bench.settings.recent_desks == [path]
    assert bench.settings.last_folder == bench.folder


def test_that_open_opens_the_file_the_user_chooses(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = bench.new_desk()
    monkeypatch.setattr(file_commands, "ask_file", lambda *_: path)
    bench.window.show_start()
    bench.window.show()
    qtbot.mouseClick(button(bench.window, "Open…"), Qt.MouseButton.LeftButton)
    assert bench.session.desk is not None


def test_that_a_dialog_that_is_left_changes_nothing(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_commands, "ask_new_file", lambda *_: None)
    monkeypatch.setattr(file_commands, "ask_file", lambda *_: None)
    bench.window._files.new()
    bench.window._files.open()
    bench.window._files.export_portfolio()
    bench.window._files.back_up()
    assert bench.session.desk is None


def test_that_the_example_is_made_once_and_says_that_it_is_fictional(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_commands, "_documents", lambda: bench.folder / "Documents")
    bench.window._files.open_example()
    qtbot.waitUntil(lambda: "Fictional" in bench.window._sidebar._place.text())
    add_skill(bench, "Mine")
    bench.session.close()
    bench.window._files.open_example()
    assert "Mine" in skills(bench)


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
    page = bench.window.page("home")
    field = page.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "45 min on Inspired")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not button(bench.window, "Log").isEnabled()
    path.chmod(0o600)


def test_that_a_backup_by_hand_is_pinned_and_shown(qtbot: QtBot, opened: Bench) -> None:
    add_skill(opened, "A")
    opened.window._files.back_up()
    assert opened.session.desk is not None
    assert [one.is_pinned for one in list_backups(opened.session.desk.path)] == [True]
    assert "Backed up and verified" in opened.messages()[0]
    assert opened.window._status._backup.text().startswith("Last verified backup")


def test_that_the_desk_is_backed_up_when_half_an_hour_has_passed(opened: Bench) -> None:
    desk = opened.session.desk
    assert desk is not None
    add_skill(opened, "A")
    opened.window._on_minute()
    assert len(list_backups(desk.path)) == 1


def test_that_a_new_day_begins_without_a_restart(opened: Bench) -> None:
    page = opened.window.page("home")

    def says_that_nothing_was_logged() -> bool:
        QApplication.processEvents()
        texts = (one.text() for one in page.findChildren(QLabel))
        return any("Nothing logged in the last 12 months" in text for text in texts)

    assert opened.session.desk is not None
    with opened.session.desk.change("Log") as tx:
        tx.add(StudySession.new(opened.now.date(), 30))
    assert not says_that_nothing_was_logged()
    opened.now += timedelta(days=400)
    opened.window._on_minute()
    assert says_that_nothing_was_logged()


def test_that_the_portfolio_is_written_in_the_background(
    qtbot: QtBot, opened: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = opened.folder / "out.pdf"
    monkeypatch.setattr(file_commands, "ask_new_file", lambda *_: out)
    with qtbot.waitSignal(
        opened.tasks.busy_changed, timeout=20_000, check_params_cb=lambda busy: not busy
    ):
        opened.window._menus.export.trigger()
        assert not opened.window._menus.export.isEnabled()
        assert opened.window._status._progress.isVisible()
    assert out.read_bytes().startswith(b"%PDF")
    assert "out.pdf" in opened.messages()[0]
    assert opened.window._menus.export.isEnabled()
    assert not opened.window._status._progress.isVisible()
    shown: list[Path] = []
    monkeypatch.setattr(file_commands, "show_file", shown.append)
    qtbot.mouseClick(button(opened.window, "Open PDF"), Qt.MouseButton.LeftButton)
    assert shown == [out]


def test_that_a_pdf_that_cannot_be_written_is_explained(
    qtbot: QtBot, opened: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_commands, "ask_new_file", lambda *_: opened.folder / "no" / "x.pdf")
    with qtbot.waitSignal(
        opened.tasks.busy_changed, timeout=20_000, check_params_cb=lambda busy: not busy
    ):
        opened.window._menus.export.trigger()
    assert "x.pdf" in opened.messages()[0]


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
    desk = opened.session.desk
    assert desk is not None
    add_skill(opened, "A")
    (desk.path.parent / f"{desk.path.name}.backups").write_text("in the way", encoding="utf-8")
    assert not opened.window.close()
    assert "No backup was made" in opened.messages()[0]
    assert opened.window.close()


def test_that_every_input_can_be_named_by_a_screen_reader(opened: Bench) -> None:
    for spec in PAGES:
        opened.window.open_page(spec.key)
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
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert unnamed == []


def test_that_no_label_takes_its_text_for_markup(opened: Bench) -> None:
    add_skill(opened, "<b>")
    for spec in PAGES:
        opened.window.open_page(spec.key)
    labels = [one for one in opened.window.findChildren(QLabel) if one.text()]
    assert len(labels) > 20
    assert [one for one in labels if one.textFormat() is not Qt.TextFormat.PlainText] == []


def test_that_the_first_frame_waits_for_nothing_of_the_desk(qtbot: QtBot, bench: Bench) -> None:
    bench.window.announce(Path("Somebody.careerdesk"))
    with qtbot.waitSignals([bench.window.painted, bench.window.ready]):
        bench.window.show()
    assert bench.session.desk is None
    assert bench.window._sidebar._name.text() == "Somebody"


def test_that_the_pages_of_a_closed_desk_are_gone(opened: Bench) -> None:
    page = opened.window.page("home")
    gone: list[bool] = []
    page.destroyed.connect(lambda: gone.append(True))
    opened.session.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert gone == [True]
    assert not opened.window._menus.undo.isEnabled()
