"""Work that borrows the desk: in a worker, under a modal dialog that keeps the user off it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdesk.gui.context import WindowContext
    from careerdesk.gui.dialogs.busy import BusyDialog
    from careerdesk.gui.tasks import Progress


class BusyWork(QObject):
    """One piece of work at a time; the next may be begun when its answer has come."""

    def __init__(self, context: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent or context.window)
        self._context = context
        self._dialog: BusyDialog | None = None
        self._on_success: Callable[[Any], object] | None = None

    def run(
        self,
        words: str,
        work: Callable[[Progress], Any],
        on_success: Callable[[Any], object] | None = None,
        *,
        can_cancel: bool = False,
    ) -> None:
        """Do ``work`` and then ``on_success`` with what it returned; failures are reported."""
        if self._dialog is not None:
            return
        from careerdesk.gui.dialogs.busy import BusyDialog

        self._on_success = on_success
        self._dialog = BusyDialog(words, self._context.window, can_cancel=can_cancel)
        self._dialog.open()
        task = self._context.tasks.start(
            work,
            on_success=self._on_done,
            on_failure=self._on_failed,
            on_cancelled=self._end,
            on_progress=self._dialog.show_progress,
        )
        self._dialog.cancelled.connect(task.cancel)

    @Slot(object)
    def _on_done(self, result: Any) -> None:
        self._end()
        if self._on_success is not None:
            self._on_success(result)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._end()
        self._context.errors.show(error)

    @Slot()
    def _end(self) -> None:
        if self._dialog is not None:
            self._dialog.end()
            self._dialog = None
