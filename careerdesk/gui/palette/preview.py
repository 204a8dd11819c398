"""What is known of the chosen result, beside the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from careerdesk.gui.icons import pixmap
from careerdesk.gui.palette.rows import CommandRow, MoreRow, RecordRow
from careerdesk.gui.palette.rows_model import name_of
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.labels import label
from careerdesk.words import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdesk.gui.palette.rows import Row
    from careerdesk.services.found import FoundReader

_LONGEST: Final = 900  # characters of one field


class Preview(QFrame):
    """Title, kind, lock and all fields in words; their labels are kept for the next result."""

    def __init__(self, reader: FoundReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._reader = reader
        self._fields: list[tuple[QLabel, QLabel]] = []
        self._kind = label("", "small")
        self._title = label("", "lead", wrap=True)
        self._lock = QLabel()
        self._private = label(self.tr("Private"), "small")
        self._column = QVBoxLayout()
        self._build()
        self._tint()

    def show_row(self, row: Row | None) -> None:
        """Show another result; nothing for none."""
        kind, title, is_private, fields = "", "", False, []
        match row:
            case RecordRow():
                kind, title = row.kind, row.found.title
                is_private = row.found.is_private
                fields = self._reader.fields(row.found)
            case CommandRow():
                kind, title = self.tr("Command"), row.command.name
                place = self.tr("page") if row.command.is_of_page else self.tr("menu")
                fields = [
                    (place, row.command.place),
                    (self.tr("can be done"), row.command.needs),
                    (self.tr("keys"), row.command.keys),
                ]
            case MoreRow():
                kind, title = row.heading, name_of(row)
        self._kind.setText(kind)
        self._title.setText(cut(title, _LONGEST))
        self._lock.setVisible(is_private)
        self._private.setVisible(is_private)
        self._show_fields([(name, text) for name, text in fields if text])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _show_fields(self, fields: Sequence[tuple[str, str]]) -> None:
        while len(self._fields) < len(fields):
            pair = (label("", "small"), label("", wrap=True))
            pair[0].setContentsMargins(0, 7, 0, 0)
            for one in pair:
                self._column.addWidget(one)
            self._fields.append(pair)
        for at, (name, text) in enumerate(self._fields):
            is_used = at < len(fields)
            if is_used:
                name.setText(fields[at][0][:1].upper() + fields[at][0][1:])
                text.setText(_shortened(fields[at][1]))
            name.setVisible(is_used)
            text.setVisible(is_used)

    def _tint(self) -> None:
        self._lock.setPixmap(pixmap("lock", tokens().ink_3, 14))

    def _build(self) -> None:
        canvas = QWidget()
        canvas.setProperty("role", "canvas")
        outer = QVBoxLayout(canvas)
        outer.setContentsMargins(18, 14, 16, 14)
        outer.setSpacing(4)
        head = QHBoxLayout()
        outer.addLayout(head)
        head.setSpacing(5)
        head.addWidget(self._kind, 1)
        head.addWidget(self._lock)
        head.addWidget(self._private)
        outer.addWidget(self._title)
        self._column.setSpacing(2)
        self._column.setContentsMargins(0, 2, 0, 0)
        outer.addLayout(self._column)
        outer.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(canvas)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)


def _shortened(text: str) -> str:
    """Cut a long text, and leave the lines of a short one."""
    return text if len(text) <= _LONGEST else cut(text, _LONGEST)
