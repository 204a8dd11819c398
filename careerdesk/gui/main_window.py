"""The main window: menus, sidebar, the page in use, and the quiet lines above and below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from careerdesk.gui.context import GuiContext, WindowContext
from careerdesk.gui.desk_minder import DeskMinder
from careerdesk.gui.menus import Menus
from careerdesk.gui.page_stack import PageStack
from careerdesk.gui.pages import PAGES
from careerdesk.gui.palette.finder import Finder
from careerdesk.gui.screens import arrangement, keep_on_screen
from careerdesk.gui.widgets.sidebar import Sidebar
from careerdesk.gui.widgets.status_line import StatusLine
from careerdesk.gui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    import uuid
    from collections.abc import Collection
    from pathlib import Path

    from PySide6.QtGui import (
        QAction,
        QCloseEvent,
        QDragEnterEvent,
        QDropEvent,
        QKeyEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.clock import Clock
    from careerdesk.gui.errors import ErrorReporter
    from careerdesk.gui.file_commands import FileCommands
    from careerdesk.gui.first_start import FirstStart
    from careerdesk.gui.log_overlay import LogOverlay
    from careerdesk.gui.move_command import MoveCommand
    from careerdesk.gui.opened_files import OpenedFiles
    from careerdesk.gui.pages.page import Page
    from careerdesk.gui.pages.start_page import StartPage
    from careerdesk.gui.restore_command import RestoreCommand
    from careerdesk.gui.session import Session
    from careerdesk.gui.settings import Settings
    from careerdesk.gui.tasks import TaskRunner
    from careerdesk.gui.theme import Theme
    from careerdesk.gui.widgets.message_area import MessageArea
    from careerdesk.services.backups import Backup
    from careerdesk.services.desk import Desk

_NARROW: Final = 1000  # width below which the sidebar shows icons only
_FIRST_SIZE: Final = QSize(1280, 800)


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
        self._has_warned = False
        self._context: GuiContext | None = None
        self._log: LogOverlay | None = None
        self._visited: list[str] = []
        self._start_page: StartPage | None = None
        self._message_area: MessageArea | None = None
        self._files: FileCommands | None = None
        self._moving: MoveCommand | None = None
        self._restoring: RestoreCommand | None = None
        self._first: FirstStart | None = None
        self._menus = Menus(self, settings, theme)
        self._sidebar = Sidebar()
        self._top = TopBar(
            self._menus.jump, {"undo-2": self._menus.undo, "redo-2": self._menus.redo}
        )
        self._stack = PageStack()
        self._status = StatusLine()
        self._minder = DeskMinder(self._sidebar, self._status, tasks, errors, clock, self)
        self._finder = Finder(self, self._commands)
        self._build()
        self._connect()

    def announce(self, path: Path) -> None:
        """Name the desk about to be opened, so that the first frame is not nameless."""
        self._sidebar.show_name(path.stem, _place(path))
        self._sidebar.show()
        self._top.show()
        self._top.show_page(PAGES[0].title)
        self.setWindowTitle(self.tr("{desk} — CareerDesk").format(desk=path.stem))

    def show_start(self) -> None:
        """Show the choices there are without a desk."""
        self._file_commands()
        if self._start_page is None and self._first is not None:
            self._start_page = self._first.page
            self._stack.addWidget(self._start_page)
        assert self._start_page is not None
        self._start_page.show_welcome()
        self._start_page.show_recent(
            [path for path in self._settings.recent_desks if path.is_file()]
        )
        self._stack.setCurrentWidget(self._start_page)
        self._start_page.setFocus()
        self._sidebar.hide()
        self._top.hide()
        self._status.show_nothing_open()
        self.setWindowTitle("CareerDesk")

    @Slot(object)
    def come_forward(self, desk: Path | None) -> None:
        """Put the window in front of all others, and open a desk that was asked for elsewhere."""
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
            self._message_area.float_over(self._stack)
            self._stack.resized.connect(self._message_area.follow)
        return self._message_area

    def page(self, key: str) -> Page:
        """Return a page of the desk that is open."""
        return self._stack.page(key)

    @Slot(str)
    def open_page(self, key: str) -> None:
        """Show a page, unless the one in front holds something that could not be stored."""
        if self._context is None or not self._may_leave():
            return
        if self._visited[-1:] != [key]:
            self._visited.append(key)
        self._stack.show_page(key)
        title = next(spec.title for spec in PAGES if spec.key == key)
        self._top.show_page(title, self.page(key).primary)
        self._sidebar.choose(key)
        if not self._sidebar.isAncestorOf(self.focusWidget() or self):
            self.page(key).take_focus()

    @Slot()
    def go_back(self) -> None:
        """Show the page that was in front before this one."""
        if len(self._visited) > 1:
            self._visited.pop()
            self.open_page(self._visited[-1])

    def open_record(self, record: Any) -> None:
        """Show one record on the page that lists its kind, selected and with its details."""
        key = _page_listing(type(record))
        if key is None:
            return
        self.open_page(key)
        if (page := self._stack.shown_page) is self.page(key):
            page.show_record(record)
            page.take_focus()

    def open_records(self, kind: type[Any], ids: Collection[uuid.UUID], words: str) -> None:
        """List just these records of one kind on its page; ``words`` say which."""
        key = _page_listing(kind)
        if key is None:
            return
        self.open_page(key)
        if (page := self._stack.shown_page) is self.page(key):
            page.show_records(kind, ids, words)
            page.take_focus()

    def ask_new(self, kind: type[Any], **values: Any) -> None:
        """Open the form for a new record of a kind, with some fields filled in already."""
        if self._context is None or self._context.desk.is_read_only:
            return
        from careerdesk.gui.listings import listing_of
        from careerdesk.gui.records.new_dialog import NewDialog

        dialog = NewDialog(self._context, listing_of(kind, self._context), values, self)
        dialog.added.connect(self._on_added)
        dialog.open()

    @Slot(object)
    def _on_added(self, record: Any) -> None:
        """Select what has just been added where it is listed, without leaving another page."""
        page, key = self._stack.shown_page, _page_listing(type(record))
        if page is not None and key is not None and page is self._stack.page_if_made(key):
            page.show_added(record)

    @Slot()
    def _ask_new_here(self) -> None:
        """Make a new record of what the page lists, or let the user say of what."""
        page = self._stack.shown_page
        if page is None or not page.new_record():
            self._menus.show_new()

    def ask_log(self, text: str = "") -> None:
        """Open the line to log with, with this text in it."""
        if self._context is None:
            return
        if self._log is None:
            from careerdesk.gui.log_overlay import LogOverlay

            self._log = LogOverlay(self._context, self)
        self._log.ask(text)

    def note_unsaved(self, *, is_any: bool) -> None:
        """Say in the line below whether something typed could not be stored."""
        if self._context is not None:
            self._status.show_saved(self._context.desk.is_read_only, is_all_saved=not is_any)

    def ask_move_desk(self) -> None:
        """Let the user choose another folder for the desk that is open, and move it there."""
        if self._may_leave():
            self._move_command().ask()

    def back_up(self) -> None:
        """Make a verified backup that is kept for good, in the background."""
        self._minder.back_up()

    def ask_restore(self, backup: Backup) -> None:
        """Let the user confirm that a backup takes the place of the desk, and have it do so."""
        if self._context is None or not self._may_leave():
            return
        if self._restoring is None:
            from careerdesk.gui.restore_command import RestoreCommand

            self._restoring = RestoreCommand(self._window_context())
        self._restoring.ask(backup)

    @Slot(object)
    def _on_opened(self, desk: Desk) -> None:
        self.messages().clear()
        self._has_warned = False
        self._visited.clear()
        from careerdesk.gui.opened_files import OpenedFiles
        from careerdesk.services.shelf import Shelf

        if self._opened_files is None:
            self._opened_files = OpenedFiles()
        self._context = GuiContext(
            desk=desk,
            shelf=Shelf(desk),
            errors=self._errors,
            messages=self.messages(),
            navigator=self,
            settings=self._settings,
            theme=self._theme,
            tasks=self._tasks,
            clock=self._clock,
            opened_files=self._opened_files,
        )
        self._stack.begin(self._context)
        self.announce(desk.path)
        self._status.show_saved(desk.is_read_only)
        self._menus.show_desk(desk)
        for notice in desk.notices:
            self.messages().add(notice, "warning")
        self.open_page(PAGES[0].key)
        self.page(PAGES[0].key).setFocus()
        self._minder.begin(desk)
        self._finder.begin(self._context)

    @Slot()
    def _on_closed(self) -> None:
        self._minder.end()
        self._finder.end()
        self._context = None
        if self._log is not None:
            self._log.dismiss()
            self._log.deleteLater()
            self._log = None
        self._top.forget_page()
        self._stack.begin(None)
        self._menus.show_desk(None)
        if self._message_area is not None:
            self._message_area.drop_passing()  # their Undo would mean a desk that is closed

    @Slot(object)
    def _on_changed(self, touched: Touched) -> None:
        if self._context is None:
            return
        self._context.shelf.note(touched)  # before any page asks it
        self._finder.note(touched)
        if self._log is not None:
            self._log.note(touched)
        self.messages().drop_passing()  # their Undo would mean another change by now
        self._menus.show_desk(self._context.desk)
        self._stack.note_change(touched)
        self._minder.note(touched)

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
        from careerdesk.gui.icons import window_icon

        self.painted.emit()
        self.setWindowIcon(window_icon())
        self._sidebar.show_icons()
        self._top.show_icons()
        self._file_commands()
        QTimer.singleShot(0, self, self._say_ready)

    def _file_commands(self) -> FileCommands:
        """Return what the File menu does, made and put into the menus after the first frame."""
        if self._files is None:
            from careerdesk.gui.file_commands import FileCommands
            from careerdesk.gui.first_start import FirstStart
            from careerdesk.gui.import_command import ImportCommand
            from careerdesk.gui.replay import Replay

            context = self._window_context()
            replay = Replay(context)
            self._files = FileCommands(context)
            importing = ImportCommand(context, replay)
            self._menus.fill(self._files, importing, replay)
            self._first = FirstStart(context, self._files, importing)
            self._first.start_asked.connect(self.show_start)
        return self._files

    def _window_context(self) -> WindowContext:
        return WindowContext(
            window=self,
            session=self._session,
            settings=self._settings,
            tasks=self._tasks,
            errors=self._errors,
            messages=self.messages,
            clock=self._clock,
        )

    def _move_command(self) -> MoveCommand:
        if self._moving is None:
            from careerdesk.gui.move_command import MoveCommand

            self._moving = MoveCommand(self._window_context())
            self._moving.ended.connect(self._on_move_ended)
        return self._moving

    @Slot()
    def _on_move_ended(self) -> None:
        self.open_page("settings")

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

    @Slot()
    def _log_something(self) -> None:
        self.ask_log()

    def _commands(self) -> list[QAction]:
        """Return what can be found by name: what is used most, and what the page in front does."""
        page, menus = self._stack.shown_page, self._menus
        of_page = [] if page is None else page.actions()
        first = [menus.log, menus.new, *of_page]
        return [one for one in [*first, *menus.actions()] if one is not menus.jump]

    @Slot()
    def _may_leave(self) -> bool:
        """Have the page in front store what is being typed; say whether it could."""
        page = self._stack.shown_page
        return page is None or page.leave()

    @Slot()
    def _find(self) -> None:
        page = self._stack.shown_page
        if page is None or not page.focus_filter():
            self._menus.jump.trigger()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files: a desk to open, or anything to import."""
        from careerdesk.gui.widgets.drop_area import files_in

        event.setAccepted(bool(files_in(event.mimeData())))

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the desk that was dropped, or import the files."""
        from careerdesk.gui.widgets.drop_area import files_in

        event.acceptProposedAction()
        self._file_commands()
        if self._first is not None:
            self._first.take(files_in(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button with the focus, and Escape close the newest message."""
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            focus, QAbstractButton
        ):
            focus.click()
        elif event.key() == Qt.Key.Key_Escape and self._message_area is not None:
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

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the desk; what could not be stored, backed up or sealed is said before."""
        if not self._may_leave() and not self._has_warned:
            self._warn_of_typing()
            event.ignore()
            return
        self._tasks.wait()
        self._settings.geometry = self.saveGeometry()
        self._settings.set_layout_state("window", arrangement(), self.saveGeometry())
        notices = self._session.close()
        if not notices:
            if self._opened_files is not None:
                self._opened_files.remove()
            super().closeEvent(event)
            return
        from careerdesk.gui.widgets.message_area import Offer

        self._has_warned = True
        event.ignore()
        self.show_start()
        for notice in notices:
            self.messages().add(notice, "danger", Offer(self.tr("Quit"), self.close))

    def _warn_of_typing(self) -> None:
        from careerdesk.gui.widgets.message_area import Offer

        self._has_warned = True
        self.messages().add(
            self.tr("What you typed last could not be stored; the reason stands beside it."),
            "warning",
            Offer(self.tr("Quit without it"), self.close),
        )

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
        self.setMinimumSize(560, 420)
        # At first a common size, with room for the frame and the panels of a small screen.
        self.resize(_FIRST_SIZE.boundedTo(self.screen().availableSize() - QSize(40, 60)))
        known = self._settings.layout_state("window", arrangement())
        self.restoreGeometry(self._settings.geometry if known.isEmpty() else known)
        keep_on_screen(self)

    def _connect(self) -> None:
        self._session.ask_first(self._may_leave)
        self._session.opened.connect(self._on_opened)
        self._session.closing.connect(self._may_leave)
        self._session.closing.connect(self._minder.wait)
        self._session.closed.connect(self._on_closed)
        self._session.changed.connect(self._on_changed)
        self._sidebar.chosen.connect(self.open_page)
        self._errors.message.connect(self._show_error)
        self._errors.bug.connect(self._show_bug)
        self._tasks.began.connect(self._status.begin_work)
        self._tasks.busy_changed.connect(self._on_busy)
        self._tasks.progressed.connect(self._status.show_progress)
        self._menus.page_asked.connect(self.open_page)
        self._menus.desk_asked.connect(self._session.open)
        self._menus.back.triggered.connect(self.go_back)
        self._menus.find.triggered.connect(self._find)
        self._menus.new.triggered.connect(self._ask_new_here)
        self._menus.kind_asked.connect(self.ask_new)
        self._menus.jump.triggered.connect(self._finder.ask)
        self._menus.log.triggered.connect(self._log_something)
        self._minder.day_began.connect(self._stack.note_new_day)
        self._minder.backed_up.connect(self._on_backed_up)
        self._menus.back_up.triggered.connect(self._minder.back_up)


def _page_listing(kind: type[Any]) -> str | None:
    from careerdesk.domain.records import TABLE_OF

    table = TABLE_OF[kind]
    return next((spec.key for spec in PAGES if table in spec.lists), None)


def _place(path: Path) -> str:
    return path.parent.name or str(path.parent)
