"""Writing the portfolio as a PDF from the window, with the choices that are kept on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from careerdesk.domain.records import Records
    from careerdesk.gui.errors import ErrorReporter
    from careerdesk.gui.settings import Settings
    from careerdesk.gui.tasks import TaskRunner
    from careerdesk.gui.widgets.message_area import MessageArea
    from careerdesk.services.desk import Desk

_SAVED: Final = "portfolio saved"  # what the message about the file is about


class PortfolioExport(QObject):
    """Asks for a name and writes the file in the background; ``saved`` says that it is there."""

    saved = Signal()

    def __init__(
        self,
        window: QWidget,
        *,
        settings: Settings,
        tasks: TaskRunner,
        errors: ErrorReporter,
        messages: Callable[[], MessageArea],
        today: Callable[[], date],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._tasks = tasks
        self._errors = errors
        self._messages = messages
        self._today = today

    def save(
        self, desk: Desk, records: Records | None = None, *, include_private: bool = False
    ) -> None:
        """Let the user name the file, and write the portfolio of a desk there.

        ``records`` are those of the desk, where somebody has read them already.
        """
        from careerdesk.gui import file_dialogs
        from careerdesk.services import portfolio

        name = self.tr("{desk} portfolio").format(desk=desk.path.stem)
        path = file_dialogs.ask_new_file(
            self._window,
            self.tr("Save the portfolio"),
            self._folder(desk) / f"{name}.pdf",
            self.tr("PDF (*.pdf)"),
            ".pdf",
        )
        if path is None:
            return
        self._settings.last_folder = path.parent
        with self._errors.reported():
            source, today = portfolio.gather(desk, records), self._today()

            def work(progress: Callable[[int, int], None]) -> tuple[Path, Any, bool]:
                made = portfolio.write(
                    source,
                    path,
                    today=today,
                    include_private=include_private,
                    progress=progress,
                )
                return path, made, include_private

            self._tasks.start(
                work,
                on_success=self._on_written,
                on_failure=self._errors.show,
                words=self.tr("Writing the portfolio…"),
            )

    def _folder(self, desk: Desk) -> Path:
        """Return where the last portfolio was saved, at first where the desk lies."""
        last = self._settings.last_portfolio
        return desk.path.parent if last is None or not last.parent.is_dir() else last.parent

    @Slot(object)
    def _on_written(self, result: tuple[Path, Any, bool]) -> None:
        from careerdesk.gui import file_dialogs
        from careerdesk.gui.widgets.message_area import Offer

        path, made, includes_private = result
        self._settings.last_portfolio = path
        words = self.tr("Saved %n page(s) as {name} in the folder {folder}.", "", made.pages)
        said = [words.format(name=path.name, folder=path.parent)]
        if includes_private:
            said.append(self.tr("Private records are in it."))
        else:
            said.append(self.tr("Private records are not in it."))
        if made.unprintable:
            boxes = self.tr("No font has these characters: {characters}")
            said.append(boxes.format(characters=" ".join(made.unprintable)))
        is_warning = bool(includes_private or made.unprintable or made.notes)
        messages = self._messages()
        messages.drop_about(_SAVED)
        messages.add(
            " ".join((*said, *made.notes)),
            "warning" if is_warning else "accent",
            Offer(self.tr("Open PDF"), lambda: file_dialogs.show_file(path)),
            Offer(self.tr("Open folder"), lambda: file_dialogs.show_folder(path)),
            is_passing=not is_warning,
            about=_SAVED,
        )
        self.saved.emit()
