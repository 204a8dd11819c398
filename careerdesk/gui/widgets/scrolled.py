"""What is too high for its place: it scrolls up and down, and keeps the width of the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


def scrolled(body: QWidget) -> QScrollArea:
    """Return an area for a body whose parts take the focus, so that the area itself does not."""
    body.setProperty("role", "canvas")
    area = _Area()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    return area


class _Area(QScrollArea):
    """Scrolls with the arrow keys, but not with Alt: those lead elsewhere."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys with Alt to what the area lies in."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
