"""Work that must not block the window: exports, imports, backups."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from careerdesk.collection import COLLECTION_PAUSE
from careerdesk.domain.errors import StoppedError

if TYPE_CHECKING:
    from collections.abc import Callable


class _Outcome(QObject):
    """Carries a result into the GUI thread; created there, hence delivered there."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()


class Progress:
    """What a task tells how far it is, and is told by that it is no longer wanted."""

    def __init__(self, outcome: _Outcome, is_unwanted: threading.Event) -> None:
        self._outcome = outcome
        self._is_unwanted = is_unwanted

    def __call__(self, done: int, of: int) -> None:
        """Tell how far the task is.

        Raises:
            StoppedError: the task was cancelled; it should let this pass and undo what it began.
        """
        if self._is_unwanted.is_set():
            raise StoppedError("It was stopped before its end. Nothing of it was kept.")
        self._outcome.progressed.emit(done, of)

    def is_cancelled(self) -> bool:
        """Say whether the task is no longer wanted, for what cannot be ended by an exception."""
        return self._is_unwanted.is_set()


class Task:
    """A task that has been started."""

    def __init__(self, is_unwanted: threading.Event) -> None:
        self._is_unwanted = is_unwanted

    def cancel(self) -> None:
        """Ask the task to end; one that has nothing left to stop still succeeds."""
        self._is_unwanted.set()


class _Runnable(QRunnable):
    def __init__(
        self, work: Callable[[Progress], object], outcome: _Outcome, progress: Progress
    ) -> None:
        super().__init__()
        self._work = work
        self._outcome = outcome
        self._progress = progress

    def run(self) -> None:
        try:
            with COLLECTION_PAUSE:
                result = self._work(self._progress)
        except StoppedError:
            self._outcome.cancelled.emit()
        except Exception as error:
            self._outcome.failed.emit(error)
        else:
            self._outcome.succeeded.emit(result)
        finally:
            self._outcome.ended.emit()


class TaskRunner(QObject):
    """Runs functions in the background and reports back in the GUI thread."""

    began = Signal(str)
    busy_changed = Signal(bool)
    progressed = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._open: set[_Outcome] = set()
        self._quiet: dict[_Outcome, Task] = {}

    @property
    def is_busy(self) -> bool:
        """Whether any task has not been answered yet."""
        return bool(self._open)

    @property
    def is_idle(self) -> bool:
        """Whether nothing at all is under way, quiet work included."""
        return not (self._open or self._quiet)

    def start(
        self,
        work: Callable[[Progress], Any],
        *,
        on_success: Callable[[Any], None],
        on_failure: Callable[[Exception], None],
        on_cancelled: Callable[[], None] | None = None,
        on_progress: Callable[[int, int], None] | None = None,
        words: str = "",
        is_quiet: bool = False,
    ) -> Task:
        """Run ``work`` in a worker thread; it gets a function to call with (done, of how many).

        ``words`` say in the status line what is going on. Quiet work, such as drawing a preview,
        is shown by whoever asked for it: nobody waits for it, and it makes nothing busy.

        It gets and returns plain values and must touch no widgets; the desk only while a modal
        dialog keeps the user, and a look at ``is_busy`` the clock, from using it.
        """
        outcome = _Outcome(self)
        is_unwanted = threading.Event()
        if not is_quiet:
            outcome.progressed.connect(self.progressed)
        outcome.succeeded.connect(on_success)
        outcome.failed.connect(on_failure)
        if on_progress is not None:
            outcome.progressed.connect(on_progress)
        if on_cancelled is not None:
            outcome.cancelled.connect(on_cancelled)
        outcome.ended.connect(self._forget)
        task = Task(is_unwanted)
        if is_quiet:
            self._quiet[outcome] = task
        else:
            self._open.add(outcome)
            self.busy_changed.emit(True)
            if words:
                self.began.emit(words)
        self._pool.start(_Runnable(work, outcome, Progress(outcome, is_unwanted)))
        return task

    def wait(self) -> None:
        """Block until all tasks are done, as before the window closes; quiet ones are cut short."""
        for task in self._quiet.values():
            task.cancel()
        self._pool.waitForDone()

    @Slot()
    def _forget(self) -> None:
        outcome = self.sender()
        if not isinstance(outcome, _Outcome):
            return
        outcome.deleteLater()
        if outcome in self._quiet:
            del self._quiet[outcome]
            return
        self._open.discard(outcome)
        if not self._open:
            self.busy_changed.emit(False)
