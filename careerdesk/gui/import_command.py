"""Importing in the window: choose files, see what they would change, and do it as one change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from careerdesk.gui.text import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.context import WindowContext
    from careerdesk.gui.dialogs.import_dialog import ImportDialog
    from careerdesk.gui.models.import_model import Row
    from careerdesk.gui.replay import Replay
    from careerdesk.gui.tasks import Progress
    from careerdesk.services.imports import ImportPlan


class ImportCommand(QObject):
    """Reads and writes in a worker that is lent the desk; its modal dialog keeps the user off it.

    Cancelling is an exception in the function that tells the progress: what was written is rolled
    back with it, and the process that reads files is ended. ``tried`` says that an import has been
    made or given up, and a backup before it.
    """

    tried = Signal()

    def __init__(self, context: WindowContext, replay: Replay) -> None:
        super().__init__(context.window)
        self._context = context
        self._replay = replay
        self._dialog: ImportDialog | None = None
        self._plan: ImportPlan | None = None
        self._rows: list[Row] = []
        self._cancel: Callable[[], None] | None = None

    @Slot()
    def ask(self) -> None:
        """Let the user choose or drop files."""
        self._open()

    def read(self, paths: Sequence[Path]) -> None:
        """Begin with these files, as when they were dropped on the window."""
        if self._open():
            self._read(list(paths))

    def _open(self) -> bool:
        """Show the dialog; say whether it is there now and was not before."""
        if self._context.session.desk is None or self._dialog is not None:
            return False
        from careerdesk.gui.dialogs.import_dialog import ImportDialog

        self._dialog = ImportDialog(self._context.window)
        self._dialog.files_asked.connect(self._ask_files)
        self._dialog.folder_asked.connect(self._ask_folder)
        self._dialog.files_chosen.connect(self._read)
        self._dialog.import_asked.connect(self._write)
        self._dialog.cancelled.connect(self._stop)
        self._dialog.finished.connect(self._forget)
        self._dialog.open()
        return True

    @Slot()
    def _ask_files(self) -> None:
        if self._dialog is not None:
            self._read(ask_files(self._dialog, self._folder()))

    @Slot()
    def _ask_folder(self) -> None:
        if self._dialog is not None:
            self._read(ask_folder(self._dialog, self._folder()))

    @Slot(list)
    def _read(self, paths: list[Path]) -> None:
        desk = self._context.session.desk
        if desk is None or self._dialog is None or not paths:
            return
        self._context.settings.last_folder = paths[0].parent
        from careerdesk.gui.dialogs.import_steps import names_of
        from careerdesk.gui.models.import_model import import_rows
        from careerdesk.services import imports

        def work(progress: Progress) -> tuple[ImportPlan, list[Row]]:
            made = imports.plan_import(
                desk, paths, progress=progress, is_stopped=progress.is_cancelled
            )
            progress(1, 1)  # comparing takes a while too, and may have been cancelled meanwhile
            return made, import_rows(made)

        self._dialog.show_work(self.tr("Reading and comparing…"), names_of(paths))
        self._cancel = self._context.tasks.start(
            work,
            on_success=self._on_read,
            on_failure=self._on_not_read,
            on_cancelled=self._on_reading_stopped,
            on_progress=self._dialog.show_progress,
        ).cancel

    @Slot(object)
    def _on_read(self, found: tuple[ImportPlan, list[Row]]) -> None:
        self._plan, self._rows = found
        if self._dialog is not None:
            self._dialog.show_plan(self._plan, self._rows)

    @Slot(object)
    def _on_not_read(self, error: Exception) -> None:
        from careerdesk.domain.errors import CareerDeskError

        if self._dialog is None:
            return
        if isinstance(error, CareerDeskError):
            self._dialog.show_choice(str(error))
        else:
            self._dialog.show_choice()
            self._context.errors.show(error)

    @Slot()
    def _on_reading_stopped(self) -> None:
        if self._dialog is not None:
            self._dialog.show_choice()

    @Slot()
    def _write(self) -> None:
        desk, plan = self._context.session.desk, self._plan
        if desk is None or plan is None or self._dialog is None:
            return
        from careerdesk.services import imports

        def work(progress: Progress) -> str:
            imports.apply_import(desk, plan, progress=progress)
            return plan.title

        self._dialog.show_work(
            self.tr("Backing up and importing…"),
            self.tr("Cancel leaves the desk as it is."),
        )
        self._cancel = self._context.tasks.start(
            work,
            on_success=self._on_written,
            on_failure=self._on_not_written,
            on_cancelled=self._on_writing_stopped,
            on_progress=self._dialog.show_progress,
        ).cancel

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
        if self._dialog is not None:
            self._dialog.end()
        self._context.errors.show(error)

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
    def _stop(self) -> None:
        if self._cancel is not None:
            self._cancel()

    @Slot()
    def _forget(self) -> None:
        self._dialog = self._plan = self._cancel = None
        self._rows = []

    def _folder(self) -> Path:
        folder = self._context.settings.last_folder
        return folder if folder is not None and folder.is_dir() else Path.home()


def ask_files(parent: QWidget, folder: Path) -> list[Path]:
    """Let the user choose files to read."""
    from PySide6.QtWidgets import QFileDialog

    kinds = translate(
        "ImportCommand", "LinkedIn export, tables or a CareerDesk export (*.zip *.csv *.json)"
    )
    title = translate("ImportCommand", "Import")
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), kinds)
    return [Path(name) for name in names]


def ask_folder(parent: QWidget, folder: Path) -> list[Path]:
    """Let the user choose the folder of an export that has been unpacked."""
    from PySide6.QtWidgets import QFileDialog

    title = translate("ImportCommand", "Import a folder")
    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return [Path(name)] if name else []
