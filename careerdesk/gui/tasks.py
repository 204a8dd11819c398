"""Work that must not block the window: exports, imports, backups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable


class _Outcome(QObject):
    """Carries a result into the GUI thread; created there, hence delivered there."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    ended = Signal()


class _Task(QRunnable):
    def __init__(
        self, work: Callable[[Callable[[int, int], None]], object], outcome: _Outcome
    ) -> None:
        super().__init__()
        self._work = work
        self._outcome = outcome

    def run(self) -> None:
        try:
            result = self._work(self._outcome.progressed.emit)
        except Exception as error:
            self._outcome.failed.emit(error)
        else:
            self._outcome.succeeded.emit(result)
        finally:
            self._outcome.ended.emit()


class TaskRunner(QObject):
    """Runs functions in the background and reports back in the GUI thread."""

    busy_changed = Signal(bool)
    progressed = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._open: set[_Outcome] = set()

    @property
    def is_busy(self) -> bool:
        """Whether any task has not been answered yet."""
        return bool(self._open)

    def start(
        self,
        work: Callable[[Callable[[int, int], None]], Any],
        *,
        on_success: Callable[[Any], None],
        on_failure: Callable[[Exception], None],
    ) -> None:
        """Run ``work`` in a worker thread; it gets a function to call with (done, of how many).

        It gets and returns plain values and must touch no widgets; the desk only while a modal
        dialog keeps the user, and a look at ``is_busy`` the clock, from using it.
        """
        outcome = _Outcome(self)
        outcome.progressed.connect(self.progressed)
        outcome.succeeded.connect(on_success)
        outcome.failed.connect(on_failure)
        outcome.ended.connect(self._forget)
        self._open.add(outcome)
        self.busy_changed.emit(True)
        self._pool.start(_Task(work, outcome))

    def wait(self) -> None:
        """Block until all tasks are done, as before the window closes."""
        self._pool.waitForDone()

    @Slot()
    def _forget(self) -> None:
        outcome = self.sender()
        if isinstance(outcome, _Outcome):
            self._open.discard(outcome)
            outcome.deleteLater()
        if not self._open:
            self.busy_changed.emit(False)
