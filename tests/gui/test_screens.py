from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from gui_bench import Bench
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from careerdesk.gui.screens import arrangement, keep_on_screen, screen_key, visible_place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from careerdesk.gui.settings import Settings

LAPTOP = QRect(0, 30, 1440, 870)
MONITOR = QRect(1440, 0, 2560, 1440)


@pytest.mark.parametrize(
    "place", [QRect(100, 100, 1280, 700), QRect(1300, 100, 1280, 800), QRect(-900, 50, 1000, 500)]
)
def test_that_a_window_whose_title_can_be_reached_stays(place: QRect) -> None:
    assert visible_place(place, [LAPTOP, MONITOR]) == place


@pytest.mark.parametrize(
    "place",
    [
        QRect(2000, 100, 1280, 800),  # on a monitor that is gone
        QRect(-1270, 100, 1280, 800),
        QRect(100, -700, 1280, 800),
        QRect(100, 890, 1280, 800),
    ],
)
def test_that_a_window_nobody_could_reach_comes_back(place: QRect) -> None:
    assert LAPTOP.contains(visible_place(place, [LAPTOP]))


def test_that_a_window_is_not_larger_than_its_screen() -> None:
    assert LAPTOP.contains(visible_place(QRect(0, 30, 3000, 2000), [LAPTOP]))


def test_that_without_any_screen_the_place_stands() -> None:
    assert visible_place(QRect(5, 5, 10, 10), []) == QRect(5, 5, 10, 10)


def test_that_a_window_from_a_lost_monitor_is_brought_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(9000, 9000, 300, 200)
    keep_on_screen(window)
    assert window.screen().availableGeometry().contains(window.geometry())


def test_that_a_screen_is_known_by_name_and_size(bench: Bench) -> None:
    size = bench.window.screen().size()
    assert screen_key(bench.window).endswith(f"{size.width()}x{size.height()}")


def test_that_the_window_has_a_place_for_each_arrangement_of_screens(
    opened: Bench, settings: Settings
) -> None:
    opened.window.resize(700, 610)
    opened.window.close()
    again = Bench(opened.folder, settings, opened.theme)
    assert again.window.size() == QSize(700, 610)
    again.window.deleteLater()
    assert not settings.layout_state("window", arrangement()).isEmpty()
    assert settings.layout_state("window", "another monitor").isEmpty()
