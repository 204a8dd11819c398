"""In which form a whole desk is exported, with a word on what will be in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QRadioButton, QVBoxLayout

from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class ExportDialog(QDialog):
    """Asks for the form; ``chosen`` says whether it is that of tables."""

    chosen = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export everything"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 72)
        self._json = QRadioButton(self.tr("&One JSON file"))
        self._tables = QRadioButton(self.tr("&Tables"))
        self._json.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(6)
        column.addWidget(label(self.tr("Take all your data out in an open form"), "lead"))
        column.addSpacing(4)
        for choice, words in (
            (
                self._json,
                self.tr("Complete, with attachments. CareerDesk reads it back exactly."),
            ),
            (
                self._tables,
                self.tr("A zip with one CSV file for each kind of record, without attachments."),
            ),
        ):
            choice.setAccessibleDescription(words)
            column.addWidget(choice)
            note = label(words, "second", wrap=True)
            note.setContentsMargins(26, 0, 0, 6)
            column.addWidget(note)
        warning = label(
            self.tr(
                "The export holds everything, also what is marked private: contact details, "
                "pay, notes. Anyone who gets the file can read it."
            ),
            "notice",
            wrap=True,
        )
        warning.setProperty("tone", "warning")
        column.addWidget(warning)
        column.addSpacing(8)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        accept = buttons.addButton(self.tr("Choose where…"), QDialogButtonBox.ButtonRole.AcceptRole)
        accept.setProperty("role", "primary")
        accept.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.accepted.connect(self._on_accepted)

    @Slot()
    def _on_accepted(self) -> None:
        self.chosen.emit(self._tables.isChecked())
