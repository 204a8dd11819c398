"""The people of a conversation: one chip each, and a line that completes names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QPushButton, QVBoxLayout, QWidget

from careerdesk.domain.folding import fold
from careerdesk.domain.network import Contact
from careerdesk.domain.quick_log import NotUnderstoodError
from careerdesk.gui.fields.field import Field
from careerdesk.gui.text import no_mnemonic
from careerdesk.gui.widgets.flow import FlowLayout
from careerdesk.gui.widgets.line import Line
from careerdesk.services.named import find_named, refuse_mistyped, unquoted

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from careerdesk.gui.context import GuiContext

_CUT: Final = 34  # characters of a name on a chip


class KnownContact:
    """A contact as names are compared."""

    def __init__(self, contact: Contact) -> None:
        self.contact = contact
        self.name = contact.name
        self.folded = fold(contact.name)

    @property
    def words(self) -> str:
        """What tells the contact from others of the name."""
        place = self.contact.organization
        return f"{self.name} ({place})" if place else self.name


class PeopleField(Field):
    """Contacts; those named last come last until they are stored.

    The value is a tuple of contacts. One that is not on the desk yet is made when the value is
    stored; a name that looks mistyped is refused, as in the line to log with.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: GuiContext | None = None
        self._people: list[Contact] = []
        self._on_chips: list[Contact] = []
        self._called = ""
        self._names = QStringListModel(self)
        self._line = _NameLine()
        self._line.setPlaceholderText(self.tr("Add a name"))
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._on_completed)
        self._line.setCompleter(completer)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        column = QVBoxLayout()
        self._row.addLayout(column, 1)
        column.setSpacing(6)
        column.addWidget(self._chips)
        self._take(self._line)
        self._row.removeWidget(self._line)
        column.addWidget(self._line)
        self._line.asked.connect(self._add)
        self._line.emptied.connect(self._remove_last)
        self._line.left.connect(self._add)

    def prepare(self, context: GuiContext, record: Any) -> None:
        """Learn who is on the desk; the names are listed when somebody begins to type."""
        del record
        self._context = context
        self._line.begun = self._list_names

    def value(self) -> Any:
        """Return the contacts."""
        return tuple(self._people)

    def text(self) -> str:
        """Return the names and what is being typed."""
        return "; ".join([*(str(one.id) for one in self._people), self._line.text()])

    def fill(self, value: Any) -> None:
        """Show contacts."""
        self._people = list(value or ())
        self._line.clear()
        self._show_chips()

    def fill_typed(self, text: str) -> None:
        """Show again what could not be stored."""
        *_, typed = text.split("; ")
        self._line.setText(typed)

    def set_called(self, words: str) -> None:
        """Name the line."""
        super().set_called(words)
        self._called = words.replace("&", "")

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the people be looked at only."""
        super().set_read_only(is_read_only)
        self._chips.setEnabled(not is_read_only)

    def _list_names(self) -> None:
        assert self._context is not None
        names = {one.name for one in self._context.shelf.by_id(Contact).values()}
        self._names.setStringList(sorted(names, key=fold))

    @Slot()
    def _on_completed(self) -> None:
        self._add()

    @Slot()
    def _add(self) -> None:
        typed = self._line.text().strip()
        if not typed or self._context is None:
            return
        everybody = self._context.shelf.by_id(Contact)
        made = [one for one in self._people if one.id not in everybody]
        known = [KnownContact(one) for one in (*everybody.values(), *made)]
        try:
            named = find_named(typed, known)
            if named is None:
                refuse_mistyped(typed, known)
            found = Contact.new(unquoted(typed)) if named is None else named.contact
        except NotUnderstoodError as error:
            self.show_error(str(error))
            return
        if found.id not in [one.id for one in self._people]:
            self._people.append(found)
        self._line.clear()
        self._change()

    @Slot()
    def _remove_last(self) -> None:
        if self._people:
            self._people.pop()
            self._change()

    def _remove(self, key: uuid.UUID) -> None:
        self._people = [one for one in self._people if one.id != key]
        self._line.setFocus()
        self._change()

    def _change(self) -> None:
        self.show_error("")
        self._show_chips()
        self.edited.emit()
        self._on_left()

    def _show_chips(self) -> None:
        if self._people == self._on_chips:
            return  # a button that is being pressed must not be made anew
        self._on_chips = list(self._people)
        self._flow.clear()
        for one in self._people:
            chip = QPushButton(f"{no_mnemonic(_short(one.name))}  \u00d7")
            chip.setProperty("role", "chip")
            chip.setAutoDefault(False)
            words = self.tr("{name}, take out").format(name=one.name)
            chip.setAccessibleName(words)
            chip.setToolTip(no_mnemonic(self.tr("Take out")))
            chip.clicked.connect(lambda _=False, key=one.id: self._remove(key))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._people))


class _NameLine(Line):
    """Enter takes the name; Backspace in an empty line takes the last one back."""

    asked = Signal()
    emptied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.begun: Any = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (is_enter or event.key() == Qt.Key.Key_Semicolon) and self.text().strip():
            self.asked.emit()
            return
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
            return
        if not self.text() and self.begun is not None:
            self.begun()
        super().keyPressEvent(event)


def split_people(
    people: Sequence[Contact], context: GuiContext
) -> tuple[list[Contact], list[Contact]]:
    """Return those of these contacts who are on the desk, and those who are new."""
    known = context.shelf.by_id(Contact)
    return [one for one in people if one.id in known], [
        one for one in people if one.id not in known
    ]


def _short(name: str) -> str:
    return name if len(name) <= _CUT else f"{name[: _CUT - 1].rstrip()}\u2026"
