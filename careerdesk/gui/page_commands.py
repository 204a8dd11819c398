"""What the menus do with the page in front: refresh, store, and go through its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdesk.gui.menus import Menus
    from careerdesk.gui.page_stack import PageStack
    from careerdesk.gui.widgets.message_area import MessageArea


class PageCommands(QObject):
    """Hands commands of the menus on to the page in front; without a page they do nothing."""

    def __init__(
        self,
        menus: Menus,
        stack: PageStack,
        messages: Callable[[], MessageArea],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._stack = stack
        self._messages = messages
        menus.refresh.triggered.connect(self._refresh)
        menus.store.triggered.connect(self._store)
        menus.next_part.triggered.connect(self._next_part)
        menus.previous_part.triggered.connect(self._previous_part)

    @Slot()
    def prepare_replay(self) -> None:
        """Have the page in front store what undo and redo would lose."""
        page = self._stack.shown_page
        if page is not None:
            page.prepare_replay()

    @Slot()
    def _refresh(self) -> None:
        page = self._stack.shown_page
        if page is not None and page.store():
            page.refresh()

    @Slot()
    def _store(self) -> None:
        """Store what is being typed, and say that nothing is ever left to save."""
        page = self._stack.shown_page
        if page is None:
            return
        if page.store():
            words = self.tr("Everything is saved. Each change is stored as soon as it is made.")
            self._messages().add(words, is_passing=True)
        else:
            words = self.tr("Something you typed cannot be stored yet; the reason is beside it.")
            self._messages().add(words, "warning", is_passing=True)

    @Slot()
    def _next_part(self) -> None:
        self._step(1)

    @Slot()
    def _previous_part(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        page = self._stack.shown_page
        if page is not None:
            page.step_part(by)
