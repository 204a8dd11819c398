"""A list of one kind of record with the details of the one chosen beside or below it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from careerdesk._generated.forms.ui_record_view import Ui_RecordView
from careerdesk.collection import COLLECTION_PAUSE, pass_over
from careerdesk.domain.file_kinds import kind_of
from careerdesk.gui.focus import focus_within
from careerdesk.gui.icons import icon, pixmap
from careerdesk.gui.keys import lend_keys
from careerdesk.gui.pages.page import Page
from careerdesk.gui.place_commands import COLUMNS
from careerdesk.gui.records.actions import RecordActions
from careerdesk.gui.records.detail_panel import DetailPanel
from careerdesk.gui.records.file_drop import FileDrop
from careerdesk.gui.records.list_layout import ListLayout
from careerdesk.gui.records.table_model import RecordTableModel
from careerdesk.gui.records.table_view import RecordTable
from careerdesk.gui.text import no_mnemonic
from careerdesk.gui.theme import tokens

if TYPE_CHECKING:
    import uuid
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.records.listing import Listing, QuickFilter

_PAUSE_MS: Final = 60  # of typing, before a long list is searched
_PICTURE: Final = 36


class RecordView(Page):
    """List and detail; the listing says of what."""

    def __init__(
        self, context: GuiContext, listing: Listing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.listing = listing
        self.shows = listing.tables
        self._context = context
        self._new = QAction(listing.new_words(), self)
        lend_keys(self._new, "Ctrl+N")
        self._new.setEnabled(not context.desk.is_read_only)
        self._is_refreshing = False
        self._only_words = ""
        self._chosen: list[Any] | None = None
        self._ui = Ui_RecordView()
        self._ui.setupUi(self)
        self._model = RecordTableModel(listing.columns, listing.haystack, self)
        self.table = RecordTable(self._model)
        self.table.setAccessibleName(listing.title())
        self._ui.table_place.addWidget(self.table)
        self.actions_of = RecordActions(context, listing, self.table)
        self._details = DetailPanel(context, listing, self.actions_of.for_many())
        self._ui.detail_column.addWidget(self._details)
        self._chips: dict[str, QPushButton] = {}
        self._only_chip = QPushButton()
        self._pause = QTimer(self)
        self._columns = QAction(COLUMNS.title, self)
        self.addActions([self._new, *self.actions_of.all(), *self._details.commands()])
        self.addAction(self._columns)
        name, splitter = listing.kind.__name__.lower(), self._ui.splitter
        self._layout = ListLayout(name, self, self.table, splitter, context.settings)
        self._build()
        self._connect()
        self.table.sort_by(listing.order or listing.columns[0].key)
        self._layout.restore_columns()  # before there are rows: the first is chosen then
        self.refresh()
        self._layout.restore_shares()

    @property
    def primary(self) -> QAction:
        """The button that makes a new record."""
        return self._new

    @property
    def is_empty(self) -> bool:
        """Say whether there is no record at all."""
        return self._model.total == 0

    def refresh(self, touched: Touched | None = None) -> None:
        """Show what is stored now, reading again only what a change may have altered."""
        self._is_refreshing = True
        try:
            self._read(touched)
        finally:
            self._is_refreshing = False
        self._show_state()
        self._chosen = None  # what lies beside the record may be another
        self._show_details()

    def _read(self, touched: Touched | None) -> None:
        keys = None if touched is None else self.listing.affected(touched)
        if touched is None or not touched.is_replay:
            self._read_rows(keys)
            return
        before = self._model.keys()
        self._read_rows(keys)
        self.table.select_records(self._model.keys() - before)

    def _read_rows(self, keys: Collection[uuid.UUID] | None) -> None:
        if keys is None:
            with COLLECTION_PAUSE:
                self._model.load(self.listing.rows())
            pass_over(self._model.total)
        elif keys:
            shelf = self._context.shelf
            had_chosen = bool(self.table.selected_records())
            found = {key: shelf.find(self.listing.kind, key) for key in keys}
            self._model.update_rows(
                {key: None if one is None else self.listing.row(one) for key, one in found.items()}
            )
            is_gone = had_chosen and not self.table.selected_records()
            if is_gone or self.table.current_record() is None:
                self.table.select_nearest()

    def leave(self) -> bool:
        """Store what is being typed, and remember how the list is laid out."""
        self._layout.save()
        if self._details.leave():
            return True
        self.show_record(self._details.form.unsaved_record())
        self._details.form.focus_unsaved()
        return False

    def take_focus(self) -> None:
        """Put the cursor into the list, or on the button where there is none."""
        target = self.table if self._model.rowCount() else self._ui.empty_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_filter(self) -> bool:
        """Put the cursor where the list is filtered."""
        self._ui.filter_edit.setFocus()
        self._ui.filter_edit.selectAll()
        return True

    def new_record(self) -> bool:
        """Open the form for a new record."""
        self._new.trigger()
        return True

    def show_record(self, record: Any) -> None:
        """Select a record, taking filters away if they hide it."""
        if not self.table.select_record(record.id):
            self.show_all()
            self.table.select_record(record.id)

    def show_records(self, kind: type[Any], ids: Collection[uuid.UUID], words: str) -> None:
        """List only these records until the user takes the filter away."""
        assert kind is self.listing.kind, "a list shows records of its own kind"
        self._only_words = words
        self._model.ordering.only = frozenset(ids)
        self._ui.filter_edit.clear()
        self._arrange()
        self.table.select_nearest()

    @Slot()
    def show_all(self) -> None:
        """Take every filter away."""
        self._only_words = ""
        self._model.ordering.only = None
        for chip in self._chips.values():
            chip.setChecked(False)
        self._ui.filter_edit.clear()
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the details beside the list or, in a narrow window, under it."""
        super().resizeEvent(event)
        self._layout.turn()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the details back to the list with Escape."""
        is_inside = focus_within(self._details) is not None
        if event.key() == Qt.Key.Key_Escape and is_inside:
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        words = self.tr("Filter {kind}").format(kind=self.listing.title().lower())
        self._ui.filter_edit.setPlaceholderText(words)
        self._ui.filter_edit.setAccessibleName(words)
        self._ui.empty_button.clicked.connect(self._on_empty_button)
        for choice in self.listing.filters():
            self._ui.chips.addWidget(self._chip(choice))
        self._only_chip.setProperty("role", "chip")
        self._only_chip.setToolTip(self.tr("Show all again"))
        self._only_chip.clicked.connect(self.show_all)
        self._ui.chips.addWidget(self._only_chip)
        stops = (
            self._ui.filter_edit,
            *self._chips.values(),
            self._only_chip,
            self._ui.columns_button,
            self.table,
        )
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
        self._layout.stretch()
        for card in (self._ui.list_card, self._ui.detail_card):
            policy = card.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # or sizes follow the texts
            card.setSizePolicy(policy)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._tint()

    def _connect(self) -> None:
        self._new.triggered.connect(self._ask_new)
        self._pause.timeout.connect(self._filter)
        self._ui.filter_edit.textChanged.connect(self._pause.start)
        self._ui.filter_edit.returnPressed.connect(self._go_to_list)
        self._ui.columns_button.clicked.connect(self._columns.trigger)
        self._columns.triggered.connect(self._show_columns)
        self.table.chosen.connect(self._show_details)
        self.table.opened.connect(self._edit)
        if self.listing.made_of:
            drop = FileDrop(self._ui.list_card, self._drop_words)
            drop.dropped.connect(self._create_from)

    def _chip(self, choice: QuickFilter) -> QPushButton:
        chip = QPushButton(no_mnemonic(choice.title))
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.toggled.connect(lambda on: self._choose(choice if on else None))
        self._chips[choice.key] = chip
        return chip

    def _choose(self, choice: QuickFilter | None) -> None:
        for key, chip in self._chips.items():
            if choice is not None and key != choice.key and chip.isChecked():
                chip.blockSignals(True)  # one choice at a time, one arrangement
                chip.setChecked(False)
                chip.blockSignals(False)
        self._model.ordering.passes = None if choice is None else choice.passes
        self._arrange()

    @Slot()
    def _filter(self) -> None:
        self._model.ordering.set_text(self._ui.filter_edit.text())
        self._arrange()

    def _arrange(self) -> None:
        self._pause.stop()
        self._model.ordering.set_text(self._ui.filter_edit.text())
        self._model.arrange()
        self._show_state()
        self._show_details()

    def _show_state(self) -> None:
        shown, total = self._model.rowCount(), self._model.total
        all_words = self.listing.counted(total)
        words = all_words
        if self._model.ordering.is_filtering:
            number = self.locale().toString(shown)
            words = self.tr("{shown} of {all}").format(shown=number, all=all_words)
        self._ui.count_label.setText(words)
        self._only_chip.setVisible(self._model.ordering.only is not None)
        self._only_chip.setText(f"{no_mnemonic(self._only_words)}  \u00d7")
        self._only_chip.setAccessibleName(
            self.tr("Only {words}; show all again").format(words=self._only_words)
        )
        is_bare = total == 0 and self._model.ordering.only is None
        self._ui.detail_card.setVisible(not is_bare)
        for widget in (self._ui.filter_edit, self._ui.count_label, self._ui.columns_button):
            widget.setVisible(not is_bare)
        self._columns.setEnabled(not is_bare)
        for chip in self._chips.values():
            chip.setVisible(not is_bare)
        had_focus = self._ui.empty_button.hasFocus()
        self._ui.list_stack.setCurrentIndex(0 if shown else 1)
        if had_focus:
            self.take_focus()
        if is_bare:
            self._show_empty(*self.listing.empty_words(), self.listing.new_words())
        elif not shown:
            self._show_empty(
                self.tr("Nothing here"),
                self.tr("None of {all} fits what you filter by.").format(all=all_words),
                self.tr("Show all"),
            )

    def _show_empty(self, heading: str, sentence: str, button: str) -> None:
        self._ui.empty_heading.setText(heading)
        self._ui.empty_sentence.setText(sentence)
        self._ui.empty_button.setText(no_mnemonic(button))
        may_add = not self._context.desk.is_read_only or not self.is_empty
        self._ui.empty_button.setEnabled(may_add)
        if bool(self._ui.empty_button.property("role")) != self.is_empty:
            self._ui.empty_button.setProperty("role", "primary" if self.is_empty else "")
            self._ui.empty_button.style().polish(self._ui.empty_button)

    @Slot()
    def _ask_new(self) -> None:
        self._context.navigator.ask_new(self.listing.kind)

    @Slot()
    def _on_empty_button(self) -> None:
        if self.is_empty and self._model.ordering.only is None:
            self._new.trigger()
        else:
            self.show_all()

    @Slot()
    def _show_details(self) -> None:
        chosen = self.table.selected_records()
        # Current row and selection are told apart; and what is being typed may only be stored,
        # which changes the list, when the list is whole again.
        if chosen == self._chosen or self._is_refreshing:
            return
        self._chosen = chosen
        record = self._details.form.record
        is_other = record is not None and [one.id for one in chosen] != [record.id]
        if is_other:
            self._details.leave()
            chosen = self._chosen = self.table.selected_records()
        self._details.show_records(chosen)

    @Slot()
    def _edit(self) -> None:
        if len(self.table.selected_records()) == 1:
            self._details.form.focus_first()

    def _drop_words(self, paths: Sequence[Path]) -> str:
        is_fit = all(kind_of(path.name) in self.listing.made_of for path in paths)
        is_fit = is_fit and not self._context.desk.is_read_only
        return self.listing.drop_words() if is_fit else ""

    @Slot(list)
    def _create_from(self, paths: list[Path]) -> None:
        """Make a record of each file, and go to the first one, where the rest is filled in."""
        if not self.leave():
            return
        with self._context.errors.reported():
            first = self.listing.create_from(paths)[0]
            self.show_record(first)
            self._details.form.focus_first()

    @Slot()
    def _go_to_list(self) -> None:
        self._arrange()
        self.table.select_nearest()
        self.table.setFocus()

    @Slot()
    def _show_columns(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.table.column_actions(menu))
        button = self._ui.columns_button
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _tint(self) -> None:
        colours = tokens()
        self._ui.columns_button.setIcon(icon("columns-3", colours.ink_2))
        self._ui.empty_picture.setPixmap(pixmap(self.listing.icon, colours.ink_3, _PICTURE))
