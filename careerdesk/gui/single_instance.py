"""One window for each user and screen: a second start hands its desk over to the first.

There is no socket. The first start holds a lock file in a folder that only its user can read; a
second one writes a request beside it, and takes the request's removal for the answer. The system
frees the lock when its holder ends, however it ends; requests nobody took are removed by the next
start. If no answer comes, the second start opens a window of its own.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal, Slot

from careerdesk.files import LOCK_HELD, take_lock

if TYPE_CHECKING:
    from collections.abc import Mapping

_ANSWER_SECONDS: Final = 2.0
_LOOKS_EVERY: Final = 0.02
_MOST_BYTES: Final = 65_536
_REQUESTS: Final = "open-*.json"
# Said by the desktop to the program it starts: the right to put a window in front.
_TOKEN: Final = "XDG_ACTIVATION_TOKEN"


class SingleInstance(QObject):
    """The right to be the one window; ``asked`` carries the desk of a later start, or None."""

    asked = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock: int | None = None
        self._watcher: QFileSystemWatcher | None = None

    def claim(self) -> bool:
        """Try to become the one window; where that cannot be known, say that this is it."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError:
            return True
        try:
            handle = os.open(self._folder / "window.lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return True
        try:
            take_lock(handle)
        except OSError as error:
            os.close(handle)
            return error.errno not in LOCK_HELD
        self._lock = handle
        for left in self._folder.glob(_REQUESTS):  # by starts that gave up
            left.unlink(missing_ok=True)
        return True

    def hand_over(self, desk: Path | None, *, seconds: float = _ANSWER_SECONDS) -> bool:
        """Ask the window that is there to come forward with this desk; say whether it answered."""
        import json

        said = {
            "desk": None if desk is None else str(desk.absolute()),
            "token": os.environ.get(_TOKEN, ""),
        }
        name = f"{time.time_ns()}-{os.getpid()}"
        unfinished, request = self._folder / f".{name}", self._folder / f"open-{name}.json"
        try:
            unfinished.write_text(json.dumps(said), encoding="utf-8")
            unfinished.replace(request)
        except (OSError, ValueError):
            return False
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if not request.exists():
                return True
            time.sleep(_LOOKS_EVERY)
        try:
            request.unlink()
        except FileNotFoundError:  # taken at the last moment
            return True
        return False

    def listen(self) -> None:
        """Take requests from now on, and those that have come since the claim."""
        if self._lock is not None and self._watcher is None:
            self._watcher = QFileSystemWatcher([str(self._folder)], self)
            self._watcher.directoryChanged.connect(self._look)
            self._look()

    def release(self) -> None:
        """Take no more requests, and let another start be the one window."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if self._lock is not None:
            os.close(self._lock)  # the file stays: removing it would race with another start
            self._lock = None

    @Slot()
    def _look(self) -> None:
        for request in sorted(self._folder.glob(_REQUESTS)):
            import json  # few starts need it

            try:
                with request.open(encoding="utf-8") as file:
                    text = file.read(_MOST_BYTES)
                request.unlink()
                said = json.loads(text)
            except (OSError, ValueError):
                continue
            if isinstance(said, dict):
                self._take(said)

    def _take(self, said: Mapping[str, object]) -> None:
        if token := said.get("token"):
            with contextlib.suppress(ValueError):  # Qt for Wayland looks for it when it activates
                os.environ[_TOKEN] = str(token)
        desk = said.get("desk")
        self.asked.emit(Path(desk) if isinstance(desk, str) and desk else None)


def folder_of_screen(state: Path, environment: Mapping[str, str]) -> Path:
    """Return where the starts on one screen meet; on another one a window cannot come forward."""
    screen = environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY") or ""
    return state / ("window" + re.sub(r"[^A-Za-z0-9.]+", "-", f" {screen}".rstrip()))
