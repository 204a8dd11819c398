"""A main window on a real desk, and the demand that no test leaves anything behind."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import pytest
import shiboken6
from gui_bench import Bench
from PySide6.QtCore import QCoreApplication, QEvent, QTimer

from careerdesk.gui.settings import Settings
from careerdesk.gui.theme import Theme
from careerdesk.gui.translations import install, remove

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def bare_application(qapp: QApplication) -> Iterator[QApplication]:
    """The application before there is a theme, and again so afterwards."""
    font, palette = qapp.font(), qapp.palette()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def theme(bare_application: QApplication, settings: Settings) -> Iterator[Theme]:
    made = Theme(bare_application, settings)
    made.complete()  # as the program does after its first frame
    yield made
    made.deleteLater()


@pytest.fixture(autouse=True)
def _english(qapp: QApplication) -> Iterator[None]:
    """The plural forms, as in the program."""
    translators = install(qapp)
    assert translators
    yield
    remove(qapp, translators)


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, settings: Settings, theme: Theme) -> Iterator[Bench]:
    made = Bench(tmp_path, settings, theme)
    qtbot.addWidget(made.window)
    yield made
    made.tasks.wait()
    made.session.close()


@pytest.fixture
def opened(qtbot: QtBot, bench: Bench) -> Bench:
    """A bench whose window is shown with an empty desk."""
    bench.window.resize(1280, 800)
    with qtbot.waitExposed(bench.window):
        bench.window.show()
    assert bench.session.open(bench.new_desk())
    return bench


@pytest.fixture(autouse=True, scope="module")
def _nothing_kept_for_good() -> Iterator[None]:
    """Let go, after each file, of what died after it had been set aside."""
    yield
    gc.unfreeze()
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    threads = set(threading.enumerate())
    yield
    for _ in range(3):  # what is deleted may leave others to delete
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()
    gc.collect()
    windows = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    assert windows == [], "a test left a window open"
    timers = [
        one
        for one in gc.get_objects()
        if isinstance(one, QTimer) and shiboken6.isValid(one) and one.isActive()
    ]
    assert timers == [], "a test left a timer running"
    left = {
        one
        for one in set(threading.enumerate()) - threads
        if not isinstance(one, threading._DummyThread)  # an idle one of Qt's pool, once seen
    }
    assert left == set(), "a test left a thread running"
    gc.freeze()  # modules, the catalogue and what is kept of fonts need not be walked every time
