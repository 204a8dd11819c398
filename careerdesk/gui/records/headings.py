"""The headings of a list, whose words end before the arrow of the column it is sorted by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QStyleOptionHeaderV2

from careerdesk.gui.style_sheet import scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

_GAP: Final = 4  # between words and arrow


class Headings(QHeaderView):
    """Draws words and arrow beside each other.

    Qt draws an arrow over the words where they stand at the right, and ends others without an
    ellipsis where the column does.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the surface, the arrow if there is one, and as much of the words as fits."""
        option = QStyleOptionHeaderV2()
        self.initStyleOption(option)
        option.rect = rect
        self.initStyleOptionForIndex(option, section)
        style, element, part = self.style(), QStyle.ControlElement, QStyle.SubElement
        no_arrow = QStyleOptionHeader.SortIndicator.None_
        style.drawControl(element.CE_HeaderSection, option, painter, self)
        words = style.subElementRect(part.SE_HeaderLabel, option, self)
        if option.sortIndicator != no_arrow:
            option.rect = style.subElementRect(part.SE_HeaderArrow, option, self)
            arrow = QStyle.PrimitiveElement.PE_IndicatorHeaderArrow
            style.drawPrimitive(arrow, option, painter, self)
            words = _beside(option.rect, words)
            option.sortIndicator = no_arrow  # or a hole for it is left in the words
        option.rect = words
        end = Qt.TextElideMode.ElideRight
        option.text = self._metrics().elidedText(option.text, end, words.width())
        style.drawControl(element.CE_HeaderLabel, option, painter, self)

    def _metrics(self) -> QFontMetrics:
        """Return the measures of the font that the style sheet gives to headings."""
        font = scaled(self.font(), "small")
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font)


def _beside(arrow: QRect, words: QRect) -> QRect:
    """Return the room for words that is left by an arrow at one of its ends."""
    if arrow.center().x() > words.center().x():
        return words.adjusted(0, 0, min(arrow.left() - _GAP - words.right(), 0), 0)
    return words.adjusted(max(arrow.right() + _GAP - words.left(), 0), 0, 0, 0)
