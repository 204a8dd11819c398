"""What the child tells: one JSON array of messages a line, each an array that begins with a letter.

Only text and numbers cross; the parent makes values of them and never runs or unpickles anything.
"""

from __future__ import annotations

import base64
import json
from typing import IO, TYPE_CHECKING, Any, Final

from careerdesk.domain.errors import ImportProblemError
from careerdesk.exchange.drafts import Manner, Severity
from careerdesk.exchange.foreign_roles import to_wire

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdesk.domain.codec import Plain
    from careerdesk.exchange.drafts import Sink
    from careerdesk.exchange.foreign_roles import ForeignRole

# A line is sent after so many messages or so many characters of values.
_BATCH: Final = 250
_BATCH_CHARS: Final = 500_000

Message = list[Any]


class Pipe:
    """A sink that writes messages in batches."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._batch: list[Message] = []
        self._chars = 0

    def title(self, text: str) -> None:
        """Say what is being imported."""
        self._put("title", text)

    def file(self, name: str) -> None:
        """Name the file that everything after this comes from."""
        self._put("file", name)

    def draft(
        self,
        kind: str,
        line: int | None,
        values: Mapping[str, Plain],
        manner: Manner,
        names: Mapping[str, str] | None = None,
    ) -> None:
        """Send one row."""
        self._put("draft", kind, line, values, manner.value, names)
        self._chars += sum(len(value) for value in values.values() if isinstance(value, str))
        if self._chars >= _BATCH_CHARS:
            self.flush()

    def leave_out(
        self, kind: str, line: int | None, reason: str, severity: Severity = Severity.ERROR
    ) -> None:
        """Send one row that is skipped."""
        self._put("left out", kind, line, reason, severity.value)

    def problem(self, reason: str, line: int | None, severity: Severity) -> None:
        """Send a problem."""
        self._put("problem", reason, line, severity.value)

    def content(self, sha256: str, content: bytes) -> None:
        """Send the bytes of an attachment at once, so that only one is held at a time."""
        self._put("content", sha256, base64.b64encode(content).decode("ascii"))
        self.flush()

    def role(self, role: ForeignRole) -> None:
        """Send a role of O*NET or ESCO."""
        self._put("role", to_wire(role))

    def progress(self, done: int, total: int) -> None:
        """Send how far reading has come, with all that was found so far."""
        self._put("progress", done, total)
        self.flush()

    def refuse(self, error: ImportProblemError) -> None:
        """Send why nothing can be imported."""
        self._put("refused", str(error), error.file, error.line)

    def end(self) -> None:
        """Send that everything has been said."""
        self._put("end")
        self.flush()

    def flush(self) -> None:
        """Write the messages that wait."""
        if self._batch:
            self._stream.write(json.dumps(self._batch, separators=(",", ":")).encode() + b"\n")
            self._stream.flush()
            self._batch.clear()
            self._chars = 0

    def _put(self, *message: object) -> None:
        self._batch.append(list(message))
        if len(self._batch) >= _BATCH:
            self.flush()


def messages(line: bytes) -> list[Message]:
    """Return the messages of one line.

    Raises:
        ValueError: it is not a whole line.
    """
    found: list[Message] = json.loads(line)
    return found


def deliver(message: Message, sink: Sink) -> None:
    """Put what a message says into a sink.

    Raises:
        ImportProblemError: it says that nothing can be imported.
    """
    match message:
        case ["draft", kind, line, values, manner, names]:
            sink.draft(kind, line, values, _MANNERS[manner], names)
        case ["left out", kind, line, reason, severity]:
            sink.leave_out(kind, line, reason, Severity(severity))
        case ["problem", reason, line, severity]:
            sink.problem(reason, line, Severity(severity))
        case ["title", text]:
            sink.title(text)
        case ["file", name]:
            sink.file(name)
        case ["content", sha256, text]:
            sink.content(sha256, base64.b64decode(text))
        case ["refused", text, file, line]:
            raise ImportProblemError(text, file=file, line=line)


_MANNERS: Final = {manner.value: manner for manner in Manner}
