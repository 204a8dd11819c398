"""What reading a foreign file gives: drafts of records, and what was noticed about its lines."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from careerdesk.domain.codec import Plain


class Severity(enum.Enum):
    """How much the user should mind."""

    NOTICE = "notice"  # worth knowing, nothing is missing
    WARNING = "warning"  # a value or a row was left out, for a reason that is no damage
    ERROR = "error"  # a row or a file could not be read


class Manner(enum.Enum):
    """How the values of a draft are brought together with a record that is there already."""

    OWN = "own"  # written by CareerDesk: found by its id, its values replace, also with nothing
    TABLE = "table"  # made by hand: found by what it says, its values replace, but not with nothing
    LINKEDIN = "linkedin"  # fills what is empty; a few fields follow LinkedIn
    SUPPLEMENT = "supplement"  # adds to a record of the desk or of the same import, never a new one


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something noticed in a file; ``line`` counts from 1 and is None for the file as a whole."""

    file: str
    line: int | None
    reason: str
    severity: Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One row of a foreign file in the plain form of a record, not validated yet.

    ``names`` holds, by the field that refers, the name of another record whose id is not known.
    """

    kind: str
    file: str
    line: int | None
    manner: Manner
    values: Mapping[str, Plain]
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A row that is no draft, for a reason that stands among the problems."""

    kind: str
    file: str
    line: int | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """Everything one import has read. ``contents`` are attachments' bytes by their SHA-256."""

    title: str
    drafts: tuple[Draft, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    problems: tuple[Problem, ...] = ()
    contents: Mapping[str, bytes] = field(default_factory=dict)


class Listener(Protocol):
    """Where it is said what is wrong with files; ``file`` comes before the rest."""

    def file(self, name: str) -> None:
        """Name the file that everything after this comes from."""

    def problem(self, reason: str, line: int | None, severity: Severity) -> None:
        """Note something."""


class Sink(Listener, Protocol):
    """Where the readers of formats put what they find."""

    def title(self, text: str) -> None:
        """Say what is being imported, for the title of the change."""

    def draft(
        self,
        kind: str,
        line: int | None,
        values: Mapping[str, Plain],
        manner: Manner,
        names: Mapping[str, str] | None = None,
    ) -> None:
        """Put in one row."""

    def leave_out(
        self, kind: str, line: int | None, reason: str, severity: Severity = Severity.ERROR
    ) -> None:
        """Count one row as skipped and say why."""

    def content(self, sha256: str, content: bytes) -> None:
        """Put in the bytes of an attachment."""


def said_of_skipped(reason: str, line: int | None) -> str:
    """Return a reason that stands for itself, saying that it cost the whole row or record."""
    return f"{reason} The {'record' if line is None else 'row'} was skipped."


class Collector:
    """A sink that keeps everything, and makes it an ``Incoming`` at the end."""

    def __init__(self) -> None:
        self._titles: dict[str, None] = {}
        self._file = ""
        self._drafts: list[Draft] = []
        self._left_out: list[LeftOut] = []
        self._problems: list[Problem] = []
        self._contents: dict[str, bytes] = {}

    def title(self, text: str) -> None:
        """Keep what a file is."""
        self._titles[text] = None

    def file(self, name: str) -> None:
        """Keep the name for what follows."""
        self._file = name

    def draft(
        self,
        kind: str,
        line: int | None,
        values: Mapping[str, Plain],
        manner: Manner,
        names: Mapping[str, str] | None = None,
    ) -> None:
        """Keep one row."""
        self._drafts.append(
            Draft(
                kind=kind,
                file=self._file,
                line=line,
                manner=manner,
                values=values,
                names=names or {},
            )
        )

    def leave_out(
        self, kind: str, line: int | None, reason: str, severity: Severity = Severity.ERROR
    ) -> None:
        """Keep one row that is skipped."""
        self._left_out.append(LeftOut(kind=kind, file=self._file, line=line, reason=reason))
        self.problem(said_of_skipped(reason, line), line, severity)

    def problem(self, reason: str, line: int | None, severity: Severity) -> None:
        """Keep a problem."""
        self._problems.append(Problem(file=self._file, line=line, reason=reason, severity=severity))

    def content(self, sha256: str, content: bytes) -> None:
        """Keep the bytes of an attachment."""
        self._contents[sha256] = content

    def collected(self) -> Incoming:
        """Return what has been put in."""
        return Incoming(
            title="several files" if len(self._titles) > 1 else "".join(self._titles),
            drafts=tuple(self._drafts),
            left_out=tuple(self._left_out),
            problems=tuple(self._problems),
            contents=dict(self._contents),
        )
