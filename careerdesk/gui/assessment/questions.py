"""The assessment while it is taken: one step at a time, with Back, Next and Pause.

What was answered on a step is stored when it is left, in whatever way.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from careerdesk.analysis.assessment_steps import (
    Part,
    Step,
    StepKind,
    step_after,
    step_at,
    step_before,
)
from careerdesk.gui.assessment.changes_step import ChangesStep
from careerdesk.gui.assessment.choice_steps import RolesStep, TopGoalsStep
from careerdesk.gui.assessment.evidence_step import EvidenceStep
from careerdesk.gui.assessment.minutes import minutes_left
from careerdesk.gui.assessment.practical_step import PracticalStep
from careerdesk.gui.assessment.rating_step import RatingStep
from careerdesk.gui.assessment.words_step import WordsStep
from careerdesk.gui.focus import focus_within
from careerdesk.gui.keys import native
from careerdesk.gui.text import to_translate, tooltip, translate
from careerdesk.gui.widgets.bars import AmountBar
from careerdesk.gui.widgets.labels import LineLabel, label
from careerdesk.gui.widgets.scrolled import scrolled
from careerdesk.services.assessment import store_step
from careerdesk.services.assessment_finish import finish, outcome
from careerdesk.services.assessment_plan import changed_step, plan, said, title_of

if TYPE_CHECKING:
    from careerdesk.domain.assessment import Attempt
    from careerdesk.domain.touched import Touched
    from careerdesk.gui.assessment.step_view import StepView
    from careerdesk.gui.context import GuiContext
    from careerdesk.services.assessment_plan import Plan

_RIM: Final = 24
_HEADINGS: Final = {
    StepKind.INTERESTS: to_translate("assessment", "Interests"),
    StepKind.GOALS: to_translate("assessment", "Goals"),
    StepKind.TOP_GOALS: to_translate("assessment", "What decides"),
    StepKind.PRACTICAL: to_translate("assessment", "Circumstances"),
    StepKind.ROLES: to_translate("assessment", "Roles of interest"),
    StepKind.GATES: to_translate("assessment", "Groups of skills"),
    StepKind.SKILLS: to_translate("assessment", "Skills"),
    StepKind.MORE: to_translate("assessment", "More skills"),
    StepKind.REPEATS: to_translate("assessment", "Once more"),
    StepKind.CHANGES: to_translate("assessment", "What has changed"),
    StepKind.EVIDENCE: to_translate("assessment", "What shows it"),
    StepKind.END: to_translate("assessment", "Ready to finish"),
}
_VIEWS: Final = {
    StepKind.TOP_GOALS: TopGoalsStep,
    StepKind.PRACTICAL: PracticalStep,
    StepKind.ROLES: RolesStep,
    StepKind.MORE: WordsStep,
    StepKind.CHANGES: ChangesStep,
    StepKind.EVIDENCE: EvidenceStep,
    StepKind.END: WordsStep,
}


class Questions(QWidget):
    """``paused`` and ``finished`` say that the assessment was left; by then it is stored.

    ``finished`` carries what came of the answers, a ``Finished``.
    """

    paused = Signal()
    finished = Signal(object)

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._plan: Plan | None = None
        self._view: StepView | None = None
        self._is_storing = False
        self._heading = label("", "lead")
        self._where = LineLabel("", "second")
        self._left = label("", "second")
        self._bar = AmountBar(self.tr("Part of the assessment that is done"))
        self._instruction = label("", wrap=True)
        self._keys = LineLabel("", "small")
        self._area: QScrollArea
        self._back = QPushButton(self.tr("Back"))
        self._pause = QPushButton(self.tr("Pause"))
        self._next = QPushButton(self.tr("Next"))
        self._build()
        self._back.clicked.connect(self.go_back)
        self._pause.clicked.connect(self.pause)
        self._next.clicked.connect(self.go_on)

    @property
    def attempt(self) -> Attempt | None:
        """The attempt that is being made."""
        return None if self._plan is None else self._plan.attempt

    @property
    def step(self) -> Step | None:
        """The step that is shown."""
        return None if self._view is None else self._view.step

    @property
    def view(self) -> StepView | None:
        """What shows the step."""
        return self._view

    @property
    def is_storing(self) -> bool:
        """Whether what changes on the desk is what is answered here."""
        return self._is_storing

    def begin(self, attempt: Attempt) -> None:
        """Show an attempt from the step on at which it was left."""
        planned = plan(self._context.desk, attempt, self._context.today())
        self._show(planned, step_at(planned.steps, attempt.place))

    def refresh(self, attempt: Attempt, touched: Touched | None = None) -> None:
        """Show what is stored now, after something else than this has changed it.

        What is answered on the step in front and not stored yet stays, unless just that differs.
        After a step back or forth in the history the step is shown whose answers it has changed.
        """
        before, view = self._plan, self._view
        assert before is not None, "something is shown before it changes"
        assert view is not None, "something is shown before it changes"
        planned = plan(self._context.desk, attempt, self._context.today())
        asked = view.step.questions
        same = [planned.answers.get(one) == before.answers.get(one) for one in asked]
        is_known = view.step in planned.steps and not view.is_outdated
        is_replay = touched is not None and touched.is_replay
        changed = changed_step(before, planned) if is_replay else None
        if attempt == before.attempt and all(same) and is_known and changed is None:
            self._plan = view.plan = planned
            self._tell(planned, view.step)
        else:
            had_focus = focus_within(self) is not None
            self._show(planned, changed or step_at(planned.steps, attempt.place))
            if had_focus:
                self.take_focus()

    def take_focus(self) -> None:
        """Begin with the first question that has no answer."""
        if self._view is not None:
            self._view.take_focus()

    def store(self) -> bool:
        """Store what was answered on the step in front; say whether it could be."""
        return self._view is None or self._store(self._view.step)

    def store_answers(self) -> None:
        """Store what was answered on the step in front, if anything is not stored yet."""
        if self._view is not None and self._view.is_sound() and self._is_unstored(self._view):
            self._store(self._view.step)

    def forget(self) -> None:
        """Show no attempt any more."""
        self._plan = None
        self._drop_view()

    @Slot()
    def go_on(self) -> None:
        """Store the step and show the next one, or end the assessment."""
        if self._view is None or not self._view.is_sound():
            return
        if self._view.step.kind is StepKind.END:
            self._finish()
        else:
            planned = self._with_answers(self._view)
            at = step_at(planned.steps, self._view.step.key)
            self._turn_to(step_after(planned.steps, at))

    @Slot()
    def go_back(self) -> None:
        """Store the step and show the one before."""
        if self._view is None or not self._view.is_sound():
            return
        planned = self._with_answers(self._view)
        before = step_before(planned.steps, self._view.step, planned.answers)
        if before is not None:
            self._turn_to(before)

    @Slot()
    def pause(self) -> None:
        """Store the step and go back to where one came from."""
        if self.store():
            self.paused.emit()

    def event(self, event: QEvent) -> bool:
        """Keep the keys for going back, which mean the page before everywhere else."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._is_back(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Alt and the arrow, on with Ctrl and Enter, and pause with Escape."""
        if self._is_back(event):
            self.go_back()
        elif _is_onward(event):
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.pause()
        else:
            super().keyPressEvent(event)

    def _is_back(self, event: QKeyEvent) -> bool:
        is_alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == (
            Qt.KeyboardModifier.AltModifier
        )
        return is_alt and event.key() == Qt.Key.Key_Left and self._back.isEnabled()

    def _is_unstored(self, view: StepView) -> bool:
        stored, given = view.plan.answers, said(view.answers())
        known = said(stored[one] for one in view.step.questions if one in stored)
        attempt = view.plan.attempt
        differs = any(getattr(attempt, name) != one for name, one in view.values().items())
        return given != known or differs or view.also() is not None

    def _with_answers(self, view: StepView) -> Plan:
        """Return what is to be asked when the answers of the step in front are stored."""
        return plan(
            self._context.desk,
            view.plan.attempt,
            self._context.today(),
            replaced=view.step.questions,
            by=view.answers(),
        )

    def _turn_to(self, step: Step) -> None:
        """Store the step in front, with where to go on, and show that."""
        if self._store(step) and self._plan is not None:
            self._show(self._plan, step)
            self.take_focus()

    def _store(self, place: Step) -> bool:
        """Store what was answered on the step in front, and the step to go on from."""
        view, desk = self._view, self._context.desk
        if view is None or desk.is_read_only:
            return True
        if not view.is_sound():
            return False
        self._is_storing = True
        try:
            with self._context.errors.reported():
                attempt = store_step(
                    desk,
                    view.plan.attempt,
                    title_of(view.step),
                    view.step.questions,
                    view.answers(),
                    place=place.key,
                    also=view.also(),
                    **view.values(),
                )
                view.note_stored()
                self._plan = view.plan = plan(desk, attempt, self._context.today())
                return True
        finally:
            self._is_storing = False
        return False

    def _finish(self) -> None:
        if not self.store() or self._plan is None:
            return
        with self._context.errors.reported():
            what = outcome(self._context.desk, self._plan)
            self._is_storing = True
            try:
                finish(self._context.desk, self._plan.attempt, self._context.today())
            finally:
                self._is_storing = False
            self.forget()
            self.finished.emit(what)

    @Slot()
    def _rate_more(self) -> None:
        """Show the first page of further skills that has no answer."""
        if self._plan is not None:
            extra = [one for one in self._plan.steps if one.is_extra]
            answers = self._plan.answers
            empty = [one for one in extra if not any(asked in answers for asked in one.questions)]
            self._turn_to((empty or extra)[0])

    @Slot()
    def _on_ended(self) -> None:
        self._next.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, planned: Plan, step: Step) -> None:
        self._plan = planned
        self._drop_view()
        make = _VIEWS.get(step.kind, RatingStep)
        view = make(self._context, planned, step)
        self._view = view
        view.finished.connect(self.go_on)
        view.ended.connect(self._on_ended)
        view.changed.connect(self._show_left)
        if isinstance(view, WordsStep):
            view.more_asked.connect(self._rate_more)
        self._body.insertWidget(0, view, int(view.is_filling))
        view.show()  # at once, so that the next key finds its place
        stops = [*view.stops(), self._next, self._back, self._pause]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)
        self._area.verticalScrollBar().setValue(0)
        self._tell(planned, step)

    def _tell(self, planned: Plan, step: Step) -> None:
        assert self._view is not None
        self._heading.setText(translate("assessment", _HEADINGS[step.kind]))
        where = self.tr("Part {part} of {parts}").format(part=int(step.part), parts=len(Part))
        if step.count > 1:
            of = self.tr("page {number} of {count}")
            where = f"{where} · {of.format(number=step.number, count=step.count)}"
        self._where.show_line(where)
        self._instruction.setText(self._view.instruction)
        self._instruction.setVisible(bool(self._view.instruction))
        self._keys.show_line(self._view.keys)
        self._back.setEnabled(step_before(planned.steps, step, planned.answers) is not None)
        is_end = step.kind is StepKind.END
        self._next.setText(self.tr("Finish") if is_end else self.tr("Next"))
        self._show_left()

    @Slot()
    def _show_left(self) -> None:
        """Say how many minutes are left, and show it as a bar."""
        if self._plan is None or self._view is None:
            return
        words = minutes_left(self._plan.seconds_left(self._view.step))
        self._left.setText(words)
        self._bar.show_part(self._plan.part_done(self._view.step), words)

    def _drop_view(self) -> None:
        if self._view is not None:
            self._body.removeWidget(self._view)
            self._view.hide()
            self._view.deleteLater()
            self._view = None

    def _build(self) -> None:
        self._next.setProperty("role", "primary")
        for button, keys in (
            (self._back, "Alt+Left"),
            (self._pause, "Esc"),
            (self._next, "Return"),
        ):
            words = self.tr("{button} ({keys})")
            words = words.format(button=button.text(), keys=native(keys))
            button.setToolTip(tooltip(words))
        for button in (self._back, self._pause):
            button.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(_RIM, 2, _RIM, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        column.addLayout(head)
        head.setSpacing(10)
        head.addWidget(self._heading)
        head.addWidget(self._where, 1)
        head.addWidget(self._left)
        column.addWidget(self._bar)
        column.addSpacing(2)
        column.addWidget(self._instruction)
        inside = QWidget()
        self._body = QVBoxLayout(inside)
        self._body.setContentsMargins(0, 2, 0, 8)
        self._body.addStretch()
        self._area = scrolled(inside)
        column.addWidget(self._area, 1)
        foot = QHBoxLayout()
        column.addLayout(foot)
        foot.setSpacing(8)
        foot.addWidget(self._back)
        foot.addWidget(self._pause)
        foot.addSpacing(8)
        foot.addWidget(self._keys, 1)
        foot.addWidget(self._next)


def _is_onward(event: QKeyEvent) -> bool:
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return is_enter and modifiers == Qt.KeyboardModifier.ControlModifier
