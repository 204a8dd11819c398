"""The one place where the window asks what time it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime


class Clock:
    """Tells the moment, and the day this computer's calendar shows at that moment.

    ``now`` returns an aware time stamp; tests pass one that stands still.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now

    def today(self) -> date:
        """Return the local day, which near midnight is not the day in UTC."""
        return self.now().astimezone().date()
