from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from careerdesk.gui.pages.history_page import HistoryPage

if TYPE_CHECKING:
    from gui_bench import Bench


def test_that_a_hidden_page_catches_up_when_it_is_shown(opened: Bench) -> None:
    opened.window.navigator.open_page("history")
    opened.window.navigator.open_page("home")
    opened.add_skill("A")
    opened.window.navigator.open_page("history")
    page = opened.window.navigator.page("history")
    assert isinstance(page, HistoryPage)
    assert page._ui.title_label.text() == "Add skill A"


def test_that_the_pages_of_a_closed_desk_are_gone(opened: Bench) -> None:
    page = opened.window.navigator.page("home")
    gone: list[bool] = []
    page.destroyed.connect(lambda: gone.append(True))
    opened.session.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert gone == [True]
    assert not opened.window._menus.undo.isEnabled()
