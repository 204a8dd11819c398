"""The actions of a skill: what is due, what was finished and waits for a word, and new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from careerdesk.domain.actions import Action
from careerdesk.domain.evidence import Evidence
from careerdesk.domain.learning import Certificate, LearningItem, StudySession
from careerdesk.domain.network import FollowUp
from careerdesk.domain.skills import Rating, Skill
from careerdesk.gui.development.action_dialog import ActionDialog
from careerdesk.gui.development.action_form import EditActionDialog
from careerdesk.gui.development.review_dialog import ReviewDialog
from careerdesk.gui.development.words import ACTION_ICONS, action_words, question_words
from careerdesk.gui.place_commands import ADD_ACTION
from careerdesk.gui.records.panel import Panel
from careerdesk.gui.records.panel_rows import bare_button, row_button
from careerdesk.gui.widgets.labels import label
from careerdesk.services import actions, proposals

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdesk.domain.skills import Level
    from careerdesk.gui.context import GuiContext
    from careerdesk.services.proposals import Proposal


# What decides whether there is something to say about a level.
_READ: Final = (
    *(LearningItem, StudySession, Certificate, FollowUp),
    *(Action, Evidence, Rating, Skill),
)


class ActionsPanel(Panel):
    """The open actions of the skill shown, those due first in front.

    ``needed`` is the level a role asks for, which new actions aim at; None if there is none.
    """

    def __init__(self, context: GuiContext) -> None:
        super().__init__(context, "")
        self.needed: Level | None = None
        self._title.setText(self.tr("Actions"))
        self.button.setText(ADD_ACTION.title)
        self.button.show()

    def fill(self) -> None:
        """List what waits for a word about the level, then what is still to do."""
        waiting = [one for one in self._proposals() if one.skill.id == self.record.id]
        found = self.context.shelf.grouped(Action, "skill_id").get(self.record.id, [])
        still = [one for one in actions.in_turn(found) if one.done_on is None]
        asked = {action.id for one in waiting for action in one.actions}
        for proposal in waiting:
            self.body.addWidget(self._question(proposal))
        for action in still:
            if action.id not in asked:
                self.body.addWidget(self._line(action))
        if not still and not waiting:
            self.say(self.tr("No action yet. Learn from something, practise, or ask somebody."))

    @Slot()
    def take(self) -> None:
        """Ask for a new action."""
        ActionDialog(self.context, self.record, self.window(), self.needed).open()

    def _proposals(self) -> list[Proposal]:
        desk, today = self.context.desk, self.context.today()
        return self.context.shelf.derived(
            ("proposals", today), _READ, lambda: proposals.proposals(desk, today)
        )

    def _question(self, proposal: Proposal) -> QWidget:
        """Return what was finished with the way to its review."""
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(8, 4, 0, 6)
        column.setSpacing(4)
        column.addWidget(label(question_words(proposal), wrap=True))
        review = QPushButton(self.tr("Review level"))
        review.setEnabled(not self.context.desk.is_read_only)
        review.clicked.connect(lambda: self._review(proposal))
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(review)
        row.addStretch()
        return line

    def _line(self, action: Action) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._name(action), 1)
        behind = self._behind(action)
        may_write = not self.context.desk.is_read_only
        if behind is not None:
            words = self.tr("Show {title} where it is listed").format(title=action.title)
            show = bare_button("external-link", words)
            show.clicked.connect(lambda: self.context.navigator.open_record(behind))
            row.addWidget(show)
        for picture, words, take in (
            ("check", self.tr("Done: {title}"), self._finish),
            ("x", self.tr("Drop {title}"), self._drop),
        ):
            button = bare_button(picture, words.format(title=action.title))
            button.setEnabled(may_write)
            button.clicked.connect(_taking(take, action))
            row.addWidget(button)
        return line

    def _name(self, action: Action) -> QPushButton:
        about = action_words(action, self.context.today())
        words = self.tr("{title}, {about}").format(title=action.title, about=about)
        is_late = action.due is not None and action.due < self.context.today()
        look = "error" if is_late else "small"
        button = row_button(ACTION_ICONS[action.kind], action.title, about, words, look)
        button.clicked.connect(lambda: self._edit(action))
        return button

    def _behind(self, action: Action) -> Any:
        """Return the learning item or the follow-up that an action is worked through by."""
        shelf = self.context.shelf
        item = shelf.find(LearningItem, action.learning_item_id)
        return item if item is not None else shelf.find(FollowUp, action.follow_up_id)

    def _edit(self, action: Action) -> None:
        EditActionDialog(self.context, action, self.window()).open()

    def _review(self, proposal: Proposal) -> None:
        ReviewDialog(self.context, proposal, self.window()).open()

    def _finish(self, action: Action) -> None:
        """Mark as done what the action is worked through by, and ask about the level."""
        desk, today = self.context.desk, self.context.today()
        with self.context.errors.reported():
            actions.finish_work(desk, action, today)
            self._review(proposals.proposal_of(desk, action, today))

    def _drop(self, action: Action) -> None:
        with self.context.errors.reported():
            actions.drop_action(self.context.desk, action)
            self.button.setFocus()
            said = self.tr("Dropped {title}.").format(title=action.title)
            self.context.commands.say_done(said)


def _taking(take: Callable[[Action], None], action: Action) -> Callable[[], None]:
    return lambda: take(action)
