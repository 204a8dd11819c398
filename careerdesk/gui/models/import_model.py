"""The rows of an import, each with what would become of it and why; filtered as one types."""

from __future__ import annotations

import enum
from dataclasses import dataclass, fields
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from careerdesk.domain.folding import fold
from careerdesk.gui.text import tooltip
from careerdesk.services.imports import Outcome, said_of_skipped
from careerdesk.services.naming import field_words, name_of
from careerdesk.words import noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdesk.services.imports import Entry, ImportPlan, Problem

    Index = QModelIndex | QPersistentModelIndex


class Column(enum.IntEnum):
    """The columns in their order."""

    OUTCOME = 0
    KIND = 1
    NAME = 2
    WHERE = 3
    REASON = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; without an outcome it is something noticed about a file.

    ``changes`` are the words for the fields of the record that would change, and ``searched`` is
    all of it in the form in which it is looked through.
    """

    outcome: Outcome | None
    kind: str
    name: str
    file: str
    line: int | None
    reason: str
    changes: str = ""
    searched: str = ""


# What a person looks for first stands first.
_ORDER: Final = (Outcome.SKIPPED, Outcome.CHANGED, Outcome.NEW, Outcome.IDENTICAL)
_ROOT: Final = QModelIndex()


class ImportModel(QAbstractTableModel):
    """Shows rows; thirty thousand cost no more than the ones in sight."""

    def __init__(self, rows: list[Row], parent: Any = None) -> None:
        super().__init__(parent)
        self._all = rows
        self._shown = rows
        self._place = self.tr("{file}, line {line}")
        self._changes = self.tr("Changes {fields}")
        self._words = {
            Outcome.NEW: self.tr("New"),
            Outcome.CHANGED: self.tr("Changed"),
            Outcome.IDENTICAL: self.tr("Already there"),
            Outcome.SKIPPED: self.tr("Left out"),
            None: self.tr("Note"),
        }
        self._heads = {
            Column.OUTCOME: self.tr("What happens"),
            Column.KIND: self.tr("Kind"),
            Column.NAME: self.tr("Name"),
            Column.WHERE: self.tr("Where"),
            Column.REASON: self.tr("Why"),
        }

    @property
    def total(self) -> int:
        """How many rows there are without a filter."""
        return len(self._all)

    def outcomes(self) -> list[Outcome | None]:
        """Return what becomes of rows of this import, None for notes."""
        found = {row.outcome for row in self._all}
        return [one for one in (None, *_ORDER) if one in found]

    def words(self, outcome: Outcome | None) -> str:
        """Return what becomes of a row in words."""
        return self._words[outcome]

    def show_only(self, outcomes: set[Outcome | None], text: str) -> None:
        """Show the rows that have one of these outcomes and hold every word of the text."""
        wanted = fold(text).split()
        self.beginResetModel()
        self._shown = [row for row in self._all if row.outcome in outcomes]
        for word in wanted:
            self._shown = [row for row in self._shown if word in row.searched]
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, and all of it in the tooltip."""
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        text = self._text(self._shown[index.row()], index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(text) if text else None
        return " ".join(text.split())

    def _text(self, row: Row, column: int) -> str:
        if column == Column.OUTCOME:
            return self._words[row.outcome]
        if column == Column.WHERE:
            if row.line is None:
                return row.file
            return self._place.format(file=row.file, line=row.line)
        if column == Column.REASON:
            return self._changes.format(fields=row.changes) if row.changes else row.reason
        return row.kind if column == Column.KIND else row.name


def import_rows(plan: ImportPlan) -> list[Row]:
    """Return the rows to show of a plan; made in the worker that has read the files."""
    return [*map(_note, _notes(plan)), *_rows(plan)]


def _rows(plan: ImportPlan) -> Iterator[Row]:
    for outcome in _ORDER:
        for entry in plan.with_outcome(outcome):
            yield _row(entry)


def _row(entry: Entry) -> Row:
    record = entry.after or entry.before
    name = "" if record is None else name_of(record)
    is_changed = entry.outcome is Outcome.CHANGED
    changes = ", ".join(_changed_fields(entry.before, entry.after)) if is_changed else ""
    kind, file = noun(entry.kind).capitalize(), PurePosixPath(entry.file).name
    searched = _searchable(name, kind, file, entry.reason, changes)
    return Row(entry.outcome, kind, name, file, entry.line, entry.reason, changes, searched)


def _searchable(*texts: str) -> str:
    text = " ".join(texts)
    return text.casefold() if text.isascii() else fold(text)


def _notes(plan: ImportPlan) -> Iterator[Problem]:
    """Yield what was noticed beyond the rows left out, which say their reason themselves."""
    said: dict[tuple[str, int | None], list[str]] = {}
    for entry in plan.skipped:
        words = said_of_skipped(entry.reason, entry.line)
        said.setdefault((entry.file, entry.line), []).append(words)
    for problem in plan.problems:
        known = said.get((problem.file, problem.line), ())
        if not any(problem.reason.endswith(words) for words in known):
            yield problem


def _note(problem: Problem) -> Row:
    file = PurePosixPath(problem.file).name
    searched = _searchable(file, problem.reason)
    return Row(None, "", "", file, problem.line, problem.reason, searched=searched)


def _changed_fields(before: Any, after: Any) -> Iterator[str]:
    for field in fields(after):
        if getattr(before, field.name) != getattr(after, field.name):
            yield field_words(field.name)
