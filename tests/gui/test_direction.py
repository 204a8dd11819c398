"""What is drawn by hand is mirrored for readers from right to left, and nothing is cut off."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolTip, QWidget

from careerdesk.gui.direction import placed
from careerdesk.gui.icons import pixmap
from careerdesk.gui.pages import PAGES
from careerdesk.gui.theme import Theme, tokens
from careerdesk.gui.widgets.bars import AmountBar, WeekBars
from careerdesk.gui.widgets.heatmap import Heatmap
from careerdesk.gui.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gui_bench import Bench
    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def from_the_right(qapp: QApplication) -> Iterator[None]:
    """Readers of Arabic and Hebrew."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def columns_of(widget: QWidget, colour: str, y: int) -> list[int]:
    image = widget.grab().toImage()
    return [x for x in range(image.width()) if image.pixelColor(x, y).name() == colour]


def test_that_an_area_is_mirrored_within_another_one() -> None:
    within = QRectF(10, 0, 100, 20)
    area = QRectF(12, 5, 30, 10)
    assert placed(area, within, Qt.LayoutDirection.LeftToRight) == area
    assert placed(area, within, Qt.LayoutDirection.RightToLeft) == QRectF(78, 5, 30, 10)


def test_that_a_bar_is_filled_from_the_right(qtbot: QtBot, theme: Theme) -> None:
    bar = AmountBar("Hours")
    qtbot.addWidget(bar)
    bar.resize(100, 8)
    bar.show_part(0.25, "words")
    filled = columns_of(bar, tokens().accent, 4)
    assert 73 <= min(filled) <= 77
    assert max(filled) >= 97


def test_that_the_newest_week_stands_at_the_left(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    bars = WeekBars()
    qtbot.addWidget(bars)
    bars.resize(100, 40)
    bars.show_weeks([0, 60], ["Week 1", "Week 2"], None)
    assert max(columns_of(bars, tokens().accent, 30)) < 50
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _on: shown.append(text))
    QApplication.sendEvent(bars, QHelpEvent(QEvent.Type.ToolTip, QPoint(10, 10), QPoint(10, 10)))
    assert "Week 2" in shown[0]


def test_that_the_year_begins_at_the_right(qtbot: QtBot, theme: Theme) -> None:
    heatmap = Heatmap()
    qtbot.addWidget(heatmap)
    heatmap.resize(900, 200)
    heatmap.show_days(
        {date(2030, 1, 1): 130},
        first=date(2030, 1, 1),
        last=date(2030, 12, 31),
        today=date(2030, 12, 31),
        first_weekday=1,  # a Tuesday, the first of the year
        description="",
    )
    y = round(heatmap._head() + 5)
    assert heatmap.day_at(QPoint(heatmap.width() - 5, y)) == date(2030, 1, 1)
    assert min(columns_of(heatmap, tokens().accent, y)) > heatmap.width() / 2


def test_that_room_beside_an_icon_is_on_the_side_of_the_text(qapp: QApplication) -> None:
    image = pixmap("house", "#ff0000", 16, gap=6).toImage()
    drawn = [
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 0
    ]
    assert min(drawn) >= 6 * image.devicePixelRatio()


@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_that_a_page_is_whole_from_right_to_left(opened: Bench, key: str) -> None:
    opened.window.navigator.open_page(key)
    QApplication.processEvents()
    (sidebar,) = opened.window.findChildren(Sidebar)
    page = opened.window.navigator.page(key)
    assert sidebar.geometry().left() > page.mapTo(opened.window, QPoint()).x()
    cut = [
        one.text() or one.accessibleName()
        for one in opened.window.findChildren(QAbstractButton)
        if one.isVisible()
        and (parent := one.parentWidget()) is not None
        and not parent.rect().contains(one.geometry())
    ]
    assert cut == []
