"""A card that is one large button: a picture, what it does, and a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout

from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_PICTURE = 24
_LETTERS = 24  # in a line of the sentence, at least


class ChoiceCard(QPushButton):
    """As wide as its place and as high as its sentence needs."""

    def __init__(
        self, picture: str, title: str, sentence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = picture
        self.setProperty("role", "choice-card")
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._picture = QLabel()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 16, 18, 16)
        self._column.setSpacing(8)
        for widget in (self._picture, label(title, "lead"), label(sentence, "second", wrap=True)):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._column.addWidget(widget)
        self._column.addStretch()
        self._tint()

    def sizeHint(self) -> QSize:
        """Return a few words a line, and the height that the width at hand asks for."""
        width = self.fontMetrics().averageCharWidth() * _LETTERS + 36
        height = self._column.totalHeightForWidth(max(self.width(), width))
        return QSize(width, height + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Return the same, so that no word is cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the sentence breaks differently."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        from careerdesk.gui.icons import pixmap

        self._picture.setPixmap(pixmap(self._name, tokens().accent, _PICTURE))
