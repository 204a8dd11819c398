"""Steps of rows with a scale: statements, goals, groups, skills, and skills once more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from careerdesk.analysis.assessment_steps import Step, StepKind
from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import Answer, AnswerState
from careerdesk.domain.instrument import Option
from careerdesk.domain.skills import Level
from careerdesk.gui.assessment.anchors import Anchors
from careerdesk.gui.assessment.answer_row import AnswerRow, Asked, Said
from careerdesk.gui.assessment.scale_head import ScaleHead
from careerdesk.gui.assessment.step_view import StepView
from careerdesk.gui.text import known_date, translate
from careerdesk.gui.widgets.scrolled import scrolled
from careerdesk.gui.words import level_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QScrollArea

    from careerdesk.domain.catalogue_entries import CatalogueGroup
    from careerdesk.domain.skills import Rating
    from careerdesk.gui.context import GuiContext
    from careerdesk.services.assessment_plan import Plan

_STACKED_BELOW: Final = 40  # lines of text; in less, the answers stand below their question
_PART: Final = 0.58  # of the width for answers that stand beside it
_BESIDE: Final = 44  # lines of text from which the meaning of levels stands beside the rows
_ROWS, _MEANING = 8, 11  # how they share the width
_PADDING: Final = 38  # pixels that rims take of the width of a row
_LONGEST: Final = 10 * 60 * 1000  # milliseconds of one answer; a longer one was a break
_LEVELS: Final = (StepKind.GATES, StepKind.SKILLS, StepKind.REPEATS)


class RatingStep(StepView):
    """Rows with one scale; beside levels of skills stands what they mean."""

    def __init__(
        self, context: GuiContext, plan: Plan, step: Step, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, plan, step, parent)
        self._has_levels = step.kind in _LEVELS
        options = _options(step)
        # What the levels are called stands beside the rows, with what they mean.
        self._head = ScaleHead(["" if self._has_levels else one.label for one in options])
        self.rows = [AnswerRow(_asked(plan, step, item), options) for item in step.items]
        self._anchors = Anchors(catalogue().instrument.levels.texts) if self._has_levels else None
        self._clock = QElapsedTimer()
        self._clock.start()
        self._shown: AnswerRow | None = None
        self._aside: QScrollArea | None = None
        self._list: QScrollArea | None = None
        self._build()
        for row in self.rows:
            self._connect(row)
        if self._anchors is not None:
            self._describe_levels()
            self._anchors.chosen.connect(self._choose)
            self._show_anchors(self.rows[0])

    @property
    def instruction(self) -> str:
        """What is asked about all rows."""
        instrument = catalogue().instrument
        if self.step.kind is StepKind.INTERESTS:
            return instrument.interests.instruction
        if self.step.kind is StepKind.GOALS:
            return instrument.goals.instruction
        if self.step.kind is StepKind.GATES:
            return f"{instrument.levels.gate_question} {instrument.levels.not_sure}"
        if self.step.kind is StepKind.REPEATS:
            again = self.tr("Two of the skills once more, to see how steady an answer is.")
            return f"{again} {instrument.levels.question}"
        return instrument.levels.question

    @property
    def is_filling(self) -> bool:
        """Rows beside the meaning of levels take all the height there is."""
        return self._has_levels

    @property
    def keys(self) -> str:
        """Which keys answer."""
        options = _options(self.step)
        return self.tr(
            "{first} to {last} answer · N not sure · R rather not say · ← → choose · Enter next"
        ).format(first=options[0].value, last=options[-1].value)

    def answers(self) -> list[Answer]:
        """Return what was said in the rows."""
        part = self.step.asks
        assert part is not None, "rows ask for levels"
        return [
            Answer.new(
                self.plan.attempt.id,
                part,
                row.asked.item,
                row.said.value,
                state=row.said.state,
                milliseconds=row.milliseconds,
            )
            for row in self.rows
            if row.said is not None
        ]

    def take_focus(self) -> None:
        """Begin with the first row that has no answer."""
        row = next((row for row in self.rows if row.said is None), self.rows[0])
        row.take_focus()

    def stops(self) -> list[QWidget]:
        """Return all answers, row by row; of each row Tab comes to one."""
        return [stop for row in self.rows for stop in row.stops()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange rows and meanings as the width allows."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _build(self) -> None:
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(14)
        frame = QFrame()
        frame.setProperty("role", "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(8, 10, 8, 10)
        column.setSpacing(2)
        column.addWidget(self._head)
        for row in self.rows:
            column.addWidget(row)
        if self._anchors is None:
            self._across.addWidget(frame, 1, Qt.AlignmentFlag.AlignTop)
            return
        self._aside = _at_top(self._anchors)
        self._list = _at_top(frame)
        self._across.addWidget(self._list, _ROWS)
        self._across.addWidget(self._aside, _MEANING)

    def _fit(self) -> None:
        lines = self.width() / max(self.fontMetrics().height(), 1)
        is_beside = self._anchors is not None and lines >= _BESIDE
        directions = QBoxLayout.Direction
        self._across.setDirection(directions.LeftToRight if is_beside else directions.TopToBottom)
        if self._anchors is not None:
            self._anchors.show_general(is_shown=is_beside)
            self._across.setStretch(0, _ROWS if is_beside else 3)
            self._across.setStretch(1, _MEANING if is_beside else 2)
        is_stacked = self._has_levels or lines < _STACKED_BELOW
        share = _ROWS / (_ROWS + _MEANING) if is_beside else 1.0
        bar = 0 if self._list is None else self._list.verticalScrollBar().sizeHint().width()
        room = self.width() * share - _PADDING - bar
        widths = self._head.widths(room if is_stacked else room * _PART)
        self._head.set_width(*widths, is_stacked=is_stacked)
        for row in self.rows:
            row.set_width(*widths, is_stacked=is_stacked)
        if self._list is not None:
            self._list.setMinimumWidth(self._head.room_for(*widths) + _PADDING + bar)

    def _connect(self, row: AnswerRow) -> None:
        said = self.plan.answers.get((self.step.asks, row.asked.item)) if self.step.asks else None
        if said is not None:
            row.milliseconds = said.milliseconds
            row.show_said(Said(said.state, said.value))
        row.answered.connect(self._on_answered)
        row.stepped.connect(self._step)
        row.paged.connect(self._page)
        row.entered.connect(self._on_entered)
        row.finished.connect(self.finished)

    @Slot()
    def _on_answered(self) -> None:
        row = self.sender()
        if isinstance(row, AnswerRow):
            if row.milliseconds is None:
                row.milliseconds = min(int(self._clock.elapsed()), _LONGEST)
            self._clock.restart()
            self._show_anchors(row)
        self.changed.emit()

    @Slot(int)
    def _step(self, by: int) -> None:
        """Go to another row, and behind the last one to the way on."""
        row = self.sender()
        assert isinstance(row, AnswerRow)
        at = self.rows.index(row) + by
        if 0 <= at < len(self.rows):
            self.rows[at].take_focus(Qt.FocusReason.TabFocusReason)
        elif at == len(self.rows):
            self.ended.emit()

    @Slot()
    def _on_entered(self) -> None:
        row = self.sender()
        if isinstance(row, AnswerRow):
            self._show_anchors(row)

    @Slot(int)
    def _page(self, by: int) -> None:
        """Scroll what the levels mean, where it is higher than its place."""
        if self._aside is not None:
            bar = self._aside.verticalScrollBar()
            bar.setValue(bar.value() + by * bar.pageStep())

    @Slot(int)
    def _choose(self, level: int) -> None:
        if self._shown is not None:
            self._shown.take_focus()
            self._shown.choose(level)

    def _show_anchors(self, row: AnswerRow) -> None:
        if self._anchors is None:
            return
        if row is not self._shown:
            self._shown = row
            self._anchors.show_skill(*_meaning(self.plan, self.step, row.asked.item))
        said = row.said
        is_given = said is not None and said.state is AnswerState.GIVEN
        self._anchors.mark(said.value if said is not None and is_given else None)
        marked = self._anchors.marked
        if self._aside is not None and marked is not None:
            self._aside.ensureWidgetVisible(marked, 0, 4)

    def _describe_levels(self) -> None:
        for row in self.rows:
            _, _, group = _meaning(self.plan, self.step, row.asked.item)
            for text in catalogue().instrument.levels.texts:
                words = group.anchors[text.level] if group else text.anchor
                row.describe(int(text.level), words)


def _options(step: Step) -> tuple[Option, ...]:
    instrument = catalogue().instrument
    if step.kind is StepKind.INTERESTS:
        return instrument.interests.options
    if step.kind is StepKind.GOALS:
        return instrument.goals.options
    return tuple(Option(value=int(one), label=level_words(one)) for one in Level)


def _at_top(what: QWidget) -> QScrollArea:
    """Return a place of its own to scroll in, so that rows and meanings stay beside each other."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(what)
    column.addStretch()
    return scrolled(inside)


def _asked(plan: Plan, step: Step, item: str) -> Asked:
    instrument = catalogue().instrument
    if step.kind is StepKind.INTERESTS:
        text = next(one.text for one in instrument.interests.items if one.id == item)
        return Asked(item, text)
    if step.kind is StepKind.GOALS:
        goal = next(one for one in instrument.goals.questions if one.goal.value == item)
        ends = translate("assessment", "1: {low} · 5: {high}")
        return Asked(item, goal.text, ends.format(low=goal.low_end, high=goal.high_end))
    name, _, _ = _meaning(plan, step, item)
    rating = plan.earlier.get(item) if step.kind is StepKind.SKILLS else None
    if rating is None:
        return Asked(item, name)
    return Asked(item, name, earlier=_earlier(rating), before=rating.level)


def _earlier(rating: Rating) -> str:
    if rating.level is None:
        words = translate("assessment", "Not sure on {day}")
        return words.format(day=known_date(rating.on))
    words = translate("assessment", "Was {level} on {day}")
    return words.format(level=int(rating.level), day=known_date(rating.on))


def _meaning(plan: Plan, step: Step, item: str) -> tuple[str, str, CatalogueGroup | None]:
    """Return name, definition and group of what a row of levels is about."""
    if step.kind is StepKind.GATES:
        group = catalogue().group(item)
        assert group is not None, "groups are the catalogue's"
        skills = ", ".join(one.name for one in catalogue().skills_of(item))
        return group.name, skills, group
    asked = plan.skill(item)
    return asked.name, asked.definition, asked.group
