"""Moving the desk that is open to another folder: it is closed, moved, and opened again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from careerdesk.domain.errors import CareerDeskError
from careerdesk.gui.busy_work import BusyWork
from careerdesk.gui.file_dialogs import ask_folder

if TYPE_CHECKING:
    from careerdesk.gui.context import WindowContext
    from careerdesk.gui.tasks import Progress


class MoveCommand(QObject):
    """Moves in a worker while no desk is open; a modal dialog keeps the user from opening one.

    ``ended`` says that the desk is open again, at the new place or at the old one.
    """

    ended = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context.window)
        self._context = context
        self._work = BusyWork(context, self)
        self._old = Path()
        self._new = Path()

    def ask(self) -> None:
        """Let the user choose a folder, and move the desk there."""
        if self._context.session.desk is None:
            return
        path = self._context.session.desk.path
        folder = ask_folder(self._context.window, self.tr("Move the desk to"), path.parent)
        if folder is not None and folder != path.parent:
            self.move_to(folder / path.name)

    def move_to(self, target: Path) -> None:
        """Move the desk that is open, with its backups."""
        if self._context.session.desk is None:
            return
        from careerdesk.services.desk import move_desk

        self._old, self._new = old, _ = self._context.session.desk.path, target
        notices = self._context.session.close()

        def work(progress: Progress) -> tuple[str, ...] | CareerDeskError:
            try:
                return (*notices, move_desk(old, target, progress=progress))
            except CareerDeskError as error:  # said once the desk is open again
                return error

        self._work.run(self.tr("Moving the desk…"), work, self._on_ended)

    @Slot(object)
    def _on_ended(self, result: tuple[str, ...] | CareerDeskError) -> None:
        if isinstance(result, CareerDeskError):
            self._context.session.open(self._old)
            self.ended.emit()
            self._context.errors.show(result)
            return
        self._context.settings.forget_desk(self._old)
        self._context.session.open(self._new)
        self.ended.emit()
        messages = self._context.messages()
        words = self.tr("The desk is now in {folder}.").format(folder=self._new.parent)
        messages.add(words, "accent", is_passing=True)
        for notice in filter(None, result):
            messages.add(notice, "warning")
