"""One stop of the tabulator for a row of buttons of which one holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QButtonGroup


def keep_one_stop(group: QButtonGroup) -> None:
    """Have Tab stop at the button that holds; arrow keys lead to the others.

    Qt sees to it only once one of them has had the focus, and takes that one for the stop.
    """
    buttons = group.buttons()
    holds = group.checkedButton() or (buttons[0] if buttons else None)
    for button in buttons:
        is_stop = button is holds
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
