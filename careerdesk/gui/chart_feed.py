"""Charts read from the desk step by step, so that the window never waits for all of them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from careerdesk.charts.gallery import CHARTS
from careerdesk.domain.network import Participant
from careerdesk.domain.profile import Preferences
from careerdesk.domain.records import COLLECTIONS, TABLE_OF, Records

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdesk.analysis.period import Period
    from careerdesk.charts.view import ChartSpec, ChartView
    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext

_SPECS: Final = {spec.key: spec for spec in CHARTS}
_NAMES: Final = {kind: name for name, kind in COLLECTIONS.items()}
_TURN: Final = 0.008  # seconds of reading after which the window gets its turn
_PATIENCE: Final = 100  # milliseconds until a desk that is lent to a worker is asked for again
_AT_ONCE: Final = 400  # records read without a look at the clock


class ChartFeed(QObject):
    """Reads one chart after the other: its records a kind at a time, the rest in a worker."""

    built = Signal(str, object)

    def __init__(self, context: GuiContext, period: Period, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._period = period
        self._wanted: list[str] = []
        self._running: str | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)

    @property
    def is_idle(self) -> bool:
        """Whether every chart asked for has been handed over."""
        return not self._wanted and self._running is None

    def ask(self, period: Period, touched: Touched | None = None) -> None:
        """Read the charts that a change concerns, or all of them if the period is another."""
        everything = touched is None or period != self._period
        self._period = period
        self._want(
            spec.key
            for spec in CHARTS
            if everything
            or touched is None
            or touched.concerns(frozenset(TABLE_OF[kind] for kind in spec.kinds))
        )

    def _want(self, keys: Iterable[str]) -> None:
        wanted = {*self._wanted, *keys}
        self._wanted = [key for key in _SPECS if key in wanted]
        if self._wanted:
            self._timer.start(0)

    @Slot()
    def _step(self) -> None:
        """Read some records, or hand the next chart to the worker once it has all of its own."""
        if self._running is not None or not self._wanted:
            return
        if self._context.tasks.is_busy and QApplication.activeModalWidget() is not None:
            self._timer.start(_PATIENCE)  # a worker may have the desk
            return
        spec = _SPECS[self._wanted[0]]
        records: Records | None = None
        with self._context.errors.reported():
            records = self._records(spec)
            if records is None:
                self._timer.start(0)
                return
        self._wanted.pop(0)
        if records is None:  # the problem has been shown
            self._want(())
            return
        self._running = spec.key
        today, period = self._context.today(), self._period
        self._context.tasks.start(
            lambda _progress: spec.build(records, today, period),
            on_success=self._on_built,
            on_failure=self._on_failed,
        )

    def _records(self, spec: ChartSpec) -> Records | None:
        """Return the records of a chart; None if the window should get its turn in between."""
        shelf, begun = self._context.shelf, time.perf_counter()
        found: dict[str, Any] = {}
        for kind in spec.kinds:
            while not shelf.gather(kind, _AT_ONCE):
                if time.perf_counter() - begun > _TURN:
                    return None
        for kind in spec.kinds:
            if kind is not Preferences:
                found[_NAMES[kind]] = tuple(shelf.all(kind))
        return Records(preferences=shelf.preferences(), **found)

    @Slot(object)
    def _on_built(self, view: ChartView) -> None:
        self._running = None
        if view.key not in self._wanted:  # else it is out of date already
            self.built.emit(view.key, view)
        self._want(())
        if self.is_idle:  # lists have an index of who took part
            self._context.shelf.let_go(Participant)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._running = None
        self._context.errors.show(error)
        self._want(())
