"""What every import in the window has in common: choose files, work on them, stop, begin again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Slot

from careerdesk.domain.errors import CareerDeskError
from careerdesk.gui.file_dialogs import ask_files, ask_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdesk.gui.context import GuiContext, WindowContext
    from careerdesk.gui.dialogs.import_steps import ImportSteps
    from careerdesk.gui.tasks import Progress

T = TypeVar("T")


class ImportFlow(QObject):
    """Reads and writes in a worker that is lent the desk; its modal dialog keeps the user off it.

    Cancelling is an exception in the function that tells the progress: what was written is rolled
    back with it, and the process that reads files is ended. What is read and written is up to the
    commands made of this.
    """

    def __init__(self, context: WindowContext | GuiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context: WindowContext | GuiContext = context
        self._dialog: ImportSteps | None = None
        self._cancel: Callable[[], None] | None = None

    def file_kinds(self) -> str:
        """Return how a file dialog says which files can be chosen."""
        raise AssertionError("an import knows its files")

    @Slot(list)
    def read(self, paths: list[Path]) -> None:
        """Read these files and show what is in them."""
        raise AssertionError("an import knows how to read")

    def _begin(self, dialog: ImportSteps) -> None:
        """Let the user choose or drop files."""
        self._dialog = dialog
        dialog.files_asked.connect(self._ask_files)
        dialog.folder_asked.connect(self._ask_folder)
        dialog.files_chosen.connect(self.read)
        dialog.import_asked.connect(self._write)
        dialog.cancelled.connect(self._stop)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _start_reading(
        self,
        paths: list[Path],
        work: Callable[[Progress], T],
        words: str,
        on_read: Callable[[T], None],
    ) -> None:
        """Read files in a worker; what is wrong with them is said where others can be chosen."""
        from careerdesk.gui.dialogs.import_steps import names_of

        self._context.settings.last_folder = paths[0].parent
        self._start(
            work, (words, names_of(paths)), on_read, self._on_not_read, self._on_reading_stopped
        )

    def _start_writing(
        self, work: Callable[[Progress], T], on_written: Callable[[T], None]
    ) -> None:
        """Write in a worker what is to be imported."""
        said = self.tr("Backing up and importing…"), self.tr("Cancel leaves the desk as it is.")
        self._start(work, said, on_written, self._on_not_written, self._on_writing_stopped)

    def _start(
        self,
        work: Callable[[Progress], T],
        said: tuple[str, str],
        on_success: Callable[[T], None],
        on_failure: Callable[[Exception], None],
        on_cancelled: Callable[[], None],
    ) -> None:
        if self._dialog is None:
            return
        self._dialog.show_work(*said)
        self._cancel = self._context.tasks.start(
            work,
            on_success=on_success,
            on_failure=on_failure,
            on_cancelled=on_cancelled,
            on_progress=self._dialog.show_progress,
        ).cancel

    @Slot()
    def _write(self) -> None:
        raise AssertionError("an import knows how to write")

    @Slot(object)
    def _on_not_written(self, error: Exception) -> None:
        if self._dialog is not None:
            self._dialog.end()
        self._context.errors.show(error)

    @Slot()
    def _on_writing_stopped(self) -> None:
        raise AssertionError("an import shows again what it would write")

    @Slot()
    def _ask_files(self) -> None:
        if self._dialog is not None:
            title = self._dialog.windowTitle()
            self._read_chosen(ask_files(self._dialog, title, self._folder(), self.file_kinds()))

    @Slot()
    def _ask_folder(self) -> None:
        if self._dialog is not None:
            title = self.tr("Import a folder")
            chosen = ask_folder(self._dialog, title, self._folder())
            self._read_chosen([chosen] if chosen is not None else [])

    def _read_chosen(self, paths: list[Path]) -> None:
        if paths:
            self.read(paths)

    @Slot(object)
    def _on_not_read(self, error: Exception) -> None:
        if self._dialog is None:
            return
        if isinstance(error, CareerDeskError):
            self._dialog.show_choice(getattr(error, "placed", str(error)))
        else:
            self._dialog.show_choice()
            self._context.errors.show(error)

    @Slot()
    def _on_reading_stopped(self) -> None:
        if self._dialog is not None:
            self._dialog.show_choice()

    @Slot()
    def _stop(self) -> None:
        if self._cancel is not None:
            self._cancel()

    @Slot()
    def _forget(self) -> None:
        self._dialog = self._cancel = None

    def _folder(self) -> Path:
        folder = self._context.settings.last_folder
        return folder if folder is not None and folder.is_dir() else Path.home()
