"""The changes of a desk as a list: a heading for each day, then its changes, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from careerdesk.gui.text import day_heading, local_moment, local_time, tooltip, translate
from careerdesk.services.history import ChangeEntry, ChangeState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

Index = QModelIndex | QPersistentModelIndex
ROOT: Final = QModelIndex()
ENTRY_ROLE: Final = int(Qt.ItemDataRole.UserRole)


def state_word(state: ChangeState) -> str:
    """Return the word on the pill of a change; none for the usual one."""
    if state is ChangeState.DONE:
        return ""
    if state is ChangeState.UNDONE:
        return translate("history", "undone")
    return translate("history", "kept")


def state_sentence(state: ChangeState) -> str:
    """Say how a change stands and what can be done about it."""
    if state is ChangeState.DONE:
        return translate("history", "Done. It can be taken back.")
    if state is ChangeState.UNDONE:
        return translate("history", "Undone. Redo repeats it, until something new is changed.")
    return translate(
        "history", "Kept, no longer undoable: it is older than what the history holds."
    )


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above the changes of one day."""

    text: str


class HistoryModel(QAbstractListModel):
    """Headings cannot be selected, so that the keyboard walks from change to change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Heading | ChangeEntry] = []

    def show(self, entries: Sequence[ChangeEntry], today: date) -> None:
        """Show these changes, given newest first."""
        rows: list[Heading | ChangeEntry] = []
        for day, of_day in groupby(entries, lambda entry: entry.at.astimezone().date()):
            rows.append(Heading(day_heading(day, today)))
            rows.extend(of_day)
        if [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def entries(self) -> list[ChangeEntry]:
        """Return the changes shown, newest first."""
        return [row for row in self._rows if isinstance(row, ChangeEntry)]

    def row_of(self, change_id: int) -> int | None:
        """Return where a change stands."""
        for at, row in enumerate(self._rows):
            if isinstance(row, ChangeEntry) and row.id == change_id:
                return at
        return None

    def first_entry(self) -> QModelIndex:
        """Return the newest change, or an invalid index."""
        # The first row is always a heading.
        return self.index(1) if len(self._rows) > 1 else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of headings and changes."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only changes can be selected."""
        if index.isValid() and isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, the whole line for screen readers and tooltips, or the entry."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ENTRY_ROLE:
            return row
        if isinstance(row, Heading):
            shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return row.text if role in shown else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = state_word(row.state) or translate("history", "done")
            return f"{row.title}, {local_time(row.at)}, {state}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(f"{row.title}\n{local_moment(row.at)}\n{state_sentence(row.state)}")
        return None


def _key(row: Heading | ChangeEntry) -> object:
    return row.text if isinstance(row, Heading) else row.id
