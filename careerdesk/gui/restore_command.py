"""Putting a backup in the place of the desk that is open: it is closed, replaced, and opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from careerdesk.domain.errors import CareerDeskError
from careerdesk.gui.busy_work import BusyWork
from careerdesk.gui.text import local_moment, translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.context import WindowContext
    from careerdesk.services.backups import Backup


class RestoreCommand(QObject):
    """Restores in a worker while no desk is open; a modal dialog keeps the user from opening one.

    Afterwards the desk is open again, as it was then or, if that failed, as it was just now.
    """

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context.window)
        self._context = context
        self._work = BusyWork(context, self)
        self._desk = Path()
        self._moment = ""

    def ask(self, backup: Backup) -> None:
        """Let the user confirm it, the one thing that undo does not take back, and do it."""
        self._moment = local_moment(backup.made_at)
        if ask_to_restore(self._context.window, self._moment):
            self._restore(backup.path)

    def _restore(self, backup: Path) -> None:
        if self._context.session.desk is None:
            return
        from careerdesk.services.backups import restore

        self._desk = desk = self._context.session.desk.path
        notices = self._context.session.close()

        def work(_progress: object) -> tuple[Path | None, tuple[str, ...]] | CareerDeskError:
            try:
                return restore(desk, backup), notices
            except CareerDeskError as error:  # said once the desk is open again
                return error

        self._work.run(self.tr("Restoring the backup…"), work, self._on_ended)

    @Slot(object)
    def _on_ended(self, result: tuple[Path | None, tuple[str, ...]] | CareerDeskError) -> None:
        self._context.session.open(self._desk)
        if isinstance(result, CareerDeskError):
            self._context.errors.show(result)
            return
        from careerdesk.gui.file_dialogs import show_file
        from careerdesk.gui.widgets.message_area import Offer

        replaced, notices = result
        messages = self._context.messages()
        for notice in notices:
            messages.add(notice, "warning")
        text = self.tr("The desk is as it was on {moment}.").format(moment=self._moment)
        if replaced is None:
            messages.add(text)
            return
        text = self.tr(
            "The desk is as it was on {moment}. The one it replaced is kept in {folder}."
        ).format(moment=self._moment, folder=replaced)
        messages.add(text, "accent", Offer(self.tr("Show folder"), lambda: show_file(replaced)))


def ask_to_restore(parent: QWidget, moment: str) -> bool:
    """Let the user say whether a backup may take the place of the desk."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("restore", "Restore a backup"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    text = translate("restore", "Replace the desk by its backup of {moment}?")
    box.setText(text.format(moment=moment))
    box.setInformativeText(
        translate(
            "restore",
            "The desk as it is now is kept in a folder beside it. Undo does not take this back.",
        )
    )
    restore = box.addButton(
        translate("restore", "Replace the desk"), QMessageBox.ButtonRole.AcceptRole
    )
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    box.deleteLater()
    return box.clickedButton() is restore
