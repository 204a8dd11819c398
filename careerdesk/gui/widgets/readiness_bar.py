"""A readiness with its label: how it stands now is solid, what a change would add is hatched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerdesk.gui.direction import placed
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.level_steps import hatch

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class ReadinessBar(QWidget):
    """A track with a solid part and, beyond it, the part that would come or go."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = self._then = 0.0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_change(self, now: float, then: float, description: str) -> None:
        """Draw a share, 0 to 1, and what it would become; a loss is left empty up to the mark."""
        self._now, self._then = now, then
        self.setAccessibleDescription(description)
        self.update()

    def sizeHint(self) -> QSize:
        """Return about half the height of a line of text."""
        return QSize(100, max(8, round(self.fontMetrics().height() * 0.45)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, parts and, where it would sink, a mark at what there is now."""
        del event
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        full = QRectF(self.rect())
        radius = full.height() / 2
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(full, radius, radius)
        if self._then > self._now:
            hatch(painter, self._part(full, self._then), colours, radius)
        solid = min(self._now, self._then)
        if solid > 0:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(self._part(full, solid), radius, radius)
        if self._then < self._now:
            mark = self._part(full, self._now)
            mark.setLeft(mark.right() - 2)
            painter.setBrush(QColor(colours.ink_2))
            painter.drawRect(placed(mark, full, self.layoutDirection()))

    def _part(self, full: QRectF, part: float) -> QRectF:
        width = max(full.width() * min(part, 1.0), full.height())
        return placed(QRectF(0, 0, width, full.height()), full, self.layoutDirection())
