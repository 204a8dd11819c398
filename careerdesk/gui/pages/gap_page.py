"""Gap: what is missing for the role aimed at, and how do I close it?"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from careerdesk.domain.roles import Role
from careerdesk.domain.skills import Level
from careerdesk.gui.focus import focus_within
from careerdesk.gui.keys import lend_keys
from careerdesk.gui.pages import has_page
from careerdesk.gui.pages.gap_detail import GapDetail
from careerdesk.gui.pages.gap_empty import GapEmpty
from careerdesk.gui.pages.gap_header import GapHeader
from careerdesk.gui.pages.gap_table import GapTable
from careerdesk.gui.pages.gap_targets import Targets
from careerdesk.gui.pages.gap_words import level_title
from careerdesk.gui.pages.page import Page
from careerdesk.gui.place_commands import ADD_ACTION, ADD_EVIDENCE, RATE
from careerdesk.gui.records.list_layout import ListLayout
from careerdesk.services import actions, records, roles, skills
from careerdesk.services.gap_list import GapLine, current_gap, gap_lines

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from careerdesk.domain.catalogue_entries import LearningResource
    from careerdesk.domain.roles import Target
    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.records.sections import Section
    from careerdesk.services.gap import Gap

_SHOWS: Final = (
    *(
        "target",
        "role",
        "role_skill",
        "skill",
        "rating",
        "evidence",
        "action",
        "learning_item",
        "follow_up",
    ),
    *("attempt", "answer", "preferences"),
)


class GapPage(Page):
    """The head, the list in sections, and the details beside or below it."""

    shows = frozenset(_SHOWS)

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._gap: Gap | None = None
        self._lines: dict[str, GapLine] = {}
        self._is_refreshing = False
        self._shown: tuple[Gap | None, GapLine | None, Section | None] | None = None
        self._targets = Targets(context, self)
        self._primary = QAction(self)
        lend_keys(self._primary, "Ctrl+N")
        self._action = QAction(ADD_ACTION.title, self)
        self._evidence = QAction(ADD_EVIDENCE.title, self)
        self._rate = QAction(RATE.title, self)
        self._header = GapHeader(self._targets.menu)
        self.list = GapTable()
        self.table = self.list.table
        self.detail = GapDetail(context)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._choose_button = QPushButton(self.tr("Choose target role…"))
        self._roles_button = QPushButton(self.tr("See matching roles"))
        self._needs_button = QPushButton(self.tr("Say what it needs"))
        self._empty = GapEmpty([self._needs_button, self._choose_button, self._roles_button])
        self._stack = QStackedWidget()
        self._layout = ListLayout(
            "gap",
            self,
            self.table,
            self._splitter,
            context.settings,
            shares=(2, 1),
            shares_below=(3, 2),
        )
        self._build()
        self._connect()
        self._layout.restore_columns()
        self.list.show_arrow()
        self.refresh()
        self._layout.restore_shares()

    @property
    def primary(self) -> QAction:
        """Adding an action for the skill chosen or, without a target, choosing one."""
        return self._primary

    @property
    def lines(self) -> tuple[GapLine, ...]:
        """The skills of the role, open gaps first."""
        return tuple(self._lines.values())

    def refresh(self, touched: Touched | None = None) -> None:
        """Show what is stored now; the skill chosen stays chosen, wherever it has come to."""
        del touched  # all of it hangs together, and takes a few milliseconds
        with self._context.errors.reported():
            self._gap = current_gap(self._context.desk, self._context.today())
        lines: list[GapLine] = []
        if self._gap is not None:
            desk = self._context.desk
            finished = actions.finished_actions(desk)
            lines = gap_lines(self._gap, actions.open_actions(desk), finished)
        self._lines = {line.requirement.skill: line for line in lines}
        self._is_refreshing = True
        self._shown = None  # what lies beside the skill may be another
        self.list.show_lines(lines)
        self._is_refreshing = False
        self._show_state()
        self._show_details()

    def take_focus(self) -> None:
        """Put the cursor into the list, or on the button that begins."""
        target = self._choose_button if self._gap is None else self.table
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Store an example being written, and remember how the list is laid out."""
        self.detail.store()
        self._layout.save()
        return True

    def new_record(self) -> bool:
        """Add an action for the skill chosen."""
        self._primary.trigger()
        return True

    def do(self, command: str) -> None:
        """Let the user choose a role, or work on the gaps without an action."""
        if command == "target" or self._gap is None:
            self._targets.ask()
        elif command == "unplanned":
            self.list.only.setChecked(True)
            self.take_focus()
        else:
            self._primary.trigger()

    def show_skill(self, key: str) -> None:
        """Choose a skill by what the role calls it, if the role needs it."""
        if (line := self._lines.get(key)) is not None:
            self.list.only.setChecked(False)
            self.list.choose(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the details beside the list or, in a narrow window, under it."""
        super().resizeEvent(event)
        self._layout.turn()
        self._header.fit(self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the details back to the list with Escape."""
        is_inside = focus_within(self.detail) is not None
        if event.key() == Qt.Key.Key_Escape and is_inside:
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def _show_state(self) -> None:
        found, lines = self._gap, list(self._lines.values())
        may_write = not self._context.desk.is_read_only
        target = roles.current_target(self._context.desk)
        self._stack.setCurrentIndex(0 if found is None else 1)
        self.list.columns.setEnabled(found is not None)
        for action in (self._action, self._evidence, self._rate):
            action.setEnabled(found is not None and may_write)
        begin = self._targets.choose.text()
        self._primary.setText(begin if found is None else ADD_ACTION.title)
        self._primary.setEnabled(may_write)
        self._choose_button.setEnabled(may_write)
        if found is None or target is None:
            self._say_empty(target)
            return
        self._header.show_gap(found, lines, target.since)

    def _say_empty(self, target: Target | None) -> None:
        role = None if target is None else self._context.shelf.find(Role, target.role_id)
        self._needs_button.setVisible(role is not None)
        if target is not None:
            title = roles.role_profile(self._context.desk, target.role).title
            self._empty.say(
                self.tr("{role} names no skills yet").format(role=title),
                self.tr("Say what it needs, or choose another role, to see what is missing."),
            )
            return
        self._empty.say(
            self.tr("No target role yet"),
            self.tr(
                "Choose the role you want. You then see which skills are missing, how much each "
                "of them counts, and what would close it."
            ),
        )

    @Slot()
    def _show_details(self) -> None:
        if self._is_refreshing:
            return
        key, section = self.list.chosen, self.list.chosen_section
        if self.detail.key != key:
            self.detail.store()
        line = self._lines.get(key)
        shown = (self._gap, line, section)
        if self._shown is not None and all(map(operator.is_, self._shown, shown)):
            return  # current row and selection are told apart
        self._shown = shown
        if section is not None:
            self.detail.show_section(section)
        elif line is not None and self._gap is not None:
            self.detail.show_line(self._gap, line)
        else:
            self.detail.show_nothing()

    @Slot()
    def _add_action(self) -> None:
        """Ask for an action for the skill chosen, else for the first gap that has none."""
        if self._gap is None:
            self._targets.ask()
        elif self._choose_one():
            self.detail.actions_panel.take()

    @Slot()
    def _add_evidence(self) -> None:
        if self._choose_one():
            self.detail.evidence_panel.take()

    @Slot()
    def _ask_level(self) -> None:
        if self._choose_one():
            self.detail.level.ask()

    def _choose_one(self) -> bool:
        """Have a skill chosen, if a heading is; say whether one is and may be changed."""
        lines = list(self._lines.values())
        if self.detail.line is None and lines:
            self.list.choose(next((one for one in lines if one.needs_action), lines[0]))
        return self.detail.line is not None and not self._context.desk.is_read_only

    @Slot(object)
    def _add_offer(self, resource: LearningResource) -> None:
        """Plan what was offered, up to the level that the role needs."""
        line = self.detail.line
        if line is None or self._context.desk.is_read_only:
            return
        skill = line.skill or skills.new_skill_for(line.requirement)
        aimed = Level(min(resource.to_level, line.requirement.level))
        with self._context.errors.reported():
            desk = self._context.desk
            made = actions.add_resource_action(desk, skill, resource, aimed=aimed)
            self._say(self.tr("Added action {title}.").format(title=made.title))

    @Slot(object)
    def _store_level(self, level: Level | None) -> None:
        line = self.detail.line
        if line is None:
            return
        skill = line.skill or skills.new_skill_for(line.requirement)
        with self._context.errors.reported():
            today = self._context.today()
            skills.rate_skill(self._context.desk, skill, today, level)
            words = self.tr("Rated {skill}: {level}.")
            name = line.requirement.name
            self._say(words.format(skill=name, level=level_title(level)))

    @Slot(str)
    def _store_example(self, text: str) -> None:
        line = self.detail.line
        if line is not None and line.skill is not None:
            with self._context.errors.reported():
                records.edit(self._context.desk, line.skill, example=text)

    def _say(self, words: str) -> None:
        self._context.commands.say_done(words)

    @Slot()
    def _begin(self) -> None:
        self._context.navigator.open_page("assessment")

    @Slot()
    def _say_needs(self) -> None:
        target = roles.current_target(self._context.desk)
        role = None if target is None else self._context.shelf.find(Role, target.role_id)
        if role is not None:
            self._context.navigator.open_record(role)

    @Slot()
    def _see_roles(self) -> None:
        self._context.navigator.open_page("roles")

    def _build(self) -> None:
        for name, button in (("primary", self._choose_button), ("", self._roles_button)):
            button.setProperty("role", name)
        self._roles_button.setVisible(has_page("roles"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 2, 24, 20)
        column.addWidget(self._stack)
        full = QWidget()
        inside = QVBoxLayout(full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(14)
        inside.addWidget(self._header)
        inside.addWidget(self._splitter, 1)
        details = QFrame()
        beside = QVBoxLayout(details)
        beside.setContentsMargins(1, 12, 1, 10)
        beside.addWidget(self.detail)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(14)
        for card in (self.list, details):
            card.setProperty("role", "card")
            policy = card.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # or sizes follow the texts
            card.setSizePolicy(policy)
            self._splitter.addWidget(card)
        self._layout.stretch()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(full)

    def _connect(self) -> None:
        self._primary.triggered.connect(self._add_action)
        self._rate.triggered.connect(self._ask_level)
        self.list.begin_asked.connect(self._begin)
        self.list.only.toggled.connect(self._show_details)
        self._choose_button.clicked.connect(self._targets.ask)
        self._roles_button.clicked.connect(self._see_roles)
        self._needs_button.clicked.connect(self._say_needs)
        self.table.chosen.connect(self._show_details)
        self.table.opened.connect(self.detail.take_focus)
        self.detail.rated.connect(self._store_level)
        self.detail.example_told.connect(self._store_example)
        self.detail.offers.chosen.connect(self._add_offer)
        self._evidence.triggered.connect(self._add_evidence)
        self._action.triggered.connect(self._add_action)
        found_here = [self._action, self._evidence, self._rate]
        self.addActions([*found_here, self.list.columns])
        self.table.addActions(found_here)
