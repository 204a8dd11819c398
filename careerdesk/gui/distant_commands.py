"""What pages can be asked for while another one is in front, or none has been opened yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from careerdesk.gui.pages import PAGES
from careerdesk.gui.palette.commands import WHERE
from careerdesk.gui.text import no_mnemonic

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.navigator import Navigator
    from careerdesk.gui.page_stack import PageStack
    from careerdesk.gui.pages import PageCommand, PageSpec
    from careerdesk.gui.session import Session


class DistantCommands(QObject):
    """Has an action for each command in the registry of pages, made when first asked for."""

    def __init__(
        self, session: Session, navigator: Navigator, stack: PageStack, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._navigator = navigator
        self._stack = stack
        self._made: list[tuple[PageCommand, QAction]] = []

    def actions(self) -> list[QAction]:
        """Return them, enabled if they can be given on the desk that is open."""
        if not self._made:
            self._made = [
                (command, self._action(spec, command))
                for spec in PAGES
                for command in spec.commands
            ]
        desk = self._session.desk
        for command, action in self._made:
            may = desk is not None and not (command.writes and desk.is_read_only)
            action.setEnabled(may)
        return [action for _, action in self._made]

    def _action(self, spec: PageSpec, command: PageCommand) -> QAction:
        made = QAction(no_mnemonic(command.title), self)
        made.setProperty(WHERE, spec.title)
        made.triggered.connect(lambda: self._do(spec.key, command.key))
        return made

    def _do(self, page: str, command: str) -> None:
        """Open the page and have it do something, unless another could not be left."""
        self._navigator.open_page(page)
        shown = self._stack.shown_page
        if shown is not None and shown is self._stack.page_if_made(page):
            shown.do(command)
