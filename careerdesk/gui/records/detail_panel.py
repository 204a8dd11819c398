"""The panel beside a list: the form of the record chosen, or what can be done with several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from careerdesk.gui.records.file_drop import FileDrop
from careerdesk.gui.records.record_form import RecordForm
from careerdesk.gui.widgets.labels import LineLabel, label
from careerdesk.gui.widgets.scrolled import scrolled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QAction, QCloseEvent

    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.records.listing import Listing
    from careerdesk.gui.records.panel import Panel

_SIDE: Final = 17


class DetailPanel(QWidget):
    """Shows nothing, one record or several.

    ``closed`` says that Escape was pressed in it, so that the cursor should go back to the list.
    """

    closed = Signal()

    def __init__(
        self,
        context: GuiContext,
        listing: Listing,
        actions: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._listing = listing
        self._title = LineLabel("", "lead")
        self.form = RecordForm(context, listing, is_live=True)
        self._panels = listing.panels()
        made = ((panel, panel.command()) for panel in self._panels)
        self._commands = [(panel, one) for panel, one in made if one is not None]
        self._stack = QStackedWidget()
        self._nothing = label(self.tr("Choose one to see all about it."), "second", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._many = label("", "lead", wrap=True)
        self._stack.addWidget(_centred(self._nothing))
        self._one = self._build_one()
        self._stack.addWidget(self._one)
        self._stack.addWidget(self._build_many(actions))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._drop = FileDrop(self, self._drop_words)
        self._drop.dropped.connect(self._take_files)

    def commands(self) -> list[QAction]:
        """Return what can be done with what lies below the form of the one record shown."""
        return [one for _, one in self._commands]

    def show_records(self, records: Sequence[Any]) -> None:
        """Show the form of one record, the choices for several, or that there is none."""
        if len(records) == 1:
            (record,) = records
            is_other = self.form.record is None or self.form.record.id != record.id
            self._title.show_line(self._listing.name(record))
            self.form.show_record(record)
            for panel in self._panels:
                panel.show_record(record)
            if is_other:
                self._scroll.verticalScrollBar().setValue(0)
            self._stack.setCurrentIndex(1)
        elif records:
            words = self._listing.counted(len(records))
            self._many.setText(self.tr("{records} selected").format(records=words))
            self._stack.setCurrentIndex(2)
        else:
            self._stack.setCurrentIndex(0)
        for panel, command in self._commands:
            command.setEnabled(len(records) == 1 and panel.button.isEnabled())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what is being typed."""
        self.form.leave()
        super().closeEvent(event)

    def _build_one(self) -> QWidget:
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(_SIDE, 4, _SIDE, 12)
        inner.setSpacing(4)
        inner.addWidget(self.form)
        for panel in self._panels:
            inner.addWidget(panel)
        inner.addStretch()
        self._scroll = scrolled(body)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        column.addLayout(head)
        head.setContentsMargins(_SIDE, 0, _SIDE - 6, 0)
        head.addWidget(self._title, 1)
        column.addWidget(self._scroll, 1)
        return page

    def _build_many(self, actions: Sequence[QAction]) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(_SIDE, 24, _SIDE, 12)
        column.setSpacing(10)
        column.addWidget(self._many)
        for action in actions:
            # Without its letter, which belongs to the menu: Alt with it may mean another menu here.
            button = QPushButton(action.text().replace("&", ""))
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
            column.addWidget(button)
        column.addStretch()
        return scrolled(body)

    def _drop_words(self, paths: Sequence[Path]) -> str:
        del paths  # any files can be attached
        panel = self._panel_for_files()
        return "" if panel is None or self._stack.currentWidget() != self._one else panel[1]

    @Slot(list)
    def _take_files(self, paths: list[Path]) -> None:
        if (panel := self._panel_for_files()) is not None:
            panel[0].take_files(paths)

    def _panel_for_files(self) -> tuple[Panel, str] | None:
        return next(
            ((panel, words) for panel in self._panels if (words := panel.drop_words())), None
        )

    @Slot()
    def leave(self) -> bool:
        """Store what is being typed; say whether all of it could be stored."""
        return self.form.leave()


def _centred(widget: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(_SIDE, 0, _SIDE, 0)
    column.addStretch()
    column.addWidget(widget)
    column.addStretch()
    return page
