"""One question in one line: its words, the answers of a scale, "not sure" and "rather not say"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from careerdesk.domain.assessment import AnswerState
from careerdesk.gui.text import tooltip, translate
from careerdesk.gui.widgets.labels import label
from careerdesk.gui.widgets.one_stop import keep_one_stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from careerdesk.domain.instrument import Option

GAP: Final = 4  # between the answers
_UNSURE, _DECLINED = "?", "—"


class Said(NamedTuple):
    """An answer without the question it belongs to."""

    state: AnswerState
    value: int | None = None


class Asked(NamedTuple):
    """A question as a row shows it; ``note`` stands below in small letters, if anything does.

    ``earlier`` says what was known before this attempt and ``before`` is that level, None if it is
    unknown; both are shown only once there is a new answer.
    """

    item: str
    text: str
    note: str = ""
    earlier: str = ""
    before: int | None = None


class AnswerRow(QFrame):
    """Arrow keys choose within the row; a digit, N or R answers and goes on to the next one.

    ``answered`` says that the user has said something; ``stepped`` carries by how many rows to go
    on, ``paged`` by how many pages to scroll what the levels mean. ``entered`` says that the cursor
    has come, and ``finished`` that Enter was pressed.
    """

    answered = Signal()
    stepped = Signal(int)
    paged = Signal(int)
    entered = Signal()
    finished = Signal()

    def __init__(
        self, asked: Asked, options: Sequence[Option], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.asked = asked
        self.milliseconds: int | None = None
        self._values = [one.value for one in options]
        self.setProperty("role", "question")
        self.setAccessibleName(asked.text)
        self._group = QButtonGroup(self)
        self._earlier = label("", "small")
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(10, 5, 10, 5)
        self._across.setSpacing(12)
        self._add_words()
        self._answers = QHBoxLayout()
        self._across.addLayout(self._answers)
        self._answers.setSpacing(GAP)
        for option in options:
            self._add(str(option.value), f"{option.value} {option.label}", option.value)
        self._answers.addSpacing(2 * GAP)
        self._add(_UNSURE, not_sure(), self._unsure_id)
        self._add(_DECLINED, declined(), self._declined_id)
        self._answers.addStretch()
        keep_one_stop(self._group)
        self._group.idClicked.connect(self._on_clicked)

    @property
    def said(self) -> Said | None:
        """The answer; None if there is none yet."""
        at = self._group.checkedId()
        if at == self._unsure_id:
            return Said(AnswerState.NOT_SURE)
        if at == self._declined_id:
            return Said(AnswerState.DECLINED)
        return Said(AnswerState.GIVEN, at) if at in self._values else None

    def show_said(self, said: Said) -> None:
        """Show an answer that was given before."""
        if said.state is AnswerState.NOT_SURE:
            at: int | None = self._unsure_id
        else:
            at = self._declined_id if said.state is AnswerState.DECLINED else said.value
        button = None if at is None else self._group.button(at)
        if button is not None:
            button.setChecked(True)
            self._on_said()

    def choose(self, value: int) -> None:
        """Answer with a value of the scale, as a click on it would."""
        self._say(value)

    def describe(self, value: int, words: str) -> None:
        """Say more about one answer of the scale to those who point at it or have it read."""
        button = self._group.button(value)
        if button is not None:
            button.setAccessibleDescription(f"{self.asked.text}: {words}")
            button.setToolTip(tooltip(f"{button.accessibleName()}: {words}"))

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the cursor on the answer, or on the first one there is to give."""
        button = self._group.checkedButton() or self._group.button(self._values[0])
        if button is not None:
            button.setFocus(reason)

    def first_stop(self) -> QWidget:
        """Return what of the row Tab comes to first."""
        return self._group.checkedButton() or self._group.buttons()[0]

    def stops(self) -> list[QWidget]:
        """Return all answers in their order."""
        return list(self._group.buttons())

    def set_width(self, answer: int, other: int, *, is_stacked: bool) -> None:
        """Make the answers, and those that are no level, so wide; stacked, they stand below."""
        for button in self._group.buttons():
            button.setFixedWidth(answer if self._group.id(button) in self._values else other)
        directions = QBoxLayout.Direction
        self._across.setDirection(directions.TopToBottom if is_stacked else directions.LeftToRight)
        self._across.setSpacing(4 if is_stacked else 12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer and move with the keys the page tells of; others are left to it."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        key, text = event.key(), event.text().upper()
        keys = Qt.Key
        forward = keys.Key_Left if self.isRightToLeft() else keys.Key_Right
        if key in (keys.Key_Left, keys.Key_Right):
            self._move(1 if key == forward else -1)
        elif key in (keys.Key_Up, keys.Key_Down):
            self.stepped.emit(1 if key == keys.Key_Down else -1)
        elif key in (keys.Key_PageUp, keys.Key_PageDown):
            self.paged.emit(1 if key == keys.Key_PageDown else -1)
        elif key in (keys.Key_Return, keys.Key_Enter):
            self.finished.emit()
        elif text.isdecimal() and int(text) in self._values:
            self._say(int(text))
        elif text and text == translate("assessment", "N", "key for not sure"):
            self._say(self._unsure_id)
        elif text and text == translate("assessment", "R", "key for rather not say"):
            self._say(self._declined_id)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear that the cursor has come to one of the answers, or has gone."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            is_inside = event.type() == QEvent.Type.FocusIn
            if bool(self.property("active")) != is_inside:
                self.setProperty("active", is_inside)
                self.style().unpolish(self)
                self.style().polish(self)
            if is_inside:
                self.entered.emit()
        return super().eventFilter(watched, event)

    @property
    def _unsure_id(self) -> int:
        return max(self._values) + 1

    @property
    def _declined_id(self) -> int:
        return max(self._values) + 2

    def _add_words(self) -> None:
        words = QVBoxLayout()
        self._across.addLayout(words, 1)
        words.setSpacing(1)
        words.addStretch()
        line = QHBoxLayout()
        words.addLayout(line)
        line.setSpacing(12)
        text = label(self.asked.text, wrap=True)
        text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.addWidget(text, 1)
        line.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignBaseline)
        self._earlier.setVisible(False)
        if self.asked.note:
            note = label(self.asked.note, "small", wrap=True)
            note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            words.addWidget(note)
        words.addStretch()

    def _add(self, sign: str, name: str, at: int) -> None:
        button = _Answer(sign)
        button.setAccessibleName(name)
        button.setAccessibleDescription(self.asked.text)
        button.setToolTip(tooltip(name))
        button.installEventFilter(self)
        self._group.addButton(button, at)
        self._answers.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _move(self, by: int) -> None:
        buttons = self._group.buttons()
        held = self._group.checkedButton()
        focused = (at for at, one in enumerate(buttons) if one.hasFocus())
        at = next(focused, 0) if held is None else buttons.index(held)
        button = buttons[min(max(at + by, 0), len(buttons) - 1)]
        button.setChecked(True)
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_clicked()

    def _say(self, at: int) -> None:
        button = self._group.button(at)
        if button is not None:
            button.setChecked(True)
            self._on_clicked()
            self.stepped.emit(1)

    @Slot()
    def _on_clicked(self) -> None:
        self._on_said()
        self.answered.emit()

    def _on_said(self) -> None:
        keep_one_stop(self._group)
        self._earlier.setText(_compared(self.asked, self.said))
        self._earlier.setVisible(bool(self.asked.earlier))


class _Answer(QPushButton):
    """One answer; all keys but Space are the row's."""

    def __init__(self, sign: str) -> None:
        super().__init__(sign)
        self.setProperty("role", "answer")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Space, and leave the rest to the row."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            super().keyPressEvent(event)
        else:
            event.ignore()


def _compared(asked: Asked, said: Said | None) -> str:
    """Return what was known before, with how the new answer differs from it."""
    if said is None or said.value is None or asked.before is None or said.value == asked.before:
        return asked.earlier
    return translate("assessment", "{earlier} ({difference})").format(
        earlier=asked.earlier, difference=signed(said.value - asked.before)
    )


def signed(number: float, decimals: int = 0) -> str:
    """Return a difference with its sign, as the reader's country writes it."""
    sign = "+" if number > 0 else "\u2212" if number < 0 else "\u00b1"
    return f"{sign}{QLocale().toString(abs(float(number)), 'f', decimals)}"


def not_sure() -> str:
    """Return what the answer is called that leaves a value unknown."""
    return translate("assessment", "Not sure")


def declined() -> str:
    """Return what the answer is called that says nothing."""
    return translate("assessment", "Rather not say")
