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
    """One line of the table; without an outcome it is something noticed about a file."""

    outcome: Outcome | None
    kind: str
    file: str
    line: int | None
    reason: str
    before: Any = None
    after: Any = None

    @property
    def name(self) -> str:
        """What the record is called."""
        record = self.after or self.before
        return "" if record is None else name_of(record)


# What a person looks for first stands first.
_ORDER: Final = (Outcome.SKIPPED, Outcome.CHANGED, Outcome.NEW, Outcome.IDENTICAL)
_ROOT: Final = QModelIndex()


class ImportModel(QAbstractTableModel):
    """Thirty thousand rows cost no more than the ones in sight."""

    def __init__(self, plan: ImportPlan, parent: Any = None) -> None:
        super().__init__(parent)
        self._all = [*map(_note, _notes(plan)), *_rows(plan)]
        self._shown = self._all
        self._searched: list[str] = []
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
        if wanted and not self._searched:
            self._searched = [fold(" ".join(self._texts(row))) for row in self._all]
        self._shown = [
            row
            for at, row in enumerate(self._all)
            if row.outcome in outcomes and all(word in self._searched[at] for word in wanted)
        ]
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
        text = self._texts(self._shown[index.row()])[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(text) if text else None
        return " ".join(text.split())

    def _texts(self, row: Row) -> tuple[str, str, str, str, str]:
        where = PurePosixPath(row.file).name
        if row.line is not None:
            where = self.tr("{file}, line {line}").format(file=where, line=row.line)
        reason = row.reason
        if row.outcome is Outcome.CHANGED:
            changed = ", ".join(_changed_fields(row.before, row.after))
            reason = self.tr("Changes {fields}").format(fields=changed) if changed else ""
        kind = noun(row.kind).capitalize() if row.kind else ""
        return (self._words[row.outcome], kind, row.name, where, reason)


def _rows(plan: ImportPlan) -> Iterator[Row]:
    for outcome in _ORDER:
        for entry in plan.with_outcome(outcome):
            yield _row(entry)


def _row(entry: Entry) -> Row:
    return Row(
        entry.outcome, entry.kind, entry.file, entry.line, entry.reason, entry.before, entry.after
    )


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
    return Row(None, "", problem.file, problem.line, problem.reason)


def _changed_fields(before: Any, after: Any) -> Iterator[str]:
    for field in fields(after):
        if getattr(before, field.name) != getattr(after, field.name):
            yield field_words(field.name)
