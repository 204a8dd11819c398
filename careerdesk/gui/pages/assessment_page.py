"""Assessment: where do I stand? A structured self-report, its results, and taking it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from careerdesk.gui.assessment.overview import Overview
from careerdesk.gui.assessment.questions import Questions
from careerdesk.gui.pages.page import Page
from careerdesk.services import assessment
from careerdesk.services.assessment_finish import Finished

if TYPE_CHECKING:
    from careerdesk.domain.assessment import Attempt
    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext


class AssessmentPage(Page):
    """The overview, or one step of the questions."""

    shows = frozenset(
        {"attempt", "answer", "skill", "rating", "role", "role_skill", "target", "evidence"}
    )

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._is_busy = False  # with a change of its own
        self._primary = QAction(self)
        self._overview = Overview(context)
        self._questions = Questions(context)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._stack.addWidget(self._overview)
        self._stack.addWidget(self._questions)
        self._primary.triggered.connect(self._begin)
        self._overview.opened.connect(self._open_page)
        self._overview.discarded.connect(self._discard)
        self._questions.paused.connect(self._show_overview)
        self._questions.finished.connect(self._on_finished)
        self.refresh()

    @property
    def primary(self) -> QAction:
        """Start, resume or take it again; not offered while it is taken."""
        return self._primary

    @property
    def is_asking(self) -> bool:
        """Whether a step of the questions is in front."""
        return self._stack.currentWidget() is self._questions

    @property
    def questions(self) -> Questions:
        """The questions, in front or not."""
        return self._questions

    @property
    def overview(self) -> Overview:
        """The overview, in front or not."""
        return self._overview

    def refresh(self, touched: Touched | None = None) -> None:
        """Show what is stored now; what is being answered stays."""
        if self._is_busy or self._questions.is_storing:
            return
        attempts = assessment.attempts(self._context.desk)
        if self.is_asking:
            asked = self._questions.attempt
            now = next((one for one in attempts if asked and one.id == asked.id), None)
            if now is not None and now.finished is None:
                self._questions.refresh(now, touched)
            else:
                self._leave_questions()
        self._overview.show_attempts(attempts)
        self._tell_primary(attempts)

    def take_focus(self) -> None:
        """Begin with the question in front, or with the page itself."""
        if self.is_asking:
            self._questions.take_focus()
        else:
            super().take_focus()

    def leave(self) -> bool:
        """Store what was answered on the step in front."""
        if not self.is_asking:
            return True
        return self._questions.store()

    def prepare_replay(self) -> None:
        """Store the answers given on the step in front, so that undo takes back just those."""
        if self.is_asking:
            self._questions.store_answers()

    def do(self, command: str) -> None:
        """Begin or go on; "again" begins anew even if the last one is not old."""
        assert command == "start", "there is one thing to ask for"
        if not self.is_asking and self._primary.isEnabled():
            self._begin()
        else:
            self.take_focus()

    @Slot()
    def _begin(self) -> None:
        with self._context.errors.reported():
            self._is_busy = True
            try:
                attempt = assessment.start(self._context.desk, self._context.today())
            finally:
                self._is_busy = False
            self._questions.begin(attempt)
            self._stack.setCurrentWidget(self._questions)
            self._tell_primary([attempt])
            self._questions.take_focus()

    @Slot()
    def _show_overview(self) -> None:
        self._leave_questions()
        self.refresh()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_finished(self, what: Finished) -> None:
        self._overview.forget_choice()
        self._show_overview()
        if what is Finished.RATED:
            words = self.tr("The assessment is finished and the skills are rated.")
        elif what is Finished.UNRATED:
            words = self.tr("The assessment is finished. No skill was answered, so none was rated.")
        else:
            words = self.tr(
                "The assessment is finished. Nothing was answered, so nothing was rated."
            )
        self._context.commands.say_done(words)

    @Slot(object)
    def _discard(self, attempt: Attempt) -> None:
        with self._context.errors.reported():
            assessment.discard(self._context.desk, attempt)
            self._context.commands.say_done(self.tr("The assessment is deleted."))

    @Slot(str)
    def _open_page(self, key: str) -> None:
        self._context.navigator.open_page(key)

    def _leave_questions(self) -> None:
        self._questions.forget()
        self._stack.setCurrentWidget(self._overview)

    def _tell_primary(self, attempts: list[Attempt]) -> None:
        if any(one.finished is None for one in attempts):
            words = self.tr("Resume")
        else:
            words = self.tr("Take it again") if attempts else self.tr("Start")
        self._primary.setText(words)
        self._primary.setEnabled(not self._context.desk.is_read_only)
        self._primary.setVisible(not self.is_asking)
