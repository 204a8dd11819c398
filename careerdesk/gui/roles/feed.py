"""How all roles match, computed in the background and again after each change that concerns it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from careerdesk.services.matches import Matches, match_roles, read_person

if TYPE_CHECKING:
    from careerdesk.gui.context import GuiContext

# The tables whose change may put roles in another order.
CONCERNS: Final = frozenset(
    {
        *("skill", "rating", "evidence", "attempt", "answer"),
        *("role", "role_skill", "target", "preferences"),
    }
)
_PATIENCE: Final = 100  # milliseconds until a desk that is lent to a worker is asked for again


class MatchesFeed(QObject):
    """Reads the person in a turn of the event loop, and draws the bands in a worker.

    ``ready`` says that ``found`` is another one. What is asked for while a worker is at it is
    computed once after that.
    """

    ready = Signal()

    def __init__(self, context: GuiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._is_running = self._is_stale = False
        self.found: Matches | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)

    @property
    def is_idle(self) -> bool:
        """Whether what was found is what is stored now."""
        return not (self._is_running or self._is_stale)

    def ask(self) -> None:
        """Compute anew what is stored now."""
        self._is_stale = True
        self._timer.start(0)

    @Slot()
    def _begin(self) -> None:
        if self._is_running or self._context.desk.is_closed:
            return
        if self._is_desk_lent():
            self._timer.start(_PATIENCE)
            return
        self._is_stale = False
        with self._context.errors.reported():
            person = read_person(self._context.desk, self._context.today())
            self._is_running = True
            self._context.tasks.start(
                lambda _progress: match_roles(person),
                on_success=self._on_done,
                on_failure=self._on_failed,
                is_quiet=True,
            )

    @Slot(object)
    def _on_done(self, found: Matches) -> None:
        self._is_running = False
        if self._context.desk.is_closed:
            return
        if self._is_desk_lent():
            self._is_stale = True  # whoever shows it reads the desk as well
        if self._is_stale:
            self._timer.start(0)
            return
        self.found = found
        self.ready.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._is_running = False
        if not self._context.desk.is_closed:
            self._context.errors.show(error)

    def _is_desk_lent(self) -> bool:
        """Say whether a worker may have the desk, under a dialog that keeps the user off it."""
        return self._context.tasks.is_busy and QApplication.activeModalWidget() is not None
