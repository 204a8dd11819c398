"""Reading foreign files through the child, from the side that must stay unharmed."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import logging
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import careerdesk
from careerdesk.domain.errors import ImportProblemError, StoppedError
from careerdesk.exchange.child import BOOT, SWITCH, too_large, unreadable
from careerdesk.exchange.drafts import Collector, Incoming, Severity
from careerdesk.exchange.limits import DEFAULT_LIMITS
from careerdesk.exchange.sources import UNCHANGED
from careerdesk.exchange.wire import deliver, messages

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping, Sequence

    from careerdesk.exchange.limits import Limits
    from careerdesk.exchange.wire import Message

    Progress = Callable[[int, int], None]
    IsStopped = Callable[[], bool]

_log = logging.getLogger(__name__)
_STEPS: Final = 100
_WANTED: Final = "the zip that LinkedIn sent, or a file that CareerDesk has exported"
_LOOKS_EVERY: Final = 0.05  # seconds between two looks at whether the reading is still wanted
# What ends a process that has used up its processor time; Windows knows neither.
_OUT_OF_TIME: Final = tuple(-getattr(signal, name, 999) for name in ("SIGXCPU", "SIGKILL"))


def read_foreign(
    paths: Sequence[Path],
    *,
    kind: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress | None = None,
    is_stopped: IsStopped = lambda: False,
) -> Incoming:
    """Read what the user wants to import: LinkedIn exports, desks as JSON, tables as CSV.

    Args:
        paths: Files, folders and zips, read as one import.
        kind: The kind of record that single CSV files hold, where their names do not say it.
        limits: What the files may ask for.
        progress: Called with the steps done and the steps there are.
        is_stopped: Says whether the user has given up, asked from another thread; the child is
            then ended at once, even in the middle of a file.

    Raises:
        StoppedError: the user has given up.
        ImportProblemError: one of the paths cannot be read at all, or nothing of it is known.
    """
    collector = Collector()
    total = len(paths) * _STEPS
    for number, path in enumerate(paths):
        check_path(path, _WANTED)
        start = number * _STEPS
        asked = {"path": str(path.absolute()), "kind": kind}
        with contextlib.closing(answers(asked, path.name, limits, is_stopped)) as told:
            for message in told:
                if message[0] != "progress":
                    deliver(message, collector)
                elif progress is not None:
                    _, done, size = message
                    progress(start + _STEPS * done // max(1, size), total)
        if progress is not None:
            progress(start + _STEPS, total)
    incoming = collector.collected()
    _check_that_something_was_read(incoming)
    return incoming


def check_path(path: Path, wanted: str) -> None:
    """Refuse what is no file and no folder; reading a pipe or a device would never end.

    Raises:
        ImportProblemError: it is neither; ``wanted`` says what to choose instead.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        told = error if isinstance(error, OSError) else OSError(str(error))
        raise unreadable(str(path), told) from None
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise ImportProblemError(
            f"{path} is neither a file nor a folder. {UNCHANGED}; choose {wanted}.",
            file=str(path),
        )


def _check_that_something_was_read(incoming: Incoming) -> None:
    if incoming.drafts or incoming.left_out or incoming.contents:
        return
    errors = [problem for problem in incoming.problems if problem.severity is Severity.ERROR]
    if errors:
        first = errors[0]
        others = dict.fromkeys(error.file for error in errors if error.file != first.file)
        neither = f" Nor can these be read: {', '.join(others)}." if others else ""
        raise ImportProblemError(
            f"Nothing can be imported from {first.file}. {first.reason}{neither} {UNCHANGED}.",
            file=first.file,
            line=first.line,
        )


def command() -> list[str]:
    """Return how the child is started, in a checkout, a wheel and a frozen bundle."""
    if getattr(sys, "frozen", False):
        return [sys.executable, SWITCH]
    home = Path(careerdesk.__file__).resolve().parents[1]
    return [sys.executable, "-I", "-S", "-c", BOOT, str(home)]


def answers(
    asked: Mapping[str, object], name: str, limits: Limits, is_stopped: IsStopped
) -> Generator[Message]:
    """Start a child, yield what it says, and make sure that it is gone afterwards.

    Args:
        asked: What is to be read (``child.answer``).
        name: What the user knows it by.
        limits: What the files may ask for.
        is_stopped: Says whether the user has given up, asked from another thread.

    Raises:
        StoppedError: the user has given up.
        ImportProblemError: it was stopped, or said that the file cannot be read.
    """
    request = json.dumps({**asked, "name": name, "limits": dataclasses.asdict(limits)})
    try:
        child = subprocess.Popen(
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise ImportProblemError(
            f"The program part that reads foreign files could not be started "
            f"({error.strerror}). {UNCHANGED}; install CareerDesk again.",
            file=name,
        ) from None
    watch = _Watch(child, limits.wall_seconds, is_stopped)
    watch.start()
    with child:
        try:
            yield from _conversation(child, request, name, limits, watch)
        finally:
            watch.end()
            child.kill()


class _Watch(threading.Thread):
    """Ends a child that takes too long or is no longer wanted; a read from its pipe cannot."""

    def __init__(
        self, child: subprocess.Popen[bytes], seconds: float, is_stopped: IsStopped
    ) -> None:
        super().__init__(name="watch over the reader of foreign files", daemon=True)
        self.is_too_late = False
        self.is_stopped = False
        self._child = child
        self._seconds = seconds
        self._asks = is_stopped
        self._is_over = threading.Event()

    def run(self) -> None:
        until = time.monotonic() + self._seconds
        while not self._is_over.wait(_LOOKS_EVERY):
            self.is_stopped = self._asks()
            self.is_too_late = time.monotonic() > until
            if self.is_stopped or self.is_too_late:
                self._child.kill()
                return

    def end(self) -> None:
        """Watch no longer."""
        self._is_over.set()
        self.join()


def _conversation(
    child: subprocess.Popen[bytes],
    request: str,
    name: str,
    limits: Limits,
    watch: _Watch,
) -> Iterator[Message]:
    """Ask, and yield the answers until the child says that these were all."""
    if child.stdin is None or child.stdout is None:
        raise RuntimeError("the child has no pipes")
    with contextlib.suppress(BrokenPipeError), child.stdin as requests:
        requests.write(f"{request}\n".encode())
    left = limits.answer_bytes
    while line := child.stdout.readline(left):
        left -= len(line)
        if left <= 0:
            raise too_large(name)
        for message in _understood(line):
            if message[0] == "end":
                return
            yield message
    code = child.wait()
    if watch.is_stopped:
        raise StoppedError(f"{name} was not read to its end. {UNCHANGED}.")
    if code in _OUT_OF_TIME or watch.is_too_late:
        raise ImportProblemError(
            f"{name} was not read to its end, because that would take too long. "
            f"{UNCHANGED}; import a part of it.",
            file=name,
        )
    _log.error("the reader of foreign files ended with code %s", code)
    raise ImportProblemError(
        f"{name} was not read: something in it stopped the reader. {UNCHANGED}; "
        "download or export the file again.",
        file=name,
    )


def _understood(line: bytes) -> list[Message]:
    """Return the messages of a line; none of one that the child did not live to finish."""
    try:
        return messages(line)
    except ValueError:
        return []
