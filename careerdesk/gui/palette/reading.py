"""Filling the search index of the desk that is open, a little in each turn of the event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from careerdesk.services.search import SearchIndex

if TYPE_CHECKING:
    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext

_TURN: Final = 0.005  # seconds of each turn; a slice may take as long again
_WAIT_MS: Final = 100  # until a look is taken again whether a worker still has the desk
_TELL_MS: Final = 150  # between two notices while much is read


class SearchReading(QObject):
    """Keeps an index current. ``progressed`` says that more can be found, or that all can."""

    progressed = Signal()

    def __init__(self, context: GuiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.index = SearchIndex(context.desk)
        self._told = QElapsedTimer()
        self._told.start()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._read)
        self._timer.start(0)

    def note(self, touched: Touched) -> None:
        """Hear of a change."""
        self.index.note(touched)
        if not self._timer.isActive():
            self._timer.start(0)

    def stop(self) -> None:
        """Read no more."""
        self._timer.stop()

    @Slot()
    def _read(self) -> None:
        self._timer.stop()  # what fails now would fail in every turn
        if self._context.tasks.is_busy:  # a worker may have the desk
            self._timer.start(_WAIT_MS)
            return
        has_more = False
        with self._context.errors.reported():
            has_more = self.index.work(_TURN)
        if has_more:
            self._timer.start(0)
        if not has_more or self._told.hasExpired(_TELL_MS):
            self._told.restart()
            self.progressed.emit()
