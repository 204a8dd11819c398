"""A page of several parts, one at a time, chosen by the buttons above; each part is a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from careerdesk.domain.records import KINDS
from careerdesk.domain.touched import Touched
from careerdesk.gui.keys import lend_keys, lent_keys
from careerdesk.gui.pages.page import Page
from careerdesk.gui.widgets.segments import Segments

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Collection, Sequence


class PartSpec(NamedTuple):
    """One part, made when it is first looked at; ``kind`` is what it lists, if anything."""

    title: str
    create: Callable[[], Page]
    shows: frozenset[str] | None = None
    kind: type[Any] | None = None


class PartsPage(Page):
    """Has the primary action and the commands of the part in front."""

    def __init__(self, parts: Sequence[PartSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._specs = tuple(parts)
        self._parts: dict[int, Page] = {}
        self._stale: dict[int, Touched] = {}
        tables = [KINDS.keys() if one.shows is None else one.shows for one in parts]
        self.shows = frozenset().union(*tables)
        self._segments = Segments([one.title for one in parts])
        self._stack = QStackedWidget()
        self._primary = QAction(self)
        self._primary.triggered.connect(self._take_primary)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 2, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._segments)
        self._segments.setVisible(len(parts) > 1)  # in its place, or it were a window
        column.addWidget(self._stack, 1)
        self._segments.chosen.connect(self.show_part)
        self.show_part(0)

    @property
    def primary(self) -> QAction:
        """What is done most in the part in front; invisible where that is nothing."""
        return self._primary

    @property
    def titles(self) -> tuple[str, ...]:
        """What the parts are called."""
        return tuple(one.title for one in self._specs)

    @property
    def part(self) -> Page:
        """The part in front."""
        return self._parts[self._segments.current]

    def refresh(self, touched: Touched | None = None) -> None:
        """Show what is stored now; parts behind the one in front follow when they are shown."""
        told = Touched.whole(KINDS) if touched is None else touched
        for at, part in self._parts.items():
            if told.concerns(part.shows):
                self._stale[at] = self._stale[at] | told if at in self._stale else told
        self._catch_up()

    def take_focus(self) -> None:
        """Put the cursor where work on the part in front begins."""
        self.part.take_focus()

    def leave(self) -> bool:
        """Store what is being typed in the part in front."""
        return self.part.leave()

    def store(self) -> bool:
        """Store what is being typed in the part in front, which stays there."""
        return self.part.store()

    def step_part(self, by: int) -> None:
        """Go from part to part."""
        self.show_part((self._segments.current + by) % len(self._specs))
        self.take_focus()

    def focus_filter(self) -> bool:
        """Put the cursor where the part in front is filtered."""
        return self.part.focus_filter()

    def new_record(self) -> bool:
        """Open the form for a new record of the part in front, if it has one."""
        return self.part.new_record()

    def show_list(self, tables: Collection[str]) -> None:
        """Show the part in front if it lists one of these tables, else the first one that does."""
        kinds = [KINDS[table] for table in tables]
        if self._specs[self._segments.current].kind not in kinds:
            self.show_part(next(at for at, one in enumerate(self._specs) if one.kind in kinds))

    def show_record(self, record: Any) -> None:
        """Select a record in the part that lists its kind."""
        if self._show_kind(type(record)):
            self.part.show_record(record)

    def show_added(self, record: Any) -> None:
        """Select a record in its list; one added beside another's details is seen there."""
        if type(record) is self._specs[self._segments.current].kind:
            self.part.show_record(record)

    def show_records(self, kind: type[Any], ids: Collection[uuid.UUID], words: str) -> None:
        """List only these records of a kind."""
        if self._show_kind(kind):
            self.part.show_records(kind, ids, words)

    @Slot(int)
    def show_part(self, at: int) -> None:
        """Bring one of the parts to the front, unless another holds what could not be stored."""
        before = self._segments.current
        if before in self._parts and before != at and not self.part.leave():
            self._segments.choose(before)
            return
        if at not in self._parts:
            part = self._specs[at].create()
            self._parts[at] = part
            self._stack.addWidget(part)
            if part.primary is not None:
                part.primary.changed.connect(self._show_primary)
        self._segments.choose(at)
        self._stack.setCurrentWidget(self._parts[at])
        self._catch_up()
        self._show_primary()
        for action in self.actions():
            self.removeAction(action)
        self.addActions(self.part.actions())

    def _show_kind(self, kind: type[Any]) -> bool:
        at = next(at for at, one in enumerate(self._specs) if one.kind is kind)
        self.show_part(at)
        return self._segments.current == at

    @Slot()
    def _show_primary(self) -> None:
        of_part = self.part.primary
        self._primary.setVisible(of_part is not None)
        if of_part is not None:
            lend_keys(self._primary, lent_keys(of_part))
            self._primary.setText(of_part.text())
            self._primary.setEnabled(of_part.isEnabled())

    @Slot()
    def _take_primary(self) -> None:
        if self.part.primary is not None:
            self.part.primary.trigger()

    def _catch_up(self) -> None:
        if (touched := self._stale.pop(self._segments.current, None)) is not None:
            self.part.refresh(touched)
