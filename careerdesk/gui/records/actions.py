"""What can be done with the records selected in a list; each is one change that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence

from careerdesk.gui import place_commands
from careerdesk.gui.palette.commands import keep_name
from careerdesk.services import records

if TYPE_CHECKING:
    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.place_commands import PlaceCommand
    from careerdesk.gui.records.listing import Command, Listing
    from careerdesk.gui.records.table_view import RecordTable


class RecordActions(QObject):
    """The actions of one list; their keys count only while the table has the cursor."""

    def __init__(self, context: GuiContext, listing: Listing, table: RecordTable) -> None:
        super().__init__(table)
        self._context = context
        self._listing = listing
        self._table = table
        self.edit_many = self._action(place_commands.EDIT)
        self.duplicate = self._action(place_commands.DUPLICATE)
        self.copy = self._action(place_commands.COPY)
        self.toggle_private = self._action(place_commands.PRIVATE)
        self.delete = self._action(place_commands.DELETE)
        self._own = [(command, self._command(command)) for command in listing.commands()]
        self.edit_many.triggered.connect(self._edit)
        self.duplicate.triggered.connect(self._duplicate)
        self.copy.triggered.connect(table.copy)
        self.toggle_private.triggered.connect(self._toggle_private)
        self.delete.triggered.connect(self._delete)
        table.chosen.connect(self.update)
        self.update()

    def all(self) -> list[QAction]:
        """Return the actions in the order of the menu."""
        own = [action for _, action in self._own]
        return [*own, self.edit_many, self.duplicate, self.copy, self.toggle_private, self.delete]

    def for_many(self) -> list[QAction]:
        """Return those that can be done with several records at once."""
        own = [action for _, action in self._own]
        return [*own, self.edit_many, self.copy, self.toggle_private, self.delete]

    @Slot()
    def update(self) -> None:
        """Enable what the selection allows."""
        chosen = self._table.selected_records()
        may_write = bool(chosen) and not self._context.desk.is_read_only
        has_flag = "is_private" in self._listing.own_fields()
        self.copy.setEnabled(bool(chosen))
        self.delete.setEnabled(may_write)
        self.duplicate.setEnabled(may_write and len(chosen) == 1)
        self.toggle_private.setEnabled(may_write and has_flag)
        self.toggle_private.setVisible(has_flag)
        self.edit_many.setEnabled(may_write)
        if self._own:
            records_chosen = self._table.selected_records()
            for command, action in self._own:
                action.setEnabled(may_write and command.suits(records_chosen))
        if len(chosen) == 1 and has_flag:
            is_private = self._table.selected_records()[0].is_private
            words = self.tr("Make &public") if is_private else self.tr("Make &private")
            self.toggle_private.setText(words)
        elif has_flag:
            self.toggle_private.setText(place_commands.PRIVATE.title)

    @Slot()
    def _edit(self) -> None:
        chosen = self._table.selected_records()
        if len(chosen) == 1:
            self._table.opened.emit()
            return
        from careerdesk.gui.records.bulk_dialog import BulkDialog

        BulkDialog(self._context, self._listing, chosen, self._table.window()).open()

    @Slot()
    def _duplicate(self) -> None:
        with self._context.errors.reported():
            copy = self._listing.duplicate(self._table.selected_records()[0])
            self._table.select_record(copy.id)

    @Slot()
    def _toggle_private(self) -> None:
        chosen = self._table.selected_records()
        to = not all(record.is_private for record in chosen)
        with self._context.errors.reported():
            records.edit_many(self._context.desk, chosen, {"is_private": to})

    @Slot()
    def _delete(self) -> None:
        chosen = self._table.selected_records()
        if not chosen:
            return
        with self._context.errors.reported():
            named = self._listing.remove(chosen)
            said = self.tr("Deleted {records}.").format(records=named)
            also = self._listing.words_after_removal()
            self._context.commands.say_done(f"{said} {also}".strip())

    def _take(self, command: Command) -> None:
        chosen = self._table.selected_records()
        if not chosen or not command.suits(chosen):
            return
        with self._context.errors.reported():
            self._context.commands.say_done(command.take(chosen))

    def _command(self, command: Command) -> QAction:
        action = self._action(command.named)
        action.triggered.connect(lambda _=False: self._take(command))
        return action

    def _action(self, command: PlaceCommand) -> QAction:
        action = QAction(command.title, self._table)
        keep_name(action)
        action.setShortcut(QKeySequence(command.keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._table.addAction(action)
        return action
