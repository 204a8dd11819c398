"""A level as steps: what is solid, hatched and empty, told by the colours on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.level_steps import LevelSteps, Steps

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from careerdesk.gui.theme import Theme


def drawn(qtbot: QtBot, steps: Steps, *, is_mirrored: bool = False) -> list[str]:
    """Say of each step, from its beginning, how it is drawn."""
    widget = LevelSteps("Level")
    qtbot.addWidget(widget)
    if is_mirrored:
        widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    widget.show_steps(steps, "")
    widget.resize(widget.sizeHint())
    widget.show()
    image = widget.grab().toImage()
    pitch = widget.width() / max(steps.drawn, steps.room)
    found = []
    for at in range(steps.drawn):
        left = round(at * pitch)
        end = image.width() - left if is_mirrored else left + round(pitch)
        begin = image.width() - left - round(pitch) if is_mirrored else left
        found.append(kind_of(image, begin, min(end, image.width())))
    return found


def kind_of(image: QImage, begin: int, end: int) -> str:
    middle = image.height() // 2
    inside = [image.pixelColor(x, middle).name() for x in range(begin + 3, end - 4)]
    accents = inside.count(QColor(tokens().accent).name())
    if accents == len(inside):
        return "solid"
    if image.pixelColor(begin, 0).name() in inside:
        return "outline"
    return "hatched" if len(set(inside)) > 1 else "empty"


@pytest.mark.usefixtures("theme")
def test_that_what_is_supported_is_solid_and_what_is_only_claimed_is_hatched(
    qtbot: QtBot, theme: Theme
) -> None:
    del theme
    assert drawn(qtbot, Steps(3, 1, 4)) == ["solid", "hatched", "hatched", "empty"]
    assert drawn(qtbot, Steps(2, 2, 3)) == ["solid", "solid", "empty"]
    assert drawn(qtbot, Steps(2, 0, 2)) == ["hatched", "hatched"]


@pytest.mark.usefixtures("theme")
def test_that_a_level_alone_is_solid_and_an_unknown_one_is_outlines(qtbot: QtBot) -> None:
    assert drawn(qtbot, Steps(2)) == ["solid", "solid", "empty", "empty", "empty"]
    assert drawn(qtbot, Steps(None, None, 3)) == ["outline"] * 3


@pytest.mark.usefixtures("theme")
def test_that_a_level_above_the_one_needed_is_drawn_whole(qtbot: QtBot) -> None:
    assert drawn(qtbot, Steps(5, 5, 3)) == ["solid"] * 5


@pytest.mark.usefixtures("theme")
def test_that_steps_begin_at_the_right_for_those_who_read_from_there(qtbot: QtBot) -> None:
    assert drawn(qtbot, Steps(1, 1, 2, room=2), is_mirrored=True) == ["solid", "empty"]


def test_that_a_screen_reader_gets_name_and_level(qtbot: QtBot) -> None:
    widget = LevelSteps("Your level")
    qtbot.addWidget(widget)
    widget.show_steps(Steps(3, 1, 4), "3, 4 needed")
    assert (widget.accessibleName(), widget.accessibleDescription()) == (
        "Your level",
        "3, 4 needed",
    )
