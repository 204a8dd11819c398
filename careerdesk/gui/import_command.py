"""Importing in the window: choose files, see what they would change, and do it as one change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.dialogs.busy import BusyDialog
    from careerdesk.gui.errors import ErrorReporter
    from careerdesk.gui.session import Session
    from careerdesk.gui.settings import Settings
    from careerdesk.gui.tasks import TaskRunner
    from careerdesk.gui.widgets.message_area import MessageArea
    from careerdesk.services.imports import ImportPlan

_READABLE: Final = "LinkedIn export, tables or a CareerDesk export (*.zip *.csv *.json)"


class ImportCommand(QObject):
    """Reads and writes in a worker that is lent the desk; a modal dialog keeps the user off it."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        settings: Settings,
        tasks: TaskRunner,
        errors: ErrorReporter,
        messages: Callable[[], MessageArea],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._tasks = tasks
        self._errors = errors
        self._messages = messages
        self._busy: BusyDialog | None = None

    @Slot()
    def ask(self) -> None:
        """Let the user choose files, and read them."""
        folder = self._settings.last_folder
        paths = ask_files(self._window, folder if folder is not None else Path.home())
        if paths:
            self._settings.last_folder = paths[0].parent
            self.read(paths)

    def read(self, paths: Sequence[Path]) -> None:
        """Compare these files with the desk, then show what would become of them."""
        desk = self._session.desk
        if desk is None:
            return
        from careerdesk.services import imports

        self._run(
            "Reading the files…",
            lambda progress: imports.plan_import(desk, paths, progress=progress),
            self._on_read,
        )

    @Slot(object)
    def _on_read(self, plan: ImportPlan) -> None:
        self._end()
        from careerdesk.gui.dialogs.import_plan import import_dialog

        dialog = import_dialog(plan, self._window)
        dialog.accepted.connect(lambda: self._write(plan))
        dialog.open()

    def _write(self, plan: ImportPlan) -> None:
        desk = self._session.desk
        if desk is None:
            return
        from careerdesk.services import imports

        def work(progress: Callable[[int, int], None]) -> str:
            imports.apply_import(desk, plan, progress=progress)
            return plan.title

        self._run("Importing…", work, self._on_written)

    @Slot(object)
    def _on_written(self, title: str) -> None:
        self._end()
        from careerdesk.gui.widgets.message_area import Offer

        self._messages().add(
            f"Done: {title}.", "accent", Offer("Undo", self._undo), is_passing=True
        )

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._end()
        self._errors.show(error)

    @Slot()
    def _undo(self) -> None:
        if self._session.desk is not None:
            from careerdesk.services import history

            with self._errors.reported():
                history.undo(self._session.desk)

    def _run(
        self,
        words: str,
        work: Callable[[Callable[[int, int], None]], Any],
        then: Callable[[Any], None],
    ) -> None:
        from careerdesk.gui.dialogs.busy import BusyDialog

        self._busy = BusyDialog(words, self._window)
        self._tasks.progressed.connect(self._busy.show_progress)
        self._busy.open()
        self._tasks.start(work, on_success=then, on_failure=self._on_failed)

    def _end(self) -> None:
        if self._busy is not None:
            self._busy.end()
            self._busy = None


def ask_files(parent: QWidget, folder: Path) -> list[Path]:
    """Let the user choose files to read."""
    from PySide6.QtWidgets import QFileDialog

    names, _ = QFileDialog.getOpenFileNames(parent, "Import", str(folder), _READABLE)
    return [Path(name) for name in names]
