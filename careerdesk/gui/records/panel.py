"""What lies below the form of a record: a titled part of the detail panel."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from careerdesk.gui.palette.commands import WHERE
from careerdesk.gui.text import no_mnemonic, tooltip
from careerdesk.gui.widgets.labels import LineLabel, label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from careerdesk.gui.context import GuiContext


class Panel(QWidget):
    """A heading with at most one quiet button, and a body filled anew for each record."""

    def __init__(self, context: GuiContext, title: str, button: str = "") -> None:
        super().__init__()
        self.context = context
        self.record: Any = None
        self._title = label(title, "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        column.addLayout(head)
        head.addWidget(self._title, 1)
        self.button = QPushButton(button)
        self.button.setProperty("role", "link")
        self.button.clicked.connect(self.take)
        head.addWidget(self.button)
        self.button.setVisible(bool(button))
        self.body = QVBoxLayout()
        self.body.setSpacing(2)
        column.addLayout(self.body)

    def command(self) -> QAction | None:
        """Return what the button does as a command that is found by name; None without a button."""
        if self.button.isHidden():
            return None
        made = QAction(self.button.text(), self)
        made.setProperty(WHERE, self._title.text())
        made.triggered.connect(self.take)
        return made

    def show_record(self, record: Any) -> None:
        """Show what belongs to a record."""
        self.record = record
        self.button.setEnabled(not self.context.desk.is_read_only)
        while (item := self.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        before = self.findChildren(QPushButton)
        self.fill()
        self._order_stops([one for one in self.findChildren(QPushButton) if one not in before])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme: icons are drawn in its colours."""
        super().changeEvent(event)
        is_open = self.record is not None and not self.context.desk.is_closed
        if event.type() == QEvent.Type.PaletteChange and is_open:
            self.show_record(self.record)

    def _order_stops(self, rows: list[QPushButton]) -> None:
        """Lead Tab from the button to the rows, which are newer than all that follows them."""
        for before, after in pairwise([self.button, *rows]):
            self.setTabOrder(before, after)

    def fill(self) -> None:
        """Put the body together for ``self.record``."""

    @Slot()
    def take(self) -> None:
        """Do what the button says."""

    def drop_words(self) -> str:
        """Say what dropping files on the details does; empty if the panel has no use for any."""
        return ""

    def take_files(self, paths: Sequence[Path]) -> None:
        """Do with dropped files what was said."""

    def row(self, name: str, note: str) -> QPushButton:
        """Return a row to put into the body: a name that can be pressed, a note at its end."""
        button = QPushButton()
        button.setProperty("role", "row")
        button.setAccessibleName(f"{name}, {note}" if note else name)
        row = QHBoxLayout(button)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(LineLabel(name), 1)
        row.addWidget(label(note, "small"))
        button.setMinimumHeight(row.sizeHint().height())
        button.setToolTip(tooltip(name))
        return button

    def say(self, words: str) -> None:
        """Put a quiet sentence into the body."""
        self.body.addWidget(label(words, "small", wrap=True))


class RelatedPanel(Panel):
    """Records that belong to the one shown; each opens on the page that lists it.

    Args:
        context: of the page.
        title: heading.
        find: returns the related records of a record, the most telling first.
        words: returns what a related record is called, and a note at its right.
        empty: says what it means that there is none.
        button: words of the button, empty for none.
        add: called with the record when the button is pressed.
    """

    _MOST = 8

    def __init__(
        self,
        context: GuiContext,
        title: str,
        *,
        find: Callable[[Any], Sequence[Any]],
        words: Callable[[Any], tuple[str, str]],
        empty: str = "",
        button: str = "",
        add: Callable[[Any], None] | None = None,
    ) -> None:
        super().__init__(context, title, button)
        self._find = find
        self._words = words
        self._empty = empty
        self._add = add

    def fill(self) -> None:
        """List the related records."""
        found = self._find(self.record)
        self.setVisible(bool(found or self._empty or not self.button.isHidden()))
        for one in found[: self._MOST]:
            self.body.addWidget(self._line(one))
        more = len(found) - self._MOST
        if more > 0:
            self.body.addWidget(self._more(found, more))
        if not found and self._empty:
            self.say(self._empty)

    @Slot()
    def take(self) -> None:
        """Add one."""
        if self._add is not None:
            self._add(self.record)

    def _line(self, one: Any) -> QWidget:
        row = self.row(*self._words(one))
        row.clicked.connect(lambda: self.context.navigator.open_record(one))
        return row

    def _more(self, found: Sequence[Any], more: int) -> QWidget:
        button = QPushButton(no_mnemonic(self.tr("Show %n more", "", more)))
        button.setProperty("role", "link")
        words = self._title.text()
        button.clicked.connect(
            lambda: self.context.navigator.open_records(
                type(found[0]), {one.id for one in found}, words
            )
        )
        return button
