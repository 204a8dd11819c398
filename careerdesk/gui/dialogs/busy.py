"""The dialog shown while a worker has the desk; it ends with the work and not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout

from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class BusyDialog(QDialog):
    """Says what is going on and how far it is; ``cancelled`` says that the user wants it ended."""

    cancelled = Signal()

    def __init__(self, words: str, parent: QWidget, *, can_cancel: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("CareerDesk"))
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
        self._can_cancel = can_cancel
        self._words = label(words)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        self._buttons = QDialogButtonBox()
        if can_cancel:
            self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
            self._buttons.rejected.connect(self.reject)
            column.addWidget(self._buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 48)

    @Slot(int, int)
    def show_progress(self, done: int, of: int) -> None:
        """Say how far it is."""
        self._bar.setRange(0, max(of, 1))
        self._bar.setValue(done)

    def end(self) -> None:
        """Give the window free."""
        super().reject()
        self.deleteLater()

    def reject(self) -> None:
        """Ask for the end of the work, which Escape does not end by itself."""
        if self._can_cancel:
            self._can_cancel = False
            self._words.setText(self.tr("Stopping…"))
            self._buttons.setEnabled(False)
            self.cancelled.emit()
