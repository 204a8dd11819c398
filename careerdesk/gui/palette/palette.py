"""The palette itself: a line, what it finds below, and the chosen result beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListView, QMenu, QStackedWidget

from careerdesk.domain.records import TABLE_OF
from careerdesk.gui.pages import PAGES
from careerdesk.gui.palette.commands import commands_of
from careerdesk.gui.palette.preview import Preview
from careerdesk.gui.palette.rows import CommandRow, MoreRow, RecordRow, rows_for, words_of
from careerdesk.gui.palette.rows_delegate import RowsDelegate
from careerdesk.gui.palette.rows_model import ROW_ROLE, RowsModel, spoken
from careerdesk.gui.text import translate
from careerdesk.gui.widgets.labels import LineLabel, label
from careerdesk.gui.widgets.overlay import Overlay
from careerdesk.services.found import FoundReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.palette.commands import Command
    from careerdesk.gui.palette.reading import SearchReading
    from careerdesk.gui.palette.rows import Row

_WIDTH: Final = 122  # characters, with the preview
_BESIDE: Final = 92  # characters of width from which there is a preview
_LINES: Final = 27  # of text, the height of the list
_MOST_RECENT: Final = 3
_PAGE: Final = 8  # rows that Page Down goes on


class Palette(Overlay):
    """Typing finds, Up and Down choose, Enter opens, Escape goes back to where one was."""

    def __init__(
        self,
        context: GuiContext,
        reading: SearchReading,
        recent: list[QAction],
        window: QWidget,
    ) -> None:
        super().__init__(window, translate("palette", "Find or do anything"), _WIDTH)
        self._context = context
        self._reading = reading
        self._recent = recent
        self._reader = FoundReader(context.desk)
        self._commands: list[Command] = []
        self._listed = frozenset(table for spec in PAGES for table in spec.lists)
        self._field = QLineEdit()
        self._field.setProperty("role", "lead")
        self._field.setPlaceholderText(self.tr("A name, a word of a note, a command …"))
        self._field.setAccessibleName(self.tr("Find or do anything"))
        self._model = RowsModel(self)
        self._list = _Rows()
        self._list.setModel(self._model)
        self._list.setItemDelegate(RowsDelegate(self._list))
        self._list.setAccessibleName(self.tr("What was found"))
        self._nothing = label("", "second", wrap=True)
        self._found = QStackedWidget()
        self._preview = Preview(self._reader)
        self._state = label("", "small")
        self._build()
        self._connect()

    def ask(self, actions: Sequence[QAction]) -> None:
        """Come to the front with an empty line; these are the commands there are now."""
        recent = [action for action in self._recent if action in actions]
        self._commands = commands_of([*recent, *actions], self.window().findChildren(QMenu))
        self.open()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._field.text():
            self._field.clear()
        else:
            self._search()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that choose a result do so while the line has the focus."""
        if (
            watched is self._field
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _STEPS
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self._step(_STEPS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the preview out where there is no room for it."""
        super().resizeEvent(event)
        room = self.width() / max(self.fontMetrics().averageCharWidth(), 1)
        self._preview.setVisible(room >= _BESIDE)

    @Slot()
    def _search(self) -> None:
        query = self._field.text()
        with self._context.errors.reported():
            rows = rows_for(query, self._commands, self._reading.index, self._reader, self._listed)
            self._show(rows, words_of(query))
            self._choose(self._model.choosable(0, 1))

    @Slot()
    def _on_progress(self) -> None:
        """Show what can be found by now, and stay on what was chosen."""
        if not self.is_open:
            return
        before = self._chosen()
        with self._context.errors.reported():
            query = self._field.text()
            if query.strip() and not query.startswith(">"):
                rows = rows_for(
                    query, self._commands, self._reading.index, self._reader, self._listed
                )
                self._show(rows, words_of(query))
                place = None if before is None else self._model.place_of(before)
                self._choose(self._model.choosable(0, 1) if place is None else place)
        self._say_state()

    def _show(self, rows: Sequence[Row], words: Sequence[str]) -> None:
        self._model.show_rows(rows, words)
        self._found.setCurrentWidget(self._list if rows else self._nothing)
        if not rows:
            sought = self._field.text().strip()
            self._nothing.setText(self.tr("Nothing says “{words}”.").format(words=sought))
        self._say_state()

    def _say_state(self) -> None:
        is_reading = not self._reading.index.is_complete
        self._state.setText(self.tr("Still reading the desk …") if is_reading else "")

    def _step(self, by: int) -> None:
        count = self._model.rowCount()
        if not count:
            return
        at = self._list.currentIndex().row() + by
        if abs(by) > 1:  # a page ends with the list, a single step goes round
            at = min(max(at, 0), count - 1)
        is_forward = by > 0 or (abs(by) > 1 and at == 0)
        self._choose(self._model.choosable(at % count, 1 if is_forward else -1))
        row = self._chosen()
        if row is not None:  # the line keeps the focus, so a screen reader would say nothing
            said = QAccessibleAnnouncementEvent(self._list, spoken(row))
            QAccessible.updateAccessibility(said)

    def _choose(self, place: int | None) -> None:
        index = QModelIndex() if place is None else self._model.index(place, 0)
        self._list.setCurrentIndex(index)
        # The heading over the first result comes into view with it.
        self._list.scrollTo(self._model.index(0, 0) if place == 1 else index)
        self._preview.show_row(self._chosen())

    def _chosen(self) -> Row | None:
        row: Row | None = self._list.currentIndex().data(ROW_ROLE)
        return row

    @Slot()
    def _take(self) -> None:
        """Do what the chosen row stands for."""
        navigator = self._context.navigator
        match self._chosen():
            case CommandRow() as row:
                action = row.command.action
                if not row.command.needs:
                    self._remember(action)
                self.dismiss()
                action.trigger()
            case RecordRow() as row if self._is_listed(row):
                self.dismiss()
                navigator.open_record(row.found.opens)
            case MoreRow() as row:
                query = self._field.text().strip()
                self.dismiss()
                ids = self._reading.index.ids(row.kind, query)
                navigator.open_records(row.kind, ids, self.tr("“{words}”").format(words=query))

    def _is_listed(self, row: RecordRow) -> bool:
        opens = row.found.opens
        return opens is not None and TABLE_OF[type(opens)] in self._listed

    def _remember(self, action: QAction) -> None:
        if action in self._recent:
            self._recent.remove(action)
        self._recent.insert(0, action)
        del self._recent[_MOST_RECENT:]

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())
        self._take()

    def _build(self) -> None:
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        head = QHBoxLayout()
        self.body.addLayout(head)
        head.setContentsMargins(12, 12, 12, 10)
        head.addWidget(self._field)
        self.body.addWidget(_rule())
        self._nothing.setContentsMargins(12, 12, 12, 12)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._found.addWidget(self._list)
        self._found.addWidget(self._nothing)
        self._found.setContentsMargins(6, 4, 6, 6)
        middle = QHBoxLayout()
        self.body.addLayout(middle, 1)
        middle.setSpacing(0)
        middle.addWidget(self._found, 8)
        middle.addWidget(self._preview, 5)
        self.body.addWidget(_rule())
        foot = QHBoxLayout()
        self.body.addLayout(foot)
        foot.setContentsMargins(18, 7, 18, 8)
        keys = self.tr("↑ ↓ choose · Enter opens · > commands only · Esc closes")
        foot.addWidget(LineLabel(keys, "small"), 1)
        foot.addWidget(self._state)

    def _connect(self) -> None:
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._search)
        self._field.returnPressed.connect(self._take)
        self._list.clicked.connect(self._on_clicked)
        self._reading.progressed.connect(self._on_progress)


class _Rows(QListView):
    """A list that is never in the way of typing, and as high as the window allows."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        """Return the same height whatever is found, so that nothing moves while one types."""
        return QSize(300, self.fontMetrics().height() * _LINES)

    def minimumSizeHint(self) -> QSize:
        """Allow a low window."""
        return QSize(120, self.fontMetrics().height() * 4)


def _rule() -> QFrame:
    made = QFrame()
    made.setProperty("role", "rule")
    return made


_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}
