"""Drawing for readers of either direction: what is laid out by hand is mirrored by hand."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt


def placed(area: QRectF, within: QRectF, direction: Qt.LayoutDirection) -> QRectF:
    """Return where an area lies that was measured from the left, for a reader of a direction."""
    if direction is not Qt.LayoutDirection.RightToLeft:
        return area
    return QRectF(
        within.left() + within.right() - area.right(), area.top(), area.width(), area.height()
    )
