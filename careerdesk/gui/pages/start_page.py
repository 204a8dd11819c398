"""The page without a desk: three ways to begin, the desks opened lately, and the first steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from careerdesk._generated.forms.ui_start_page import Ui_StartPage
from careerdesk.gui.pages.first_steps import FirstSteps
from careerdesk.gui.text import no_mnemonic, tooltip
from careerdesk.gui.widgets.choice_card import ChoiceCard
from careerdesk.gui.widgets.labels import LineLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

_NARROW: Final = 78  # letters; below that the cards stand under each other


class StartPage(QStackedWidget):
    """The welcome, and behind two of its cards the steps to a desk of one's own."""

    begin_asked = Signal(bool)
    open_asked = Signal()
    example_asked = Signal()
    desk_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = FirstSteps()
        self.steps.left.connect(self.show_welcome)
        self._welcome = QWidget()
        self._ui = Ui_StartPage()
        self._ui.setupUi(self._welcome)
        self._cards = [
            ChoiceCard(
                "pencil", self.tr("Start empty"), self.tr("A desk of your own in a minute.")
            ),
            ChoiceCard(
                "book-open",
                self.tr("Open the example"),
                self.tr("Look around at the desk of a fictional person."),
            ),
            ChoiceCard(
                "users",
                self.tr("Import a LinkedIn export"),
                self.tr("Bring your contacts, skills and positions with you."),
            ),
        ]
        self._cards[0].clicked.connect(lambda: self.begin_asked.emit(False))
        self._cards[1].clicked.connect(self.example_asked)
        self._cards[2].clicked.connect(lambda: self.begin_asked.emit(True))
        self._ui.open_button.clicked.connect(self.open_asked)
        self.addWidget(self._welcome)
        self.addWidget(self.steps)
        self._arrange()

    def show_welcome(self) -> None:
        """Show the three ways to begin."""
        self.setCurrentWidget(self._welcome)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the cursor on the first card.

        It is no focus proxy of the page: Tab would come to it behind the steps as well.
        """
        self._cards[0].setFocus()

    def show_steps(self, place: Path, *, with_import: bool) -> None:
        """Show the first step to a desk of one's own, which would lie at ``place``."""
        self.setCurrentWidget(self.steps)
        self.steps.begin(place, with_import=with_import)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards beside or under each other."""
        super().resizeEvent(event)
        self._arrange()

    def show_recent(self, desks: Sequence[Path]) -> None:
        """Offer these desks."""
        while (item := self._ui.recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._ui.recent_label.setVisible(bool(desks))
        for path in desks:
            button = QPushButton(no_mnemonic(path.stem))
            button.setProperty("role", "recent")
            button.setToolTip(tooltip(str(path)))
            button.setAccessibleDescription(str(path))
            button.clicked.connect(lambda _checked=False, path=path: self.desk_chosen.emit(path))
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(10)
            row.addWidget(button)
            row.addWidget(LineLabel(str(path.parent), "small"), 1)
            self._ui.recent.addWidget(holder)

    def _arrange(self) -> None:
        is_narrow = self.width() < self.fontMetrics().averageCharWidth() * _NARROW
        for at, card in enumerate(self._cards):
            row, column = (at, 0) if is_narrow else (0, at)
            self._ui.choices.addWidget(card, row, column)
            self._ui.choices.setColumnStretch(at, 1 if at == 0 or not is_narrow else 0)
