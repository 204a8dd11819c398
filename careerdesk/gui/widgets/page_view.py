"""One page of a document on screen: white paper with its shadow, and its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from careerdesk.gui.text import translate
from careerdesk.gui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from careerdesk.services.portfolio import PageLook, Picture

SHADOW: Final = 4  # how far it reaches


class PageView(QWidget):
    """One page: white paper with its picture, as soon as there is one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.look: PageLook | None = None
        self._picture = QPixmap()
        self._wanted = 0  # the width in pixels that the picture on show was drawn for

    def show_page(self, look: PageLook, number: int, of: int) -> None:
        """Stand for a page from now on; its old picture stays until there is a new one."""
        self.look = look
        self._wanted = 0
        name = translate("portfolio", "Page {number} of {total}")
        self.setAccessibleName(name.format(number=number, total=of))
        self.setAccessibleDescription(look.text)

    @property
    def width_in_pixels(self) -> int:
        """How wide a picture would have to be to be sharp here."""
        return round(self.paper().width() * self.devicePixelRatioF())

    @property
    def is_sharp(self) -> bool:
        """Whether the picture is of this page and in the right size."""
        return self._wanted == self.width_in_pixels

    def paper(self) -> QRect:
        """Return the paper without its shadow."""
        return self.rect().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)

    def show_picture(self, picture: QPixmap, width: int) -> None:
        """Show a picture that was asked for in this width."""
        self._picture = picture
        self._wanted = width
        self.update()

    def drop_picture(self) -> None:
        """Give back the memory of a page far away."""
        if not self._picture.isNull():
            self._picture = QPixmap()
            self._wanted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shadow, the paper and the picture."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = QRectF(self.paper())
        painter.setPen(Qt.PenStyle.NoPen)
        for reach in range(SHADOW, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 5))
            grown = paper.adjusted(-reach, 2 - reach, reach, reach)
            painter.drawRoundedRect(grown, reach, reach)
        painter.fillRect(paper, QColor("white"))  # paper is white in the dark, too
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._picture.isNull():
            painter.drawPixmap(paper, self._picture, QRectF(self._picture.rect()))
        painter.setPen(QPen(QColor(tokens().line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(paper)


def pixmap_of(picture: Picture) -> QPixmap:
    """Return a picture of plain pixels as one that is quickly drawn."""
    from PySide6.QtGui import QImage

    image = QImage(
        picture.pixels,
        picture.width,
        picture.height,
        picture.stride,
        QImage.Format.Format_RGBX8888,
    )
    return QPixmap.fromImage(image)
