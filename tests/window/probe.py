"""Start the program and answer, on standard input and output, where its widgets are.

It presses nothing itself: keys and clicks come from the screen. Each line of input is a question,
``[what, name]`` as JSON, and each line of output its answer.
"""

from __future__ import annotations

import json
import select
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMainWindow, QWidget

from careerdesk import app
from careerdesk.gui.main_window import MainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent


def main() -> int:
    """Run the window with a timer that answers."""
    show = MainWindow.showEvent

    def with_answers(window: MainWindow, event: QShowEvent) -> None:
        show(window, event)
        if window.findChild(QTimer, "answers") is None:
            timer = QTimer(window)
            timer.setObjectName("answers")
            timer.timeout.connect(lambda: _answer(window))
            timer.start(20)

    MainWindow.showEvent = with_answers  # type: ignore[method-assign, assignment]
    return app.run(sys.argv)


def _answer(window: QMainWindow) -> None:
    while select.select([sys.stdin], [], [], 0)[0]:
        line = sys.stdin.readline()
        if not line:
            return
        what, name = json.loads(line)
        answer: Any
        if what == "title":
            answer = window.windowTitle()
        elif what == "has_desk":
            answer = "\u2014" in window.windowTitle()
        elif what == "is_active":
            answer = QApplication.activeWindow() is not None
        elif what == "focus":
            focus = QApplication.focusWidget()
            answer = "" if focus is None else focus.accessibleName()
        elif what == "texts":
            answer = [one.text() for one in _visible(QLabel) if one.text()]
        else:
            answer = _where(name)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _where(name: str) -> tuple[int, int] | None:
    for one in (*_visible(QAbstractButton), *_visible(QLineEdit)):
        text = one.text() if isinstance(one, QAbstractButton) else ""
        if name in (text.replace("&", ""), one.accessibleName()):
            middle = one.mapToGlobal(one.rect().center())
            return middle.x(), middle.y()
    return None


def _visible(kind: type[Any]) -> list[Any]:
    found: list[Any] = []
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            found += [one for one in window.findChildren(kind) if _is_in_sight(one)]
    return found


def _is_in_sight(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


if __name__ == "__main__":
    raise SystemExit(main())
