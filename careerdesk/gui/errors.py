"""The two ways an error reaches the user: a message for expected ones, a report for bugs."""

from __future__ import annotations

import contextlib
import sys
import threading
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from careerdesk.domain.errors import CareerDeskError
from careerdesk.gui import log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType


class ErrorReporter(QObject):
    """Collects errors from any thread and announces them in the GUI thread.

    A bug is announced once for the place it comes from: a broken paint or data method fails many
    times a second and says nothing new.
    """

    message = Signal(str)
    bug = Signal(str)
    _uncaught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: set[str] = set()
        self._uncaught.connect(self.show)

    def install(self) -> None:
        """Receive every exception that nobody caught, including those in slots and workers."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    @Slot(object)
    def show(self, error: BaseException) -> None:
        """Report one error; the slot of every failing background task."""
        if isinstance(error, CareerDeskError):
            self.message.emit(str(error))
            return
        details = where(error)
        if details not in self._seen:
            self._seen.add(details)
            log.write_bug(details)
            self.bug.emit(details)

    @contextlib.contextmanager
    def reported(self) -> Iterator[None]:
        """Show an expected error of this block instead of raising it; every edit runs in one."""
        try:
            yield
        except CareerDeskError as error:
            self.show(error)

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        # Qt calls this in whichever thread failed; the signal carries it over.
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self._uncaught.emit(error)

    def _thread_hook(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._uncaught.emit(arguments.exc_value)


def where(error: BaseException) -> str:
    """Describe a bug by kinds of error and places in the code, without a word of the user's data.

    The texts of exceptions are left out, all of them: most quote a value, and those of
    CareerDesk itself name files and records. The folders the code lies in are left out too,
    because one of them is often named after the user.
    """
    chain: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        frames = traceback.format_list(
            traceback.FrameSummary(
                log.place_in_code(frame.filename), frame.lineno, frame.name, line=frame.line
            )
            for frame in traceback.extract_tb(current.__traceback__)
        )
        kind = type(current)
        chain.append("".join(frames) + f"{kind.__module__}.{kind.__qualname__}\n")
        current = current.__cause__ or (
            None if current.__suppress_context__ else current.__context__
        )
    return "followed by\n".join(reversed(chain))
