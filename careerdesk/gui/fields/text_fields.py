"""Fields of text, and of values that are typed as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QWidget

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.fields import clean_text
from careerdesk.domain.money import digits
from careerdesk.domain.typed import (
    DURATION_EXAMPLES,
    parse_hundredths,
    parse_minutes,
    parse_money,
    parse_number,
    parse_tenths,
)
from careerdesk.gui.fields.field import Field
from careerdesk.gui.widgets.labels import label
from careerdesk.gui.widgets.line import Line, Paragraphs
from careerdesk.words import exact_duration

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from careerdesk.gui.context import GuiContext


class TextField(Field):
    """One line of text; an empty one is an empty text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = Line()
        self._take(self.line)
        self.line.textEdited.connect(self._on_edited)
        self.line.returnPressed.connect(self._on_left)
        self.line.left.connect(self._on_left)

    def value(self) -> Any:
        """Return the text as it is stored."""
        return clean_text(self.line.text())

    def text(self) -> str:
        """Return the text as typed."""
        return self.line.text()

    def fill(self, value: Any) -> None:
        """Show a text from its beginning."""
        self.line.setText(self.shown(value))
        self.line.setCursorPosition(0)

    def fill_typed(self, text: str) -> None:
        """Show what was typed."""
        self.line.setText(text)

    def shown(self, value: Any) -> str:
        """Return how a value is written in the line."""
        return "" if value is None else str(value)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the text be read and copied only."""
        self.line.setReadOnly(is_read_only)


class DurationField(TextField):
    """A length of time in minutes, typed as "45 min", "1 h 30" or "2.5 h"; empty is unknown."""

    def value(self) -> Any:
        """Return the minutes."""
        return parse_minutes(self.name, self.line.text())

    def shown(self, value: Any) -> str:
        """Write it to the minute."""
        return "" if value is None else exact_duration(value)


class NeededDurationField(DurationField):
    """A length of time that may not be left out."""

    def value(self) -> Any:
        """Return the minutes."""
        found = super().value()
        if found is None:
            raise InvalidValueError(self.name, f"must not be empty; write one {DURATION_EXAMPLES}")
        return found


class NumberField(TextField):
    """A whole number; empty is unknown. A unit may stand behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = label("", "second")
        self._unit.hide()
        self._row.addWidget(self._unit)

    def show_unit(self, words: str) -> None:
        """Say what the number counts, such as "days"."""
        self._unit.setText(words)
        self._unit.setVisible(bool(words))

    def value(self) -> Any:
        """Return the number."""
        return parse_number(self.name, self.line.text())

    def shown(self, value: Any) -> str:
        """Write it as the reader's country does."""
        return "" if value is None else QLocale().toString(value)


class MoneyField(TextField):
    """An amount in the currency of its record, else of the desk; empty is unknown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency = ""
        self._unit = label("", "second")
        self._row.addWidget(self._unit)

    def hide_unit(self) -> None:
        """Leave the currency to a field beside this one."""
        self._unit.hide()

    def prepare(self, context: GuiContext, record: Any) -> None:
        """Find out which currency the amount is in."""
        own = getattr(record, "currency", "")
        self._currency = own or context.shelf.preferences().currency
        self._unit.setText(self._currency)

    def value(self) -> Any:
        """Return the amount in minor units."""
        return parse_money(self.name, self.line.text(), self._currency)

    def shown(self, value: Any) -> str:
        """Write it with decimals only if there are any."""
        if value is None:
            return ""
        places = digits(self._currency)
        has_decimals = bool(value % 10**places)
        return QLocale().toString(value / 10**places, "f", places if has_decimals else 0)


class PermilleField(TextField):
    """A share stored in thousandths and typed as percent, such as 12.5; empty is unknown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row.addWidget(label("%", "second"))

    def value(self) -> Any:
        """Return the thousandths."""
        return parse_tenths(self.name, self.line.text().replace("%", ""))

    def shown(self, value: Any) -> str:
        """Write it as percent."""
        if value is None:
            return ""
        return QLocale().toString(value / 10, "f", 1 if value % 10 else 0)


class HundredthsField(TextField):
    """A figure stored in hundredths and typed with decimals, such as 4.25; empty is unknown."""

    def value(self) -> Any:
        """Return the hundredths."""
        return parse_hundredths(self.name, self.line.text())

    def shown(self, value: Any) -> str:
        """Write it with as many decimals as it has."""
        if value is None:
            return ""
        places = 0 if value % 100 == 0 else 1 if value % 10 == 0 else 2
        return QLocale().toString(value / 100, "f", places)


class NoteField(Field):
    """Paragraphs of plain text, as high as they are long within reason; Tab leaves the field."""

    _LEAST, _MOST = 3, 14  # lines in sight

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = _Area(self._LEAST, self._MOST)
        self.area.setTabChangesFocus(True)
        self._take(self.area)
        self.area.textChanged.connect(self._on_edited)
        self.area.left.connect(self._on_left)

    def value(self) -> Any:
        """Return the text as it is stored."""
        return clean_text(self.area.toPlainText())

    def text(self) -> str:
        """Return the text as typed."""
        return self.area.toPlainText()

    def fill(self, value: Any) -> None:
        """Show a text."""
        if self.area.toPlainText() != (value or ""):
            self.area.setPlainText(value or "")

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the text be read and copied only."""
        self.area.setReadOnly(is_read_only)


class StatementField(NoteField):
    """Paragraphs that are the heart of a form."""

    _LEAST, _MOST = 9, 24


class _Area(Paragraphs):
    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    @Slot()
    def _fit(self) -> None:
        lines = min(max(self._lines(), self._least), self._most)
        height = lines * self.fontMetrics().lineSpacing() + 2 * int(
            self.document().documentMargin()
        )
        height += 14  # the padding of the sheet
        if height != self.minimumHeight():
            self.setMinimumHeight(height)
            self.setMaximumHeight(height)

    def _lines(self) -> int:
        """Count the lines; Qt itself counts those it has not drawn yet as one a paragraph."""
        layout, block, lines = self.document().documentLayout(), self.document().begin(), 0
        while block.isValid() and lines < self._most:
            layout.blockBoundingRect(block)  # breaks it into lines
            lines += max(block.layout().lineCount(), 1)
            block = block.next()
        return lines
