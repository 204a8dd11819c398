"""Help: which versions run here, and what the program owes to others."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from careerdesk.gui.text import translate
from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH: Final = 84  # in characters
_MOST_HEIGHT: Final = 0.9  # of the window
_MARGINS: Final = (24, 20, 24, 16)


def show_about(parent: QWidget) -> None:
    """Say what this program is and what it is made of."""
    about_dialog(parent).open()


def about_dialog(parent: QWidget) -> QDialog:
    """Return the dialog with the versions and the lines that sources ask for."""
    sheet = _sheet()
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(translate("about", "About CareerDesk"))
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setAccessibleName(dialog.windowTitle())
    scroll.setWidget(sheet)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
    column = QVBoxLayout(dialog)
    column.setContentsMargins(*_MARGINS)
    column.setSpacing(12)
    column.addWidget(scroll, 1)
    column.addWidget(buttons)
    _fit(dialog, sheet, buttons, parent)
    return dialog


def _fit(dialog: QDialog, sheet: QWidget, buttons: QWidget, parent: QWidget) -> None:
    """Make the dialog as high as its lines are when they are wrapped, if the window is."""
    width = min(dialog.fontMetrics().averageCharWidth() * _WIDTH, round(parent.width() * 0.94))
    left, top, right, bottom = _MARGINS
    sheet.ensurePolished()
    lines = sheet.heightForWidth(width - left - right)
    needed = top + lines + 12 + buttons.sizeHint().height() + bottom
    dialog.resize(width, min(needed, round(parent.height() * _MOST_HEIGHT)))


def _sheet() -> QWidget:
    """Return everything that is said, in one column."""
    sheet = QWidget()
    sheet.setProperty("role", "canvas")
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
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
    column.addWidget(label(translate("about", "Roles, skills and assessment"), "heading"))
    for line in attributions():
        column.addWidget(label(line, "small", wrap=True))
    return sheet


def attributions() -> list[str]:
    """Return what the catalogue owes to others, word by word and so in no other language.

    Of a damaged catalogue the lines are lost, and the sentence about it takes their place.
    """
    from careerdesk.catalogue import CatalogueDamagedError, catalogue

    try:
        return [one.text for one in catalogue().attributions]
    except CatalogueDamagedError as error:
        return [str(error)]


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
