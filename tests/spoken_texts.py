"""A language in which every text stands in brackets, and what a window says, place by place.

What is not in brackets has not been looked up.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from build_assets import compile_translation
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QLocale,
    QModelIndex,
    Qt,
    QTranslator,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialogButtonBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from update_translations import written
from window_texts import Text, window_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QAction

ROOT = Path(__file__).resolve().parents[1]
_ROWS = 60  # of a list, more than it shows
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


class Said(NamedTuple):
    """One text, and where it was seen."""

    where: str
    text: str


def bracketed(folder: Path) -> QTranslator:
    """Return the translator to the language of brackets."""

    def forms(text: Text) -> tuple[str, ...]:
        shown = f"⟦{text.source.replace('%n', '%Ln')}⟧"
        return (shown, shown) if text.is_plural else (shown,)

    texts = window_texts(ROOT)
    source = folder / "brackets.ts"
    known = {text: forms(text) for text in texts}
    source.write_text(written(texts, known, "en"), encoding="utf-8")
    compile_translation(source, source.with_suffix(".qm"))
    translator = QTranslator()
    assert translator.load(str(source.with_suffix(".qm")))
    return translator


class Speech:
    """Tells texts that were looked up from those that were not."""

    def __init__(self, given: Iterable[str]) -> None:
        locale = QLocale()
        lengths = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
        names = [
            *(locale.standaloneMonthName(at, length) for at in range(1, 13) for length in lengths),
            *(locale.monthName(at, length) for at in range(1, 13) for length in lengths),
            *(locale.dayName(at, length) for at in range(1, 8) for length in lengths),
        ]
        whole = {_plain(one) for text in given for one in (text, *text.splitlines())}
        self._given = sorted({*whole, *names} - {""}, key=len, reverse=True)

    def unspoken(self, said: Iterable[Said]) -> list[Said]:
        """Return what was neither looked up nor given, with what is left of it."""
        left = {one: self._rest(one.text) for one in dict.fromkeys(said)}
        return [Said(one.where, f"{one.text!r}: {rest!r}") for one, rest in left.items() if rest]

    def _rest(self, text: str) -> str:
        rest = _plain(unescape(re.sub(r"<[^>]*>", "", text)))
        if not _has_words(rest):
            return ""
        inner = None
        while inner != rest:
            inner = rest
            rest = re.sub(r"⟦[^⟦⟧]*⟧", " ", rest)
        if not _has_words(rest):
            return ""
        for given in self._given:
            if given in rest:
                rest = re.sub(rf"(?<!\w){re.escape(given)}(?!\w)", " ", rest)
                if not _has_words(rest):
                    return ""
        return " ".join(rest.split()) if _has_words(rest) else ""


def _plain(text: str) -> str:
    """Return a text as one line; tool tips break their lines, also after hyphens."""
    return re.sub(r"-\s", "-", " ".join(text.split()))


def _has_words(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def texts_of(records: Iterable[Any]) -> Iterator[str]:
    """Return every text in the fields of these records: what the user has written."""
    for record in records:
        for field in dataclasses.fields(record):
            yield from _texts(getattr(record, field.name))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, Mapping):
        for one in (*value.keys(), *value.values()):
            yield from _texts(one)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from texts_of([value])


def said_by(root: QWidget, *, without: QWidget | None = None) -> list[Said]:
    """Return every text of a widget and all that it holds, whether in sight or not."""
    return [
        Said(_place(widget, what), text)
        for widget in (root, *root.findChildren(QWidget))
        if not _belongs_to_qt(widget) and not (without and without.isAncestorOf(widget))
        for what, text in _said(widget)
        if text
    ]


def _place(widget: QWidget, what: str) -> str:
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(names) < 3:
        names.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    return f"{what} of {' in '.join(names)}"


def _belongs_to_qt(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return widget.objectName().startswith("qt_") or (
        isinstance(parent, QDialogButtonBox)
        and isinstance(widget, QAbstractButton)
        and parent.standardButton(widget) != QDialogButtonBox.StandardButton.NoButton
    )


def _said(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "tool tip", widget.toolTip()
    yield "status tip", widget.statusTip()
    yield "help", widget.whatsThis()
    yield "accessible name", widget.accessibleName()
    yield "accessible description", widget.accessibleDescription()
    if widget.isWindow():
        yield "title", widget.windowTitle()
    for action in widget.actions():
        yield from _said_by_action(action)
    if isinstance(widget, QLabel):
        yield "text", widget.text()
    elif isinstance(widget, QAbstractButton):
        if not _is_cut(widget.text(), widget.accessibleName()):
            yield "text", widget.text()
    elif isinstance(widget, QLineEdit):
        yield "placeholder", widget.placeholderText()  # the text is the user's own
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        yield "placeholder", widget.placeholderText()
        if widget.isReadOnly():
            yield "text", widget.toPlainText()
    elif isinstance(widget, QGroupBox | QMenu):
        yield "title", widget.title()
    elif isinstance(widget, QComboBox):
        for at in range(widget.count()):
            yield "choice", widget.itemText(at)
    elif isinstance(widget, QTabBar):
        for at in range(widget.count()):
            yield "tab", widget.tabText(at)
    elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        yield from _said_by_items(widget)


def _is_cut(text: str, whole: str) -> bool:
    """Say whether a text is the beginning of what is heard in whole as the accessible name."""
    return text.endswith("…") and whole != text and whole.startswith(text[:-1].rstrip())


def _said_by_action(action: QAction) -> Iterator[tuple[str, str]]:
    yield "action", action.text()
    yield "tool tip of an action", action.toolTip()


def _said_by_items(view: QAbstractItemView) -> Iterator[tuple[str, str]]:
    model = view.model()
    if model is None:
        return

    def items(parent: QModelIndex) -> Iterator[tuple[str, str]]:
        for row in range(min(model.rowCount(parent), _ROWS)):
            for column in range(_columns(model, parent)):
                index = model.index(row, column, parent)
                for role in _ROLES:
                    yield "item", str(model.data(index, role) or "")
            yield from items(model.index(row, 0, parent))

    yield from items(QModelIndex())
    for column in range(_columns(model, QModelIndex())):
        for role in _ROLES:
            text = model.headerData(column, Qt.Orientation.Horizontal, role)
            if isinstance(text, str):
                yield "heading", text


def _columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    # Of lists it is always one, and Qt hides the method that would say so.
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
