"""The paper of the window: charts drawn by Qt, in its own font, without matplotlib.

The same code of a chart draws here and into files. Texts are measured in the font they are drawn
in, so nothing overlaps in another font or at another size of text.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from careerdesk.charts.paper import HAIRLINE, SIZE, Paper

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careerdesk.charts.paper import Align, Flat, Segment
    from careerdesk.charts.spots import Box
    from careerdesk.palette import Palette

_INVISIBLE: Final = ("Cf", "Cc", "Cs")
_TEXT: Final = 0.84  # texts of a chart, of the window's own
_INCH: Final = 72.0
_LEAST_WIDTH: Final = 290.0  # points that the charts are made for


class ChartPaper(Paper):
    """Draws with a painter; ``unit`` is how many logical pixels a point of the chart has."""

    def __init__(self, painter: QPainter, place: QRectF, font: QFont, palette: Palette) -> None:
        # In a very narrow place everything is smaller, so that no chart is too wide for it.
        self.unit = min(pixels_per_point(font), place.width() / _LEAST_WIDTH)
        super().__init__(place.width() / self.unit, place.height() / self.unit, palette)
        self._painter = painter
        self._place = place
        self._font = font.toString()
        self._scale = self.unit * _INCH / QFontMetricsF(font).fontDpi()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        colour: str | None = None,
        size: float = SIZE,
        align: Align = "left",
        semibold: bool = False,
    ) -> None:
        """Write one line, the middle of its capitals at ``y``."""
        font, metrics = self._letters(size, semibold)
        at = self._at(x, y)
        width = metrics.horizontalAdvance(text)
        left = at.x() - {"left": 0.0, "center": width / 2, "right": width}[align]
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour or self.palette.ink))
        self._painter.drawText(QPointF(left, at.y() + metrics.capHeight() / 2), text)

    def hairlines(self, segments: Iterable[Segment], colour: str | None = None) -> None:
        """Draw the lines of a grid."""
        self._painter.setPen(
            QPen(QColor(colour or self.palette.line), max(HAIRLINE * self.unit, 1))
        )
        self._painter.drawLines(
            [QLineF(self._at(*first), self._at(*second)) for first, second in segments]
        )

    def stroke(
        self,
        points: Sequence[tuple[float, float]],
        colour: str,
        thickness: float,
        *,
        dashed: bool = False,
    ) -> None:
        """Draw a line with round ends and corners."""
        pen = QPen(QColor(colour), thickness * self.unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dashed:
            pen.setDashPattern([3, 2])
        self._painter.setPen(pen)
        self._painter.drawPolyline(self._polygon(points))

    def area(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """Fill what lies inside a closed line."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(colour))
        self._painter.drawPolygon(self._polygon(points))

    def boxes(
        self,
        boxes: Sequence[Box],
        colour: str | Sequence[str],
        *,
        radius: float = 0,
        flat: Flat | None = None,
        edge: str = "none",
        thickness: float = 0.8,
    ) -> None:
        """Fill boxes with round corners, all at once; a bar is flat where it stands."""
        painter = self._painter
        if edge == "none":
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            painter.setPen(QPen(QColor(edge), thickness * self.unit))
        for place, box in enumerate(boxes):
            fill = colour if isinstance(colour, str) else colour[place % len(colour)]
            painter.setBrush(Qt.BrushStyle.NoBrush if fill == "none" else QColor(fill))
            rect = self.rect(box)
            round_by = max(min(radius * self.unit, rect.width() / 2, rect.height() / 2), 0)
            if flat is None:
                painter.drawRoundedRect(rect, round_by, round_by)
            else:
                painter.drawPath(_bar(rect, round_by, flat))

    def dots(
        self, points: Sequence[tuple[float, float]], colour: str, *, size: float = 4.5
    ) -> None:
        """Mark points, each on a rim that keeps it apart from its line."""
        self._painter.setPen(QPen(QColor(self.palette.panel), 0.9 * self.unit))
        self._painter.setBrush(QColor(colour))
        for point in points:
            self._painter.drawEllipse(self._at(*point), size / 2 * self.unit, size / 2 * self.unit)

    def text_width(self, text: str, size: float, *, semibold: bool = False) -> float:
        """Return how wide a printable text will be."""
        return self._letters(size, semibold)[1].horizontalAdvance(text) / self.unit

    def printable(self, text: str) -> str:
        """Return the text on one line, without invisible marks; Qt finds a font for all else."""
        one_line = " ".join(text.split())
        return "".join(char for char in one_line if unicodedata.category(char) not in _INVISIBLE)

    def rect(self, box: Box) -> QRectF:
        """Return where a box in points lies on the widget."""
        left, bottom, width, height = box
        corner = self._at(left, bottom + height)
        return QRectF(corner.x(), corner.y(), width * self.unit, height * self.unit)

    def _letters(self, size: float, semibold: bool) -> tuple[QFont, QFontMetricsF]:
        return _made(self._font, round(size * self._scale, 2), semibold)

    def _at(self, x: float, y: float) -> QPointF:
        return QPointF(
            self._place.left() + x * self.unit, self._place.top() + (self.height - y) * self.unit
        )

    def _polygon(self, points: Sequence[tuple[float, float]]) -> QPolygonF:
        return QPolygonF([self._at(*point) for point in points])


def pixels_per_point(font: QFont) -> float:
    """Return the scale at which texts of a chart are a little smaller than those of the window."""
    return QFontMetricsF(font).fontDpi() / _INCH * font.pointSizeF() * _TEXT / SIZE


@lru_cache(maxsize=64)
def _made(font: str, points: float, semibold: bool) -> tuple[QFont, QFontMetricsF]:
    made = QFont()
    made.fromString(font)
    made.setPointSizeF(points)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if semibold:
        made.setWeight(QFont.Weight.DemiBold)
    return made, QFontMetricsF(made)


def _bar(rect: QRectF, radius: float, flat: Flat) -> QPainterPath:
    """Return a box that is round at the end away from where it stands."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, radius)
    if flat == "bottom":
        path.addRect(rect.adjusted(0, radius, 0, 0))
    else:
        path.addRect(rect.adjusted(0, 0, -radius, 0))
    return path
