"""What pages and commands may ask for, instead of global singletons."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.clock import Clock
    from careerdesk.gui.errors import ErrorReporter
    from careerdesk.gui.navigator import Navigator
    from careerdesk.gui.opened_files import OpenedFiles
    from careerdesk.gui.session import Session
    from careerdesk.gui.settings import Settings
    from careerdesk.gui.tasks import TaskRunner
    from careerdesk.gui.theme import Theme
    from careerdesk.gui.widgets.message_area import MessageArea
    from careerdesk.gui.window_commands import WindowCommands
    from careerdesk.services.desk import Desk
    from careerdesk.services.shelf import Shelf


class WindowContext:
    """What commands of the window need, with a desk or without; one for the life of the window.

    ``messages`` returns the place for messages, which is made when the first one comes.
    """

    __slots__ = ("clock", "errors", "messages", "session", "settings", "tasks", "window")

    def __init__(
        self,
        *,
        window: QWidget,
        session: Session,
        settings: Settings,
        tasks: TaskRunner,
        errors: ErrorReporter,
        messages: Callable[[], MessageArea],
        clock: Clock,
    ) -> None:
        self.window = window
        self.session = session
        self.settings = settings
        self.tasks = tasks
        self.errors = errors
        self.messages = messages
        self.clock = clock


class GuiContext:
    """What every page may ask for; made anew for each desk that is opened."""

    __slots__ = (
        "clock",
        "commands",
        "desk",
        "errors",
        "messages",
        "navigator",
        "opened_files",
        "settings",
        "shelf",
        "tasks",
        "theme",
    )

    def __init__(
        self,
        *,
        desk: Desk,
        shelf: Shelf,
        errors: ErrorReporter,
        messages: MessageArea,
        navigator: Navigator,
        commands: WindowCommands,
        settings: Settings,
        theme: Theme,
        tasks: TaskRunner,
        clock: Clock,
        opened_files: OpenedFiles,
    ) -> None:
        self.desk = desk
        self.shelf = shelf
        self.errors = errors
        self.messages = messages
        self.navigator = navigator
        self.commands = commands
        self.settings = settings
        self.theme = theme
        self.tasks = tasks
        self.clock = clock
        self.opened_files = opened_files

    def today(self) -> date:
        """Return the local day."""
        return self.clock.today()
