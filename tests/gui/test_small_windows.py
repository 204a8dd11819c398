"""What a small window or a large text leaves of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.gui.pages.portfolio_document import PortfolioDocument
from careerdesk.gui.settings import TextSize

if TYPE_CHECKING:
    from gui_bench import Bench
    from pytestqt.qtbot import QtBot


def test_that_the_smallest_window_grows_with_the_text(opened: Bench) -> None:
    before = opened.window.minimumWidth()
    opened.theme.choose_text_size(TextSize.LARGEST)
    assert opened.window.minimumWidth() > before
    opened.theme.choose_text_size(TextSize.NORMAL)
    assert opened.window.minimumWidth() == before


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
