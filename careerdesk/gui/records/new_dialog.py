"""The form for a new record; it stays open for the next one, which keeps some of the values.

Left with Escape or closed, what was typed is kept and shown again when it is next asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
)

from careerdesk.domain.errors import CareerDeskError, InvalidValueError
from careerdesk.gui.records.record_form import RecordForm
from careerdesk.gui.widgets.labels import LineLabel, label
from careerdesk.gui.widgets.scrolled import scrolled
from careerdesk.services.naming import name_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.fields.draft import Draft
    from careerdesk.gui.records.listing import Listing

_WIDTH, _MOST_HEIGHT = 62, 0.86  # in characters; of the window


class NewDialog(QDialog):
    """Asks for the values of a new record; ``added`` carries each record made.

    ``left`` carries what was typed and not added, by the names of the fields.
    """

    added = Signal(object)
    left = Signal(dict)

    def __init__(
        self, context: GuiContext, listing: Listing, values: dict[str, Any], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._listing = listing
        self._last: Any = None
        self.setWindowTitle(listing.new_words())
        self.form = RecordForm(context, listing, is_live=False)
        self.form.show_new({**listing.defaults(), **values})
        self.form.show_only([spec.name for spec in listing.fields if spec.is_for_new])
        self._values = values
        self._done = LineLabel("", "small")
        self._next = QPushButton(self.tr("Add and &next"))
        self._next.setToolTip(self.tr("Stores this one and keeps the form open (Ctrl+Enter)"))
        self._next.setAutoDefault(False)
        self._next.clicked.connect(self._add_and_go_on)
        self._afresh = QPushButton(self.tr("&Start afresh"))
        self._afresh.setToolTip(self.tr("Clears what was kept from the last time"))
        self._afresh.setProperty("role", "link")
        self._afresh.setAutoDefault(False)
        self._afresh.clicked.connect(self._start_afresh)
        self._afresh.hide()
        self._build()

    def take_up(self, drafts: dict[str, Draft]) -> None:
        """Go on with what was typed before."""
        self.form.show_drafts(drafts)
        self._done.show_line(self.tr("As you left it."))
        self._afresh.show()

    def reject(self) -> None:
        """Leave, and let what was typed be kept."""
        if self.form.is_typed_in:
            self.left.emit(self.form.drafts())
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field; Qt would begin with a button."""
        super().showEvent(event)
        self.form.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add and go on with Ctrl+Enter; in paragraphs Enter alone begins a new one."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._add_and_go_on()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.form.setContentsMargins(0, 0, 10, 0)
        scroll = scrolled(self.form)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        add = box.addButton(self.tr("&Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        add.setProperty("role", "primary")
        add.setDefault(True)
        box.accepted.connect(self._add_and_close)
        box.rejected.connect(self._discard)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        column.addLayout(head)
        head.addWidget(label(self._listing.new_words(), "title"), 1)
        head.addWidget(self._afresh)
        column.addWidget(scroll, 1)
        foot = QHBoxLayout()
        column.addLayout(foot)
        foot.addWidget(self._done, 1)
        foot.addWidget(self._next)
        foot.addWidget(box)
        character = self.fontMetrics().averageCharWidth()
        window = self.parentWidget()
        height = self.form.sizeHint().height() + 150
        most = round(window.height() * _MOST_HEIGHT) if window is not None else height
        self.resize(character * _WIDTH, min(height, most))
        for button in self.form.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter adds the record, wherever the cursor is

    @Slot()
    def _start_afresh(self) -> None:
        self.form.show_new({**self._listing.defaults(), **self._values})
        self.form.focus_first()
        self._done.show_line("")
        self._afresh.hide()

    @Slot()
    def _discard(self) -> None:
        super().reject()

    def _add(self) -> bool:
        try:
            values = self.form.values(
                [spec.name for spec in self._listing.fields if spec.is_for_new]
            )
            self._last = self._listing.create(values)
        except InvalidValueError as error:
            self.form.show_error(error)
            return False
        except CareerDeskError as error:
            self._done.show_line(str(error))
            return False
        self.added.emit(self._last)
        return True

    @Slot()
    def _add_and_close(self) -> None:
        if self._add():
            self.accept()

    @Slot()
    def _add_and_go_on(self) -> None:
        kept = (
            {
                spec.name: self.form.field(spec.name).value()
                for spec in self._listing.fields
                if spec.is_kept and spec.is_for_new
            }
            if self._add()
            else None
        )
        if kept is None:
            return
        self._afresh.hide()
        self.form.show_new({**self._listing.defaults(), **kept})
        self.form.focus_first()
        self._done.show_line(self.tr("Added {name}.").format(name=name_of(self._last)))
