from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from careerdesk.domain.learning import Certificate, StudySession
from careerdesk.domain.network import Contact, FollowUp, MixTarget
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.profile import Preferences
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup
from careerdesk.gui.log_overlay import LogOverlay
from careerdesk.gui.pages.home_page import HomePage
from careerdesk.gui.widgets.quiet_buttons import NameButton

if TYPE_CHECKING:
    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

TODAY = date(2030, 1, 1)  # a Tuesday


@pytest.fixture
def page(opened: Bench) -> HomePage:
    found = opened.window.navigator.page("home")
    assert isinstance(found, HomePage)
    return found


def words(page: HomePage) -> str:
    QApplication.processEvents()  # what has just been added is shown in the next turn
    shown = [one.text() for one in page.findChildren(QLabel) if not one.isHidden()]
    shown += [one.accessibleName() for one in page.findChildren(NameButton) if not one.isHidden()]
    return "\n".join(shown)


def test_that_every_empty_card_teaches_its_first_step(page: HomePage) -> None:
    shown = words(page)
    for lesson in (
        "No study time yet",
        "Nobody here yet",
        "enter a certificate under Learning",
        "Nothing logged in the last 12 months",
        "No skills yet",
        "Nothing has been changed yet",
    ):
        assert lesson in shown


def test_that_the_week_is_measured_against_the_goal(opened: Bench, page: HomePage) -> None:
    assert opened.session.desk is not None
    with opened.session.desk.change("Log") as tx:
        for weeks in range(3):
            tx.add(StudySession.new(TODAY - timedelta(weeks=weeks), 90))
    shown = words(page)
    assert "1.5 h" in shown
    assert "of 5 h" in shown
    assert "3 weeks in a row" in shown
    assert "the dashed line is the goal" in shown


def test_that_without_a_goal_there_is_no_bar_to_fall_short_of(
    opened: Bench, page: HomePage
) -> None:
    assert opened.session.desk is not None
    with opened.session.desk.change("No goal") as tx:
        tx.put(Preferences(weekly_goal_minutes=None))
        tx.add(StudySession.new(TODAY, 45))
    shown = words(page)
    assert "of 5 h" not in shown
    assert "makes it two in a row" in shown


def test_that_a_row_of_weeks_that_ended_invites_a_new_one(opened: Bench, page: HomePage) -> None:
    assert opened.session.desk is not None
    with opened.session.desk.change("Log") as tx:
        tx.add(StudySession.new(TODAY - timedelta(weeks=4), 45))
    assert "starts a new row of weeks" in words(page)


def test_that_people_quiet_for_too_long_are_named(opened: Bench, page: HomePage) -> None:
    assert opened.session.desk is not None
    ada = replace(Contact.new("Ada <b>", organization="R&D"), cadence_days=30)
    with opened.session.desk.change("Add") as tx:
        tx.add(ada)
        tx.add(replace(Contact.new("Bo"), cadence_days=30, met=PartialDate("2029-11-25")))
        tx.add(replace(Contact.new("Cy"), cadence_days=900, met=PartialDate("2029-11-25")))
    shown = words(page)
    assert "Ada <b>, R&D" in shown
    assert "never spoken · every 30 days" in shown
    assert "Quiet" in shown
    assert "Due" in shown
    assert "Cy" not in shown


def test_that_the_function_furthest_below_its_target_is_named(
    opened: Bench, page: HomePage
) -> None:
    assert opened.session.desk is not None
    with opened.session.desk.change("Add") as tx:
        tx.add(replace(Contact.new("Ada"), function="design", cadence_days=30))
        tx.add_many(replace(Contact.new(name), function="technical") for name in ("Bo", "Cy"))
        tx.add(MixTarget.new("technical", 95), MixTarget.new("design", 5))
    # Design has fewer people, but more than it should.
    assert "Furthest below its target in your network: technical, 2 people." in words(page)


def test_that_what_is_coming_is_told_by_its_distance(opened: Bench, page: HomePage) -> None:
    assert opened.session.desk is not None
    with opened.session.desk.change("Add") as tx:
        tx.add(FollowUp.new("Send notes", TODAY - timedelta(days=3)))
        for number in range(3):
            tx.add(FollowUp.new(f"Call {number}", TODAY + timedelta(days=number)))
        tx.add(replace(Certificate.new("Cloud"), expires=PartialDate("2030-01-13")))
    shown = words(page)
    assert "3 days late" in shown
    assert "tomorrow" in shown
    assert "1 more date after these." in shown
    with opened.session.desk.change("Done") as tx:
        tx.replace_many(replace(one, done_on=TODAY) for one in opened.session.desk.all(FollowUp))
    shown = words(page)
    assert "in 12 days" in shown
    assert "certificate expires" in shown
    assert "follow-ups are listed 14 days ahead, certificates 90 days" in shown


def test_that_a_group_nobody_rated_is_unknown_and_not_zero(opened: Bench, page: HomePage) -> None:
    assert opened.session.desk is not None
    group, other = SkillGroup.new("Research"), SkillGroup.new("Design")
    known = Skill.new("Interviews", group_id=group.id)
    with opened.session.desk.change("Add") as tx:
        tx.add(group, other, known, Skill.new("Wireframes", group_id=other.id))
        tx.add(Rating.new(known.id, TODAY, Level.INDEPENDENT))
    shown = words(page)
    assert "3.0" in shown
    assert "?  not rated yet" in shown
    assert "1 of 2 skills rated by yourself from 0 to 5." in shown
    assert "0.0" not in shown


def test_that_the_one_filled_button_opens_the_log(
    qtbot: QtBot, opened: Bench, page: HomePage
) -> None:
    log = next(
        one for one in opened.window.findChildren(QPushButton) if one.text() == "Log something"
    )
    assert log.property("role") == "primary"
    assert "Ctrl+L" in log.toolTip()
    qtbot.mouseClick(log, Qt.MouseButton.LeftButton)
    overlay = opened.window.findChild(LogOverlay)
    assert overlay is not None
    assert overlay.isVisible()


def test_that_the_cards_stand_in_as_many_columns_as_fit(opened: Bench, page: HomePage) -> None:
    def rows() -> int:
        QApplication.processEvents()
        return len({card.y() for card in page._cards.values() if not card.isHidden()})

    assert rows() == 3
    widths = [page._cards[name].width() for name in ("aim", "week", "people")]
    assert max(widths) - min(widths) <= 1
    opened.window.resize(900, 600)
    assert rows() == 4
    opened.window.resize(560, 600)
    assert rows() == 7


def test_that_the_way_on_leads_to_the_history(qtbot: QtBot, opened: Bench, page: HomePage) -> None:
    way = next(one for one in page.findChildren(QPushButton) if one.text() == "History")
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert opened.window._stack.currentWidget() is opened.window.navigator.page("history")
