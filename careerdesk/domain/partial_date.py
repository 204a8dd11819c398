"""A date as people remember it: a year, a month of a year, or a day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_SHAPE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; sorts by time because its text does.

    Raises:
        ValueError: the text is not such a date.
    """

    text: str

    def __post_init__(self) -> None:
        match = _SHAPE.fullmatch(self.text)
        if match is None:
            raise ValueError(f"not a date (YYYY, YYYY-MM or YYYY-MM-DD): {self.text!r}")
        year, month, day = (int(part) if part else 1 for part in match.groups())
        date(year, month, day)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """Return a whole day."""
        return cls(day.isoformat())

    @property
    def year(self) -> int:
        """The year, which is always known."""
        return int(self.text[:4])

    @property
    def month(self) -> int | None:
        """The month, if it is known."""
        return int(self.text[5:7]) if len(self.text) > 4 else None

    @property
    def day(self) -> int | None:
        """The day of the month, if it is known."""
        return int(self.text[8:]) if len(self.text) > 7 else None

    def first_day(self) -> date:
        """Return the earliest day this date may stand for."""
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        """Return the latest day this date may stand for."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        return self.text
