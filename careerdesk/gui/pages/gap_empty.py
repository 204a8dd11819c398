"""What the Gap page says while there is no list: the first step, with the ways to take it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from careerdesk.gui.icons import pixmap
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

_PICTURE: Final = 36


class GapEmpty(QFrame):
    """A card with a picture, a heading, a sentence and at most two buttons."""

    def __init__(self, buttons: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._picture = QLabel()
        self._heading = label("", "lead", wrap=True)
        self._sentence = label("", "second", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(8)
        column.addStretch()
        for widget in (self._picture, self._heading, self._sentence):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(widget)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setContentsMargins(0, 8, 0, 0)
        row.addStretch()
        for button in buttons:
            row.addWidget(button)
        row.addStretch()
        column.addStretch()
        self._tint()

    def say(self, heading: str, sentence: str) -> None:
        """Say what is missing, and what to do."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        self._picture.setPixmap(pixmap("target", tokens().ink_3, _PICTURE))
