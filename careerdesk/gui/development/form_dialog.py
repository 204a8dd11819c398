"""A dialog with a heading, a body that scrolls where it must, and what was wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from careerdesk.domain.errors import CareerDeskError, InvalidValueError
from careerdesk.gui.fields.field import Field
from careerdesk.gui.text import translate
from careerdesk.gui.widgets.labels import label
from careerdesk.gui.widgets.scrolled import scrolled

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

_WIDTH: Final = 62  # in characters
_MOST_HEIGHT: Final = 0.9  # of the window
_SIDES: Final = 60  # pixels beside the body
_ROUND: Final = 150  # pixels for what stands above and below it


class FormDialog(QDialog):
    """Asks for something and stores it; a subclass fills ``body`` and answers ``store``.

    Escape leaves at once only what nothing was typed into; Cancel leaves in any case.
    """

    def __init__(self, title: str, accept: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._wrong = label("", "error", wrap=True)
        self._inner = QWidget()
        self._window = parent.window()
        self._warned_of: list[str] = []
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(0, 0, 10, 0)
        self.body.setSpacing(8)
        self.box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = self.box.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setProperty("role", "primary")
        self.box.accepted.connect(self._store)
        self.box.rejected.connect(self._discard)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(scrolled(self._inner), 1)
        column.addWidget(self._wrong)
        self._wrong.hide()
        self.foot = QHBoxLayout()
        column.addLayout(self.foot)
        self.foot.addStretch()
        self.foot.addWidget(self.box)

    def store(self) -> None:
        """Store what was asked for.

        Raises:
            CareerDeskError: it cannot be; nothing was changed.
        """
        raise AssertionError("a dialog knows what it stores")

    def unstored(self) -> list[str]:
        """Return what was typed or chosen since it was shown."""
        return [field.text() for field in self.findChildren(Field) if field.is_dirty]

    def reject(self) -> None:
        """Leave; where something would be lost, say so first and leave when asked again."""
        typed = self.unstored()
        if not typed or typed == self._warned_of:
            super().reject()
            return
        self._warned_of = typed
        self.say(
            translate(
                "form_dialog",
                "What you entered is not stored yet. Press Esc again to leave without storing it.",
            )
        )
        self.grow()

    def show_invalid(self, error: InvalidValueError) -> None:
        """Say which value is wrong; a subclass says it beside its field."""
        self.say(str(error))

    def say(self, words: str) -> None:
        """Say what is wrong above the buttons; nothing is wrong if it is empty."""
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))

    def finish(self) -> None:
        """Take a size that fits, once the body is filled; Enter stores, wherever the cursor is."""
        self.body.addStretch()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        for field in self.findChildren(Field):
            field.takes_back = False  # Escape leaves the dialog
        self.accept_button.setDefault(True)
        self.fit()

    def fit(self) -> None:
        """Be as high as the body needs, within the window."""
        width = self.fontMetrics().averageCharWidth() * _WIDTH
        inner = self._inner
        height = max(inner.sizeHint().height(), inner.heightForWidth(width - _SIDES)) + _ROUND
        most = round(self._window.height() * _MOST_HEIGHT)
        self.resize(min(width, self._window.width()), min(height, most))

    def grow(self) -> None:
        """Be no smaller than what is said now needs, within the window."""
        before = self.size()
        self.fit()
        self.resize(self.size().expandedTo(before))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field; Qt would begin with a button."""
        super().showEvent(event)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the cursor where one begins."""

    @Slot()
    def _discard(self) -> None:
        super().reject()

    @Slot()
    def _store(self) -> None:
        self.say("")
        try:
            self.store()
        except InvalidValueError as error:
            self.show_invalid(error)
            self.grow()
        except CareerDeskError as error:
            self.say(str(error))
        else:
            self.accept()
