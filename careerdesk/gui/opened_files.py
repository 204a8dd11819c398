"""Copies of attachments for other programs to show, in a private folder that goes with the window.

They are read-only: what another program writes into a copy would not come back into the desk.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Final

from careerdesk.domain.file_kinds import suffix_of
from careerdesk.files import writing_problem

_UNUSUAL: Final = re.compile(r"[^\w .()+-]")
_LONGEST: Final = 80


class OpenedFiles:
    """Makes the copies, and the folder when the first one is asked for."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def show(self, file_name: str, content: bytes) -> bool:
        """Have the system's program show a copy; say whether there is a program.

        Raises:
            CareerDeskError: the copy cannot be written.
        """
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        path = self.copy(file_name, content)
        return bool(QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))

    def copy(self, file_name: str, content: bytes) -> Path:
        """Write a copy that only this user can read, and return its place.

        Raises:
            CareerDeskError: the copy cannot be written.
        """
        place = Path(tempfile.gettempdir())
        try:
            if self._folder is None:
                self._folder = tempfile.TemporaryDirectory(
                    prefix="careerdesk-", ignore_cleanup_errors=True
                )
            place = Path(tempfile.mkdtemp(dir=self._folder.name)) / plain_name(file_name)
            place.touch(mode=0o600)
            place.write_bytes(content)
            place.chmod(0o400)
        except OSError as error:
            raise writing_problem(place, error) from error
        return place

    def remove(self) -> None:
        """Remove all copies; a program that shows one keeps it, or the system removes it later."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def plain_name(file_name: str) -> str:
    """Return a name that no program reads as an option, a path or another ending.

    Among the characters left out are those that turn the direction of writing, by which
    "fdp.exe" looks like "exe.pdf".
    """
    suffix = suffix_of(file_name)
    stem = file_name[: len(file_name) - len(suffix)]
    return f"{_UNUSUAL.sub('_', stem)[:_LONGEST].strip(' .-') or 'file'}{suffix}"
