"""Importing in the window: choose files, see what they would change, and do it as one change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from careerdesk.gui.import_flow import ImportFlow
from careerdesk.gui.text import translate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from careerdesk.gui.context import WindowContext
    from careerdesk.gui.dialogs.import_dialog import ImportDialog
    from careerdesk.gui.models.import_model import Row
    from careerdesk.gui.replay import Replay
    from careerdesk.gui.tasks import Progress
    from careerdesk.services.imports import ImportPlan


class ImportCommand(ImportFlow):
    """Imports foreign files and exports of desks into the desk that is open.

    ``tried`` says that an import has been made or given up, and a backup before it.
    """

    tried = Signal()

    _context: WindowContext
    _dialog: ImportDialog | None

    def __init__(self, context: WindowContext, replay: Replay) -> None:
        super().__init__(context, context.window)
        self._replay = replay
        self._plan: ImportPlan | None = None
        self._rows: list[Row] = []

    @Slot()
    def ask(self) -> None:
        """Let the user choose or drop files."""
        self._open()

    def take(self, paths: Sequence[Path]) -> None:
        """Begin with these files, as when they were dropped on the window."""
        if self._open():
            self.read(list(paths))

    def file_kinds(self) -> str:
        """Return how a file dialog says which files can be chosen."""
        return foreign_kinds()

    @Slot(list)
    def read(self, paths: list[Path]) -> None:
        """Read files and show what importing them would change."""
        desk = self._context.session.desk
        if desk is None or not paths:
            return
        from careerdesk.gui.models.import_model import import_rows
        from careerdesk.services import imports

        def work(progress: Progress) -> tuple[ImportPlan, list[Row]]:
            made = imports.plan_import(
                desk, paths, progress=progress, is_stopped=progress.is_cancelled
            )
            progress(1, 1)  # comparing takes a while too, and may have been cancelled meanwhile
            return made, import_rows(made)

        self._start_reading(paths, work, self.tr("Reading and comparing…"), self._on_read)

    def _open(self) -> bool:
        """Show the dialog; say whether it is there now and was not before."""
        if self._context.session.desk is None or self._dialog is not None:
            return False
        from careerdesk.gui.dialogs.import_dialog import ImportDialog

        self._begin(ImportDialog(self._context.window))
        return True

    @Slot(object)
    def _on_read(self, found: tuple[ImportPlan, list[Row]]) -> None:
        self._plan, self._rows = found
        if self._dialog is not None:
            self._dialog.show_plan(self._plan, self._rows)

    @Slot()
    def _write(self) -> None:
        desk, plan = self._context.session.desk, self._plan
        if desk is None or plan is None:
            return
        from careerdesk.services import imports

        def work(progress: Progress) -> str:
            imports.apply_import(desk, plan, progress=progress)
            return plan.title

        self._start_writing(work, self._on_written)

    @Slot(object)
    def _on_written(self, title: str) -> None:
        self.tried.emit()
        if self._dialog is not None:
            self._dialog.end()
        from careerdesk.gui.widgets.message_area import Offer

        self._context.messages().add(
            self.tr("Done: {title}.").format(title=title),
            "accent",
            Offer(self.tr("Undo"), self._replay.undo),
            is_passing=True,
        )

    @Slot(object)
    def _on_not_written(self, error: Exception) -> None:
        self.tried.emit()
        super()._on_not_written(error)

    @Slot()
    def _on_writing_stopped(self) -> None:
        self.tried.emit()
        if self._dialog is not None and self._plan is not None:
            self._dialog.show_plan(
                self._plan,
                self._rows,
                self.tr("The import was stopped. Nothing was changed."),
            )

    @Slot()
    def _forget(self) -> None:
        super()._forget()
        self._plan = None
        self._rows = []


def foreign_kinds() -> str:
    """Return how a file dialog says which files can be imported."""
    return translate(
        "ImportCommand", "LinkedIn export, tables or a CareerDesk export (*.zip *.csv *.json)"
    )
