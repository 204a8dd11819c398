"""What the main window does without until its frame is on screen: navigation, commands, search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from careerdesk.gui.desk_minder import DeskMinder
from careerdesk.gui.development.proposal_notice import ProposalNotice
from careerdesk.gui.distant_commands import DistantCommands
from careerdesk.gui.enter_key import EnterKey
from careerdesk.gui.focus_in_sight import FocusInSight
from careerdesk.gui.leaving import Leaving
from careerdesk.gui.navigator import Navigator
from careerdesk.gui.page_commands import PageCommands
from careerdesk.gui.palette.finder import Finder
from careerdesk.gui.window_commands import WindowCommands

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from careerdesk.gui.context import WindowContext
    from careerdesk.gui.menus import Menus
    from careerdesk.gui.page_stack import PageStack
    from careerdesk.gui.widgets.sidebar import Sidebar
    from careerdesk.gui.widgets.status_line import StatusLine
    from careerdesk.gui.widgets.top_bar import TopBar


class WindowParts:
    """Made once, as soon as the frame has been painted or one of them is asked for.

    Loading and making them takes a twentieth of a second, which the first frame would wait for.
    """

    def __init__(
        self,
        context: WindowContext,
        menus: Menus,
        sidebar: Sidebar,
        top: TopBar,
        stack: PageStack,
        status: StatusLine,
    ) -> None:
        window, session = context.window, context.session
        self.navigator = Navigator(window, menus, sidebar, top, stack)
        self.leaving = Leaving(window, self.navigator, context.messages)
        self.minder = DeskMinder(
            sidebar, status, context.tasks, context.errors, context.clock, window
        )
        self.distant = DistantCommands(session, self.navigator, context.messages, window)
        self.finder = Finder(window, self._found_by_name)
        self.commands = WindowCommands(context, menus, self.minder)
        self.page_commands = PageCommands(menus, stack, context.messages, window)
        self.commands.replay_begins.connect(self.page_commands.prepare_replay)
        self.enter = EnterKey(window)
        self.proposals = ProposalNotice(window)
        self.sight = FocusInSight(_application(), window)
        session.ask_first(self.navigator.reason_to_stay)
        session.closing.connect(self.navigator.may_leave)
        session.closing.connect(self.minder.wait)
        menus.jump.triggered.connect(self.finder.ask)
        menus.back_up.triggered.connect(self.minder.back_up)
        self.minder.day_began.connect(stack.note_new_day)

    def _found_by_name(self) -> list[QAction]:
        """Return what can be done here, what other pages do, and what waits for something."""
        here = self.navigator.actions()
        return [*here, *self.distant.actions(), *self.distant.waiting(here)]


def _application() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found
