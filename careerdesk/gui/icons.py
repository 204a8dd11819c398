"""Lucide outlines from the bundled files, in the colour asked for."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from careerdesk.assets import asset
from careerdesk.gui.style_sheet import icon_edge


def icon(name: str, colour: str, *, size: int = 16, gap: int = 0) -> QIcon:
    """Return the icon ``name`` in one colour.

    Args:
        name: of a file in resources/icons, without its ending.
        colour: as ``#rrggbb``.
        size: edge in logical pixels beside text of the usual size; it grows with the text.
        gap: empty room beside it, for buttons whose text would stand too close.
    """
    return QIcon(pixmap(name, colour, size, gap))


def pixmap(name: str, colour: str, size: int = 16, gap: int = 0) -> QPixmap:
    """Return the icon as a picture, sharp on the screen with the finest pixels."""
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        gap = -gap  # the text stands at the left then
    return _drawn(name, colour, icon_edge(size), gap, ratio)


def window_icon() -> QIcon:
    """Return the picture of the program for the window and the task bar."""
    return QIcon(_rendered(_read("logo/careerdesk"), 64, 0, 1.0))


@functools.cache
def _drawn(name: str, colour: str, size: int, gap: int, ratio: float) -> QPixmap:
    source = _read(f"icons/{name}").replace("currentColor", colour)
    return _rendered(source, size, gap, ratio)


def _read(name: str) -> str:
    return asset(f"{name}.svg").read_text(encoding="utf-8")


def _rendered(source: str, size: int, gap: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    drawn = QPixmap(round((size + abs(gap)) * ratio), round(size * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(max(-gap, 0), 0, size, size))
    painter.end()
    return drawn
