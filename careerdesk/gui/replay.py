"""Undo and redo as the menu, the keys and the quiet bar ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from careerdesk.gui.busy_work import BusyWork

if TYPE_CHECKING:
    from careerdesk.gui.context import WindowContext


class Replay(QObject):
    """Takes changes back and repeats them; a long one in a worker, so that the window stays."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context.window)
        self._context = context
        self._work = BusyWork(context, self)

    @Slot()
    def undo(self) -> None:
        """Take back the newest change of the desk that is open."""
        desk = self._context.session.desk
        if desk is None:
            return
        from careerdesk.services import history

        with self._context.errors.reported():
            if history.is_long_undo(desk):
                self._work.run(self.tr("Taking it back…"), lambda _: history.undo(desk))
            else:
                history.undo(desk)

    @Slot()
    def redo(self) -> None:
        """Repeat the change of the desk that was taken back last."""
        desk = self._context.session.desk
        if desk is None:
            return
        from careerdesk.services import history

        with self._context.errors.reported():
            if history.is_long_redo(desk):
                self._work.run(self.tr("Doing it again…"), lambda _: history.redo(desk))
            else:
                history.redo(desk)
