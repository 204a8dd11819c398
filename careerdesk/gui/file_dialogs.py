"""The file dialogs of the window, each behind a function that a test can replace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Qt

from careerdesk.gui.text import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SUFFIX: Final = ".careerdesk"


def desk_kinds() -> str:
    """Return how a file dialog says that it shows desks."""
    return translate("file_dialogs", "CareerDesk desks (*.careerdesk)")


def free_name(path: Path) -> Path:
    """Return a path, or with a number after its name one that nothing lies at."""
    found, number = path, 2
    while found.exists():
        found, number = path.with_stem(f"{path.stem} {number}"), number + 1
    return found


def ask_file(parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
    """Let the user choose a file that is there."""
    from PySide6.QtWidgets import QFileDialog

    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(name) if name else None


def ask_files(parent: QWidget, title: str, folder: Path, kinds: str = "") -> list[Path]:
    """Let the user choose files that are there, of any kind or of some kinds."""
    from PySide6.QtWidgets import QFileDialog

    names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), kinds)
    return [Path(name) for name in names]


def ask_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Let the user choose a folder that is there."""
    from PySide6.QtWidgets import QFileDialog

    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
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


def ask_new_desk(parent: QWidget, title: str, proposed: Path) -> Path | None:
    """Let the user name a desk that is not there yet; no desk is ever replaced by another."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title, str(proposed.parent), desk_kinds())
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(proposed.name)
    try:
        while dialog.exec():
            chosen = Path(dialog.selectedFiles()[0])
            path = chosen if chosen.suffix == SUFFIX else chosen.with_name(chosen.name + SUFFIX)
            if not path.exists():
                return path
            _say_taken(parent, path)
    finally:
        dialog.deleteLater()
    return None


def _say_taken(parent: QWidget, path: Path) -> None:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Information)
    box.setWindowTitle(translate("file_dialogs", "Choose another name"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(
        translate(
            "file_dialogs",
            "{name} already exists. A desk is never replaced by another; choose another name.",
        ).format(name=path.name)
    )
    box.exec()
    box.deleteLater()


def ask_to_replace(parent: QWidget, path: Path) -> bool:
    """Let the user say whether a file may be replaced."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("file_dialogs", "Replace the file?"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    words = translate("file_dialogs", "{name} already exists. Replace it?")
    box.setText(words.format(name=path.name))
    replace = box.addButton(translate("file_dialogs", "Replace"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    box.deleteLater()
    return box.clickedButton() is replace


def show_file(path: Path) -> None:
    """Open a file with the program the system has for it."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_folder(path: Path) -> None:
    """Open the folder a file is in."""
    show_file(path.parent)


def documents() -> Path:
    """Return the folder where a user expects documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())
