"""Which desk is open: opening the next one before the last is given up, and closing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from careerdesk.domain.errors import CareerDeskError
from careerdesk.services.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.errors import ErrorReporter
    from careerdesk.gui.settings import Settings
    from careerdesk.services.desk import Desk, EarlyDigest

    OnChange = Callable[[Touched], None]


class Session(QObject):
    """Holds at most one desk; the storage floor is imported when the first one is opened.

    ``closing`` comes while the desk can still be written; ``changed`` carries what a change
    touched, as ``Touched``.
    """

    closing = Signal()
    opened = Signal(object)
    closed = Signal()
    changed = Signal(object)

    def __init__(
        self,
        settings: Settings,
        errors: ErrorReporter,
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._errors = errors
        self._today = today
        self._guard: Callable[[], str] | None = None
        self.desk: Desk | None = None

    def ask_first(self, guard: Callable[[], str]) -> None:
        """Have ``guard`` store what is being typed before another desk takes the place of this.

        It returns why this desk has to stay, in a sentence for the user, or nothing.
        """
        self._guard = guard

    def may_leave(self) -> bool:
        """Say whether all that is being typed could be stored; if not, tell the user."""
        reason = "" if self.desk is None or self._guard is None else self._guard()
        if reason:
            self._errors.message.emit(reason)
        return not reason

    def open(self, path: Path, early: EarlyDigest | None = None) -> bool:
        """Open a desk in the place of the one open now; say whether it could be opened.

        As on the command line, ``Alex`` means ``Alex.careerdesk`` unless ``Alex`` is there.
        """
        from careerdesk.services.desk import desk_path

        path = desk_path(path)
        if self.desk is not None and _same(path, self.desk.path):
            return True
        return self._take(lambda listen: _open(path, listen, early))

    def create(self, path: Path) -> bool:
        """Make an empty desk and open it."""
        return self._take(lambda listen: _create(path, listen))

    def create_example(self, path: Path) -> bool:
        """Make a copy of the example and open it."""
        return self._take(lambda listen: _create_example(path, self._today(), listen))

    def close(self) -> tuple[str, ...]:
        """Close the desk; return what could not be done about its backup or its seal."""
        if self.desk is None:
            return ()
        self.closing.emit()
        desk, self.desk = self.desk, None
        before = len(desk.notices)
        desk.close()
        self.closed.emit()
        return desk.notices[before:]

    def _take(self, make: Callable[[OnChange], Desk]) -> bool:
        if not self.may_leave():
            return False
        changes = Changes()  # heard from once the desk is in its place, not while it is made
        try:
            desk = make(changes.publish)
        except CareerDeskError as error:
            self._errors.show(error)
            return False
        notices = self.close()
        changes.subscribe(self._on_changed)
        self.desk = desk
        self._settings.remember_desk(desk.path)
        self.opened.emit(desk)
        for notice in notices:  # afterwards, because the messages of the last desk are cleared
            self._errors.message.emit(notice)
        return True

    @Slot(object)
    def _on_changed(self, touched: Touched) -> None:
        # A signal, because a long change may be made by a worker that was lent the desk.
        self.changed.emit(touched)


def _open(path: Path, listen: OnChange, early: EarlyDigest | None) -> Desk:
    from careerdesk.services.desk import open_desk

    return open_desk(path, on_change=listen, early=early)


def _create(path: Path, listen: OnChange) -> Desk:
    from careerdesk.services.desk import create_desk

    return create_desk(path, on_change=listen)


def _create_example(path: Path, today: date, listen: OnChange) -> Desk:
    from careerdesk.services.example import create_example_desk

    return create_example_desk(path, today, on_change=listen)


def _same(first: Path, second: Path) -> bool:
    try:
        return first.samefile(second)
    except OSError:
        return False
