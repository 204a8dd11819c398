"""What a small window or a large text leaves of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from gui_bench import button
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QLabel, QListView, QWidget

from careerdesk.gui.pages.portfolio_document import PortfolioDocument
from careerdesk.gui.records.table_view import RecordTable
from careerdesk.gui.settings import TextSize
from careerdesk.services.example import create_example_desk

if TYPE_CHECKING:
    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

WIDE_SCREEN = QSize(1920, 1080)
SMALL_SCREEN = QSize(1024, 600)


def use_screen(monkeypatch: pytest.MonkeyPatch, size: QSize) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: size)


def open_example(bench: Bench) -> None:
    path = bench.folder / "Example.careerdesk"
    create_example_desk(path, bench.now.date()).close()
    assert bench.session.open(path)
    QApplication.processEvents()  # the desk greets in the next turn
    bench.window.messages().clear()


def make_smallest(bench: Bench) -> None:
    bench.window.resize(bench.window.minimumSize())
    QApplication.processEvents()


def is_whole(widget: QWidget) -> bool:
    """Say whether all of a widget can be seen."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_that_the_smallest_window_grows_with_the_text(
    monkeypatch: pytest.MonkeyPatch, opened: Bench
) -> None:
    use_screen(monkeypatch, WIDE_SCREEN)
    opened.theme.choose_text_size(TextSize.LARGE)
    before = opened.window.minimumSize()
    opened.theme.choose_text_size(TextSize.LARGEST)
    after = opened.window.minimumSize()
    assert after.width() > before.width()
    assert after.height() > before.height()
    opened.theme.choose_text_size(TextSize.LARGE)
    assert opened.window.minimumSize() == before


def test_that_the_smallest_window_has_room_on_a_small_screen(
    monkeypatch: pytest.MonkeyPatch, opened: Bench
) -> None:
    use_screen(monkeypatch, SMALL_SCREEN)
    opened.theme.choose_text_size(TextSize.LARGEST)
    assert opened.window.minimumHeight() < SMALL_SCREEN.height()


@pytest.mark.parametrize("size", TextSize)
def test_that_the_smallest_window_shows_a_change_and_the_way_back(
    monkeypatch: pytest.MonkeyPatch, opened: Bench, size: TextSize
) -> None:
    use_screen(monkeypatch, WIDE_SCREEN)
    open_example(opened)
    opened.theme.choose_text_size(size)
    opened.window.navigator.open_page("history")
    make_smallest(opened)
    page = opened.window.navigator.page("history")
    (changes,) = page.findChildren(QListView)
    assert changes.viewport().rect().contains(changes.visualRect(changes.currentIndex()))
    assert is_whole(button(page, "Undo this"))


def test_that_no_line_about_a_change_is_painted_over_another_on_a_small_screen(
    monkeypatch: pytest.MonkeyPatch, opened: Bench
) -> None:
    use_screen(monkeypatch, SMALL_SCREEN)
    open_example(opened)
    opened.theme.choose_text_size(TextSize.LARGEST)
    opened.window.navigator.open_page("history")
    make_smallest(opened)
    page = opened.window.navigator.page("history")
    shown = [one for one in page.findChildren(QLabel) if one.isVisible()]
    assert all(one.height() >= one.heightForWidth(one.width()) for one in shown)
    undo = button(page, "Undo this")
    assert undo.height() >= undo.sizeHint().height()


@pytest.mark.parametrize("size", TextSize)
@pytest.mark.parametrize("key", ["skills", "gap", "learning", "network"])
def test_that_the_smallest_window_shows_a_row_of_a_list(
    monkeypatch: pytest.MonkeyPatch, opened: Bench, size: TextSize, key: str
) -> None:
    use_screen(monkeypatch, WIDE_SCREEN)
    open_example(opened)
    opened.theme.choose_text_size(size)
    make_smallest(opened)
    opened.window.navigator.open_page(key)
    QApplication.processEvents()
    page = opened.window.navigator.page(key)
    (table,) = (one for one in page.findChildren(RecordTable) if one.isVisible())
    assert table.rowHeight(0) <= table.viewport().height()


def test_that_no_button_below_the_pages_is_cut_off(qtbot: QtBot, opened: Bench) -> None:
    opened.window.navigator.open_page("portfolio")
    (document,) = opened.window.findChildren(PortfolioDocument)
    qtbot.waitUntil(lambda: document._pages.page_count > 0)
    ui = document._ui
    assert ui.folder_button.text() == "Open folder"
    assert ui.page_label.isVisible()
    opened.theme.choose_text_size(TextSize.LARGEST)
    opened.window.resize(900, 600)
    qtbot.waitUntil(lambda: not ui.folder_button.text())
    assert "folder" in ui.folder_button.accessibleName()
    buttons = (ui.fit_button, ui.print_button)
    qtbot.waitUntil(lambda: all(one.width() >= one.minimumSizeHint().width() for one in buttons))


@pytest.mark.parametrize("size", TextSize)
def test_that_the_smallest_window_cuts_no_button_below_the_pages(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, opened: Bench, size: TextSize
) -> None:
    use_screen(monkeypatch, WIDE_SCREEN)
    open_example(opened)
    opened.theme.choose_text_size(size)
    make_smallest(opened)
    opened.window.navigator.open_page("portfolio")
    (document,) = opened.window.findChildren(PortfolioDocument)
    qtbot.waitUntil(lambda: document._pages.page_count > 0)
    ui = document._ui
    buttons = (ui.out_button, ui.in_button, ui.fit_button, ui.folder_button, ui.print_button)
    qtbot.waitUntil(lambda: all(one.width() >= one.minimumSizeHint().width() for one in buttons))
