"""What can be done on Home about the people and dates it lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from careerdesk.domain.learning import Certificate
from careerdesk.domain.network import Contact, FollowUp
from careerdesk.domain.partial_date import PartialDate
from careerdesk.gui.log_overlay import LogOverlay
from careerdesk.gui.pages import PAGES, home_people
from careerdesk.gui.pages.home_page import HomePage
from careerdesk.gui.widgets.log_line import LogLine
from careerdesk.gui.widgets.quiet_buttons import NameButton

if TYPE_CHECKING:
    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

    from careerdesk.services.desk import Desk

TODAY = date(2030, 1, 1)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(opened: Bench) -> Desk:
    assert opened.session.desk is not None
    return opened.session.desk


@pytest.fixture
def page(opened: Bench) -> HomePage:
    found = opened.window.navigator.page("home")
    assert isinstance(found, HomePage)
    return found


@pytest.fixture
def _listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every kind of record has a page."""
    monkeypatch.setattr(home_people, "is_listed", lambda _: True)


def button(page: HomePage, name: str) -> QPushButton:
    QApplication.processEvents()
    (found,) = (
        one
        for one in page.findChildren(QPushButton)
        if name in (one.accessibleName(), one.text()) and not one.isHidden()
    )
    return found


def test_that_a_talk_with_somebody_quiet_is_begun_by_one_click(
    qtbot: QtBot, opened: Bench, page: HomePage, desk: Desk
) -> None:
    with desk.change("Add") as tx:
        tx.add(replace(Contact.new("Ada Byron"), cadence_days=30))
    qtbot.mouseClick(button(page, "Log a conversation with Ada Byron"), LEFT)
    (overlay,) = opened.window.findChildren(LogOverlay)
    line = overlay.findChild(LogLine)
    assert line.text() == "coffee with Ada Byron "  # type: ignore[union-attr]


def test_that_of_two_people_of_one_name_the_one_of_the_row_is_meant(
    qtbot: QtBot, opened: Bench, page: HomePage, desk: Desk
) -> None:
    with desk.change("Add") as tx:
        tx.add(replace(Contact.new("Mara", organization="Acme"), cadence_days=30))
        tx.add(Contact.new("Mara", organization="Fjord"))
    qtbot.mouseClick(button(page, "Log a conversation with Mara"), LEFT)
    (overlay,) = opened.window.findChildren(LogOverlay)
    line = overlay.findChild(LogLine)
    assert line.text() == "coffee with Mara (Acme) "  # type: ignore[union-attr]


def test_that_a_follow_up_is_done_by_its_tick_and_undone_from_the_message(
    qtbot: QtBot, opened: Bench, page: HomePage, desk: Desk
) -> None:
    with desk.change("Add") as tx:
        tx.add(FollowUp.new("Send notes", TODAY), FollowUp.new("Call", TODAY + timedelta(days=1)))
    tick = button(page, "Done: Send notes")
    tick.setFocus()
    qtbot.keyClick(tick, Qt.Key.Key_Return)
    done = desk.find(FollowUp, title="Send notes")
    assert done is not None
    assert done.done_on == TODAY
    assert opened.messages() == ["Done: Send notes"]
    assert opened.window.focusWidget() is button(page, "Done: Call")
    undo = next(
        one for one in opened.window.messages().findChildren(QPushButton) if one.text() == "Undo"
    )
    qtbot.mouseClick(undo, LEFT)
    assert all(one.done_on is None for one in desk.all(FollowUp))


@pytest.mark.usefixtures("_listed")
def test_that_names_open_their_records_by_click_and_by_key(
    qtbot: QtBot, opened: Bench, page: HomePage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Any] = []
    monkeypatch.setattr(opened.window.navigator, "open_record", shown.append)
    ada = replace(Contact.new("Ada & Co"), cadence_days=30)
    cloud = replace(Certificate.new("Cloud"), expires=PartialDate("2030-01-13"))
    notes = FollowUp.new("Send notes", TODAY)
    with desk.change("Add") as tx:
        tx.add(ada, cloud, notes)
    qtbot.mouseClick(button(page, "Ada & Co"), LEFT)
    qtbot.keyClick(button(page, "Cloud"), Qt.Key.Key_Space)
    button(page, "Send notes").setFocus()
    qtbot.keyClick(button(page, "Send notes"), Qt.Key.Key_Return)
    assert shown == [ada, cloud, notes]


@pytest.mark.usefixtures("_listed")
def test_that_a_long_name_ends_in_an_ellipsis_and_is_read_whole(
    opened: Bench, page: HomePage, desk: Desk
) -> None:
    title = "Send the notes on pricing to everybody who asked for them " * 3
    with desk.change("Add") as tx:
        tx.add(FollowUp.new(title, TODAY))
    QApplication.processEvents()
    (name,) = (one for one in page.findChildren(NameButton) if not one.isHidden())
    assert name.text().endswith("…")
    assert name.accessibleName() == title.strip()
    assert "everybody" in name.toolTip()
    opened.window.resize(560, 600)
    QApplication.processEvents()
    assert name.width() <= page.width()


@pytest.mark.usefixtures("_listed")
def test_that_tab_goes_through_the_cards_in_the_order_they_are_read(
    qtbot: QtBot, opened: Bench, page: HomePage, desk: Desk
) -> None:
    with desk.change("Add") as tx:
        tx.add(replace(Contact.new("Ada"), cadence_days=30), FollowUp.new("Send notes", TODAY))
    opened.window.activateWindow()
    QApplication.processEvents()
    button(page, "Log time").setFocus()
    reached = []
    for _ in range(12):
        qtbot.keyClick(opened.window.focusWidget(), Qt.Key.Key_Tab)
        focus = opened.window.focusWidget()
        assert isinstance(focus, QPushButton)
        reached.append(focus.accessibleName() or focus.text())
    ways = [spec.title for spec in PAGES]
    assert reached[: reached.index("History") + 1] == [
        *(way for way in ("Network",) if way in ways),
        "Ada",
        "Log a conversation with Ada",
        *(way for way in ("Learning",) if way in ways),
        "Send notes",
        "Done: Send notes",
        *(way for way in ("Progress", "Skills") if way in ways),
        "History",
    ]


def test_that_a_desk_opened_for_reading_offers_nothing_to_do(opened: Bench) -> None:
    path = opened.new_desk("Kept")
    assert opened.session.open(path)
    assert opened.session.desk is not None
    with opened.session.desk.change("Add") as tx:
        tx.add(FollowUp.new("Send notes", TODAY))
        tx.add(replace(Contact.new("Ada"), cadence_days=30))
    opened.session.close()
    path.chmod(0o400)
    assert opened.session.open(path)
    buttons = opened.window.navigator.page("home").findChildren(QPushButton)
    names = {one.accessibleName() or one.text() for one in buttons}
    assert names.isdisjoint({"Log time", "Log a conversation with Ada", "Done: Send notes"})
