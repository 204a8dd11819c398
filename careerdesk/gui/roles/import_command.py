"""Importing roles in the window: read files, choose roles of them, and do it as one change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from careerdesk.gui.import_flow import ImportFlow
from careerdesk.gui.roles.import_dialog import ImportRolesDialog
from careerdesk.services import role_import

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.tasks import Progress
    from careerdesk.services.role_import import ForeignRoles, RolePlan


class ImportRolesCommand(ImportFlow):
    """Imports roles of O*NET or ESCO as roles of one's own."""

    _context: GuiContext
    _dialog: ImportRolesDialog | None

    def __init__(self, context: GuiContext, page: QWidget) -> None:
        super().__init__(context, page)
        self._page = page
        self._found: ForeignRoles | None = None

    @Slot()
    def ask(self) -> None:
        """Let the user choose or drop files."""
        if self._dialog is None and not self._context.desk.is_read_only:
            self._begin(ImportRolesDialog(self._page.window()))

    def file_kinds(self) -> str:
        """Return how a file dialog says which files can be chosen."""
        return self.tr("Roles of O*NET or ESCO (*.zip *.txt *.csv)")

    @Slot(list)
    def read(self, paths: list[Path]) -> None:
        """Read the roles of these files."""
        if not paths:
            return

        def work(progress: Progress) -> ForeignRoles:
            return role_import.read_roles(
                paths, progress=progress, is_stopped=progress.is_cancelled
            )

        self._start_reading(paths, work, self.tr("Reading roles…"), self._on_read)

    @Slot(object)
    def _on_read(self, found: ForeignRoles) -> None:
        self._found = found
        if self._dialog is not None:
            self._dialog.show_roles(found)

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

        self._start_writing(work, self._on_written)

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

    @Slot()
    def _on_writing_stopped(self) -> None:
        if self._dialog is not None:
            self._dialog.show_choice_again()

    @Slot()
    def _forget(self) -> None:
        super()._forget()
        self._found = None
