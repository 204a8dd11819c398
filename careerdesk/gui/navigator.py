"""The way from one page to another, and to the forms that pages ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal, Slot

from careerdesk.gui.fields.draft import Draft
from careerdesk.gui.focus import focus_within
from careerdesk.gui.pages import PAGES

if TYPE_CHECKING:
    import uuid
    from collections.abc import Collection

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.log_overlay import LogOverlay
    from careerdesk.gui.menus import Menus
    from careerdesk.gui.page_stack import PageStack
    from careerdesk.gui.pages.page import Page
    from careerdesk.gui.widgets.sidebar import Sidebar
    from careerdesk.gui.widgets.top_bar import TopBar

# What messages are about that hold only while something typed could not be stored.
TYPING: Final = "typing"


@dataclass(frozen=True, slots=True)
class _Left:
    """A form for a new record that was left: what it was asked for with, what it held."""

    kind: type[Any]
    given: dict[str, Any]
    drafts: dict[str, Draft]


class Navigator(QObject):
    """Brings pages to the front, and has the sidebar and the top bar say which one it is.

    ``begin`` and ``end`` say which desk the pages are of; ``unsaved_noted`` carries whether
    something typed on one of them could not be stored.
    """

    unsaved_noted = Signal(bool)

    def __init__(
        self, window: QWidget, menus: Menus, sidebar: Sidebar, top: TopBar, stack: PageStack
    ) -> None:
        super().__init__(window)
        self._window = window
        self._menus = menus
        self._sidebar = sidebar
        self._top = top
        self._stack = stack
        self._context: GuiContext | None = None
        self._log: LogOverlay | None = None
        self._visited: list[str] = []
        self._left: list[_Left] = []
        sidebar.chosen.connect(self.open_page)
        menus.page_asked.connect(self.open_page)
        menus.back.triggered.connect(self.go_back)
        menus.find.triggered.connect(self._find)
        menus.new.triggered.connect(self._ask_new_here)
        menus.kind_asked.connect(self.ask_new)
        menus.log.triggered.connect(self._log_something)

    def begin(self, context: GuiContext) -> None:
        """Show the pages of this desk from now on, none of them at first."""
        self._context = context
        self._visited.clear()
        self._left.clear()
        self._stack.begin(context)

    def note(self, touched: Touched) -> None:
        """Hear of a change."""
        if self._log is not None:
            self._log.note(touched)
        self._stack.note_change(touched)

    def end(self) -> None:
        """Let go of the desk."""
        self._context = None
        if self._log is not None:
            self._log.dismiss()
            self._log.deleteLater()
            self._log = None
        self._top.forget_page()
        self._stack.begin(None)

    def page(self, key: str) -> Page:
        """Return a page of the desk that is open."""
        return self._stack.page(key)

    @Slot()
    def may_leave(self) -> bool:
        """Have the page in front store what is being typed; say whether it could."""
        page = self._stack.shown_page
        return page is None or page.leave()

    @Slot(str)
    def open_page(self, key: str) -> None:
        """Show a page, unless the one in front holds something that could not be stored."""
        if self._context is None or not self._leave(self._context):
            return
        if self._visited[-1:] != [key]:
            self._visited.append(key)
        self._stack.show_page(key)
        title = next(spec.title for spec in PAGES if spec.key == key)
        self._top.show_page(title, self.page(key).primary)
        self._sidebar.choose(key)
        if focus_within(self._sidebar) is None:
            self.page(key).take_focus()

    def _leave(self, context: GuiContext) -> bool:
        """Say whether the page in front can be left; if not, tell the user why it stays."""
        if self.may_leave():
            return True
        self._sidebar.choose(self._visited[-1])
        context.messages.add(
            self.tr(
                "Something you typed cannot be stored yet; the reason stands beside it. Correct "
                "it, or press Esc there to have the old value again."
            ),
            "warning",
            is_passing=True,
            about=TYPING,
        )
        return False

    @Slot()
    def go_back(self) -> None:
        """Show the page that was in front before this one."""
        if self._context is None or len(self._visited) < 2:
            return
        if self._leave(self._context):
            self._visited.pop()
            self.open_page(self._visited[-1])

    def do(self, key: str, command: str) -> bool:
        """Open a page and have it do something; say whether another could be left for it."""
        page = self._open(key)
        if page is not None and command:
            page.do(command)
        return page is not None

    def open_record(self, record: Any) -> None:
        """Show one record on the page that lists its kind, selected and with its details."""
        page = self._open_listing(type(record))
        if page is not None:
            page.show_record(record)
            page.take_focus()

    def open_records(self, kind: type[Any], ids: Collection[uuid.UUID], words: str) -> None:
        """List just these records of one kind; ``words`` say which, such as "March 2026"."""
        page = self._open_listing(kind)
        if page is not None:
            page.show_records(kind, ids, words)
            page.take_focus()

    def open_list(self, tables: Collection[str]) -> bool:
        """Show a list of one of these tables, on the page last in front of those that have one.

        Return whether it could be shown.
        """
        keys = [spec.key for spec in PAGES if not set(spec.lists).isdisjoint(tables)]
        seen = (key for key in reversed(self._visited) if key in keys)
        page = self._open(next(seen, keys[0]))
        if page is not None:
            page.show_list(tables)
            page.take_focus()
        return page is not None

    def ask_new(self, kind: type[Any], **values: Any) -> None:
        """Open the form for a new record of a kind, with some fields filled in already."""
        if self._context is None or self._context.desk.is_read_only:
            return
        from careerdesk.gui.listings import listing_of
        from careerdesk.gui.records.new_dialog import NewDialog

        dialog = NewDialog(self._context, listing_of(kind, self._context), values, self._window)
        dialog.added.connect(self._on_added)
        for one in self._left:
            if one.kind is kind and one.given == values:
                self._left.remove(one)
                dialog.take_up(one.drafts)
                break
        dialog.left.connect(lambda drafts: self._left.append(_Left(kind, values, drafts)))
        dialog.open()

    def reason_to_stay(self) -> str:
        """Return why another desk may not take the place of this one; usually nothing."""
        if not self.may_leave():
            return self.tr(
                "Something you typed cannot be stored yet, so this desk stays open. Correct it or "
                "empty the field, and try again."
            )
        return self.left_undone()

    def left_undone(self) -> str:
        """Say which new record was begun and neither added nor discarded; usually nothing."""
        if self._context is None or not self._left:
            return ""
        from careerdesk.gui.listings import listing_of

        form = listing_of(self._left[-1].kind, self._context).new_words()
        return self.tr(
            'What you typed under "{form}" has not been added; it is still there. '
            "Add it or cancel it there first."
        ).format(form=form)

    def ask_log(self, text: str = "") -> None:
        """Open the line to log with, with this text in it."""
        if self._context is None:
            return
        if self._log is None:
            from careerdesk.gui.log_overlay import LogOverlay

            self._log = LogOverlay(self._context, self._window)
        self._log.ask(text)

    def note_unsaved(self, *, is_any: bool) -> None:
        """Take note whether something typed could not be stored."""
        self.unsaved_noted.emit(is_any)

    def actions(self) -> list[QAction]:
        """Return what can be found by name: what is used most, and what the page in front does."""
        page, menus = self._stack.shown_page, self._menus
        of_page = [] if page is None else page.actions()
        first = [menus.log, menus.new, *of_page]
        return [one for one in [*first, *menus.actions()] if one is not menus.jump]

    def _open_listing(self, kind: type[Any]) -> Page | None:
        """Show the page that lists a kind; None if there is none or another could not be left."""
        key = _page_listing(kind)
        return None if key is None else self._open(key)

    def _open(self, key: str) -> Page | None:
        """Show a page and return it; None if another could not be left."""
        self.open_page(key)
        page = self._stack.shown_page
        return page if page is self._stack.page_if_made(key) else None

    @Slot(object)
    def _on_added(self, record: Any) -> None:
        """Select what has just been added where it is listed, without leaving another page."""
        page, key = self._stack.shown_page, _page_listing(type(record))
        if page is not None and key is not None and page is self._stack.page_if_made(key):
            page.show_added(record)

    @Slot()
    def _ask_new_here(self) -> None:
        """Make a new record of what the page lists, or let the user say of what."""
        page = self._stack.shown_page
        if page is None or not page.new_record():
            self._menus.show_new()

    @Slot()
    def _log_something(self) -> None:
        self.ask_log()

    @Slot()
    def _find(self) -> None:
        page = self._stack.shown_page
        if page is None or not page.focus_filter():
            self._menus.jump.trigger()


def _page_listing(kind: type[Any]) -> str | None:
    from careerdesk.domain.records import TABLE_OF

    table = TABLE_OF[kind]
    return next((spec.key for spec in PAGES if table in spec.lists), None)
