"""Telling the rest of the program what has been changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdesk.domain.touched import Touched


class Changes:
    """A plain-Python announcement board; the desk publishes after every commit, undo and redo."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Touched], None]] = []

    def subscribe(self, listener: Callable[[Touched], None]) -> None:
        """Call ``listener`` with what each change touched, for the life of the board."""
        self._listeners.append(listener)

    def publish(self, touched: Touched) -> None:
        """Announce one committed change."""
        for listener in self._listeners:
            listener(touched)
