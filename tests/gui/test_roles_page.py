"""The page of roles, driven as a person would: an order, one role with its reasons, a target."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from gui_bench import button
from list_bench import LEFT, activate, latest
from persona import AFTER, BEFORE
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QSpinBox

from careerdesk.analysis.weighting import Part, Weighting
from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import Answer, AnswerPart, Attempt
from careerdesk.domain.roles import Role, Target
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.gui.records.record_view import RecordView
from careerdesk.gui.roles.detail import BESIDE, FACTS
from careerdesk.gui.roles.lines import Heading, Line, Order
from careerdesk.gui.roles.list_model import LINE_ROLE
from careerdesk.gui.roles.roles_page import RolesPage
from careerdesk.gui.roles.weights_page import WeightsPage
from careerdesk.services import history, roles
from careerdesk.services.desk import open_desk
from careerdesk.services.profile import preferences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gui_bench import Bench
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from careerdesk.gui.roles.matches_page import MatchesPage
    from careerdesk.services.desk import Desk

ROLE = "ai_product_manager"
DAY = date(2029, 12, 1)


@pytest.fixture
def desk(opened: Bench) -> Desk:
    assert opened.session.desk is not None
    return opened.session.desk


@pytest.fixture
def page(qtbot: QtBot, opened: Bench) -> RolesPage:
    """The page of an empty desk, with all that follows from it."""
    activate(qtbot, opened.window)
    opened.window.navigator.open_page("roles")
    found = opened.window.navigator.page("roles")
    assert isinstance(found, RolesPage)
    settle(qtbot, found)
    return found


def settle(qtbot: QtBot, page: RolesPage) -> None:
    """Wait until what is shown is what is stored."""
    qtbot.waitUntil(lambda: page.feed.found is not None and page.feed.is_idle, timeout=20_000)


def rate(qtbot: QtBot, desk: Desk, page: RolesPage, levels: Mapping[str, int]) -> None:
    """Rate skills of the catalogue."""
    with desk.change("Rate") as tx:
        for key, level in levels.items():
            skill = replace(Skill.new(key), catalogue_key=key)
            tx.add(skill, Rating.new(skill.id, DAY, Level(level)))
    settle(qtbot, page)


def answer(qtbot: QtBot, desk: Desk, page: RolesPage) -> None:
    """Answer all statements and goals, interests as AI product managers have them."""
    role = catalogue().role(ROLE)
    assert role is not None
    attempt = replace(
        Attempt.new(DAY, version=1), finished=DAY, pay_floor_minor=180_000_00, pay_currency="USD"
    )
    with desk.change("Assess") as tx:
        tx.add(attempt)
        for item in catalogue().instrument.interests.items:
            liking = round((role.profile.interests[item.type] - 1) / 6 * 4)
            tx.add(Answer.new(attempt.id, AnswerPart.INTEREST, item.id, liking))
        for goal, offered in role.profile.goals.items():
            tx.add(Answer.new(attempt.id, AnswerPart.GOAL, goal.value, offered))
    settle(qtbot, page)


def rows(page: MatchesPage) -> list[Heading | Line]:
    model = page.list.view.model()
    return [model.index(at, 0).data(LINE_ROLE) for at in range(model.rowCount())]


def titles(page: MatchesPage) -> list[str]:
    return [one.title for one in rows(page) if isinstance(one, Line)]


def said(widget: QWidget) -> list[str]:
    """Return what labels say that can be seen."""
    QApplication.processEvents()
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text()]


def test_that_a_title_searched_for_comes_first_also_in_the_plural(page: RolesPage) -> None:
    for order in Order:
        page.matches.list.choose_order(order)
        page.matches.search_for("Data Scientists")
        assert titles(page.matches)[0] == "Data Scientist"
        page.matches.search_for("data sci")
        assert "Data Sci" in titles(page.matches)[0]
        listed = rows(page.matches)
        assert not isinstance(listed[-1], Heading)


def test_that_a_role_that_says_nothing_of_goals_is_told_from_goals_not_asked_for(
    qtbot: QtBot, desk: Desk, page: RolesPage
) -> None:
    roles.add_role(desk, role := Role.new("Beekeeper"))
    settle(qtbot, page)
    page.matches.show_role(str(role.id))
    assert any(one.startswith("Unknown until you have said") for one in said(page))
    assert not page.matches.detail.match.radar.isVisible()
    answer(qtbot, desk, page)
    page.matches.show_role(str(role.id))
    assert "Unknown: this role says nothing about goals." in said(page)
    assert "Unknown: there are no figures of interests for this role." in said(page)


def test_that_an_empty_desk_shows_all_roles_and_teaches_the_first_step(
    opened: Bench, page: RolesPage
) -> None:
    assert sorted(titles(page.matches)) == sorted(one.title for one in catalogue().roles)
    assert page.matches.detail.isVisible()
    assert any("?" in one.spoken() for one in rows(page.matches) if isinstance(one, Line))
    assert any("none of the skills it asks for is rated" in one for one in said(page))
    way = next(
        one
        for one in ("Take the assessment", "Rate skills")
        if one in [b.text() for b in page.findChildren(type(button(page, "Compare…")))]
    )
    assert way
    assert opened.messages() == []


def test_that_three_results_stand_apart_with_reasons_that_add_up_to_the_shortfall(
    qtbot: QtBot, desk: Desk, page: RolesPage
) -> None:
    rate(qtbot, desk, page, BEFORE)
    page.do(f"role/{ROLE}")
    text = said(page.matches.detail)
    assert "45 %" in text
    assert any(one.startswith("45 % as rated; ") for one in text)
    assert "Essential gaps" in text
    assert text.count("3 levels below") >= 3
    missing = text[text.index("What is missing, in points of 100") :]
    at = next(at for at, one in enumerate(missing) if one.startswith("Together"))
    assert missing[at] == "Together, which leaves 45.2 of 100"
    written = [QLocale().toDouble(one)[0] for one in missing[:at] if QLocale().toDouble(one)[1]]
    assert round(sum(written), 1) == 54.8
    assert missing[at + 1] == "54.8"
    assert "Unknown: you have not been asked about interests yet." in text
    for disclosure in catalogue().instrument.disclosures:
        assert disclosure in text


def test_that_interests_and_goals_are_in_words_with_their_reasons(
    qtbot: QtBot, desk: Desk, page: RolesPage
) -> None:
    answer(qtbot, desk, page)
    page.do(f"role/{ROLE}")
    text = said(page.matches.detail)
    assert "Strong" in text
    assert any("Enterprising" in one and "lean towards" in one for one in text)
    assert "100" in text  # goals: exactly what is offered
    assert any(one.startswith("Impact: you want 5 of 5, the role offers 5") for one in text)


def test_that_nothing_promises_anything(qtbot: QtBot, desk: Desk, page: RolesPage) -> None:
    rate(qtbot, desk, page, AFTER)
    answer(qtbot, desk, page)
    for key in (ROLE, "ml_engineer"):
        page.do(f"role/{key}")
        told = " ".join(said(page)).casefold()
        for word in ("suited", "suitable", "perfect", "you will", "guarantee", "probability"):
            assert word not in told


def test_that_the_three_orders_are_those_of_the_methods(
    qtbot: QtBot, desk: Desk, page: RolesPage
) -> None:
    rate(qtbot, desk, page, AFTER)
    answer(qtbot, desk, page)
    matches, found = page.matches, page.feed.found
    assert found is not None
    QAbstractItemModelTester(matches.list.view.model())
    families = [one.title for one in rows(matches) if isinstance(one, Heading)]
    assert families[0] == "Product management"
    assert titles(matches) == [one.profile.title for one in found.in_order]
    qtbot.mouseClick(button(matches.list, "Skills"), LEFT)
    assert titles(matches) == [one.profile.title for one in found.by_coverage]
    assert not any(isinstance(one, Heading) for one in rows(matches))
    qtbot.mouseClick(button(matches.list, "My weights"), LEFT)
    assert titles(matches) == [one.match.profile.title for one in found.overall]
    assert "by your weights" in rows(matches)[0].spoken()  # type: ignore[union-attr]


def test_that_roles_are_found_by_skills_and_books_as_one_types(
    qtbot: QtBot, page: RolesPage
) -> None:
    qtbot.keyClicks(page.matches.list.search, "inspired")
    qtbot.waitUntil(lambda: len(titles(page.matches)) < len(catalogue().roles))
    assert "AI Product Manager" in titles(page.matches)
    page.matches.list.search.clear()
    qtbot.keyClicks(page.matches.list.search, "no such thing")
    qtbot.keyClick(page.matches.list.search, Qt.Key.Key_Return)
    assert "No role says “no such thing”." in said(page.matches.list)
    qtbot.keyClick(page.matches.list.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(titles(page.matches)) == len(catalogue().roles))


def test_that_no_role_is_offered_to_aim_at_where_the_search_finds_none(
    qtbot: QtBot, desk: Desk, page: RolesPage
) -> None:
    roles.target_role(desk, ROLE, page.matches._context.today())
    settle(qtbot, page)
    page.do(f"role/{ROLE}")
    action = page.primary
    assert (action.text(), action.isEnabled()) == ("You aim at this role", False)
    page.matches.search_for("no such thing")
    assert (action.text(), action.isEnabled()) == ("Aim at this role", False)
    assert action.isVisible()
    assert not page.matches.detail.views.isVisible()
    page.matches.search_for("")
    assert page.matches.detail.key == ROLE
    assert (action.text(), action.isEnabled()) == ("You aim at this role", False)
    assert page.matches.detail.views.isVisible()


def test_that_a_role_is_aimed_at_and_undo_takes_it_back(
    qtbot: QtBot, opened: Bench, desk: Desk, page: RolesPage
) -> None:
    page.do(f"role/{ROLE}")
    action = page.primary
    assert (action.text(), action.isEnabled()) == ("Aim at this role", True)
    action.trigger()
    settle(qtbot, page)
    assert [one.catalogue_role for one in desk.all(Target)] == [ROLE]
    assert (action.text(), action.isEnabled()) == ("You aim at this role", False)
    assert latest(desk) == "Aim at AI Product Manager"
    assert "Aiming at AI Product Manager." in opened.messages()
    assert button(page, "Open gap").isVisible()
    (line,) = (one for one in rows(page.matches) if isinstance(one, Line) and one.is_target)
    assert line.key == ROLE
    qtbot.mouseClick(button(page, "Stop aiming at it"), LEFT)
    settle(qtbot, page)
    assert desk.all(Target) == []
    history.undo(desk)
    history.undo(desk)
    settle(qtbot, page)
    assert desk.all(Target) == []


def test_that_the_specialisations_stand_side_by_side_and_others_can_be_chosen(
    qtbot: QtBot, desk: Desk, page: RolesPage
) -> None:
    rate(qtbot, desk, page, AFTER)
    page.do(f"role/{ROLE}")
    qtbot.mouseClick(button(page, "Compare…"), LEFT)
    compare = page.matches.detail.compare
    assert compare.isVisible()
    assert compare.others == ["ml_platform_pm", "applied_llm_pm", "vertical_ai_pm"]
    model = compare.table.model()
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(5)]
    assert heads[1:3] == ["AI Product Manager", "ML Platform Product Manager"]
    spoken = Qt.ItemDataRole.AccessibleTextRole
    cells = [model.index(row, 1).data(spoken) for row in range(model.rowCount())]
    assert "Problem framing in AI Product Manager: 3 → 4, essential" in cells
    compare.table.copy()
    assert QApplication.clipboard().text().splitlines()[1].startswith("Coverage as rated\t82 %")
    assert model.rowCount() == 15
    qtbot.mouseClick(compare._more, LEFT)
    assert model.rowCount() > 25
    assert not compare._more.isVisible()
    compare._actions["data_scientist"].trigger()
    assert compare.others == ["applied_llm_pm", "vertical_ai_pm", "data_scientist"]
    assert "The roles you chose, side by side." in said(compare)
    compare._actions["data_scientist"].trigger()
    assert compare.others == ["applied_llm_pm", "vertical_ai_pm"]
    page.do("role/data_scientist")
    assert len(compare.others) == 3
    assert any(one.startswith("The nearest roles") for one in said(compare))


def test_that_facts_have_their_sources_and_the_pay_floor_is_a_flag(
    qtbot: QtBot, desk: Desk, page: RolesPage
) -> None:
    answer(qtbot, desk, page)
    page.do(f"role/{ROLE}")
    page.matches.detail.show_view(FACTS)
    text = said(page.matches.detail)
    role = catalogue().role(ROLE)
    assert role is not None
    assert "USD 100,750 to USD 171,200 a year" in text
    assert "Your pay floor lies above it" in text
    assert role.pay.caution in text
    assert any("O*NET 29.3" in one and "Nov 2023" in one for one in text)
    assert "ESCO 1330.6" in text
    assert "SFIA PROD" in text
    assert any("Inspired" in one for one in text)
    assert all(one.text in text for one in catalogue().attributions)


def test_that_weights_show_their_parts_and_are_stored_as_one_change(
    qtbot: QtBot, desk: Desk, page: RolesPage
) -> None:
    rate(qtbot, desk, page, AFTER)
    answer(qtbot, desk, page)
    page.do("weights")
    part = page.part
    assert isinstance(part, WeightsPage)
    before = said(part)
    assert any(one.count(" + ") == 2 for one in before)
    for words_of in ("Skills 20 less", "Skills 20 more", "Interests 20 less", "Goals 20 more"):
        assert words_of in before
    spins: dict[Part, QSpinBox] = part._spins
    for which, value in ((Part.COVERAGE, 0), (Part.INTEREST, 0), (Part.GOALS, 100)):
        spins[which].setValue(value)
    qtbot.waitUntil(lambda: preferences(desk).goal_share == 100)
    settle(qtbot, page)
    assert page.feed.found is not None
    assert page.feed.found.weighting == Weighting(coverage=0, interest=0, goals=100)
    assert [one.title for one in history.changes(desk)].count(
        "Put roles in order by own weights"
    ) == 1
    spins[Part.GOALS].setValue(0)
    assert "One of them must count for something." in said(part)
    assert part.leave()
    qtbot.mouseClick(button(part, "Use the usual order again"), LEFT)
    settle(qtbot, page)
    assert preferences(desk).goal_share == 0
    assert page.feed.found.weighting is None


def test_that_a_desk_with_own_weights_opens_in_their_order(
    qtbot: QtBot, opened: Bench, desk: Desk
) -> None:
    with desk.change("Weigh") as tx:
        tx.put(replace(preferences(desk), goal_share=100))
    opened.window.navigator.open_page("roles")
    page = opened.window.navigator.page("roles")
    assert isinstance(page, RolesPage)
    settle(qtbot, page)
    assert page.matches.list.order is Order.WEIGHTS


def test_that_a_copy_is_edited_in_place(
    qtbot: QtBot, opened: Bench, desk: Desk, page: RolesPage
) -> None:
    page.do(f"role/{ROLE}")
    qtbot.mouseClick(button(page, "Copy and edit"), LEFT)
    settle(qtbot, page)
    (made,) = desk.all(Role)
    view = page.part
    assert isinstance(view, RecordView)
    assert view.table.current_record() == made
    page.do(f"role/{made.id}")
    assert "your own role" in " ".join(said(page.matches.detail))
    qtbot.mouseClick(button(page, "Edit"), LEFT)
    assert page.part is view
    assert "Copied as AI Product Manager (my version)." in opened.messages()


def test_that_all_of_it_is_reached_by_keyboard(
    qtbot: QtBot, opened: Bench, desk: Desk, page: RolesPage
) -> None:
    window = opened.window
    view = page.matches.list.view
    page.take_focus()
    assert QApplication.focusWidget() is view
    first = page.matches.list.key
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert page.matches.list.key != first
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is button(page.matches.detail, "Match")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert page.matches.detail.views.current == BESIDE
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is view
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is page.matches.list.search


def test_that_the_search_of_the_window_opens_roles_of_the_catalogue(
    qtbot: QtBot, opened: Bench
) -> None:
    distant = opened.window._complete().distant.actions()
    next(one for one in distant if one.text() == "Data Scientist").trigger()
    page = opened.window.navigator.page("roles")
    assert isinstance(page, RolesPage)
    settle(qtbot, page)
    assert page.matches.list.key == "data_scientist"
    assert "Data Scientist" in said(page.matches.detail)
    next(one for one in distant if one.text() == "SQL and querying").trigger()
    assert 0 < len(titles(page.matches)) < len(catalogue().roles)


def test_that_a_read_only_desk_can_be_looked_at_and_not_changed(
    qtbot: QtBot, opened: Bench, desk: Desk
) -> None:
    path = desk.path
    opened.session.close()
    path.chmod(0o400)
    assert opened.session.open(path)
    opened.window.navigator.open_page("roles")
    page = opened.window.navigator.page("roles")
    assert isinstance(page, RolesPage)
    settle(qtbot, page)
    assert not page.primary.isEnabled()
    assert not button(page, "Copy and edit").isEnabled()
    assert not button(page, "Import roles…").isEnabled()


def test_that_a_narrow_window_has_the_role_under_the_list(
    qtbot: QtBot, opened: Bench, page: RolesPage
) -> None:
    matches = page.matches
    assert matches._splitter.orientation() is Qt.Orientation.Horizontal
    opened.window.resize(900, 700)
    qtbot.waitUntil(lambda: matches._splitter.orientation() is Qt.Orientation.Vertical)
    for one in (matches.list.search, button(matches.list, "Skills")):
        assert one.height() >= one.sizeHint().height()


def test_that_closing_the_desk_while_roles_are_matched_harms_nothing(
    qtbot: QtBot, opened: Bench
) -> None:
    path = opened.session.desk.path if opened.session.desk else None
    opened.window.navigator.open_page("roles")
    QApplication.processEvents()
    opened.session.close()
    qtbot.waitUntil(lambda: opened.tasks.is_idle)
    assert opened.messages() == []
    assert path is not None
    open_desk(path).close()


def test_that_each_line_is_read_in_words(qtbot: QtBot, desk: Desk, page: RolesPage) -> None:
    rate(qtbot, desk, page, AFTER)
    roles.target_role(desk, ROLE, DAY)
    settle(qtbot, page)
    model = page.matches.list.view.model()
    spoken = [
        str(model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for at in range(model.rowCount())
    ]
    (line,) = (one for one in spoken if one.startswith("AI Product Manager"))
    assert line.startswith("AI Product Manager, your target, skills 82 %, ")
    assert line.endswith("allowing for unsupported ratings, interests ?, goals ?")
