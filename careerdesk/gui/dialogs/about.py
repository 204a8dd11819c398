"""Help: which versions run here."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout

from careerdesk.gui.text import translate
from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


def show_about(parent: QWidget) -> None:
    """Say what this program is and what it is made of."""
    about_dialog(parent).open()


def about_dialog(parent: QWidget) -> QDialog:
    """Return the dialog with the versions."""
    dialog, column = _dialog(translate("about", "About CareerDesk"), parent)
    column.addWidget(label(f"CareerDesk {QCoreApplication.applicationVersion()}", "title"))
    column.addWidget(
        label(
            translate(
                "about",
                "A desk for people who change careers. Everything stays on this computer; the "
                "program never uses the network.",
            ),
            "second",
            wrap=True,
        )
    )
    _add_rows(column, versions())
    column.addWidget(
        label(
            translate(
                "about",
                "MIT licence. Icons: Lucide (ISC). Font: Inter (OFL 1.1). Window: Qt (LGPL 3).",
            ),
            "small",
            wrap=True,
        )
    )
    return _finished(dialog, column)


def versions() -> list[tuple[str, str]]:
    """Return what CareerDesk runs on, as names and versions."""
    import sqlite3
    from importlib import metadata

    import PySide6

    try:
        core = metadata.version("SQLAlchemy")
    except metadata.PackageNotFoundError:  # a bundle may carry the code without its papers
        core = translate("about", "bundled")
    return [
        ("Python", platform.python_version()),
        ("Qt", qVersion() or ""),
        ("PySide", PySide6.__version__),
        ("SQLite", sqlite3.sqlite_version),
        ("SQLAlchemy", core),
        (translate("about", "System"), f"{platform.system()} {platform.release()}"),
    ]


def _dialog(title: str, parent: QWidget) -> tuple[QDialog, QVBoxLayout]:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 20, 24, 16)
    column.setSpacing(12)
    return dialog, column


def _add_rows(column: QVBoxLayout, rows: Sequence[tuple[str, str]]) -> None:
    grid = QGridLayout()
    column.addLayout(grid)
    grid.setHorizontalSpacing(32)
    grid.setColumnStretch(0, 1)
    for at, (name, value) in enumerate(rows):
        grid.addWidget(label(name, "second"), at, 0)
        shown = label(value)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(shown, at, 1)


def _finished(dialog: QDialog, column: QVBoxLayout) -> QDialog:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column.addWidget(buttons)
    return dialog
