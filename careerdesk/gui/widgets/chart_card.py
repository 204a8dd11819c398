"""The card of a chart: what it says in a sentence, the picture, and its numbers one click away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from careerdesk.gui.icons import icon
from careerdesk.gui.place_commands import COPY_PICTURE, COPY_TABLE, SAVE_PDF, SAVE_PNG, SAVE_SVG
from careerdesk.gui.text import no_mnemonic, tooltip
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.chart_canvas import RIM, ChartCanvas
from careerdesk.gui.widgets.chart_numbers import ChartNumbers
from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from careerdesk.charts.view import ChartView


class ChartCard(QFrame):
    """Shows a view; asks the page for pictures, because files and workers are not its matter."""

    chosen = Signal(object)
    copy_asked = Signal(str)
    save_asked = Signal(str, str)
    table_copied = Signal()

    def __init__(
        self, key: str, title: str, parent: QWidget | None = None, *, is_inside: bool = False
    ) -> None:
        """Make a card, or with ``is_inside`` a part of one, which has no frame and no margins."""
        super().__init__(parent)
        self.key = key
        self.view: ChartView | None = None
        self._is_inside = is_inside
        self.setProperty("role", "" if is_inside else "card")
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._title = label(title, "heading")
        self._sentence = label("", "second", wrap=True)
        self.canvas = ChartCanvas(title)
        self._table: ChartNumbers | None = None
        self._table_button = QPushButton(self.tr("Table"))
        self._more = QToolButton()
        self._menu = QMenu(self)
        self._build()
        self._name_parts(title)

    def show_view(self, view: ChartView, leads_somewhere: Callable[[type[Any]], bool]) -> None:
        """Show this chart, its sentence and its numbers."""
        self.view = view
        self._title.setText(view.title)
        self._sentence.setText("" if view.is_empty else view.sentence)
        self._sentence.setVisible(not view.is_empty)
        self.canvas.show_view(view, leads_somewhere)
        if self._table is not None:
            self._table.show_view(view)
        self._table_button.setVisible(bool(view.rows))
        self._more.setVisible(not view.is_empty)
        for command in self.commands():
            command.setEnabled(not view.is_empty)
        if not view.rows:
            self._table_button.setChecked(False)
        self._name_parts(view.title)

    def commands(self) -> list[QAction]:
        """Return what can be done with the chart that is shown."""
        return [one for one in self._menu.actions() if not one.isSeparator()]

    @property
    def table(self) -> ChartNumbers:
        """The numbers, made when they are first asked for: most cards never show theirs."""
        if self._table is None:
            self._table = ChartNumbers()
            self._table.hide()
            self._outer.addWidget(self._table)
            if self.view is not None:
                self._table.show_view(self.view)
            self._name_parts(self._title.text())
        return self._table

    def changeEvent(self, event: QEvent) -> None:
        """Tint the icon anew in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_icon()

    @Slot(bool)
    def _show_table(self, is_shown: bool) -> None:
        self.canvas.setVisible(not is_shown)
        self.table.setVisible(is_shown)

    def _build(self) -> None:
        self._table_button.setProperty("role", "link")
        self._table_button.setCheckable(True)
        self._table_button.toggled.connect(self._show_table)
        self._table_button.hide()
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setProperty("role", "more")
        self._fill_menu()
        self._more.setMenu(self._menu)
        self._more.hide()
        self._show_icon()
        self.canvas.chosen.connect(self.chosen)
        outer = self._outer = QVBoxLayout(self)
        # The picture has a rim of its own, in which its focus ring is drawn.
        rim = 0 if self._is_inside else RIM
        if self._is_inside:
            outer.setContentsMargins(0, 0, 0, 0)
        else:
            outer.setContentsMargins(18 - RIM, 10, 18 - RIM, 16 - RIM)
        outer.setSpacing(8)
        head = QHBoxLayout()
        outer.addLayout(head)
        head.setContentsMargins(rim, 0, rim, 0)
        head.setSpacing(4)
        head.addStrut(round(self.fontMetrics().height() * 1.8))  # with buttons or without
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._table_button)
        head.addWidget(self._more)
        self._sentence.setContentsMargins(rim, 0, rim, 0)
        outer.addWidget(self._sentence)
        outer.addWidget(self.canvas)

    def _fill_menu(self) -> None:
        menu = self._menu
        menu.addAction(COPY_PICTURE.title, self._ask_copy)
        menu.addAction(COPY_TABLE.title, self._copy_all)
        menu.addSeparator()
        for command, suffix in ((SAVE_PNG, ".png"), (SAVE_SVG, ".svg"), (SAVE_PDF, ".pdf")):
            action = menu.addAction(command.title)
            action.setData(suffix)
            action.triggered.connect(self._ask_save)

    @Slot()
    def _copy_all(self) -> None:
        self.table.copy()
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
        if self._table is not None:
            self._table.setAccessibleName(self.tr("Numbers of: {title}").format(title=title))
        self._table_button.setAccessibleName(self.tr("Table of: {title}").format(title=title))
        more = self.tr("Copy or save: {title}").format(title=title)
        self._more.setAccessibleName(more)
        self._menu.setTitle(no_mnemonic(title))  # by which its commands are found and told apart
        self._more.setToolTip(tooltip(more))
        self.canvas.setWhatsThis(
            self.tr("Arrow keys walk through the values, Enter shows the records behind one.")
        )

    def _show_icon(self) -> None:
        self._more.setIcon(icon("ellipsis", tokens().ink_2))
        edge = self.fontMetrics().height()
        self._more.setIconSize(QSize(edge, edge))
