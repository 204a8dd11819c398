"""The step that asks why levels differ much from the earlier ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot

from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import Answer, AnswerPart
from careerdesk.domain.skills import Level
from careerdesk.gui.assessment.step_view import StepView
from careerdesk.gui.text import known_date, translate
from careerdesk.gui.widgets.labels import label
from careerdesk.gui.widgets.segments import Segments
from careerdesk.gui.words import level_words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from careerdesk.analysis.assessment_steps import Step
    from careerdesk.gui.context import GuiContext
    from careerdesk.services.assessment_plan import Plan


class ChangesStep(StepView):
    """Levels that differ much from the earlier ones, each with a reason or none."""

    def __init__(
        self, context: GuiContext, plan: Plan, step: Step, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, plan, step, parent)
        rows = self.card()
        rows.setSpacing(5)
        self.reasons: dict[str, Segments] = {}
        for at, item in enumerate(step.items):
            name = plan.skill(item).name
            rows.addSpacing(10 if at else 0)
            rows.addWidget(label(name, "strong", wrap=True))
            rows.addWidget(label(_change_words(plan, item), "second", wrap=True))
            choices = Segments([self.tr("No reason given"), *_reasons()])
            choices.setAccessibleName(self.tr("Reason for {skill}").format(skill=name))
            said = plan.answers.get((AnswerPart.REASON, item))
            choices.choose(said.value if said is not None and said.value else 0)
            choices.chosen.connect(self._on_chosen)
            rows.addWidget(choices)
            self.reasons[item] = choices

    @property
    def instruction(self) -> str:
        """What is asked."""
        return self.tr(
            "These levels differ by two or more from the earlier ones. Why? You may leave it open."
        )

    @property
    def keys(self) -> str:
        """Which keys choose."""
        return self.tr("← → choose · Tab goes from one to the next · Enter next")

    def answers(self) -> list[Answer]:
        """Return the reasons that were given."""
        return [
            Answer.new(self.plan.attempt.id, AnswerPart.REASON, item, choices.current)
            for item, choices in self.reasons.items()
            if choices.current > 0
        ]

    def take_focus(self) -> None:
        """Begin with the first."""
        self.stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Return the buttons of all rows."""
        return [one for choices in self.reasons.values() for one in choices.buttons()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_chosen(self) -> None:
        self.changed.emit()


def _reasons() -> tuple[str, ...]:
    return catalogue().instrument.retest.reasons


def _change_words(plan: Plan, skill: str) -> str:
    earlier = plan.earlier[skill]
    answer = plan.answers[AnswerPart.SKILL, skill]
    assert earlier.level is not None, "only known levels differ"
    assert answer.value is not None, "only known levels differ"
    words = translate("assessment", "{before} on {day}, {after} now")
    return words.format(
        before=_level(earlier.level), day=known_date(earlier.on), after=_level(Level(answer.value))
    )


def _level(level: Level) -> str:
    return f"{level:d} {level_words(level)}"
