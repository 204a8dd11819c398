"""The model of a list of records: rows in the order chosen, kept current one record at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from careerdesk.gui.records.ordering import Ordering
from careerdesk.gui.text import tooltip

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Mapping, Sequence

    from careerdesk.gui.records.columns import Column, Row

Index = QModelIndex | QPersistentModelIndex
ROOT: Final = QModelIndex()
ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
# A change of more rows than this resets the view, which keeps its selection by ids.
_ONE_BY_ONE: Final = 30
_NUMBER: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_WORDS: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class RecordTableModel(QAbstractTableModel):
    """Sorts and filters itself; see ``ordering`` for why there is no proxy."""

    def __init__(
        self,
        columns: Sequence[Column],
        haystack: Callable[[Row], str],
        parent: QObject | None = None,
        *,
        ordering: Ordering | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.ordering = ordering or Ordering(self.columns, haystack)
        self._all: dict[uuid.UUID, Row] = {}
        self._shown: list[Row] = []
        self._keys: list[Any] = []  # what each row shown is ordered by
        self._places: dict[int, int] | None = {}  # made again when first asked for

    @property
    def total(self) -> int:
        """How many records there are, shown or not."""
        return len(self._all)

    def keys(self) -> frozenset[uuid.UUID]:
        """Return which records there are, shown or not."""
        return frozenset(self._all)

    def load(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.ordering.forget()
        self._all = {row.record.id: row for row in rows}
        self.arrange()

    def arrange(self) -> None:
        """Filter and sort anew."""
        self.beginResetModel()
        self._take(self.ordering.arranged(self._all.values()))
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; selection and current row stay with their records."""
        is_down = order is Qt.SortOrder.DescendingOrder
        now = (self.ordering.column, self.ordering.is_descending)
        first = 0 if self.ordering.usual is None else -1
        if not first <= column < len(self.columns) or now == (column, is_down):
            return  # Qt asks twice, and the rows are kept in order
        is_turned = column == self.ordering.column
        self.ordering.column, self.ordering.is_descending = column, is_down
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self._shown[index.row()].record.id for index in before]
        if is_turned:  # the keys are known
            self._take(self.ordering.in_order(list(zip(self._keys, self._shown, strict=True))))
        else:
            self._take(self.ordering.arranged(self._all.values()))
        after = []
        for key, index in zip(keys, before, strict=True):
            place = self.place_of(key)
            after.append(self.index(-1 if place is None else place, index.column()))
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def update_rows(self, rows: Mapping[uuid.UUID, Row | None]) -> None:
        """Show these records as they are now; None says that one is no longer there."""
        for key, row in rows.items():
            old = self._all.pop(key, None) if row is None else self._all.get(key)
            if old is not None:
                self.ordering.forget(old)
            if row is not None:
                self._all[key] = row
        if len(rows) > _ONE_BY_ONE:
            self.arrange()
            return
        for key, row in rows.items():
            self._update(key, row)

    def _update(self, key: uuid.UUID, row: Row | None) -> None:
        at = self.place_of(key)
        if row is None or not self.ordering.is_shown(row):
            if at is not None:
                self.beginRemoveRows(ROOT, at, at)
                self._drop(at)
                self.endRemoveRows()
            return
        order = self.ordering.key(row)
        if at is None:
            to = self.ordering.place_for(order, self._keys)
            self.beginInsertRows(ROOT, to, to)
            self._put(to, order, row)
            self.endInsertRows()
            return
        if order != self._keys[at]:
            others = self._keys[:at] + self._keys[at + 1 :]
            to = self.ordering.place_for(order, others)
            # Qt counts the target with the row still in its old place.
            if to != at and self.beginMoveRows(ROOT, at, at, ROOT, to if to < at else to + 1):
                self._drop(at)
                self._put(to, order, row)
                self.endMoveRows()
                at = to
        self._shown[at], self._keys[at] = row, order
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def row_at(self, index: Index) -> Row | None:
        """Return the row of an index."""
        return self._shown[index.row()] if index.isValid() else None

    def place_of(self, key: uuid.UUID) -> int | None:
        """Return where a record is shown."""
        if self._places is None:
            self._places = {row.record.id.int: at for at, row in enumerate(self._shown)}
        return self._places.get(key.int)

    def rows(self) -> list[Row]:
        """Return the rows shown, in their order."""
        return list(self._shown)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many records are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return how many columns there are, hidden ones among them."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.columns[section].title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _NUMBER if self.columns[section].is_number else _WORDS
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, its row, or what a screen reader says."""
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            text = column.text(row)
            return tooltip(text) if text else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = (column.spoken or column.text)(row) or self.tr("empty")
            return f"{column.title()}: {words}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _NUMBER if column.is_number else _WORDS
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells have no children."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemNeverHasChildren if index.isValid() else flags

    def _take(self, arranged: Sequence[tuple[Any, Row]]) -> None:
        self._keys = [key for key, _ in arranged]
        self._shown = [row for _, row in arranged]
        self._places = None

    def _drop(self, at: int) -> None:
        del self._keys[at], self._shown[at]
        self._places = None

    def _put(self, at: int, key: Any, row: Row) -> None:
        self._keys.insert(at, key)
        self._shown.insert(at, row)
        self._places = None
