"""Which monitor a window is on, how large it is there, and that it can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.settings import Settings

_FIRST_SIZE: Final = QSize(1280, 800)
_FRAME: Final = QSize(40, 60)  # what frames and panels take of a small screen
_LEAST: Final = QSize(600, 480)
_LEAST_LINES: Final = QSize(34, 30)  # the same in lines of text
_HANDLE: Final = 60  # pixels of a title bar by which a window can still be dragged


def screen_key(widget: QWidget) -> str:
    """Name the monitor under a widget by its maker's name and its size.

    The same laptop with and without its big monitor has two keys, and keeps two set-ups.
    """
    screen = widget.screen()
    size = screen.size()
    return f"{screen.name()} {size.width()}x{size.height()}"


def arrangement() -> str:
    """Name all monitors that are connected, as ``screen_key`` names one."""
    keys = (
        f"{one.name()} {one.size().width()}x{one.size().height()}"
        for one in QGuiApplication.screens()
    )
    return " ".join(sorted(keys))


def fit_minimum(window: QWidget) -> None:
    """Allow no size in which the parts of a page cannot be read, within what the screen has."""
    least = _LEAST.expandedTo(_LEAST_LINES * window.fontMetrics().height())
    window.setMinimumSize(least.boundedTo(window.screen().availableSize() - _FRAME))


def restore_place(window: QWidget, settings: Settings) -> None:
    """Put the window where it was with these monitors; at first, give it a common size."""
    window.resize(_FIRST_SIZE.boundedTo(window.screen().availableSize() - _FRAME))
    known = settings.layout_state("window", arrangement())
    window.restoreGeometry(settings.geometry if known.isEmpty() else known)
    keep_on_screen(window)


def remember_place(window: QWidget, settings: Settings) -> None:
    """Keep where the window is, for these monitors and as what others begin with."""
    settings.geometry = window.saveGeometry()
    settings.set_layout_state("window", arrangement(), window.saveGeometry())


def keep_on_screen(window: QWidget) -> None:
    """Shrink and move a window so that its title bar can be reached on some monitor.

    A geometry from another day may belong to a monitor that is not connected today.
    """
    if window.isMaximized() or window.isFullScreen():
        return
    wanted = visible_place(
        window.geometry(), [one.availableGeometry() for one in QGuiApplication.screens()]
    )
    if wanted != window.geometry():
        window.setGeometry(wanted)


def visible_place(place: QRect, screens: list[QRect]) -> QRect:
    """Return the place, or the nearest one at which its top can be reached.

    ``screens`` are what panels and docks leave of each monitor, the main one first.
    """
    if not screens:
        return place
    top = QRect(place.x(), place.y(), place.width(), _HANDLE)
    seen = [top.intersected(one) for one in screens]
    best = max(range(len(screens)), key=lambda at: seen[at].width() * seen[at].height())
    screen = screens[best]
    result = QRect(place.topLeft(), place.size().boundedTo(screen.size()))
    if seen[best].width() < _HANDLE or seen[best].height() < _HANDLE // 2:
        result.moveTopLeft(
            QPoint(
                min(max(place.x(), screen.x()), screen.right() - result.width() + 1),
                min(max(place.y(), screen.y()), screen.bottom() - result.height() + 1),
            )
        )
    return result
