"""How a role is drawn in the list: its title, and its three results apart from each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from careerdesk.gui.direction import placed
from careerdesk.gui.roles.lines import Heading, Line
from careerdesk.gui.roles.list_model import LINE_ROLE
from careerdesk.gui.roles.words import UNKNOWN, known_share, least_words, points
from careerdesk.gui.style_sheet import pill_height, scaled
from careerdesk.gui.text import translate
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.band_bar import draw_band
from careerdesk.gui.widgets.row_surface import draw_surface

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

_MARGIN: Final = 12
_GAP: Final = 8
_LEAST_BAR, _MOST_BAR = 2.4, 6.2  # widths of a bar, in lines of text
_FIGURE: Final = "≥ 88 %"  # the widest figure beside a bar
_WORDS: Final = 24  # characters of what is usually written behind it
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class RolesDelegate(QStyledItemDelegate):
    """Two lines a role; what does not fit is in the tooltip and beside the list."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a heading or of two lines of text with some air."""
        line = QFontMetricsF(option.font).height()
        is_heading = isinstance(index.data(LINE_ROLE), Heading)
        return QSize(200, round(line * (2.3 if is_heading else 3.1)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a heading or a role."""
        row = index.data(LINE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if isinstance(row, Heading):
            _draw_heading(painter, area, option.font, row)
        elif isinstance(row, Line):
            draw_surface(painter, area, option.state)
            _draw_role(painter, area, option.font, row)
        painter.restore()


def _draw_heading(painter: QPainter, area: QRectF, font: QFont, row: Heading) -> None:
    colours = tokens()
    inner = area.adjusted(_MARGIN, 0, -_MARGIN, -5)
    bottom = Qt.AlignmentFlag.AlignBottom
    small = scaled(font, "small")
    painter.setFont(small)
    painter.setPen(QColor(colours.ink_3))
    painter.drawText(inner, _RIGHT | bottom, row.note)
    taken = QFontMetricsF(small).horizontalAdvance(row.note) + _GAP
    strong = scaled(font, "card")
    strong.setWeight(QFont.Weight.DemiBold)
    painter.setFont(strong)
    painter.setPen(QColor(colours.ink_2))
    room = placed(inner.adjusted(0, 0, -taken, 0), inner, painter.layoutDirection())
    painter.drawText(room, _LEFT | bottom, _cut(row.title, strong, room.width()))


def _draw_role(painter: QPainter, area: QRectF, font: QFont, row: Line) -> None:
    inner = area.adjusted(_MARGIN, area.height() * 0.12, -_MARGIN, -area.height() * 0.12)
    half = inner.height() / 2
    _draw_title(painter, QRectF(inner.left(), inner.top(), inner.width(), half), font, row)
    below = QRectF(inner.left(), inner.top() + half, inner.width(), half)
    _draw_results(painter, below, font, row)


def _draw_title(painter: QPainter, room: QRectF, font: QFont, row: Line) -> None:
    colours, direction = tokens(), painter.layoutDirection()
    right = room.width()
    if row.overall is not None:
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(QColor(colours.ink))
        figure = points(row.overall)
        painter.drawText(room, _RIGHT | _MIDDLE, figure)
        right -= QFontMetricsF(strong).horizontalAdvance(figure) + _GAP
    if words := _pill_words(row):
        right = _draw_pill(painter, room, right, font, words, is_accent=row.is_target)
    medium = QFont(font)
    medium.setWeight(QFont.Weight.Medium)
    painter.setFont(medium)
    painter.setPen(QColor(colours.ink))
    title = placed(QRectF(room.left(), room.top(), right, room.height()), room, direction)
    painter.drawText(title, _LEFT | _MIDDLE, _cut(row.title, medium, right))


def _pill_words(row: Line) -> str:
    if row.is_target:
        return translate("roles", "Target")
    return translate("roles", "Own") if row.is_own else ""


def _draw_pill(
    painter: QPainter, room: QRectF, right: float, font: QFont, words: str, *, is_accent: bool
) -> float:
    """Draw a pill that ends where ``right`` is, and return where what is before it ends."""
    colours = tokens()
    small = scaled(font, "small")
    width, height = QFontMetricsF(small).horizontalAdvance(words) + 18, pill_height(font)
    left = right - width
    pill = QRectF(room.left() + left, room.center().y() - height / 2, width, height)
    pill = placed(pill, room, painter.layoutDirection())
    painter.setPen(Qt.PenStyle.NoPen)
    # On the surface of a selected row the pill of a target would not be seen.
    painter.setBrush(QColor(colours.panel if is_accent else colours.track))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    if is_accent:
        painter.setPen(QPen(QColor(colours.accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), height / 2, height / 2)
    painter.setFont(small)
    painter.setPen(QColor(colours.accent if is_accent else colours.ink_2))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
    return left - _GAP


def _draw_results(painter: QPainter, room: QRectF, font: QFont, row: Line) -> None:
    colours, direction = tokens(), painter.layoutDirection()
    small = scaled(font, "small")
    metrics = QFontMetricsF(small)
    covered, unit = row.match.coverage, QFontMetricsF(font).height()
    taken = metrics.horizontalAdvance(_FIGURE)
    left = room.width() - taken - 2 * _GAP - _WORDS * metrics.averageCharWidth()
    width = min(max(left, unit * _LEAST_BAR), unit * _MOST_BAR)
    bar = QRectF(room.left(), room.center().y() - unit * 0.25, width, unit * 0.5)
    figure = UNKNOWN
    if covered is not None and row.band is not None:
        figure = least_words(covered)
        drawn = placed(bar, room, direction)
        draw_band(painter, drawn, known_share(covered), row.band.low, row.band.high)
    painter.setFont(small)
    painter.setPen(QColor(colours.ink))
    beside = QRectF(bar.right() + _GAP, room.top(), taken, room.height())
    painter.drawText(placed(beside, room, direction), _LEFT | _MIDDLE, figure)
    rest = QRectF(beside.right() + _GAP, room.top(), 0, room.height())
    rest.setRight(room.right())
    painter.setPen(QColor(colours.ink_2))
    words = f"{row.interest_words()} · {row.goal_words()}"
    shown = _cut(words[:1].upper() + words[1:], small, rest.width())
    painter.drawText(placed(rest, room, direction), _RIGHT | _MIDDLE, shown)


def _cut(text: str, font: QFont, width: float) -> str:
    line = " ".join(text.split())
    return QFontMetricsF(font).elidedText(line, Qt.TextElideMode.ElideRight, width)
