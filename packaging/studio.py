"""A main window built as the program builds it, to be photographed when nothing moves any more."""

from __future__ import annotations

import fnmatch
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QLocale,
    QPoint,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from careerdesk.gui import translations
from careerdesk.gui.application import Application
from careerdesk.gui.clock import Clock
from careerdesk.gui.errors import ErrorReporter
from careerdesk.gui.main_window import MainWindow
from careerdesk.gui.session import Session
from careerdesk.gui.settings import Settings, ThemeChoice
from careerdesk.gui.tasks import TaskRunner
from careerdesk.gui.text import reading_locale
from careerdesk.gui.theme import Theme, tokens
from careerdesk.gui.widgets.overlay import Overlay
from careerdesk.services.desk import create_desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NOW = datetime(2026, 11, 25, 18, 30, tzinfo=UTC)  # a Wednesday; the example's story ends here
PATIENCE = 60.0  # seconds, after which something is wrong
SOON_MS = 1000  # a timer that is due later changes nothing a picture would show
QUIET_TURNS = 4
OF_THE_PLATFORM = "This plugin does not support"  # said by the offscreen one


class NeverQuietError(RuntimeError):
    """Work in the window did not come to an end."""


class Studio:
    """One window, its settings and its desks, all in a folder that is gone afterwards."""

    def __init__(self, size: tuple[int, int], names: Sequence[str]) -> None:
        self._names = names
        self._folder = tempfile.TemporaryDirectory(prefix="careerdesk-")
        self.folder = Path(self._folder.name)
        self.problems: list[str] = []
        self.target = Path()
        qInstallMessageHandler(self._note_complaint)
        QApplication.setStyle("Fusion")
        self._application = Application(["careerdesk"])
        self._application.setApplicationName("CareerDesk")
        self._application.setApplicationVersion("0.1.0")
        QLocale.setDefault(reading_locale(QLocale("en_GB"), "en"))
        errors = ErrorReporter(self._application)
        errors.message.connect(self.problems.append)
        errors.bug.connect(self.problems.append)
        errors.install()
        self._settings = Settings(self.folder / "settings.ini")
        self._settings.theme = ThemeChoice.LIGHT
        self.theme = Theme(self._application, self._settings)
        self.tasks = TaskRunner(self._application)
        clock = Clock(_now)
        for make in (open_desk, create_desk):  # or what is written there would bear another day
            make.__kwdefaults__ = {**(make.__kwdefaults__ or {}), "clock": _now}
        self.session = Session(self._settings, errors, clock.today, self._application)
        self.window = MainWindow(
            self.session, self._settings, self.theme, self.tasks, errors, clock
        )
        self.window.painted.connect(self.theme.complete)
        self._translators = translations.install(self._application)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        self.settle()

    def wants(self, *names: str) -> bool:
        """Say whether any picture of these names is asked for."""
        return not self._names or any(
            fnmatch.fnmatch(name, pattern) for name in names for pattern in self._names
        )

    def take(self, name: str) -> None:
        """Take a picture once nothing moves any more, if it is asked for."""
        if not self.wants(name):
            return
        self.settle()
        self.target.mkdir(parents=True, exist_ok=True)
        _picture(self.window).save(str(self.target / f"{name}.png"))

    def press(self, keys: str) -> None:
        """Do what a key of the menus does."""
        wanted = QKeySequence(keys)
        for action in self.window.findChildren(QAction):
            if wanted in action.shortcuts():
                action.trigger()
                return
        raise LookupError(keys)

    def clear(self) -> None:
        """Close whatever stands before the window or floats over its page."""
        for dialog in _dialogs_of(self.window):
            dialog.close()
        for overlay in self.window.findChildren(Overlay):
            overlay.dismiss()
        self.window.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Let the window work until neither a worker nor a timer has anything left to change."""
        end = time.monotonic() + PATIENCE
        quiet = 0
        while quiet < QUIET_TURNS:
            if time.monotonic() > end:
                raise NeverQuietError(self.target)
            _turn()
            quiet = 0 if self._is_at_work() else quiet + 1

    def end(self) -> None:
        """Close the desk and the window, and leave nothing behind."""
        self.tasks.wait()
        self.session.close()
        self.window.close()
        self._folder.cleanup()

    def _note_complaint(self, _kind: QtMsgType, _place: object, words: str) -> None:
        if not words.startswith(OF_THE_PLATFORM):
            self.problems.append(words)

    def _is_at_work(self) -> bool:
        return not self.tasks.is_idle or any(
            timer.isActive() and timer.interval() <= SOON_MS
            for timer in self.window.findChildren(QTimer)
        )


def _now() -> datetime:
    return NOW


def _turn() -> None:
    """Give the event loop some turns: one for what is due, one for what came of it."""
    for _ in range(2):
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _dialogs_of(window: QWidget) -> Iterator[QWidget]:
    for one in QApplication.topLevelWidgets():
        if one is not window and one.isVisible() and one.windowType() is not Qt.WindowType.ToolTip:
            yield one


def _picture(window: QWidget) -> QPixmap:
    """Return the window with what stands before it, where a window manager would put that."""
    whole = window.grab()
    with QPainter(whole) as painter:
        for one in _dialogs_of(window):
            before = one.grab()
            size = before.deviceIndependentSize().toSize()
            at = (
                one.pos() - window.pos()
                if one.windowType() is Qt.WindowType.Popup
                else QPoint(
                    (window.width() - size.width()) // 2, (window.height() - size.height()) // 2
                )
            )
            painter.drawPixmap(at, before)
            painter.setPen(QColor(tokens().ink_3))
            painter.drawRect(at.x() - 1, at.y() - 1, size.width() + 1, size.height() + 1)
    return whole
