"""A row of choices of which one holds: the parts of a page, or a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from careerdesk.gui.text import no_mnemonic
from careerdesk.gui.widgets.one_stop import keep_one_stop

if TYPE_CHECKING:
    from collections.abc import Sequence


class Segments(QWidget):
    """One button a choice, in one frame; the arrow keys go from one to the next.

    ``chosen`` carries the place of the choice the user made, from 0.
    """

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        frame = QFrame()
        frame.setProperty("role", "segments")
        frame.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(frame)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for at, title in enumerate(titles):
            button = QPushButton(no_mnemonic(title))
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.setChecked(at == 0)
            self._group.addButton(button, at)
            row.addWidget(button)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame, 0, Qt.AlignmentFlag.AlignLeft)
        keep_one_stop(self._group)
        self._group.buttonToggled.connect(self._on_toggled)
        self._group.idClicked.connect(self.chosen)

    @property
    def current(self) -> int:
        """The place of the choice that holds."""
        return self._group.checkedId()

    def buttons(self) -> list[QAbstractButton]:
        """Return the buttons in their order; Tab comes to the one that holds."""
        return self._group.buttons()

    def choose(self, at: int) -> None:
        """Mark a choice, without saying that the user made it."""
        button = self._group.button(at)
        if button is not None:
            button.setChecked(True)

    @Slot()
    def _on_toggled(self) -> None:
        keep_one_stop(self._group)
