"""A tree that is content with some rows, and takes all the room there is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTreeWidget

_LEAST_LINES: Final = 8  # of text: the heading and some rows


class LowTree(QTreeWidget):
    """Stands in a panel that scrolls; Qt's own tree would ask for many rows there."""

    def sizeHint(self) -> QSize:
        """Return the room for the heading and some rows."""
        height = _LEAST_LINES * self.fontMetrics().height()
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Allow no fewer rows."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
