"""The pages of the desk that is open: made on first use, and the visible one kept up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from careerdesk.gui.pages import PAGES, Page

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from careerdesk.gui.context import GuiContext


class PageStack(QStackedWidget):
    """Remembers for each hidden page which tables have changed since it was last looked at."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: GuiContext | None = None
        self._pages: dict[str, QWidget] = {}
        self._stale: dict[str, frozenset[str]] = {}
        self._shown = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that what lies over the pages has to move."""
        super().resizeEvent(event)
        self.resized.emit()

    def begin(self, context: GuiContext | None) -> None:
        """Drop the pages of the last desk; those made from now on show this one."""
        for page in self._pages.values():
            self.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._stale.clear()
        self._shown = ""
        self._context = context

    def page(self, key: str) -> QWidget:
        """Return a page, creating it if it has not been opened before."""
        if key not in self._pages:
            assert self._context is not None, "pages need an open desk"
            spec = next(spec for spec in PAGES if spec.key == key)
            self._pages[key] = spec.create(self._context)
            self.addWidget(self._pages[key])
        return self._pages[key]

    def show_page(self, key: str) -> None:
        """Bring a page up to date and to the front."""
        page = self.page(key)
        self._shown = key
        if key in self._stale:
            self._refresh(key)
        self.setCurrentWidget(page)

    def note_change(self, tables: frozenset[str]) -> None:
        """Refresh the visible page if the change concerns it, and the others once they show."""
        for key, page in self._pages.items():
            concerns = cast("Page", page).shows
            if concerns is None or tables & concerns:
                self._stale[key] = self._stale.get(key, frozenset()) | tables
        if self._shown in self._stale:
            self._refresh(self._shown)

    def _refresh(self, key: str) -> None:
        cast("Page", self._pages[key]).refresh(self._stale.pop(key))
