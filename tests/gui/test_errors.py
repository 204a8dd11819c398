from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRunnable, QThread, QThreadPool, qWarning

from careerdesk.domain.errors import InvalidValueError, NotFoundError
from careerdesk.gui import log
from careerdesk.gui.errors import ErrorReporter, where

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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


def test_that_the_log_keeps_bugs_and_complaints_of_qt_without_what_they_quote(
    qapp: object, tmp_path: Path
) -> None:
    log.start(tmp_path / "state")
    try:
        log.write_bug("some place")
        qWarning('cannot read "/home/ada/secret.careerdesk" now')
    finally:
        log.stop()
    text = (tmp_path / "state" / "careerdesk.log").read_text(encoding="utf-8")
    assert "some place" in text
    assert "cannot read" in text
    assert "secret" not in text


def test_that_a_large_log_makes_room_for_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "careerdesk.log").write_bytes(b"x" * 1_000_001)
    log.start(tmp_path)
    log.stop()
    assert (tmp_path / "careerdesk.1.log").stat().st_size == 1_000_001
    assert (tmp_path / "careerdesk.log").stat().st_size == 0


def test_that_a_folder_that_cannot_be_written_is_no_reason_not_to_start(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be", encoding="utf-8")
    log.start(tmp_path / "state")
    log.write_bug("nowhere to write")
    log.stop()
    assert (tmp_path / "state").read_text(encoding="utf-8").startswith("a file")
