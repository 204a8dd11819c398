"""Adding an action for a skill: a resource to learn from, a practice, or somebody to ask."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from careerdesk.analysis.skill_levels import LevelHistory
from careerdesk.domain.actions import ActionKind
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.skills import Level, Rating
from careerdesk.gui.development.action_form import offer_levels
from careerdesk.gui.development.action_pages import (
    AskPage,
    LearnPage,
    PractisePage,
    SaidError,
    labelled,
    refused,
)
from careerdesk.gui.development.form_dialog import FormDialog
from careerdesk.gui.fields.choice_fields import ChoiceField
from careerdesk.gui.fields.date_fields import DayField
from careerdesk.gui.text import translate
from careerdesk.gui.widgets.segments import Segments
from careerdesk.gui.words import choice_words

if TYPE_CHECKING:
    from datetime import date

    from careerdesk.domain.skills import Skill
    from careerdesk.gui.context import GuiContext

_DAYS_TO_ASK: Final = 7
_KINDS: Final = (ActionKind.RESOURCE, ActionKind.PRACTICE, ActionKind.PERSON)


class ActionDialog(FormDialog):
    """Asks for an action; ``added`` carries it when it is on the desk.

    Args:
        context: of the page.
        skill: the one it is for; it is added too if it is not on the desk yet.
        parent: the window.
        needed: the level a role asks for, None if there is no such goal.
    """

    added = Signal(object)

    def __init__(
        self, context: GuiContext, skill: Skill, parent: QWidget, needed: Level | None = None
    ) -> None:
        title = translate("development", "Action for {skill}").format(skill=skill.name)
        super().__init__(title, translate("development", "&Add action"), parent)
        self._context = context
        self._skill = skill
        self._now = self._level()
        self._kind = Segments([choice_words(kind) for kind in _KINDS])
        self._stack = QStackedWidget()
        self.learn = LearnPage(context, skill, self._now, needed)
        self.practise = PractisePage(context)
        self.ask = AskPage(context, skill)
        for page in (self.learn, self.practise, self.ask):
            self._stack.addWidget(page)
        self.due = DayField()
        self.due.prepare(context, None)
        self.due.line.setPlaceholderText(self.tr("+2w"))
        self.aimed = ChoiceField()
        offer_levels(self.aimed, self._now)
        self.aimed.show_value(needed)
        self._kind.chosen.connect(self.show_kind)
        self.learn.list.currentItemChanged.connect(self._follow)
        self._build()
        self.show_kind(0)
        self.finish()

    def store(self) -> None:
        """Store the action as one change."""
        page = self._stack.currentWidget()
        due, aimed = self._due(), self.aimed.value()
        if page is self.learn:
            made = self.learn.store(due, aimed)
        elif page is self.practise:
            made = self.practise.store(self._skill, due, aimed)
        else:
            made = self.ask.store(due or self._day_to_ask(), aimed)
        self.added.emit(made)

    @Slot(int)
    def show_kind(self, at: int) -> None:
        """Show what one kind of action asks for, by its place."""
        self._kind.choose(at)
        self._stack.setCurrentIndex(at)
        is_asking = _KINDS[at] is ActionKind.PERSON
        self.due.show_value(self._day_to_ask() if is_asking else None)
        self._follow()

    def show_invalid(self, error: InvalidValueError) -> None:
        """Say what no field has said itself."""
        if not isinstance(error, SaidError):
            self.say(str(error))

    def take_focus(self) -> None:
        """Begin with what the page in front asks for."""
        if (page := self._stack.currentWidget()) is not None:
            page.setFocus()

    def _build(self) -> None:
        self.body.addWidget(self._kind)
        self.body.addWidget(self._stack)
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop  # what is said below one leaves the other in its place
        row.addWidget(labelled(self.tr("Due"), self.due), 1, top)
        row.addWidget(labelled(self.tr("Level aimed at"), self.aimed), 1, top)

    def _level(self) -> Level | None:
        ratings = self._context.shelf.grouped(Rating, "skill_id").get(self._skill.id, [])
        return LevelHistory(ratings).level_as_of(self._skill.id, self._context.today())

    def _day_to_ask(self) -> date:
        return self._context.today() + timedelta(days=_DAYS_TO_ASK)

    def _due(self) -> date | None:
        """Return the day it is due, which is still to come."""
        try:
            day: date | None = self.due.value()
            if day is not None and day < self._context.today():
                reason = self.tr("is in the past; choose today or a later day")
                raise InvalidValueError(self.due.name, reason)
        except InvalidValueError as error:
            raise refused(self.due, error) from None
        self.due.show_error("")
        return day

    @Slot()
    def _follow(self) -> None:
        """Aim as high as the resource leads, where nothing else was said."""
        offer = self.learn.offer()
        is_learning = self._stack.currentWidget() is self.learn
        if is_learning and offer is not None and not self.aimed.is_dirty:
            self.aimed.show_value(offer.resource.to_level)
