from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolTip

from careerdesk.gui.icons import pixmap
from careerdesk.gui.theme import Theme, tokens
from careerdesk.gui.widgets.bars import AmountBar, WeekBars
from careerdesk.gui.widgets.calendar_popup import CalendarPopup
from careerdesk.gui.widgets.card import Card
from careerdesk.gui.widgets.heatmap import Heatmap
from careerdesk.gui.widgets.labels import LineLabel, label, pill
from careerdesk.gui.widgets.message_area import MessageArea, Offer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def colours_in(widget: QWidget) -> set[str]:
    image = picture(widget)
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_that_an_icon_has_the_colour_asked_for(qapp: QApplication) -> None:
    image = pixmap("house", "#ff0000", 32).toImage()
    solid = [
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert set(solid) == {"#ff0000"}


def test_that_user_text_on_labels_is_never_markup(qtbot: QtBot) -> None:
    for made in (label("<b>x</b>"), pill("<b>x</b>"), LineLabel("<b>x</b>")):
        qtbot.addWidget(made)
        assert made.textFormat() is Qt.TextFormat.PlainText


def test_that_a_line_that_is_cut_offers_the_whole_text(qtbot: QtBot) -> None:
    line = LineLabel("A title much longer than the room there is <b>for</b> it")
    qtbot.addWidget(line)
    line.resize(80, 20)
    line.show()
    assert "&lt;b&gt;for&lt;/b&gt;" in line.toolTip()
    line.resize(2000, 20)
    assert line.toolTip() == ""


def test_that_a_bar_is_filled_as_far_as_its_amount(qtbot: QtBot, theme: Theme) -> None:
    bar = AmountBar("Hours")
    qtbot.addWidget(bar)
    bar.resize(100, 8)
    for part, filled in ((0.0, 0), (0.5, 50), (3.0, 99)):
        bar.show_part(part, "words")
        image = picture(bar)
        accent = [image.pixelColor(x, 4).name() == tokens().accent for x in range(100)]
        assert abs(sum(accent) - filled) <= 2
    assert bar.accessibleName() == "Hours"
    assert bar.accessibleDescription() == "words"


def test_that_the_bars_of_the_weeks_say_their_hours(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    bars = WeekBars()
    qtbot.addWidget(bars)
    bars.resize(100, 40)
    assert colours_in(bars) == colours_in(bars)
    bars.show_weeks([0, 60], ["Week 1: nothing", "Week 2: 1 h"], 30)
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _on: shown.append(text))
    QApplication.sendEvent(bars, QHelpEvent(QEvent.Type.ToolTip, QPoint(90, 10), QPoint(90, 10)))
    assert "Week 2: 1 h" in shown[0]
    assert tokens().accent in colours_in(bars)
    assert "Week 1: nothing" in bars.accessibleDescription()


def _year(qtbot: QtBot) -> Heatmap:
    heatmap = Heatmap()
    qtbot.addWidget(heatmap)
    heatmap.resize(900, 200)
    heatmap.show_days(
        {date(2030, 1, 1): 130},
        first=date(2030, 1, 1),
        last=date(2030, 12, 31),
        today=date(2030, 6, 30),
        first_weekday=0,
        description="2 h on 1 day.",
    )
    heatmap.show()
    return heatmap


def test_that_every_day_of_the_year_has_a_place_of_its_own(qtbot: QtBot, theme: Theme) -> None:
    heatmap = _year(qtbot)
    found = {
        heatmap.day_at(QPoint(x, y))
        for x in range(0, heatmap.width(), 3)
        for y in range(0, heatmap.height(), 3)
    } - {None}
    days = {date(2030, 1, 1) + timedelta(days=day) for day in range(365)}
    assert found == days


def test_that_the_last_day_of_a_year_of_54_weeks_has_a_place(qtbot: QtBot, theme: Theme) -> None:
    heatmap = _year(qtbot)
    heatmap.resize(500, 200)  # so narrow that the width decides
    heatmap.show_days(
        {},
        first=date(2012, 1, 1),  # a Sunday of a leap year
        last=date(2012, 12, 31),
        today=date(2012, 12, 31),
        first_weekday=0,
        description="",
    )
    places = [QPoint(x, y) for x in range(heatmap.width()) for y in range(heatmap.height())]
    last = {place.x() for place in places if heatmap.day_at(place) == date(2012, 12, 31)}
    assert len(last) >= 7  # pixels: the cell is whole
    assert max(last) <= heatmap.width()


def test_that_a_day_is_coloured_by_its_time_and_named_by_its_tooltip(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    heatmap = _year(qtbot)
    places = [QPoint(x, y) for x in range(40) for y in range(heatmap.height())]
    first = [place for place in places if heatmap.day_at(place) == date(2030, 1, 1)]
    image = picture(heatmap)
    middle = first[len(first) // 2]
    assert image.pixelColor(middle).name() == tokens().accent
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _on: shown.append(text))
    QApplication.sendEvent(heatmap, QHelpEvent(QEvent.Type.ToolTip, middle, middle))
    assert "2.2 h" in shown[0]
    assert heatmap.day_text(date(2030, 1, 2)).endswith("nothing logged")
    assert heatmap.accessibleDescription() == "2 h on 1 day."


def test_that_a_heatmap_without_days_is_empty(qtbot: QtBot, theme: Theme) -> None:
    heatmap = Heatmap()
    qtbot.addWidget(heatmap)
    heatmap.resize(300, 100)
    assert heatmap.day_at(QPoint(5, 50)) is None
    assert len(colours_in(heatmap)) == 1


def test_that_a_cleared_card_keeps_its_title_only(qtbot: QtBot) -> None:
    card = Card("Title", "More")
    qtbot.addWidget(card)
    card.body.addWidget(label("body"))
    card.clear()
    shown = [one.text() for one in card.findChildren(QLabel) if not one.isHidden()]
    assert shown == ["Title"]
    with qtbot.waitSignal(card.way_on):
        card.findChild(QPushButton).click()  # type: ignore[union-attr]


def _area(qtbot: QtBot) -> MessageArea:
    area = MessageArea()
    qtbot.addWidget(area)
    return area


def test_that_messages_are_few_and_none_stands_twice(qtbot: QtBot) -> None:
    area = _area(qtbot)
    for text in ("a", "b", "c", "b", "d"):
        area.add(text)
    assert area.texts() == ["c", "b", "d"]
    area.clear()
    assert area.texts() == []
    assert area.isHidden()


def test_that_an_offer_is_taken_and_its_message_goes(qtbot: QtBot) -> None:
    area, taken = _area(qtbot), []
    area.add("Logged.", "accent", Offer("Undo", lambda: taken.append(True)))
    area.show()
    undo = next(one for one in area.findChildren(QPushButton) if one.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert taken == [True]
    assert area.texts() == []
    qtbot.waitUntil(area.isHidden)


def test_that_a_passing_message_goes_by_itself(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careerdesk.gui.widgets.message_area._PASSING_MS", 1)
    area = _area(qtbot)
    area.add("Logged.", is_passing=True)
    qtbot.waitUntil(lambda: area.texts() == [])


@pytest.fixture
def calendar(qtbot: QtBot, theme: Theme) -> Iterator[CalendarPopup]:
    """A calendar below a button, on 1 December 2029."""
    button = QPushButton("Since")
    qtbot.addWidget(button)
    button.show()
    made = CalendarPopup(button, 0)
    made.show_below(button, date(2029, 12, 1))
    yield made
    button.close()


def test_that_a_day_is_picked_once_and_the_calendar_is_gone(calendar: CalendarPopup) -> None:
    picked: list[QDate] = []
    calendar.picked.connect(picked.append)
    assert calendar.calendar.selectedDate() == QDate(2029, 12, 1)
    for _ in range(2):  # as a double click does
        calendar.calendar.clicked.emit(QDate(2029, 12, 24))
    assert picked == [QDate(2029, 12, 24)]
    assert not calendar.isVisible()


def test_that_digits_and_enter_in_a_calendar_pick_the_day_that_is_selected(
    qtbot: QtBot, calendar: CalendarPopup
) -> None:
    picked: list[QDate] = []
    calendar.picked.connect(picked.append)
    view = QApplication.focusWidget()
    qtbot.keyClicks(view, "31")
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert picked == [QDate(2029, 12, 2)]
