"""What menus, pages and dropped files have the window do, each made when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from careerdesk.gui.context import WindowContext
    from careerdesk.gui.desk_minder import DeskMinder
    from careerdesk.gui.file_commands import FileCommands
    from careerdesk.gui.first_start import FirstStart
    from careerdesk.gui.menus import Menus
    from careerdesk.gui.move_command import MoveCommand
    from careerdesk.gui.replay import Replay
    from careerdesk.gui.restore_command import RestoreCommand
    from careerdesk.services.backups import Backup


class WindowCommands(QObject):
    """Commands that concern the desk as a whole; none of them is loaded before the first frame.

    ``start_asked`` wants the start page on screen, ``move_ended`` says that the desk is open
    again after it was moved or could not be, ``replay_begins`` that a change is about to be taken
    back or done again.
    """

    start_asked = Signal()
    move_ended = Signal()
    replay_begins = Signal()

    def __init__(self, context: WindowContext, menus: Menus, minder: DeskMinder) -> None:
        super().__init__(context.window)
        self._context = context
        self._menus = menus
        self._minder = minder
        self._replay: Replay | None = None
        self._files: FileCommands | None = None
        self._first: FirstStart | None = None
        self._moving: MoveCommand | None = None
        self._restoring: RestoreCommand | None = None

    @property
    def files(self) -> FileCommands:
        """What the File menu does."""
        self.fill_menus()
        assert self._files is not None
        return self._files

    @property
    def first(self) -> FirstStart:
        """The way to a first desk, with the start page."""
        self.fill_menus()
        assert self._first is not None
        return self._first

    @property
    def moving(self) -> MoveCommand:
        """Moving the desk that is open."""
        if self._moving is None:
            from careerdesk.gui.move_command import MoveCommand

            self._moving = MoveCommand(self._context)
            self._moving.ended.connect(self.move_ended)
        return self._moving

    def fill_menus(self) -> None:
        """Make what the menus do and put it into them, once."""
        if self._first is not None:
            return
        from careerdesk.gui.file_commands import FileCommands
        from careerdesk.gui.first_start import FirstStart
        from careerdesk.gui.import_command import ImportCommand
        from careerdesk.gui.replay import Replay

        self._replay = Replay(self._context)
        self._replay.begins.connect(self.replay_begins)
        self._files = FileCommands(self._context)
        importing = ImportCommand(self._context, self._replay)
        importing.tried.connect(self._minder.show_facts)  # a backup of now
        self._menus.fill(self._files, importing, self._replay)
        self._first = FirstStart(self._context, self._files, importing)
        self._first.start_asked.connect(self.start_asked)

    def say_done(self, text: str) -> None:
        """Say what has just been changed, with the way to take it back.

        The next change takes the message away, so Undo can only mean this one.
        """
        from careerdesk.gui.widgets.message_area import Offer

        offer = Offer(self.tr("Undo"), self._undo)
        self._context.messages().add(text, "accent", offer, is_passing=True)

    @Slot()
    def _undo(self) -> None:
        self.fill_menus()
        assert self._replay is not None
        self._replay.undo()

    def back_up(self) -> None:
        """Make a verified backup that is kept for good, in the background."""
        self._minder.back_up()

    def ask_move(self) -> None:
        """Let the user choose another folder for the desk that is open, and move it there."""
        if self._context.session.may_leave():
            self.moving.ask()

    def ask_restore(self, backup: Backup) -> None:
        """Let the user confirm that a backup takes the place of the desk, and have it do so."""
        if not self._context.session.may_leave():
            return
        if self._restoring is None:
            from careerdesk.gui.restore_command import RestoreCommand

            self._restoring = RestoreCommand(self._context)
        self._restoring.ask(backup)
