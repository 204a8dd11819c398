"""What has the cursor, asked in a way that leaves the widgets to whom they belong.

WORKAROUND: Qt for Python (6.11) takes what ``widget.focusWidget()``, ``focusProxy()``, ``buddy()``
and ``nextInFocusChain()`` return for a child of the widget asked. A widget that Qt itself has
made, such as the line of a spin box, is then remembered when it is gone, and whatever comes to lie
in its place in memory is taken for it. ``QApplication.focusWidget()`` changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def focus_within(widget: QWidget) -> QWidget | None:
    """Return what has the cursor if it is a widget or lies in it, else None."""
    focus = QApplication.focusWidget()
    if focus is None or not (focus is widget or widget.isAncestorOf(focus)):
        return None
    return focus
