"""Texts have the room they need, in every theme and every size of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from list_bench import activate
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionFrame,
    QVBoxLayout,
    QWidget,
)

from careerdesk.gui.fields.choice_fields import ChoiceField, OpenChoiceField
from careerdesk.gui.listings.skill_groups import SkillGroups
from careerdesk.gui.records.table_model import RecordTableModel
from careerdesk.gui.records.table_view import RecordTable
from careerdesk.gui.settings import TextSize, ThemeChoice
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.labels import LineLabel
from careerdesk.services.example import create_example_desk

if TYPE_CHECKING:
    from gui_bench import Bench
    from PySide6.QtCore import QRect
    from pytestqt.qtbot import QtBot

    from careerdesk.gui.theme import Theme


def room_for_words(choice: QComboBox) -> QRect:
    """Return where the words of a choice one can type in are drawn."""
    line = choice.lineEdit()
    assert line is not None
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    part = QStyle.SubElement.SE_LineEditContents
    return line.style().subElementRect(part, option, line).translated(line.pos())


def open_example(bench: Bench) -> None:
    path = bench.folder / "Example.careerdesk"
    create_example_desk(path, bench.now.date()).close()
    assert bench.session.open(path)


def cut_texts(page: QWidget) -> list[str]:
    """Return the words in sight on a page that have less height than they need."""
    QApplication.processEvents()
    shown: list[QLabel | QPushButton] = [
        *page.findChildren(QLabel),
        *page.findChildren(QPushButton),
    ]
    return [one.text() for one in shown if one.isVisible() and one.height() < _needed_height(one)]


def _needed_height(widget: QWidget) -> int:
    if widget.hasHeightForWidth():
        return widget.heightForWidth(widget.width())
    return widget.minimumSizeHint().height()


@pytest.mark.parametrize("colours", ThemeChoice)
@pytest.mark.parametrize("size", TextSize)
def test_that_a_choice_keeps_its_words_in_place_when_one_types_in_it(
    qtbot: QtBot, theme: Theme, colours: ThemeChoice, size: TextSize
) -> None:
    theme.choose(colours)
    theme.choose_text_size(size)
    window, field, other = QWidget(), OpenChoiceField(), QPushButton("Other")
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(other)
    column.addWidget(field)
    field.fill("Programming")
    window.show()
    activate(qtbot, window)
    other.setFocus()
    before = room_for_words(field.combo)
    field.combo.setFocus()
    assert field.combo.hasFocus()
    assert room_for_words(field.combo) == before
    assert before.height() >= field.combo.fontMetrics().height()


@pytest.mark.parametrize("colours", ThemeChoice)
@pytest.mark.parametrize("size", TextSize)
def test_that_a_choice_opens_with_all_its_words_in_sight(
    qtbot: QtBot, theme: Theme, colours: ThemeChoice, size: TextSize
) -> None:
    theme.choose(colours)
    theme.choose_text_size(size)
    field = ChoiceField()
    qtbot.addWidget(field)
    field.offer(list(enumerate(("Course", "Book", "Certification", "Workshop", "Other"))))
    field.fill(1)
    field.resize(260, field.sizeHint().height())
    field.show()
    field.combo.showPopup()
    rows = field.combo.view()
    places = [rows.visualRect(rows.model().index(at, 0)) for at in range(field.combo.count())]
    in_sight = rows.viewport().rect()
    ground = rows.viewport().grab(places[1]).toImage().pixelColor(places[1].width() // 2, 3)
    field.combo.hidePopup()
    assert all(in_sight.contains(place) for place in places)
    assert all(place.height() > field.fontMetrics().height() for place in places)
    assert ground == QColor(tokens().accent_surface)


@pytest.mark.parametrize("key", ["home", "gap", "progress"])
@pytest.mark.parametrize("width", [1280, 900])
def test_that_cards_have_room_for_text_that_grew_while_they_were_out_of_sight(
    opened: Bench, key: str, width: int
) -> None:
    open_example(opened)
    opened.window.resize(width, 800)
    navigator = opened.window.navigator
    for size in (TextSize.LARGE, TextSize.LARGER, TextSize.LARGEST):
        navigator.open_page(key)
        QApplication.processEvents()
        navigator.open_page("settings")
        opened.theme.choose_text_size(size)
        QApplication.processEvents()
        navigator.open_page(key)
        assert cut_texts(navigator.page(key)) == []


@pytest.mark.parametrize("width", range(600, 1300, 40))
def test_that_no_sentence_of_home_is_wider_than_its_card(opened: Bench, width: int) -> None:
    open_example(opened)
    opened.window.resize(width, 800)
    QApplication.processEvents()
    labels = opened.window.navigator.page("home").findChildren(QLabel)
    # Lines that end in an ellipsis by themselves need no width.
    shown = [one for one in labels if one.isVisible() and not isinstance(one, LineLabel)]
    assert [one.text() for one in shown if one.width() < one.minimumSizeHint().width()] == []


def strokes(table: RecordTable, at: int) -> list[bool]:
    """Say of each column of pixels of a heading, from its first letter on, whether it is drawn."""
    header = table.horizontalHeader()
    image = header.grab().toImage()
    left, ground = header.sectionViewportPosition(at), QColor(tokens().panel)
    lines = range(4, image.height() - 4)  # without the line below
    drawn = [
        any(image.pixelColor(x, y) != ground for y in lines)
        for x in range(left + 1, left + header.sectionSize(at) - 1)
    ]
    if table.isRightToLeft():
        drawn.reverse()
    return drawn[drawn.index(True) :]


@pytest.mark.parametrize("size", TextSize)
@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_that_the_heading_of_figures_keeps_its_letters_beside_the_arrow(
    qtbot: QtBot, theme: Theme, size: TextSize, direction: Qt.LayoutDirection
) -> None:
    theme.choose_text_size(size)
    columns = SkillGroups.columns
    (at,) = (at for at, one in enumerate(columns) if one.key == "rank")
    table = RecordTable(RecordTableModel(columns, lambda _row: ""))
    qtbot.addWidget(table)
    table.setLayoutDirection(direction)
    table.resize(900, 300)
    table.show()
    table.sort_by("name")
    letters = strokes(table, at)
    while not letters[-1]:
        letters.pop()
    table.sort_by("rank")
    assert strokes(table, at)[: len(letters)] == letters
    assert any(strokes(table, at)[len(letters) :])
