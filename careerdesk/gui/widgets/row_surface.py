"""The surface of a row in a list that draws its rows itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QStyle

from careerdesk.gui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

_RADIUS: Final = 8


def draw_surface(painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
    """Draw that a row is selected or pointed at, and a rim where the keyboard is."""
    colours = tokens()
    inner = area.adjusted(1, 1, -1, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    if state & QStyle.StateFlag.State_Selected:
        painter.setBrush(QColor(colours.accent_surface))
        painter.drawRoundedRect(inner, _RADIUS, _RADIUS)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(QColor(colours.window))
        painter.drawRoundedRect(inner, _RADIUS, _RADIUS)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(colours.accent), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner, _RADIUS, _RADIUS)
