"""Tables of O*NET and ESCO, known by their columns whatever their files are called.

Files were renamed between releases and columns added, so a table is told by the few columns that
only it has, and read by the names of its columns.
"""

from __future__ import annotations

import codecs
import enum
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from careerdesk.domain.errors import ImportProblemError
from careerdesk.exchange.drafts import Severity
from careerdesk.exchange.sources import UNCHANGED, SourceFile
from careerdesk.exchange.tables import (
    Row,
    Table,
    TooManyDamagedError,
    TooManyRowsError,
    find_table,
    plain_name,
)
from careerdesk.exchange.texts import GUESSED, NotTextError, open_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import NoReturn

    from careerdesk.exchange.drafts import Listener
    from careerdesk.exchange.limits import Limits

_HEAD: Final = 65_536
_SHOWN: Final = 5
_IN_REFUSAL: Final = 3
_ROWS_BETWEEN: Final = 1_000
_WANTED: Final = "choose the file as O*NET publishes it, or leave it out"


class Kind(enum.Enum):
    """What a table holds. ``OTHER`` is of O*NET and says nothing of skills or interests."""

    OCCUPATIONS = "O*NET's occupations"
    TITLES = "O*NET's alternate titles"
    RATINGS = "O*NET's ratings"
    OTHER = "other data of O*NET"
    ESCO_OCCUPATIONS = "ESCO's occupations"
    ESCO_SKILLS = "ESCO's skills"
    ESCO_RELATIONS = "ESCO's relations"


@dataclass(frozen=True, slots=True)
class _Shape:
    """By what a table is known, and the columns it cannot do without.

    Of each needed column all names are given that it has had; they are written as in the files.
    """

    kind: Kind
    is_told_by: Callable[[set[str]], bool]
    needed: tuple[tuple[str, ...], ...]

    def missing(self, names: set[str]) -> list[str]:
        return [
            written[0]
            for written in self.needed
            if not names & {plain_name(one) for one in written}
        ]


def _several(most: int, text: str) -> Callable[[set[str]], bool]:
    told = set(text.split())
    return lambda names: len(told & names) >= most


def _all(text: str, *, without: str = "") -> Callable[[set[str]], bool]:
    told, never = set(text.split()), set(without.split())
    return lambda names: told <= names and not never & names


_is_rating: Final = _several(3, "onetsoccode elementid scaleid datavalue")
_ESCO_URI: Final = ("conceptUri", "ORIGINURI", "ESCOURI", "ID")
_SHAPES: Final = (
    _Shape(
        Kind.RATINGS,
        # Ratings of tasks have the same columns, but no elements.
        lambda names: _is_rating(names) and "taskid" not in names,
        (("O*NET-SOC Code",), ("Element ID",), ("Element Name",), ("Scale ID",), ("Data Value",)),
    ),
    _Shape(
        Kind.TITLES,
        lambda names: "onetsoccode" in names and bool({"alternatetitle", "jobtitle"} & names),
        (("O*NET-SOC Code",), ("Alternate Title", "Job Title")),
    ),
    _Shape(
        Kind.OCCUPATIONS,
        _all("onetsoccode description", without="elementid taskid"),
        (("O*NET-SOC Code",), ("Title",)),
    ),
    _Shape(Kind.OTHER, _all("onetsoccode"), ()),
    _Shape(
        Kind.ESCO_RELATIONS,
        _several(2, "occupationuri relationtype skilluri"),
        (("occupationUri",), ("relationType",), ("skillUri",)),
    ),
    _Shape(
        Kind.ESCO_RELATIONS,
        _several(2, "occupationid relationtype skillid"),
        (("OCCUPATIONID",), ("RELATIONTYPE",), ("SKILLID",)),
    ),
    _Shape(
        Kind.ESCO_SKILLS,
        # The collections, such as digital skills, have the same columns and two more.
        _all("skilltype reuselevel", without="broaderconcepturi"),
        (_ESCO_URI, ("preferredLabel",)),
    ),
    _Shape(
        Kind.ESCO_OCCUPATIONS,
        lambda names: (
            bool({"iscogroup", "occupationgroupcode", "iscogroupcode"} & names)
            and bool({"preferredlabel", *map(plain_name, _ESCO_URI)} & names)
        ),
        (_ESCO_URI, ("preferredLabel",)),
    ),
)


def _shape_of(names: set[str]) -> _Shape | None:
    return next((shape for shape in _SHAPES if shape.is_told_by(names)), None)


@dataclass(frozen=True, slots=True)
class RoleTable:
    """A file that has been recognised, with its first rows.

    ``line`` is that of its header, ``columns`` are the plain names in it, ``missing`` those that
    it needs and has not, as they are written.
    """

    file: SourceFile
    kind: Kind
    line: int
    columns: frozenset[str]
    missing: tuple[str, ...]
    first_rows: tuple[Row, ...]
    line_bytes: float


def head_of(file: SourceFile) -> str:
    """Return the beginning of a file as text, good enough to see what it is."""
    with file.open() as stream:
        head = stream.read(_HEAD)
    is_wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return head.decode("utf-16" if is_wide else "utf-8", errors="replace")


def recognised(file: SourceFile, head: str, limits: Limits) -> RoleTable | None:
    """Return which table a file holds, from its beginning; None if it is none of those known."""
    table = find_table(io.StringIO(head, newline=""), lambda names: bool(_shape_of(names)), limits)
    shape = _shape_of(set(table.columns)) if table else None
    if table is None or shape is None:
        return None
    return RoleTable(
        file,
        shape.kind,
        table.line,
        frozenset(table.columns),
        tuple(shape.missing(set(table.columns))),
        tuple(_first(table)),
        len(head.encode("utf-8", "replace")) / max(1, head.count("\n")),
    )


def _first(table: Table) -> Iterator[Row]:
    try:
        yield from (row for row in table.rows() if isinstance(row, Row))
    except (TooManyDamagedError, TooManyRowsError):
        return


class Complaints:
    """Tells what is wrong with the lines of files: of each sort the first few, then how many."""

    def __init__(self, listener: Listener) -> None:
        self.errors: list[tuple[str, int | None, str]] = []
        self._listener = listener
        self._file = ""
        self._counts: dict[str, int] = {}
        self._severities: dict[str, Severity] = {}

    def start(self, name: str) -> None:
        """Name the file that everything after this is about."""
        self.finish()
        self._file = name
        self._listener.file(name)

    def of_file(self, reason: str, line: int | None, severity: Severity) -> None:
        """Tell something that is said once of a file."""
        if severity is Severity.ERROR:
            self.errors.append((self._file, line, reason))
        self._listener.problem(reason, line, severity)

    def of_line(
        self, sort: str, line: int, reason: str, severity: Severity = Severity.ERROR
    ) -> None:
        """Tell why a line was left out; ``sort`` says what many such lines have in common."""
        self._counts[sort] = self._counts.get(sort, 0) + 1
        self._severities[sort] = severity
        if self._counts[sort] <= _SHOWN:
            self.of_file(reason, line, severity)

    def said_of_errors(self) -> str:
        """Return the first errors as sentences with file and line, or nothing."""
        return " ".join(
            f"{file}{'' if line is None else f', line {line:,}'}: {reason}"
            for file, line, reason in self.errors[:_IN_REFUSAL]
        )

    def finish(self) -> None:
        """Tell how many more lines there were of each sort."""
        for sort, count in self._counts.items():
            if count > _SHOWN:
                lines = "line" if count == _SHOWN + 1 else "lines"
                reason = f"{count - _SHOWN:,} more {lines} {sort}."
                self._listener.problem(reason, None, self._severities[sort])
        self._counts.clear()
        self._severities.clear()


class RoleRows:
    """Reads the rows of recognised tables one after the other, and tells how far it has come."""

    def __init__(
        self, complaints: Complaints, limits: Limits, progress: Callable[[int], None]
    ) -> None:
        self.complaints = complaints
        self._limits = limits
        self._progress = progress
        self._done = 0

    def of(self, table: RoleTable) -> Iterator[Row]:
        """Yield the rows that can be read; the others are told, as is what the file lacks."""
        self.complaints.start(table.file.name)
        if table.missing:
            columns = ", ".join(map(repr, table.missing))
            plural = "s" if len(table.missing) > 1 else ""
            reason = f"It was not read, because it has no column{plural} {columns}."
            self._give_up(table, reason, table.line)
            return
        try:
            yield from self._rows(table)
        except NotTextError:
            self._give_up(table, "It was not read: it is not a text.")
        except TooManyDamagedError:
            reason = "So many lines are damaged that reading was given up; no more rows were read."
            self._give_up(table, reason)
        except TooManyRowsError:
            reason = f"It has more than {self._limits.rows:,} rows; the others were not read."
            self._give_up(table, reason)
        self._done += table.file.size
        self._progress(self._done)

    def refuse(self, table: RoleTable, reason: str) -> NoReturn:
        """Refuse all files because of one of which nothing could be taken.

        Raises:
            ImportProblemError: always; it tells the first complaint of the file.
        """
        name = table.file.name
        first = next((one for one in self.complaints.errors if one[0] == name), None)
        line = first[1] if first else table.line
        told = f" {first[2]}" if first else ""
        raise unreadable(name, line, f"It was not read: {reason}.{told}")

    def _give_up(self, table: RoleTable, reason: str, line: int | None = None) -> None:
        """Tell why a table was not read to its end; refuse it if a role would lose by that."""
        if table.kind in (Kind.RATINGS, Kind.OCCUPATIONS):
            raise unreadable(table.file.name, line, reason)
        self.complaints.of_file(reason, line, Severity.ERROR)

    def _rows(self, table: RoleTable) -> Iterator[Row]:
        with open_text(table.file) as text:
            if text.encoding == GUESSED:
                reason = (
                    "It is not in UTF-8 and was read as Windows text (code page 1252); "
                    "look whether accented letters are right."
                )
                self.complaints.of_file(reason, None, Severity.NOTICE)
            found = find_table(text, lambda names: bool(_shape_of(names)), self._limits)
            for count, row in enumerate(found.rows() if found else ()):
                if count % _ROWS_BETWEEN == 0:
                    here = row.line if isinstance(row, Row) else row[0]
                    read = min(table.file.size, int(here * table.line_bytes))
                    self._progress(self._done + read)
                if isinstance(row, Row):
                    yield row
                else:
                    line, damage = row
                    self.complaints.of_line("are damaged", line, f"{damage} The line was left out.")


def unreadable(name: str, line: int | None, reason: str) -> ImportProblemError:
    """Return the refusal of a table without which roles would be half of what they are."""
    place = name if line is None else f"{name}, line {line:,}"
    return ImportProblemError(f"{place}: {reason} {UNCHANGED}; {_WANTED}.", file=name, line=line)


def named(row: Row, *names: str) -> str:
    """Return the first of several cells that holds something; a column had several names."""
    return next((cell for name in names if (cell := row[name])), "")
