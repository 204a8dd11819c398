"""The roles as a list: headings of families, then their roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from careerdesk.gui.roles.lines import Heading, Line
from careerdesk.gui.text import tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
ROOT: Final = QModelIndex()
LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole)


class RolesModel(QAbstractListModel):
    """Headings cannot be selected, so that the keyboard walks from role to role."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Heading | Line] = []

    def show(self, rows: Sequence[Heading | Line]) -> None:
        """Show these lines."""
        if [_key(one) for one in rows] == [_key(one) for one in self._rows]:
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    @property
    def count(self) -> int:
        """How many roles are listed."""
        return sum(isinstance(one, Line) for one in self._rows)

    def place_of(self, key: str) -> int | None:
        """Return where a role stands, None if it is not listed."""
        found = (at for at, one in enumerate(self._rows) if isinstance(one, Line))
        return next((at for at in found if _key(self._rows[at]) == key), None)

    def first(self) -> int | None:
        """Return where the first role stands."""
        return next((at for at, one in enumerate(self._rows) if isinstance(one, Line)), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line itself, or its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == LINE_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.note}" if isinstance(row, Heading) else row.spoken()
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Line):
            return tooltip(row.spoken())
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let roles be chosen, headings not."""
        if index.isValid() and isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


def _key(row: Heading | Line) -> str:
    return f"heading {row.title}" if isinstance(row, Heading) else row.key
