"""A place to drop files on, for those who would rather not look for them in a dialog."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent

_PICTURE = 28


class DropArea(QWidget):
    """A dashed field with words, and buttons for the same thing by keyboard."""

    dropped = Signal(list)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_above = False
        self.setAcceptDrops(True)
        self.setAccessibleName(words)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        said = label(words, "strong", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch()
        column.addWidget(self._picture)
        column.addWidget(said)
        self._buttons = QHBoxLayout()
        column.addLayout(self._buttons)
        self._buttons.setSpacing(8)
        self._buttons.addStretch()
        self._buttons.addStretch()
        column.addStretch()
        self._tint()

    def add_button(self, text: str) -> QPushButton:
        """Put a button below the words and return it."""
        button = QPushButton(text)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and nothing else."""
        self._is_above = bool(files_in(event.mimeData()))
        event.setAccepted(self._is_above)
        self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        super().dragLeaveEvent(event)
        self._is_above = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which files were dropped."""
        self._is_above = False
        self.update()
        event.acceptProposedAction()
        self.dropped.emit(files_in(event.mimeData()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed edge."""
        del event
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = colours.accent if self._is_above else colours.ink_3
        painter.setPen(QPen(QColor(edge), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(colours.accent_surface if self._is_above else colours.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)

    def _tint(self) -> None:
        from careerdesk.gui.icons import pixmap

        self._picture.setPixmap(pixmap("upload", tokens().accent, _PICTURE))


def files_in(data: QMimeData) -> list[Path]:
    """Return the files of this computer that something dragged holds."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
