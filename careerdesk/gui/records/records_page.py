"""A page of lists: one kind of record at a time, chosen by the buttons above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from careerdesk.domain.touched import Touched
from careerdesk.gui.pages.page import Page
from careerdesk.gui.records.record_view import RecordView
from careerdesk.gui.widgets.segments import Segments

if TYPE_CHECKING:
    import uuid
    from collections.abc import Collection, Sequence

    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.records.listing import Listing


class RecordsPage(Page):
    """Shows one list after the other, each made when it is first looked at."""

    def __init__(
        self, context: GuiContext, listings: Sequence[Listing], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._listings = tuple(listings)
        self._views: dict[int, RecordView] = {}
        self._stale: dict[int, Touched] = {}
        self.shows = frozenset().union(*(one.tables for one in listings))
        self._segments = Segments([one.title() for one in listings])
        self._stack = QStackedWidget()
        self._new = QAction(self)
        self._new.triggered.connect(self._ask_new)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 2, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._segments)
        self._segments.setVisible(len(listings) > 1)  # in its place, or it were a window
        column.addWidget(self._stack, 1)
        self._segments.chosen.connect(self.show_list)
        self.show_list(0)

    @property
    def primary(self) -> QAction:
        """The button that makes a new record of the list in front."""
        return self._new

    @property
    def view(self) -> RecordView:
        """The list in front."""
        return self._views[self._segments.current]

    def refresh(self, touched: Touched | None = None) -> None:
        """Show what is stored now; lists behind the one in front follow when they are shown."""
        for at, view in self._views.items():
            told = Touched.whole(view.listing.tables) if touched is None else touched
            if told.concerns(view.listing.tables):
                self._stale[at] = self._stale[at] | told if at in self._stale else told
        self._catch_up()

    def take_focus(self) -> None:
        """Put the cursor into the list, or on the button that fills it."""
        self.view.take_focus()

    def leave(self) -> bool:
        """Store what is being typed in the list in front."""
        return self.view.leave()

    def focus_filter(self) -> bool:
        """Put the cursor where the list in front is filtered."""
        self.view.focus_filter()
        return True

    def new_record(self) -> bool:
        """Open the form for a new record of the list in front."""
        self._ask_new()
        return True

    def show_record(self, record: Any) -> None:
        """Select a record in the list of its kind."""
        self.show_list(self._place_of(type(record)))
        self.view.show_record(record)

    def show_added(self, record: Any) -> None:
        """Select a record in its list; one added beside another's details is seen there."""
        if type(record) is self.view.listing.kind:
            self.show_record(record)

    def show_records(self, kind: type[Any], ids: Collection[uuid.UUID], words: str) -> None:
        """List only these records of a kind."""
        self.show_list(self._place_of(kind))
        self.view.show_records(ids, words)

    @Slot(int)
    def show_list(self, at: int) -> None:
        """Bring one of the lists to the front, unless another holds what could not be stored."""
        before = self._segments.current
        if before in self._views and before != at and not self.view.leave():
            self._segments.choose(before)
            return
        if at not in self._views:
            view = RecordView(self._context, self._listings[at])
            view.new_asked.connect(self._ask_new)
            self._views[at] = view
            self._stack.addWidget(view)
        self._segments.choose(at)
        self._stack.setCurrentWidget(self._views[at])
        self._catch_up()
        listing = self._listings[at]
        self._new.setText(listing.new_words())
        self._new.setEnabled(not self._context.desk.is_read_only)
        for action in self.actions():
            self.removeAction(action)
        self.addActions([self._new, *self.view.actions_of.all()])

    @Slot()
    def _ask_new(self) -> None:
        self._context.navigator.ask_new(self.view.listing.kind)

    def _catch_up(self) -> None:
        if (touched := self._stale.pop(self._segments.current, None)) is not None:
            self.view.refresh(touched)

    def _place_of(self, kind: type[Any]) -> int:
        return next(at for at, one in enumerate(self._listings) if one.kind is kind)
