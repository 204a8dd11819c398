"""Giving many records the same value of one field, as one change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout

from careerdesk.domain.errors import CareerDeskError, InvalidValueError
from careerdesk.gui.fields.choice_fields import Combo
from careerdesk.gui.records.record_form import RecordForm
from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.records.listing import Listing


class BulkDialog(QDialog):
    """Asks which field and which value."""

    def __init__(
        self, context: GuiContext, listing: Listing, chosen: Sequence[Any], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._listing = listing
        self._chosen = chosen
        words = self.tr("Edit {records}").format(records=listing.counted(len(chosen)))
        self.setWindowTitle(words)
        self._names = [spec.name for spec in listing.fields if spec.is_for_many]
        self._which = Combo()
        self._which.set_called(self.tr("Which field"))
        self._form = RecordForm(context, listing, is_live=False)
        self._form.show_new(listing.defaults())
        for name in self._names:
            self._which.addItem(self._form.words_of(name), name)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        store = box.addButton(
            self.tr("Change %n record(s)", "", len(chosen)), QDialogButtonBox.ButtonRole.AcceptRole
        )
        store.setProperty("role", "primary")
        store.setDefault(True)
        box.accepted.connect(self._store)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(words, "title"))
        column.addWidget(
            label(self.tr("All of them get the same value. It is one change."), "second", wrap=True)
        )
        column.addWidget(self._which)
        column.addWidget(self._form)
        column.addStretch()
        column.addWidget(box)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
        for button in self._form.findChildren(QPushButton):
            button.setAutoDefault(False)
        self._which.currentIndexChanged.connect(self._show_field)
        self._show_field()

    @Slot()
    def _show_field(self) -> None:
        self._form.show_only([self._which.currentData()])

    @Slot()
    def _store(self) -> None:
        name = self._which.currentData()
        try:
            values = self._form.values([name])
            changed = self._listing.edit_many(self._chosen, values)
        except InvalidValueError as error:
            self._form.show_error(error)
            return
        except CareerDeskError as error:
            self._context.errors.show(error)
            return
        self._say(changed)
        self.accept()

    def _say(self, changed: int) -> None:
        if changed:
            self._context.commands.say_done(self.tr("Changed %n record(s).", "", changed))
