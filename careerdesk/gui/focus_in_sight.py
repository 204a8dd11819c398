"""Keeps what has the cursor in sight, also where the tabulator comes from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


class FocusInSight(QObject):
    """Scrolls to what gets the focus and cannot be seen.

    Qt does so only while the focus moves within one scrolled area.
    """

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        application.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not now.isVisible() or not now.visibleRegion().isEmpty():
            return
        for area in areas_around(now):
            area.ensureWidgetVisible(now)


def areas_around(widget: QWidget) -> Iterator[QScrollArea]:
    """Yield the scrolled areas in which a widget lies, the innermost first."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            yield above
        above = above.parentWidget()


def is_wholly_seen(widget: QWidget) -> bool:
    """Say whether no part of a widget is scrolled out of sight."""
    return widget.visibleRegion().boundingRect() == widget.rect()
