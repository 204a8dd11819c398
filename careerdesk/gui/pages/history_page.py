"""History: what has been changed, and how do I get back? One line a change, its details beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QHeaderView, QTreeWidgetItem, QWidget

from careerdesk._generated.forms.ui_history_page import Ui_HistoryPage
from careerdesk.gui.models.history_model import ENTRY_ROLE, HistoryModel, state_sentence
from careerdesk.gui.pages import BACKUPS, CHANGES
from careerdesk.gui.pages.history_backups import BackupsPanel
from careerdesk.gui.pages.page import Page
from careerdesk.gui.palette.commands import keep_name
from careerdesk.gui.place_commands import GO_BACK
from careerdesk.gui.text import local_moment, tooltip, translate
from careerdesk.gui.widgets.history_delegate import HistoryDelegate
from careerdesk.gui.widgets.message_area import Offer
from careerdesk.gui.widgets.segments import Segments
from careerdesk.services import history
from careerdesk.services.change_details import Action, change_details
from careerdesk.services.history import ChangeEntry, ChangeState

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext
    from careerdesk.services.change_details import ChangeDetails, RecordDetail

_BESIDE: Final = 48  # width, in lines of text, from which the panel stands beside the list
_OPEN_RECORDS: Final = 20  # so many are unfolded at once


class HistoryPage(Page):
    """The list and the panel; both follow every change."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._filled: tuple[int, bool] | None = None
        self._ui = Ui_HistoryPage()
        self._ui.setupUi(self)
        self._model = HistoryModel(self)
        self._ui.changes_list.setModel(self._model)
        self._ui.changes_list.setItemDelegate(HistoryDelegate(self))
        self._back_action = QAction(GO_BACK.title, self)
        keep_name(self._back_action)
        self._ui.changes_list.addAction(self._back_action)
        self.addAction(self._back_action)
        header = self._ui.fields_tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionsMovable(False)
        self._ui.changes_list.selectionModel().currentChanged.connect(self._show_details)
        self._ui.back_button.clicked.connect(self._undo_back)
        self._back_action.triggered.connect(self._undo_back)
        self._parts = Segments([CHANGES.title, BACKUPS.title])
        self._backups: BackupsPanel | None = None
        self._ui.outer.insertWidget(0, self._parts)
        self._parts.chosen.connect(self._show_part)
        self.refresh()

    @Slot(int)
    def _show_part(self, at: int) -> None:
        """Show the changes or the backups, which are listed when they are first asked for."""
        shows_backups = at == 1
        if self._backups is None and shows_backups:
            self._backups = BackupsPanel(self._context)
            self._ui.outer.addWidget(self._backups, 1)
        elif self._backups is not None and shows_backups:
            self._backups.refresh()
        if self._backups is not None:
            self._backups.setVisible(shows_backups)
        self._ui.summary_label.setVisible(not shows_backups)
        self._ui.changes_list.setVisible(not shows_backups)
        # A layout of which all is hidden would keep its share of the room.
        self._ui.outer.setStretchFactor(self._ui.split, 0 if shows_backups else 1)
        self._show_details()

    def refresh(self, touched: Touched | None = None) -> None:
        """Show what is stored now; the change under the cursor stays there."""
        del touched  # every change makes an entry
        selected = self._selected()
        entries = history.changes(self._context.desk)
        self._model.show(entries, self._context.today())
        self._ui.summary_label.setText(_summary(entries))
        row = self._model.row_of(selected.id) if selected else None
        index = self._model.index(row) if row is not None else self._model.first_entry()
        self._ui.changes_list.setCurrentIndex(index)
        self._show_details()

    def take_focus(self) -> None:
        """Put the cursor into the list that is shown, of the changes or of the backups."""
        if self._backups is not None and self._parts.current == 1:
            self._backups.take_focus()
        else:
            self._ui.changes_list.setFocus(Qt.FocusReason.OtherFocusReason)

    def do(self, command: str) -> None:
        """Show the changes or, with the cursor on the newest or with their folder, the backups."""
        self._go_to(0 if command == CHANGES.key else 1)
        if command == "folder" and self._backups is not None:
            self._backups.open_folder()

    def step_part(self, by: int) -> None:
        """Go from the changes to the backups and back."""
        self._go_to((self._parts.current + by) % 2)

    def _go_to(self, part: int) -> None:
        self._parts.choose(part)
        self._show_part(part)
        self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel beside the list or, in a narrow window, under it."""
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE * self.fontMetrics().height()
        directions = QBoxLayout.Direction
        self._ui.split.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)

    def _selected(self) -> ChangeEntry | None:
        entry = self._ui.changes_list.currentIndex().data(ENTRY_ROLE)
        return entry if isinstance(entry, ChangeEntry) else None

    @Slot(QModelIndex, QModelIndex)
    def _show_details(self) -> None:
        entry = self._selected()
        self._ui.detail_panel.setVisible(entry is not None and self._parts.current == 0)
        if entry is None:
            return
        self._ui.title_label.setText(entry.title)
        self._ui.moment_label.setText(local_moment(entry.at))
        after = self._later_than(entry)
        self._ui.state_label.setText(state_sentence(entry.state))
        words = self._way(entry, after)
        self._ui.back_button.setText(words)
        self._back_action.setText(words or GO_BACK.title)
        self._ui.back_button.setVisible(bool(words))
        self._back_action.setEnabled(bool(words))
        is_sealed = entry.state is ChangeState.SEALED
        if self._filled != (entry.id, is_sealed):  # what a change did never changes
            self._filled = (entry.id, is_sealed)
            self._fill(change_details(self._context.desk, entry.id))
            self._ui.detail_scroll.verticalScrollBar().setValue(0)

    def _later_than(self, entry: ChangeEntry) -> int:
        """Count the changes that going back to an entry would take back."""
        return sum(
            other.state is ChangeState.DONE and other.id > entry.id
            for other in self._model.entries()
        )

    def _way(self, entry: ChangeEntry, after: int) -> str:
        """Say what the button does about an entry; an empty text, that there is nothing to do."""
        if self._context.desk.is_read_only:
            return ""
        if entry.state is ChangeState.UNDONE:
            before = sum(
                other.state is ChangeState.UNDONE and other.id <= entry.id
                for other in self._model.entries()
            )
            return self.tr("Redo %n change(s) up to here", "", before)
        if after:
            return self.tr("Undo %n change(s) after this", "", after)
        return self.tr("Undo this") if entry.state is ChangeState.DONE else ""

    def _fill(self, details: ChangeDetails) -> None:
        tree = self._ui.fields_tree
        tree.clear()
        tree.setVisible(bool(details.records))
        for at, record in enumerate(details.records):
            item = _record_item(record)
            tree.addTopLevelItem(item)
            item.setFirstColumnSpanned(True)
            item.setExpanded(at < _OPEN_RECORDS)
        fields = [field for record in details.records for field in record.fields]
        tree.setColumnHidden(1, not any(field.before for field in fields))
        tree.setColumnHidden(2, not any(field.after for field in fields))
        more = details.total - len(details.records)
        self._ui.more_label.setVisible(more > 0 or not details.records)
        self._ui.more_label.setText(
            self.tr("and %n more record(s)", "", more)
            if more > 0
            else self.tr("What it did to each record is no longer kept.")
        )

    @Slot()
    def _undo_back(self) -> None:
        entry = self._selected()
        if entry is None:
            return
        desk = self._context.desk
        with self._context.errors.reported():
            if entry.state is ChangeState.UNDONE:
                history.redo_up_to(desk, entry.id)
            elif not self._later_than(entry):
                history.undo(desk)
            else:
                taken = [
                    other
                    for other in self._model.entries()
                    if other.state is ChangeState.DONE and other.id > entry.id
                ]
                history.undo_back_to(desk, entry.id)
                self._context.messages.add(
                    self.tr(
                        "Took back %n change(s). A new change makes that final.", "", len(taken)
                    ),
                    "accent",
                    Offer(self.tr("Redo all"), lambda: self._redo_up_to(taken[0].id)),
                    is_passing=True,
                )

    def _redo_up_to(self, change_id: int) -> None:
        with self._context.errors.reported():
            history.redo_up_to(self._context.desk, change_id)


def _summary(entries: list[ChangeEntry]) -> str:
    if not entries:
        return translate(
            "history",
            "Nothing has been changed on this desk yet. Everything you do is listed here, "
            "and can be taken back.",
        )
    return translate(
        "history",
        "%n change(s). Going back takes changes back from the newest on; nothing is lost until "
        "you change something else.",
        "",
        len(entries),
    )


def _record_item(record: RecordDetail) -> QTreeWidgetItem:
    named = f"{record.kind} {record.name}".strip()
    item = QTreeWidgetItem([_action_words(record.action).format(record=_line(named))])
    for field in record.fields:
        texts = [field.name, _line(field.before), _line(field.after)]
        child = QTreeWidgetItem(texts)
        for column, text in enumerate((field.name, field.before, field.after)):
            if text:
                child.setToolTip(column, tooltip(text))
        item.addChild(child)
    return item


def _action_words(action: Action) -> str:
    if action is Action.ADDED:
        return translate("history", "Added {record}")
    if action is Action.CHANGED:
        return translate("history", "Changed {record}")
    return translate("history", "Removed {record}")


def _line(text: str) -> str:
    return " ".join(text.split())
