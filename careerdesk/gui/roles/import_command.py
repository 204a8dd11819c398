"""Importing roles in the window: read files, choose roles of them, and do it as one change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from careerdesk.domain.errors import CareerDeskError
from careerdesk.gui.dialogs.import_steps import names_of
from careerdesk.gui.roles.import_dialog import ImportRolesDialog
from careerdesk.gui.text import translate
from careerdesk.services import role_import

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.tasks import Progress
    from careerdesk.services.role_import import ForeignRoles, RolePlan


class ImportRolesCommand(QObject):
    """Reads in a worker, writes in one that is lent the desk; both can be stopped."""

    def __init__(self, context: GuiContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._dialog: ImportRolesDialog | None = None
        self._found: ForeignRoles | None = None
        self._cancel: Callable[[], None] | None = None

    @Slot()
    def ask(self) -> None:
        """Let the user choose or drop files."""
        if self._dialog is not None or self._context.desk.is_read_only:
            return
        self._dialog = ImportRolesDialog(self._page.window())
        self._dialog.files_asked.connect(self._ask_files)
        self._dialog.folder_asked.connect(self._ask_folder)
        self._dialog.files_chosen.connect(self.read)
        self._dialog.import_asked.connect(self._write)
        self._dialog.cancelled.connect(self._stop)
        self._dialog.finished.connect(self._forget)
        self._dialog.open()

    @Slot(list)
    def read(self, paths: list[Path]) -> None:
        """Read the roles of these files."""
        if self._dialog is None or not paths:
            return
        self._context.settings.last_folder = paths[0].parent

        def work(progress: Progress) -> ForeignRoles:
            return role_import.read_roles(
                paths, progress=progress, is_stopped=progress.is_cancelled
            )

        self._dialog.show_work(self.tr("Reading roles…"), names_of(paths))
        self._cancel = self._context.tasks.start(
            work,
            on_success=self._on_read,
            on_failure=self._on_not_read,
            on_cancelled=self._on_reading_stopped,
            on_progress=self._dialog.show_progress,
        ).cancel

    @Slot()
    def _ask_files(self) -> None:
        if self._dialog is not None:
            self.read(ask_role_files(self._dialog, self._folder()))

    @Slot()
    def _ask_folder(self) -> None:
        if self._dialog is not None:
            self.read(ask_role_folder(self._dialog, self._folder()))

    @Slot(object)
    def _on_read(self, found: ForeignRoles) -> None:
        self._found = found
        if self._dialog is not None:
            self._dialog.show_roles(found)

    @Slot(object)
    def _on_not_read(self, error: Exception) -> None:
        if self._dialog is None:
            return
        if not isinstance(error, CareerDeskError):
            self._dialog.show_choice()
            self._context.errors.show(error)
            return
        self._dialog.show_choice(getattr(error, "placed", str(error)))

    @Slot()
    def _on_reading_stopped(self) -> None:
        if self._dialog is not None:
            self._dialog.show_choice()

    @Slot()
    def _write(self) -> None:
        if self._dialog is None or self._found is None:
            return
        desk, choice, problems = self._context.desk, self._dialog.choice, self._found.problems
        plan = role_import.plan_roles(
            desk, choice.roles, problems, updates_known=choice.updates_known.isChecked()
        )

        def work(progress: Progress) -> RolePlan:
            role_import.apply_roles(desk, plan, progress=progress)
            return plan

        self._dialog.show_work(
            self.tr("Backing up and importing…"), self.tr("Cancel leaves the desk as it is.")
        )
        self._cancel = self._context.tasks.start(
            work,
            on_success=self._on_written,
            on_failure=self._on_not_written,
            on_cancelled=self._on_writing_stopped,
            on_progress=self._dialog.show_progress,
        ).cancel

    @Slot(object)
    def _on_written(self, plan: RolePlan) -> None:
        if self._dialog is not None:
            self._dialog.end()
        if not plan.changing:
            differs = any(one.outcome is role_import.Outcome.SKIPPED for one in plan.entries)
            words = (
                self.tr(
                    "You have every one of these roles already, some otherwise than in the files; "
                    "nothing was changed."
                )
                if differs
                else self.tr("You have every one of these roles already; nothing was changed.")
            )
            self._context.messages.add(words, is_passing=True)
            return
        self._context.commands.say_done(self.tr("Done: {title}.").format(title=plan.title))
        self._context.navigator.do("roles", f"role/{plan.changing[0].after.id}")

    @Slot(object)
    def _on_not_written(self, error: Exception) -> None:
        if self._dialog is not None:
            self._dialog.end()
        self._context.errors.show(error)

    @Slot()
    def _on_writing_stopped(self) -> None:
        if self._dialog is not None:
            self._dialog.show_choice_again()

    @Slot()
    def _stop(self) -> None:
        if self._cancel is not None:
            self._cancel()

    @Slot()
    def _forget(self) -> None:
        self._dialog = self._cancel = self._found = None

    def _folder(self) -> Path:
        folder = self._context.settings.last_folder
        return folder if folder is not None and folder.is_dir() else Path.home()


def ask_role_files(parent: QWidget, folder: Path) -> list[Path]:
    """Let the user choose files to read."""
    from PySide6.QtWidgets import QFileDialog

    kinds = translate("import_roles", "Roles of O*NET or ESCO (*.zip *.txt *.csv)")
    title = translate("import_roles", "Import roles")
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), kinds)
    return [Path(name) for name in names]


def ask_role_folder(parent: QWidget, folder: Path) -> list[Path]:
    """Let the user choose the folder of a release that has been unpacked."""
    from PySide6.QtWidgets import QFileDialog

    title = translate("import_roles", "Import roles from a folder")
    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return [Path(name)] if name else []
