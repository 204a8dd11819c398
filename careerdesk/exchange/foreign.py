"""What a path holds, found out and read; runs in the child, as everything below it does."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, TextIO

from careerdesk.domain.errors import ImportProblemError
from careerdesk.domain.records import kind_words
from careerdesk.exchange import columns, desk_csv, desk_json, linkedin
from careerdesk.exchange.drafts import Severity, Sink
from careerdesk.exchange.sources import UNCHANGED, SourceFile, folder, is_zip, single, zipped
from careerdesk.exchange.tables import (
    Row,
    Table,
    TooManyDamagedError,
    TooManyRowsError,
    find_table,
)
from careerdesk.exchange.texts import GUESSED, NotTextError, open_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from careerdesk.exchange.limits import Limits

    Progress = Callable[[int, int], None]

LINKEDIN_TITLE: Final = "LinkedIn export"
_DESK_MAGIC: Final = b"SQLite format 3\0"


def read_path(
    path: Path, sink: Sink, limits: Limits, *, kind: str | None, progress: Progress
) -> None:
    """Read a LinkedIn export, a desk's JSON or tables, from a file, a folder or a zip.

    Args:
        path: What the user chose.
        sink: Where the drafts and problems go.
        limits: What the files may ask for.
        kind: The kind of record of a single CSV file, if the user has said it.
        progress: Called with the bytes read and the bytes there are.

    Raises:
        ImportProblemError: nothing of it can be imported.
    """
    if path.is_dir() or is_zip(path):
        heard = _Heard(sink)
        with _files(path, limits, heard) as files:
            _check_several(path.name, files, heard.reasons)
            _read_several(path.name, files, _Reader(sink, limits), progress)
    else:
        _read_single(single(path, limits), _Reader(sink, limits), kind)


def _files(path: Path, limits: Limits, heard: _Heard) -> AbstractContextManager[list[SourceFile]]:
    if path.is_dir():
        return contextlib.nullcontext(folder(path, limits, heard))
    return zipped(path, limits, heard)


class _Heard:
    """Passes on what is said of files that are not read, and keeps it for the refusal."""

    def __init__(self, sink: Sink) -> None:
        self.reasons: list[str] = []
        self._sink = sink
        self._file = ""

    def file(self, name: str) -> None:
        self._file = name
        self._sink.file(name)

    def problem(self, reason: str, line: int | None, severity: Severity) -> None:
        self.reasons.append(f"{self._file[:60]}: {reason}")
        self._sink.problem(reason, line, severity)


def _tables(files: list[SourceFile]) -> list[SourceFile]:
    return [file for file in files if file.suffix == ".csv"]


def _check_several(name: str, files: list[SourceFile], reasons: list[str]) -> None:
    """Refuse a folder or zip in which no file is known; ``reasons`` are why others cannot be read.

    Raises:
        ImportProblemError: nothing of it can be imported.
    """
    tables = _tables(files)
    if any(map(_is_known, tables)) or any(map(_is_not_kept, tables)):
        return
    if any(PurePosixPath(file.name).name == desk_json.MEMBER for file in files):
        return
    if tables:
        raise ImportProblemError(
            f"{name} cannot be imported: none of its CSV files ({_listed(tables)}) is of a "
            "LinkedIn export, and their names do not say what is in them. Name them after tables, "
            f"such as contact.csv, with the names of the fields in the first line. {UNCHANGED}.",
            file=name,
        )
    told = [*reasons[:5], *([f"{len(reasons) - 5:,} more were not read."] * (len(reasons) > 5))]
    raise ImportProblemError(
        " ".join((f"{name} holds no CSV file that can be read.", *told))
        + f" {UNCHANGED}; choose the zip that LinkedIn sent, the folder unpacked from it, or an "
        "export of CareerDesk.",
        file=name,
    )


def _read_several(name: str, files: list[SourceFile], reader: _Reader, progress: Progress) -> None:
    for file in files:
        if PurePosixPath(file.name).name == desk_json.MEMBER:
            attachments = [
                other
                for other in files
                if PurePosixPath(other.name).parent.name + "/" == desk_json.ATTACHMENTS
            ]
            reader.sink.file(file.name)
            desk_json.read_desk(file, attachments, reader.sink, reader.limits)
            return
    tables = _tables(files)
    if len(files) > len(tables):
        reader.sink.file(name)
        reason = f"Files that are not CSV were not read: {len(files) - len(tables)}."
        reader.sink.problem(reason, None, Severity.NOTICE)
    done, total = 0, sum(file.size for file in tables)
    for file in tables:
        progress(done, total)
        reader.read_member(file)
        done += file.size
    progress(total, total)


def _read_single(file: SourceFile, reader: _Reader, kind: str | None) -> None:
    reader.sink.file(file.name)
    if file.size == 0:
        raise _unreadable(file, "is empty")
    with file.open() as stream:
        head = stream.read(512)
    if head.startswith(_DESK_MAGIC):
        raise ImportProblemError(
            f"{file.name} is a desk or another database and not an export. {UNCHANGED}; "
            "open a desk instead of importing it, or export it first.",
            file=file.name,
        )
    if file.suffix == ".zip":
        raise _unreadable(file, "is not a zip archive, or only a part of one")
    if file.suffix == ".json" or head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["):
        desk_json.read_desk(file, (), reader.sink, reader.limits)
        return
    try:
        found = reader.recognised(file, kind, is_alone=True)
    except NotTextError:
        raise _unreadable(file, "is not a text file") from None
    if found is None:
        raise ImportProblemError(
            f"{file.name} cannot be imported: {_expected(file, kind)} {UNCHANGED}.", file=file.name
        )
    reader.read(found)


@dataclass(frozen=True, slots=True)
class _Found:
    """A CSV file with its header, and the reader for its rows."""

    title: str
    text: TextIO
    table: Table
    read: Callable[[Table, Sink], None]


class _Reader:
    """Reads CSV files whose kind is told by their names and headers."""

    def __init__(self, sink: Sink, limits: Limits) -> None:
        self.sink = sink
        self.limits = limits

    def read_member(self, file: SourceFile) -> None:
        """Read one of several files; what is wrong with it does not stop the others."""
        self.sink.file(file.name)
        try:
            found = self.recognised(file)
            if found is not None:
                self.read(found)
            elif _is_known(file):
                self.sink.problem(f"It was not read: {_expected(file)}", None, Severity.ERROR)
            else:
                self._count(file)
        except NotTextError:
            self.sink.problem("It was not read: it is not a text file.", None, Severity.ERROR)

    def read(self, found: _Found) -> None:
        """Put the rows of a recognised file into the sink."""
        self.sink.title(found.title)
        if found.text.encoding == GUESSED:
            reason = (
                "It is not in UTF-8 and was read as Windows text (code page 1252); "
                "look whether accented letters are right."
            )
            self.sink.problem(reason, None, Severity.NOTICE)
        try:
            found.read(found.table, self.sink)
        except TooManyDamagedError:
            reason = "So many lines are damaged that reading was given up; no more rows were read."
            self.sink.problem(reason, None, Severity.ERROR)
        except TooManyRowsError:
            reason = f"It has more than {self.limits.rows:,} rows; the others were not read."
            self.sink.problem(reason, None, Severity.ERROR)

    def recognised(
        self, file: SourceFile, kind: str | None = None, *, is_alone: bool = False
    ) -> _Found | None:
        """Find the header that tells what a file is; its name says what to look for.

        The name of a file chosen alone may say nothing, since people rename what they download;
        then it is what only one kind of file has the columns of.
        """
        if kind is not None:
            return self._own(file, kind)
        found = None
        named = linkedin.FILES.get(linkedin.linkedin_key(file.stem))
        own = desk_csv.kind_named(file.stem)
        if named is not None:
            found = self._foreign(file, named)
        if found is None and own is not None:
            found = self._own(file, own)
        if named is None and own is None and is_alone:
            found = self._by_header(file)
        return found

    def _foreign(self, file: SourceFile, named: linkedin.LinkedInFile) -> _Found | None:
        text = open_text(file)
        table = find_table(text, named.is_header, self.limits)
        if table is None:
            return None
        return _Found(LINKEDIN_TITLE, text, table, partial(linkedin.read_file, named))

    def _own(self, file: SourceFile, kind: str) -> _Found | None:
        text = open_text(file)
        table = find_table(text, partial(columns.is_header_of, kind), self.limits)
        if table is None:
            return None
        title = f"{kind_words(kind)} table"
        return _Found(title, text, table, partial(desk_csv.read_table, kind))

    def _by_header(self, file: SourceFile) -> _Found | None:
        for named in linkedin.FILES.values():
            if len(named.needed) > 1 and (found := self._foreign(file, named)):
                return found
        first = find_table(open_text(file), bool, self.limits)
        kinds = columns.kinds_with(set(first.columns)) if first else []
        return self._own(file, kinds[0]) if len(kinds) == 1 else None

    def _count(self, file: SourceFile) -> None:
        """Say that a file has no home on the desk, and how much was in it."""
        table = find_table(open_text(file), lambda names: len(names - {""}) > 1, self.limits)
        table = table or find_table(open_text(file), bool, self.limits)
        try:
            rows = sum(isinstance(row, Row) for row in table.rows()) if table else 0
            counted = f"{rows:,} row{'' if rows == 1 else 's'}"
        except TooManyRowsError:
            counted = f"more than {self.limits.rows:,} rows"
        except TooManyDamagedError:
            counted = "damaged rows"
        words = linkedin.words_for(file.stem)
        reason = f"Skipped: CareerDesk does not keep {words} yet ({counted})."
        self.sink.problem(reason, None, Severity.WARNING)


def _expected(file: SourceFile, told: str | None = None) -> str:
    """Say why a file was not recognised; ``told`` is the kind that the user has said it holds."""
    if told is not None:
        return columns.said_of_columns(told)
    named = linkedin.FILES.get(linkedin.linkedin_key(file.stem))
    kind = desk_csv.kind_named(file.stem)
    if named is not None:
        wanted = f"column{'s' if len(named.needed) > 1 else ''} {_both(named.needed)}"
        return (
            f"no line names the {wanted} of LinkedIn's file. If it is in another language, set "
            "LinkedIn to English and ask for the export again."
        )
    if kind is not None:
        return columns.said_of_columns(kind)
    return (
        "it is no file of a LinkedIn export, and its name does not say what is in it. Name it "
        "after a table, such as contact.csv, with the names of the fields in its first line."
    )


def _is_known(file: SourceFile) -> bool:
    if _is_not_kept(file):
        return False
    name = linkedin.linkedin_key(file.stem)
    return name in linkedin.FILES or desk_csv.kind_named(file.stem) is not None


def _is_not_kept(file: SourceFile) -> bool:
    return linkedin.linkedin_key(file.stem) in linkedin.NOT_KEPT


def _both(names: Sequence[str]) -> str:
    """Return names as words, such as ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _listed(files: list[SourceFile]) -> str:
    shown = ", ".join(file.name[:60] for file in files[:5])
    return f"{shown} and {len(files) - 5:,} more" if len(files) > 5 else shown


def _unreadable(file: SourceFile, what: str) -> ImportProblemError:
    return ImportProblemError(
        f"{file.name} {what}. {UNCHANGED}; choose the file that LinkedIn sent, or one that "
        "CareerDesk has exported.",
        file=file.name,
    )
