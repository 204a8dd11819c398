"""The line that is logged with: it completes names while they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QRect, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdesk.services.log_names import Completion

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LogLine(QLineEdit):
    """A line whose Ctrl+Z undoes typing while there is some, and else the last change.

    ``again`` is Enter with Ctrl. Names are listed below while they are typed: Down and Enter
    choose one, Tab takes the first.
    """

    again = Signal()

    def __init__(
        self, complete: Callable[[str], Completion | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._complete = complete
        self._start = 0
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._list().setProperty("role", "popup")
        self._completer.activated.connect(self._take)
        self.textEdited.connect(self._offer)

    def close_list(self) -> None:
        """Put the names away."""
        self._list().hide()

    def event(self, event: QEvent) -> bool:
        """Leave idle Ctrl+Z to the window, and have Tab take a name while some are listed."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_idle(event):
                event.ignore()
                return False
            is_tab = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab
            if is_tab and self._list().isVisible():
                index = self._list().currentIndex()
                self._take(self._names.stringList()[max(index.row(), 0)])
                self.close_list()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that choose a name to the list, and the rest of Escape to the window."""
        popup = self._list()
        is_enter = event.key() in _ENTER
        is_listed = popup.isVisible()
        if event.key() == Qt.Key.Key_Escape or (
            is_listed and is_enter and popup.currentIndex().isValid()
        ):
            event.ignore()
        elif is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.close_list()
            self.again.emit()
        else:
            if is_enter:
                self.close_list()
            super().keyPressEvent(event)

    def _is_idle(self, event: QKeyEvent) -> bool:
        keys = QKeySequence.StandardKey
        is_idle_undo = event.matches(keys.Undo) and not self.isUndoAvailable()
        return is_idle_undo or (event.matches(keys.Redo) and not self.isRedoAvailable())

    def _list(self) -> QAbstractItemView:
        found = self._completer.popup()
        assert found is not None  # made when it is first asked for
        return found

    @Slot()
    def _offer(self) -> None:
        text = self.text()
        at_end = self.cursorPosition() == len(text)
        found = self._complete(text) if at_end else None
        if found is None:
            self.close_list()
            return
        self._start = found.start
        self._names.setStringList(list(found.names))
        metrics = self.fontMetrics()
        left = self.cursorRect().center().x() - metrics.horizontalAdvance(text[found.start :])
        width = max(map(metrics.horizontalAdvance, found.names)) + 48
        left = max(min(left - 12, self.width() - width), 0)
        self._completer.complete(QRect(left, 0, min(width, self.width()), self.height() + 2))
        self._list().setCurrentIndex(QModelIndex())  # Enter means the line until one is chosen

    @Slot(str)
    def _take(self, name: str) -> None:
        self.setText(f"{self.text()[: self._start]}{name} ")
