"""The portfolio as it will be printed, and beside it what is chosen to stand in it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction, QIcon, QKeySequence

from careerdesk._generated.forms.ui_portfolio_document import Ui_PortfolioDocument
from careerdesk.gui.icons import icon
from careerdesk.gui.pages.page import Page
from careerdesk.gui.pages.portfolio_choices import PortfolioChoices
from careerdesk.gui.pages.portfolio_preview import PortfolioPreview
from careerdesk.gui.place_commands import FIT, FOLDER, LARGER, SMALLER
from careerdesk.gui.portfolio_export import PortfolioExport
from careerdesk.gui.text import tooltip
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.page_preview import PagePreview

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.place_commands import PlaceCommand
    from careerdesk.gui.portfolio_print import PortfolioPrint
    from careerdesk.gui.widgets.message_area import MessageArea


# Of the bar below the pages, the widest first: words on the folder, the page, the scale.
_BARS: Final = (
    (True, True, True),
    (False, True, True),
    (False, False, True),
    (False, False, False),
)


class PortfolioDocument(Page):
    """Choices, the preview, and the ways to paper."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ui = Ui_PortfolioDocument()
        self._ui.setupUi(self)
        self._choices = PortfolioChoices(context)
        self._ui.outer.insertWidget(0, self._choices)
        self._pages = PagePreview()
        self._pages.setAccessibleName(self.tr("Pages of the portfolio"))
        self._ui.column.insertWidget(0, self._pages, 1)
        self._export = PortfolioExport(
            self,
            settings=context.settings,
            tasks=context.tasks,
            errors=context.errors,
            messages=self._messages,
            today=context.today,
        )
        self._printing: PortfolioPrint | None = None
        self._preview = PortfolioPreview(context, self._pages)
        self.setFocusProxy(self._choices)
        self._order_stops()
        self._make_actions()
        self._connect()
        self._tint()
        self._preview.ask(at_once=True)
        self._show_place()
        self._show_folder()

    @property
    def primary(self) -> QAction:
        """Saving the document as a file."""
        return self.save_action

    def refresh(self, touched: Touched | None = None) -> None:
        """Show what is stored now, and have the pages made anew."""
        self._choices.refresh(touched)
        self._preview.ask()
        self._show_folder()

    def leave(self) -> bool:
        """Let go of what is chosen anew each time."""
        self._choices.leave()
        return True

    def store(self) -> bool:
        """Every choice is stored when it is made; leaving would take back some."""
        return True

    def do(self, command: str) -> None:
        """Save or print the document, or lead the cursor to one of the choices."""
        if command == "save":
            self.save_action.trigger()
        elif command == "print":
            self.print_action.trigger()
        else:
            self._choices.focus_on(command)

    def focus_filter(self) -> bool:
        """Put the cursor into the filter over the records, if there is one now."""
        return self._choices.focus_filter()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of text."""
        super().changeEvent(event)
        if event.type() in (event.Type.PaletteChange, event.Type.FontChange):
            self._tint()
        if event.type() == event.Type.FontChange:
            self._choices.fit(self.width())
            QTimer.singleShot(0, self, self._fit_bar)  # once the buttons have the new font

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the choices and the pages."""
        super().resizeEvent(event)
        self._choices.fit(self.width())
        self._fit_bar()

    @Slot()
    def _fit_bar(self) -> None:
        """Leave out of the bar below the pages what can be told otherwise, where room is short."""
        ui = self._ui
        room = self.width() - self._choices.minimumWidth() - ui.outer.spacing()
        # Meanwhile the pages must not get another size, which would begin this anew.
        ui.outer.setEnabled(False)
        for parts in _BARS:
            self._show_in_bar(*parts)
            if ui.below.sizeHint().width() <= room:
                break
        ui.outer.setEnabled(True)

    def _show_in_bar(self, has_words: bool, has_place: bool, has_scale: bool) -> None:
        ui, has_pages = self._ui, self._pages.page_count > 0
        ui.folder_button.setText(self.tr("Open folder") if has_words else "")
        ui.folder_button.setIcon(QIcon() if has_words else icon("folder-open", tokens().ink_2))
        ui.page_label.setVisible(has_pages and has_place)
        ui.zoom_label.setVisible(has_pages and has_scale)
        ui.below.invalidate()

    def _order_stops(self) -> None:
        """Lead the tab key from the choices to the pages and then along the bar below them."""
        ui, last = self._ui, self._choices.last_in_order
        bar = (ui.out_button, ui.in_button, ui.fit_button, ui.folder_button, ui.print_button)
        for before, after in pairwise((last, *bar)):
            self.setTabOrder(before, after)
        # Last, because Qt puts nothing behind an area that scrolls.
        self.setTabOrder(last, self._pages)

    def _make_actions(self) -> None:
        ui = self._ui
        # Not among the actions of the page: they are found by name from everywhere.
        self.save_action = QAction(self.tr("Save PDF…"), self)
        self.print_action = QAction(self.tr("Print…"), self)
        self.folder_action = self._action(FOLDER)
        self.addActions(self._choices.commands)
        self._in_action = self._action(LARGER, "Ctrl+=")
        self._out_action = self._action(SMALLER)
        self._fit_action = self._action(FIT)
        for button, action in (
            (ui.in_button, self._in_action),
            (ui.out_button, self._out_action),
            (ui.fit_button, self._fit_action),
            (ui.print_button, self.print_action),
            (ui.folder_button, self.folder_action),
        ):
            button.clicked.connect(action.trigger)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(tooltip(f"{action.text()} ({keys})" if keys else action.text()))
            if not button.text() or button is ui.folder_button:
                button.setAccessibleName(action.text())

    def _action(self, command: PlaceCommand, *more_keys: str) -> QAction:
        made = QAction(command.title, self)
        keys = (command.keys, *more_keys)
        made.setShortcuts([QKeySequence(one) for one in keys if one])
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(made)
        return made

    def _connect(self) -> None:
        self.save_action.triggered.connect(self._save)
        self.print_action.triggered.connect(self._print)
        self.folder_action.triggered.connect(self._open_folder)
        self._in_action.triggered.connect(self._pages.zoom_in)
        self._out_action.triggered.connect(self._pages.zoom_out)
        self._fit_action.triggered.connect(self._pages.fit_width)
        self._choices.private_toggled.connect(self._include_private)
        self._pages.page_changed.connect(self._show_place)
        self._preview.read.connect(self._choices.on_read)
        self._preview.built.connect(self._on_built)
        self._export.saved.connect(self._show_folder)

    def _tint(self) -> None:
        for button, name in ((self._ui.in_button, "plus"), (self._ui.out_button, "minus")):
            button.setIcon(icon(name, tokens().ink_2))

    def _messages(self) -> MessageArea:
        return self._context.messages

    @Slot(bool)
    def _include_private(self, is_on: bool) -> None:
        self._preview.include_private = is_on
        self._preview.ask()

    @Slot()
    def _on_built(self) -> None:
        self._choices.show_hidden(self._preview.document)
        self._show_place()

    @Slot()
    def _show_place(self) -> None:
        pages = self._pages
        place = self.tr("Page {number} of {total}")
        self._ui.page_label.setText(place.format(number=pages.page, total=pages.page_count))
        self._ui.zoom_label.setText(self.tr("{percent} %").format(percent=round(pages.scale * 100)))
        self._fit_bar()

    @Slot()
    def _show_folder(self) -> None:
        path = self._context.settings.last_portfolio
        self.folder_action.setEnabled(path is not None and path.parent.is_dir())
        self._ui.folder_button.setEnabled(self.folder_action.isEnabled())

    @Slot()
    def _save(self) -> None:
        with self._context.errors.reported():
            self._export.save(
                self._context.desk,
                self._context.shelf.records(),
                include_private=self._choices.include_private,
            )

    @Slot()
    def _print(self) -> None:
        if self._printing is None:
            from careerdesk.gui.portfolio_print import PortfolioPrint

            self._printing = PortfolioPrint(self._context, self)
        self._printing.start(include_private=self._choices.include_private)

    @Slot()
    def _open_folder(self) -> None:
        from careerdesk.gui import file_dialogs

        path = self._context.settings.last_portfolio
        if path is not None:
            file_dialogs.show_folder(path)
