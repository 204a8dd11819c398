"""How the cells of a list are drawn: words on one line, pills, levels as steps, and the lock.

A frame of a list has about a hundred cells, so fonts and their measures are made once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from careerdesk.gui.direction import placed
from careerdesk.gui.icons import pixmap
from careerdesk.gui.records.table_model import ROW_ROLE, RecordTableModel
from careerdesk.gui.style_sheet import icon_edge, pill_height, scaled
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.level_steps import Steps, draw_steps, steps_width

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from careerdesk.gui.records.columns import Column, Row
    from careerdesk.palette import Palette

_MARGIN: Final = 12
_LOCK: Final = 14
_SMALLEST_ROW: Final = 36


class _Faces(NamedTuple):
    """The fonts of a list with their measures."""

    body: QFont
    body_metrics: QFontMetrics
    strong: QFont
    strong_metrics: QFontMetrics
    small: QFont
    small_metrics: QFontMetrics
    pill: int


@lru_cache(maxsize=4)
def _faces(description: str) -> _Faces:
    """Return the fonts made from the font that ``QFont.toString`` described."""
    body = QFont()
    body.fromString(description)
    strong = QFont(body)
    strong.setWeight(QFont.Weight.Medium)
    small = scaled(body, "small")
    return _Faces(
        body,
        QFontMetrics(body),
        strong,
        QFontMetrics(strong),
        small,
        QFontMetrics(small),
        pill_height(body),
    )


def row_height(font: QFont) -> int:
    """Return the height of a row in logical pixels: two lines of text, at least 36."""
    return max(round(QFontMetrics(font).height() * 2.1), _SMALLEST_ROW)


class RecordDelegate(QStyledItemDelegate):
    """Draws one cell; the row under the pointer and the selected rows have a surface."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room that the words of a cell need."""
        metrics = _faces(option.font.toString()).body_metrics
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
        row: Row = model.data(index, ROW_ROLE)
        column = model.columns[index.column()]
        colours = tokens()
        area = QRectF(option.rect)
        painter.save()
        draw_surface(painter, area, option, index)
        inner = area.adjusted(_MARGIN, 0, -_MARGIN, 0)
        is_first = index.column() == 0
        if is_first and getattr(row.record, "is_private", False):
            lock, edge = pixmap("lock", colours.ink_3, _LOCK), icon_edge(_LOCK)
            place = QRectF(inner.right() - edge, area.center().y() - edge / 2, edge, edge)
            place = placed(place, area, option.direction)
            painter.drawPixmap(place.topLeft().toPoint(), lock)
            inner.setRight(inner.right() - edge - 6)
            inner = placed(inner, area, option.direction)
        faces = _faces(option.font.toString())
        tone = column.tone(row) if column.tone is not None else None
        if tone is not None:
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            ground, ink = _pill_colours(colours, tone, is_selected=is_selected)
            _draw_pill(painter, inner, faces, column.text(row), ground, ink)
        else:
            _draw_cell(painter, inner, faces, column, row, colours, is_first=is_first)
        painter.restore()


def draw_surface(
    painter: QPainter,
    area: QRectF,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
) -> None:
    """Draw what lies under a cell: the choice or the pointer, the line, the ring of the focus."""
    colours = tokens()
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(area, QColor(colours.accent_surface))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, QColor(colours.window))
    painter.setPen(QPen(QColor(colours.line), 1))
    painter.drawLine(QLineF(area.bottomLeft(), area.bottomRight()))
    view = option.widget
    if not isinstance(view, QTableView) or not view.hasFocus():
        return
    if view.currentIndex().row() == index.row():
        span = view.columnSpan(index.row(), index.column())
        _draw_ring(painter, area, view, range(index.column(), index.column() + span), colours)


def _draw_ring(
    painter: QPainter, area: QRectF, view: QTableView, columns: range, colours: Palette
) -> None:
    """Draw this cell's part of one ring round the current row."""
    header = view.horizontalHeader()
    shown = [
        at
        for at in map(header.logicalIndex, range(header.count()))
        if not header.isSectionHidden(at)
    ]
    ends = (shown[0], shown[-1]) if not view.isRightToLeft() else (shown[-1], shown[0])
    painter.setPen(QPen(QColor(colours.accent), 2))
    left, top, right, bottom = area.left(), area.top() + 1, area.right(), area.bottom() - 1
    for level in (top, bottom):
        painter.drawLine(QLineF(left, level, right, level))
    for end, side in zip(ends, (left + 1, right - 1), strict=True):
        if end in columns:
            painter.drawLine(QLineF(side, top, side, bottom))


def _draw_cell(
    painter: QPainter,
    inner: QRectF,
    faces: _Faces,
    column: Column,
    row: Row,
    colours: Palette,
    *,
    is_first: bool,
) -> None:
    text = " ".join(column.text(row).split())
    if column.level is not None:
        inner = _draw_level(painter, inner, faces, column.level(row))
    if not text:
        return
    painter.setFont(faces.strong if is_first else faces.body)
    painter.setPen(QColor(colours.ink if is_first else colours.ink_2))
    metrics = faces.strong_metrics if is_first else faces.body_metrics
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()))
    painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _pill_colours(colours: Palette, tone: str, *, is_selected: bool) -> tuple[str, str]:
    if tone == "accent" and is_selected:
        return colours.panel, colours.accent  # a selected row has the same surface as the pill
    return {
        "warning": (colours.warning_surface, colours.warning),
        "danger": (colours.danger_surface, colours.danger),
        "accent": (colours.accent_surface, colours.accent),
    }.get(tone, (colours.track, colours.ink_2))


def _draw_pill(
    painter: QPainter, inner: QRectF, faces: _Faces, text: str, ground: str, ink: str
) -> None:
    if not text:
        return
    height = faces.pill
    width = min(faces.small_metrics.horizontalAdvance(text) + 18, inner.width())
    area = QRectF(inner.left(), inner.center().y() - height / 2, width, height)
    area = placed(area, inner, painter.layoutDirection())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(area, height / 2, height / 2)
    painter.setFont(faces.small)
    painter.setPen(QColor(ink))
    shown = faces.small_metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width) - 16)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)


def _draw_level(
    painter: QPainter, inner: QRectF, faces: _Faces, level: float | Steps | None
) -> QRectF:
    """Draw a level as steps and return the room left."""
    unit = faces.body_metrics.height()
    steps = level if isinstance(level, Steps) else Steps(level)
    draw_steps(painter, inner, unit, steps)
    rest = inner.adjusted(steps_width(unit, steps) + 6, 0, 0, 0)
    return placed(rest, inner, painter.layoutDirection())
