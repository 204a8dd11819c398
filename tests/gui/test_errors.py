from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRunnable, QThread, QThreadPool

from careerdesk.domain.errors import InvalidValueError, NotFoundError
from careerdesk.gui.errors import ErrorReporter, where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def reporter(qapp: object) -> Iterator[ErrorReporter]:
    hooks = sys.excepthook, threading.excepthook
    made = ErrorReporter()
    made.install()
    yield made
    sys.excepthook, threading.excepthook = hooks


def _fail(secret: str) -> None:
    raise KeyError(secret)


def test_that_an_expected_error_becomes_a_message(qtbot: QtBot, reporter: ErrorReporter) -> None:
    with qtbot.waitSignal(reporter.message) as caught, reporter.reported():
        raise NotFoundError("The skill is gone.")
    assert caught.args == ["The skill is gone."]


def test_that_a_bug_is_not_swallowed_by_a_reported_block(reporter: ErrorReporter) -> None:
    with pytest.raises(ZeroDivisionError), reporter.reported():
        raise ZeroDivisionError


@pytest.mark.qt_no_exception_capture
def test_that_a_bug_in_a_worker_is_announced_in_the_gui_thread(
    qtbot: QtBot, reporter: ErrorReporter
) -> None:
    main = QThread.currentThread()
    threads: list[bool] = []
    reporter.bug.connect(lambda _text: threads.append(QThread.currentThread() is main))

    class Broken(QRunnable):
        def run(self) -> None:
            raise ZeroDivisionError

    with qtbot.waitSignal(reporter.bug) as caught:
        QThreadPool.globalInstance().start(Broken())
    assert "ZeroDivisionError" in str(caught.args)
    assert threads == [True]


@pytest.mark.qt_no_exception_capture
def test_that_a_bug_in_a_plain_thread_is_announced(qtbot: QtBot, reporter: ErrorReporter) -> None:
    with qtbot.waitSignal(reporter.bug):
        thread = threading.Thread(target=_fail, args=["x"])
        thread.start()
        thread.join()


def test_that_the_same_bug_is_announced_once(reporter: ErrorReporter) -> None:
    bugs: list[str] = []
    reporter.bug.connect(bugs.append)
    for _ in range(14):
        try:
            _fail("x")
        except KeyError as error:
            reporter.show(error)
    assert len(bugs) == 1


def test_that_a_report_names_places_and_no_words_of_the_user() -> None:
    try:
        try:
            _fail("Ada's salary")
        except KeyError as error:
            raise InvalidValueError("pay", "is 120000") from error
    except InvalidValueError as error:
        report = where(error)
    assert "_fail" in report
    assert "KeyError" in report
    assert "InvalidValueError" in report
    assert "salary" not in report.replace('_fail("Ada\'s salary")', "")
    assert "120000" not in report.replace('"is 120000"', "")


@pytest.mark.parametrize(
    "place",
    ["/home/ada/careerdesk/gui/x.py", r"C:\Users\Ada\careerdesk\gui\x.py", "/home/ada/x.py"],
)
def test_that_a_report_names_no_folder_of_the_user(place: str) -> None:
    try:
        exec(compile("raise ValueError", place, "exec"))
    except ValueError as error:
        report = where(error)
    assert "x.py" in report
    assert "ada" not in report.casefold()
    assert str(Path(__file__).parents[2]) not in report
