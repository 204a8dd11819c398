"""A virtual screen with a window manager, and the program on it, used with real keys and clicks."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TOOLS = ("Xvfb", "openbox", "xdotool")
PROBE = Path(__file__).with_name("probe.py")
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0  # seconds; a busy machine may be slow, a right program is never slower


def missing_tools() -> list[str]:
    """Name what this computer lacks for a virtual screen."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


@contextlib.contextmanager
def virtual_screen() -> Iterator[str]:
    """Start a screen and return the name of its display."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, pass_fds=(write,), stdout=quiet, stderr=quiet)
    os.close(write)
    try:
        with os.fdopen(read, encoding="ascii") as told:
            display = f":{told.readline().strip()}"
        manager = subprocess.Popen(
            ["openbox"], env=os.environ | {"DISPLAY": display}, stdout=quiet, stderr=quiet
        )
        try:
            yield display
        finally:
            manager.terminate()
            manager.wait(PATIENCE)
    finally:
        server.terminate()
        server.wait(PATIENCE)


class Program:
    """CareerDesk as a process of its own on a virtual screen.

    ``click`` asks the program where a widget is and clicks there with the pointer; what came of
    it is read from the desk file, as another program would.
    """

    def __init__(self, display: str, home: Path, desk: Path) -> None:
        self._desk = desk
        self._environment = os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "PYTHONPATH": str(ROOT),
        }
        self._process = subprocess.Popen(
            [sys.executable, str(PROBE), str(desk)],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.until(lambda: self.ask("title") != "" and self.ask("has_desk"))
        self._xdotool("search", "--sync", "--onlyvisible", "--name", "CareerDesk")
        self.until(lambda: self.ask("is_active"))

    def keys(self, *keys: str) -> None:
        """Press keys one after the other, such as "ctrl+n" or "Return"."""
        for key in keys:
            self._xdotool("key", "--clearmodifiers", key)
            self._settle()

    def type(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--clearmodifiers", "--delay", "8", text)
        self._settle()

    def click(self, name: str) -> None:
        """Click on the visible widget with that text or accessible name."""
        self.until(lambda: self.ask("where", name) is not None)
        self._settle()
        x, y = self.ask("where", name)
        self._xdotool("mousemove", "--sync", str(x), str(y), "click", "1")
        self._settle()

    def ask(self, what: str, name: str = "") -> Any:
        """Ask the program about itself; see ``probe``."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([what, name]) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, f"it never came: {self.ask('texts')}"
            time.sleep(0.05)

    def stored(self, query: str) -> list[Any]:
        """Return the first column of a query on the desk file."""
        uri = f"file:{self._desk}?mode=ro"
        with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=PATIENCE)) as read:
            return [row[0] for row in read.execute(query)]

    def until_typing(self, name: str) -> None:
        """Wait until the cursor is in the field of that name."""
        self.until(lambda: self.ask("focus") == name)

    def until_stored(self, query: str, expected: list[Any]) -> None:
        """Wait until the desk file holds something."""
        self.until(lambda: self.stored(query) == expected)

    def wait(self) -> int:
        """Wait until the program has ended, and return its exit status."""
        return self._process.wait(PATIENCE)

    def end(self) -> None:
        """End the program, if a test has left it running."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait(PATIENCE)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _settle(self) -> None:
        """Wait until the program has taken in what was pressed."""
        time.sleep(0.15)
        if self._process.poll() is None:
            with contextlib.suppress(BrokenPipeError, json.JSONDecodeError):
                self.ask("title")

    def _xdotool(self, *words: str) -> None:
        subprocess.run(
            ["xdotool", *words],
            env=self._environment,
            check=True,
            stdout=subprocess.DEVNULL,
            timeout=PATIENCE,
        )
