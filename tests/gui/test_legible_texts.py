"""Texts have the room they need, in every theme and every size of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from list_bench import activate
from PySide6.QtWidgets import (
    QComboBox,
    QPushButton,
    QStyle,
    QStyleOptionFrame,
    QVBoxLayout,
    QWidget,
)

from careerdesk.gui.fields.choice_fields import OpenChoiceField
from careerdesk.gui.settings import TextSize, ThemeChoice

if TYPE_CHECKING:
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
