"""What an import would do, counted by kind and row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from careerdesk.gui.models.import_model import Column, ImportModel
from careerdesk.gui.widgets.labels import label
from careerdesk.services.imports import Outcome
from careerdesk.words import noun

if TYPE_CHECKING:
    from careerdesk.gui.models.import_model import Row
    from careerdesk.services.imports import ImportPlan

_SHOWN: Final = (Outcome.NEW, Outcome.CHANGED, Outcome.IDENTICAL, Outcome.SKIPPED)
_PAUSE_MS: Final = 80  # of typing, before the rows are looked through
_CHARACTERS: Final = {Column.OUTCOME: 13, Column.KIND: 14, Column.NAME: 22, Column.WHERE: 22}


class ImportPreview(QWidget):
    """Counts at the top, and below them a table that can be filtered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: ImportModel | None = None
        self._lead = label("", "lead", wrap=True)
        self._note = label("", "notice", wrap=True)
        self._card = QFrame()
        self._card.setProperty("role", "card")
        self._counts = QGridLayout(self._card)
        self._counts.setContentsMargins(16, 10, 16, 10)
        self._counts.setHorizontalSpacing(28)
        self._counts.setVerticalSpacing(4)
        self._counts.setColumnStretch(len(_SHOWN) + 1, 1)
        self._outcome = QComboBox()
        self._outcome.setAccessibleName(self.tr("Which rows are shown"))
        self._outcome.currentIndexChanged.connect(self._filter)
        self._text = QLineEdit()
        self._text.setPlaceholderText(self.tr("Filter by name, reason or file"))
        self._text.setAccessibleName(self.tr("Filter"))
        self._text.setClearButtonEnabled(True)
        self._shown = label("", "small")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._filter)
        self._text.textChanged.connect(self._pause.start)
        self._table = self._make_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self._lead, self._note, self._card):
            column.addWidget(widget)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(8)
        row.addWidget(self._outcome)
        row.addWidget(self._text, 1)
        row.addWidget(self._shown)
        column.addWidget(self._table, 1)

    def show_plan(self, plan: ImportPlan, rows: list[Row], note: str) -> None:
        """Show another plan, unfiltered."""
        self._lead.setText(self._sentence(plan))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._show_counts(plan)
        old, self._model = self._model, ImportModel(rows, self)
        self._table.setModel(self._model)
        if old is not None:
            old.deleteLater()
        self._set_widths()
        self._text.clear()
        self._pause.stop()
        self._outcome.blockSignals(True)
        self._outcome.clear()
        outcomes = self._model.outcomes()
        self._outcome.addItem(self.tr("All rows"), tuple(outcomes))
        for outcome in outcomes:
            self._outcome.addItem(self._model.words(outcome), (outcome,))
        self._outcome.blockSignals(False)
        self._filter()

    def _set_widths(self) -> None:
        """Give each column room for what usually stands in it, and for all of its heading."""
        character = self.fontMetrics().averageCharWidth()
        heads = self._table.horizontalHeader()
        for at, characters in _CHARACTERS.items():
            width = max(character * characters, heads.sectionSizeHint(at))
            self._table.setColumnWidth(at, width)

    @Slot()
    def _filter(self) -> None:
        if self._model is None:
            return
        self._model.show_only(set(self._outcome.currentData() or ()), self._text.text())
        shown, total = self._model.rowCount(), self._model.total
        number = QLocale().toString
        self._shown.setText(
            self.tr("{shown} of {total}").format(shown=number(shown), total=number(total))
        )

    def _sentence(self, plan: ImportPlan) -> str:
        if not plan.is_empty:
            return self.tr(
                "This is what the import would do. It is one change, which you can undo."
            )
        if plan.skipped or not plan.entries:
            return self.tr("Nothing of these files can be imported.")
        return self.tr("Everything in these files is on your desk already.")

    def _show_counts(self, plan: ImportPlan) -> None:
        while (item := self._counts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        counts = plan.counts()
        self._card.setVisible(bool(counts))
        heads = (
            self.tr("New"),
            self.tr("Changed"),
            self.tr("Already there"),
            self.tr("Left out"),
        )
        right = Qt.AlignmentFlag.AlignRight
        for at, words in enumerate(heads, start=1):
            self._counts.addWidget(label(words, "small"), 0, at, right)
        for line, (kind, found) in enumerate(counts.items(), start=1):
            name = label(noun(kind).capitalize())
            self._counts.addWidget(name, line, 0)
            for at, outcome in enumerate(_SHOWN, start=1):
                count = found[outcome.value]
                shown = label(QLocale().toString(count), "" if count else "small")
                self._counts.addWidget(shown, line, at, right)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setProperty("role", "card")
        table.setAccessibleName(self.tr("Rows of the import"))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(self.fontMetrics().height() * 1.75))
        heads = table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heads.setHighlightSections(False)
        heads.setStretchLastSection(True)
        heads.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 6)
        return table
