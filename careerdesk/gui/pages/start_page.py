"""The page without a desk: make one, open one, or look around in the example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from careerdesk._generated.forms.ui_start_page import Ui_StartPage
from careerdesk.gui.text import no_mnemonic, tooltip
from careerdesk.gui.widgets.labels import LineLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class StartPage(QWidget):
    """Three choices, and the desks opened lately that are still there."""

    new_asked = Signal()
    open_asked = Signal()
    example_asked = Signal()
    desk_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_StartPage()
        self._ui.setupUi(self)
        self._ui.new_button.clicked.connect(self.new_asked)
        self._ui.open_button.clicked.connect(self.open_asked)
        self._ui.example_button.clicked.connect(self.example_asked)

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
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(button)
            row.addWidget(LineLabel(str(path.parent), "small"), 1)
            holder = QWidget()
            holder.setLayout(row)
            row.setContentsMargins(0, 0, 0, 0)
            self._ui.recent.addWidget(holder)
