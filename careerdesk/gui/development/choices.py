"""A list to choose one of, and a dialog that finds one of many by its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
)

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.folding import fold
from careerdesk.gui.development.form_dialog import FormDialog
from careerdesk.gui.text import tooltip, translate
from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_MOST_LISTED: Final = 200
_SOURCE: Final = Qt.ItemDataRole.UserRole
_WALKING: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Choices(QListWidget):
    """Lines to choose one of, with a second line of detail each."""

    def __init__(self, called: str) -> None:
        super().__init__()
        self.setAccessibleName(called)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("role", "card")
        self.setMinimumHeight(self.fontMetrics().height() * 11)

    def offer(self, source: object, name: str, details: str) -> None:
        """Add a line for something."""
        item = QListWidgetItem(f"{name}\n{details}" if details else name)
        item.setData(_SOURCE, source)
        item.setToolTip(tooltip(details or name))  # which may be cut
        self.addItem(item)

    def chosen(self) -> Any:
        """Return what the line chosen is for; None without one."""
        item = self.currentItem()
        return None if item is None else item.data(_SOURCE)


class Choice(NamedTuple):
    """Something to choose, under its name, with what tells it from others of that name."""

    source: Any
    name: str
    note: str


class ChoiceDialog(FormDialog):
    """Finds one of many by any of its words; ``chosen`` carries what was chosen."""

    chosen = Signal(object)

    def __init__(self, title: str, choices: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(title, translate("choices", "&Choose"), parent)
        self._choices = [(one, fold(f"{one.name} {one.note}")) for one in choices]
        words = translate("choices", "Find by any word")
        self.line = QLineEdit()
        self.line.setPlaceholderText(words)
        self.line.setAccessibleName(words)
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        self.list = Choices(title)
        self._count = label("", "small")
        for widget in (self.line, self.list, self._count):
            self.body.addWidget(widget)
        self.line.textChanged.connect(self._find)
        self.list.itemActivated.connect(self._store)
        self._find()
        self.finish()

    def store(self) -> None:
        """Tell what was chosen.

        Raises:
            InvalidValueError: nothing is.
        """
        source = self.list.chosen()
        if source is None:
            reason = translate("choices", "must be in the list; shorten what you look for")
            raise InvalidValueError(self.windowTitle(), reason)
        self.chosen.emit(source)

    def take_focus(self) -> None:
        """Begin with the search."""
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the list while the cursor stays in the search."""
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if watched is self.line and is_key and event.key() in _WALKING:  # type: ignore[attr-defined]
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _find(self) -> None:
        asked = fold(self.line.text()).split()
        found = [one for one, text in self._choices if all(word in text for word in asked)]
        self.list.clear()
        for one in found[:_MOST_LISTED]:
            self.list.offer(one.source, one.name, one.note)
        self.list.setCurrentRow(0)
        words = (
            translate("choices", "{count} found")
            if len(found) <= _MOST_LISTED
            else translate("choices", "{count} found; the first are listed")
        )
        self._count.setText(words.format(count=QLocale().toString(len(found))))
