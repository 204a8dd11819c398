"""The results as a model: what is drawn, what is read out, and what can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from careerdesk.gui.palette.rows import CommandRow, Heading, MoreRow, RecordRow, Row
from careerdesk.gui.text import translate
from careerdesk.services.search import COUNTED_AT_MOST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractListModel):
    """Holds one answer; ``words`` are what it was found by."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self.words: list[str] = []

    def show_rows(self, rows: Sequence[Row], words: Sequence[str]) -> None:
        """Show another answer."""
        self.beginResetModel()
        self._rows = list(rows)
        self.words = list(words)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return a row, or its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return name_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Leave headings out of what can be chosen."""
        if not index.isValid() or isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def choosable(self, start: int, step: int) -> int | None:
        """Return the next row that can be chosen from here on, going round; None if none can."""
        count = len(self._rows)
        for away in range(count):
            at = (start + away * step) % count
            if not isinstance(self._rows[at], Heading):
                return at
        return None

    def place_of(self, row: Row) -> int | None:
        """Return where a row is that shows the same thing, if it is still there."""
        same = _identity(row)
        return next((at for at, one in enumerate(self._rows) if _identity(one) == same), None)


def spoken(row: Row) -> str:
    """Return what a screen reader says of a row."""
    match row:
        case Heading():
            return row.text
        case CommandRow():
            command = row.command
            return ", ".join(
                part
                for part in (
                    translate("palette", "Command {name}").format(name=command.name),
                    command.place,
                    command.needs,
                    command.keys,
                )
                if part
            )
        case RecordRow():
            secret = translate("palette", "private") if row.found.is_private else ""
            parts = (row.found.title, row.found.detail, row.kind, secret)
            return ", ".join(part for part in parts if part)
        case MoreRow():
            return f"{row.heading}: {name_of(row)}"


def name_of(row: Row) -> str:
    """Return what a row is called."""
    match row:
        case Heading():
            return row.text
        case CommandRow():
            return row.command.name
        case RecordRow():
            return row.found.title
        case MoreRow():
            if row.total > COUNTED_AT_MOST:
                return translate("palette", "Show all")
            return translate("palette", "Show all %n", "", row.total)


def _identity(row: Row) -> object:
    match row:
        case Heading():
            return row.text
        case CommandRow():
            return row.command.action
        case RecordRow():
            return row.found.record.id
        case MoreRow():
            return row.kind
