"""The pages of a document on screen: where they stand, what is drawn of them, how they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication

from careerdesk.gui.widgets.page_preview import PagePreview
from careerdesk.gui.widgets.page_view import PageView
from careerdesk.portfolio.preview import PageLook

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def preview(qtbot: QtBot) -> PagePreview:
    made = PagePreview()
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.show_pages([PageLook(595, 842, f"Text of page {n}") for n in range(1, 7)])
    return made


def views(preview: PagePreview) -> list[PageView]:
    return preview.findChildren(PageView)


def draw_all(preview: PagePreview) -> list[int]:
    """Draw whatever is asked for; return the pages in the order they were asked for."""
    drawn = []
    while (need := preview.next_need()) is not None:
        page, width = need
        drawn.append(page)
        preview.show_picture(page, QPixmap(width, width), width)
    return drawn


def test_that_two_pages_stand_side_by_side_where_there_is_room(preview: PagePreview) -> None:
    first, second, third = (view.geometry() for view in views(preview)[:3])
    assert first.top() == second.top()
    assert first.right() < second.left()
    assert third.top() > first.bottom() - 10
    preview.resize(400, 500)
    first, second = (view.geometry() for view in views(preview)[:2])
    assert second.top() > first.bottom() - 10
    assert first.right() <= preview.viewport().width()


def test_that_only_pages_in_sight_or_near_are_drawn(preview: PagePreview) -> None:
    assert draw_all(preview) == [0, 1, 2, 3]
    preview.verticalScrollBar().setValue(preview.verticalScrollBar().maximum())
    assert draw_all(preview) == [4, 5]


def test_that_another_width_asks_for_sharper_pictures(preview: PagePreview) -> None:
    draw_all(preview)
    before = views(preview)[0].width_in_pixels
    preview.zoom_in()
    assert views(preview)[0].width_in_pixels > before
    assert draw_all(preview)[0] == 0


def test_that_pictures_far_away_are_given_back(qtbot: QtBot, preview: PagePreview) -> None:
    preview.resize(400, 300)
    draw_all(preview)
    assert views(preview)[0].is_sharp
    with qtbot.waitSignal(preview.needs_changed):
        preview.verticalScrollBar().setValue(preview.verticalScrollBar().maximum())
    assert not views(preview)[0].is_sharp


def test_that_a_preview_nobody_sees_keeps_only_what_will_be_in_sight_again(
    qtbot: QtBot, preview: PagePreview
) -> None:
    draw_all(preview)
    assert preview.next_need() is None
    preview.hide()
    kept = [view.is_sharp for view in views(preview)]
    assert kept[:2] == [True, True]
    assert not any(kept[2:])
    with qtbot.waitSignal(preview.needs_changed):
        preview.show()
    assert draw_all(preview) == [2, 3]


def test_that_the_keys_of_reading_go_through_the_pages(qtbot: QtBot, preview: PagePreview) -> None:
    preview.resize(400, 500)
    bar = preview.verticalScrollBar()
    assert preview.page == 1
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert bar.value() == bar.pageStep()
    qtbot.keyClick(preview, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    qtbot.keyClick(preview, Qt.Key.Key_Space)
    assert bar.value() == bar.pageStep()
    qtbot.keyClick(preview, Qt.Key.Key_End)
    assert (bar.value(), preview.page) == (bar.maximum(), 6)
    qtbot.keyClick(preview, Qt.Key.Key_Home)
    assert (bar.value(), preview.page) == (0, 1)


def turn(preview: PagePreview, by: int, keys: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(50, 50),
        preview.mapToGlobal(QPointF(50, 50)),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(preview.viewport(), event)


def test_that_the_wheel_zooms_with_ctrl_and_scrolls_without(preview: PagePreview) -> None:
    before = preview.scale
    turn(preview, 120, Qt.KeyboardModifier.ControlModifier)
    assert preview.scale > before
    turn(preview, -60, Qt.KeyboardModifier.ControlModifier)
    turn(preview, -60, Qt.KeyboardModifier.ControlModifier)
    assert preview.scale < before + 0.2
    at = preview.verticalScrollBar().value()
    turn(preview, -120, Qt.KeyboardModifier.NoModifier)
    assert preview.verticalScrollBar().value() > at


def test_that_zoom_has_ends_and_a_way_back_to_the_width(preview: PagePreview) -> None:
    fitting = preview.scale
    for _ in range(20):
        preview.zoom_in()
    assert preview.scale == pytest.approx(3.0, abs=0.01)
    for _ in range(20):
        preview.zoom_out()
    assert preview.scale == pytest.approx(0.25, abs=0.01)
    preview.fit_width()
    assert preview.scale == pytest.approx(fitting)


def test_that_the_page_that_is_read_stays_when_the_width_changes(preview: PagePreview) -> None:
    preview.resize(400, 500)
    preview.verticalScrollBar().setValue(views(preview)[3].geometry().top() + 20)
    assert preview.page == 4
    preview.resize(460, 500)
    assert preview.page == 4


def test_that_a_shorter_document_takes_its_pages_away(preview: PagePreview) -> None:
    preview.show_pages([PageLook(612, 792, "Only one")])
    assert preview.page_count == 1
    shown = [view for view in views(preview) if view.isVisible()]
    assert len(shown) == 1
    assert not shown[0].is_sharp


def test_that_a_screen_reader_hears_the_text_of_each_page(preview: PagePreview) -> None:
    face = QAccessible.queryAccessibleInterface(views(preview)[1])
    assert face is not None
    assert face.text(QAccessible.Text.Name) == "Page 2 of 6"
    assert face.text(QAccessible.Text.Description) == "Text of page 2"


def test_that_words_stand_where_no_pages_are_yet(qtbot: QtBot) -> None:
    empty = PagePreview()
    qtbot.addWidget(empty)
    empty.resize(400, 300)
    empty.show()
    empty.say("Setting the pages…")
    assert empty._words.isVisible()
    assert empty.next_need() is None
    empty.zoom_in()
    empty.show_pages([PageLook(595, 842, "")])
    assert not empty._words.isVisible()
