"""The files inside what the user chose: a single file, a folder, or a zip that is never unpacked.

Runs in the child. A zip is judged by its directory before anything in it is read, entries are
read by name as streams whose real bytes are counted, and no name of an entry ever becomes a path.
"""

from __future__ import annotations

import contextlib
import io
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from careerdesk.domain.errors import ImportProblemError
from careerdesk.exchange.drafts import Severity

if TYPE_CHECKING:
    from careerdesk.exchange.drafts import Listener
    from careerdesk.exchange.limits import Limits

UNCHANGED = "The desk is unchanged"
_FOLDER_DEPTH = 3
_SMALL = 2**20  # the ratio of a small entry cannot do harm and is often high
_DIRECTORY_ENTRY_BYTES = 1_000  # generous: 46 bytes and a name
_END, _END_64, _LOCATOR_64 = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file to be read: its name as the user knows it, its size, and how to open it."""

    name: str
    size: int
    open: Callable[[], io.BufferedReader]

    @property
    def stem(self) -> str:
        """Its name without folders and ending."""
        return PurePosixPath(self.name).stem

    @property
    def suffix(self) -> str:
        """Its ending in lower case, such as ``.csv``."""
        return PurePosixPath(self.name).suffix.lower()

    def read(self) -> bytes:
        """Return all of it."""
        with self.open() as stream:
            return stream.read()


def is_zip(path: Path) -> bool:
    """Say whether a file begins like a zip archive."""
    with path.open("rb") as file:
        return file.read(4) in (b"PK\x03\x04", _END)


def single(path: Path, limits: Limits) -> SourceFile:
    """Return the one file a path names.

    Raises:
        ImportProblemError: it is too large.
    """
    size = path.stat().st_size
    if size > limits.file_bytes:
        raise ImportProblemError(
            f"{path.name} has {_megabytes(size)} MB, and at most "
            f"{_megabytes(limits.file_bytes)} MB are read. {UNCHANGED}; import a part of it.",
            file=path.name,
        )
    return SourceFile(path.name, size, _opener(path, path.name, limits.file_bytes))


def folder(path: Path, limits: Limits, listener: Listener) -> list[SourceFile]:
    """Return the files of a folder and of the folders in it, three levels deep, by name.

    Raises:
        ImportProblemError: there are too many.
    """
    found: list[SourceFile] = []
    seen = 0
    for place, folders, names in os.walk(path):
        depth = len(Path(place).relative_to(path).parts)
        folders[:] = sorted(folders) if depth < _FOLDER_DEPTH else []
        for name in sorted(names):
            seen += 1
            if seen > limits.entries:
                raise ImportProblemError(
                    f"The folder {path.name} holds more than {limits.entries:,} files. "
                    f"{UNCHANGED}; choose the folder of the export itself.",
                    file=path.name,
                )
            full = Path(place, name)
            shown = full.relative_to(path).as_posix()
            try:
                status = full.stat()
            except OSError:
                continue  # a link to nowhere
            if _is_hidden(shown) or not stat.S_ISREG(status.st_mode):
                continue
            if _is_small_enough(shown, status.st_size, limits, listener):
                opener = _opener(full, shown, limits.file_bytes)
                found.append(SourceFile(shown, status.st_size, opener))
    return found


@contextlib.contextmanager
def zipped(path: Path, limits: Limits, listener: Listener) -> Iterator[list[SourceFile]]:
    """Give the readable entries of a zip archive by name, for as long as it is open.

    Raises:
        ImportProblemError: it is damaged, or claims more than the limits allow.
    """
    try:
        with path.open("rb") as file:
            _check_directory(file, path.name, limits)
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError):
        raise _damaged(path.name, "its directory cannot be read") from None
    with archive:
        yield _entries(archive, path, limits, listener)


def _entries(
    archive: zipfile.ZipFile, path: Path, limits: Limits, listener: Listener
) -> list[SourceFile]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
        raise ImportProblemError(
            f"{path.name} would unpack to more than {_megabytes(limits.unpacked_bytes)} MB. "
            f"{UNCHANGED}; unpack it yourself and import the files you need.",
            file=path.name,
        )
    for entry in entries:
        if entry.file_size > max(_SMALL, limits.ratio * entry.compress_size):
            raise ImportProblemError(
                f"{path.name} was not opened, because {entry.filename!r} in it is packed more "
                f"than {limits.ratio} times, as only harmful archives are. {UNCHANGED}; "
                "download the export again.",
                file=path.name,
            )
    return [
        SourceFile(entry.filename, entry.file_size, _entry_opener(archive, entry, path.name))
        for entry in sorted(entries, key=lambda entry: entry.filename)
        if _is_acceptable(entry, limits, listener)
    ]


def _is_acceptable(entry: zipfile.ZipInfo, limits: Limits, listener: Listener) -> bool:
    name = entry.filename
    if _is_hidden(name):
        return False
    parts = PurePosixPath(name.replace("\\", "/"))
    reason = None
    if parts.is_absolute() or ".." in parts.parts or ":" in name:
        reason = "It was not read, because its name leads out of the archive."
    elif entry.flag_bits & 1:
        reason = "It is protected by a password; unpack the archive yourself and import the folder."
    elif entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        reason = "It is packed in a way CareerDesk does not read; import the unpacked folder."
    elif stat.S_ISLNK(entry.external_attr >> 16):
        reason = "It was not read, because it is a link to another file."
    if reason is None:
        return _is_small_enough(name, entry.file_size, limits, listener)
    listener.file(name)
    listener.problem(reason, None, Severity.ERROR)
    return False


def _is_small_enough(name: str, size: int, limits: Limits, listener: Listener) -> bool:
    if size <= limits.file_bytes:
        return True
    listener.file(name)
    most = _megabytes(limits.file_bytes)
    reason = f"It was not read: it has {_megabytes(size)} MB, and at most {most} MB are read."
    listener.problem(reason, None, Severity.ERROR)
    return False


def _is_hidden(name: str) -> bool:
    """Leftovers of macOS and editors, which nobody misses."""
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or any(part.startswith((".", "~$")) for part in parts[-1:])


def _check_directory(file: io.BufferedReader, name: str, limits: Limits) -> None:
    """Look at the number of entries before ``zipfile`` makes an object of each of them."""
    size = file.seek(0, os.SEEK_END)
    start = max(0, size - 22 - 20 - 65_535)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(_END)
    if at < 0:
        raise zipfile.BadZipFile
    count, directory = struct.unpack_from("<HL", tail, at + 10)
    if tail[max(0, at - 20) :].startswith(_LOCATOR_64):
        file.seek(struct.unpack_from("<Q", tail, at - 20 + 8)[0])
        record = file.read(56)
        if not record.startswith(_END_64):
            raise zipfile.BadZipFile
        count, directory = struct.unpack_from("<QQ", record, 32)
    if count > limits.entries or directory > limits.entries * _DIRECTORY_ENTRY_BYTES:
        raise ImportProblemError(
            f"{name} holds more than {limits.entries:,} files, which no export does. "
            f"{UNCHANGED}; unpack it yourself and import the files you need.",
            file=name,
        )


def _opener(path: Path, name: str, most: int) -> Callable[[], io.BufferedReader]:
    return lambda: io.BufferedReader(_Watched(path.open("rb"), name, name, most))


def _entry_opener(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str
) -> Callable[[], io.BufferedReader]:
    def opened() -> io.BufferedReader:
        try:
            stream = archive.open(entry)
        except (zipfile.BadZipFile, RuntimeError, OSError, struct.error):
            raise _damaged(name, f"{entry.filename!r} in it cannot be unpacked") from None
        return io.BufferedReader(_Watched(stream, entry.filename, name, entry.file_size))

    return opened


class _Watched(io.RawIOBase):
    """A stream that never gives more bytes than were announced, and fails in our own words."""

    def __init__(self, stream: Any, name: str, outer: str, most: int) -> None:
        super().__init__()
        self._stream = stream
        self._name = name
        self._outer = outer
        self._left = most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            chunk: bytes = self._stream.read(len(buffer))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError):
            raise _damaged(self._outer, f"{self._name!r} cannot be read to its end") from None
        self._left -= len(chunk)
        if self._left < 0:
            raise _damaged(self._outer, f"{self._name!r} holds more than it announces")
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()


def _damaged(name: str, what: str) -> ImportProblemError:
    return ImportProblemError(
        f"{name} is damaged: {what}. {UNCHANGED}; download the file again and import that.",
        file=name,
    )


def _megabytes(size: int) -> str:
    return f"{size / 2**20:,.0f}"
