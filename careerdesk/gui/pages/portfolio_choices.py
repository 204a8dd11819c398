"""What stands in the portfolio: sections with ticks and order, records with eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from careerdesk._generated.forms.ui_portfolio_choices import Ui_PortfolioChoices
from careerdesk.domain.folding import fold
from careerdesk.domain.portfolio import Section
from careerdesk.domain.profile import PaperSize
from careerdesk.domain.records import TABLE_OF
from careerdesk.gui.icons import icon
from careerdesk.gui.models.portfolio_models import (
    ROW_ROLE,
    ItemsModel,
    SectionsModel,
    section_about,
    section_amount,
    section_title,
)
from careerdesk.gui.pages import is_listed
from careerdesk.gui.place_commands import SECTION_DOWN, SECTION_UP
from careerdesk.gui.text import tooltip
from careerdesk.gui.theme import tokens
from careerdesk.services import portfolio, portfolio_choices
from careerdesk.services.portfolio_outline import (
    OUTLINED,
    OutlineItem,
    Standing,
    outline,
    outlined,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QEvent

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.place_commands import PlaceCommand
    from careerdesk.services.portfolio_outline import OutlineSection

_WIDTH: Final = 20  # in lines of text, about 320 pixels
_SHARE: Final = 0.44  # of the page, at most
_MANY: Final = 8  # records from which a filter is offered
_PAPERS: Final = (PaperSize.A4, PaperSize.LETTER)
# What is listed here; the document is made of more than that.
_LISTED: Final = frozenset(TABLE_OF[kind] for kind in OUTLINED)


class PortfolioChoices(QFrame):
    """The card on the left of the document; every choice but one is kept on the desk.

    ``private_toggled`` tells of that one: private records are included anew each time.
    """

    private_toggled = Signal(bool)

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._section: Section | None = Section.SKILLS
        self._rows: tuple[OutlineSection, ...] = ()
        self._lacks_talks = True
        self.setProperty("role", "card")
        self._ui = Ui_PortfolioChoices()
        self._ui.setupUi(self._scrolled())
        self._sections = SectionsModel(self)
        self._items = ItemsModel(self)
        self._up_action = self._move_action(SECTION_UP)
        self._down_action = self._move_action(SECTION_DOWN)
        self.commands = (self._up_action, self._down_action)
        self._fill_form()
        self._connect()
        self._tint()
        self._show_choices()

    @property
    def include_private(self) -> bool:
        """Whether private records are to stand in the document this time."""
        return self._ui.private_check.isChecked()

    @property
    def last_in_order(self) -> QWidget:
        """The last stop of the tab key in here."""
        return self._ui.paper_combo

    def refresh(self, touched: Touched | None = None) -> None:
        """Show what is stored now."""
        if touched is None or touched.concerns(_LISTED):
            self._show_choices()

    @Slot()
    def on_read(self) -> None:
        """Say what could not be said before all conversations were read."""
        if self._lacks_talks:
            self._show_choices()

    def leave(self) -> None:
        """Leave private records out again."""
        self._ui.private_check.setChecked(False)

    def focus_filter(self) -> bool:
        """Put the cursor into the filter, if there is one for this section."""
        if self._ui.filter_edit.isHidden():
            return False
        self._ui.filter_edit.setFocus()
        self._ui.filter_edit.selectAll()
        return True

    def focus_on(self, choice: str) -> None:
        """Put the cursor on a choice: "private" or "paper"."""
        fields = {"private": self._ui.private_check, "paper": self._ui.paper_combo}
        fields[choice].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fit(self, room: int) -> None:
        """Be as wide as the lines need to be, and leave the larger part of the room to others."""
        self.setFixedWidth(min(self.fontMetrics().height() * _WIDTH, round(room * _SHARE)))

    def show_hidden(self, made: Any) -> None:
        """Say what the reader of a finished document will not see."""
        words = portfolio.left_out(made)
        said = (
            self.tr("Hidden from this reader: {what}.").format(what=words)
            if words
            else self.tr("Nothing is hidden from this reader.")
        )
        self._ui.hidden_label.setText(" ".join((said, *made.notes)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and size of text."""
        super().changeEvent(event)
        if event.type() in (event.Type.PaletteChange, event.Type.FontChange):
            self._tint()

    def _scrolled(self) -> QWidget:
        """Return the surface for the form; in a low window it is scrolled within the card."""
        surface = QWidget()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have the focus
        area.setWidget(surface)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        column.addWidget(area)
        return surface

    def _move_action(self, command: PlaceCommand) -> QAction:
        made = QAction(command.title, self)
        made.setShortcut(QKeySequence(command.keys))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(made)
        return made

    def _fill_form(self) -> None:
        ui = self._ui
        self.setFocusProxy(ui.sections_list)
        ui.sections_list.setModel(self._sections)
        ui.items_list.setModel(self._items)
        ui.paper_combo.addItems([self.tr("A4"), self.tr("US Letter")])
        ui.paper_combo.view().setAccessibleName(self.tr("Paper"))
        ui.private_label.hide()
        for button, action in (
            (ui.up_button, self._up_action),
            (ui.down_button, self._down_action),
        ):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setAccessibleName(action.text())
            button.setToolTip(tooltip(f"{action.text()} ({keys})"))

    def _connect(self) -> None:
        ui = self._ui
        ui.up_button.clicked.connect(self._up_action.trigger)
        ui.down_button.clicked.connect(self._down_action.trigger)
        self._up_action.triggered.connect(self._move_up)
        self._down_action.triggered.connect(self._move_down)
        self._sections.show_asked.connect(self._show_section)
        # Later, because the list is still busy with what was dropped on it.
        self._sections.move_asked.connect(self._move, Qt.ConnectionType.QueuedConnection)
        self._items.toggle_asked.connect(self._toggle)
        ui.sections_list.selectionModel().currentChanged.connect(self._on_section_chosen)
        ui.items_list.activated.connect(self._open)
        ui.filter_edit.textChanged.connect(self._show_items)
        ui.hide_all_button.clicked.connect(self._hide_listed)
        ui.show_all_button.clicked.connect(self._show_listed)
        ui.private_check.toggled.connect(self._include_private)
        ui.paper_combo.activated.connect(self._choose_paper)

    def _tint(self) -> None:
        for button, name in (
            (self._ui.up_button, "arrow-up"),
            (self._ui.down_button, "arrow-down"),
        ):
            button.setIcon(icon(name, tokens().ink_2))

    def _show_choices(self) -> None:
        shelf = self._context.shelf
        records = outlined(shelf)
        self._lacks_talks = not records.conversations
        self._rows = outline(records, include_private=self.include_private)
        self._sections.show(self._rows)
        self._ui.sections_list.show_all_lines()
        at = self._sections.index(self._sections.row_of(self._section))
        if self._ui.sections_list.currentIndex() != at:
            self._ui.sections_list.setCurrentIndex(at)
        self._ui.paper_combo.setCurrentIndex(_PAPERS.index(shelf.preferences().paper))
        self._show_items()
        self._show_moves()

    def _row(self) -> OutlineSection:
        return next(one for one in self._rows if one.section is self._section)

    @Slot()
    def _show_items(self) -> None:
        """List the records of the section chosen that the filter lets through."""
        ui, row = self._ui, self._row()
        wanted = fold(ui.filter_edit.text())
        has_filter = len(row.items) > _MANY
        listed = [
            one for one in row.items if not has_filter or wanted in fold(f"{one.name} {one.detail}")
        ]
        ui.filter_edit.setVisible(has_filter)
        self._items.show(listed)
        ui.items_list.setVisible(bool(row.items))
        ui.items_list.setAccessibleName(
            self.tr("Records of {section}").format(section=section_title(row.section))
        )
        ui.items_label.setText(section_title(row.section))
        ui.amount_label.setText(section_amount(row))
        ui.about_label.setText(section_about(row))
        ui.about_label.setVisible(bool(ui.about_label.text()))
        ui.hide_all_button.setVisible(len(row.items) > 1)
        ui.show_all_button.setVisible(len(row.items) > 1)
        ui.hide_all_button.setEnabled(any(one.standing is Standing.SHOWN for one in listed))
        ui.show_all_button.setEnabled(any(one.standing is Standing.HIDDEN for one in listed))

    def _show_moves(self) -> None:
        """Let the buttons say what can be moved.

        The actions stay enabled: at an end their keys would go to the list otherwise.
        """
        self._ui.up_button.setEnabled(self._can_move(-1))
        self._ui.down_button.setEnabled(self._can_move(1))

    def _can_move(self, step: int) -> bool:
        at = self._sections.row_of(self._section)
        return self._section is not None and 0 < at + step < len(self._rows)

    @Slot(QModelIndex, QModelIndex)
    def _on_section_chosen(self) -> None:
        row = self._ui.sections_list.currentIndex().data(ROW_ROLE)
        if row is None or row.section is self._section:
            return
        self._section = row.section
        self._ui.filter_edit.clear()
        self._show_items()
        self._show_moves()
        self._ui.items_list.scrollToTop()

    @Slot(object, bool)
    def _show_section(self, section: Section, is_shown: bool) -> None:
        with self._context.errors.reported():
            portfolio_choices.show_section(self._context.desk, section, is_shown)

    @Slot(object, int)
    def _move(self, section: Section, place: int) -> None:
        self._section = section
        with self._context.errors.reported():
            portfolio_choices.move_section(self._context.desk, section, place)

    @Slot()
    def _move_up(self) -> None:
        self._move_by(-1)

    @Slot()
    def _move_down(self) -> None:
        self._move_by(1)

    def _move_by(self, step: int) -> None:
        if self._section is not None and self._can_move(step):
            place = self._sections.row_of(self._section) - 1 + step
            self._move(self._section, place)

    @Slot(object)
    def _toggle(self, item: OutlineItem) -> None:
        """Turn the eye of a record, and of the others selected with it, the same way."""
        chosen = [
            index.data(ROW_ROLE) for index in self._ui.items_list.selectionModel().selectedIndexes()
        ]
        if item.record.id not in {one.record.id for one in chosen}:
            chosen = [item]
        if item.standing is Standing.SHOWN:
            self._hide(chosen)
        else:
            self._show(chosen)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        """Show a record on the page that lists its kind, to change what is printed of it."""
        record = index.data(ROW_ROLE).record
        if is_listed(type(record)):
            self._context.navigator.open_record(record)

    @Slot()
    def _hide_listed(self) -> None:
        self._hide(self._items.rows())

    @Slot()
    def _show_listed(self) -> None:
        self._show(self._items.rows())

    def _hide(self, items: Iterable[OutlineItem]) -> None:
        records = [one.record for one in items if one.standing is Standing.SHOWN]
        with self._context.errors.reported():
            number = portfolio_choices.hide(self._context.desk, records)
            self._tell(self.tr("Left %n record(s) out of the portfolio.", "", number), number)

    def _show(self, items: Iterable[OutlineItem]) -> None:
        records = [one.record for one in items if one.standing is Standing.HIDDEN]
        with self._context.errors.reported():
            number = portfolio_choices.show(self._context.desk, records)
            self._tell(self.tr("Put %n record(s) into the portfolio again.", "", number), number)

    def _tell(self, words: str, number: int) -> None:
        """Offer to take back a change of many records; a single eye is turned back as quickly."""
        if number > 1:
            self._context.commands.say_done(words)

    @Slot(bool)
    def _include_private(self, is_on: bool) -> None:
        self._show_choices()
        self._ui.private_label.setVisible(is_on)
        self._ui.hidden_label.setVisible(not is_on)
        self.private_toggled.emit(is_on)

    @Slot(int)
    def _choose_paper(self, at: int) -> None:
        with self._context.errors.reported():
            portfolio_choices.choose_paper(self._context.desk, _PAPERS[at])
