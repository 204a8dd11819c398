"""How a line of the palette is drawn: what was found, more about it, a lock or a key at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from careerdesk.domain.folding import matches
from careerdesk.gui.direction import placed
from careerdesk.gui.icons import pixmap
from careerdesk.gui.palette.rows import CommandRow, Heading, MoreRow, RecordRow, Row
from careerdesk.gui.palette.rows_model import ROW_ROLE, RowsModel, name_of
from careerdesk.gui.style_sheet import scaled
from careerdesk.gui.theme import tokens
from careerdesk.palette import HIGH_CONTRAST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

_MARGIN: Final = 12
_GAP: Final = 10  # between a title and what follows it
_RADIUS: Final = 8
_TITLE_AT_MOST: Final = 0.72  # of the line, if something follows it
_ICON: Final = 14


class RowsDelegate(QStyledItemDelegate):
    """One line each; what does not fit is in the preview beside the list."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return about two lines of text in height."""
        is_heading = isinstance(index.data(ROW_ROLE), Heading)
        is_first = index.row() == 0
        lines = (1.7 if is_first else 2.2) if is_heading else 2.05
        return QSize(120, round(QFontMetricsF(option.font).height() * lines))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row."""
        row: Row = index.data(ROW_ROLE)
        model = index.model()
        words = model.words if isinstance(model, RowsModel) else []
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = _Line(painter, QRectF(option.rect), QFont(option.font), words)
        if isinstance(row, Heading):
            line.draw_heading(row)
        else:
            line.draw_surface(option.state)
            line.draw(row)
        painter.restore()


class _Line:
    """The room of one row, drawn from both ends to the middle."""

    def __init__(self, painter: QPainter, area: QRectF, font: QFont, words: Sequence[str]) -> None:
        self._painter = painter
        self._area = area
        self._font = font
        self._small = scaled(font, "small")
        self._words = words
        self._inner = area.adjusted(_MARGIN, 0, -_MARGIN, 0)

    def draw_heading(self, row: Heading) -> None:
        """Draw the name of a kind, and how many there are."""
        font = QFont(self._small)
        font.setWeight(QFont.Weight.DemiBold)
        self._inner.adjust(0, 0, 0, -4)
        bottom = Qt.AlignmentFlag.AlignBottom
        self._say(row.text, font, tokens().ink_2, bottom)
        self._say(row.count, self._small, tokens().ink_3, bottom)

    def draw_surface(self, state: QStyle.StateFlag) -> None:
        """Draw what lies under a row that is chosen or pointed at."""
        colours = tokens()
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not is_chosen and not state & QStyle.StateFlag.State_MouseOver:
            return
        is_strong = is_chosen and colours in HIGH_CONTRAST
        self._painter.setPen(QPen(QColor(colours.accent), 2) if is_strong else Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(colours.accent_surface if is_chosen else colours.window))
        self._painter.drawRoundedRect(self._area.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def draw(self, row: Row) -> None:
        """Draw a command, a record or the way to more of them."""
        colours = tokens()
        match row:
            case CommandRow():
                command = row.command
                if command.keys:
                    self._key(command.keys)
                if command.needs:
                    self._say_two(command.name, command.needs, colours.ink_2)
                else:
                    self._say_two(command.name, command.place, colours.ink)
            case RecordRow():
                if row.found.is_private:
                    self._lock()
                self._say_two(row.found.title, row.found.detail, colours.ink)
            case MoreRow():
                self._say(name_of(row), self._small, colours.accent, Qt.AlignmentFlag.AlignVCenter)

    def _say_two(self, title: str, detail: str, colour: str) -> None:
        whole = self._inner.width()
        self._say_marked(title, self._font, colour, _TITLE_AT_MOST if detail else 1)
        self._inner.setLeft(self._inner.left() + _GAP)
        if detail and self._inner.width() > whole * 0.08:
            self._say_marked(detail, self._small, tokens().ink_2, 1)

    def _say(self, text: str, font: QFont, colour: str, vertical: Qt.AlignmentFlag) -> None:
        """Draw one text from the left, and take its room."""
        width = QFontMetricsF(font).horizontalAdvance(text) + 1
        room = QRectF(self._inner)
        room.setWidth(min(width, room.width()))
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        self._painter.drawText(self._placed(room), vertical | Qt.AlignmentFlag.AlignLeft, text)
        self._inner.setLeft(room.right() + _GAP)

    def _say_marked(self, text: str, font: QFont, colour: str, part: float) -> None:
        """Draw one text from the left with what was found in it in semibold, and take its room."""
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        most = max(self._inner.width() * part, 0)
        line = " ".join(text.split())
        # Measured as if all of it were semibold, so that what is drawn fits in any case.
        line = QFontMetricsF(strong).elidedText(line, Qt.TextElideMode.ElideRight, most)
        layout = QTextLayout(line, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(self._painter.layoutDirection())
        layout.setTextOption(option)
        layout.setFormats([_semibold(line, span) for span in matches(line, self._words)])
        layout.beginLayout()
        drawn = layout.createLine()
        drawn.setLineWidth(most)
        layout.endLayout()
        width = min(drawn.naturalTextWidth(), most)
        room = QRectF(self._inner.left(), self._inner.top(), width, self._inner.height())
        place = self._placed(room)
        is_mirrored = self._painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = place.right() - most if is_mirrored else place.left()
        self._painter.setPen(QColor(colour))
        layout.draw(self._painter, QPointF(left, place.center().y() - drawn.height() / 2))
        self._inner.setLeft(room.right())

    def _key(self, keys: str) -> None:
        """Draw the keys of a command at the right, like a key."""
        colours = tokens()
        metrics = QFontMetricsF(self._small)
        width, height = metrics.horizontalAdvance(keys) + 14, metrics.height() + 4
        top = self._area.center().y() - height / 2
        room = QRectF(self._inner.right() - width, top, width, height)
        place = self._placed(room)
        self._painter.setPen(QPen(QColor(colours.line), 1))
        self._painter.setBrush(QColor(colours.window))
        self._painter.drawRoundedRect(place, 5, 5)
        self._painter.setFont(self._small)
        self._painter.setPen(QColor(colours.ink_2))
        self._painter.drawText(place, Qt.AlignmentFlag.AlignCenter, keys)
        self._inner.setRight(room.left() - _GAP)

    def _lock(self) -> None:
        top = self._area.center().y() - _ICON / 2
        room = QRectF(self._inner.right() - _ICON, top, _ICON, _ICON)
        picture = pixmap("lock", tokens().ink_3, _ICON)
        self._painter.drawPixmap(self._placed(room).topLeft(), picture)
        self._inner.setRight(room.left() - _GAP)

    def _placed(self, room: QRectF) -> QRectF:
        return placed(room, self._area, self._painter.layoutDirection())


def _semibold(text: str, span: tuple[int, int]) -> QTextLayout.FormatRange:
    """Return the mark for a part of a text; Qt counts letters outside the common plane as two."""
    found = QTextLayout.FormatRange()
    begin, end = (len(text[:at].encode("utf-16-le")) // 2 for at in span)
    found.start = begin
    found.length = end - begin
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.DemiBold)
    found.format = strong
    return found
