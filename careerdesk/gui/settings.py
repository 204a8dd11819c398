"""What belongs to this computer and not to a desk: window, theme and the desks opened last."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings

_RECENT_DESKS: Final = 6


class ThemeChoice(enum.Enum):
    """Which colours the user wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings:
    """Typed access to one small text file, which may be missing, old or edited by hand."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        """The colours chosen; those of the system until the user says otherwise."""
        text = self._store.value("theme", ThemeChoice.SYSTEM.value, type=str)
        known = {choice.value: choice for choice in ThemeChoice}
        return known.get(str(text), ThemeChoice.SYSTEM)

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._store.setValue("theme", choice.value)

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

    @property
    def last_folder(self) -> Path | None:
        """Where the last file dialog ended."""
        text = self._store.value("last_folder", "", type=str)
        return Path(str(text)) if text else None

    @last_folder.setter
    def last_folder(self, folder: Path) -> None:
        self._store.setValue("last_folder", str(folder))
