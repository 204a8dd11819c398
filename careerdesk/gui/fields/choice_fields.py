"""Fields whose value is one of some, or one of the user's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QEvent, QStringListModel, Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QComboBox, QCompleter, QPushButton, QWidget

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.fields import clean_text
from careerdesk.domain.folding import fold
from careerdesk.gui.fields.field import Field
from careerdesk.gui.fields.text_fields import TextField
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.labels import label
from careerdesk.gui.widgets.line import Line
from careerdesk.gui.widgets.one_stop import keep_one_stop

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QWheelEvent


class Combo(QComboBox):
    """A choice that the wheel does not change in passing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def set_called(self, words: str) -> None:
        """Name the choice, its list and the line in it for screen readers."""
        line = self.lineEdit()
        for one in (self, self.view(), *([line] if line is not None else [])):
            one.setAccessibleName(words)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the choice has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceField(Field):
    """One of some values; stored as soon as it is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = Combo()
        self._take(self.combo)
        self.combo.activated.connect(self._on_edited)
        self.combo.activated.connect(self._on_left)

    def set_called(self, words: str) -> None:
        """Name the choice with its list."""
        super().set_called(words)
        self.combo.set_called(words.replace("&", ""))

    def offer(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer these values under these words."""
        self._is_filling = True
        kept = self.combo.currentData()
        self.combo.clear()
        for value, words in choices:
            self.combo.addItem(words, value)
        self.combo.setCurrentIndex(max(_index_of(self.combo, kept), 0))
        self._is_filling = False

    def value(self) -> Any:
        """Return the value chosen."""
        return self.combo.currentData()

    def text(self) -> str:
        """Return the words chosen."""
        return self.combo.currentText()

    def fill(self, value: Any) -> None:
        """Choose a value."""
        self.combo.setCurrentIndex(_index_of(self.combo, value))

    def fill_typed(self, text: str) -> None:
        """Choose by the words."""
        self.combo.setCurrentText(text)


class OpenChoiceField(Field):
    """A text that is usually one of some; the user may name another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = _OpenCombo()
        self._take(self.combo)
        self.combo.editTextChanged.connect(self._on_edited)
        self.combo.activated.connect(self._on_left)
        line = self.combo.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._on_left)

    def set_called(self, words: str) -> None:
        """Name the choice with its list and its line."""
        super().set_called(words)
        self.combo.set_called(words.replace("&", ""))

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these texts under these words."""
        kept = self.combo.currentText()
        self._is_filling = True
        self.combo.clear()
        for value, words in choices:
            self.combo.addItem(words, value)
        self.combo.setCurrentText(kept)
        self._is_filling = False

    def value(self) -> Any:
        """Return the text; of an offered one what stands behind its words."""
        typed = clean_text(self.combo.currentText())
        at = self.combo.findText(typed, Qt.MatchFlag.MatchFixedString)
        return self.combo.itemData(at) if at >= 0 else typed

    def text(self) -> str:
        """Return the text as typed."""
        return self.combo.currentText()

    def fill(self, value: Any) -> None:
        """Show a text."""
        at = _index_of(self.combo, value)
        self.combo.setCurrentText(self.combo.itemText(at) if at >= 0 else value or "")
        line = self.combo.lineEdit()
        assert line is not None
        line.setCursorPosition(0)  # a long text is read from its beginning

    def fill_typed(self, text: str) -> None:
        """Show what was typed."""
        self.combo.setCurrentText(text)


class _OpenCombo(Combo):
    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setLineEdit(Line())
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)


class ReferenceField(TextField):
    """Another record, found by its name while typing; empty is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = ""
        self._words: Callable[[Any], str] = str
        self._everyone: Callable[[], Sequence[tuple[Any, str, str]]] = tuple
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._on_chosen)
        self.line.setCompleter(completer)
        self.line.textEdited.connect(self._list_names)
        self._is_listed = False

    def offer(self, kind: str, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer these records, given by id and name; ``kind`` is what they are called."""
        names = dict(choices)
        self.offer_many(
            kind, lambda: [(key, name, "") for key, name in choices], lambda key: names.get(key, "")
        )

    def offer_many(
        self,
        kind: str,
        everyone: Callable[[], Sequence[tuple[Any, str, str]]],
        words: Callable[[Any], str],
    ) -> None:
        """Offer records of which there may be very many, read only when somebody types.

        Args:
            kind: what such a record is called.
            everyone: returns id, name and what tells one from others of its name.
            words: returns the name of one record by its id, empty if it is gone.
        """
        self._kind, self._everyone, self._words = kind, everyone, words
        self._is_listed = False

    def value(self) -> Any:
        """Return the id of the record named.

        Raises:
            InvalidValueError: there is no record of that name, or there are several.
        """
        typed = fold(self.line.text())
        if not typed:
            return None
        found = [one for one in self._everyone() if typed in (fold(one[1]), fold(_full(one)))]
        exact = [one for one in found if fold(_full(one)) == typed]
        found = exact if len(found) > 1 and len(exact) == 1 else found
        if not found:
            name = self.line.text().strip()
            raise InvalidValueError(
                self.name, f"must be one that is on the desk; there is no {self._kind} “{name}”"
            )
        if len(found) > 1:
            choices = "; ".join(sorted({_full(one) for one in found})[:5])
            raise InvalidValueError(self.name, f"may mean several; write one of {choices}")
        return found[0][0]

    def shown(self, value: Any) -> str:
        """Write the name of the record."""
        return "" if value is None else self._words(value)

    @Slot()
    def _list_names(self) -> None:
        if not self._is_listed:
            self._is_listed = True
            self._names.setStringList(sorted({_full(one) for one in self._everyone()}, key=fold))

    @Slot()
    def _on_chosen(self) -> None:
        self.edited.emit()
        self._on_left()


def _full(choice: tuple[Any, str, str]) -> str:
    _, name, note = choice
    return f"{name} ({note})" if note else name


class ScaleField(Field):
    """A level on a scale from 0, or unknown, which is an answer of its own and not 0.

    ``lowest`` is where the scale begins.
    """

    lowest: ClassVar[int] = 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # else it has no place in the order of Tab
        self._group = QButtonGroup(self)
        self._words: tuple[str, ...] = ()
        self._meaning = label("", "second")
        self._row.setSpacing(0)

    def offer(self, words: Sequence[str], unknown: str) -> None:
        """Offer unknown and a level for each of these words, from the lowest on."""
        if self._words:
            return
        self._words = (unknown, *words)
        before: QWidget = self
        for at, meaning in enumerate(self._words):
            level = at - 1 + self.lowest
            button = QPushButton("?" if at == 0 else str(level), self)
            # The steps come after the form has ordered its fields. A focus proxy would not do:
            # Qt takes all that lies between a field and its proxy out of the way of Tab.
            self.setTabOrder(before, button)
            before = button
            button.setProperty("role", "step")
            button.setCheckable(True)
            button.setAccessibleName(meaning if at == 0 else f"{level} {meaning}")
            button.setAccessibleDescription(self.accessibleName())
            button.setToolTip(meaning)
            button.installEventFilter(self)
            self._group.addButton(button, at)
            self._inputs.append(button)
            self._row.addWidget(button)
        self._row.addSpacing(10)
        self._row.addWidget(self._meaning, 1)
        keep_one_stop(self._group)
        self._group.idToggled.connect(self._on_toggled)
        self._group.idClicked.connect(self._on_left)

    def value(self) -> Any:
        """Return the level, None for unknown."""
        at = self._group.checkedId()
        return None if at <= 0 else at - 1 + self.lowest

    def text(self) -> str:
        """Return the number of the button, or nothing."""
        return str(self._group.checkedId())

    def fill(self, value: Any) -> None:
        """Mark a level."""
        at = 0 if value is None else int(value) + 1 - self.lowest
        button = self._group.button(at)
        if button is not None:
            button.setChecked(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the step that holds."""
        super().focusInEvent(event)
        step = self._group.checkedButton() or self._group.button(0)
        if step is not None:
            step.setFocus(event.reason())

    def fill_typed(self, text: str) -> None:
        """Mark a button by its number."""
        button = self._group.button(int(text))
        if button is not None:
            button.setChecked(True)

    def set_called(self, words: str) -> None:
        """Name each step for screen readers together with the scale."""
        self.name = words.replace("&", "").rstrip(":").lower()
        self.setAccessibleName(words.replace("&", ""))

    @Slot(int, bool)
    def _on_toggled(self, at: int, is_checked: bool) -> None:
        if is_checked:
            keep_one_stop(self._group)
            self._meaning.setText(self._words[at])
            if not self._is_filling:
                self.edited.emit()
                if self._inputs[at].hasFocus():  # chosen with the arrow keys
                    self._on_left()


class DegreeField(ScaleField):
    """How much, on a scale from 1, or unknown."""

    lowest = 1


class PrivateField(Field):
    """The lock: whether the record is left out of what others see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = QPushButton()
        self._button.setCheckable(True)
        self._button.setProperty("role", "bare")
        self._take(self._button, stretch=0)
        self._row.addStretch()
        self._button.toggled.connect(self._show_state)
        self._button.clicked.connect(self._on_edited)
        self._button.clicked.connect(self._on_left)
        self._show_state()

    def value(self) -> Any:
        """Return whether it is private."""
        return self._button.isChecked()

    def text(self) -> str:
        """Return a word for the state."""
        return str(self._button.isChecked())

    def fill(self, value: Any) -> None:
        """Show the state."""
        self._button.setChecked(bool(value))

    def fill_typed(self, text: str) -> None:
        """Show the state by its word."""
        self._button.setChecked(text == str(True))

    def set_called(self, words: str) -> None:
        """Keep the words of the lock, which say the state as well."""
        self.name = words

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_state()

    @Slot()
    def _show_state(self) -> None:
        from careerdesk.gui.icons import icon

        is_private = self._button.isChecked()
        colours = tokens()
        words = (
            self.tr("Private: left out of the portfolio. Press to show it there.")
            if is_private
            else self.tr("Public: may stand in the portfolio. Press to make it private.")
        )
        name = "lock" if is_private else "lock-open"
        self._button.setIcon(icon(name, colours.accent if is_private else colours.ink_3))
        self._button.setText(self.tr("Private") if is_private else self.tr("Public"))
        self._button.setToolTip(words)
        self._button.setAccessibleName(words)


def _index_of(combo: QComboBox, value: Any) -> int:
    # Not findData, which compares Python values by identity.
    return next((at for at in range(combo.count()) if combo.itemData(at) == value), -1)
