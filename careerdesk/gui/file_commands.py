"""The File menu: new, open, example, copies, exports, and the portfolio as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from careerdesk.files import make_folder
from careerdesk.gui.busy_work import BusyWork
from careerdesk.gui.file_dialogs import (
    SUFFIX,
    ask_file,
    ask_new_desk,
    ask_new_file,
    desk_kinds,
    documents,
    free_name,
    show_file,
)

if TYPE_CHECKING:
    from pathlib import Path

    from careerdesk.gui.context import WindowContext
    from careerdesk.gui.portfolio_export import PortfolioExport

__all__ = ["FileCommands", "ask_new_file", "show_file"]

_EXAMPLE: Final = "Example"


class FileCommands(QObject):
    """Asks for a file and does what was asked with it."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context.window)
        self._window = context.window
        self._session = context.session
        self._settings = context.settings
        self._tasks = context.tasks
        self._errors = context.errors
        self._messages = context.messages
        self._clock = context.clock
        self._export: PortfolioExport | None = None
        self._work = BusyWork(context, self)

    @Slot()
    def new(self) -> None:
        """Ask for a name and make an empty desk there."""
        beside = self._session.desk
        folder = self._folder() if beside is None else beside.path.parent
        proposed = free_name(folder / f"{self.tr('My career')}{SUFFIX}")
        path = ask_new_desk(self._window, self.tr("New desk"), proposed)
        if path is not None:
            self._remember(path)
            self._session.create(path)

    @Slot()
    def open(self) -> None:
        """Ask for a desk and open it."""
        path = ask_file(self._window, self.tr("Open a desk"), self._folder(), desk_kinds())
        if path is not None:
            self._remember(path)
            self._session.open(path)

    @Slot()
    def save_copy(self) -> None:
        """Ask for a name, and make a verified copy there that is a desk of its own."""
        desk = self._session.desk
        if desk is None:
            return
        name = self.tr("{name} copy").format(name=desk.path.stem)
        proposed = free_name(desk.path.with_name(f"{name}{SUFFIX}"))
        path = ask_new_desk(self._window, self.tr("Save a copy"), proposed)
        if path is None:
            return
        self._remember(path)
        from careerdesk.services.desk import copy_desk

        self._work.run(
            self.tr("Copying and comparing…"), lambda _: copy_desk(desk, path), self._on_copied
        )

    @Slot(object)
    def _on_copied(self, path: Path) -> None:
        from careerdesk.gui.widgets.message_area import Offer

        self._messages().add(
            self.tr("Copied and verified: {name} in the folder {folder}.").format(
                name=path.name, folder=path.parent
            ),
            "accent",
            Offer(self.tr("Open the copy"), lambda: self._session.open(path)),
        )

    @Slot()
    def show_desk_file(self) -> None:
        """Open the folder the desk lies in."""
        if self._session.desk is not None:
            show_file(self._session.desk.path.parent)

    @Slot()
    def export_everything(self) -> None:
        """Ask for a format and a name, and write all of the desk there."""
        if self._session.desk is None:
            return
        from careerdesk.gui.dialogs.export_everything import ExportDialog

        dialog = ExportDialog(self._window)
        dialog.chosen.connect(self._export_as)
        dialog.open()

    @Slot(bool)
    def _export_as(self, as_tables: bool) -> None:
        desk = self._session.desk
        if desk is None:
            return
        from careerdesk.services import exports

        is_zip = as_tables or exports.needs_zip(desk)
        suffix = ".zip" if is_zip else ".json"
        kinds = self.tr("Zip archive (*.zip)") if is_zip else self.tr("JSON (*.json)")
        name = self.tr("{name} export").format(name=desk.path.stem)
        path = ask_new_file(
            self._window,
            self.tr("Export everything"),
            self._folder() / f"{name}{suffix}",
            kinds,
            suffix,
        )
        if path is None:
            return
        self._remember(path)

        def work(_progress: object) -> Path:
            write = exports.export_csv if as_tables else exports.export_json
            write(desk, path)
            return path

        self._work.run(self.tr("Exporting…"), work, self._on_exported_everything)

    @Slot(object)
    def _on_exported_everything(self, path: Path) -> None:
        from careerdesk.gui.widgets.message_area import Offer

        self._messages().add(
            self.tr(
                "Everything is in {name} in the folder {folder}, also what is marked private."
            ).format(name=path.name, folder=path.parent),
            "accent",
            Offer(self.tr("Show folder"), lambda: show_file(path.parent)),
        )

    @Slot()
    def open_example(self) -> None:
        """Open the example made earlier, or make it in the documents folder."""
        path = documents() / f"{_EXAMPLE}{SUFFIX}"
        if path.exists():
            self._session.open(path)
        else:
            with self._errors.reported():
                make_folder(path.parent)
                self._session.create_example(path)

    @Slot()
    def export_portfolio(self) -> None:
        """Ask for a name and write the portfolio there, in the background."""
        if self._session.desk is None:
            return
        if self._export is None:
            from careerdesk.gui.portfolio_export import PortfolioExport

            self._export = PortfolioExport(
                self._window,
                settings=self._settings,
                tasks=self._tasks,
                errors=self._errors,
                messages=self._messages,
                today=self._clock.today,
            )
        self._export.save(self._session.desk)

    def _folder(self) -> Path:
        folder = self._settings.last_folder
        return folder if folder is not None and folder.is_dir() else documents()

    def _remember(self, path: Path) -> None:
        self._settings.last_folder = path.parent
