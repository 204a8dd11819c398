"""A list to choose from, which takes what height there is and is content with little."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QListView

from careerdesk.gui.widgets.choice_delegate import ChoiceDelegate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LINES: Final = 7  # the height it asks for


class ChoiceList(QListView):
    """Lines with a tick or an eye, drawn by ``ChoiceDelegate``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_whole = False
        self.setMouseTracking(True)
        self.setItemDelegate(ChoiceDelegate(self))

    def sizeHint(self) -> QSize:
        """Ask for a few lines; more than that is given by the layout."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never be lower than a few lines of text."""
        return QSize(120, self.fontMetrics().height() * _LINES)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._is_whole:
            self.show_all_lines()

    def show_all_lines(self) -> None:
        """Be exactly as high as all lines together, from now on."""
        self._is_whole = True
        rows = range(self.model().rowCount())
        height = sum(self.sizeHintForRow(row) for row in rows)
        self.setFixedHeight(height + 2 * self.frameWidth())
