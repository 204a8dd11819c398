"""How a line of the history is drawn: title, state in a pill, time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from careerdesk.gui.direction import placed
from careerdesk.gui.models.history_model import ENTRY_ROLE, Heading, state_word
from careerdesk.gui.style_sheet import pill_height, scaled
from careerdesk.gui.text import local_time
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.row_surface import draw_surface
from careerdesk.services.history import ChangeEntry, ChangeState

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

_MARGIN: Final = 12


class HistoryDelegate(QStyledItemDelegate):
    """One line each; what does not fit is in the tooltip and the panel beside the list."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return about two lines of text in height."""
        line = QFontMetrics(option.font).height()
        is_heading = isinstance(index.data(ENTRY_ROLE), Heading)
        return QSize(200, round(line * (2.3 if is_heading else 2.1)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a heading or a change."""
        row = index.data(ENTRY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        font = QFont(option.font)
        if isinstance(row, Heading):
            _draw_heading(painter, area, font, row.text)
        elif isinstance(row, ChangeEntry):
            draw_surface(painter, area, option.state)
            _draw_change(painter, area, font, row)
        painter.restore()


def _draw_heading(painter: QPainter, area: QRectF, font: QFont, text: str) -> None:
    small = scaled(font, "card")
    small.setWeight(QFont.Weight.DemiBold)
    painter.setFont(small)
    painter.setPen(QColor(tokens().ink_2))
    inner = area.adjusted(_MARGIN, 0, -_MARGIN, -5)
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)


def _draw_change(painter: QPainter, area: QRectF, font: QFont, entry: ChangeEntry) -> None:
    colours = tokens()
    inner = area.adjusted(_MARGIN, 0, -_MARGIN, 0)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(scaled(font, "small"))
    painter.setPen(QColor(colours.ink_3))
    time = local_time(entry.at)
    painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, time)
    right = inner.right() - painter.fontMetrics().horizontalAdvance(time) - _MARGIN
    if word := state_word(entry.state):
        width = painter.fontMetrics().horizontalAdvance(word) + 18
        height = pill_height(font)
        left = right - width
        pill = QRectF(left, area.center().y() - height / 2, width, height)
        pill = placed(pill, area, painter.layoutDirection())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(QColor(colours.ink_2))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, word)
        right = left - _MARGIN
    painter.setFont(font)
    is_done = entry.state is ChangeState.DONE
    painter.setPen(QColor(colours.ink if is_done else colours.ink_2))
    room = QRectF(inner.left(), inner.top(), right - inner.left(), inner.height())
    line = " ".join(entry.title.split())
    title = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, int(room.width()))
    room = placed(room, area, painter.layoutDirection())
    painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, title)
