"""The cards of Home about the role aimed at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from gui_bench import button
from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from careerdesk.domain.actions import Action
from careerdesk.domain.assessment import Attempt
from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.learning import LearningItem, LearningStatus
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.roles import Role
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.gui.development.review_dialog import ReviewDialog
from careerdesk.gui.log_overlay import LogOverlay
from careerdesk.gui.pages.home_page import HomePage
from careerdesk.gui.pages.home_since import first_day
from careerdesk.gui.settings import Settings, Since
from careerdesk.gui.widgets.calendar_popup import CalendarPopup
from careerdesk.gui.widgets.log_line import LogLine
from careerdesk.services import actions, roles

if TYPE_CHECKING:
    from pathlib import Path

    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

    from careerdesk.services.desk import Desk

TODAY = date(2030, 1, 1)  # a Tuesday
ROLE = "ai_product_manager"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(opened: Bench) -> HomePage:
    found = opened.window.navigator.page("home")
    assert isinstance(found, HomePage)
    return found


@pytest.fixture
def desk(opened: Bench) -> Desk:
    assert opened.session.desk is not None
    return opened.session.desk


def discovery(desk: Desk, *levels: tuple[int, int]) -> Skill:
    """Aim at a role, and rate one of its skills so many days ago."""
    roles.target_role(desk, ROLE, TODAY - timedelta(days=300))
    skill = replace(Skill.new("Talking to customers"), catalogue_key="customer_discovery")
    with desk.change("Add") as tx:
        tx.add(skill)
        for days, level in levels:
            tx.add(Rating.new(skill.id, TODAY - timedelta(days=days), Level(level)))
    return skill


def words(qtbot: QtBot, page: HomePage) -> str:
    qtbot.waitUntil(lambda: not page._feed._timer.isActive() and not page._feed._is_due)
    QApplication.processEvents()
    shown = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    return "\n".join(shown)


def taught(page: HomePage) -> list[str]:
    QApplication.processEvents()
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def test_that_without_a_target_the_assessment_is_the_first_step(
    qtbot: QtBot, opened: Bench, page: HomePage
) -> None:
    shown = taught(page)
    assert "Where do you stand, and where to?" in shown
    assert "Next best step" not in shown
    assert not any(one.endswith(" %") for one in shown)
    qtbot.mouseClick(button(opened.window, "Take the assessment"), LEFT)
    assert opened.window._stack.currentWidget() is opened.window.navigator.page("assessment")


def test_that_after_an_assessment_a_role_is_to_be_chosen(
    qtbot: QtBot, opened: Bench, page: HomePage, desk: Desk
) -> None:
    with desk.change("Finish") as tx:
        tx.add(replace(Attempt.new(TODAY, version=1), finished=TODAY))
    assert "Which role do you aim at?" in taught(page)
    assert page._aim._assess.isHidden()
    qtbot.mouseClick(button(opened.window, "Choose a role"), LEFT)
    assert opened.window._stack.currentWidget() is not page


def test_that_both_numbers_stand_with_what_they_won(
    qtbot: QtBot, page: HomePage, desk: Desk
) -> None:
    skill = discovery(desk, (200, 1), (10, 3))
    with desk.change("Show") as tx:
        on = PartialDate.of(TODAY - timedelta(days=5))
        kind, tier = EvidenceKind.FILE, EvidenceTier.ARTEFACT
        tx.add(Evidence.new(skill.id, "Interview notes", kind, tier, on))
    shown = words(qtbot, page)
    assert "Readiness for AI Product Manager" in shown
    assert "6\u201398 %" in shown  # all other levels are unknown, which makes a range
    assert "claimed" in shown
    assert "6 %" in shown
    assert "evidenced" in shown
    assert "15 levels are unknown, which makes a range." in shown
    pill = page._readiness._since
    assert pill.text() == "+4 and +6 since 1 Oct 2029"
    assert pill.accessibleName().startswith("Claimed +4, evidenced +6 points since 1 Oct 2029.")


def test_that_another_day_can_be_chosen_and_is_remembered(
    qtbot: QtBot, opened: Bench, page: HomePage, desk: Desk, tmp_path: Path
) -> None:
    discovery(desk, (200, 1), (10, 3), (0, 4))
    words(qtbot, page)
    pill = page._readiness._since
    pill._menu.aboutToShow.emit()
    assert pill._actions[Since.QUARTER].isChecked()
    pill._actions[Since.WEEK].trigger()
    words(qtbot, page)
    assert pill.text() == "+2 and \u00b10 since 31 Dec 2029"
    assert opened.settings.readiness_since is Since.WEEK
    pill._actions[Since.START].trigger()
    words(qtbot, page)
    assert "since 15 Jun 2029" in pill.text()  # the first day of which anything is known
    pill._actions[None].trigger()
    popup = pill.findChild(CalendarPopup)
    assert popup is not None
    popup.calendar.clicked.emit(QDate(2029, 12, 24))
    words(qtbot, page)
    assert pill.text() == "+2 and \u00b10 since 24 Dec 2029"
    assert opened.settings.readiness_since == date(2029, 12, 24)
    pill._menu.aboutToShow.emit()
    assert pill._actions[None].text() == "Since 24 Dec 2029\u2026"
    again = Settings(tmp_path / "other.ini")
    again.readiness_since = date(2029, 12, 24)
    assert again.readiness_since == date(2029, 12, 24)


def test_that_a_day_is_found_for_every_choice() -> None:
    assert first_day(Since.WEEK, TODAY, 0) == date(2029, 12, 31)
    assert first_day(Since.WEEK, TODAY, 6) == date(2029, 12, 30)
    assert first_day(Since.MONTH, TODAY, 0) == date(2029, 12, 2)
    assert first_day(Since.QUARTER, TODAY, 0) == date(2029, 10, 1)
    assert first_day(Since.START, TODAY, 0) == date.min
    assert first_day(date(2031, 1, 1), TODAY, 0) == TODAY
    assert first_day(Since.MONTH, date(1, 1, 5), 0) == date.min


def test_that_what_is_planned_is_logged_in_one_line(
    qtbot: QtBot, opened: Bench, page: HomePage, desk: Desk
) -> None:
    skill = discovery(desk, (10, 3))
    actions.add_practice_action(desk, skill, "Two interviews", planned_minutes=180)
    shown = words(qtbot, page)
    assert "Two interviews" in shown
    assert "Closes Customer discovery from 3 to 4\u00a0\u00b7 adds 2.0 points" in shown
    assert "about 3 h" in shown
    qtbot.mouseClick(button(opened.window, "Log time on: Two interviews"), LEFT)
    overlay = opened.window.findChild(LogOverlay)
    assert overlay is not None
    line = overlay.findChild(LogLine)
    assert line is not None
    assert line.text() == "45 min on Talking to customers"


def test_that_what_the_catalogue_has_is_planned_with_one_click_and_one_undo(
    qtbot: QtBot, opened: Bench, page: HomePage, desk: Desk
) -> None:
    discovery(desk, (10, 2))
    words(qtbot, page)
    start = page._step._start
    assert start.text() == "Start"
    qtbot.mouseClick(start, LEFT)
    (made,) = desk.all(Action)
    assert made.title in words(qtbot, page)
    assert page._step._start.text() == "Log"
    assert any(made.title in text for text in opened.messages())
    desk.undo()
    assert desk.all(Action) == []
    words(qtbot, page)
    assert page._step._start.text() == "Start"


def test_that_the_reason_is_told_on_demand(qtbot: QtBot, page: HomePage, desk: Desk) -> None:
    discovery(desk, (10, 1))
    assert "is essential and two levels or more short" not in words(qtbot, page)
    qtbot.mouseClick(page._step._why, LEFT)
    assert "is essential and two levels or more short" in words(qtbot, page)


def test_that_a_narrow_gap_is_explained_by_the_hour(
    qtbot: QtBot, page: HomePage, desk: Desk
) -> None:
    skill = discovery(desk, (10, 3))
    actions.add_practice_action(desk, skill, "Two interviews", planned_minutes=120)
    words(qtbot, page)
    qtbot.mouseClick(page._step._why, LEFT)
    assert "closes most of a gap for each hour" in words(qtbot, page)


def test_that_what_waits_stands_in_a_quiet_line_and_leads_there(
    qtbot: QtBot, opened: Bench, page: HomePage, desk: Desk
) -> None:
    skill = discovery(desk, (2000, 3))
    item = replace(
        LearningItem.new("Interviews"), status=LearningStatus.DONE, finished=PartialDate.of(TODAY)
    )
    with desk.change("Add") as tx:
        tx.add(item)
    assert "to confirm" not in words(qtbot, page)
    assert "1 level for review" in words(qtbot, page)
    actions.add_item_action(desk, skill, item)
    assert "1 level to confirm" in words(qtbot, page)
    qtbot.mouseClick(button(opened.window, "Confirm: 1 level to confirm"), LEFT)
    dialog = opened.window.findChild(ReviewDialog)
    assert dialog is not None
    dialog.accept_button.click()
    assert "to confirm" not in words(qtbot, page)
    assert "for review" not in words(qtbot, page)
    desk.undo()
    assert "1 level for review" in words(qtbot, page)
    qtbot.mouseClick(button(opened.window, "Review: 1 level for review"), LEFT)
    assert opened.window._stack.currentWidget() is opened.window.navigator.page("skills")


def test_that_unknown_levels_are_to_be_rated_before_any_step(
    qtbot: QtBot, page: HomePage, desk: Desk
) -> None:
    discovery(desk)
    shown = words(qtbot, page)
    assert "Rate what is not known yet" in shown
    assert "16 levels this role needs are unknown, Problem framing first." in shown
    assert not page._step._start.isVisible()


def test_that_filling_the_cards_moves_nothing(qtbot: QtBot, bench: Bench) -> None:
    path = bench.new_desk()
    assert bench.session.open(path)
    assert bench.session.desk is not None
    skill = discovery(bench.session.desk, (200, 1), (10, 3))
    actions.add_practice_action(bench.session.desk, skill, "Two interviews", planned_minutes=180)
    bench.session.close()
    bench.window.resize(1280, 800)
    with qtbot.waitExposed(bench.window):
        bench.window.show()
    assert bench.session.open(path)
    page = bench.window.navigator.page("home")
    assert isinstance(page, HomePage)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    qtbot.waitSignal(page.painted).wait()
    before = {name: card.geometry() for name, card in page._cards.items() if card.isVisible()}
    assert "Readiness for AI Product Manager" in words(qtbot, page)
    after = {name: card.geometry() for name, card in page._cards.items() if card.isVisible()}
    assert before == after
    assert {"readiness", "step"} <= set(after)


def test_that_aiming_at_nothing_any_more_teaches_again(
    qtbot: QtBot, page: HomePage, desk: Desk
) -> None:
    discovery(desk, (10, 3))
    words(qtbot, page)
    (target,) = roles.targets(desk)
    roles.drop_target(desk, target)
    assert "Where do you stand, and where to?" in taught(page)


def test_that_a_role_without_skills_is_named_and_no_earlier_one_stays(
    qtbot: QtBot, page: HomePage, desk: Desk
) -> None:
    discovery(desk, (30, 2))
    assert "Readiness for AI Product Manager" in words(qtbot, page)
    role = Role.new("Apiarist")
    roles.add_role(desk, role)
    roles.target_role(desk, str(role.id), TODAY)
    said = words(qtbot, page)
    assert "Readiness for Apiarist" in said
    assert "This role names no skills yet." in said
    assert "Readiness for AI Product Manager" not in said
    desk.undo()
    assert "Readiness for AI Product Manager" in words(qtbot, page)


def test_that_a_paused_assessment_is_gone_on_with_from_home(page: HomePage, desk: Desk) -> None:
    assert "Take the assessment" in [one.text() for one in page.findChildren(QPushButton)]
    with desk.change("Start") as tx:
        tx.add(Attempt.new(TODAY, version=1))
    taught(page)
    assert "Resume assessment" in [one.text() for one in page.findChildren(QPushButton)]
