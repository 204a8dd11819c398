"""What can be found by name of pages that are not in front, or have not been opened yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from careerdesk.domain.folding import fold
from careerdesk.gui.keys import lend_keys, native
from careerdesk.gui.pages import PAGES
from careerdesk.gui.palette.commands import HEADING, NEEDS, SAYS, WHERE, names_of
from careerdesk.gui.text import no_mnemonic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.navigator import Navigator
    from careerdesk.gui.pages import PageSpec
    from careerdesk.gui.place_commands import PlaceCommand
    from careerdesk.gui.session import Session
    from careerdesk.gui.widgets.message_area import MessageArea


class DistantCommands(QObject):
    """Has an action for each command and list in the registry of pages, made when asked for."""

    def __init__(
        self,
        session: Session,
        navigator: Navigator,
        messages: Callable[[], MessageArea],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._messages = messages
        self._session = session
        self._navigator = navigator
        self._made: list[tuple[bool, QAction]] = []  # with whether it writes
        self._waiting: list[tuple[PlaceCommand, QAction]] = []

    def actions(self) -> list[QAction]:
        """Return them, enabled if they can be given on the desk that is open."""
        if not self._made:
            for spec in PAGES:
                self._made += self._commands_of(spec)
                self._made += self._lists_of(spec)
                self._made += self._entries_of(spec)
        desk = self._session.desk
        for writes, action in self._made:
            may = desk is not None and not (writes and desk.is_read_only)
            action.setEnabled(may)
        return [action for _, action in self._made]

    def waiting(self, here: Sequence[QAction]) -> list[QAction]:
        """Return an action for all that is done in one place and is not among those given here.

        It leads to the place and says what is needed there, and does nothing else.
        """
        from careerdesk.gui.place_commands import PLACE_COMMANDS

        if not self._waiting:
            self._waiting = [(one, self._way_to(one)) for one in PLACE_COMMANDS]
        desk = self._session.desk
        if desk is None:
            return []
        given = names_of(here)
        return [
            action
            for command, action in self._waiting
            if not (command.writes and desk.is_read_only) and names_of([action]).isdisjoint(given)
        ]

    def _way_to(self, command: PlaceCommand) -> QAction:
        made = QAction(command.title, self)
        lend_keys(made, command.keys)
        made.setProperty(NEEDS, command.waits_for)
        made.triggered.connect(lambda: self._lead_to(command))
        return made

    def _lead_to(self, command: PlaceCommand) -> None:
        if command.tables:
            is_there = self._navigator.open_list(command.tables)
        else:
            is_there = self._navigator.do(command.page, command.part)
        if not is_there:
            return
        words = self.tr('"{command}" can be done {needs}.')
        if command.keys:
            words = self.tr('"{command}" ({keys}) can be done {needs}.')
        name, keys = command.title.replace("&", ""), native(command.keys)
        said = words.format(command=name, keys=keys, needs=command.waits_for)
        self._messages().add(said, is_passing=True)

    def _commands_of(self, spec: PageSpec) -> Iterator[tuple[bool, QAction]]:
        for command in spec.commands:
            made = self._action(command.title, spec)
            made.setProperty(SAYS, fold(command.other_words))
            made.triggered.connect(
                lambda _=False, key=command.key: self._navigator.do(spec.key, key)
            )
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

    def _entries_of(self, spec: PageSpec) -> Iterator[tuple[bool, QAction]]:
        """Make what leads to each entry of the catalogue that is read on a page."""
        for entry in spec.entries():
            made = self._action(entry.title, spec)
            made.setProperty(HEADING, entry.heading)
            made.setProperty(SAYS, entry.says)
            made.triggered.connect(lambda _=False, key=entry.key: self._navigator.do(spec.key, key))
            yield False, made

    def _action(self, title: str, spec: PageSpec) -> QAction:
        made = QAction(no_mnemonic(title), self)
        made.setProperty(WHERE, spec.title)
        return made
