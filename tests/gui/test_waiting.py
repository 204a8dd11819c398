"""Counts in the sidebar, only where something waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint

from careerdesk.domain.network import Contact, FollowUp
from careerdesk.gui.widgets.sidebar import Sidebar
from careerdesk.services.waiting import WaitingCounter

if TYPE_CHECKING:
    from gui_bench import Bench
    from PySide6.QtWidgets import QLabel
    from pytestqt.qtbot import QtBot

    from careerdesk.gui.widgets.nav_button import NavButton

TODAY = date(2030, 1, 1)


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    made = Sidebar()
    qtbot.addWidget(made)
    made.resize(220, 400)
    made.show()
    return made


def entry(sidebar: Sidebar, key: str) -> NavButton:
    return sidebar._buttons[key]


def words(entry: NavButton) -> QLabel:
    assert entry._count is not None
    return entry._count


def test_that_a_count_stands_where_something_waits_and_is_read_out(sidebar: Sidebar) -> None:
    sidebar.show_waiting({"home": 3})
    home, history = entry(sidebar, "home"), entry(sidebar, "history")
    assert words(home).isVisible()
    assert words(home).text() == "3 due"
    assert home.accessibleName() == "Home, 3 due"
    assert history.accessibleName() == "History"
    assert history._count is None
    sidebar.show_waiting({})
    assert home.accessibleName() == "Home"
    assert not words(home).isVisible()


def test_that_a_narrow_sidebar_has_a_dot_and_says_it_in_the_tooltip(sidebar: Sidebar) -> None:
    sidebar.set_narrow(True)
    home = entry(sidebar, "home")
    place = QPoint(home.rect().center().x() + 8, home.rect().center().y() - 6)
    before = home.grab().toImage().pixelColor(place)
    sidebar.show_waiting({"home": 3})
    assert home.grab().toImage().pixelColor(place) != before
    assert home.text() == ""
    assert "Home, 3 due" in home.toolTip()
    assert not words(home).isVisible()
    sidebar.set_narrow(False)
    assert home.toolTip() == ""
    assert words(home).isVisible()


def test_that_the_counts_follow_the_changes_of_the_desk_and_the_day(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = WaitingCounter.count

    def beside_home(self: WaitingCounter, today: date) -> dict[str, int]:
        return {"home": waits} if (waits := count(self, today).get("network")) else {}

    monkeypatch.setattr(WaitingCounter, "count", beside_home)
    bench.window.show()
    assert bench.session.open(bench.new_desk())
    desk = bench.session.desk
    assert desk is not None
    home = entry(bench.window._sidebar, "home")
    with desk.change("Add") as tx:
        tx.add(FollowUp.new("Tomorrow", TODAY + timedelta(days=1)))
        tx.add(replace(Contact.new("Ada"), cadence_days=30))
    qtbot.waitUntil(lambda: home.waiting == 1)
    bench.now += timedelta(days=1)
    bench.window._minder.look()
    assert home.waiting == 2
    desk.undo()
    qtbot.waitUntil(lambda: home.waiting == 0)
    desk.redo()
    qtbot.waitUntil(lambda: home.waiting == 2)
    bench.session.close()
    assert home.waiting == 0
