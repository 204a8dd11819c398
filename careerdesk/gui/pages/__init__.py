"""The pages of the main window, in the order of the sidebar. Adding a page means adding a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.context import GuiContext


class Page(Protocol):
    """What the main window expects of a page, besides being a widget.

    ``shows`` names the tables whose change concerns the page; None concerns all of them.
    """

    shows: frozenset[str] | None

    def refresh(self, touched: frozenset[str] | None = None) -> None:
        """Show what is stored now; ``touched`` names the tables that differ, None is any."""


class PageSpec(NamedTuple):
    """One entry of the sidebar; the page itself is built when it is first shown."""

    key: str
    title: str
    icon: str
    create: Callable[[GuiContext], QWidget]
    is_at_bottom: bool = False


# Imports are local so that a page costs nothing until it is opened, and written as import
# statements so that PyInstaller sees them.
def _home(context: GuiContext) -> QWidget:
    from careerdesk.gui.pages.home_page import HomePage

    return HomePage(context)


def _history(context: GuiContext) -> QWidget:
    from careerdesk.gui.pages.history_page import HistoryPage

    return HistoryPage(context)


PAGES: Final = (
    PageSpec("home", "Home", "house", _home),
    PageSpec("history", "History", "history", _history, True),
)
