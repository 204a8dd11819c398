"""A main window with everything it was built from, for the tests of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empty_desks import NOON, put_empty_desk
from PySide6.QtWidgets import QAbstractButton

from careerdesk.domain.skills import Skill
from careerdesk.gui.clock import Clock
from careerdesk.gui.errors import ErrorReporter
from careerdesk.gui.main_window import MainWindow
from careerdesk.gui.session import Session
from careerdesk.gui.tasks import TaskRunner

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.settings import Settings
    from careerdesk.gui.theme import Theme


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
        return put_empty_desk(self.folder / f"{name}.careerdesk")

    def messages(self) -> list[str]:
        """Return the messages on screen."""
        return self.window.messages().texts()

    def add_skill(self, name: str) -> None:
        """Change the desk that is open."""
        assert self.session.desk is not None
        with self.session.desk.change(f"Add skill {name}") as tx:
            tx.add(Skill.new(name))

    def skills(self) -> list[str]:
        """Return the names of the skills on the desk that is open."""
        assert self.session.desk is not None
        return [one.name for one in self.session.desk.all(Skill)]

    def block_backups(self) -> None:
        """Change the desk that is open, and put a file where its backups should go."""
        self.add_skill("A")
        assert self.session.desk is not None
        path = self.session.desk.path
        path.with_name(f"{path.name}.backups").write_text("in the way", encoding="utf-8")


def button(window: QWidget, name: str) -> QAbstractButton:
    """Return the visible button with that text or accessible name."""
    (found,) = (
        one
        for one in window.findChildren(QAbstractButton)
        if name in (one.accessibleName(), one.text()) and one.isVisible()
    )
    return found
