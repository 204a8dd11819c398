"""How the cells of a list are drawn: words on one line, pills, levels as steps, and the lock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from careerdesk.gui.direction import placed
from careerdesk.gui.icons import pixmap
from careerdesk.gui.records.table_model import ROW_ROLE, RecordTableModel
from careerdesk.gui.style_sheet import icon_edge, pill_height, scaled
from careerdesk.gui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from careerdesk.gui.records.columns import Column, Row

_MARGIN: Final = 12
_LOCK: Final = 14
_STEPS: Final = 5
_SMALLEST_ROW: Final = 36


def row_height(font: QFont) -> int:
    """Return the height of a row in logical pixels: two lines of text, at least 36."""
    return max(round(QFontMetrics(font).height() * 2.1), _SMALLEST_ROW)


class RecordDelegate(QStyledItemDelegate):
    """Draws one cell; the row under the pointer and the selected rows have a surface."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room that the words of a cell need."""
        metrics = QFontMetrics(option.font)
        width = metrics.horizontalAdvance(str(index.data() or "")) + 2 * _MARGIN
        return QSize(width, row_height(option.font))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a cell."""
        model = index.model()
        assert isinstance(model, RecordTableModel)
        row: Row = index.data(ROW_ROLE)
        column = model.columns[index.column()]
        painter.save()
        area = QRectF(option.rect)
        _draw_surface(painter, area, option)
        inner = area.adjusted(_MARGIN, 0, -_MARGIN, 0)
        if index.column() == 0 and getattr(row.record, "is_private", False):
            colour = tokens().ink_3
            lock = pixmap("lock", colour, _LOCK)
            edge = icon_edge(_LOCK)
            place = QRectF(inner.right() - edge, area.center().y() - edge / 2, edge, edge)
            place = placed(place, area, option.direction)
            painter.drawPixmap(place.topLeft().toPoint(), lock)
            inner.setRight(inner.right() - edge - 6)
            inner = placed(inner, area, option.direction)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        tone = column.tone(row) if column.tone is not None else None
        if tone is not None:
            words = column.text(row)
            _draw_pill(painter, inner, QFont(option.font), words, tone, is_selected=is_selected)
        else:
            is_first = index.column() == 0
            _draw_cell(painter, inner, QFont(option.font), column, row, is_first=is_first)
        painter.restore()


def _draw_surface(painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
    colours = tokens()
    view = option.widget
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(area, QColor(colours.accent_surface))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, QColor(colours.window))
    painter.setPen(QPen(QColor(colours.line), 1))
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    if isinstance(view, QTableView) and view.hasFocus():
        current = view.currentIndex()
        if current.row() == view.rowAt(int(area.center().y())):
            painter.setPen(QPen(QColor(colours.accent), 2))
            top, bottom = area.top() + 1, area.bottom() - 1
            painter.drawLine(int(area.left()), int(top), int(area.right()), int(top))
            painter.drawLine(int(area.left()), int(bottom), int(area.right()), int(bottom))


def _draw_cell(
    painter: QPainter, inner: QRectF, font: QFont, column: Column, row: Row, *, is_first: bool
) -> None:
    colours = tokens()
    text = " ".join(column.text(row).split())
    if column.level is not None:
        inner = _draw_steps(painter, inner, font, column.level(row))
    if is_first:
        font.setWeight(QFont.Weight.Medium)
    painter.setFont(font)
    painter.setPen(QColor(colours.ink if is_first else colours.ink_2))
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()))
    painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _draw_pill(
    painter: QPainter, inner: QRectF, font: QFont, text: str, tone: str, *, is_selected: bool
) -> None:
    if not text:
        return
    colours = tokens()
    ground, ink = {
        "warning": (colours.warning_surface, colours.warning),
        "danger": (colours.danger_surface, colours.danger),
        "accent": (colours.accent_surface, colours.accent),
    }.get(tone, (colours.track, colours.ink_2))
    if is_selected and ground == colours.accent_surface:
        ground = colours.panel  # a selected row has the same surface as the pill
    small = scaled(font, "small")
    metrics = QFontMetrics(small)
    height = pill_height(font)
    width = min(metrics.horizontalAdvance(text) + 18, inner.width())
    area = QRectF(inner.left(), inner.center().y() - height / 2, width, height)
    area = placed(area, inner, painter.layoutDirection())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(area, height / 2, height / 2)
    painter.setFont(small)
    painter.setPen(QColor(ink))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width) - 16)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)


def _draw_steps(painter: QPainter, inner: QRectF, font: QFont, level: float | None) -> QRectF:
    """Draw a level as filled steps and return the room left; unknown is outlines."""
    colours = tokens()
    unit = QFontMetrics(font).height()
    width, height, gap = unit * 0.72, unit * 0.42, 2.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    direction = painter.layoutDirection()
    for step in range(_STEPS):
        left = inner.left() + step * (width + gap)
        whole = QRectF(left, inner.center().y() - height / 2, width, height)
        area = placed(whole, inner, direction)
        if level is None:
            painter.setPen(QPen(QColor(colours.ink_3), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
            continue
        part = min(max(level - step, 0.0), 1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(area, 2, 2)
        if part > 0:
            painter.setBrush(QColor(colours.accent))
            whole.setWidth(whole.width() * part)
            painter.drawRoundedRect(placed(whole, inner, direction), 2, 2)
    rest = inner.adjusted(_STEPS * (width + gap) + 8, 0, 0, 0)
    return placed(rest, inner, direction)
