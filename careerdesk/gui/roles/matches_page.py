"""Matches: which roles are near to what I can, like and want, and why?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from careerdesk.catalogue import catalogue
from careerdesk.domain.roles import Role, Target
from careerdesk.gui.focus import focus_within
from careerdesk.gui.pages import has_page
from careerdesk.gui.pages.page import Page
from careerdesk.gui.records.list_layout import SplitLayout
from careerdesk.gui.roles.detail import RoleDetail
from careerdesk.gui.roles.feed import CONCERNS
from careerdesk.gui.roles.import_command import ImportRolesCommand
from careerdesk.gui.roles.lines import Order
from careerdesk.gui.roles.role_list import RoleList
from careerdesk.gui.widgets.labels import label
from careerdesk.services import roles
from careerdesk.services.role_view import pay_floor, role_view

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.roles.feed import MatchesFeed

_BESIDE, _LIST = 40, 20  # least widths, in lines of text: of both beside each other, of the list


class MatchesPage(Page):
    """All roles in order, and beside them one of them with its reasons."""

    shows = CONCERNS

    def __init__(
        self, context: GuiContext, feed: MatchesFeed, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._feed = feed
        self._has_order = False
        self._hint = _Hint()
        self.list = RoleList()
        self.detail = RoleDetail(context)
        self.importing = ImportRolesCommand(context, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._layout = SplitLayout(
            "roles",
            self,
            self._splitter,
            context.settings,
            shares=(3, 5),
            shares_below=(1, 1),
            beside=_BESIDE,
        )
        self._aim = QAction(self.tr("Aim at this role"), self)
        self._aim.triggered.connect(self._aim_at_it)
        self._build()
        self._connect()
        self._on_ready()

    @property
    def primary(self) -> QAction:
        """Aiming at the role that is looked at."""
        return self._aim

    def refresh(self, touched: Touched | None = None) -> None:
        """The feed is asked by the page around this one."""
        del touched

    def take_focus(self) -> None:
        """Put the cursor into the list."""
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_filter(self) -> bool:
        """Put the cursor where roles are searched."""
        self.list.search.setFocus()
        self.list.search.selectAll()
        return True

    def leave(self) -> bool:
        """Remember how the room is shared."""
        self._layout.save()
        return True

    def new_record(self) -> bool:
        """Open the form for a role of the user's own."""
        self._context.navigator.ask_new(Role)
        return True

    def show_role(self, key: str) -> None:
        """Look at a role."""
        self.list.select(key)
        if self.detail.key != self.list.key:
            self._show_role()

    def search_for(self, text: str) -> None:
        """List the roles that say this."""
        self.list.search_for(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the role beside the list or, in a narrow window, under it."""
        super().resizeEvent(event)
        self._layout.turn()
        is_beside = self._splitter.orientation() is Qt.Orientation.Horizontal
        self.list.setMinimumWidth(self.fontMetrics().height() * _LIST if is_beside else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the details back to the list with Escape, and from a search to all roles."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.list.search.text() and focus_within(self.detail) is None:
            self.list.search.clear()
        elif focus_within(self.detail) is not None:
            self.take_focus()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.detail)
        self._layout.stretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._hint)
        column.addWidget(self._splitter, 1)
        self._layout.restore_shares()
        self._hint.hide()

    def _connect(self) -> None:
        self._feed.ready.connect(self._on_ready)
        self.list.chosen.connect(self._on_chosen)
        self.list.arranged.connect(self._on_arranged)
        self.list.opened.connect(self.detail.take_focus)
        self.list.new_asked.connect(self.new_record)
        self.list.import_asked.connect(self.importing.ask)
        self.detail.gap_asked.connect(self._open_gap)
        self.detail.copy_asked.connect(self._copy)
        self.detail.edit_asked.connect(self._edit)
        self.detail.drop_asked.connect(self._drop)
        self.detail.assess_asked.connect(self._assess)
        self._hint.taken.connect(self._assess)

    @Slot()
    def _on_ready(self) -> None:
        found = self._feed.found
        if found is None:
            self._show_role()
            return
        if not self._has_order:
            self._has_order = True
            if found.weighting is not None:
                self.list.choose_order(Order.WEIGHTS)
        shelf = self._context.shelf
        self.list.show_found(
            found,
            next((one.role for one in shelf.all(Target) if one.is_current), ""),
            {str(one.id): one.summary for one in shelf.all(Role)},
            is_read_only=self._context.desk.is_read_only,
        )
        is_bare = not any(one is not None for one in found.standing.levels.values())
        self._hint.setVisible(found.interests is None or is_bare)
        self._show_role()

    @Slot()
    def _on_chosen(self) -> None:
        self._show_role()
        self.detail.scroll_up()

    @Slot()
    def _on_arranged(self) -> None:
        """Show no role where the search finds none, and the one before where it does again."""
        if self.detail.key != self.list.key:
            self._show_role()

    def _show_role(self) -> None:
        found = self._feed.found
        view = None if found is None else role_view(found, self.list.key)
        self.detail.setVisible(found is not None)
        if view is None or found is None:
            self.detail.clear()
            self._aim.setEnabled(False)
            self._aim.setText(self.tr("Aim at this role"))
            return
        key, desk = view.profile.id, self._context.desk
        shelf = self._context.shelf
        own = next((one for one in shelf.all(Role) if str(one.id) == key), None)
        target = next((one for one in shelf.all(Target) if one.role == key), None)
        self.detail.show_role(
            view,
            found,
            own=own,
            target=target,
            floor=pay_floor(desk, self._context.today()),
            may_write=not desk.is_read_only,
        )
        is_current = target is not None and target.is_current
        self._aim.setEnabled(not desk.is_read_only and not is_current)
        self._aim.setText(
            self.tr("You aim at this role") if is_current else self.tr("Aim at this role")
        )

    @Slot()
    def _aim_at_it(self) -> None:
        title = self._title()
        with self._context.errors.reported():
            roles.target_role(self._context.desk, self.list.key, self._context.today())
            words = self.tr("Aiming at {role}.").format(role=title)
            self._context.commands.say_done(words)

    @Slot()
    def _drop(self) -> None:
        title = self._title()
        with self._context.errors.reported():
            target = roles.current_target(self._context.desk)
            if target is not None:
                roles.drop_target(self._context.desk, target)
                words = self.tr("No longer aiming at {role}.").format(role=title)
                self._context.commands.say_done(words)

    @Slot()
    def _copy(self) -> None:
        with self._context.errors.reported():
            made = roles.copy_role(self._context.desk, self.list.key)
            self._context.commands.say_done(self.tr("Copied as {role}.").format(role=made.title))
            self._context.navigator.open_record(made)

    @Slot()
    def _edit(self) -> None:
        own = [one for one in self._context.shelf.all(Role) if str(one.id) == self.list.key]
        if own:
            self._context.navigator.open_record(own[0])

    @Slot()
    def _open_gap(self) -> None:
        self._context.navigator.open_page("gap")

    @Slot()
    def _assess(self) -> None:
        page = "assessment" if has_page("assessment") else "skills"
        self._context.navigator.open_page(page)

    def _title(self) -> str:
        known = catalogue().role(self.list.key)
        if known is not None:
            return known.title
        return roles.role_profile(self._context.desk, self.list.key).title


class _Hint(QFrame):
    """What is missing before roles can be matched, and the way to it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "message")
        self.setProperty("tone", "accent")
        words = (
            self.tr(
                "Little is known of you yet, so most results are “?”. The assessment asks for "
                "interests, goals and skills; it takes about a quarter of an hour and can be "
                "paused."
            )
            if has_page("assessment")
            else self.tr("Rate skills to see how far you cover what roles ask for.")
        )
        button = QPushButton(
            self.tr("Take the assessment") if has_page("assessment") else self.tr("Rate skills")
        )
        self.taken = button.clicked
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 12, 10)
        row.setSpacing(14)
        row.addWidget(label(words, "", wrap=True), 1)
        row.addWidget(button)
