"""What pages and commands may ask for, instead of global singletons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Collection
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.clock import Clock
    from careerdesk.gui.errors import ErrorReporter
    from careerdesk.gui.opened_files import OpenedFiles
    from careerdesk.gui.session import Session
    from careerdesk.gui.settings import Settings
    from careerdesk.gui.tasks import TaskRunner
    from careerdesk.gui.theme import Theme
    from careerdesk.gui.widgets.message_area import MessageArea
    from careerdesk.services.backups import Backup
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


class Navigator(Protocol):
    """The way from one page to another; the main window."""

    def open_page(self, key: str) -> None:
        """Show a page by its key in the registry."""

    def open_record(self, record: Any) -> None:
        """Show one record on the page that lists its kind, selected and with its details."""

    def open_records(self, kind: type[Any], ids: Collection[uuid.UUID], words: str) -> None:
        """List just these records of one kind; ``words`` say which, such as "March 2026"."""

    def ask_new(self, kind: type[Any], **values: Any) -> None:
        """Open the form for a new record of a kind, with some fields filled in already."""

    def ask_log(self, text: str = "") -> None:
        """Open the line to log with, with this text in it."""

    def note_unsaved(self, *, is_any: bool) -> None:
        """Take note whether something typed could not be stored."""

    def ask_move_desk(self) -> None:
        """Let the user choose another folder for the desk that is open, and move it there."""

    def back_up(self) -> None:
        """Make a verified backup that is kept for good, in the background."""

    def ask_restore(self, backup: Backup) -> None:
        """Let the user confirm that a backup takes the place of the desk, and have it do so."""


class GuiContext:
    """What every page may ask for; made anew for each desk that is opened."""

    __slots__ = (
        "clock",
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
        self.settings = settings
        self.theme = theme
        self.tasks = tasks
        self.clock = clock
        self.opened_files = opened_files

    def today(self) -> date:
        """Return the local day."""
        return self.clock.today()
