"""One line to log with: "45 min on Inspired", and what was understood before Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from careerdesk.domain.errors import CareerDeskError
from careerdesk.gui.widgets.labels import LineLabel

if TYPE_CHECKING:
    from careerdesk.gui.context import GuiContext

_PAUSE_MS: Final = 120  # of typing, before the desk is searched for the names


class _Line(QLineEdit):
    """A line whose Ctrl+Z undoes typing while there is some, and else the last change."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            is_idle_undo = event.matches(keys.Undo) and not self.isUndoAvailable()
            is_idle_redo = event.matches(keys.Redo) and not self.isRedoAvailable()
            if is_idle_undo or is_idle_redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the line; in an empty one it is left to the window."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class QuickLog(QWidget):
    """The primary action of Home."""

    logged = Signal(str)

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._field = _Line()
        self._field.setPlaceholderText("“45 min on Inspired” or “coffee with Ada 30 min”")
        self._field.setAccessibleName("Log something")
        self._button = QPushButton("Log")
        self._button.setProperty("role", "primary")
        self._answer = LineLabel("", "small")
        self._answer.setAccessibleName("What was understood")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.addWidget(self._field, 0, 0)
        grid.addWidget(self._button, 0, 1)
        grid.addWidget(self._answer, 1, 0, 1, 2)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._understand)
        self._field.textChanged.connect(self._on_typed)
        self._field.returnPressed.connect(self._log)
        self._button.clicked.connect(self._log)
        self._on_typed()

    def focus(self) -> None:
        """Put the cursor into the line."""
        self._field.setFocus()
        self._field.selectAll()

    @Slot()
    def _on_typed(self) -> None:
        has_text = bool(self._field.text().strip())
        self._button.setEnabled(has_text and not self._context.desk.is_read_only)
        if has_text:
            self._pause.start()
        else:
            self._pause.stop()
            self._say(self._hint())

    def _say(self, words: str, role: str = "small") -> None:
        self._answer.show_line(words)
        if self._answer.property("role") != role:
            self._answer.setProperty("role", role)
            self._answer.style().polish(self._answer)  # the sheet looks at properties only then

    def _hint(self) -> str:
        if self._context.desk.is_read_only:
            return "This desk is read-only, so nothing can be logged."
        return "Enter logs it; a name that is new is added to the desk."

    @Slot()
    def _understand(self) -> None:
        # Imported late: the first frame of Home needs none of it.
        from careerdesk.services import quick_log

        text = self._field.text().strip()
        try:
            understood = quick_log.understand(self._context.desk, text, self._context.today())
            self._say(understood.sentence)
        except CareerDeskError as error:
            self._say(str(error))

    @Slot()
    def _log(self) -> None:
        from careerdesk.services import quick_log

        text = self._field.text().strip()
        if not self._button.isEnabled():
            return
        with self._context.errors.reported():
            try:
                done = quick_log.log(self._context.desk, text, self._context.today())
            except quick_log.NotUnderstoodError as error:
                self._pause.stop()
                self._say(str(error), "error")
                return
            self._field.setText("")  # forgets what was typed, so that Ctrl+Z means the desk
            self.logged.emit(done)
