"""What belongs to this computer and not to a desk: window, theme and the desks opened last."""

from __future__ import annotations

import enum
import re
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QByteArray, QSettings

Choice = TypeVar("Choice", bound=enum.Enum)

_RECENT_DESKS: Final = 6


class ThemeChoice(enum.Enum):
    """Which colours the user wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class TextSize(enum.Enum):
    """How large text is, in per cent of what the system says."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"
    LARGER = "larger"
    LARGEST = "largest"

    @property
    def percent(self) -> int:
        """The factor, 100 for text as large as the system's."""
        return _PERCENT[self]


_PERCENT: Final = {
    TextSize.SMALL: 90,
    TextSize.NORMAL: 100,
    TextSize.LARGE: 115,
    TextSize.LARGER: 130,
    TextSize.LARGEST: 150,
}


class ChartPeriod(enum.Enum):
    """The time that all charts look back over."""

    WEEKS = "weeks"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"

    @property
    def days(self) -> int | None:
        """How many days it has, today included; None for everything."""
        return _DAYS[self]


_DAYS: Final = {
    ChartPeriod.WEEKS: 28,
    ChartPeriod.QUARTER: 91,
    ChartPeriod.YEAR: 365,
    ChartPeriod.ALL: None,
}


class Since(enum.Enum):
    """Since when changes are counted, besides a day that was picked."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    START = "start"


class Settings:
    """Typed access to one small text file, which may be missing, old or edited by hand."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        """The colours chosen; those of the system until the user says otherwise."""
        return self._choice("theme", ThemeChoice.SYSTEM)

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._store.setValue("theme", choice.value)

    @property
    def text_size(self) -> TextSize:
        """How large text is; as the system says until the user wants it otherwise."""
        return self._choice("text_size", TextSize.NORMAL)

    @text_size.setter
    def text_size(self, size: TextSize) -> None:
        self._store.setValue("text_size", size.value)

    @property
    def chart_period(self) -> ChartPeriod:
        """How far charts look back; a year until the user wants it otherwise."""
        return self._choice("chart_period", ChartPeriod.YEAR)

    @chart_period.setter
    def chart_period(self, period: ChartPeriod) -> None:
        self._store.setValue("chart_period", period.value)

    @property
    def readiness_since(self) -> Since | date:
        """Since when the change of the readiness is counted; three months until chosen."""
        text = str(self._store.value("readiness_since", "", type=str))
        try:
            return date.fromisoformat(text)
        except ValueError:
            return self._choice("readiness_since", Since.QUARTER)

    @readiness_since.setter
    def readiness_since(self, choice: Since | date) -> None:
        text = choice.isoformat() if isinstance(choice, date) else choice.value
        self._store.setValue("readiness_since", text)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the main window, empty before the first start."""
        value = self._store.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("geometry", geometry)

    @property
    def recent_desks(self) -> list[Path]:
        """The desks opened last, newest first; some may be gone meanwhile."""
        value = self._store.value("recent_desks")
        texts = value if isinstance(value, list) else [value]  # Qt unpacks lists of one
        return [Path(text) for text in texts if isinstance(text, str) and text]

    def remember_desk(self, path: Path) -> None:
        """Put a desk at the head of the list."""
        known = [path, *(other for other in self.recent_desks if other != path)]
        self._store.setValue("recent_desks", [str(one) for one in known[:_RECENT_DESKS]])

    def forget_desk(self, path: Path) -> None:
        """Take a desk from the list, because it is no longer there."""
        self._store.setValue("recent_desks", [str(one) for one in self.recent_desks if one != path])

    @property
    def last_portfolio(self) -> Path | None:
        """The portfolio written last, wherever it may be now."""
        text = self._store.value("last_portfolio", "", type=str)
        return Path(str(text)) if text else None

    @last_portfolio.setter
    def last_portfolio(self, path: Path) -> None:
        self._store.setValue("last_portfolio", str(path))

    @property
    def last_folder(self) -> Path | None:
        """Where the last file dialog ended."""
        text = self._store.value("last_folder", "", type=str)
        return Path(str(text)) if text else None

    @last_folder.setter
    def last_folder(self, folder: Path) -> None:
        self._store.setValue("last_folder", str(folder))

    def layout_state(self, name: str, screen: str) -> QByteArray:
        """Return how the user has set up a splitter, a table header or an order, empty if never.

        Args:
            name: of the widget, in the words of its page, such as ``skills/columns``.
            screen: from ``screens.screen_key``; another monitor has a set-up of its own.
        """
        value = self._store.value(_layout_key(name, screen))
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_layout_state(self, name: str, screen: str, state: QByteArray) -> None:
        """Remember what ``saveState`` of a splitter or a header returned, or an order in bytes."""
        self._store.setValue(_layout_key(name, screen), state)

    def _choice(self, key: str, otherwise: Choice) -> Choice:
        text = str(self._store.value(key, otherwise.value, type=str))
        return next((one for one in type(otherwise) if one.value == text), otherwise)


def _layout_key(name: str, screen: str) -> str:
    """Return a key that no name of a screen can break; a slash makes a group, nothing else."""
    place = re.sub(r"[^A-Za-z0-9.-]+", "_", screen)
    return f"layout/{place}/{name}"
