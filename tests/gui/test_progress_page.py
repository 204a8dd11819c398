"""The Progress page: cards over one period, values with their records, pictures and numbers."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from gui_bench import button
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu, QPushButton

from careerdesk.charts.gallery import CHARTS
from careerdesk.domain.learning import Certificate, StudySession
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup
from careerdesk.gui import file_dialogs
from careerdesk.gui.dialogs.busy import BusyDialog
from careerdesk.gui.models.chart_table import ChartTableModel
from careerdesk.gui.pages.progress_page import ProgressPage
from careerdesk.gui.settings import ChartPeriod, TextSize, ThemeChoice
from careerdesk.gui.widgets.message_area import MessageArea

if TYPE_CHECKING:
    import uuid
    from collections.abc import Collection
    from pathlib import Path

    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

    from careerdesk.charts.spots import Spot
    from careerdesk.gui.widgets.chart_canvas import ChartCanvas
    from careerdesk.gui.widgets.chart_card import ChartCard

TODAY = date(2030, 1, 1)


def fill(bench: Bench) -> None:
    """Ten weeks of sessions, two groups of skills, a certificate."""
    assert bench.session.desk is not None
    groups = [SkillGroup.new(name) for name in ("Code", "Design", "Law")]
    skills = [
        replace(Skill.new(f"{group.name} {number}"), group_id=group.id)
        for group in groups
        for number in range(2)
    ]
    with bench.session.desk.change("Fill") as tx:
        tx.add_many(groups)
        tx.add_many(skills)
        tx.add_many(Rating.new(skill.id, TODAY, Level(3)) for skill in skills)
        tx.add_many(StudySession.new(TODAY - timedelta(weeks=back), 60) for back in range(10))
        tx.add(StudySession.new(TODAY - timedelta(days=1), 30))
        tx.add(Certificate.new("First aid"))


@pytest.fixture
def empty(qtbot: QtBot, opened: Bench) -> ProgressPage:
    return shown(qtbot, opened)


@pytest.fixture
def page(qtbot: QtBot, opened: Bench) -> ProgressPage:
    fill(opened)
    return shown(qtbot, opened)


def shown(qtbot: QtBot, bench: Bench) -> ProgressPage:
    bench.window.navigator.open_page("progress")
    found = bench.window.navigator.page("progress")
    assert isinstance(found, ProgressPage)
    qtbot.waitUntil(lambda: found.is_complete)
    return found


def canvas_of(page: ProgressPage, key: str) -> ChartCanvas:
    return page.card(key).canvas


def sentence(page: ProgressPage, key: str) -> str:
    view = page.card(key).view
    assert view is not None
    return view.sentence


def menu_action(card: ChartCard, words: str) -> QAction:
    menus = card.findChildren(QMenu)
    return next(one for menu in menus for one in menu.actions() if words in one.text())


def test_that_a_chart_nobody_sees_keeps_no_picture_and_is_drawn_again(
    page: ProgressPage,
) -> None:
    canvas = canvas_of(page, "hours")
    canvas.grab()
    assert canvas._picture is not None
    canvas.hide()
    assert canvas._picture is None
    canvas.show()
    assert canvas.spots()


def test_that_every_chart_is_a_card_with_its_sentence_and_a_text_for_screen_readers(
    page: ProgressPage,
) -> None:
    for spec in CHARTS:
        canvas = canvas_of(page, spec.key)
        assert canvas.accessibleName()
        assert canvas.accessibleDescription() == sentence(page, spec.key)
        assert page.card(spec.key).table.accessibleName()


def test_that_charts_of_an_empty_desk_teach_their_first_step_and_offer_nothing_else(
    empty: ProgressPage,
) -> None:
    for spec in CHARTS:
        assert canvas_of(empty, spec.key).accessibleDescription().startswith("No ")
    words = {one.text() for one in empty.findChildren(QPushButton) if one.isVisible()}
    assert words == {"4 weeks", "3 months", "12 months", "Everything"}


def test_that_one_period_is_for_all_charts_and_is_remembered(
    qtbot: QtBot, opened: Bench, page: ProgressPage
) -> None:
    rows = page.card("hours").table.model().rowCount()
    qtbot.mouseClick(button(page, "4 weeks"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.is_complete)
    assert page.card("hours").table.model().rowCount() == 4 < rows
    assert "since" in sentence(page, "activity")
    assert opened.settings.chart_period is ChartPeriod.WEEKS


def test_that_the_period_is_reached_by_tabulator_and_changed_by_arrow_keys(
    qtbot: QtBot, opened: Bench, page: ProgressPage
) -> None:
    chosen = button(page, "12 months")
    policies = [one.focusPolicy() for one in page.findChildren(QPushButton) if one.isCheckable()]
    assert policies.count(Qt.FocusPolicy.ClickFocus) == 3
    chosen.setFocus()
    qtbot.keyClick(chosen, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: opened.settings.chart_period is ChartPeriod.ALL)


def test_that_a_change_is_shown_by_the_charts_it_concerns(
    qtbot: QtBot, opened: Bench, page: ProgressPage
) -> None:
    before = {spec.key: page.card(spec.key).view for spec in CHARTS}
    assert opened.session.desk is not None
    with opened.session.desk.change("Log") as tx:
        tx.add(StudySession.new(TODAY, 90))
    qtbot.waitUntil(lambda: page.is_complete)
    changed = {key for key, view in before.items() if page.card(key).view is not view}
    assert changed == {"hours", "activity"}
    assert sentence(page, "hours").startswith("3 h this week")


def test_that_changes_while_a_chart_is_read_are_not_lost(
    qtbot: QtBot, opened: Bench, page: ProgressPage
) -> None:
    desk = opened.session.desk
    assert desk is not None
    for number in range(5):
        with desk.change("Log") as tx:
            tx.add(StudySession.new(TODAY, 60 + number))
        qtbot.wait(1)
    qtbot.waitUntil(lambda: page.is_complete)
    assert sentence(page, "hours").startswith("6.7 h this week")


def test_that_a_bar_under_the_pointer_says_its_week_and_its_hours(
    qtbot: QtBot, page: ProgressPage
) -> None:
    canvas = canvas_of(page, "hours")
    last = canvas.spots()[-1]
    qtbot.mouseMove(canvas, canvas.rect_of(last).center())
    qtbot.waitUntil(lambda: canvas.spot == last)
    assert last.text == "Week of 31 Dec 2029: 1.5 h; 10.5 h in all by then"
    assert canvas.accessibleDescription().startswith(last.text)
    qtbot.mouseMove(canvas, QPoint(1, canvas.height() - 2))
    qtbot.waitUntil(lambda: canvas.spot is None)


def test_that_arrow_keys_walk_through_the_bars(qtbot: QtBot, page: ProgressPage) -> None:
    canvas = canvas_of(page, "hours")
    spots = canvas.spots()
    canvas.setFocus()

    def after(key: Qt.Key) -> Spot | None:
        qtbot.keyClick(canvas, key)
        return canvas.spot

    assert after(Qt.Key.Key_Left) == spots[-1]
    assert after(Qt.Key.Key_Left) == spots[-2]
    assert after(Qt.Key.Key_Right) == spots[-1]
    assert after(Qt.Key.Key_Right) == spots[-1]
    assert after(Qt.Key.Key_Home) == spots[0]
    assert after(Qt.Key.Key_Left) == spots[0]
    assert after(Qt.Key.Key_End) == spots[-1]
    assert after(Qt.Key.Key_Escape) is None
    assert canvas.accessibleDescription() == sentence(page, "hours")


def opened_records(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    found: list[Any] = []

    def note(kind: type[Any], ids: Collection[uuid.UUID], words: str) -> None:
        found.append((kind, len(ids), words))

    monkeypatch.setattr(bench.window.navigator, "open_records", note)
    monkeypatch.setattr(bench.window.navigator, "open_record", lambda record: found.append(record))
    return found


def test_that_enter_on_a_dot_lists_the_records_behind_it(
    qtbot: QtBot, opened: Bench, page: ProgressPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = opened_records(opened, monkeypatch)
    radar = canvas_of(page, "skills_radar")
    radar.setFocus()
    qtbot.keyClick(radar, Qt.Key.Key_Right)
    qtbot.keyClick(radar, Qt.Key.Key_Return)
    assert found == [(Skill, 2, "skills of Code")]


def test_that_a_click_on_one_skill_shows_it_with_its_details(
    qtbot: QtBot, opened: Bench, page: ProgressPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = opened_records(opened, monkeypatch)
    bars = canvas_of(page, "skill_bars")
    spot = bars.spots()[0]
    place = bars.rect_of(spot).center()
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=place)
    assert [one.name for one in found] == ["Code 0"]


def test_that_a_bar_whose_records_no_page_lists_leads_nowhere(
    qtbot: QtBot, opened: Bench, page: ProgressPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = opened_records(opened, monkeypatch)
    canvas = canvas_of(page, "hours")
    view = page.card("hours").view
    assert view is not None
    canvas.show_view(view, lambda _kind: False)
    spot = canvas.spots()[-1]
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect_of(spot).center())
    assert found == []
    assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_that_the_numbers_take_the_place_of_the_picture(qtbot: QtBot, page: ProgressPage) -> None:
    card = page.card("hours")
    toggle = button(card, "Table of: Hours per week")
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert card.table.isVisible()
    assert not card.canvas.isVisible()
    card.table.setFocus()
    card.table.selectRow(0)
    qtbot.keyClick(card.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    header, row = QGuiApplication.clipboard().text().split("\n")
    assert header == "Week from\tHours\tHours in all"
    assert row.startswith("2029-10-29\t1.0\t")
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert card.canvas.isVisible()


def test_that_the_whole_table_can_be_copied_without_being_shown(
    opened: Bench, page: ProgressPage
) -> None:
    card = page.card("skills_radar")
    menu_action(card, "Copy table").trigger()
    assert len(QGuiApplication.clipboard().text().split("\n")) == 4
    assert "The table is on the clipboard." in opened.messages()


def test_that_a_picture_is_copied(qtbot: QtBot, opened: Bench, page: ProgressPage) -> None:
    QGuiApplication.clipboard().setMimeData(QMimeData())
    menu_action(page.card("hours"), "Copy picture").trigger()
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull(), timeout=15_000)
    assert "The picture is on the clipboard." in opened.messages()


@pytest.mark.parametrize(("suffix", "begin"), [(".png", b"\x89PNG"), (".svg", b"<?xml")])
def test_that_a_picture_is_saved_where_the_user_says(
    qtbot: QtBot,
    opened: Bench,
    page: ProgressPage,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    suffix: str,
    begin: bytes,
) -> None:
    path = tmp_path / f"hours{suffix}"
    monkeypatch.setattr(file_dialogs, "ask_new_file", lambda *_: path)
    menu_action(page.card("hours"), f"Save as {suffix[1:].upper()}").trigger()
    qtbot.waitUntil(path.exists, timeout=15_000)
    qtbot.waitUntil(lambda: bool(opened.messages()))
    assert path.read_bytes().startswith(begin)
    assert opened.settings.last_folder == tmp_path
    assert isinstance(opened.window.messages(), MessageArea)


def test_that_charts_follow_the_theme_and_the_size_of_text(
    qtbot: QtBot, opened: Bench, page: ProgressPage
) -> None:
    canvas = canvas_of(page, "hours")
    light, height = canvas.grab().toImage(), canvas.height()
    opened.theme.choose(ThemeChoice.DARK)
    assert canvas.grab().toImage() != light
    opened.theme.choose_text_size(TextSize.LARGEST)
    qtbot.waitUntil(lambda: canvas.height() > height)


def test_that_cards_stand_in_two_columns_or_in_one(
    qtbot: QtBot, opened: Bench, page: ProgressPage
) -> None:
    assert page.card("hours").y() == page.card("activity").y()
    opened.window.resize(800, 700)
    qtbot.waitUntil(lambda: page.card("activity").y() > page.card("hours").geometry().bottom())
    assert page.card("hours").canvas.width() <= page.width()


def test_that_numbers_are_written_for_the_reader_and_copied_plain(qapp: object) -> None:
    model = ChartTableModel()
    tester = QAbstractItemModelTester(model)
    model.show(("Day", "Month", "Name", "Share"), (("2026-11-02", "2026-03", "a  b", 26.2),))
    cells = [model.index(0, column).data() for column in range(4)]
    assert cells[1:] == ["Mar 2026", "a b", "26.2"]
    assert model.as_text() == "Day\tMonth\tName\tShare\n2026-11-02\t2026-03\ta b\t26.2"
    model.show((), ())
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    tester.deleteLater()


def test_that_a_problem_while_reading_is_told_and_the_rest_goes_on(
    qtbot: QtBot, opened: Bench, page: ProgressPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    from careerdesk.domain.errors import DeskDamagedError
    from careerdesk.services.shelf import Shelf

    def fail(shelf: Shelf, kind: type[Any], count: int) -> bool:
        if kind is StudySession:
            raise DeskDamagedError("A row is damaged.")
        return original(shelf, kind, count)

    original = Shelf.gather
    monkeypatch.setattr(Shelf, "gather", fail)
    page.refresh()
    qtbot.waitUntil(lambda: page.is_complete)
    assert "A row is damaged." in opened.messages()
    assert page.card("certificates").view is not None


def test_that_the_value_reached_by_keys_comes_into_sight(
    qtbot: QtBot, opened: Bench, page: ProgressPage
) -> None:
    opened.window.resize(800, 500)
    canvas = canvas_of(page, "certificates")
    qtbot.waitUntil(lambda: canvas.visibleRegion().isEmpty())
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    spot = canvas.spot
    assert spot is not None
    qtbot.waitUntil(lambda: canvas.visibleRegion().contains(canvas.rect_of(spot).center()))


def test_that_another_desk_may_be_opened_while_charts_are_read(qtbot: QtBot, opened: Bench) -> None:
    fill(opened)
    opened.window.navigator.open_page("progress")
    assert opened.session.open(opened.new_desk("Another"))
    page = shown(qtbot, opened)
    assert sentence(page, "hours").startswith("No study time yet")


def test_that_work_on_the_page_begins_with_the_period(opened: Bench, page: ProgressPage) -> None:
    page.take_focus()
    assert opened.window.focusWidget() is button(page, "12 months")


def test_that_the_sessions_of_a_week_are_listed_on_their_page(
    qtbot: QtBot, opened: Bench, page: ProgressPage
) -> None:
    hours = canvas_of(page, "hours")
    week = hours.spots()[-1]
    qtbot.mouseClick(hours, Qt.MouseButton.LeftButton, pos=hours.rect_of(week).center())
    learning = opened.window.navigator.page("learning")
    assert learning.isVisible()
    words = {one.text() for one in learning.findChildren(QPushButton) if one.isVisible()}
    assert any("week of 31 Dec 2029" in text for text in words)
    opened.window.navigator.go_back()
    assert page.isVisible()


def test_that_a_desk_lent_to_a_worker_is_not_read(
    qtbot: QtBot, opened: Bench, page: ProgressPage
) -> None:
    ended = threading.Event()
    dialog = BusyDialog("Importing", opened.window)
    dialog.open()
    opened.tasks.start(
        lambda _progress: ended.wait(10), on_success=lambda _: None, on_failure=opened.errors.show
    )
    page.refresh()
    qtbot.wait(150)
    assert not page.is_complete
    ended.set()
    dialog.done(0)
    dialog.deleteLater()
    qtbot.waitUntil(lambda: page.is_complete)
