from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from careerdesk.gui.widgets.overlay import Overlay

if TYPE_CHECKING:
    from gui_bench import Bench
    from pytestqt.qtbot import QtBot


class Scene:
    """A window with a line of its own, and an overlay with a line and a button."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        page = QWidget()
        column = QVBoxLayout(page)
        self.below = QLineEdit()
        column.addWidget(self.below)
        column.addStretch()
        self.window.setCentralWidget(page)
        self.window.resize(900, 600)
        self.overlay = Overlay(self.window, "Log something")
        self.line = QLineEdit()
        self.button = QPushButton("Log")
        self.overlay.body.addWidget(self.line)
        self.overlay.body.addWidget(self.button)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.below.setFocus()

    def open(self) -> None:
        self.overlay.open()
        self.line.setFocus()


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    return Scene(qtbot)


def test_that_escape_closes_it_and_the_focus_goes_back(qtbot: QtBot, scene: Scene) -> None:
    scene.open()
    assert scene.line.hasFocus()
    with qtbot.waitSignal(scene.overlay.closed):
        qtbot.keyClick(scene.line, Qt.Key.Key_Escape)
    assert not scene.overlay.isVisible()
    assert scene.below.hasFocus()


def test_that_a_click_beside_the_panel_closes_it_and_one_on_it_does_not(
    qtbot: QtBot, scene: Scene
) -> None:
    scene.open()
    panel = scene.overlay.panel.geometry()
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(scene.overlay, left, pos=panel.topLeft() + QPoint(5, 5))
    assert scene.overlay.is_open
    qtbot.mouseClick(scene.overlay, left, pos=panel.topLeft() - QPoint(5, 5))
    assert not scene.overlay.is_open
    assert scene.below.hasFocus()


def test_that_tab_stays_within_the_panel(qtbot: QtBot, scene: Scene) -> None:
    scene.open()
    for expected in (scene.button, scene.line, scene.button):
        qtbot.keyClick(scene.window.focusWidget(), Qt.Key.Key_Tab)
        assert expected.hasFocus()
    qtbot.keyClick(scene.button, Qt.Key.Key_Backtab)
    assert scene.line.hasFocus()


def test_that_it_goes_when_the_focus_is_taken_elsewhere(scene: Scene) -> None:
    scene.open()
    scene.below.setFocus()
    assert not scene.overlay.is_open
    assert scene.below.hasFocus()


def test_that_it_forgets_where_the_focus_was_if_that_is_gone(qtbot: QtBot, scene: Scene) -> None:
    scene.open()
    scene.below.deleteLater()
    qtbot.wait(10)
    scene.overlay.dismiss()
    assert not scene.overlay.is_open


def test_that_the_panel_stays_inside_windows_of_any_size(scene: Scene) -> None:
    scene.open()
    for width, height in ((1280, 800), (900, 600), (320, 200)):
        scene.window.resize(width, height)
        QApplication.processEvents()
        panel = scene.overlay.panel.geometry()
        assert scene.overlay.size() == scene.window.size()
        assert scene.overlay.rect().contains(panel)
        assert abs(panel.center().x() - scene.overlay.rect().center().x()) <= 1
    before = scene.overlay.panel.height()
    scene.window.resize(900, 600)
    scene.overlay.body.addWidget(QPushButton("Another"))
    QApplication.processEvents()
    assert scene.overlay.panel.height() > before


def test_that_only_the_panel_and_a_soft_shadow_are_drawn(scene: Scene) -> None:
    plain = scene.window.grab().toImage()
    scene.open()
    drawn = scene.window.grab().toImage()
    corner = QPoint(drawn.width() - 5, drawn.height() - 5)
    assert drawn.pixelColor(corner) == plain.pixelColor(corner)
    beside = scene.overlay.panel.geometry().bottomLeft() + QPoint(100, 6)
    assert drawn.pixelColor(beside) != plain.pixelColor(beside)


def test_that_the_window_outlives_a_panel_that_had_the_focus(qtbot: QtBot, opened: Bench) -> None:
    # Qt for Python may take the window to belong to what had the focus, and then for gone.
    overlay = Overlay(opened.window, "A panel")
    field = QLineEdit()
    overlay.body.addWidget(field)
    overlay.open()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    overlay.dismiss()
    overlay.deleteLater()
    qtbot.waitUntil(lambda: not isValid(overlay))
    assert isValid(opened.window)
    assert isValid(opened.window.menuBar())
    opened.window._menus.show_desk(opened.session.desk)
