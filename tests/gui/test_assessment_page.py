"""The page "Assessment": taken with the keyboard, paused, gone on with, finished and compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from assessment_bench import answer, go_to, page_of, settle, steps_of_assessment
from gui_bench import button
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QLineEdit

from careerdesk.analysis.assessment_steps import StepKind
from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import Answer, AnswerPart, AnswerState, Attempt, Route
from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.gui.assessment.answer_row import Said
from careerdesk.gui.assessment.changes_step import ChangesStep
from careerdesk.gui.assessment.choice_steps import RolesStep, TopGoalsStep
from careerdesk.gui.assessment.evidence_step import EvidenceStep
from careerdesk.gui.assessment.practical_step import PracticalStep
from careerdesk.gui.assessment.rating_step import RatingStep
from careerdesk.gui.fields.date_fields import DayField
from careerdesk.gui.settings import TextSize
from careerdesk.gui.words import choice_words
from careerdesk.services import assessment, history, roles, skills
from careerdesk.services.assessment_finish import finish
from careerdesk.services.assessment_plan import plan

if TYPE_CHECKING:
    from pathlib import Path

    from gui_bench import Bench
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from careerdesk.gui.assessment.questions import Questions
    from careerdesk.gui.pages.assessment_page import AssessmentPage
    from careerdesk.storage.desk import Desk

KEYS = Qt.Key


def desk_of(bench: Bench) -> Desk:
    assert bench.session.desk is not None
    return bench.session.desk


def press(qtbot: QtBot, *keys: Qt.Key | str) -> None:
    """Press keys one after the other, each where the cursor is then."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None, "the keyboard leads nowhere"
        if isinstance(key, str):
            qtbot.keyClicks(focus, key)
        else:
            qtbot.keyClick(focus, key)


def tab_to(qtbot: QtBot, text: str) -> None:
    """Press Tab until the cursor is on a button of this name."""
    for _ in range(200):
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and text in (focus.text(), focus.accessibleName()):
            return
        press(qtbot, KEYS.Key_Tab)
    raise AssertionError(f"Tab does not come to {text}")


def begun(bench: Bench) -> AssessmentPage:
    """Show the page with the first step in front."""
    bench.window.activateWindow()
    page = page_of(bench.window)
    page.do("start")
    return page


def rows_of(questions: Questions) -> RatingStep:
    view = questions.view
    assert isinstance(view, RatingStep)
    return view


def said(bench: Bench) -> dict[tuple[AnswerPart, str], Answer]:
    (attempt,) = desk_of(bench).all(Attempt)
    return assessment.answers_of(desk_of(bench), attempt)


def words_on(widget: QWidget) -> str:
    settle()
    labels = widget.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisibleTo(widget))


def test_that_all_of_it_can_be_taken_with_the_keyboard_alone(qtbot: QtBot, opened: Bench) -> None:
    opened.window.activateWindow()
    press(qtbot, KEYS.Key_Escape)
    qtbot.keyClick(opened.window, KEYS.Key_2, Qt.KeyboardModifier.ControlModifier)
    tab_to(qtbot, "Start")
    press(qtbot, KEYS.Key_Return)
    page = page_of(opened.window)
    assert page.is_asking
    questions = page.questions
    seen = []
    while page.is_asking:
        step = questions.step
        assert step is not None
        seen.append(step.kind)
        match step.kind:
            case StepKind.TOP_GOALS:
                press(qtbot, KEYS.Key_Space, KEYS.Key_Down, KEYS.Key_Space, KEYS.Key_Return)
            case StepKind.PRACTICAL:
                press(qtbot, "4", KEYS.Key_Tab, "2030-06-30", KEYS.Key_Tab, "60000", KEYS.Key_Tab)
                press(qtbot, KEYS.Key_Up, KEYS.Key_Return)
            case StepKind.ROLES:
                press(qtbot, "ai product manager", KEYS.Key_Tab, KEYS.Key_Space, KEYS.Key_Return)
            case StepKind.EVIDENCE:
                press(qtbot, "Built it alone. Forty people used it.")
                tab_to(qtbot, "Next")
                press(qtbot, KEYS.Key_Return)
            case StepKind.END:
                press(qtbot, KEYS.Key_Return)
            case _:
                press(qtbot, *["3"] * (len(step.items) - 2), "n", "r", KEYS.Key_Return)
    assert seen[0] is StepKind.INTERESTS
    assert {StepKind.GOALS, StepKind.GATES, StepKind.SKILLS, StepKind.REPEATS} <= set(seen)
    (attempt,) = desk_of(opened).all(Attempt)
    assert attempt.finished == opened.clock.today()
    assert (attempt.hours_per_week, attempt.pay_floor_minor) == (4, 60000_00)
    assert attempt.ready_by == date(2030, 6, 30)
    assert attempt.route is Route.FREELANCE
    answers = said(opened)
    assert sum(part is AnswerPart.INTEREST for part, _ in answers) == 36
    assert {item for part, item in answers if part is AnswerPart.TOP_GOAL} == {"autonomy", "impact"}
    assert [item for part, item in answers if part is AnswerPart.ROLE] == ["ai_product_manager"]
    rated = [one.level for one in desk_of(opened).all(Rating)]
    assert set(rated) == {Level.INDEPENDENT, None}
    (piece,) = desk_of(opened).all(Evidence)
    assert (piece.title, piece.tier) == ("In my own words", EvidenceTier.DESCRIBED)
    assert all(
        one.milliseconds is not None for one in answers.values() if one.part is AnswerPart.GOAL
    )
    assert "finished" in opened.messages()[-1]


def test_that_before_it_is_taken_it_says_what_it_is_and_what_not(opened: Bench) -> None:
    page = page_of(opened.window)
    words = words_on(page)
    assert "not a validated test" in words
    assert all(one in words for one in catalogue().instrument.disclosures)
    assert catalogue().instrument.purpose in words
    assert page.primary.text() == "Start"
    assert desk_of(opened).all(Attempt) == []


def test_that_digits_answer_and_go_on_and_n_and_r_are_answers_of_their_own(
    qtbot: QtBot, opened: Bench
) -> None:
    page = begun(opened)
    press(qtbot, "0", "n", "r", "4")
    page.store()
    answers = said(opened)
    assert [
        (answers[AnswerPart.INTEREST, item].state, answers[AnswerPart.INTEREST, item].value)
        for item in ("R1", "I1", "A1", "S1")
    ] == [
        (AnswerState.GIVEN, 0),
        (AnswerState.NOT_SURE, None),
        (AnswerState.DECLINED, None),
        (AnswerState.GIVEN, 4),
    ]
    assert (AnswerPart.INTEREST, "E1") not in answers
    assert history.changes(desk_of(opened))[0].title == "Answer interests 1 of 6"


def test_that_arrows_choose_within_a_row_and_lead_to_the_next(qtbot: QtBot, opened: Bench) -> None:
    view = rows_of(begun(opened).questions)
    row, declined = view.rows[0], Said(AnswerState.DECLINED)
    press(qtbot, KEYS.Key_Right, KEYS.Key_Right, KEYS.Key_Left, KEYS.Key_Left, KEYS.Key_Left)
    assert row.said == Said(AnswerState.GIVEN, 0)
    press(qtbot, *[KEYS.Key_Right] * 9)
    assert row.said == declined
    press(qtbot, KEYS.Key_Down, KEYS.Key_Space, KEYS.Key_Up, KEYS.Key_Up, "7", "x")
    assert view.rows[1].said == (AnswerState.GIVEN, 0)
    assert row.said == declined


def test_that_behind_the_last_row_waits_the_way_on(qtbot: QtBot, opened: Bench) -> None:
    page = begun(opened)
    press(qtbot, *"333333")
    assert QApplication.focusWidget() is button(page, "Next")
    press(qtbot, KEYS.Key_Space)
    assert page.questions.step is not None
    assert page.questions.step.number == 2


def test_that_on_every_step_tab_leads_to_the_way_on_and_a_line_tells_the_keys(
    qtbot: QtBot, opened: Bench
) -> None:
    page = begun(opened)
    seen = set()
    while (kind := kind_of(page)) is not StepKind.END:
        answer(page.questions, 4)
        if kind not in seen:
            seen.add(kind)
            settle()
            page.questions.take_focus()
            assert tab_within(qtbot, page), kind
            assert page.questions.view is not None
            assert page.questions.view.keys, kind
        page.questions.go_on()
    assert page.questions.view is not None
    assert page.questions.view.keys
    assert {StepKind.PRACTICAL, StepKind.MORE, StepKind.EVIDENCE} <= seen


def tab_within(qtbot: QtBot, page: AssessmentPage) -> bool:
    """Press Tab up to Next; say whether all it stops at are seen and part of the questions."""
    focus = QApplication.focusWidget()
    while focus is not button(page, "Next"):
        if focus is None or not focus.isVisible() or not page.questions.isAncestorOf(focus):
            return False
        qtbot.keyClick(focus, KEYS.Key_Tab)
        focus = QApplication.focusWidget()
    return True


def test_that_control_and_enter_go_on_from_a_text(qtbot: QtBot, opened: Bench) -> None:
    page = begun(opened)
    while kind_of(page) is not StepKind.EVIDENCE:
        answer(page.questions, 4)
        page.questions.go_on()
    press(qtbot, "Led it", KEYS.Key_Return)
    assert kind_of(page) is StepKind.EVIDENCE
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert kind_of(page) is StepKind.END
    (piece,) = desk_of(opened).all(Evidence)
    assert piece.note == "Led it"


def test_that_a_half_sentence_outlives_escape_and_another_start_and_can_be_finished(
    qtbot: QtBot, opened: Bench
) -> None:
    path = desk_of(opened).path
    page = begun(opened)
    while kind_of(page) is not StepKind.EVIDENCE:
        answer(page.questions, 4)
        page.questions.go_on()
    press(qtbot, "Led it", KEYS.Key_Escape)
    assert not page.is_asking
    opened.session.close()
    assert opened.session.open(path)
    opened.window.activateWindow()
    page = page_of(opened.window)
    page.do("start")
    view = page.questions.view
    assert isinstance(view, EvidenceStep)
    assert [field.value() for field in view.fields.values()] == ["Led it", *[""] * 7]
    press(qtbot, " well. Nobody left.")
    opened.add_skill("Juggling")
    page.questions.go_on()
    (piece,) = desk_of(opened).all(Evidence)
    assert (piece.note, piece.tier) == ("Led it well. Nobody left.", EvidenceTier.DESCRIBED)
    page.questions.go_back()
    view = page.questions.view
    assert isinstance(view, EvidenceStep)
    next(iter(view.fields.values())).fill("")
    page.questions.go_on()
    assert desk_of(opened).all(Evidence) == []


def test_that_going_back_shows_the_step_before_with_its_answers(
    qtbot: QtBot, opened: Bench
) -> None:
    page = begun(opened)
    press(qtbot, "3", KEYS.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, KEYS.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.questions.step is not None
    assert page.questions.step.number == 1
    assert rows_of(page.questions).rows[0].said == (AnswerState.GIVEN, 3)
    assert not button(page, "Back").isEnabled()


def test_that_before_the_first_step_lies_the_page_one_came_from(
    qtbot: QtBot, opened: Bench
) -> None:
    page = begun(opened)
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, KEYS.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert not page.isVisible()


def test_that_it_is_paused_and_gone_on_with_after_another_start(
    qtbot: QtBot, opened: Bench
) -> None:
    path = desk_of(opened).path
    page = begun(opened)
    press(qtbot, "3", KEYS.Key_Return, "1", KEYS.Key_Escape)
    assert not page.is_asking
    assert page.primary.text() == "Resume"
    assert "min left" in words_on(page.overview.pause)
    opened.session.close()
    opened.now += timedelta(days=30)
    assert opened.session.open(path)
    page = page_of(opened.window)
    page.primary.trigger()
    assert page.questions.step is not None
    assert page.questions.step.number == 2
    assert rows_of(page.questions).rows[0].said == (AnswerState.GIVEN, 1)
    assert len(desk_of(opened).all(Attempt)) == 1


@pytest.mark.parametrize("way", ["another page", "closing", "storing"])
def test_that_nothing_is_lost_however_a_step_is_left(qtbot: QtBot, opened: Bench, way: str) -> None:
    path = desk_of(opened).path
    begun(opened)
    press(qtbot, "3", "2")
    if way == "another page":
        opened.window.navigator.open_page("home")
    elif way == "closing":
        opened.window.close()
        opened.session.close()
        assert opened.session.open(path)
    else:
        qtbot.keyClick(opened.window, KEYS.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert len(said(opened)) == 2


def test_that_coming_back_to_the_page_shows_the_step_that_was_in_front(
    qtbot: QtBot, opened: Bench
) -> None:
    page = begun(opened)
    press(qtbot, "3")
    opened.window.navigator.open_page("home")
    opened.window.navigator.open_page("assessment")
    assert page.is_asking
    press(qtbot, "1")
    assert rows_of(page.questions).rows[1].said == (AnswerState.GIVEN, 1)


def test_that_undo_takes_the_last_step_back_and_shows_it(qtbot: QtBot, opened: Bench) -> None:
    page = begun(opened)
    press(qtbot, "3", KEYS.Key_Return)
    history.undo(desk_of(opened))
    assert page.questions.step is not None
    assert page.questions.step.number == 1
    assert rows_of(page.questions).rows[0].said is None
    history.undo(desk_of(opened))
    assert not page.is_asking
    assert page.primary.text() == "Start"


def press_history(qtbot: QtBot, bench: Bench, *, is_redo: bool = False) -> None:
    """Press the keys of Undo or Redo."""
    keys = KEYS.Key_Y if is_redo else KEYS.Key_Z
    qtbot.keyClick(bench.window, keys, Qt.KeyboardModifier.ControlModifier)


def test_that_undo_takes_back_just_the_answers_in_front_and_redo_brings_them_again(
    qtbot: QtBot, opened: Bench
) -> None:
    page = begun(opened)
    press(qtbot, "3", "2")
    press_history(qtbot, opened)
    assert page.is_asking, "the start of the assessment is not what was taken back"
    view = rows_of(page.questions)
    assert view.rows[0].said is None
    assert view.rows[0].first_stop().hasFocus()
    press_history(qtbot, opened, is_redo=True)
    view = rows_of(page.questions)
    assert [row.said for row in view.rows[:2]] == [(AnswerState.GIVEN, 3), (AnswerState.GIVEN, 2)]
    assert view.rows[2].first_stop().hasFocus()


def test_that_undo_on_a_later_page_leaves_the_page_before_alone(
    qtbot: QtBot, opened: Bench
) -> None:
    page = begun(opened)
    press(qtbot, *"333333", KEYS.Key_Return, "1")
    press_history(qtbot, opened)
    assert page.questions.step is not None
    assert page.questions.step.number == 2
    assert {answer.value for answer in said(opened).values()} == {3}
    press_history(qtbot, opened)
    assert page.questions.step.number == 1
    assert said(opened) == {}
    press_history(qtbot, opened, is_redo=True)
    assert page.questions.step.number == 1, "the page whose answers came back is in front"
    assert rows_of(page.questions).rows[5].said == (AnswerState.GIVEN, 3)


def test_that_undo_with_nothing_answered_in_front_stores_no_change(
    qtbot: QtBot, opened: Bench
) -> None:
    page = begun(opened)
    press(qtbot, "3", KEYS.Key_Return)
    for is_redo in (False, True, False, True):
        press_history(qtbot, opened, is_redo=is_redo)
    assert rows_of(page.questions).rows[0].said == (AnswerState.GIVEN, 3)
    assert len(history.changes(desk_of(opened))) == 2


def test_that_what_is_not_stored_yet_outlives_a_change_elsewhere(
    qtbot: QtBot, opened: Bench
) -> None:
    page = begun(opened)
    press(qtbot, "3")
    opened.add_skill("Juggling")
    assert rows_of(page.questions).rows[0].said == (AnswerState.GIVEN, 3)


def test_that_hours_out_of_range_are_told_beside_their_field_and_keep_the_page(
    qtbot: QtBot, opened: Bench
) -> None:
    page = begun(opened)
    go_to(page.questions, StepKind.PRACTICAL)
    press(qtbot, "41")
    page.questions.go_on()
    view = page.questions.view
    assert isinstance(view, PracticalStep)
    assert "between 0 and 40" in words_on(view)
    opened.window.navigator.open_page("home")
    assert page.isVisible()
    press(qtbot, KEYS.Key_Backspace, KEYS.Key_Backspace, "4")
    page.questions.go_on()
    assert not isinstance(page.questions.view, PracticalStep)


def at_circumstances(bench: Bench) -> tuple[AssessmentPage, PracticalStep]:
    page = begun(bench)
    go_to(page.questions, StepKind.PRACTICAL)
    view = page.questions.view
    assert isinstance(view, PracticalStep)
    return page, view


def test_that_a_day_gone_by_is_refused_beside_its_field_and_the_example_lies_ahead(
    qtbot: QtBot, opened: Bench
) -> None:
    page, view = at_circumstances(opened)
    field = view.fields["ready_by"]
    assert isinstance(field, DayField)
    field.fill_typed(field.line.placeholderText())
    assert field.value() > opened.clock.today()
    field.line.clear()
    field.line.setFocus()
    press(qtbot, "2001-06-30", KEYS.Key_Return)
    assert kind_of(page) is StepKind.PRACTICAL
    assert "must not lie in the past" in words_on(field)
    press(qtbot, *[KEYS.Key_Backspace] * 10, "2099-06-30", KEYS.Key_Return)
    assert kind_of(page) is not StepKind.PRACTICAL


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("hours_per_week", "“Hours a week” must be"),
        ("ready_by", "“Day to be ready by” "),
        ("pay_floor_minor", "“Lowest pay” must be"),
    ],
)
def test_that_a_wrong_entry_is_told_by_a_short_name_and_escape_keeps_it(
    qtbot: QtBot, opened: Bench, name: str, told: str
) -> None:
    page, view = at_circumstances(opened)
    field = view.fields[name]
    field.setFocus()
    press(qtbot, "soon enough", KEYS.Key_Escape)
    assert kind_of(page) is StepKind.PRACTICAL
    assert told in words_on(field)
    assert field.text() == "soon enough"


def test_that_escape_keeps_the_hours_that_were_typed(qtbot: QtBot, opened: Bench) -> None:
    page, view = at_circumstances(opened)
    assert "forecast" not in words_on(view)
    press(qtbot, "4", KEYS.Key_Escape)
    assert not page.is_asking
    (attempt,) = desk_of(opened).all(Attempt)
    assert attempt.hours_per_week == 4


def test_that_a_day_stored_while_it_lay_ahead_does_not_hold_one_up_later(opened: Bench) -> None:
    page, view = at_circumstances(opened)
    view.fields["ready_by"].fill_typed("tomorrow")
    page.questions.pause()
    opened.now += timedelta(days=30)
    page.do("start")
    page.questions.go_on()
    assert kind_of(page) is not StepKind.PRACTICAL


def test_that_a_wrong_entry_leaves_its_field_as_high_and_is_told_in_one_line(
    qtbot: QtBot, opened: Bench
) -> None:
    page, view = at_circumstances(opened)
    settle()
    field = view.fields["hours_per_week"]
    (line,) = field.stops()
    before = line.size()
    press(qtbot, "41", KEYS.Key_Return)
    settle()
    assert line.size() == before
    (told,) = (one for one in field.findChildren(QLabel) if "between 0" in one.text())
    assert told.height() < 2 * told.fontMetrics().lineSpacing()
    assert cut_words(page) == []


def test_that_no_more_than_three_goals_decide(opened: Bench) -> None:
    page = begun(opened)
    go_to(page.questions, StepKind.TOP_GOALS)
    view = page.questions.view
    assert isinstance(view, TopGoalsStep)
    boxes = list(view.boxes.values())
    for box in boxes[:3]:
        box.setChecked(True)
    assert not boxes[3].isEnabled()
    assert "3 of 3 chosen" in words_on(view)
    boxes[0].setChecked(False)
    assert boxes[3].isEnabled()


def test_that_with_three_goals_chosen_the_cursor_stays_among_them(
    qtbot: QtBot, opened: Bench
) -> None:
    page = begun(opened)
    go_to(page.questions, StepKind.TOP_GOALS)
    view = page.questions.view
    assert isinstance(view, TopGoalsStep)
    boxes = list(view.boxes.values())
    down, space = KEYS.Key_Down, KEYS.Key_Space
    press(qtbot, space, down, space, down, space, down)
    assert boxes[2].hasFocus()
    press(qtbot, space)
    assert [box.isChecked() for box in boxes[:3]] == [True, True, False]
    assert kind_of(page) is StepKind.TOP_GOALS
    press(qtbot, down)
    assert boxes[3].hasFocus()


def test_that_roles_of_interest_are_asked_for_only_without_a_target(opened: Bench) -> None:
    kinds = [page.questions.step.kind for page in steps_of_assessment(opened.window)]  # type: ignore[union-attr]
    assert StepKind.ROLES in kinds
    roles.target_role(desk_of(opened), "data_scientist", opened.clock.today())
    (attempt,) = desk_of(opened).all(Attempt)
    assessment.discard(desk_of(opened), attempt)
    kinds = [page.questions.step.kind for page in steps_of_assessment(opened.window)]  # type: ignore[union-attr]
    assert StepKind.ROLES not in kinds


def test_that_a_role_is_found_by_typing_and_a_chosen_one_stays_in_sight(
    qtbot: QtBot, opened: Bench
) -> None:
    page = begun(opened)
    go_to(page.questions, StepKind.ROLES)
    view = page.questions.view
    assert isinstance(view, RolesStep)
    view.boxes["data_scientist"].setChecked(True)
    press(qtbot, "product manager")
    shown = {item for item, box in view.boxes.items() if box.isVisibleTo(view)}
    assert {"data_scientist", "ai_product_manager"} <= shown
    assert "ml_engineer" not in shown
    press(qtbot, KEYS.Key_Escape)
    assert all(box.isVisibleTo(view) for box in view.boxes.values())


def at_roles(bench: Bench) -> tuple[AssessmentPage, RolesStep]:
    page = begun(bench)
    go_to(page.questions, StepKind.ROLES)
    view = page.questions.view
    assert isinstance(view, RolesStep)
    return page, view


def test_that_down_leads_from_the_search_into_the_list_and_up_leads_back(
    qtbot: QtBot, opened: Bench
) -> None:
    page, view = at_roles(opened)
    press(qtbot, "AI product man", KEYS.Key_Down, KEYS.Key_Space)
    assert view.boxes["ai_product_manager"].hasFocus()
    assert [answer.item for answer in view.answers()] == ["ai_product_manager"]
    press(qtbot, KEYS.Key_Up)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    press(qtbot, KEYS.Key_Down, KEYS.Key_Return)
    assert kind_of(page) is StepKind.GATES


def test_that_enter_in_the_search_ticks_the_first_role_found_and_goes_on_from_there(
    qtbot: QtBot, opened: Bench
) -> None:
    page, view = at_roles(opened)
    press(qtbot, "nothing of the kind", KEYS.Key_Return)
    assert kind_of(page) is StepKind.ROLES
    press(qtbot, KEYS.Key_Escape, "AI product man", KEYS.Key_Return)
    assert kind_of(page) is StepKind.ROLES
    assert view.boxes["ai_product_manager"].hasFocus()
    press(qtbot, KEYS.Key_Return)
    assert kind_of(page) is StepKind.GATES
    assert [item for part, item in said(opened) if part is AnswerPart.ROLE] == [
        "ai_product_manager"
    ]


def test_that_enter_goes_on_from_a_search_for_nothing(qtbot: QtBot, opened: Bench) -> None:
    page, _ = at_roles(opened)
    press(qtbot, KEYS.Key_Return)
    assert kind_of(page) is StepKind.GATES


def test_that_levels_are_shown_with_what_they_mean_in_the_group(
    qtbot: QtBot, opened: Bench
) -> None:
    page = begun(opened)
    go_to(page.questions, StepKind.GATES)
    group = catalogue().groups[0]
    words = words_on(page.questions)
    assert all(anchor in words for anchor in group.anchors.values())
    assert all(one.anchor in words for one in catalogue().instrument.levels.texts)
    press(qtbot, KEYS.Key_Down)
    assert catalogue().groups[1].anchors[Level.LEADING] in words_on(page.questions)


def test_that_a_click_on_what_a_level_means_chooses_it(qtbot: QtBot, opened: Bench) -> None:
    page = begun(opened)
    go_to(page.questions, StepKind.GATES)
    view = rows_of(page.questions)
    words = catalogue().groups[0].anchors[Level.ADVANCED]
    QApplication.processEvents()
    (anchor,) = (one for one in view.findChildren(QLabel) if one.text() == words)
    qtbot.mouseClick(anchor, Qt.MouseButton.LeftButton)
    assert view.rows[0].said == (AnswerState.GIVEN, 4)


def test_that_a_group_rated_0_closes_its_skills(opened: Bench) -> None:
    page = begun(opened)
    roles.target_role(desk_of(opened), "ai_product_manager", opened.clock.today())
    go_to(page.questions, StepKind.GATES)
    while page.questions.step is not None and page.questions.step.kind is StepKind.GATES:
        for row in rows_of(page.questions).rows:
            row.choose(0)
        page.questions.go_on()
    assert page.questions.step is not None
    assert page.questions.step.kind is StepKind.END
    assert "Level 0, from your answer about the group" in words_on(page.questions)
    page.questions.go_on()
    rated = desk_of(opened).all(Rating)
    assert {one.level for one in rated} == {Level.NONE}
    assert f"Level 0, from your answer about the group: {len(rated)} of these." in words_on(
        page.overview.skills
    )


def test_that_the_end_names_the_skills_that_a_group_rated_0_takes_down(opened: Bench) -> None:
    desk, day = desk_of(opened), opened.clock.today() - timedelta(days=200)
    for known in catalogue().skills_of("data")[:6]:
        own = replace(Skill.new(known.name), catalogue_key=known.id)
        skills.add_skill(desk, own, on=day, level=Level.INDEPENDENT)
    page = begun(opened)
    attempt = page.questions.attempt
    assert attempt is not None
    given = [
        Answer.new(attempt.id, AnswerPart.GATE, "data", 0),
        Answer.new(attempt.id, AnswerPart.SKILL, "python", 3),
        Answer.new(attempt.id, AnswerPart.SKILL, "nlp", None),
    ]
    assessment.store_step(desk, attempt, "A", [], given, place="end-1")
    words = words_on(page.questions)
    assert "Finishing rates 7 skills as of today." in words
    assert "Level 0, from your answer about the group: 6 of these." in words
    assert "never counts as 0: 1 skill." in words
    named = next(one for one in words.splitlines() if "Down to 0 from a higher level: " in one)
    assert named.count(", ") == 4
    assert named.endswith(" and 1 more.")
    page.questions.go_on()
    assert len(desk.all(Rating, on=opened.clock.today())) == 8
    assert "7\nskills rated" in words_on(page.overview.skills)


def test_that_the_earlier_level_is_shown_only_after_the_new_one(
    qtbot: QtBot, opened: Bench
) -> None:
    desk = desk_of(opened)
    today = opened.clock.today()
    roles.target_role(desk, "ai_product_manager", today)
    first = roles.role_profile(desk, "ai_product_manager").requirements
    known = max(first, key=lambda one: (one.weight, one.level)).skill
    name = catalogue().skill(known).name  # type: ignore[union-attr]
    own = replace(Skill.new(name), catalogue_key=known)
    skills.add_skill(desk, own, on=today - timedelta(days=200), level=Level.LEADING)
    page = begun(opened)
    go_to(page.questions, StepKind.SKILLS)
    view = rows_of(page.questions)
    row = next(one for one in view.rows if one.asked.item == known)
    assert "Was 5" not in words_on(row)
    row.choose(2)
    assert "Was 5" in words_on(row)
    assert "(−3)" in words_on(row)  # noqa: RUF001 - the sign of a difference
    go_to(page.questions, StepKind.CHANGES)
    changes = page.questions.view
    assert isinstance(changes, ChangesStep)
    assert "5 Leading" in words_on(changes)
    changes.reasons[known].buttons()[3].click()
    go_to(page.questions, StepKind.END)
    page.questions.go_on()
    latest = max(desk.all(Rating, skill_id=own.id), key=lambda one: one.on)
    assert (latest.level, latest.note) == (Level.ASSISTED, "Mistake")


def test_that_what_shows_a_level_is_kept_once_in_ones_own_words(
    qtbot: QtBot, opened: Bench
) -> None:
    roles.target_role(desk_of(opened), "data_scientist", opened.clock.today())
    page = begun(opened)
    go_to(page.questions, StepKind.SKILLS)
    while kind_of(page) is StepKind.SKILLS:
        answer(page.questions, 4)
        page.questions.go_on()
    go_to(page.questions, StepKind.EVIDENCE)
    view = page.questions.view
    assert isinstance(view, EvidenceStep)
    assert len(view.fields) == 8
    assert "for whom and with what result" in words_on(view)
    press(qtbot, "Led it")
    for _ in range(2):
        assert page.store()
    (piece,) = desk_of(opened).all(Evidence)
    assert (piece.kind, piece.tier) == (EvidenceKind.DESCRIPTION, EvidenceTier.CLAIM)
    assert (piece.title, piece.note) == ("In my own words", "Led it")
    history.undo(desk_of(opened))
    assert desk_of(opened).all(Evidence) == []
    view = page.questions.view
    assert isinstance(view, EvidenceStep)
    assert len(view.fields) == 8
    assert all(not field.value() for field in view.fields.values())


def test_that_more_skills_can_be_rated_after_the_first_36(opened: Bench) -> None:
    page = begun(opened)
    go_to(page.questions, StepKind.GATES)
    while page.questions.step is not None and page.questions.step.kind is not StepKind.MORE:
        answer(page.questions)
        page.questions.go_on()
    rated = [key for key in said(opened) if key[0] is AnswerPart.SKILL]
    assert len(rated) == 36
    settle()
    button(page, "Rate more skills").click()
    assert page.questions.step is not None
    assert page.questions.step.is_extra
    page.questions.go_back()
    assert kind_of(page) is StepKind.MORE
    page.questions.go_on()
    assert kind_of(page) is StepKind.REPEATS


def kind_of(page: AssessmentPage) -> StepKind | None:
    return None if page.questions.step is None else page.questions.step.kind


def test_that_a_finished_one_is_shown_beside_the_one_before(opened: Bench) -> None:
    desk = desk_of(opened)
    today = opened.clock.today()
    items = catalogue().instrument.interests.items
    for days, level in ((400, 0), (10, 4)):
        attempt = assessment.start(desk, today - timedelta(days=days))
        given = [
            Answer.new(
                attempt.id, AnswerPart.INTEREST, one.id, level if one.type.value == "S" else 2
            )
            for one in items
        ]
        given += [Answer.new(attempt.id, AnswerPart.SKILL, "python", level)]
        attempt = assessment.store_step(desk, attempt, "A", [], given, place="end-1")
        finish(desk, attempt, today - timedelta(days=days))
    page = page_of(opened.window)
    assert "+4.0, a change" in words_on(page.overview.interests)
    assert "1 higher than before" in words_on(page.overview.skills)
    assert "after 6 months" in words_on(page.overview.attempts)
    first = known_name(page, today - timedelta(days=400))
    button(page, first).click()
    assert "+4.0" not in words_on(page.overview.interests)
    settle()
    button(page, f"Delete the assessment of {first}").click()
    assert len(desk.all(Attempt)) == 1
    opened.now += timedelta(days=300)
    page.refresh()
    assert "time to look again" in words_on(page.overview.attempts)


def known_name(page: AssessmentPage, day: date) -> str:
    return next(
        one.accessibleName()
        for one in page.findChildren(QAbstractButton)
        if one.accessibleName().startswith(f"{day.day} ") and str(day.year) in one.accessibleName()
    )


def test_that_after_finishing_the_newest_of_one_day_is_shown_and_told_apart(
    opened: Bench,
) -> None:
    desk, today = desk_of(opened), opened.clock.today()
    for _ in range(2):
        finish(desk, assessment.start(desk, today), today)
    page = page_of(opened.window)
    first = known_name(page, today)
    assert first.endswith(", no. 2")
    button(page, first.replace("no. 2", "no. 1")).click()
    page.do("start")
    answer(page.questions, 2)
    go_to(page.questions, StepKind.END)
    page.questions.go_on()
    assert "1 of 6 answered" in words_on(page.overview.interests)
    for number in (1, 2, 3):
        name = first.replace("no. 2", f"no. {number}")
        assert button(page, name)
        assert button(page, f"Delete the assessment of {name}")


def test_that_an_attempt_without_an_answer_is_not_said_to_have_rated_anything(
    opened: Bench,
) -> None:
    page = begun(opened)
    go_to(page.questions, StepKind.END)
    assert "Nothing was answered, so nothing will be rated." in words_on(page.questions)
    page.questions.go_on()
    assert "Nothing was answered, so nothing was rated." in opened.messages()[-1]


def test_that_answers_that_rate_no_skill_are_not_said_to(opened: Bench) -> None:
    page = begun(opened)
    answer(page.questions)
    go_to(page.questions, StepKind.END)
    assert "Your answers are stored" in words_on(page.questions)
    page.questions.go_on()
    assert "No skill was answered, so none was rated." in opened.messages()[-1]


def test_that_the_time_left_never_becomes_more_nor_what_is_done_less(opened: Bench) -> None:
    page = begun(opened)
    left, done = [], []
    while kind_of(page) is not StepKind.END:
        attempt, step = page.questions.attempt, page.questions.step
        assert attempt is not None
        assert step is not None
        planned = plan(desk_of(opened), attempt, opened.clock.today())
        left.append(round(planned.seconds_left(step), 6))
        done.append(round(planned.part_done(step), 6))
        answer(page.questions, 4)
        page.questions.go_on()
    assert left == sorted(left, reverse=True)
    assert done == sorted(done)


def test_that_a_goal_one_is_not_sure_of_is_listed_as_such(qtbot: QtBot, opened: Bench) -> None:
    page = begun(opened)
    go_to(page.questions, StepKind.GOALS)
    press(qtbot, "n", "3")
    go_to(page.questions, StepKind.END)
    page.questions.go_on()
    goal = catalogue().instrument.goals.questions[0].goal
    words = words_on(page.overview.goals)
    assert f"Not sure, so without a weight: {choice_words(goal)}." in words


def test_that_careless_answers_are_asked_about_in_a_gentle_sentence(opened: Bench) -> None:
    page = begun(opened)
    while page.questions.step is not None and page.questions.step.kind is StepKind.INTERESTS:
        answer(page.questions, 2)
        page.questions.go_on()
    go_to(page.questions, StepKind.END)
    page.questions.go_on()
    words = words_on(page.overview.interests)
    assert "Does that fit you?" in words
    assert "Were you in a hurry?" in words
    assert "nearly alike" in words


def test_that_unknown_interests_are_no_bar_at_0(opened: Bench) -> None:
    page = begun(opened)
    answer(page.questions)
    go_to(page.questions, StepKind.END)
    page.questions.go_on()
    assert "unknown: 1 of 6 answered, 4 are needed" in words_on(page.overview.interests)


def test_that_the_paused_one_can_be_discarded_and_had_back(opened: Bench) -> None:
    page = begun(opened)
    answer(page.questions)
    page.questions.pause()
    button(page, "Discard").click()
    assert page.primary.text() == "Start"
    assert desk_of(opened).all(Answer) == []
    history.undo(desk_of(opened))
    assert page.primary.text() == "Resume"


def test_that_a_desk_that_is_read_only_shows_results_and_offers_nothing(
    opened: Bench, tmp_path: Path
) -> None:
    path = desk_of(opened).path
    desk = desk_of(opened)
    finish(desk, assessment.start(desk, opened.clock.today()), opened.clock.today())
    opened.session.close()
    path.chmod(0o400)
    assert opened.session.open(path)
    page = page_of(opened.window)
    assert not page.primary.isEnabled()
    page.do("start")
    assert not page.is_asking
    path.chmod(0o600)


@pytest.mark.parametrize("size", [TextSize.NORMAL, TextSize.LARGEST])
@pytest.mark.parametrize("shape", [(1280, 800), (900, 600)])
def test_that_no_words_are_cut_off_on_any_step(
    opened: Bench, size: TextSize, shape: tuple[int, int]
) -> None:
    opened.theme.choose_text_size(size)
    opened.window.resize(*shape)
    desk = desk_of(opened)
    roles.target_role(desk, "data_scientist", opened.clock.today())
    for page in steps_of_assessment(opened.window):
        assert cut_words(page) == [], page.questions.step


def cut_words(page: AssessmentPage) -> list[str]:
    shown = [
        one
        for kind in (QLabel, QAbstractButton, QCheckBox, QLineEdit)
        for one in page.findChildren(kind)
        if one.isVisible()
    ]
    return [
        str(one.property("text"))
        for one in shown
        if one.height() < needed_height(one) or one.width() < one.minimumSizeHint().width()
    ]


def needed_height(one: QWidget) -> int:
    return (
        one.heightForWidth(one.width())
        if one.hasHeightForWidth()
        else one.minimumSizeHint().height()
    )
