"""Enter presses the button with the focus, as Space does; Qt has it do so in dialogs only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from careerdesk.gui.focus import focus_within


class EnterKey(QObject):
    """Looks after the keys that nothing in a window has taken.

    A line that Enter has closed has given the focus back to a button by then, and that button is
    not meant. So it counts what had the focus before the key did anything.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._pressed_on: QWidget | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note where a key is pressed, and press the button if it was there."""
        if event.type() == QEvent.Type.ShortcutOverride:
            self._pressed_on = focus_within(self._window)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            focus, meant = focus_within(self._window), self._pressed_on
            self._pressed_on = None
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and focus is meant and isinstance(focus, QAbstractButton):
                focus.click()
                return True
        return super().eventFilter(watched, event)
