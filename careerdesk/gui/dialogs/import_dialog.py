"""Importing step by step: which files, what would become of their rows, and doing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from careerdesk.gui.dialogs.import_preview import ImportPreview
from careerdesk.gui.dialogs.import_steps import ImportSteps
from careerdesk.gui.text import translate
from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from careerdesk.gui.models.import_model import Row
    from careerdesk.services.imports import ImportPlan


class ImportDialog(ImportSteps):
    """Shows where an import stands; what is read and written is up to ``ImportCommand``."""

    def __init__(self, parent: QWidget) -> None:
        preview = ImportPreview()
        super().__init__(
            parent,
            title=translate("import_dialog", "Import"),
            question=translate("import_dialog", "What would you like to bring in?"),
            sentence=translate(
                "import_dialog",
                "The zip that LinkedIn sends, the folder unpacked from it, tables as CSV, an "
                "address book as CSV, or an export of CareerDesk. You see what would happen "
                "before anything is changed.",
            ),
            preview=preview,
        )
        self._preview = preview

    def show_plan(self, plan: ImportPlan, rows: list[Row], note: str = "") -> None:
        """Show what the import would do; ``note`` says what happened since it was asked for."""
        self._preview.show_plan(plan, rows, note)
        count = len(plan.new) + len(plan.changed)
        self._import.setText(
            self.tr("Import {count}").format(count=QLocale().toString(count))
            if count
            else self.tr("Import")
        )
        self._show(self._preview)
        self._import.setVisible(not plan.is_empty)
        self._cancel.setText(self.tr("Close") if plan.is_empty else self.tr("Cancel"))
        (self._cancel if plan.is_empty else self._import).setDefault(True)
        (self._cancel if plan.is_empty else self._import).setFocus()

    def explain(self, column: QVBoxLayout) -> None:
        """Say how to get the data from LinkedIn."""
        column.addWidget(label(self.tr("How to get your data from LinkedIn"), "heading"))
        column.addWidget(label(linkedin_help(), "second", wrap=True))


def linkedin_help() -> str:
    """Return how to get an export from LinkedIn."""
    return translate(
        "import_dialog",
        "On linkedin.com, set to English: your picture → Settings & Privacy → Data privacy → Get a "
        "copy of your data → Request archive. LinkedIn mails a link, at the latest after a day. "
        "Bring in the zip as it is.",
    )
