"""What all editors have in common: a value, a word about what was understood, and an error."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.domain.errors import InvalidValueError
from careerdesk.gui.fields.draft import Draft
from careerdesk.gui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from careerdesk.gui.context import GuiContext


class Field(QWidget):
    """One value in a form.

    ``committed`` says that the user has finished with it: the cursor has left, Enter was pressed,
    or something was chosen. ``edited`` says that its content has become another. One that
    ``takes_back`` undoes its typing on Escape. A subclass builds its editor, and answers
    ``value``, ``show_value`` and ``text``.
    """

    committed = Signal()
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ""
        self._label = ""
        self._shown = ""
        self._is_filling = False
        self.takes_back = True
        self._inputs: list[QWidget] = []
        self._answer = label("", "small", wrap=True)
        self._answer.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        column.addLayout(self._row)
        column.addWidget(self._answer)

    def value(self) -> Any:
        """Return what the field holds.

        Raises:
            InvalidValueError: that cannot be a value.
        """
        raise AssertionError("a field knows its value")

    def text(self) -> str:
        """Return the content as it was typed, to keep it while it is no value."""
        raise AssertionError("a field knows its content")

    def fill(self, value: Any) -> None:
        """Put a value into the editor."""
        raise AssertionError("a field can be filled")

    def fill_typed(self, text: str) -> None:
        """Put content as it was typed into the editor."""
        self.fill(text)

    def prepare(self, context: GuiContext, record: Any) -> None:
        """Get what the editor needs to know before it shows a value of this record."""

    def show_value(self, value: Any) -> None:
        """Show a stored value; what was typed and what was wrong with it is forgotten."""
        self._is_filling = True
        self.fill(value)
        self._is_filling = False
        self._shown = self.text()
        self.show_error("")

    def show_draft(self, draft: Draft) -> None:
        """Show again what was there when a form was left; it still counts as typed."""
        self._is_filling = True
        if draft.is_value:
            self.fill(draft.content)
        else:
            self.fill_typed(draft.content)
        self._is_filling = False

    def draft(self) -> Draft:
        """Return what is there, be it a value or not."""
        try:
            return Draft(self.value(), is_value=True)
        except InvalidValueError:
            return Draft(self.text(), is_value=False)

    def show_typed(self, text: str, error: str) -> None:
        """Show again what was typed and could not be stored."""
        self._is_filling = True
        self.fill_typed(text)
        self._is_filling = False
        self.show_error(error)

    @property
    def is_dirty(self) -> bool:
        """Say whether the content differs from the value shown last."""
        return self.text() != self._shown

    def show_error(self, error: str) -> None:
        """Say what is wrong, in words and by the rim; an empty text says that nothing is."""
        for one in self._inputs:
            if bool(one.property("invalid")) != bool(error):
                one.setProperty("invalid", bool(error))
                one.style().polish(one)
        self._say(error, "error")
        if error:
            self._describe(error)

    def refuse(self, error: InvalidValueError) -> None:
        """Say what is wrong with this value, which is called here as above the editor."""
        self.show_error(self.refusal(error))

    def refusal(self, error: InvalidValueError) -> str:
        """Return what ``refuse`` says."""
        return f"“{self._label}” {error.reason}."

    def set_called(self, words: str) -> None:
        """Name the editor for screen readers and in what it says about wrong values."""
        self._label = words.replace("&", "").rstrip(":")
        self.name = self._label.lower()
        for one in self._inputs:
            one.setAccessibleName(words.replace("&", ""))

    def set_short_name(self, words: str) -> None:
        """Be called so in what is said about wrong values; the editor keeps its longer name."""
        self._label = words
        self.name = words.lower()

    def take_label(self, words: QLabel) -> None:
        """Be called what a label says, whose underlined letter leads to the editor.

        Qt follows it only to a widget that takes the focus itself, which a field leaves to what
        is in it.
        """
        self.set_called(words.text())
        words.setBuddy(self._inputs[0])

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the value be looked at only."""
        for one in self._inputs:
            one.setEnabled(not is_read_only)

    def limit_width(self, width: int) -> None:
        """Let the editor be no wider than this; what is said below it has all the room there is."""
        for one in self._inputs:
            one.setMaximumWidth(width)
        self._row.addStretch(1)

    def stops(self) -> list[QWidget]:
        """Return what of the field Tab comes to, in order."""
        return list(self._inputs)

    def _take(self, widget: QWidget, *, stretch: int = 1) -> None:
        """Put an editor into the row; the first one gets the focus."""
        if not self._inputs:
            self.setFocusProxy(widget)
        self._inputs.append(widget)
        widget.installEventFilter(self)
        self._row.addWidget(widget, stretch)

    def _say(self, words: str, role: str = "small") -> None:
        self._answer.setText(words)
        if self._answer.property("role") != role:
            self._answer.setProperty("role", role)
            self._answer.style().polish(self._answer)
        self._answer.setVisible(bool(words))

    def _describe(self, words: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @Slot()
    def _on_edited(self) -> None:
        if not self._is_filling:
            self.edited.emit()

    @Slot()
    def _on_left(self) -> None:
        if self.is_dirty or any(one.property("invalid") for one in self._inputs):
            self.committed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take back, on Escape, what was typed since the value was shown."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.takes_back
            and self.is_dirty
        ):
            self.show_typed(self._shown, "")
            self.edited.emit()
            return True
        return super().eventFilter(watched, event)
