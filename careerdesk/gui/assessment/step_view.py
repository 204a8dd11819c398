"""What one step of the assessment looks like: what all of them have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from careerdesk.analysis.assessment_steps import Step
    from careerdesk.domain.assessment import Answer
    from careerdesk.gui.context import GuiContext
    from careerdesk.services.assessment import Also
    from careerdesk.services.assessment_plan import Plan


class StepView(QWidget):
    """One step; ``finished`` says that the user goes on, with Enter for example.

    ``ended`` says that the cursor has come to the end of the step, ``changed`` that something was
    answered.
    """

    finished = Signal()
    ended = Signal()
    changed = Signal()

    def __init__(
        self, context: GuiContext, plan: Plan, step: Step, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.plan = plan
        self.step = step

    def card(self) -> QVBoxLayout:
        """Lay a card at the top of the step, and return the column inside."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        frame = QFrame()
        frame.setProperty("role", "card")
        column.addWidget(frame, 0, Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(18, 14, 18, 16)
        return inside

    @property
    def instruction(self) -> str:
        """The sentence above the step."""
        return ""

    @property
    def is_filling(self) -> bool:
        """Whether the step takes all the height there is, and scrolls by itself."""
        return False

    @property
    def keys(self) -> str:
        """Which keys answer, in one line; empty if there are none of its own."""
        return ""

    def answers(self) -> list[Answer]:
        """Return what was answered."""
        return []

    def values(self) -> dict[str, Any]:
        """Return fields of the attempt that were answered here."""
        return {}

    def also(self) -> Also | None:
        """Return what stores, within the same change, what is no answer; None for nothing."""
        return None

    def note_stored(self) -> None:
        """Hear that all of it is stored."""

    @property
    def is_outdated(self) -> bool:
        """Whether the step has to be made anew when something else changes the desk."""
        return False

    def is_sound(self) -> bool:
        """Say whether all that was typed can be stored; else it says beside it why not."""
        return True

    def take_focus(self) -> None:
        """Put the cursor where the step begins."""
        raise AssertionError("a step knows where it begins")

    def stops(self) -> list[QWidget]:
        """Return what Tab comes to, in order."""
        raise AssertionError("a step knows where Tab leads")
