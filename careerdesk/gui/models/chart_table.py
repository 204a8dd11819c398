"""The numbers of a chart as a table: written for the reader here, plain where they are copied."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from careerdesk.gui.text import known_date, month_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QObject

    from careerdesk.charts.view import Cell

_Index = QModelIndex | QPersistentModelIndex


class ChartTableModel(QAbstractTableModel):
    """Rows that only change as a whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers: tuple[str, ...] = ()
        self._rows: tuple[tuple[Cell, ...], ...] = ()

    def show(self, headers: tuple[str, ...], rows: tuple[tuple[Cell, ...], ...]) -> None:
        """Show the numbers of a chart."""
        if (headers, rows) != (self._headers, self._rows):
            self.beginResetModel()
            self._headers, self._rows = headers, rows
            self.endResetModel()

    def as_text(self, rows: Iterable[int] | None = None) -> str:
        """Return rows, or all of them, with the headers, for a spreadsheet: tabs between cells."""
        chosen: Sequence[tuple[Cell, ...]] = (
            self._rows if rows is None else [self._rows[row] for row in rows]
        )
        lines = (self._headers, *chosen)
        return "\n".join("\t".join(_plain(cell) for cell in line) for line in lines)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._headers)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._headers):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._headers[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(self._rows[0][section] if self._rows else "")
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell as the reader writes it."""
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _written(cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(cell)
        return None


def _alignment(cell: Cell) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if isinstance(cell, str) else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _plain(cell: Cell) -> str:
    return " ".join(cell.split()) if isinstance(cell, str) else str(cell)


def _written(cell: Cell) -> str:
    if isinstance(cell, float):
        decimals = len(f"{cell:.2f}".rstrip("0").partition(".")[2])
        return QLocale().toString(cell, "f", decimals)
    if isinstance(cell, int):
        return QLocale().toString(cell)
    text = " ".join(cell.split())
    try:
        if len(text) == 10:
            return known_date(date.fromisoformat(text))
        if len(text) == 7:
            month = date.fromisoformat(f"{text}-01")
            return f"{month_name(month.month, is_short=True)} {month.year}"
    except ValueError:
        pass  # a name of so many characters
    return text
