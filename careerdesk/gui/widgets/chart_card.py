"""The card of a chart: what it says in a sentence, the picture, and its numbers one click away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QSizePolicy,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from careerdesk.gui.icons import icon
from careerdesk.gui.models.chart_table import ChartTableModel
from careerdesk.gui.text import tooltip
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.chart_canvas import RIM, ChartCanvas
from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdesk.charts.view import ChartView

_MOST_ROWS: Final = 10
_LEAST_NAME: Final = 13  # characters
_MEASURED_ROWS: Final = 100  # whose cells are looked at for the width of a column
_ROW: Final = 1.9  # height of a row, in lines of text


class ChartCard(QFrame):
    """Shows a view; asks the page for pictures, because files and workers are not its matter."""

    chosen = Signal(object)
    copy_asked = Signal(str)
    save_asked = Signal(str, str)
    table_copied = Signal()

    def __init__(self, key: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.view: ChartView | None = None
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._title = label(title, "heading")
        self._sentence = label("", "second", wrap=True)
        self.canvas = ChartCanvas(title)
        self.table = QTableView()
        self._model = ChartTableModel(self)
        self._table_button = QPushButton(self.tr("Table"))
        self._more = QToolButton()
        self._build()
        self._name_parts(title)

    def show_view(self, view: ChartView, leads_somewhere: Callable[[type[Any]], bool]) -> None:
        """Show this chart, its sentence and its numbers."""
        self.view = view
        self._title.setText(view.title)
        self._sentence.setText("" if view.is_empty else view.sentence)
        self._sentence.setVisible(not view.is_empty)
        self.canvas.show_view(view, leads_somewhere)
        self._model.show(view.headers, view.rows)
        self._fit_columns()
        self._table_button.setVisible(bool(view.rows))
        self._more.setVisible(not view.is_empty)
        if not view.rows:
            self._table_button.setChecked(False)
        self._name_parts(view.title)
        self._fit_table()

    @property
    def shows_table(self) -> bool:
        """Whether the numbers stand where the picture was."""
        return self._table_button.isChecked()

    def changeEvent(self, event: QEvent) -> None:
        """Tint the icon anew in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_icon()
        elif event.type() == QEvent.Type.FontChange:
            self._fit_table()

    @Slot()
    def copy_table(self) -> None:
        """Put the rows selected, or all of them, on the clipboard."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        chosen = rows if rows and self.shows_table else None
        QGuiApplication.clipboard().setText(self._model.as_text(chosen))

    @Slot(bool)
    def _show_table(self, is_shown: bool) -> None:
        self.canvas.setVisible(not is_shown)
        self.table.setVisible(is_shown)
        if is_shown:
            self.table.scrollToBottom() if self._is_of_time() else self.table.scrollToTop()

    def _is_of_time(self) -> bool:
        """Say whether the newest row is the last one."""
        rows = self.view.rows if self.view else ()
        return (
            len(rows) > 1 and str(rows[0][0])[:4].isdigit() and str(rows[0][0]) < str(rows[-1][0])
        )

    def _build(self) -> None:
        self._table_button.setProperty("role", "link")
        self._table_button.setCheckable(True)
        self._table_button.toggled.connect(self._show_table)
        self._table_button.hide()
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setProperty("role", "more")
        self._more.setMenu(self._menu())
        self._more.hide()
        self._show_icon()
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addStrut(round(self.fontMetrics().height() * 1.8))  # with buttons or without
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._table_button)
        head.addWidget(self._more)
        table = self.table
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setResizeContentsPrecision(_MEASURED_ROWS)
        table.hide()
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), table)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy_table)
        self.canvas.chosen.connect(self.chosen)
        outer = QVBoxLayout(self)
        # The picture has a rim of its own, in which its focus ring is drawn.
        outer.setContentsMargins(18 - RIM, 10, 18 - RIM, 16 - RIM)
        head.setContentsMargins(RIM, 0, RIM, 0)
        self._sentence.setContentsMargins(RIM, 0, RIM, 0)
        outer.setSpacing(8)
        outer.addLayout(head)
        outer.addWidget(self._sentence)
        outer.addWidget(self.canvas)
        outer.addWidget(table)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Copy picture"), self._ask_copy)
        menu.addAction(self.tr("Copy table"), self._copy_all)
        menu.addSeparator()
        for words, suffix in (
            (self.tr("Save as PNG picture…"), ".png"),
            (self.tr("Save as SVG drawing…"), ".svg"),
            (self.tr("Save as PDF…"), ".pdf"),
        ):
            action = menu.addAction(words)
            action.setData(suffix)
            action.triggered.connect(self._ask_save)
        return menu

    @Slot()
    def _copy_all(self) -> None:
        self.copy_table()
        self.table_copied.emit()

    @Slot()
    def _ask_copy(self) -> None:
        self.copy_asked.emit(self.key)

    @Slot()
    def _ask_save(self) -> None:
        action = self.sender()
        self.save_asked.emit(self.key, action.data())  # type: ignore[attr-defined]

    def _name_parts(self, title: str) -> None:
        self.setAccessibleName(title)
        self.canvas.setAccessibleName(title)
        self.table.setAccessibleName(self.tr("Numbers of: {title}").format(title=title))
        self._table_button.setAccessibleName(self.tr("Table of: {title}").format(title=title))
        more = self.tr("Copy or save: {title}").format(title=title)
        self._more.setAccessibleName(more)
        self._more.setToolTip(tooltip(more))
        hint = self.tr(
            "Arrow keys go from one value to the next, Enter shows the records behind it."
        )
        self.canvas.setToolTip("")
        self.canvas.setWhatsThis(hint)

    def _show_icon(self) -> None:
        self._more.setIcon(icon("ellipsis", tokens().ink_2))
        edge = self.fontMetrics().height()
        self._more.setIconSize(QSize(edge, edge))

    def _fit_columns(self) -> None:
        """Give each column what it needs, and the names in the first one all the rest."""
        header, modes = self.table.horizontalHeader(), QHeaderView.ResizeMode
        header.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * _LEAST_NAME)
        for column in range(self._model.columnCount()):
            mode = modes.ResizeToContents if column else modes.Stretch
            header.setSectionResizeMode(column, mode)

    def _fit_table(self) -> None:
        row = round(self.fontMetrics().height() * _ROW)
        self.table.verticalHeader().setDefaultSectionSize(row)
        rows = min(self._model.rowCount(), _MOST_ROWS)
        self.table.setMinimumHeight(row * (rows + 1) + 6)
