"""What goes on beside the pages: the facts round them, the clock, and backups in the background."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.clock import Clock
    from careerdesk.gui.errors import ErrorReporter
    from careerdesk.gui.tasks import TaskRunner
    from careerdesk.gui.widgets.sidebar import Sidebar
    from careerdesk.gui.widgets.status_line import StatusLine
    from careerdesk.services.backups import Backup, BackupJob
    from careerdesk.services.desk import Desk
    from careerdesk.services.waiting import WaitingCounter

_MINUTE_MS: Final = 60_000
_PAUSE_MS: Final = 150  # after a change, before what waits is counted again


class DeskMinder(QObject):
    """Minds the desk that is open; ``begin`` and ``end`` say which that is.

    ``day_began`` says that it is past midnight, ``backed_up`` that there is one backup more, with
    the backup and whether it was asked for.
    """

    day_began = Signal()
    backed_up = Signal(object, bool)

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
        self._backup: _RunningBackup | None = None
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
        if self._day != self._clock.today():
            self._day = self._clock.today()
            self.day_began.emit()
            self.show_facts()
            self._show_waiting()
        from careerdesk.services import backups

        with self._errors.reported():
            job = backups.job_if_due(self._desk, self._clock.now())
            if job is not None:
                self._start(self._desk, job)

    @Slot()
    def back_up(self) -> None:
        """Make a verified copy that is never removed, unless one is being made just now."""
        if self._desk is None or self._desk.is_read_only or self._backup is not None:
            return
        from careerdesk.services import backups

        with self._errors.reported():
            self._start(self._desk, backups.job_by_hand(self._desk, self._clock.now()))

    @Slot()
    def wait(self) -> None:
        """Have a backup that is being made come to its end, as before the desk is closed."""
        running = self._backup
        if running is not None:
            running.is_done.wait()
            running.note()

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

    def _start(self, desk: Desk, job: BackupJob) -> None:
        self._backup = _RunningBackup(desk, job)
        self._status.begin_work(self.tr("Backing up…"))
        self._tasks.start(
            self._backup.run, on_success=self._on_backed_up, on_failure=self._on_failed
        )

    @Slot(object)
    def _on_backed_up(self, made: Backup) -> None:
        running, self._backup = self._backup, None
        if running is None or running.desk is not self._desk:
            return  # that desk is closed
        running.note()
        self.show_facts()
        self.backed_up.emit(made, running.job.is_pinned)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._backup = None
        self._errors.show(error)

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


class _RunningBackup:
    """A backup being made in another thread, and the desk it is made of."""

    def __init__(self, desk: Desk, job: BackupJob) -> None:
        self.desk = desk
        self.job = job
        self.is_done = threading.Event()
        self._made: Backup | None = None

    def run(self, progress: Callable[[int, int], None]) -> Backup:
        """Make it, in the worker."""
        from careerdesk.services import backups

        try:
            self._made = backups.run_job(self.job, progress)
            return self._made
        finally:
            self.is_done.set()

    def note(self) -> None:
        """Have the desk take note of it, in the thread that uses the desk."""
        if self._made is not None:
            from careerdesk.services import backups

            backups.note_job(self.desk, self.job, self._made)
