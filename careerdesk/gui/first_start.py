"""The way to a first desk: what the start page asks, and making what was said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from careerdesk.gui.file_dialogs import SUFFIX, documents, free_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from careerdesk.gui.context import WindowContext
    from careerdesk.gui.file_commands import FileCommands
    from careerdesk.gui.import_command import ImportCommand
    from careerdesk.gui.pages.first_steps import Beginning
    from careerdesk.gui.pages.start_page import StartPage
    from careerdesk.services.desk import Desk


class FirstStart(QObject):
    """Makes the start page and does what it asks; ``start_asked`` wants it on screen."""

    start_asked = Signal()

    def __init__(
        self, context: WindowContext, files: FileCommands, importing: ImportCommand
    ) -> None:
        super().__init__(context.window)
        self._context = context
        self._files = files
        self._importing = importing
        self._page: StartPage | None = None
        context.session.opened.connect(self._on_opened)
        if context.session.desk is not None:
            self._on_opened()

    @property
    def page(self) -> StartPage:
        """The start page, made when it is first needed."""
        if self._page is None:
            from careerdesk.gui.pages.start_page import StartPage

            self._page = StartPage()
            self._page.begin_asked.connect(self._begin)
            self._page.open_asked.connect(self._files.open)
            self._page.example_asked.connect(self._files.open_example)
            self._page.desk_chosen.connect(self._context.session.open)
            self._page.steps.finished.connect(self._make)
        return self._page

    def take(self, files: Sequence[Path]) -> None:
        """Open a desk that was dropped on the window, or import files, into a new desk if need be.

        A file dropped on the steps to a desk is what the last of them asks for.
        """
        if not files:
            return
        if len(files) == 1 and files[0].suffix == SUFFIX:
            self._context.session.open(files[0])
        elif self._context.session.desk is not None:
            self._importing.take(files)
        else:
            self._begin(True)
            self.page.steps.take_files(list(files))

    @Slot()
    def leave_example(self) -> None:
        """Close the example and begin a desk of one's own."""
        if not self._context.session.may_leave():
            return
        notices = self._context.session.close()
        self.start_asked.emit()
        self._begin(False)
        for notice in notices:
            self._context.errors.message.emit(notice)

    @Slot(bool)
    def _begin(self, with_import: bool) -> None:
        place = free_name(documents() / f"{self.tr('My career')}{SUFFIX}")
        self.page.show_steps(place, with_import=with_import)

    @Slot(object)
    def _make(self, said: Beginning) -> None:
        """Make the desk and put in what was said; what cannot be is said beside its field."""
        from careerdesk.domain.errors import CareerDeskError
        from careerdesk.domain.quick_log import parse_line
        from careerdesk.files import make_folder

        today = self._context.clock.today()
        if said.log:
            try:
                parse_line(said.log, today)
            except CareerDeskError as error:
                self.page.steps.refuse_log(str(error))
                return
        try:
            make_folder(said.path.parent)
        except CareerDeskError as error:
            self.page.steps.refuse_place(str(error))
            return
        if not self._context.session.create(said.path):
            self.page.steps.refuse_place("")
            return
        self.page.steps.forget()
        desk = self._context.session.desk
        if desk is not None:
            with self._context.errors.reported():
                self._fill(desk, said)
        if said.files:
            self._importing.take(said.files)

    def _fill(self, desk: Desk, said: Beginning) -> None:
        from careerdesk.services import profile, quick_log

        if said.name:
            profile.save_profile(desk, replace(profile.profile(desk), name=said.name))
        preferences = profile.preferences(desk)
        if said.goal_minutes != preferences.weekly_goal_minutes:
            changed = replace(preferences, weekly_goal_minutes=said.goal_minutes)
            profile.save_preferences(desk, changed)
        if said.log:
            done = quick_log.log(desk, said.log, self._context.clock.today())
            self._context.messages().add(
                self.tr("Logged: {sentence}").format(sentence=done), is_passing=True
            )

    @Slot()
    def _on_opened(self) -> None:
        QTimer.singleShot(0, self, self._tell_of_example)  # after the page, which matters more

    @Slot()
    def _tell_of_example(self) -> None:
        desk = self._context.session.desk
        if desk is None:
            return
        from careerdesk.gui.widgets.message_area import Offer
        from careerdesk.services import profile

        with self._context.errors.reported():
            if profile.preferences(desk).is_fictional:
                words = (
                    self.tr("This is the desk of a fictional person.")
                    if desk.is_read_only
                    else self.tr("This is the desk of a fictional person. Change what you like.")
                )
                self._context.messages().add(
                    words,
                    "accent",
                    Offer(self.tr("Start your own desk"), self.leave_example),
                    is_passing=True,
                )
