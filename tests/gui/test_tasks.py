from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThread

from careerdesk.domain.errors import NotFoundError
from careerdesk.gui.tasks import TaskRunner

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from careerdesk.gui.tasks import Progress


@pytest.mark.parametrize("fails", [False, True])
def test_that_a_task_answers_in_the_gui_thread(qtbot: QtBot, fails: bool) -> None:
    runner = TaskRunner()
    main = QThread.currentThread()
    answers: list[tuple[object, bool]] = []

    def work(_progress: Callable[[int, int], None]) -> str:
        assert QThread.currentThread() is not main
        if fails:
            raise NotFoundError("gone")
        return "done"

    def note(result: object) -> None:
        answers.append((result, QThread.currentThread() is main))

    with qtbot.waitSignal(runner.busy_changed, check_params_cb=lambda busy: not busy):
        runner.start(work, on_success=note, on_failure=note)
        assert runner.is_busy
    ((answer, in_gui_thread),) = answers
    assert in_gui_thread
    assert not runner.is_busy
    assert isinstance(answer, NotFoundError) if fails else answer == "done"


def test_that_progress_is_told_while_a_task_runs(qtbot: QtBot) -> None:
    runner = TaskRunner()
    steps: list[tuple[int, int]] = []
    runner.progressed.connect(lambda done, of: steps.append((done, of)))

    def work(progress: Callable[[int, int], None]) -> None:
        for done in (1, 2):
            progress(done, 2)

    with qtbot.waitSignal(runner.busy_changed, check_params_cb=lambda busy: not busy):
        runner.start(work, on_success=lambda _: None, on_failure=lambda _: None)
    assert steps == [(1, 2), (2, 2)]


def test_that_a_cancelled_task_ends_at_its_next_word_and_says_so(qtbot: QtBot) -> None:
    runner = TaskRunner()
    has_begun = threading.Event()
    answers: list[str] = []

    def work(progress: Progress) -> None:
        has_begun.set()
        while True:
            progress(1, 2)

    task = runner.start(
        work,
        on_success=lambda _: answers.append("done"),
        on_failure=lambda _: answers.append("failed"),
        on_cancelled=lambda: answers.append("cancelled"),
    )
    assert has_begun.wait(10)
    with qtbot.waitSignal(runner.busy_changed, check_params_cb=lambda busy: not busy):
        task.cancel()
    assert answers == ["cancelled"]


def test_that_a_task_with_nothing_left_to_stop_still_succeeds(qtbot: QtBot) -> None:
    runner = TaskRunner()
    may_end = threading.Event()
    answers: list[object] = []
    task = runner.start(
        lambda progress: may_end.wait(10) and progress.is_cancelled(),
        on_success=answers.append,
        on_failure=answers.append,
    )
    task.cancel()
    with qtbot.waitSignal(runner.busy_changed, check_params_cb=lambda busy: not busy):
        may_end.set()
    assert answers == [True]


def test_that_quiet_work_makes_nothing_busy_and_says_nothing(qtbot: QtBot) -> None:
    runner = TaskRunner()
    said: list[object] = []
    runner.busy_changed.connect(said.append)
    runner.progressed.connect(lambda *numbers: said.append(numbers))
    runner.began.connect(said.append)
    answers: list[object] = []

    def work(progress: Callable[[int, int], None]) -> str:
        progress(1, 2)
        return "done"

    runner.start(work, on_success=answers.append, on_failure=answers.append, is_quiet=True)
    assert not runner.is_busy
    qtbot.waitUntil(lambda: bool(answers))
    runner.wait()
    assert (answers, said) == (["done"], [])


def test_that_work_with_words_says_what_is_going_on(qtbot: QtBot) -> None:
    runner = TaskRunner()
    said: list[str] = []
    runner.began.connect(said.append)
    with qtbot.waitSignal(runner.busy_changed, check_params_cb=lambda busy: not busy):
        runner.start(
            lambda _progress: None,
            on_success=lambda _result: None,
            on_failure=lambda _error: None,
            words="Writing…",
        )
    assert said == ["Writing…"]


def test_that_the_search_for_cycles_rests_until_the_last_task_is_done(qtbot: QtBot) -> None:
    runner = TaskRunner()
    begun, may_end = threading.Event(), threading.Event()

    def long(_progress: Progress) -> bool:
        begun.set()
        return may_end.wait(10) and gc.isenabled()

    answers: list[object] = []
    runner.start(long, on_success=answers.append, on_failure=answers.append)
    assert begun.wait(10)
    with qtbot.waitSignal(runner.busy_changed, check_params_cb=lambda busy: not busy):
        may_end.set()
        runner.start(
            lambda _progress: gc.isenabled(),
            on_success=answers.append,
            on_failure=answers.append,
        )
    assert answers == [False, False]
    assert gc.isenabled()


def test_that_quiet_work_is_cut_short_when_the_window_closes(qtbot: QtBot) -> None:
    runner = TaskRunner()
    begun = threading.Event()
    answers: list[str] = []

    def work(progress: Progress) -> None:
        begun.set()
        while True:
            progress(0, 1)

    runner.start(
        work,
        on_success=lambda _: answers.append("done"),
        on_failure=lambda _: answers.append("failed"),
        on_cancelled=lambda: answers.append("cancelled"),
        is_quiet=True,
    )
    assert begun.wait(10)
    runner.wait()
    qtbot.waitUntil(lambda: answers == ["cancelled"])
