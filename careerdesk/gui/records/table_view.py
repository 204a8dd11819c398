"""The table of a list: keyboard, copying, columns to choose, and a selection that outlives all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView

from careerdesk.gui.records.delegate import RecordDelegate, row_height
from careerdesk.gui.records.headings import Headings
from careerdesk.gui.records.table_model import ROOT, RecordTableModel

if TYPE_CHECKING:
    import uuid
    from collections.abc import Collection, Iterable

    from PySide6.QtCore import QEvent, QPoint
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

USUAL: Final = "usual"  # the order of a list that is sorted by no column
_LEAST: Final = 5  # characters of the narrowest column
_LEAST_FIRST, _LEAST_WORDS = 18, 11  # of what names the record, and of other words
_CELL_MARGINS: Final = 24
_SHORT: Final = 14  # characters of a column that is not made narrower


class RecordTable(QTableView):
    """Shows a record model; the current row is the one whose details are shown.

    ``chosen`` says that another row is current or the selection is another; ``opened`` that Enter
    was pressed or a row double-clicked.
    """

    chosen = Signal()
    opened = Signal()

    def __init__(self, model: RecordTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records = model
        self._kept: list[uuid.UUID] = []
        self._current: uuid.UUID | None = None
        self._last_row = 0
        self._has_own_columns = False  # set up by the user
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.verticalHeader().hide()
        self.setHorizontalHeader(Headings(self))
        self.setItemDelegate(RecordDelegate(self))
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.doubleClicked.connect(self._on_double_clicked)
        self._set_up_header()
        self._fit()

    def restore_columns(self, state: QByteArray) -> None:
        """Give the columns the widths, the order and the ticks that the user gave them."""
        self._has_own_columns = True  # what is restored now must not be fitted meanwhile
        self._has_own_columns = self.horizontalHeader().restoreState(state)

    def own_columns(self) -> QByteArray:
        """Return how the user has set the columns up, empty if they are as they came."""
        is_own = self._has_own_columns
        return self.horizontalHeader().saveState() if is_own else QByteArray()

    def order(self) -> str:
        """Return what the rows are sorted by, in the words of ``sort_by``."""
        header = self.horizontalHeader()
        at = header.sortIndicatorSection()
        if at < 0:
            return USUAL
        key = self._records.columns[at].key
        is_down = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        return f"-{key}" if is_down else key

    def sort_by(self, order: str) -> None:
        """Sort by the column of that key, with a minus sign for the largest first.

        Without such a column the rows stand in the usual order, if the list has one.
        """
        otherwise = 0 if self._records.ordering.usual is None else -1
        at = next(
            (at for at, one in enumerate(self._records.columns) if one.key == order.lstrip("-")),
            otherwise,
        )
        is_down = order.startswith("-")
        sense = Qt.SortOrder.DescendingOrder if is_down else Qt.SortOrder.AscendingOrder
        self.sortByColumn(at, sense)

    def selected_records(self) -> list[Any]:
        """Return the records selected, in their order on screen."""
        shown = self._records.rows()
        return [shown[row].record for row in self._selected_rows()]

    def current_record(self) -> Any:
        """Return the record of the current row, or None."""
        row = self._records.row_at(self.currentIndex())
        return None if row is None else row.record

    def select_record(self, key: uuid.UUID) -> bool:
        """Make one record current and the only one selected; say whether it is shown."""
        at = self._records.place_of(key)
        if at is None:
            return False
        index = self._records.index(at, self._first_column())
        self._choose(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def select_records(self, keys: Collection[uuid.UUID]) -> None:
        """Select those of the records that are shown, with the first one current and in sight."""
        places = [at for key in keys if (at := self._records.place_of(key)) is not None]
        if not places:
            return
        index = self._records.index(min(places), self._first_column())
        self._choose(index)
        self._select(keys)
        self.scrollTo(index)

    def select_nearest(self) -> None:
        """Choose the current row, else the one that took the place of one that is gone."""
        if self._records.rowCount():
            current = self.currentIndex()
            last = current.row() if current.isValid() else self._last_row
            row = min(last, self._records.rowCount() - 1)
            self._choose(self._records.index(row, self._first_column()))

    def as_text(self) -> str:
        """Return the selected rows as a spreadsheet takes them: tabs between cells, with heads."""
        header = self.horizontalHeader()
        columns = sorted(
            (at for at in range(header.count()) if not header.isSectionHidden(at)),
            key=header.visualIndex,
        )
        rows = self._selected_rows()
        heads = [self._records.columns[at].title() for at in columns]
        lines = [[str(self._records.index(row, at).data() or "") for at in columns] for row in rows]
        return "\n".join("\t".join(map(_one_line, line)) for line in [heads, *lines])

    @Slot()
    def copy(self) -> None:
        """Put the selected rows on the clipboard."""
        QGuiApplication.clipboard().setText(self.as_text())

    def column_actions(self, parent: QMenu) -> list[QAction]:
        """Return one tick for each column but the first, which is always shown."""
        header = self.horizontalHeader()
        actions = []
        for at, column in enumerate(self._records.columns[1:], start=1):
            action = QAction(column.title(), parent)
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(at))
            action.toggled.connect(lambda on, at=at: self._show_column(at, on))
            actions.append(action)
        return actions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, copy with the usual key; leave Escape to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the room there is, until the user sets them.

        A current row that was in sight stays there when the list becomes lower.
        """
        current = self.visualRect(self.currentIndex())
        was_seen = current.top() >= 0 and current.bottom() < event.oldSize().height()
        super().resizeEvent(event)
        self._fit_columns()
        if was_seen and current.bottom() >= event.size().height():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == event.Type.FontChange:
            self._fit()

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        # One of its own, which stays empty: with that of the table, heads are drawn after asking
        # every cell whether all of its column is selected.
        header.setSelectionModel(QItemSelectionModel(self._records, header))
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_column_menu)
        header.setSortIndicatorClearable(self._records.ordering.usual is not None)
        character = QFontMetrics(self.font()).averageCharWidth()
        header.setMinimumSectionSize(character * _LEAST)
        for at, column in enumerate(self._records.columns):
            header.resizeSection(at, self._usual_width(at))
            header.setSectionHidden(at, not column.is_shown)
        header.sectionResized.connect(self._on_columns_changed)
        header.sectionMoved.connect(self._on_columns_changed)
        header.sortIndicatorChanged.connect(self._fit_columns)
        self.setSortingEnabled(True)

    def _fit(self) -> None:
        vertical = self.verticalHeader()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setMinimumSectionSize(row_height(self.font()))
        vertical.setDefaultSectionSize(row_height(self.font()))

    def _show_column(self, at: int, is_shown: bool) -> None:
        self.horizontalHeader().setSectionHidden(at, not is_shown)
        self._fit_columns()
        self._has_own_columns = True

    @Slot()
    def _on_columns_changed(self) -> None:
        # By the user's hand, or the last column takes the room that is left.
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._has_own_columns = True

    @Slot()
    def _fit_columns(self) -> None:
        """Share the room out; dates, figures and pills keep theirs, words are shortened.

        So much of them stays that one can tell what they say, even if not all columns fit then.
        """
        header = self.horizontalHeader()
        if self._has_own_columns or self.viewport().width() < self._usual_width(0):
            return
        shown = [at for at in range(header.count()) if not header.isSectionHidden(at)]
        long = [at for at in shown if self._is_long(at)] or shown
        widths = {at: self._usual_width(at) for at in shown}
        room = max(self.viewport().width() - sum(widths[at] for at in shown if at not in long), 0)
        while long:
            total = sum(widths[at] for at in long)
            narrow = [at for at in long if widths[at] * room < total * self._least_width(at)]
            if not narrow:
                widths |= {at: widths[at] * room // total for at in long}
                break
            widths |= {at: self._least_width(at) for at in narrow}
            room = max(room - sum(widths[at] for at in narrow), 0)
            long = [at for at in long if at not in narrow]
        for at, width in widths.items():
            header.resizeSection(at, width)

    def _is_long(self, at: int) -> bool:
        column = self._records.columns[at]
        return column.grows or (column.width > _SHORT and column.tone is None)

    def _least_width(self, at: int) -> int:
        if self._records.columns[at].grows:
            return self._usual_width(at)
        least = _LEAST_FIRST if at == 0 else _LEAST_WORDS
        character = QFontMetrics(self.font()).averageCharWidth()
        return min(character * least, self._usual_width(at))

    def _usual_width(self, at: int) -> int:
        character = QFontMetrics(self.font()).averageCharWidth()
        words = character * self._records.columns[at].width + _CELL_MARGINS
        return max(words, self._heading_width(at))

    def _heading_width(self, at: int) -> int:
        """Return the room for a heading that is not cut, with the arrow where there is one."""
        header = self.horizontalHeader()
        metrics = header.fontMetrics()
        words = metrics.horizontalAdvance(self._records.columns[at].title()) + _CELL_MARGINS
        return words + 2 * metrics.height() if header.sortIndicatorSection() == at else words

    def _first_column(self) -> int:
        return self.horizontalHeader().logicalIndex(0)

    @Slot(object)
    def _show_column_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.column_actions(menu))
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    @Slot()
    def _keep(self) -> None:
        self._kept = [record.id for record in self.selected_records()]
        current = self.current_record()
        self._current = None if current is None else current.id

    @Slot()
    def _restore(self) -> None:
        self._select(self._kept)
        at = None if self._current is None else self._records.place_of(self._current)
        if at is not None:
            index = self._records.index(at, self._first_column())
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, flag)
        elif self._records.rowCount():
            self.select_nearest()
        else:
            self.chosen.emit()

    def _select(self, keys: Collection[uuid.UUID]) -> None:
        selection = QItemSelection()
        last = len(self._records.columns) - 1
        for first, end in _runs(self._records.place_of(key) for key in keys):
            selection.select(self._records.index(first, 0), self._records.index(end, last))
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(selection, flag)

    def _selected_rows(self) -> list[int]:
        # Not by selectedRows(), which asks the model about every cell: seconds for 20,000 rows.
        rows: set[int] = set()
        for part in self.selectionModel().selection().toList():
            rows.update(range(part.top(), part.bottom() + 1))
        return sorted(rows)

    def _choose(self, index: QModelIndex) -> None:
        # Not setCurrentIndex, which looks at the keys held: Ctrl of Ctrl+4 would select nothing.
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self._last_row = current.row()
        self.viewport().update()  # the ring around the current row spans its cells
        self.chosen.emit()

    @Slot()
    def _on_selected(self) -> None:
        self.chosen.emit()

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index != ROOT:
            self.opened.emit()


def _runs(places: Iterable[int | None]) -> list[tuple[int, int]]:
    """Return the first and last of each run of places, which are fewer than the places."""
    runs: list[tuple[int, int]] = []
    for at in sorted(place for place in places if place is not None):
        if runs and runs[-1][1] == at - 1:
            runs[-1] = (runs[-1][0], at)
        else:
            runs.append((at, at))
    return runs


def _one_line(cell: str) -> str:
    return " ".join(cell.split())
