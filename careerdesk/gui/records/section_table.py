"""The table of a list in sections: a heading spans its row, and folds with a click or a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QModelIndex, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from careerdesk.gui.direction import placed
from careerdesk.gui.icons import pixmap
from careerdesk.gui.records.delegate import RecordDelegate, draw_surface, row_height
from careerdesk.gui.records.sections import Section, SectionModel
from careerdesk.gui.records.table_model import ROW_ROLE
from careerdesk.gui.records.table_view import RecordTable
from careerdesk.gui.style_sheet import icon_edge, scaled
from careerdesk.gui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.records.columns import Row

_MARGIN: Final = 10
_GAP: Final = 6
_ICON: Final = 14
_UNFOLD, _FOLD = Qt.Key.Key_Right, Qt.Key.Key_Left
_TURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SectionTable(RecordTable):
    """One row at a time is chosen, a heading like any other."""

    def __init__(self, model: SectionModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._sections = model
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(SectionDelegate(self))
        model.modelReset.connect(self._span)
        model.layoutChanged.connect(self._span)
        self.clicked.connect(self._on_clicked)
        self._span()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold and unfold a heading: with the arrows to the sides, Enter or the space bar."""
        section = self.current_record()
        if isinstance(section, Section):
            arrows = (_FOLD, _UNFOLD) if not self.isRightToLeft() else (_UNFOLD, _FOLD)
            if event.key() in _TURN:
                self._turn(section)
                return
            if event.key() in arrows:
                self._sections.fold(section, is_folded=event.key() == arrows[0])
                return
        super().keyPressEvent(event)

    @Slot()
    def _span(self) -> None:
        self.clearSpans()
        for row in self._sections.headings():
            self.setSpan(row, 0, 1, self._sections.columnCount())

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row: Row | None = index.data(ROW_ROLE)
        if row is not None and isinstance(row.record, Section):
            self._turn(row.record)

    def _turn(self, section: Section) -> None:
        self._sections.fold(section, is_folded=not self._sections.is_folded(section))


class SectionDelegate(RecordDelegate):
    """Draws headings; all else as in other lists."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Leave headings out of the width that a column asks for."""
        row: Row = index.data(ROW_ROLE)
        if isinstance(row.record, Section):
            return QSize(0, row_height(option.font))
        return super().sizeHint(option, index)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a cell."""
        row: Row = index.data(ROW_ROLE)
        if not isinstance(row.record, Section):
            super().paint(painter, option, index)
            return
        painter.save()
        area = QRectF(option.rect)
        draw_surface(painter, area, option, index)
        inner = area.adjusted(_MARGIN, 0, -_MARGIN, 0)
        colours, edge = tokens(), icon_edge(_ICON)
        name = "chevron-down"
        if row.extra.is_folded:
            is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
            name = "chevron-left" if is_mirrored else "chevron-right"
        mark = QRectF(inner.left(), area.center().y() - edge / 2, edge, edge)
        place = placed(mark, area, option.direction)
        painter.drawPixmap(place.topLeft().toPoint(), pixmap(name, colours.ink_2, _ICON))
        title, count = row.record.title(), QLocale().toString(row.extra.count)
        small = scaled(option.font, "small")
        strong = QFont(small)
        strong.setWeight(QFont.Weight.DemiBold)
        left = mark.right() + _GAP
        for words, font, colour in ((title, strong, colours.ink_2), (count, small, colours.ink_3)):
            width = QFontMetricsF(font).horizontalAdvance(words) + 1
            room = placed(QRectF(left, area.top(), width, area.height()), area, option.direction)
            painter.setFont(font)
            painter.setPen(QPen(QColor(colour)))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            left += width + _GAP
        painter.restore()
