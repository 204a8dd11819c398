"""The main window: menus, sidebar, the page in use, and the quiet lines above and below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from careerdesk.gui.menus import Menus
from careerdesk.gui.page_stack import PageStack
from careerdesk.gui.pages import PAGES
from careerdesk.gui.screens import fit_minimum, remember_place, restore_place
from careerdesk.gui.widgets.sidebar import Sidebar
from careerdesk.gui.widgets.status_line import StatusLine
from careerdesk.gui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDropEvent,
        QKeyEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.clock import Clock
    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.desk_minder import DeskMinder
    from careerdesk.gui.errors import ErrorReporter
    from careerdesk.gui.navigator import Navigator
    from careerdesk.gui.opened_files import OpenedFiles
    from careerdesk.gui.pages.start_page import StartPage
    from careerdesk.gui.palette.finder import Finder
    from careerdesk.gui.session import Session
    from careerdesk.gui.settings import Settings
    from careerdesk.gui.tasks import TaskRunner
    from careerdesk.gui.theme import Theme
    from careerdesk.gui.widgets.message_area import MessageArea
    from careerdesk.gui.window_commands import WindowCommands
    from careerdesk.gui.window_parts import WindowParts
    from careerdesk.services.backups import Backup
    from careerdesk.services.desk import Desk

_NARROW: Final = 1000  # width below which the sidebar shows icons only


class MainWindow(QMainWindow):
    """Shows the desk that is open, and what can be chosen while there is none.

    ``painted`` says that the frame is on screen, ``ready`` that its icons are too; nothing of
    the desk is loaded before.
    """

    painted = Signal()
    ready = Signal()

    def __init__(
        self,
        session: Session,
        settings: Settings,
        theme: Theme,
        tasks: TaskRunner,
        errors: ErrorReporter,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self._theme = theme
        self._tasks = tasks
        self._errors = errors
        self._clock = clock
        self._opened_files: OpenedFiles | None = None
        self._is_painted = False
        self._context: GuiContext | None = None
        self._start_page: StartPage | None = None
        self._message_area: MessageArea | None = None
        self._menus = Menus(self, settings, theme)
        self._sidebar = Sidebar()
        self._top = TopBar(
            self._menus.jump, {"undo-2": self._menus.undo, "redo-2": self._menus.redo}
        )
        self._stack = PageStack()
        self._status = StatusLine()
        self._parts: WindowParts | None = None
        self._build()
        self._connect()

    @property
    def navigator(self) -> Navigator:
        """The way between the pages."""
        return self._complete().navigator

    @property
    def _minder(self) -> DeskMinder:
        return self._complete().minder

    @property
    def _finder(self) -> Finder:
        return self._complete().finder

    @property
    def _commands(self) -> WindowCommands:
        return self._complete().commands

    def announce(self, path: Path) -> None:
        """Name the desk about to be opened, so that the first frame is not nameless."""
        self._sidebar.show_name(path.stem, _place(path))
        self._sidebar.show()
        self._top.show()
        self._top.show_page(PAGES[0].title)
        self.setWindowTitle(self.tr("{desk} — CareerDesk").format(desk=path.stem))

    def show_start(self) -> None:
        """Show the choices there are without a desk."""
        if self._start_page is None:
            self._start_page = self._commands.first.page
            self._stack.addWidget(self._start_page)
        self._start_page.show_welcome()
        self._start_page.show_recent(
            [path for path in self._settings.recent_desks if path.is_file()]
        )
        self._stack.setCurrentWidget(self._start_page)
        self._start_page.take_focus()
        self._sidebar.hide()
        self._top.hide()
        self._status.show_nothing_open()
        self.setWindowTitle("CareerDesk")

    @Slot(object)
    def come_forward(self, desk: Path | None) -> None:
        """Put the window in front of all others, and open a desk that was asked for elsewhere."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if desk is None:
            return
        if self._tasks.is_busy or QApplication.activeModalWidget() is not None:
            self.messages().add(
                self.tr(
                    "{name} was not opened, because something else is not finished. Open it again "
                    "afterwards."
                ).format(name=desk.name),
                "warning",
            )
        else:
            self._session.open(desk)

    def messages(self) -> MessageArea:
        """Return the place for messages above the page, made when the first one comes."""
        if self._message_area is None:
            from careerdesk.gui.widgets.message_area import MessageArea

            self._message_area = MessageArea(self._stack.parentWidget())
            self._message_area.room_taken.connect(self._stack.make_room)
            self._message_area.focus_left.connect(self._stack.take_focus)
            self._message_area.float_over(self._stack)
            self._stack.resized.connect(self._message_area.follow)
        return self._message_area

    @Slot(object)
    def _on_opened(self, desk: Desk) -> None:
        from careerdesk.gui.context import GuiContext
        from careerdesk.gui.opened_files import OpenedFiles
        from careerdesk.services.shelf import Shelf

        self.messages().clear()
        if self._opened_files is None:
            self._opened_files = OpenedFiles()
        self._context = GuiContext(
            desk=desk,
            shelf=Shelf(desk),
            errors=self._errors,
            messages=self.messages(),
            navigator=self.navigator,
            commands=self._commands,
            settings=self._settings,
            theme=self._theme,
            tasks=self._tasks,
            clock=self._clock,
            opened_files=self._opened_files,
        )
        self._complete().proposals.begin()
        self.navigator.begin(self._context)
        self.announce(desk.path)
        self._status.show_saved(desk.is_read_only)
        self._menus.show_desk(desk)
        for notice in desk.notices:
            self.messages().add(notice, "warning")
        self.navigator.open_page(PAGES[0].key)
        self.navigator.page(PAGES[0].key).setFocus()
        self._minder.begin(desk)
        self._finder.begin(self._context)

    @Slot()
    def _on_closed(self) -> None:
        self._minder.end()
        self._finder.end()
        self._context = None
        self.navigator.end()
        self._menus.show_desk(None)
        if self._message_area is not None:
            self._message_area.drop_passing()  # their Undo would mean a desk that is closed

    @Slot(object)
    def _on_changed(self, touched: Touched) -> None:
        if self._context is None:
            return
        self._context.shelf.note(touched)  # before any page asks it
        self._finder.note(touched)
        self.messages().drop_passing()  # their Undo would mean another change by now
        self._menus.show_desk(self._context.desk)
        self.navigator.note(touched)
        self._minder.note(touched)
        self._complete().proposals.note(self._context, touched)

    @Slot(str)
    def _show_error(self, text: str) -> None:
        self.messages().add(text, "danger")
        if self._context is None and self._start_page is None:
            self.show_start()

    @Slot(str)
    def _show_bug(self, details: str) -> None:
        from careerdesk.gui.dialogs.bug import BUG_DIALOG, bug_dialog

        if self._context is None and self._start_page is None:
            self.show_start()
        there = self.findChild(QDialog, BUG_DIALOG)
        if there is None or not there.isVisible():  # one is enough; the log has all of them
            bug_dialog(details, self).open()

    @Slot()
    def _on_painted(self) -> None:
        self.painted.emit()
        from careerdesk.gui.icons import window_icon

        self.setWindowIcon(window_icon())
        self._sidebar.show_icons()
        self._top.show_icons()
        self._commands.fill_menus()
        QTimer.singleShot(0, self, self._say_ready)

    @Slot()
    def _say_ready(self) -> None:
        self.ready.emit()

    @Slot(object, bool)
    def _on_backed_up(self, made: Backup, is_asked: bool) -> None:
        if is_asked:
            text = self.tr("Backed up and verified: {name} in the folder {folder}.")
            words = text.format(name=made.path.name, folder=made.path.parent.name)
            self.messages().add(words, is_passing=True)
        if made.note:
            self.messages().add(made.note, "danger")

    @Slot(bool)
    def _on_busy(self, is_busy: bool) -> None:
        self._menus.export.setEnabled(not is_busy and self._context is not None)
        if not is_busy:
            self._status.end_work()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files: a desk to open, or anything to import."""
        from careerdesk.gui.widgets.drop_area import files_in

        event.setAccepted(bool(files_in(event.mimeData())))

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the desk that was dropped, or import the files."""
        from careerdesk.gui.widgets.drop_area import files_in

        event.acceptProposedAction()
        self._commands.first.take(files_in(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape close the newest message."""
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape and self._message_area is not None:
            self._message_area.close_newest()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say once that the frame is on screen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            # Children are painted after their parent, in the same turn; the next turn is later.
            QTimer.singleShot(0, self, self._on_painted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the sidebar in a narrow window."""
        super().resizeEvent(event)
        self._sidebar.set_narrow(self.width() < _NARROW)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == event.Type.FontChange:
            fit_minimum(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the desk; what could not be stored, backed up or sealed is said before."""
        leaving = self._complete().leaving
        if not leaving.may_close():
            event.ignore()
            return
        self._tasks.wait()
        remember_place(self, self._settings)
        if notices := self._session.close():
            event.ignore()
            self.show_start()
            leaving.tell(notices)
            return
        if self._opened_files is not None:
            self._opened_files.remove()
        super().closeEvent(event)

    def _complete(self) -> WindowParts:
        """Return what the frame did without, made when first needed."""
        if self._parts is None:
            from careerdesk.gui.context import WindowContext
            from careerdesk.gui.window_parts import WindowParts

            context = WindowContext(
                window=self,
                session=self._session,
                settings=self._settings,
                tasks=self._tasks,
                errors=self._errors,
                messages=self.messages,
                clock=self._clock,
            )
            self._parts = parts = WindowParts(
                context, self._menus, self._sidebar, self._top, self._stack, self._status
            )
            parts.navigator.unsaved_noted.connect(self._show_unsaved)
            parts.minder.backed_up.connect(self._on_backed_up)
            parts.commands.start_asked.connect(self.show_start)
            parts.commands.move_ended.connect(self._on_move_ended)
        return self._parts

    @Slot(bool)
    def _show_unsaved(self, is_any: bool) -> None:
        if self._context is not None:
            self._status.show_saved(self._context.desk.is_read_only, is_all_saved=not is_any)

    @Slot()
    def _on_move_ended(self) -> None:
        self.navigator.open_page("settings")  # where moving it was asked for

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._stack, 1)
        column.addWidget(self._status)
        central = QWidget()
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addWidget(content, 1)
        self.setCentralWidget(central)
        self.setAcceptDrops(True)
        self.setWindowTitle("CareerDesk")
        fit_minimum(self)
        restore_place(self, self._settings)

    def _connect(self) -> None:
        self._session.opened.connect(self._on_opened)
        self._session.closed.connect(self._on_closed)
        self._session.changed.connect(self._on_changed)
        self._errors.message.connect(self._show_error)
        self._errors.bug.connect(self._show_bug)
        self._tasks.began.connect(self._status.begin_work)
        self._tasks.busy_changed.connect(self._on_busy)
        self._tasks.progressed.connect(self._status.show_progress)
        self._menus.desk_asked.connect(self._session.open)


def _place(path: Path) -> str:
    return path.parent.name or str(path.parent)
