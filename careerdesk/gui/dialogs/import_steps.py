"""The steps of every import: which files, how far the work is, and what would become of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from careerdesk.gui.text import translate
from careerdesk.gui.widgets.drop_area import DropArea, files_in
from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

_SIZE = QSize(960, 620)


class ImportSteps(QDialog):
    """Shows where an import stands; what is read and written is up to a command.

    Args:
        parent: The window.
        title: Of the dialog.
        question: What files are asked for, in large letters.
        sentence: Which files can be chosen, and what happens then.
        preview: What shows what would become of them.
    """

    files_asked = Signal()
    folder_asked = Signal()
    files_chosen = Signal(list)
    import_asked = Signal()
    cancelled = Signal()

    def __init__(
        self, parent: QWidget, *, title: str, question: str, sentence: str, preview: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAcceptDrops(True)
        self.setSizeGripEnabled(True)
        self.resize(_SIZE.boundedTo(parent.size() * 0.94))
        self._is_working = False
        self._stack = QStackedWidget()
        self._choice = self._make_choice(question, sentence)
        self._work = self._make_work()
        self._shown = preview
        for page in (self._choice, self._work, preview):
            self._stack.addWidget(page)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self._back = self._buttons.addButton(
            translate("import_steps", "Other files…"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self._import = self._buttons.addButton(
            translate("import_steps", "Import"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._import.setProperty("role", "primary")
        self._import.clicked.connect(self.import_asked)
        self._back.clicked.connect(self.show_choice)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._stack, 1)
        column.addWidget(self._buttons)
        self.show_choice()

    @Slot()
    def show_choice(self, problem: str = "") -> None:
        """Ask for files; ``problem`` says what is wrong with those chosen before."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._show(self._choice)
        self._choose.setFocus()

    def show_work(self, words: str, details: str = "") -> None:
        """Say that files are being read or rows written."""
        self._words.setText(words)
        self._details.setText(details)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(words)
        self._show(self._work)
        self._cancel.setFocus()

    @Slot(int, int)
    def show_progress(self, done: int, of: int) -> None:
        """Say how far it is."""
        self._bar.setRange(0, max(of, 1))
        self._bar.setValue(done)

    def end(self) -> None:
        """Close, because it is done."""
        self._is_working = False
        self.accept()

    def reject(self) -> None:
        """Close; while there is work, ask for its end instead, which answers by itself."""
        if not self._is_working:
            super().reject()
        elif self._cancel.isEnabled():
            self._cancel.setEnabled(False)
            self._words.setText(translate("import_steps", "Stopping…"))
            self.cancelled.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere in the dialog, unless some are being read."""
        event.setAccepted(not self._is_working and bool(files_in(event.mimeData())))

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        event.acceptProposedAction()
        self.files_chosen.emit(files_in(event.mimeData()))

    def _show(self, page: QWidget) -> None:
        self._is_working = page is self._work
        self._cancel.setEnabled(True)
        self._cancel.setText(translate("import_steps", "Cancel"))
        self._back.setVisible(page is self._shown)
        self._import.setVisible(page is self._shown)
        self._stack.setCurrentWidget(page)

    def _make_choice(self, question: str, sentence: str) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(question, "title", wrap=True))
        column.addWidget(label(sentence, "second", wrap=True))
        self._problem = label("", "notice", wrap=True)
        self._problem.setProperty("tone", "danger")
        column.addWidget(self._problem)
        area = DropArea(translate("import_steps", "Drop files here"))
        area.dropped.connect(self.files_chosen)
        self._choose = area.add_button(translate("import_steps", "Choose files…"))
        self._choose.setProperty("role", "primary")
        self._choose.clicked.connect(self.files_asked)
        area.add_button(translate("import_steps", "Choose a folder…")).clicked.connect(
            self.folder_asked
        )
        column.addWidget(area, 1)
        self.explain(column)
        return page

    def explain(self, column: QVBoxLayout) -> None:
        """Put below the place for files how one comes by them."""

    def _make_work(self) -> QWidget:
        page = QWidget()
        self._words = label("", "lead", wrap=True)
        self._details = label("", "second", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        column = QVBoxLayout(page)
        column.setContentsMargins(48, 0, 48, 0)
        column.setSpacing(12)
        column.addStretch()
        for widget in (self._words, self._details, self._bar):
            column.addWidget(widget)
        column.addStretch()
        return page


def names_of(paths: Sequence[Path]) -> str:
    """Return the names of a few files as one line."""
    names = [path.name for path in paths]
    return ", ".join(names) if len(names) <= 3 else f"{', '.join(names[:3])}, …"
