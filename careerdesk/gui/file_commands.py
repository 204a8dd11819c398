"""The File menu: new, open, example, back up, and the portfolio as a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal, Slot

from careerdesk.gui.text import counted

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.errors import ErrorReporter
    from careerdesk.gui.session import Session
    from careerdesk.gui.settings import Settings
    from careerdesk.gui.tasks import TaskRunner
    from careerdesk.gui.widgets.message_area import MessageArea

SUFFIX: Final = ".careerdesk"
_DESKS: Final = f"CareerDesk desks (*{SUFFIX})"
_EXAMPLE: Final = "Example"


class FileCommands(QObject):
    """Asks for a file and does what was asked with it."""

    export_began = Signal()
    backed_up = Signal()

    def __init__(
        self,
        window: QWidget,
        session: Session,
        settings: Settings,
        tasks: TaskRunner,
        errors: ErrorReporter,
        messages: Callable[[], MessageArea],
        today: Callable[[], date],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._tasks = tasks
        self._errors = errors
        self._messages = messages
        self._today = today

    @Slot()
    def new(self) -> None:
        """Ask for a name and make an empty desk there."""
        proposed = self._folder() / f"My career{SUFFIX}"
        path = ask_new_file(self._window, "New desk", proposed, _DESKS, SUFFIX)
        if path is not None:
            self._remember(path)
            self._session.create(path)

    @Slot()
    def open(self) -> None:
        """Ask for a desk and open it."""
        path = ask_file(self._window, "Open a desk", self._folder(), _DESKS)
        if path is not None:
            self._remember(path)
            self._session.open(path)

    @Slot()
    def open_example(self) -> None:
        """Open the example made earlier, or make it in the documents folder."""
        path = _documents() / f"{_EXAMPLE}{SUFFIX}"
        if path.exists():
            self._session.open(path)
        else:
            with self._errors.reported():
                _make_folder(path.parent)
                self._session.create_example(path)

    @Slot()
    def back_up(self) -> None:
        """Make a verified copy beside the desk that is never removed."""
        if self._session.desk is None:
            return
        from careerdesk.services import backups

        with self._errors.reported():
            made = backups.back_up(self._session.desk)
            folder = made.path.parent.name
            self._messages().add(
                f"Backed up and verified: {made.path.name} in the folder {folder}.",
                is_passing=True,
            )
            self.backed_up.emit()

    @Slot()
    def export_portfolio(self) -> None:
        """Ask for a name and write the portfolio there, in the background."""
        desk = self._session.desk
        if desk is None:
            return
        proposed = self._folder() / f"{desk.path.stem} portfolio.pdf"
        path = ask_new_file(self._window, "Export portfolio", proposed, "PDF (*.pdf)", ".pdf")
        if path is None:
            return
        self._remember(path)
        from careerdesk.services import portfolio

        with self._errors.reported():
            source, today = portfolio.gather(desk), self._today()
            self.export_began.emit()
            self._tasks.start(
                lambda progress: (
                    path,
                    portfolio.write(source, path, today=today, progress=progress),
                ),
                on_success=self._on_exported,
                on_failure=self._errors.show,
            )

    @Slot(object)
    def _on_exported(self, result: tuple[Path, Any]) -> None:
        from careerdesk.gui.widgets.message_area import Offer

        path, made = result
        self._messages().add(
            f"The portfolio has {counted(made.pages, 'page', 'pages')}: {path.name} in the folder "
            f"{path.parent}. "
            "Private records are not in it.",
            "accent",
            Offer("Open PDF", lambda: show_file(path)),
        )

    def _folder(self) -> Path:
        folder = self._settings.last_folder
        return folder if folder is not None and folder.is_dir() else _documents()

    def _remember(self, path: Path) -> None:
        self._settings.last_folder = path.parent


def ask_file(parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
    """Let the user choose a file that is there."""
    from PySide6.QtWidgets import QFileDialog

    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(name) if name else None


def ask_new_file(
    parent: QWidget, title: str, proposed: Path, kinds: str, suffix: str
) -> Path | None:
    """Let the user name a file to write; asks before one is replaced.

    The dialog itself completes ``foo``; it leaves ``foo.txt`` as it is and knows nothing of
    ``foo.txt.pdf``, so that is asked about here.
    """
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title, str(proposed.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(proposed.name)
    try:
        while dialog.exec():
            chosen = Path(dialog.selectedFiles()[0])
            has_suffix = chosen.suffix.lower() == suffix
            path = chosen if has_suffix else chosen.with_name(chosen.name + suffix)
            if path == chosen or not path.exists() or ask_to_replace(parent, path):
                return path
    finally:
        dialog.deleteLater()
    return None


def ask_to_replace(parent: QWidget, path: Path) -> bool:
    """Let the user say whether a file may be replaced."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Replace the file?")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"{path.name} already exists. Replace it?")
    replace = box.addButton("Replace", QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    box.deleteLater()
    return box.clickedButton() is replace


def show_file(path: Path) -> None:
    """Open a file with the program the system has for it."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        from careerdesk.files import writing_problem

        raise writing_problem(folder, error) from error


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())
