"""A main window with everything it was built from, for the tests of the window."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from careerdesk.gui.clock import Clock
from careerdesk.gui.errors import ErrorReporter
from careerdesk.gui.main_window import MainWindow
from careerdesk.gui.session import Session
from careerdesk.gui.tasks import TaskRunner
from careerdesk.services.desk import create_desk

if TYPE_CHECKING:
    from pathlib import Path

    from careerdesk.gui.settings import Settings
    from careerdesk.gui.theme import Theme

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)


class Bench:
    """A window with everything it was built from; its desk is opened on demand."""

    def __init__(self, folder: Path, settings: Settings, theme: Theme) -> None:
        self.now = NOON
        self.folder = folder
        self.settings = settings
        self.theme = theme
        self.errors = ErrorReporter()
        self.tasks = TaskRunner()
        self.clock = Clock(lambda: self.now)
        self.session = Session(settings, self.errors, self.clock.today)
        self.window = MainWindow(self.session, settings, theme, self.tasks, self.errors, self.clock)

    def new_desk(self, name: str = "Alex") -> Path:
        """Make an empty desk file, closed."""
        path = self.folder / f"{name}.careerdesk"
        create_desk(path, clock=lambda: NOON).close()
        return path

    def messages(self) -> list[str]:
        """Return the messages on screen."""
        return self.window.messages().texts()
