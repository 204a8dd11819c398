"""A layout that sets widgets one after the other and goes on in the next line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


class FlowLayout(QLayout):
    """Lines of widgets in their own sizes; as high as it has to be for its width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._held: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(6)

    def clear(self) -> None:
        """Take all widgets out and delete them."""
        while (item := self.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item in at the end."""
        self._held.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._held)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, None beyond the last."""
        return self._held[index] if 0 <= index < len(self._held) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, None beyond the last."""
        return self._held.pop(index) if 0 <= index < len(self._held) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that no more room is wanted than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that narrow is high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines in a width."""
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def setGeometry(self, rect: QRect) -> None:
        """Set the widgets into their places."""
        super().setGeometry(rect)
        for item, place in self._places(rect.width()):
            item.setGeometry(place.translated(rect.topLeft()))

    def sizeHint(self) -> QSize:
        """Return the least size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._held:
            size = size.expandedTo(item.minimumSize())
        return size

    def _places(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        at, line = QPoint(0, 0), 0
        for item in self._held:
            if item.isEmpty():  # a hidden widget takes no room, nor a gap
                continue
            size = item.sizeHint().boundedTo(QSize(max(width, 1), item.sizeHint().height()))
            if at.x() > 0 and at.x() + size.width() > width:
                at, line = QPoint(0, at.y() + line + self.spacing()), 0
            yield item, QRect(at, size)
            at = QPoint(at.x() + size.width() + self.spacing(), at.y())
            line = max(line, size.height())
