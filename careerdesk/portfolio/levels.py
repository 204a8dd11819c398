"""Skill levels: five segments, the level in words and when it was rated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerdesk.domain.skills import Level
from careerdesk.palette import LIGHT
from careerdesk.portfolio.fonts import ASCENT, DESCENT
from careerdesk.portfolio.styles import CELL, CELL_QUIET
from careerdesk.portfolio.text import Text
from careerdesk.words import NOT_RATED, level, short_month

if TYPE_CHECKING:
    from careerdesk.domain.skills import Rating
    from careerdesk.portfolio.sheet import Sheet


_SEGMENT: Final = 9.0
_GAP: Final = 2.0
_THICKNESS: Final = 5.0
_SEGMENTS: Final = int(Level.LEADING)
_BAR: Final = _SEGMENTS * _SEGMENT + (_SEGMENTS - 1) * _GAP
_INDENT: Final = _BAR + 10


class LevelText(Text):
    """A level bar with its words; without a rating a gap with "?" and "not rated"."""

    def __init__(self, rating: Rating | None) -> None:
        self._level = rating.level if rating is not None else None
        if rating is None or self._level is None:
            super().__init__(NOT_RATED, CELL_QUIET, indent=_INDENT)
        else:
            words = f"{int(self._level)} {level(self._level)} \u00b7 {short_month(rating.on)}"
            super().__init__(words, CELL, indent=_INDENT)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the bar, then the words beside it."""
        middle = top - self.style.leading / 2
        if self._level is None:
            below = self.style.size * (ASCENT + DESCENT) / 2
            with sheet.content(self.node):
                sheet.write(x + _BAR / 2 - 2, middle - below, "?", self.style)
        else:
            with sheet.decoration():
                for segment in range(_SEGMENTS):
                    colour = LIGHT.accent if segment < self._level else LIGHT.track
                    left = x + segment * (_SEGMENT + _GAP)
                    sheet.box(left, middle - _THICKNESS / 2, _SEGMENT, _THICKNESS, colour)
        super().draw(sheet, x, top, width)
