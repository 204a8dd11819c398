"""What goes on beside the pages: the facts round them, the clock, and backups in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from datetime import date

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.clock import Clock
    from careerdesk.gui.errors import ErrorReporter
    from careerdesk.gui.tasks import TaskRunner
    from careerdesk.gui.widgets.sidebar import Sidebar
    from careerdesk.gui.widgets.status_line import StatusLine
    from careerdesk.services.desk import Desk
    from careerdesk.services.waiting import WaitingCounter

_MINUTE_MS: Final = 60_000
_PAUSE_MS: Final = 150  # after a change, before what waits is counted again


class DeskMinder(QObject):
    """Minds the desk that is open; ``begin`` and ``end`` say which that is.

    ``day_began`` says that it is past midnight.
    """

    day_began = Signal()

    def __init__(
        self,
        sidebar: Sidebar,
        status: StatusLine,
        tasks: TaskRunner,
        errors: ErrorReporter,
        clock: Clock,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._sidebar = sidebar
        self._status = status
        self._tasks = tasks
        self._errors = errors
        self._clock = clock
        self._desk: Desk | None = None
        self._day: date | None = None
        self._waiting: WaitingCounter | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(_MINUTE_MS)
        self._tick.timeout.connect(self.look)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._show_waiting)

    def begin(self, desk: Desk) -> None:
        """Mind this desk; its facts are shown after its page, which matters more."""
        self._desk = desk
        self._day = self._clock.today()
        self._waiting = None
        self._sidebar.show_waiting({})
        self._tick.start()
        QTimer.singleShot(0, self, self.show_facts)
        self._pause.start()

    def end(self) -> None:
        """Mind nothing."""
        self._tick.stop()
        self._pause.stop()
        self._desk = None
        self._waiting = None
        self._sidebar.show_waiting({})

    def note(self, touched: Touched) -> None:
        """Count again what a change has touched, when the pages have taken it in."""
        if self._waiting is not None:
            self._waiting.forget(touched)
        self._pause.start()

    @Slot()
    def look(self) -> None:
        """Back up if it is time, and begin the new day at midnight."""
        if self._desk is None or self._tasks.is_busy:  # a worker may have the desk
            return
        from careerdesk.services import backups

        with self._errors.reported():
            made = backups.backup_if_due(self._desk, self._clock.now())
            if made is not None:
                self.show_facts()
                if made.note:
                    self._errors.message.emit(made.note)
        if self._day != self._clock.today():
            self._day = self._clock.today()
            self.day_began.emit()
            self.show_facts()
            self._show_waiting()

    @Slot()
    def show_facts(self) -> None:
        """Say in the sidebar and below what is known beyond the file's name."""
        if self._desk is None:
            return
        from careerdesk.services import backups, profile

        desk = self._desk
        place = desk.path.parent.name or str(desk.path.parent)
        if profile.preferences(desk).is_fictional:
            place = self.tr("Fictional · on this computer")
        self._sidebar.show_name(desk.path.stem, place)
        newest = backups.list_backups(desk.path)[:1]
        self._status.show_backup(newest[0].made_at if newest else None, self._clock.today())

    @Slot()
    def _show_waiting(self) -> None:
        if self._desk is None:
            return
        if self._tasks.is_busy:  # a worker may have the desk
            self._pause.start()
            return
        if self._waiting is None:
            from careerdesk.services.waiting import WaitingCounter

            self._waiting = WaitingCounter(self._desk)
        with self._errors.reported():
            self._sidebar.show_waiting(self._waiting.count(self._clock.today()))
