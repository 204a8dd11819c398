"""The menu bar and its actions; every action with a key shows it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from careerdesk.gui.pages import PAGES
from careerdesk.gui.settings import ThemeChoice
from careerdesk.gui.text import no_mnemonic, tooltip

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QMainWindow

    from careerdesk.gui.file_commands import FileCommands
    from careerdesk.gui.import_command import ImportCommand
    from careerdesk.gui.replay import Replay
    from careerdesk.gui.settings import Settings
    from careerdesk.gui.theme import Theme
    from careerdesk.services.desk import Desk

_Key = QKeySequence.StandardKey


_NUMBERED = 9  # pages that Ctrl and a digit lead to


class Menus(QObject):
    """Builds the menus of the main window and keeps undo and redo named after the change.

    The first frame shows the names of the menus only; ``fill`` puts their actions in after it.
    """

    page_asked = Signal(str)
    desk_asked = Signal(object)
    kind_asked = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        settings: Settings,
        theme: Theme,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._theme = theme
        self._desk: Desk | None = None
        self._all: list[QAction] = []
        self._pages: list[QAction] = []
        self._new_kinds: list[QAction] = []
        self._desks: dict[Path, QAction] = {}
        self.undo = self._action(self.tr("&Undo"), None, _Key.Undo)
        self.redo = self._action(self.tr("&Redo"), None, "Ctrl+Shift+Z; Ctrl+Y")
        self.log = self._action(self.tr("&Log something"), None, "Ctrl+L")
        self.new = self._action(self.tr("&New record…"), None, "Ctrl+N")
        self.find = self._action(self.tr("&Find on this page"), None, _Key.Find)
        self.jump = self._action(self.tr("Find or &do anything…"), None, "Ctrl+K; Ctrl+P")
        self.back = self._action(self.tr("&Back"), None, "Alt+Left")
        self.next_part = self._action(self.tr("Next &part of the page"), None, "Ctrl+Tab")
        self.previous_part = self._action(
            self.tr("Pre&vious part of the page"), None, "Ctrl+Shift+Tab"
        )
        self.refresh = self._action(self.tr("&Refresh"), None, "F5")
        self.store = self._action(self.tr("S&ave what is typed"), None, _Key.Save)
        self.export = self._action(self.tr("&Export portfolio as PDF…"), None, "Ctrl+Shift+E")
        self._preferences = self._action(
            self.tr("&Settings…"), lambda: self.page_asked.emit("settings"), "Ctrl+,"
        )
        self._preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
        self._import = self._action(self.tr("&Import…"), None, "Ctrl+I")
        self.back_up = self._action(self.tr("&Back up now"), None)
        self._save_copy = self._action(self.tr("Save a &copy…"), None, "Ctrl+Shift+S")
        self._show_file = self._action(self.tr("&Show file"), None)
        self._export_all = self._action(self.tr("Export e&verything…"), None)
        bar = window.menuBar()
        self._file, self._edit, self._view, self._help = (
            bar.addMenu(name)
            for name in (self.tr("&File"), self.tr("&Edit"), self.tr("&View"), self.tr("&Help"))
        )
        self.show_desk(None)

    def fill(self, files: FileCommands, importing: ImportCommand, replay: Replay) -> None:
        """Put every action into its menu; called once."""
        self.undo.triggered.connect(replay.undo)
        self.redo.triggered.connect(replay.redo)
        self._save_copy.triggered.connect(files.save_copy)
        self._show_file.triggered.connect(files.show_desk_file)
        self._export_all.triggered.connect(files.export_everything)
        self.export.triggered.connect(files.export_portfolio)
        self._import.triggered.connect(importing.ask)
        self._fill_file(files)
        self._fill_edit()
        self._fill_view()
        self._fill_help()
        for place, actions in (("desk", self._file.actions()), ("page", self._pages)):
            for action in actions:  # where the sheet of keys lists it
                action.setProperty("place", place)
        self.show_desk(self._desk)

    def show_desk(self, desk: Desk | None) -> None:
        """Enable what can be done with this desk, and name what undo and redo would do."""
        self._desk = desk
        undo_title = redo_title = None
        if desk is not None:
            from careerdesk.services import history

            steps = history.steps(desk)
            undo_title, redo_title = steps.undo_title, steps.redo_title
        may_write = desk is not None and not desk.is_read_only
        for action, bare, named, title in (
            (self.undo, self.tr("&Undo"), self.tr("&Undo {change}"), undo_title),
            (self.redo, self.tr("&Redo"), self.tr("&Redo {change}"), redo_title),
        ):
            shown = no_mnemonic(_short(title or ""))
            action.setText(named.format(change=shown) if shown else bare)
            action.setEnabled(may_write and title is not None)
        self.log.setEnabled(may_write)
        self.new.setEnabled(may_write)
        for action in self._new_kinds:
            action.setEnabled(may_write)
        self._import.setEnabled(may_write)
        self.back_up.setEnabled(may_write)
        self.store.setEnabled(may_write)
        for action in (self._save_copy, self._show_file, self._export_all):
            action.setEnabled(desk is not None)
        for action in (
            self.export,
            self.find,
            self.jump,
            self.back,
            self.next_part,
            self.previous_part,
            self.refresh,
            self._preferences,
            *self._pages,
        ):
            action.setEnabled(desk is not None)

    def show_new(self) -> None:
        """Let the user say of what kind the new record is."""
        from PySide6.QtCore import Qt

        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._new_kinds)
        menu.popup(self._window.mapToGlobal(self._window.rect().center()))

    def actions(self) -> list[QAction]:
        """Return every action of the menus, with the desks opened lately."""
        self._fill_recent()
        return [*self._all, *self._recent.actions()]

    def _fill_file(self, files: FileCommands) -> None:
        menu = self._file
        menu.addAction(self._action(self.tr("&New desk…"), files.new, "Ctrl+Shift+N"))
        menu.addAction(self._action(self.tr("&Open…"), files.open, _Key.Open))
        self._recent = menu.addMenu(self.tr("Open &recent"))
        self._recent.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._fill_recent)
        menu.addAction(self._action(self.tr("Open the e&xample"), files.open_example))
        menu.addSeparator()
        menu.addActions([self.store, self._save_copy, self.back_up, self._show_file])
        menu.addSeparator()
        menu.addActions([self._import, self.export, self._export_all])
        menu.addSeparator()
        menu.addAction(self._action(self.tr("Close &window"), self._window.close, "Ctrl+W"))
        leave = self._action(self.tr("&Quit"), self._window.close, "Ctrl+Q")
        leave.setMenuRole(QAction.MenuRole.QuitRole)
        menu.addAction(leave)

    def _fill_edit(self) -> None:
        self._edit.addActions([self.undo, self.redo])
        self._edit.addSeparator()
        self._edit.addActions([self.log, self.new])
        self._new_kinds = self._new_actions()
        self._edit.addMenu(self.tr("Ne&w")).addActions(self._new_kinds)
        self._edit.addSeparator()
        self._edit.addActions([self.find, self.jump])
        self._edit.addSeparator()
        self._edit.addAction(self._preferences)

    def _new_actions(self) -> list[QAction]:
        from careerdesk.domain.records import KINDS
        from careerdesk.gui.listings import LISTINGS, new_words

        actions = []
        for table in LISTINGS:
            action = self._action(new_words(table), None)
            kind = KINDS[table]
            action.triggered.connect(lambda _=False, kind=kind: self.kind_asked.emit(kind))
            actions.append(action)
        return actions

    def _fill_view(self) -> None:
        view = self._view
        for number, spec in enumerate(PAGES, start=1):
            keys = f"Ctrl+{number}" if number <= _NUMBERED else ""
            action = self._action(spec.title, None, keys)
            action.triggered.connect(lambda _=False, key=spec.key: self.page_asked.emit(key))
            self._pages.append(action)
        view.addActions(self._pages)
        view.addActions([self.back, self.next_part, self.previous_part, self.refresh])
        view.addSeparator()
        menu = view.addMenu(self.tr("&Theme"))
        group = QActionGroup(self)
        for choice, words in (
            (ThemeChoice.SYSTEM, self.tr("As the &system")),
            (ThemeChoice.LIGHT, self.tr("&Light")),
            (ThemeChoice.DARK, self.tr("&Dark")),
            (ThemeChoice.CONTRAST, self.tr("High &contrast")),
        ):
            action = self._action(words, None)
            action.setCheckable(True)
            action.setChecked(self._theme.choice is choice)
            action.setData(choice.value)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(self._choose_theme)
        self._themes = group.actions()
        self._theme.chosen.connect(self._check_theme)

    def _fill_help(self) -> None:
        menu = self._help
        menu.addAction(
            self._action(self.tr("&Keyboard shortcuts"), self._show_shortcuts, "Ctrl+/; F1")
        )
        about = self._action(self.tr("&About CareerDesk"), self._show_about)
        about.setMenuRole(QAction.MenuRole.AboutRole)
        menu.addAction(about)

    def _action(
        self,
        text: str,
        take: Callable[[], object] | None,
        keys: QKeySequence.StandardKey | str = "",
    ) -> QAction:
        action = QAction(self._window)
        action.setText(text)  # given at once, it might be an icon, and Python loads those
        # Sequences made by their class would have Python load the names of all keys.
        if isinstance(keys, QKeySequence.StandardKey):
            action.setShortcuts(QKeySequence.keyBindings(keys)[:1])
        elif keys:
            action.setShortcuts(QKeySequence.listFromString(keys))
        if take is not None:
            action.triggered.connect(take)
        action.setProperty("plain", text.replace("&", "").rstrip("…"))
        self._all.append(action)
        return action

    @Slot()
    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._settings.recent_desks:
            if path.is_file():
                self._recent.addAction(self._desk_action(path))
        self._recent.setEnabled(not self._recent.isEmpty())

    def _desk_action(self, path: Path) -> QAction:
        if path not in self._desks:
            made = self._desks[path] = QAction(no_mnemonic(path.stem), self._window)
            made.setToolTip(tooltip(str(path)))
            made.triggered.connect(lambda: self.desk_asked.emit(path))
        return self._desks[path]

    @Slot(QAction)
    def _choose_theme(self, action: QAction) -> None:
        self._theme.choose(ThemeChoice(action.data()))

    @Slot()
    def _check_theme(self) -> None:
        """Follow a choice made elsewhere."""
        for action in self._themes:
            action.setChecked(action.data() == self._theme.choice.value)

    @Slot()
    def _show_shortcuts(self) -> None:
        from careerdesk.gui.dialogs.shortcuts import show_shortcuts

        show_shortcuts(self._all, self._window)

    @Slot()
    def _show_about(self) -> None:
        from careerdesk.gui.dialogs.about import show_about

        show_about(self._window)


def _short(title: str) -> str:
    """Cut a title to what a menu can hold; the whole one is in the history."""
    line = " ".join(title.split())
    return line if len(line) <= 60 else f"{line[:59].rstrip()}…"
