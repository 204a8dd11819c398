"""Steps with boxes to tick: what decides, and roles of interest."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import Answer, AnswerPart
from careerdesk.domain.catalogue import Goal
from careerdesk.gui.assessment.step_view import StepView
from careerdesk.gui.text import no_mnemonic
from careerdesk.gui.widgets.labels import label
from careerdesk.gui.widgets.line import FilterLine
from careerdesk.gui.words import choice_words
from careerdesk.services import roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from careerdesk.analysis.assessment_steps import Step
    from careerdesk.gui.context import GuiContext
    from careerdesk.services.assessment_plan import Plan

_INDENT: Final = 28  # of the line below a box to tick


class TicksStep(StepView):
    """A card of boxes to tick, each with a line below; Up and Down go from one to the next."""

    def __init__(
        self, context: GuiContext, plan: Plan, step: Step, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, plan, step, parent)
        self.boxes: dict[str, QCheckBox] = {}
        self._lines: dict[str, QWidget] = {}
        self.column = self.card()
        self.column.setSpacing(8)

    def answers(self) -> list[Answer]:
        """Return the ticked ones."""
        part = self.step.asks
        assert part is not None, "what is ticked is an answer"
        ticked = [item for item, box in self.boxes.items() if box.isChecked()]
        return [Answer.new(self.plan.attempt.id, part, item, 1) for item in ticked]

    def take_focus(self) -> None:
        """Begin with the first one."""
        next(iter(self.boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Return the boxes."""
        return list(self.boxes.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from box to box, and on with Enter."""
        boxes = self.offered()
        at = next((at for at, one in enumerate(boxes) if one.hasFocus()), None)
        keys = Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter):
            self.finished.emit()
        elif at is not None and event.key() in (keys.Key_Up, keys.Key_Down):
            after = at + (1 if event.key() == keys.Key_Down else -1)
            if 0 <= after < len(boxes):
                boxes[after].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def offered(self) -> list[QCheckBox]:
        """Return the boxes that can be gone to, in their order."""
        return [one for one in self.boxes.values() if one.isVisible() and one.isEnabled()]

    def add_tick(self, item: str, name: str, note: str, *, is_ticked: bool) -> QCheckBox:
        """Add a box with a line that says more."""
        whole = QWidget()
        self.column.addWidget(whole)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        box = _Box(no_mnemonic(name))
        box.setAccessibleDescription(note)
        box.setChecked(is_ticked)
        rows.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        words = label(note, "small", wrap=True)
        words.setIndent(_INDENT)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        rows.addWidget(words)
        self.boxes[item] = box
        self._lines[item] = whole
        box.toggled.connect(self._on_toggled)
        return box

    def show_only(self, items: Sequence[str]) -> None:
        """Show some in this order, and below them what is ticked; hide all others."""
        rest = [item for item in self._lines if item not in items]
        order = [*items, *rest]
        for item in order:
            line = self._lines[item]
            self.column.removeWidget(line)
            self.column.addWidget(line)
            line.setVisible(item in items or self.boxes[item].isChecked())
        self.boxes = {item: self.boxes[item] for item in order}

    @Slot()
    def _on_toggled(self) -> None:
        self.changed.emit()


class _Box(QCheckBox):
    """A box to tick; the arrow keys, which Qt takes for Tab, are the step's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space, and leave the rest to the step."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            super().keyPressEvent(event)
        else:
            event.ignore()


class TopGoalsStep(TicksStep):
    """The goals that would decide between two good offers; with three, no other can be ticked."""

    def __init__(
        self, context: GuiContext, plan: Plan, step: Step, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, plan, step, parent)
        self._most = catalogue().instrument.goals.chosen
        for one in catalogue().instrument.goals.questions:
            is_chosen = (AnswerPart.TOP_GOAL, one.goal.value) in plan.answers
            name = choice_words(one.goal)
            self.add_tick(one.goal.value, name, one.high_end, is_ticked=is_chosen)
        self._count = label("", "second")
        self.column.addWidget(self._count)
        self.changed.connect(self._limit)
        self._limit()

    @property
    def instruction(self) -> str:
        """What is to be chosen."""
        return catalogue().instrument.goals.then

    @property
    def keys(self) -> str:
        """Which keys choose."""
        return self.tr("Space chooses · ↑ ↓ go from one to the next · Enter next")

    @Slot()
    def _limit(self) -> None:
        chosen = [Goal(item) for item, box in self.boxes.items() if box.isChecked()]
        for box in self.boxes.values():
            box.setEnabled(box.isChecked() or len(chosen) < self._most)
        self._count.setText(
            self.tr("{count} of {most} chosen").format(count=len(chosen), most=self._most)
        )


class RolesStep(TicksStep):
    """Roles of interest, found by typing; none at all is an answer, too."""

    def __init__(
        self, context: GuiContext, plan: Plan, step: Step, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, plan, step, parent)
        self._filter = FilterLine()
        self._filter.setPlaceholderText(self.tr("Find a role"))
        self._filter.setAccessibleName(self.tr("Find a role"))
        self._filter.setClearButtonEnabled(True)
        self.column.addWidget(self._filter)
        self._found: list[str] = []
        for role in roles.role_profiles(context.desk):
            known = catalogue().role(role.id)
            is_chosen = (AnswerPart.ROLE, role.id) in plan.answers
            note = known.summary if known else self.tr("A role of your own")
            self.add_tick(role.id, role.title, note, is_ticked=is_chosen)
        self._usual = list(self.boxes)
        self._filter.textChanged.connect(self._find)

    @property
    def instruction(self) -> str:
        """What is to be chosen, and what for."""
        return self.tr(
            "Which roles interest you? The skills they need are asked first. You may choose none: "
            "then only groups you know are asked about."
        )

    @property
    def keys(self) -> str:
        """Which keys find and choose."""
        return self.tr("Enter chooses what was found · ↓ to the list · Space chooses · Enter next")

    def take_focus(self) -> None:
        """Begin with the search."""
        self._filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Return the search and the boxes."""
        return [self._filter, *super().stops()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead from the search to what was found: with Down, or with Enter, which ticks it."""
        keys = Qt.Key
        is_enter = event.key() in (keys.Key_Return, keys.Key_Enter)
        if self._filter.hasFocus() and event.key() == keys.Key_Down:
            self._go_to_first()
        elif self._filter.hasFocus() and is_enter and self._filter.text().strip():
            if self._found:
                self.boxes[self._found[0]].setChecked(True)
                self._go_to_first()
        elif event.key() == keys.Key_Up and self._is_on_first():
            self.take_focus()
        else:
            super().keyPressEvent(event)

    def _is_on_first(self) -> bool:
        return any(one.hasFocus() for one in self.offered()[:1])

    def _go_to_first(self) -> None:
        boxes = self.offered()
        if boxes:
            boxes[0].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def _find(self, text: str) -> None:
        is_typed = bool(text.strip())
        found = roles.find_roles(self.context.desk, text) if is_typed else []
        self._found = [one.id for one in found]
        self.show_only(self._found if is_typed else self._usual)
        for one, other in pairwise(self.stops()):
            QWidget.setTabOrder(one, other)
