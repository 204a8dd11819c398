"""Closing the window: not while something typed would be lost unsaid, nor before bad news."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from careerdesk.gui.navigator import TYPING
from careerdesk.gui.widgets.message_area import Offer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.navigator import Navigator
    from careerdesk.gui.widgets.message_area import MessageArea


class Leaving(QObject):
    """Says in the window what stands against closing it, with a button to close it anyway."""

    def __init__(
        self, window: QWidget, navigator: Navigator, messages: Callable[[], MessageArea]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._navigator = navigator
        self._messages = messages
        self._is_decided = False
        navigator.unsaved_noted.connect(self._on_unsaved_noted)

    def may_close(self) -> bool:
        """Have what is being typed stored; say whether the window may close, else tell the user."""
        if self._is_decided:
            return True
        warning, about = self._navigator.left_undone(), ""
        if not self._navigator.may_leave():
            about = TYPING
            warning = self.tr(
                "What you typed last could not be stored; the reason stands beside it."
            )
        if warning:
            offer = Offer(self.tr("Quit without it"), self._quit_anyway)
            self._messages().add(warning, "warning", offer, about=about)
        return not warning

    def tell(self, notices: Iterable[str]) -> None:
        """Say what went wrong when the desk was closed; nothing else holds the window."""
        for notice in notices:
            self._messages().add(notice, "danger", Offer(self.tr("Quit"), self._window.close))

    @Slot(bool)
    def _on_unsaved_noted(self, is_any: bool) -> None:
        if not is_any:
            self._messages().drop_about(TYPING)

    @Slot()
    def _quit_anyway(self) -> None:
        self._is_decided = True
        self._window.close()
