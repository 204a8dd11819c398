"""Dropping files on a part of a page, which says what will become of them while they hover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from careerdesk.gui.icons import pixmap
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.drop_area import files_in
from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_MARGIN = 6
_PICTURE = 28


class FileDrop(QObject):
    """Makes a widget, with all that lies in it, a place to drop files.

    ``words`` says what dropping these files there does; empty words refuse them. ``dropped``
    carries the files as a list of paths.
    """

    dropped = Signal(list)

    def __init__(self, host: QWidget, words: Callable[[Sequence[Path]], str]) -> None:
        super().__init__(host)
        self._host = host
        self._words = words
        self._veil: _Veil | None = None
        host.setAcceptDrops(True)
        host.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that come over the widget, and leave everything else alone."""
        if isinstance(event, QDragEnterEvent):
            paths = files_in(event.mimeData())
            words = self._words(paths) if paths else ""
            self._answer(event, is_taken=bool(words))
            self._show(words)
            return True
        if isinstance(event, QDragMoveEvent):
            self._answer(event, is_taken=self._veil is not None)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._show("")
            return True
        if isinstance(event, QDropEvent):
            paths = files_in(event.mimeData())
            is_taken = self._veil is not None and bool(paths)
            self._answer(event, is_taken=is_taken)
            self._show("")
            if is_taken:
                self.dropped.emit(paths)
            return True
        return super().eventFilter(watched, event)

    def _answer(self, event: QDropEvent, *, is_taken: bool) -> None:
        if is_taken:
            event.setDropAction(Qt.DropAction.CopyAction)  # never move a file away from its owner
            event.accept()
        else:
            event.ignore()

    def _show(self, words: str) -> None:
        if self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None
        if words:
            self._veil = _Veil(words, self._host)


class _Veil(QFrame):
    """Covers the place where files are dropped."""

    def __init__(self, words: str, host: QWidget) -> None:
        super().__init__(host)
        self.setProperty("role", "drop")
        self.setProperty("over", "true")
        self.setAcceptDrops(False)
        picture = QLabel()
        picture.setPixmap(pixmap("paperclip", tokens().accent, _PICTURE))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sentence = label(words, "lead", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch()
        column.addWidget(picture)
        column.addWidget(sentence)
        column.addStretch()
        above = _MARGIN if isinstance(host, QFrame) else 0  # what lies in a card has room around it
        self.setGeometry(host.rect().adjusted(_MARGIN, above, -_MARGIN, -above))
        self.show()
        self.raise_()
