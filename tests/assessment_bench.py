"""The page of the assessment, gone through step by step, for the tests of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from careerdesk.analysis.assessment_steps import StepKind
from careerdesk.gui.assessment.choice_steps import TicksStep
from careerdesk.gui.assessment.rating_step import RatingStep
from careerdesk.gui.assessment.words_step import WordsStep
from careerdesk.gui.pages.assessment_page import AssessmentPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdesk.gui.assessment.questions import Questions
    from careerdesk.gui.main_window import MainWindow


def page_of(window: MainWindow) -> AssessmentPage:
    """Show the page."""
    window.navigator.open_page("assessment")
    page = window.navigator.page("assessment")
    assert isinstance(page, AssessmentPage)
    return page


def steps_of_assessment(window: MainWindow) -> Iterator[AssessmentPage]:
    """Show one step of each kind, in part answered; skills get levels far from the earlier ones."""
    page = page_of(window)
    page.do("start")
    seen: set[StepKind] = set()
    while True:
        step = page.questions.step
        assert step is not None
        answer(page.questions)
        if step.kind not in seen:
            settle()
            yield page
        seen.add(step.kind)
        if step.kind is StepKind.END:
            return
        page.questions.go_on()


def settle() -> None:
    """Let what is shown anew be laid out, and then what it lies in."""
    for _ in range(10):
        QApplication.processEvents()


def answer(questions: Questions, level: int = 1) -> None:
    """Answer the step in front: all rows alike, the first two boxes ticked."""
    view = questions.view
    assert view is not None
    if isinstance(view, RatingStep):
        for row in view.rows:
            row.choose(2 if view.step.kind is StepKind.GATES else level)
    elif isinstance(view, TicksStep):
        for box in list(view.boxes.values())[:2]:
            box.setChecked(True)


def go_to(questions: Questions, kind: StepKind) -> None:
    """Go on, without an answer, to the first step of a kind."""
    while questions.step is None or questions.step.kind is not kind:
        assert not isinstance(questions.view, WordsStep) or kind is StepKind.END
        questions.go_on()
