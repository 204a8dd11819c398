"""How a line to choose is drawn: a tick box before its name, or an eye behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from careerdesk.gui.direction import placed
from careerdesk.gui.icons import pixmap
from careerdesk.gui.models.portfolio_models import ASIDE_ROLE, ROW_ROLE
from careerdesk.gui.style_sheet import icon_edge, scaled
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.row_surface import draw_surface
from careerdesk.services.portfolio_outline import OutlineItem, Standing

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

_MARGIN: Final = 10
_GAP: Final = 9
_ICON: Final = 16
_ROUND: Final = 4  # around a mark, for those who aim less well
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_KEYS: Final = (Qt.Key.Key_Space, Qt.Key.Key_Select)


class ChoiceDelegate(QStyledItemDelegate):
    """Draws the line, and turns its mark with a click or the space bar."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return about two lines of text in height: a mark is never smaller than a finger."""
        line = QFontMetrics(option.font).height()
        return QSize(160, max(round(line * (1.8 if _is_item(index) else 2.0)), 28))

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Turn the mark."""
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        if isinstance(event, QMouseEvent):
            is_on_mark = mark_area(option, index).contains(event.position())
            if not is_on_mark or event.button() != Qt.MouseButton.LeftButton:
                return False
            if event.type() != QEvent.Type.MouseButtonRelease:
                # A press, and the second one of a double click, belong to the release that follows.
                return event.type() == QEvent.Type.MouseButtonDblClick
        elif not isinstance(event, QKeyEvent) or event.key() not in _KEYS:
            return False
        is_on = Qt.CheckState(index.data(_CHECK)) is Qt.CheckState.Checked
        turned = Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked
        return model.setData(index, turned, _CHECK)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the surface, the mark, the name and what stands aside."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_surface(painter, QRectF(option.rect), option.state)
        is_on = index.data(_CHECK) in (None, Qt.CheckState.Checked)
        mark = mark_area(option, index)
        if _is_item(index):
            _draw_eye(painter, mark, index)
        elif index.data(_CHECK) is not None:
            _draw_box(painter, mark, is_on=is_on)
        _draw_words(painter, option, index, is_on=is_on)
        painter.restore()


_CHECK: Final = Qt.ItemDataRole.CheckStateRole


def mark_area(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QRectF:
    """Return where the tick box or the eye of a line is, with the room around it."""
    area = QRectF(option.rect)
    width = icon_edge(_ICON) + 2 * _ROUND
    left: float = _MARGIN - _ROUND
    if _is_item(index):
        left = area.width() - left - width
    mark = QRectF(area.left() + left, area.top(), width, area.height())
    return placed(mark, area, option.direction)


def _words_area(option: QStyleOptionViewItem, *, is_item: bool) -> QRectF:
    """Return where name and word aside are, measured from the left."""
    taken = _MARGIN + icon_edge(_ICON) + _ROUND + _GAP
    area = QRectF(option.rect)
    if is_item:
        return area.adjusted(_MARGIN, 0, -taken, 0)
    return area.adjusted(taken, 0, -_MARGIN, 0)


def _is_item(index: QModelIndex | QPersistentModelIndex) -> bool:
    return isinstance(index.data(ROW_ROLE), OutlineItem)


def _draw_box(painter: QPainter, area: QRectF, *, is_on: bool) -> None:
    colours = tokens()
    edge = icon_edge(_ICON)
    box = QRectF(0, 0, edge, edge)
    box.moveCenter(area.center())
    if not is_on:
        painter.setPen(QPen(QColor(colours.ink_3), 1.4))
        painter.setBrush(QColor(colours.panel))
        painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), 4, 4)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.accent))
    painter.drawRoundedRect(box, 4, 4)
    painter.drawPixmap(box.topLeft(), pixmap("check", colours.on_accent, _ICON))


def _draw_eye(painter: QPainter, area: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
    colours = tokens()
    standing = index.data(ROW_ROLE).standing
    name = {Standing.SHOWN: "eye", Standing.PRIVATE: "lock"}.get(standing, "eye-off")
    has_eye = standing in (Standing.SHOWN, Standing.HIDDEN)
    picture = pixmap(name, colours.ink_2 if has_eye else colours.ink_3, _ICON)
    edge = icon_edge(_ICON)
    place = QRectF(0, 0, edge, edge)
    place.moveCenter(area.center())
    if standing is Standing.HIDDEN_WITH:
        painter.setOpacity(0.5)  # it cannot be turned here
    painter.drawPixmap(place.topLeft(), picture)
    painter.setOpacity(1)


def _draw_words(
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
    *,
    is_on: bool,
) -> None:
    colours, font, area = tokens(), QFont(option.font), QRectF(option.rect)
    inner = _words_area(option, is_item=_is_item(index))
    elide = Qt.TextElideMode.ElideRight
    aside, name = str(index.data(ASIDE_ROLE) or ""), " ".join(str(index.data()).split())
    small = scaled(font, "small")
    whole = QFontMetrics(font).horizontalAdvance(name)
    taken = QFontMetrics(small).horizontalAdvance(aside)
    if _is_item(index) and whole + _GAP + taken > inner.width():
        aside, taken = "", 0  # half a word helps nobody; the tooltip has it whole
    painter.setFont(small)
    painter.setPen(QColor(colours.ink_3))
    at_end = _MIDDLE | Qt.AlignmentFlag.AlignRight
    painter.drawText(placed(inner, area, option.direction), at_end, aside)
    left = inner.adjusted(0, 0, -(taken + _GAP if taken else 0), 0)
    painter.setFont(font)
    painter.setPen(QColor(colours.ink if is_on else colours.ink_3))
    line = QFontMetrics(font).elidedText(name, elide, int(left.width()))
    at_start = _MIDDLE | Qt.AlignmentFlag.AlignLeft
    painter.drawText(placed(left, area, option.direction), at_start, line)
