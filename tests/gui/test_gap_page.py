"""The Gap page, driven as a person would: a target, what is missing, and what closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from gap_desks import NEEDS, TODAY, aim_at_keeper, rate
from gui_bench import button
from list_bench import LEFT, activate, latest, words
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QMenu, QSlider, QWidget

from careerdesk.domain.actions import Action
from careerdesk.domain.evidence import Evidence
from careerdesk.domain.learning import LearningItem
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.gui.development.action_dialog import ActionDialog
from careerdesk.gui.development.evidence_dialog import NewEvidenceDialog
from careerdesk.gui.pages.gap_columns import COLUMNS
from careerdesk.gui.pages.gap_levels import LevelChoice
from careerdesk.gui.pages.gap_page import GapPage
from careerdesk.gui.pages.role_chooser import RoleChooser
from careerdesk.gui.records.sections import Section
from careerdesk.gui.records.table_view import USUAL
from careerdesk.services import actions, history, records, roles
from careerdesk.services.desk import open_desk

if TYPE_CHECKING:
    from gui_bench import Bench
    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from careerdesk.services.desk import Desk

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def desk(opened: Bench) -> Desk:
    assert opened.session.desk is not None
    return opened.session.desk


@pytest.fixture
def page(qtbot: QtBot, opened: Bench) -> GapPage:
    """The page of a desk without a target."""
    activate(qtbot, opened.window)
    opened.window.navigator.open_page("gap")
    found = opened.window.navigator.page("gap")
    assert isinstance(found, GapPage)
    return found


@pytest.fixture
def aimed(desk: Desk, page: GapPage) -> GapPage:
    """The page of a desk with a target and most of its levels."""
    aim_at_keeper(desk)
    return page


def names(page: GapPage) -> list[str]:
    """Return the words of the first column, headings among them."""
    return [str(page.list.model.index(row, 0).data()) for row in range(page.list.model.rowCount())]


def cell(page: GapPage, name: str, key: str, role: int = Qt.ItemDataRole.DisplayRole) -> str:
    column = next(at for at, one in enumerate(COLUMNS) if one.key == key)
    return str(page.list.model.index(names(page).index(name), column).data(role))


def choose(page: GapPage, name: str) -> None:
    row = page.list.model.rows()[names(page).index(name)]
    assert page.table.select_record(row.record.id)


def chosen(page: GapPage) -> str:
    line = page.detail.line
    return "" if line is None else line.requirement.name


def chooser(page: GapPage) -> tuple[RoleChooser, QLineEdit, QListWidget]:
    (found,) = page.window().findChildren(RoleChooser)
    (field,) = found.findChildren(QLineEdit)
    (listed,) = found.findChildren(QListWidget)
    return found, field, listed


def test_that_without_a_target_the_page_teaches_and_leads_to_the_roles(
    qtbot: QtBot, page: GapPage, desk: Desk
) -> None:
    assert "No target role yet" in words(page)
    assert cursor() is button(page, "Choose target role…")
    qtbot.keyClick(cursor(), Qt.Key.Key_Space)
    overlay, field, listed = chooser(page)
    assert overlay.is_open
    qtbot.keyClicks(field, "product manager ai")
    roles_found = [listed.item(at).text() for at in range(listed.count())]
    assert "AI Product Manager" in roles_found
    for _ in range(listed.count()):
        if listed.currentItem().text() != "AI Product Manager":
            qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    target = roles.current_target(desk)
    assert target is not None
    assert (target.role, target.since) == ("ai_product_manager", TODAY)
    assert not overlay.is_open
    assert button(page, "Target role: AI Product Manager").isVisible()
    assert "You aim at AI Product Manager now." in words(page.window())


def test_that_the_primary_button_chooses_a_role_until_there_is_one(
    page: GapPage, desk: Desk
) -> None:
    assert page.primary.text() == "Choose target role…"
    page.primary.trigger()
    assert chooser(page)[0].is_open
    chooser(page)[0].dismiss()
    aim_at_keeper(desk)
    assert page.primary.text() == "Add action"


def test_that_the_chooser_says_what_it_does_not_find_and_which_roles_are_aimed_at(
    qtbot: QtBot, aimed: GapPage
) -> None:
    aimed.do("target")
    overlay, field, listed = chooser(aimed)
    qtbot.keyClicks(field, "bees")
    assert [listed.item(at).text() for at in range(listed.count())] == [
        "Your own roles",
        "Keeper of bees · your target now",
    ]
    qtbot.keyClicks(field, " and wasps")
    assert "No role says “bees and wasps”." in words(overlay)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert overlay.is_open
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not overlay.is_open


def test_that_both_readinesses_are_labelled_and_unknown_levels_make_the_claimed_one_a_range(
    aimed: GapPage, desk: Desk
) -> None:
    said = words(aimed._header)
    for part in (
        "As rated",
        "Evidenced",
        "allowing for unsupported ratings",
        "55\u201373 %",
        "0 %",
    ):
        assert part in said
    assert "27.3 to 45.5 points are missing, all in the 3 open skills below." in said
    assert "It is a range because of 1 unknown level." in said
    assert "Essential and at least two levels short: Far." in said
    rate(desk, "Unknown", 3)
    assert "73 %" in words(aimed._header)
    assert "range" not in words(aimed._header)


def test_that_the_list_has_open_gaps_first_and_the_met_ones_folded(aimed: GapPage) -> None:
    assert names(aimed) == [
        *("Open", "Far", "Unknown", "Near"),
        "Met",
        *("Strengths you carry over", "Above"),
    ]
    assert cell(aimed, "Far", "level") == "1 → 4"
    assert cell(aimed, "Far", "weight") == "Essential"
    assert cell(aimed, "Far", "adds") == "+20.5"
    assert cell(aimed, "Far", "evidence") == "none"
    assert cell(aimed, "Far", "action") == "No action yet"
    assert cell(aimed, "Unknown", "level") == "? → 3"
    assert cell(aimed, "Unknown", "adds") == "≤ 18.2"
    assert cell(aimed, "Above", "adds") == ""
    assert cell(aimed, "Above", "action") == ""


def test_that_a_screen_reader_hears_what_the_bars_show(aimed: GapPage) -> None:
    assert cell(aimed, "Far", "level", SPOKEN) == ("Level: 1, 4 needed, 0 supported by evidence")
    assert cell(aimed, "Unknown", "level", SPOKEN) == "Level: unknown, 3 needed"
    assert cell(aimed, "Unknown", "adds", SPOKEN) == "Adds: at most 18.2 points"
    assert cell(aimed, "Met", "skill", SPOKEN) == "Met, 1, folded"


def test_that_the_first_gap_is_chosen_and_its_details_are_beside_it(aimed: GapPage) -> None:
    assert chosen(aimed) == "Far"
    assert "What if this were 2 Assisted?" in words(aimed.detail)
    choose(aimed, "Met")
    assert chosen(aimed) == ""
    assert "exactly where the role needs you" in words(aimed.detail)


def test_that_a_skill_of_the_catalogue_shows_its_anchors_and_what_lies_between(
    page: GapPage, desk: Desk
) -> None:
    roles.target_role(desk, "ai_product_manager", TODAY)
    assert page.detail.line is not None
    requirement = page.detail.line.requirement
    assert f"What level {requirement.level} takes" in words(page.detail)
    page._store_level(Level.ASSISTED)
    said = words(page.detail)
    assert "2 Assisted" in said
    assert f"What separates 2 from {requirement.level}" in said
    assert "3 · " in said
    (rating,), (skill,) = desk.all(Rating), desk.all(Skill)
    assert (rating.on, skill.key) == (TODAY, requirement.skill)


def test_that_a_level_is_rated_with_the_keyboard_alone_as_one_change(
    qtbot: QtBot, aimed: GapPage, desk: Desk
) -> None:
    assert cursor() is aimed.table or aimed.table.setFocus() is None
    choose(aimed, "Far")
    qtbot.keyClick(aimed.table, Qt.Key.Key_Down)
    qtbot.keyClick(aimed.table, Qt.Key.Key_Up)
    assert chosen(aimed) == "Far"
    qtbot.keyClick(aimed.table, Qt.Key.Key_Return)
    rate_button = cursor()
    assert rate_button is button(aimed, "Rate now")
    qtbot.keyClick(rate_button, Qt.Key.Key_Space)
    titles = [one.accessibleName() for one in aimed.findChildren(LevelChoice)]
    assert titles[:3] == ["? Not known yet", "0 None", "1 Aware (now)"]
    for _ in titles:
        if not cursor().accessibleName().startswith("3 "):
            qtbot.keyClick(cursor(), Qt.Key.Key_Tab)
    qtbot.keyClick(cursor(), Qt.Key.Key_Space)
    assert latest(desk) == "Rate skill Far: 3"
    assert cell(aimed, "Far", "level") == "3 → 4"
    assert "Rated Far: 3 Independent." in words(aimed.window())
    assert cursor() is button(aimed, "Rate now")
    qtbot.keyClick(cursor(), Qt.Key.Key_Escape)
    assert cursor() is aimed.table
    history.undo(desk)
    assert cell(aimed, "Far", "level") == "1 → 4"


def test_that_a_skill_stays_chosen_when_its_level_puts_it_into_a_folded_section(
    aimed: GapPage, desk: Desk
) -> None:
    choose(aimed, "Near")
    rate(desk, "Near", 4)
    assert chosen(aimed) == "Near"
    met = names(aimed).index("Met")
    assert set(names(aimed)[met + 1 : met + 3]) == {"Near", "Met skill"}


def test_that_the_slider_shows_both_readinesses_and_changes_nothing(
    qtbot: QtBot, aimed: GapPage, desk: Desk
) -> None:
    choose(aimed, "Far")
    before, header = desk.history()[0], words(aimed._header)
    (slider,) = aimed.detail.findChildren(QSlider)
    assert slider.value() == 2
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    said = words(aimed.detail)
    assert "What if this were 4 Advanced?" in said
    assert "75\u201393 %" in said
    assert "Evidenced would be 27 % once there is evidence for that level." in said
    assert "4 Advanced: 75\u201393 % as rated, 0 % evidenced" in slider.accessibleDescription()
    assert desk.history()[0] == before
    assert words(aimed._header) == header
    choose(aimed, "Near")
    choose(aimed, "Far")
    assert slider.value() == 2


def test_that_only_the_gaps_without_an_action_are_listed_on_demand(
    aimed: GapPage, desk: Desk
) -> None:
    skill = next(one for one in desk.all(Skill) if one.name == "Far")
    actions.add_practice_action(desk, skill, "Look after a hive")
    assert cell(aimed, "Far", "action") == "Look after a hive"
    only = button(aimed, "Only without action (2)")
    only.click()
    assert names(aimed) == ["Open", "Unknown", "Near"]
    assert chosen(aimed) in ("Unknown", "Near")
    only.click()
    assert names(aimed)[:4] == ["Open", "Far", "Unknown", "Near"]
    aimed.do("unplanned")
    assert only.isChecked()
    assert cursor() is aimed.table


def test_that_the_sidebar_counts_open_gaps_without_an_action(
    qtbot: QtBot, aimed: GapPage, opened: Bench, desk: Desk
) -> None:
    entry = opened.window._sidebar._buttons["gap"]
    qtbot.waitUntil(lambda: entry.accessibleName() == "Gap, 3 to plan")
    skill = next(one for one in desk.all(Skill) if one.name == "Far")
    actions.add_practice_action(desk, skill, "Look after a hive")
    qtbot.waitUntil(lambda: entry.accessibleName() == "Gap, 2 to plan")
    assert aimed.isVisible()


def test_that_an_offer_of_the_catalogue_becomes_an_action_with_one_press(
    qtbot: QtBot, page: GapPage, desk: Desk
) -> None:
    roles.target_role(desk, "ai_product_manager", TODAY)
    offers = page.detail.offers.rows()
    assert offers
    qtbot.mouseClick(offers[0], LEFT)
    (action,), (item,) = desk.all(Action), desk.all(LearningItem)
    assert action.learning_item_id == item.id
    assert page.detail.line is not None
    assert page.detail.line.actions == (action,)
    assert action.aimed_level is not None
    assert action.aimed_level <= page.detail.line.requirement.level
    assert f"Added action {action.title}." in words(page.window())
    assert action.title not in [one.accessibleName() for one in page.detail.offers.rows()]
    history.undo(desk)
    assert not desk.all(Skill)
    assert not desk.all(LearningItem)


def test_that_adding_an_action_asks_with_the_level_that_is_needed(
    aimed: GapPage, desk: Desk
) -> None:
    choose(aimed, "Far")
    aimed.primary.trigger()
    (dialog,) = aimed.window().findChildren(ActionDialog)
    assert dialog.aimed.value() == Level.ADVANCED
    dialog.show_kind(1)
    dialog.practise.title.line.setText("Look after a hive")
    dialog.accept_button.click()
    (action,) = desk.all(Action)
    assert (action.title, action.aimed_level) == ("Look after a hive", Level.ADVANCED)
    assert cell(aimed, "Far", "action") == "Look after a hive"


def test_that_asking_for_an_action_on_a_heading_takes_the_first_gap_without_one(
    aimed: GapPage, desk: Desk
) -> None:
    far = next(one for one in desk.all(Skill) if one.name == "Far")
    actions.add_practice_action(desk, far, "Look after a hive")
    choose(aimed, "Met")
    aimed.do("action")
    assert chosen(aimed) == "Unknown"
    (dialog,) = aimed.window().findChildren(ActionDialog)
    dialog.reject()


def test_that_evidence_for_a_skill_the_inventory_lacks_adds_it(aimed: GapPage, desk: Desk) -> None:
    choose(aimed, "Unknown")
    assert "No evidence yet for level 1" in words(aimed.detail)
    aimed._evidence.trigger()
    (menu,) = (one for one in aimed.findChildren(QMenu) if one.isVisible())
    entry(menu, "A project…").trigger()
    menu.close()
    (dialog,) = aimed.window().findChildren(NewEvidenceDialog)
    dialog.editor.form.field("note").fill("A hive on the roof, since May. It gave ten jars")
    dialog.accept_button.click()
    assert [one.title for one in desk.all(Evidence)]
    assert cell(aimed, "Unknown", "evidence") == "1 item"
    assert cell(aimed, "Unknown", "level") == "? \u2192 3"
    assert "No evidence yet for level 1" not in words(aimed.detail)


def test_that_a_desk_that_is_read_only_can_be_looked_at_and_tried_but_not_changed(
    qtbot: QtBot, bench: Bench
) -> None:
    path = bench.new_desk()
    with open_desk(path) as made:
        aim_at_keeper(made)
    path.chmod(0o444)
    bench.window.show()
    activate(qtbot, bench.window)
    assert bench.session.open(path)
    bench.window.navigator.open_page("gap")
    page = bench.window.navigator.page("gap")
    assert isinstance(page, GapPage)
    assert chosen(page) == "Far"
    assert not page.primary.isEnabled()
    assert not button(page, "Rate now").isEnabled()
    (slider,) = page.detail.findChildren(QSlider)
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert "What if this were 3 Independent?" in words(page.detail)
    page.do("target")
    assert page.window().findChildren(RoleChooser) == []


def test_that_a_strength_has_a_line_for_an_example_which_stays_private(
    qtbot: QtBot, aimed: GapPage, desk: Desk
) -> None:
    assert not aimed.detail.example.isVisible()
    choose(aimed, "Above")
    line = aimed.detail.example.line
    line.setFocus()
    qtbot.keyClicks(line, "Took a swarm off a church tower")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    skill = next(one for one in desk.all(Skill) if one.name == "Above")
    assert skill.example == "Took a swarm off a church tower"
    assert latest(desk) == "Change example of skill Above"
    line.setFocus()
    qtbot.keyClicks(line, " twice")
    choose(aimed, "Far")
    assert desk.get(Skill, skill.id).example.endswith("twice")
    assert chosen(aimed) == "Far"
    choose(aimed, "Above")
    line.setFocus()
    qtbot.keyClicks(line, "!")
    assert aimed.leave()
    assert "!" in desk.get(Skill, skill.id).example


def test_that_several_targets_are_kept_and_taken_up_or_dropped_in_the_menu(
    aimed: GapPage, desk: Desk
) -> None:
    roles.target_role(desk, "data_scientist", TODAY)
    menu = aimed._targets.menu
    assert entries(menu) == [
        "Data Scientist",
        "Keeper of bees",
        "Choose target role…",
        "See matching roles",
        "Stop aiming at Data Scientist",
        "Stop aiming at Keeper of bees",
    ]
    entry(menu, "Data Scientist").trigger()
    assert latest(desk) == "Aim at Data Scientist"
    entry(menu, "Keeper of bees").trigger()
    assert button(aimed, "Target role: Keeper of bees").isVisible()
    entries(menu)
    entry(menu, "Stop aiming at Keeper of bees").trigger()
    assert button(aimed, "Target role: Data Scientist").isVisible()
    assert "You aim at Keeper of bees no longer." in words(aimed.window())


def test_that_another_target_begins_with_its_first_gap(aimed: GapPage, desk: Desk) -> None:
    choose(aimed, "Near")
    roles.target_role(desk, "data_scientist", TODAY)
    assert names(aimed)[1] == chosen(aimed)
    history.undo(desk)
    assert chosen(aimed) == "Far"


def test_that_the_levels_to_choose_from_come_into_sight(
    qtbot: QtBot, aimed: GapPage, opened: Bench
) -> None:
    opened.window.resize(900, 600)
    choose(aimed, "Near")
    aimed._rate.trigger()
    now = cursor()
    assert now.accessibleName() == "3 Independent (now)"
    qtbot.waitUntil(lambda: now.visibleRegion().boundingRect() == now.rect())


def test_that_a_target_none_of_whose_levels_is_known_leads_to_the_assessment(
    page: GapPage, desk: Desk, opened: Bench
) -> None:
    roles.target_role(desk, "data_scientist", TODAY)
    assert "None of these levels is known yet." in words(page)
    assert "Nothing is known yet of the 16 levels needed." in words(page)
    assert "0\u2013100 %" in words(page)
    button(page, "Take the assessment").click()
    assert not page.isVisible()
    opened.window.navigator.open_page("gap")
    page._store_level(Level.AWARE)
    assert "None of these levels is known yet." not in words(page)


def test_that_a_role_without_skills_says_so(page: GapPage, desk: Desk) -> None:
    aim_at_keeper(desk, needs={})
    assert "Keeper of bees names no skills yet" in words(page)
    assert button(page, "Choose target role…").isEnabled()
    button(page, "Say what it needs").click()
    shown = page._context.navigator.page("roles")
    assert shown.isVisible()
    assert "Keeper of bees" in words(shown)


def test_that_a_deleted_role_takes_its_gap_with_it(aimed: GapPage, desk: Desk) -> None:
    roles.remove_role(desk, roles.own_roles(desk)[0])
    assert "No target role yet" in words(aimed)


def test_that_the_details_go_below_the_list_in_a_narrow_window(
    qtbot: QtBot, aimed: GapPage, opened: Bench
) -> None:
    assert aimed._splitter.orientation() is Qt.Orientation.Horizontal
    opened.window.resize(900, 600)
    qtbot.waitUntil(lambda: aimed._splitter.orientation() is Qt.Orientation.Vertical)
    said = words(aimed._header)
    assert "allowing for unsupported ratings." in said
    assert "Essential and at least two levels short: Far." in said


def test_that_commands_of_the_page_are_found_by_name_from_anywhere(
    aimed: GapPage, opened: Bench
) -> None:
    window = opened.window
    found = {one.text() for one in window.navigator.actions()}
    assert {"Rate this skill", "Add action", "Add evidence", "Choose columns…"} <= found
    window.navigator.open_page("home")
    distant = {one.text(): one for one in window._complete().distant.actions()}
    distant["Gaps without an action"].trigger()
    assert aimed.isVisible()
    assert aimed.list.only.isChecked()


def test_that_columns_can_be_chosen_and_rows_sorted_within_their_sections(aimed: GapPage) -> None:
    header = aimed.table.horizontalHeader()
    assert not header.isSortIndicatorShown()  # by weight times missing levels
    aimed.table.sort_by("skill")
    assert header.isSortIndicatorShown()
    assert names(aimed)[:4] == ["Open", "Far", "Near", "Unknown"]
    aimed.table.sort_by("-adds")
    assert names(aimed)[1] == "Far"
    aimed.list.columns.trigger()
    menus = [one for one in aimed.findChildren(QMenu) if one.isVisible()]
    assert "Weight" in [one.text() for menu in menus for one in menu.actions()]
    for menu in menus:
        menu.close()


def test_that_a_click_on_the_level_sorts_by_it_and_a_third_one_by_urgency_again(
    qtbot: QtBot, aimed: GapPage, desk: Desk
) -> None:
    rate(desk, "Near", 0)
    rate(desk, "Far", 2)
    header = aimed.table.horizontalHeader()
    at = [one.key for one in COLUMNS].index("level")
    place = QPoint(header.sectionViewportPosition(at) + 20, header.height() // 2)
    urgent = names(aimed)
    found = []
    for _ in range(3):
        qtbot.mouseClick(header.viewport(), LEFT, pos=place)
        found.append((names(aimed)[1:4], header.isSortIndicatorShown()))
    assert found[:2] == [(["Near", "Far", "Unknown"], True), (["Far", "Near", "Unknown"], True)]
    assert (names(aimed), header.isSortIndicatorShown()) == (urgent, False)


def test_that_the_order_of_the_gaps_is_remembered(aimed: GapPage) -> None:
    for order in ("-level", USUAL):
        aimed.table.sort_by(order)
        aimed._layout.save()
        assert GapPage(aimed._context).table.order() == order


def test_that_what_changes_elsewhere_is_seen_here(aimed: GapPage, desk: Desk) -> None:
    skill = next(one for one in desk.all(Skill) if one.name == "Far")
    records.edit(desk, skill, name="Renamed")
    assert cell(aimed, "Far", "level") == "1 → 4"
    rate(desk, "Near", 1)
    assert cell(aimed, "Near", "level") == "1 → 4"
    assert isinstance(aimed.list.model.rows()[0].record, Section)
    assert len(NEEDS) == 5


def cursor() -> QWidget:
    """Return what has the cursor."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def entries(menu: QMenu) -> list[str]:
    menu.aboutToShow.emit()
    return [one.text() for one in menu.actions() if one.text()]


def entry(menu: QMenu, words: str) -> QAction:
    return next(one for one in menu.actions() if one.text() == words)
