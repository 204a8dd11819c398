"""What can be found by name of pages that are not in front, or have not been opened yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from careerdesk.gui.pages import PAGES
from careerdesk.gui.palette.commands import WHERE
from careerdesk.gui.text import no_mnemonic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.navigator import Navigator
    from careerdesk.gui.page_stack import PageStack
    from careerdesk.gui.pages import PageSpec
    from careerdesk.gui.session import Session


class DistantCommands(QObject):
    """Has an action for each command and list in the registry of pages, made when asked for."""

    def __init__(
        self, session: Session, navigator: Navigator, stack: PageStack, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._navigator = navigator
        self._stack = stack
        self._made: list[tuple[bool, QAction]] = []  # with whether it writes

    def actions(self) -> list[QAction]:
        """Return them, enabled if they can be given on the desk that is open."""
        if not self._made:
            for spec in PAGES:
                self._made += self._commands_of(spec)
                self._made += self._lists_of(spec)
        desk = self._session.desk
        for writes, action in self._made:
            may = desk is not None and not (writes and desk.is_read_only)
            action.setEnabled(may)
        return [action for _, action in self._made]

    def _commands_of(self, spec: PageSpec) -> Iterator[tuple[bool, QAction]]:
        for command in spec.commands:
            made = self._action(command.title, spec)
            made.triggered.connect(lambda _=False, key=command.key: self._do(spec.key, key))
            yield command.writes, made

    def _lists_of(self, spec: PageSpec) -> Iterator[tuple[bool, QAction]]:
        """Make what leads to each list of a page, unless that is called as the page itself is."""
        from careerdesk.gui.listings import LISTINGS, list_title

        for table in spec.lists:
            if table in LISTINGS and (title := list_title(table)) != spec.title:
                made = self._action(title, spec)
                made.triggered.connect(
                    lambda _=False, table=table: self._navigator.open_list([table])
                )
                yield False, made

    def _action(self, title: str, spec: PageSpec) -> QAction:
        made = QAction(no_mnemonic(title), self)
        made.setProperty(WHERE, spec.title)
        return made

    def _do(self, page: str, command: str) -> None:
        """Open the page and have it do something, unless another could not be left."""
        self._navigator.open_page(page)
        shown = self._stack.shown_page
        if shown is not None and shown is self._stack.page_if_made(page):
            shown.do(command)
