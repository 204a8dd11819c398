"""How long the assessment takes, in the words of its pages."""

from __future__ import annotations

import math
from typing import Final

from careerdesk.gui.text import translate

_MINUTE: Final = 60  # seconds


def whole_minutes(seconds: float) -> int:
    """Return the whole minutes that are enough for a time."""
    return math.ceil(seconds / _MINUTE)


def about_minutes(seconds: float) -> int:
    """Return the nearest whole minutes."""
    return round(seconds / _MINUTE)


def minutes_left(seconds: float) -> str:
    """Return how much time is left in whole minutes, such as "About 7 min left"."""
    minutes = whole_minutes(seconds)
    if minutes <= 0:
        return translate("assessment", "Nearly done")
    return translate("assessment", "About {minutes} min left").format(minutes=minutes)
