"""A few calm lines on standard error while something long goes on."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable

CLEAR_LINE = "\r\x1b[K"


class Progress:
    """Shows the present step; on a terminal also the seconds since the beginning.

    Standard output belongs to the program, whose answer another program may read.
    """

    def __init__(
        self, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream or sys.stderr
        self._clock = clock
        self._started: float | None = None
        self._line = ""

    def begin(self, line: str) -> None:
        """Begin a step."""
        if self._started is None:
            self._started = self._clock()
        self._close_line()
        self._write(line if self._stream.isatty() else f"{line}\n")
        self._line = line

    def say(self, text: str) -> None:
        """Say something beside the steps."""
        self._close_line()
        self._write(f"{text}\n")

    def end(self) -> None:
        """Say that all steps are done, if there was one worth a word."""
        if self._started is not None:
            self.say(f"CareerDesk is ready after {self._clock() - self._started:.0f} s.")
        self._started = None

    def stop(self) -> None:
        """Leave the terminal at the beginning of a line."""
        self._close_line()

    def wait(self, process: subprocess.Popen[bytes]) -> None:
        """Wait for a process while the seconds run."""
        while True:
            try:
                process.wait(timeout=1)
            except subprocess.TimeoutExpired:
                self._tick()
            else:
                return

    def _tick(self) -> None:
        if self._line and self._started is not None and self._stream.isatty():
            seconds = self._clock() - self._started
            self._write(f"{CLEAR_LINE}{self._line} {seconds:.0f} s")

    def _close_line(self) -> None:
        if self._line and self._stream.isatty():
            self._write("\n")
        self._line = ""

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
