"""The steps that only tell something: that more could be rated, and what finishing does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from careerdesk.analysis.assessment_steps import StepKind
from careerdesk.catalogue import catalogue
from careerdesk.gui.assessment.step_view import StepView
from careerdesk.gui.keys import native
from careerdesk.gui.widgets.labels import label
from careerdesk.services.assessment_finish import (
    FROM_GROUP,
    Finished,
    falling_to_0,
    levels_to_write,
    outcome,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdesk.analysis.assessment_steps import Step
    from careerdesk.gui.context import GuiContext
    from careerdesk.services.assessment_plan import Plan
    from careerdesk.services.level_entry import LevelEntry

_NAMED: Final = 5  # skills that are called by their names


class WordsStep(StepView):
    """A step that only tells something: that more skills could be rated, or that it is the end.

    ``more_asked`` says that more is to be rated.
    """

    more_asked = Signal()

    def __init__(
        self, context: GuiContext, plan: Plan, step: Step, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, plan, step, parent)
        self._more: QPushButton | None = None
        rows = self.card()
        rows.setSpacing(10)
        is_end = step.kind is StepKind.END
        lead, *rest = self._ending() if is_end else self._offering()
        rows.addWidget(label(lead, "lead", wrap=True))
        for words in rest:
            rows.addWidget(label(words, wrap=True))
        if not is_end:
            line = QHBoxLayout()
            rows.addLayout(line)
            self._more = QPushButton(self.tr("Rate more skills"))
            self._more.clicked.connect(self.more_asked)
            line.addWidget(self._more)
            line.addStretch()

    @property
    def keys(self) -> str:
        """Which keys lead on."""
        if self._more is None:
            return self.tr("Enter finishes")
        return self.tr("Enter next · {keys} goes to the button").format(keys=native("Shift+Tab"))

    @property
    def is_outdated(self) -> bool:
        """What finishing does depends on what else is on the desk."""
        return self.step.kind is StepKind.END

    def take_focus(self) -> None:
        """Leave the cursor to the way on."""
        self.ended.emit()

    def stops(self) -> list[QWidget]:
        """Return the button for more, if there is one."""
        return [] if self._more is None else [self._more]

    def _offering(self) -> list[str]:
        first = catalogue().instrument.levels.most_ratings
        rest = len(self.plan.skills) - first
        return [
            self.tr("Those were the skills that matter most."),
            self.tr("%n more skill(s) can be rated, now or another time.", "", rest),
        ]

    def _ending(self) -> list[str]:
        entries = levels_to_write(self.context.desk, self.plan)
        known = sum(one.level is not None for one in entries)
        unknown = len(entries) - known
        stored = self.tr("Your answers are stored; no skill has been rated from them yet.")
        nothing = self.tr("Nothing was answered, so nothing will be rated.")
        is_empty = outcome(self.context.desk, self.plan) is Finished.EMPTY
        words = [self.tr("That was all."), nothing if is_empty else stored]
        if known:
            words.append(self.tr("Finishing rates %n skill(s) as of today.", "", known))
        words.extend(self._closing(entries))
        if unknown:
            words.append(
                self.tr("Not sure, so unknown, which never counts as 0: %n skill(s).", "", unknown)
            )
        words.append(self.tr("Finishing is one change, which can be undone."))
        return words

    def _closing(self, entries: Sequence[LevelEntry]) -> list[str]:
        """Return what the answers about whole groups do to their skills."""
        closed = sum(one.note == FROM_GROUP for one in entries)
        if not closed:
            return []
        among = self.tr("Level 0, from your answer about the group: {count} of these.")
        words = [among.format(count=QLocale().toString(closed))]
        day = max(self.context.today(), self.plan.attempt.started)
        names = falling_to_0(self.context.desk, entries, day)
        if names:
            listed, more = ", ".join(names[:_NAMED]), len(names) - _NAMED
            if more > 0:
                listed = self.tr("{skills} and %n more", "", more).format(skills=listed)
            words.append(self.tr("Down to 0 from a higher level: {skills}.").format(skills=listed))
        return words
