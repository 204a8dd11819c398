"""The window's composition root: builds every long-lived object once and connects them.

Order matters. The application object comes first, because paths and fonts need it; the question
whether there is a window already second, so that a later start leaves nothing behind; the log and
the exception hooks third, so that a failure from here on is reported; then theme and frame, so
that something is on screen at once. The desk is opened in the turn of the event loop after the
frame has been painted, because importing storage and reading the file take longer than all the
rest; it is read through SQLite's driver. SQLAlchemy, which only writing needs, is loaded once Home
stands. Shutdown runs backwards: the window waits for tasks and closes the desk, then the log ends.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QStandardPaths, QTimer

from careerdesk import __version__
from careerdesk.gui import log
from careerdesk.gui.application import Application
from careerdesk.gui.clock import Clock
from careerdesk.gui.errors import ErrorReporter
from careerdesk.gui.main_window import MainWindow
from careerdesk.gui.session import Session
from careerdesk.gui.settings import Settings
from careerdesk.gui.single_instance import SingleInstance, folder_of_screen
from careerdesk.gui.tasks import TaskRunner
from careerdesk.gui.text import reading_locale
from careerdesk.gui.theme import Theme
from careerdesk.gui.translations import ENGLISH, install, language_of
from careerdesk.storage.early_digest import EarlyDigest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

_IMPORTED_AT: Final = time.perf_counter()
REPORT_OPTION: Final = "--startup-report"


def run(argv: Sequence[str]) -> int:
    """Show the window, open the desk, return the exit status."""
    gc.disable()  # start-up makes much that lives for ever; enabled again by _Start.load
    options = _Options(argv[1:])
    if options.unknown is not None:
        sys.stderr.write(f"careerdesk: unknown option {options.unknown}; see careerdesk --help\n")
        return 2
    # X11 takes the window's class from the first of them. The style as a word, because
    # QApplication.setStyle() returns it, and Python then loads all that can be asked of a style.
    application = Application(["careerdesk", "-style", "fusion", *argv[1:]])
    language = language_of(QLocale.system())
    QLocale.setDefault(reading_locale(QLocale.system(), language))
    application.setApplicationName("CareerDesk")
    application.setDesktopFileName("careerdesk")
    application.setApplicationVersion(__version__)
    state = _folder(QStandardPaths.StandardLocation.StateLocation)
    instance = SingleInstance(folder_of_screen(state, os.environ), application)
    if not options.is_reporting and not instance.claim() and instance.hand_over(options.desk):
        return 0
    log.start(state)
    errors = ErrorReporter(application)
    errors.install()
    place = _folder(QStandardPaths.StandardLocation.AppConfigLocation)
    settings = Settings(place / "settings.ini")
    theme = Theme(application, settings)
    tasks = TaskRunner(application)
    clock = Clock(_now)
    session = Session(settings, errors, clock.today, application)
    if language != ENGLISH:  # else nothing in the frame has to be looked up
        install(application, language)
    window = MainWindow(session, settings, theme, tasks, errors, clock)
    start = _Start(window, session, settings, options)
    window.painted.connect(start.note_window)
    window.painted.connect(theme.complete)
    if language == ENGLISH:
        window.painted.connect(lambda: install(application))
    window.ready.connect(start.load)
    window.ready.connect(instance.listen)
    instance.asked.connect(window.come_forward)
    application.desk_asked.connect(start.take)
    window.show()
    status = application.exec()
    instance.release()
    tasks.wait()
    session.close()
    log.stop()
    return status


class _Start:
    """What happens once the frame is on screen, with the times at which it did."""

    def __init__(
        self, window: MainWindow, session: Session, settings: Settings, options: _Options
    ) -> None:
        self._window = window
        self._session = session
        self._is_reporting = options.is_reporting
        self._window_shown = 0.0
        self._is_loaded = False
        recent = settings.recent_desks[:1]
        self._path: Path | None = options.desk or (recent[0] if recent else None)
        self._early: EarlyDigest | None = None
        if self._path is not None:
            window.announce(self._path)
            self._early = EarlyDigest(self._path)  # a large desk is read while the frame is made

    def note_window(self) -> None:
        """Take the time at which the frame was on screen."""
        self._window_shown = seconds_since_start()

    def take(self, desk: Path) -> None:
        """Open a desk that the system asks for, now or with the first one."""
        if self._is_loaded:
            self._window.come_forward(desk)
        else:
            self._path = desk

    def load(self) -> None:
        """Open the desk asked for, else the last one, else show what can be chosen."""
        self._is_loaded = True
        try:
            is_open = self._path is not None and self._session.open(self._path, self._early)
        finally:  # even if that fails by a bug, after which the program goes on
            gc.freeze()
            gc.enable()
        if is_open:
            page = self._window.navigator.page("home")
            page.painted.connect(self._finish)  # type: ignore[attr-defined]
        else:
            self._window.show_start()
            self._finish()

    def _finish(self) -> None:
        home_painted = seconds_since_start()
        if self._session.desk is not None:
            QTimer.singleShot(0, self._session.desk.prepare_to_write)
        if self._is_reporting:
            sys.stdout.write(f"window shown {self._window_shown * 1000:.0f} ms\n")
            if self._session.desk is not None:
                sys.stdout.write(f"home painted {home_painted * 1000:.0f} ms\n")
            sys.stdout.flush()
            QTimer.singleShot(0, self._window.close)


def seconds_since_start() -> float:
    """Return the age of this process.

    On Linux as the kernel tells it, in steps of 10 ms and with Python's own start included.
    Elsewhere the time since this module was imported, which leaves out Python's own start.
    """
    try:
        after_name = Path("/proc/self/stat").read_text(encoding="utf-8").rpartition(")")[2]
        started = int(after_name.split()[19]) / os.sysconf("SC_CLK_TCK")
        return time.clock_gettime(time.CLOCK_BOOTTIME) - started
    except (OSError, AttributeError, ValueError, IndexError):
        return time.perf_counter() - _IMPORTED_AT


def _now() -> datetime:
    from datetime import UTC, datetime  # not needed before the first frame

    return datetime.now(UTC)


def _folder(location: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(location))


class _Options:
    """What the command line asks of the window."""

    def __init__(self, arguments: Sequence[str]) -> None:
        # Not argparse, which takes longer to import than all of this module.
        self.is_reporting = REPORT_OPTION in arguments
        words = [word for word in arguments if word != REPORT_OPTION]
        self.unknown = next((word for word in words if word.startswith("-")), None)
        self.desk = Path(words[0]) if words else None
