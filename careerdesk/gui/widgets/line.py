"""The one-line field: Ctrl+Z means typing first and the desk after it, Escape empties it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


class Line(QLineEdit):
    """A line whose undo gives way to the window's while there is no typing to undo.

    ``left`` says that the cursor has gone elsewhere in the window; a menu or another window of
    the system does not count.
    """

    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where there is no typing to undo or redo."""
        if is_idle_undo(event, may_undo=self.isUndoAvailable(), may_redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the cursor has gone."""
        super().focusOutEvent(event)
        if is_leaving(event):
            self.left.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files to what the line lies in; text is taken."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)


class FilterLine(Line):
    """A line that Escape empties; in an empty one Escape is left to the window."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape while there is something to empty."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class Paragraphs(QPlainTextEdit):
    """Several lines of plain text, as high as they are long, with the manners of a line."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where there is no typing to undo or redo."""
        document = self.document()
        if is_idle_undo(
            event,
            may_undo=document.isUndoAvailable(),
            may_redo=document.isRedoAvailable(),
        ):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the cursor has gone."""
        super().focusOutEvent(event)
        if is_leaving(event):
            self.left.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files to what the text lies in; text is taken."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)


def is_idle_undo(event: QEvent, *, may_undo: bool, may_redo: bool) -> bool:
    """Say whether a key asks a field to undo or redo typing of which there is none."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    return (event.matches(keys.Undo) and not may_undo) or (
        event.matches(keys.Redo) and not may_redo
    )


def is_leaving(event: QFocusEvent) -> bool:
    """Say whether the cursor goes to another place of the window, not to a menu for a moment."""
    passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
    return event.reason() not in passing
