"""The numbers of a chart as a table, for those who would rather read or copy them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from careerdesk.gui.models.chart_table import ChartTableModel

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from careerdesk.charts.view import ChartView

_MOST_ROWS: Final = 10  # in sight at once
_ROW: Final = 1.9  # height of a row, in lines of text
_LEAST_NAME: Final = 9  # characters of the first column
_MEASURED_ROWS: Final = 100  # whose cells are looked at for the width of a column


class ChartNumbers(QTableView):
    """A plain table; Ctrl+C copies the rows selected, or all of them, for a spreadsheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ChartTableModel(self)
        self._is_newest_last = False
        self.setModel(self._model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED_ROWS)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)

    def show_view(self, view: ChartView) -> None:
        """Show the numbers of a chart; the newest of a time are in sight."""
        self._model.show(view.headers, view.rows)
        self._fit()
        first, last = (str(view.rows[at][0]) if view.rows else "" for at in (0, -1))
        self._is_newest_last = first[:4].isdigit() and first < last
        self._show_newest()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the newest rows."""
        super().showEvent(event)
        self._show_newest()

    @Slot()
    def copy(self) -> None:
        """Put the rows selected, or all of them, on the clipboard."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        QGuiApplication.clipboard().setText(self._model.as_text(rows or None))

    def _show_newest(self) -> None:
        if self._is_newest_last:
            self.scrollToBottom()
        else:
            self.scrollToTop()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Give each column what it needs, and the names in the first one all the rest."""
        header, modes, metrics = self.horizontalHeader(), QHeaderView.ResizeMode, self.fontMetrics()
        header.setMinimumSectionSize(metrics.averageCharWidth() * _LEAST_NAME)
        for column in range(self._model.columnCount()):
            mode = modes.ResizeToContents if column else modes.Stretch
            header.setSectionResizeMode(column, mode)
        row = round(metrics.height() * _ROW)
        self.verticalHeader().setDefaultSectionSize(row)
        rows = min(self._model.rowCount(), _MOST_ROWS)
        self.setMinimumHeight(row * (rows + 1) + 6)
