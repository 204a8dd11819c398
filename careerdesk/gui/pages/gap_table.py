"""The list of the Gap page with what stands above it: counts, a filter, and a first step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from careerdesk.gui.icons import icon
from careerdesk.gui.pages.gap_columns import (
    COLUMNS,
    MET,
    SECTIONS,
    Needed,
    by_urgency,
    line_of,
    rows_of,
    section_of,
)
from careerdesk.gui.pages.gap_words import counts_words
from careerdesk.gui.place_commands import COLUMNS as CHOOSE_COLUMNS
from careerdesk.gui.records.section_table import SectionTable
from careerdesk.gui.records.sections import Section, SectionModel
from careerdesk.gui.records.table_view import USUAL
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.labels import LineLabel, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdesk.services.gap_list import GapLine


class GapTable(QFrame):
    """A card with the skills of the role in sections.

    ``begin_asked`` says that the first step towards known levels was asked for.
    """

    begin_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SectionModel(COLUMNS, SECTIONS, section_of, self, usual=by_urgency)
        self.model.fold(MET, is_folded=True)
        self.table = SectionTable(self.model)
        self.table.setAccessibleName(self.tr("Skills the role needs"))
        self.columns = QAction(CHOOSE_COLUMNS.title, self)
        self.only = QPushButton(self.tr("Only without action"))
        self._counts = LineLabel("", "second")
        self._columns_button = QPushButton()
        self._hint = QFrame()
        self._build()
        self.columns.triggered.connect(self._show_columns)
        self._columns_button.clicked.connect(self.columns.trigger)
        self.only.toggled.connect(self._filter)
        self.table.sort_by(USUAL)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self.show_arrow)
        self.show_arrow()

    @Slot()
    def show_arrow(self) -> None:
        """Mark the column the rows are sorted by; the order at first is that of none."""
        is_sorted = self.table.order() != USUAL
        self.table.horizontalHeader().setSortIndicatorShown(is_sorted)

    @property
    def chosen(self) -> str:
        """What the role calls the skill chosen; empty while none is."""
        record = self.table.current_record()
        return record.key if isinstance(record, Needed) else ""

    @property
    def chosen_section(self) -> Section | None:
        """The section whose heading is chosen."""
        record = self.table.current_record()
        return record if isinstance(record, Section) else None

    def show_lines(self, lines: Sequence[GapLine]) -> None:
        """List these skills; the one chosen stays chosen, wherever it has come to."""
        before, was_heading = self.chosen, self.chosen_section is not None
        self.model.load(rows_of(lines))
        there = next((one for one in lines if one.requirement.skill == before), None)
        if there is not None:
            self.choose(there)
        elif not was_heading:
            self._choose_first()
        unplanned = sum(line.needs_action for line in lines)
        self._counts.show_line(counts_words(lines))
        words = self.tr("Only without action ({count})")
        self.only.setText(words.format(count=self.locale().toString(unplanned)))
        self.only.setVisible(bool(unplanned) or self.only.isChecked())
        self._hint.setVisible(all(line.share.level is None for line in lines))

    def choose(self, line: GapLine) -> None:
        """Choose a skill, and unfold its section; one that is left out stays so."""
        section = next(one for one in SECTIONS if one.key == line.state.value)
        self.model.fold(section, is_folded=False)
        self.table.select_record(Needed(line.requirement.skill).id)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _choose_first(self) -> None:
        rows = [row for row in self.model.rows() if not isinstance(row.record, Section)]
        if rows and (not self.chosen or rows[0].record != self.table.current_record()):
            self.table.select_record(rows[0].record.id)
            self.table.scrollToTop()  # with the heading over it

    @Slot(bool)
    def _filter(self, is_on: bool) -> None:
        self.model.ordering.passes = (lambda row: line_of(row).needs_action) if is_on else None
        self.model.arrange()
        if self.chosen_section is not None:
            self._choose_first()

    @Slot()
    def _show_columns(self) -> None:
        from PySide6.QtCore import Qt

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.table.column_actions(menu))
        button = self._columns_button
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 10, 1, 8)
        column.setSpacing(8)
        tools = QHBoxLayout()
        column.addLayout(tools)
        tools.setContentsMargins(12, 0, 10, 0)
        tools.setSpacing(8)
        self.only.setProperty("role", "chip")
        self.only.setCheckable(True)
        self._columns_button.setProperty("role", "bare")
        self._columns_button.setToolTip(self.tr("Choose columns"))
        self._columns_button.setAccessibleName(self.tr("Choose columns"))
        tools.addWidget(self._counts, 1)
        tools.addWidget(self.only)
        tools.addWidget(self._columns_button)
        column.addWidget(self._hint)
        column.addWidget(self.table, 1)
        row = QHBoxLayout(self._hint)
        row.setContentsMargins(13, 2, 12, 4)
        row.setSpacing(12)
        row.addWidget(label(self.tr("None of these levels is known yet."), "second", wrap=True), 1)
        button = QPushButton(self.tr("Take the assessment"))
        button.clicked.connect(self.begin_asked)
        row.addWidget(button)
        self._tint()

    def _tint(self) -> None:
        self._columns_button.setIcon(icon("columns-3", tokens().ink_2))
