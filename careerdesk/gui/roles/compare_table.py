"""Roles side by side as a table: one line a skill, one column a role, levels drawn as steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from careerdesk.gui.direction import placed
from careerdesk.gui.records.delegate import row_height
from careerdesk.gui.roles.match_words import levels_words
from careerdesk.gui.roles.words import least_words, weight_words
from careerdesk.gui.style_sheet import scaled
from careerdesk.gui.text import tooltip, translate
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.level_steps import Steps, draw_steps, steps_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QResizeEvent

    from careerdesk.analysis.coverage import Coverage, Share
    from careerdesk.analysis.side_by_side import SkillRow

Index = QModelIndex | QPersistentModelIndex
ROOT: Final = QModelIndex()
SHARE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_MARGIN: Final = 8
_NAME_PART, _NAME_LINES = 0.28, 6.5  # of the width; at least, in lines of text
_LEAST_UNIT: Final = 7.0  # pixels: the height of a line for which steps are drawn
_HEAD_LINES: Final = 5
_NOT_ASKED: Final = "\u2013"


class CompareModel(QAbstractTableModel):
    """The first line has the coverages, each of the others one skill."""

    def __init__(self) -> None:
        super().__init__()
        self._coverages: Sequence[Coverage] = ()
        self._rows: Sequence[SkillRow] = ()

    def show(self, coverages: Sequence[Coverage], rows: Sequence[SkillRow]) -> None:
        """Show these roles beside each other."""
        self.beginResetModel()
        self._coverages, self._rows = coverages, rows
        self.endResetModel()

    def as_text(self) -> str:
        """Return all of it for a spreadsheet: tabs between cells."""
        columns = range(self.columnCount())
        heads = [
            self.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
            for at in columns
        ]
        lines = [
            [self.index(row, at).data() or "" for at in columns] for row in range(self.rowCount())
        ]
        return "\n".join("\t".join(line) for line in [heads, *lines])

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() or not self._coverages else len(self._rows) + 1

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() or not self._coverages else len(self._coverages) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what a column is called."""
        if orientation is not Qt.Orientation.Horizontal or section > len(self._coverages):
            return None
        title = (
            self._coverages[section - 1].profile.title if section else translate("roles", "Skill")
        )
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        return tooltip(title) if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, or the share of a skill to be drawn."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if row == 0:
            return self._of_coverage(column, role)
        skill = self._rows[row - 1]
        share = skill.shares[column - 1] if column else None
        if role == SHARE_ROLE:
            return share
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(share) if column else skill.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            words = self._spoken(skill, column, share)
            return tooltip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

    def _of_coverage(self, column: int, role: int) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if not column:
            return translate("roles", "Coverage as rated")
        return least_words(self._coverages[column - 1])

    def _spoken(self, skill: SkillRow, column: int, share: Share | None) -> str:
        if not column:
            return skill.name
        title = self._coverages[column - 1].profile.title
        if share is None:
            return translate("roles", "{role} does not ask for {skill}").format(
                role=title, skill=skill.name
            )
        words = translate("roles", "{skill} in {role}: {levels}, {weight}")
        return words.format(
            skill=skill.name,
            role=title,
            levels=levels_words(share),
            weight=weight_words(share.requirement.weight).lower(),
        )


class CompareTable(QTableView):
    """As high as its lines, so that the page scrolls and not the table; Ctrl+C copies it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._model = CompareModel()
        self._model.setParent(self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalHeader(_Heads(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)

    def show_roles(self, coverages: Sequence[Coverage], rows: Sequence[SkillRow]) -> None:
        """Show these roles beside each other."""
        self._model.show(coverages, rows)
        self._fit()

    @Slot()
    def copy(self) -> None:
        """Put the whole table on the clipboard."""
        QGuiApplication.clipboard().setText(self._model.as_text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out among the roles."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == event.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        header, count = self.horizontalHeader(), self._model.columnCount()
        if not count:
            return
        width = self.viewport().width()
        name = round(max(width * _NAME_PART, self.fontMetrics().height() * _NAME_LINES))
        each = (width - name) // (count - 1)
        header.resizeSection(0, width - each * (count - 1))
        for at in range(1, count):
            header.resizeSection(at, each)
        lines, room = self.verticalHeader(), header.sectionSize(0) - 2 * _MARGIN
        least = row_height(self.font())
        for at in range(self._model.rowCount()):
            words = str(self._model.index(at, 0).data() or "")
            lines.resizeSection(
                at, max(least, round(_written_height(words, self.font(), room)) + 8)
            )
        height = header.sizeHint().height() + lines.length() + 2
        if height != self.minimumHeight():
            self.setFixedHeight(height)


class _Heads(QHeaderView):
    """Titles of roles on as many lines as they need, at most five."""

    def __init__(self, parent: CompareTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of the longest title in its column."""
        metrics = QFontMetricsF(self._font())
        lines = 1.0
        for at in range(self.count()):
            room = QRectF(0, 0, self.sectionSize(at) - _MARGIN, 1000)
            flags = int(Qt.TextFlag.TextWordWrap)
            text = str(self.model().headerData(at, Qt.Orientation.Horizontal) or "")
            lines = max(lines, metrics.boundingRect(room, flags, text).height() / metrics.height())
        height = min(round(lines), _HEAD_LINES) * metrics.lineSpacing() + 2 * _MARGIN
        return QSize(super().sizeHint().width(), round(height))

    def paintSection(self, painter: QPainter, rect: QRect, at: int) -> None:
        """Write a title."""
        colours = tokens()
        painter.save()
        painter.fillRect(rect, QColor(colours.panel))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(self._font())
        painter.setPen(QColor(colours.ink if at == 1 else colours.ink_2))
        room = QRectF(rect).adjusted(_MARGIN, 0, 0, -_MARGIN)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        text = str(self.model().headerData(at, Qt.Orientation.Horizontal) or "")
        painter.drawText(room, int(flags | Qt.TextFlag.TextWordWrap), text)
        painter.restore()

    def _font(self) -> QFont:
        font = scaled(QGuiApplication.font(), "small")
        font.setWeight(QFont.Weight.DemiBold)
        return font


class _Delegate(QStyledItemDelegate):
    """Draws the name of a skill, or its levels as steps with their numbers."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a cell."""
        colours, area = tokens(), QRectF(option.rect)
        painter.save()
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        view = option.widget
        if option.state & QStyle.StateFlag.State_HasFocus and view is not None:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
        room = area.adjusted(_MARGIN, 0, -_MARGIN, 0)
        share = index.data(SHARE_ROLE)
        font = QFont(option.font)
        if index.row() == 0:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink if index.column() == 0 or share else colours.ink_2))
        if share is None:
            _write(painter, room, font, str(index.data() or ""))
        else:
            _draw_share(painter, room, font, share)
        painter.restore()


def _draw_share(painter: QPainter, room: QRectF, font: QFont, share: Share) -> None:
    """Draw steps as large as there is room for, and the levels in numbers behind them."""
    colours, words = tokens(), levels_words(share)
    small = scaled(font, "small")
    numbers = QFontMetricsF(small).horizontalAdvance("0 → 0") + _MARGIN
    level = None if share.level is None else float(share.level)
    steps = Steps(level, needed=int(share.requirement.level))
    unit = QFontMetricsF(font).height()
    most = room.width() - numbers
    while unit >= _LEAST_UNIT and steps_width(unit, steps) > most:
        unit -= 0.5
    painter.setFont(small)
    painter.setPen(QColor(colours.ink_2))
    if unit < _LEAST_UNIT:
        _write(painter, room, small, words)
        return
    draw_steps(painter, room, unit, steps)
    behind = QRectF(room.left(), room.top(), steps_width(unit, steps) + numbers, room.height())
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(placed(behind, room, painter.layoutDirection()), right, words)


def _written_height(text: str, font: QFont, width: float) -> float:
    """Return the height that ``_write`` needs to write a text whole."""
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width:
        return metrics.height()
    flags = int(Qt.TextFlag.TextWordWrap)
    room = QRectF(0, 0, width, 1000)
    return QFontMetricsF(scaled(font, "small")).boundingRect(room, flags, text).height()


def _write(painter: QPainter, room: QRectF, font: QFont, text: str) -> None:
    """Write on one line or, what does not fit, smaller on several."""
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= room.width():
        painter.drawText(room, left, text)
        return
    small = scaled(font, "small")
    painter.setFont(small)
    flags = int(left | Qt.TextFlag.TextWordWrap)
    needed = QFontMetricsF(small).boundingRect(room, flags, text).height()
    if needed <= room.height():
        painter.drawText(room, flags, text)
    else:
        mode = Qt.TextElideMode.ElideRight
        painter.drawText(room, left, QFontMetricsF(small).elidedText(text, mode, room.width()))


def _words(share: Share | None) -> str:
    return _NOT_ASKED if share is None else levels_words(share)
