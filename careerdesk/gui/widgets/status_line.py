"""The line below every page: that all is saved, when it was last backed up, that it is offline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from careerdesk.gui.text import ago, local_moment, local_time, tooltip
from careerdesk.gui.widgets.labels import LineLabel, label

if TYPE_CHECKING:
    from datetime import date, datetime

    from PySide6.QtWidgets import QWidget


class StatusLine(QFrame):
    """Facts, never questions; progress of background work while there is some."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self._saved = label("", "small")
        self._backup = label("", "small")
        self._work = label("", "small")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._progress.setMaximumWidth(140)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 24, 6)
        row.setSpacing(16)
        row.addWidget(self._saved)
        row.addWidget(self._backup)
        row.addWidget(self._work)
        row.addWidget(self._progress)
        offline = LineLabel(self.tr("Offline — nothing leaves this computer"), "small")
        offline.setProperty("alignment", "AlignRight|AlignVCenter")
        row.addWidget(offline, 1)
        self.end_work()

    def show_saved(self, is_read_only: bool, *, is_all_saved: bool = True) -> None:
        """Say how the desk stands; every change is stored the moment it is made."""
        words = self.tr("All changes saved")
        if is_read_only:
            words = self.tr("Read-only")
        elif not is_all_saved:
            words = self.tr("Something typed is not saved yet")
        self._saved.setText(words)

    def show_nothing_open(self) -> None:
        """Say that there is no desk."""
        self._saved.setText(self.tr("No desk open"))
        self._backup.clear()

    def show_backup(self, made_at: datetime | None, today: date) -> None:
        """Say when the newest verified backup was made: the time today, the day before that."""
        if made_at is None:
            self._backup.clear()
            return
        day = made_at.astimezone().date()
        words = (
            self.tr("Last verified backup {time}")
            if day == today
            else self.tr("Last verified backup {day} {time}")
        )
        shown = words.format(day=ago((today - day).days), time=local_time(made_at))
        self._backup.setText(shown)
        self._backup.setToolTip(tooltip(local_moment(made_at)))

    def begin_work(self, what: str) -> None:
        """Say what is going on."""
        self._work.setText(what)
        self._progress.setRange(0, 0)
        self._work.show()
        self._progress.show()

    @Slot(int, int)
    def show_progress(self, done: int, of: int) -> None:
        """Say how far it is."""
        self._progress.setRange(0, max(of, 1))
        self._progress.setValue(done)

    @Slot()
    def end_work(self) -> None:
        """Say no more about it."""
        self._work.hide()
        self._progress.hide()
