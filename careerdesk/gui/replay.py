"""Undo and redo as the menu, the keys and the quiet bar ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from careerdesk.gui.busy_work import BusyWork
from careerdesk.gui.widgets.message_area import Offer
from careerdesk.words import cut

if TYPE_CHECKING:
    from careerdesk.gui.context import WindowContext
    from careerdesk.services.history import Replayed

_LONGEST: Final = 100  # characters of a title, which are one line of a wide window


class Replay(QObject):
    """Takes changes back and repeats them; a long one in a worker, so that the window stays.

    ``begins`` says that it is about to, while what is not stored yet still can be.
    """

    begins = Signal()

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

        self.begins.emit()
        with self._context.errors.reported():
            if history.is_long_undo(desk):
                self._work.run(
                    self.tr("Taking it back…"), lambda _: history.undo(desk), self._say_undone
                )
            else:
                self._say_undone(history.undo(desk))

    @Slot()
    def redo(self) -> None:
        """Repeat the change of the desk that was taken back last."""
        desk = self._context.session.desk
        if desk is None:
            return
        from careerdesk.services import history

        self.begins.emit()
        with self._context.errors.reported():
            if history.is_long_redo(desk):
                self._work.run(
                    self.tr("Doing it again…"), lambda _: history.redo(desk), self._say_redone
                )
            else:
                self._say_redone(history.redo(desk))

    @Slot(object)
    def _say_undone(self, done: Replayed | None) -> None:
        """Say what was taken back, which may be nothing that the page in front shows."""
        if done is not None:
            self._say(self.tr("Undone: {change}"), done, Offer(self.tr("Redo"), self.redo))

    @Slot(object)
    def _say_redone(self, done: Replayed | None) -> None:
        if done is not None:
            self._say(self.tr("Done again: {change}"), done, Offer(self.tr("Undo"), self.undo))

    def _say(self, words: str, done: Replayed, offer: Offer) -> None:
        title = cut(done.title, _LONGEST)
        self._context.messages().add(words.format(change=title), "accent", offer, is_passing=True)
