"""The step that asks what shows the highest levels, answered in the person's own sentences."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QTextCursor

from careerdesk.domain.assessment import AnswerPart
from careerdesk.domain.evidence import EvidenceTier
from careerdesk.domain.skills import Level
from careerdesk.gui.assessment.step_view import StepView
from careerdesk.gui.fields.text_fields import NoteField
from careerdesk.gui.keys import native
from careerdesk.gui.text import translate
from careerdesk.gui.widgets.labels import label
from careerdesk.gui.words import level_words
from careerdesk.services.assessment_evidence import descriptions, put_descriptions
from careerdesk.services.evidence import tier_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from careerdesk.analysis.assessment_steps import Step
    from careerdesk.gui.context import GuiContext
    from careerdesk.services.assessment import Also
    from careerdesk.services.assessment_plan import Plan


class EvidenceStep(StepView):
    """A field for each claim; what is left empty stays a claim.

    What was said in this attempt before stands in its field, to be gone on with.
    """

    def __init__(
        self, context: GuiContext, plan: Plan, step: Step, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, plan, step, parent)
        self.fields: dict[str, NoteField] = {}
        self._kept = descriptions(context.desk, plan.attempt, step.items)
        rows = self.card()
        rows.setSpacing(4)
        for tier in EvidenceTier:
            rows.addWidget(label(_tier_words(tier), "small", wrap=True))
        for item in step.items:
            rows.addSpacing(10)
            words = _claim_words(plan, item)
            rows.addWidget(label(words, "strong", wrap=True))
            field = NoteField()
            field.takes_back = False  # Escape pauses, which keeps what is typed
            field.set_called(words)
            field.area.setPlaceholderText(self.tr("What, when, for whom, with what result"))
            field.show_value(self._kept.get(item, ""))
            field.area.moveCursor(QTextCursor.MoveOperation.End)
            field.edited.connect(self._on_edited)
            rows.addWidget(field)
            self.fields[item] = field

    @property
    def instruction(self) -> str:
        """What is asked, and what the answer does."""
        return self.tr(
            "Is there something that shows it? Two sentences make a claim a description. Files, "
            "links and certificates can be added to a skill afterwards. You may leave all of it."
        )

    @property
    def keys(self) -> str:
        """Which keys lead on."""
        return self.tr("Tab goes from one to the next · {keys} next").format(
            keys=native("Ctrl+Return")
        )

    def also(self) -> Also | None:
        """Keep what was written as evidence, and what was written otherwise than before."""
        said = {item: field.value() for item, field in self.fields.items()}
        texts = {item: text for item, text in said.items() if text != self._kept.get(item, "")}
        if not texts:
            return None
        today = self.context.today()
        return partial(put_descriptions, planned=self.plan, texts=texts, today=today)

    def note_stored(self) -> None:
        """Remember what is kept; it can still be written otherwise."""
        said = {item: field.value() for item, field in self.fields.items()}
        self._kept = {item: text for item, text in said.items() if text}

    @property
    def is_outdated(self) -> bool:
        """What was kept may be taken back, or written otherwise with its skill."""
        kept = descriptions(self.context.desk, self.plan.attempt, self.step.items)
        return kept != self._kept

    def take_focus(self) -> None:
        """Begin with the first."""
        self.stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Return the editors of the fields."""
        return [stop for field in self.fields.values() for stop in field.stops()]

    @Slot()
    def _on_edited(self) -> None:
        self.changed.emit()


def _tier_words(tier: EvidenceTier) -> str:
    text = tier_text(tier)
    return translate("assessment", "{strength}: {needs}").format(
        strength=text.name, needs=text.needs
    )


def _claim_words(plan: Plan, skill: str) -> str:
    answer = plan.answers[AnswerPart.SKILL, skill]
    assert answer.value is not None, "only known levels are claims"
    return translate("assessment", "{skill}: {level} {name}").format(
        skill=plan.skill(skill).name, level=answer.value, name=level_words(Level(answer.value))
    )
