"""The sheet of keys: what can be pressed, by the place where it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from careerdesk.gui.keys import keys_of, native
from careerdesk.gui.place_commands import (
    COPY,
    DELETE,
    DONE,
    DUPLICATE,
    EDIT,
    FIT,
    LARGER,
    PRIVATE,
    SECTION_DOWN,
    SECTION_UP,
    SMALLER,
)
from careerdesk.gui.text import to_translate, translate
from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

_WIDTH: Final = 112  # in characters
_MOST_HEIGHT: Final = 0.9  # of the window
_ONE_COLUMN: Final = 84  # characters below which the groups stand under each other


class Group(NamedTuple):
    """The keys of one place: what each does, and how it is written."""

    title: str
    rows: tuple[tuple[str, str], ...]


def show_shortcuts(actions: Sequence[QAction], parent: QWidget) -> None:
    """List every key that does something."""
    shortcuts_dialog(actions, parent).open()


def shortcuts_dialog(actions: Sequence[QAction], parent: QWidget) -> QDialog:
    """Return the sheet: the menus' keys from their actions, those of other places from a list."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(translate("shortcuts", "Keyboard shortcuts"))
    character = dialog.fontMetrics().averageCharWidth()
    width = min(character * _WIDTH, round(parent.width() * 0.94))
    sheet = _sheet(groups_of(actions), 1 if width < character * _ONE_COLUMN else 2)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setAccessibleName(dialog.windowTitle())
    scroll.setWidget(sheet)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 20, 24, 16)
    column.setSpacing(12)
    column.addWidget(label(dialog.windowTitle(), "title"))
    column.addWidget(scroll, 1)
    column.addWidget(buttons)
    needed = sheet.sizeHint().height() + 150
    dialog.resize(width, min(needed, round(parent.height() * _MOST_HEIGHT)))
    return dialog


def groups_of(actions: Sequence[QAction]) -> list[Group]:
    """Return everything the sheet says."""
    return [*_of_menus(actions), *_of_places()]


def _of_menus(actions: Sequence[QAction]) -> list[Group]:
    """Group the actions with keys by what they have been put under, in the order of the sheet."""
    found: dict[str, list[tuple[str, str]]] = {}
    for action in actions:
        keys = " / ".join(dict.fromkeys(_all_keys(action)))
        if keys:
            words = str(action.property("plain") or action.text()).replace("&", "")
            found.setdefault(str(action.property("place") or ""), []).append((words, keys))
    titles = {
        "": translate("shortcuts", "Whole window"),
        "page": translate("shortcuts", "Pages"),
        "desk": translate("shortcuts", "Desks and files"),
    }
    return [Group(words, tuple(found[key])) for key, words in titles.items() if key in found]


def _all_keys(action: QAction) -> list[str]:
    own = [native(keys) for keys in action.shortcuts()]
    return own or [keys for keys in (keys_of(action),) if keys]


def _of_places() -> list[Group]:
    found: dict[str, list[tuple[str, str]]] = {}
    for one in _PLACES:
        keys = " / ".join(native(key) for key in one.keys.split())
        rows = found.setdefault(translate("shortcuts", one.place), [])
        rows.append((translate("shortcuts", one.words), keys))
    return [Group(title, tuple(rows)) for title, rows in found.items()]


class _Press(NamedTuple):
    """What can be pressed in a place; several keys for the same are divided by spaces."""

    place: str
    words: str
    keys: str


_LISTS: Final = to_translate("shortcuts", "Lists")
_DETAILS: Final = to_translate("shortcuts", "Details and forms")
_LOG: Final = to_translate("shortcuts", "Log line")
_SEARCH: Final = to_translate("shortcuts", "Search and commands")
_CHARTS: Final = to_translate("shortcuts", "Charts")
_PORTFOLIO: Final = to_translate("shortcuts", "Portfolio")
_ASSESSMENT: Final = to_translate("shortcuts", "Assessment")
_PLACES: Final = (
    _Press(
        _LISTS, to_translate("shortcuts", "Edit the record in its details"), f"Return {EDIT.keys}"
    ),
    _Press(_LISTS, to_translate("shortcuts", "Edit all that are selected"), EDIT.keys),
    _Press(_LISTS, to_translate("shortcuts", "Fold or unfold a section"), "Left Right Return"),
    _Press(_LISTS, to_translate("shortcuts", "Select more"), "Shift+Down Ctrl+A"),
    _Press(_LISTS, to_translate("shortcuts", "Duplicate"), DUPLICATE.keys),
    _Press(_LISTS, to_translate("shortcuts", "Copy as text"), COPY.keys),
    _Press(_LISTS, to_translate("shortcuts", "Make private or public"), PRIVATE.keys),
    _Press(_LISTS, to_translate("shortcuts", "Mark a follow-up as done"), DONE.keys),
    _Press(_LISTS, to_translate("shortcuts", "Delete, with a way back"), DELETE.keys),
    _Press(_DETAILS, to_translate("shortcuts", "Take back what is typed; go to the list"), "Esc"),
    _Press(_DETAILS, to_translate("shortcuts", "Add the new record and close"), "Return"),
    _Press(_DETAILS, to_translate("shortcuts", "Add it and begin the next"), "Ctrl+Return"),
    _Press(_LOG, to_translate("shortcuts", "Take the name that is proposed"), "Tab"),
    _Press(_LOG, to_translate("shortcuts", "Log"), "Return"),
    _Press(_LOG, to_translate("shortcuts", "Log and stay for the next"), "Ctrl+Return"),
    _Press(_SEARCH, to_translate("shortcuts", "Choose"), "Up Down"),
    _Press(_SEARCH, to_translate("shortcuts", "Open or do what is chosen"), "Return"),
    _Press(_SEARCH, to_translate("shortcuts", "Close"), "Esc"),
    _Press(_CHARTS, to_translate("shortcuts", "Go from value to value"), "Left Right"),
    _Press(_CHARTS, to_translate("shortcuts", "Show the records behind a value"), "Return"),
    _Press(_ASSESSMENT, to_translate("shortcuts", "Answer, 0 to 5, and go to the next row"), "0 5"),
    _Press(_ASSESSMENT, to_translate("shortcuts", "Not sure; rather not say"), "N R"),
    _Press(_ASSESSMENT, to_translate("shortcuts", "Choose within a row"), "Left Right"),
    _Press(_ASSESSMENT, to_translate("shortcuts", "Go to another row"), "Up Down"),
    _Press(_ASSESSMENT, to_translate("shortcuts", "Scroll what levels mean"), "PgUp PgDown"),
    _Press(_ASSESSMENT, to_translate("shortcuts", "Next page; the page before"), "Return Alt+Left"),
    _Press(_ASSESSMENT, to_translate("shortcuts", "Pause"), "Esc"),
    _Press(_PORTFOLIO, to_translate("shortcuts", "Show or hide a section or a record"), "Space"),
    _Press(
        _PORTFOLIO,
        to_translate("shortcuts", "Move a section up or down"),
        f"{SECTION_UP.keys} {SECTION_DOWN.keys}",
    ),
    _Press(
        _PORTFOLIO,
        to_translate("shortcuts", "Larger, smaller, fitting pages"),
        f"{LARGER.keys} {SMALLER.keys} {FIT.keys}",
    ),
)


def _sheet(groups: Sequence[Group], columns: int) -> QWidget:
    """Lay the groups out in columns of about the same length."""
    sheet = QWidget()
    sheet.setProperty("role", "canvas")
    row = QHBoxLayout(sheet)
    row.setContentsMargins(0, 0, 10, 0)
    row.setSpacing(40)
    half = sum(len(group.rows) + 2 for group in groups) / columns
    filled = 0
    column: QVBoxLayout | None = None
    for group in groups:
        if column is None or (filled >= half and row.count() < columns):
            column = QVBoxLayout()
            column.setSpacing(4)
            row.addLayout(column, 1)
            filled = 0
        _add_group(column, group)
        filled += len(group.rows) + 2
    for made in row.children():
        if isinstance(made, QVBoxLayout):
            made.addStretch()
    return sheet


def _add_group(column: QVBoxLayout, group: Group) -> None:
    column.addWidget(label(group.title, "heading"))
    grid = QGridLayout()
    column.addLayout(grid)
    grid.setContentsMargins(0, 4, 0, 16)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    for at, (words, keys) in enumerate(group.rows):
        grid.addWidget(label(words, wrap=True), at, 0)
        grid.addWidget(_keys_label(words, keys), at, 1, Qt.AlignmentFlag.AlignRight)


def _keys_label(words: str, keys: str) -> QLabel:
    made = label(keys, "keys")
    made.setAccessibleName(f"{words}: {keys}")
    return made
