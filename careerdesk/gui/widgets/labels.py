"""Labels that show text as it is, never as markup.

They name properties in words where there is an enumeration, because the first frame has them; the
decisions in the README say why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QSizePolicy

from careerdesk.gui.text import tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

_BLANK = "\u00a0"


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label of plain text; ``role`` is one of the style sheet's."""
    made = QLabel()
    made.setProperty("textFormat", "PlainText")
    made.setText(text)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def pill(text: str, tone: str = "") -> QLabel:
    """Return a short word on a coloured surface; ``tone`` is warning, danger, accent or none."""
    made = label(text, "pill")
    made.setProperty("tone", tone)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


class RoomLabel(QLabel):
    """Plain text that wraps, with room for so many lines before there are any."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(_BLANK, parent)
        self._lines = 1
        self.setProperty("textFormat", "PlainText")
        self.setWordWrap(True)
        if role:
            self.setProperty("role", role)

    def keep(self, lines: int) -> None:
        """Keep room for so many lines, and begin in the first of them."""
        from PySide6.QtCore import Qt

        self._lines = lines
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text, or of the lines that are kept."""
        return max(super().heightForWidth(width), self._room())

    def sizeHint(self) -> QSize:
        """Return the size of the text, at least as high as the lines that are kept."""
        return super().sizeHint().expandedTo(QSize(0, self._room()))

    def minimumSizeHint(self) -> QSize:
        """Return the least size, as high as the lines that are kept."""
        return super().minimumSizeHint().expandedTo(QSize(0, self._room()))

    def _room(self) -> int:
        return self.fontMetrics().lineSpacing() * self._lines


class LineLabel(QLabel):
    """One line of plain text that ends in an ellipsis where it does not fit.

    The whole text is in the tooltip then, and always what a screen reader reads.
    """

    is_end_shown = False

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", "PlainText")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)
        self.setText(" ".join(text.split()))

    def show_line(self, text: str) -> None:
        """Show another text."""
        self.setText(" ".join(text.split()))
        self._update_tooltip()

    def minimumSizeHint(self) -> QSize:
        """Allow any width, but a whole line of height."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as fits."""
        if not self._is_cut():
            super().paintEvent(event)
            return
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QPainter

        mode = Qt.TextElideMode
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = QFontMetrics(self.font()).elidedText(
            self.text(),
            mode.ElideMiddle if self.is_end_shown else mode.ElideRight,
            self.contentsRect().width(),
        )
        painter.drawText(self.contentsRect(), int(self.alignment()), shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text where it is cut."""
        super().resizeEvent(event)
        self._update_tooltip()

    def _update_tooltip(self) -> None:
        self.setToolTip(tooltip(self.text()) if self._is_cut() else "")

    def _is_cut(self) -> bool:
        width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return width > self.contentsRect().width()


class PathLine(LineLabel):
    """The place of a file, of which the beginning and the end matter; made by forms."""

    is_end_shown = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
