"""Errors a user can understand and act on; everything else is a bug.

Each message is a sentence that says what happened, whether the data is safe and what to do.
The command line prints it and exits with 1; the window shows it in a quiet bar.
"""

from __future__ import annotations


class CareerDeskError(Exception):
    """Base of all expected failures; its text is written for the user."""


class InvalidValueError(CareerDeskError):
    """A field the user filled in cannot be accepted."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"The {field} {reason}.")
        self.field = field
        self.reason = reason


class NotFoundError(CareerDeskError):
    """The record asked for is not on the desk, perhaps because it has been deleted meanwhile."""


class StorageError(CareerDeskError):
    """The desk cannot be opened, read or written."""


class DeskMissingError(StorageError):
    """There is no file where the desk should be."""


class NotADeskError(StorageError):
    """The file is not a CareerDesk file: a folder, another format, or not readable at all."""


class DeskDamagedError(StorageError):
    """The file was a desk, and is empty, cut off or damaged inside."""


class DeskTooNewError(StorageError):
    """The file was written by a newer CareerDesk."""


class DeskInUseError(StorageError):
    """Another CareerDesk holds the desk; ``holder`` names it."""

    def __init__(self, message: str, holder: str) -> None:
        super().__init__(message)
        self.holder = holder


class ReadOnlyDeskError(StorageError):
    """The desk was opened read-only, because its file or folder cannot be written."""


class DiskFullError(StorageError):
    """There is no space left for what was to be written; what was there before is unharmed."""


class UndoRefusedError(StorageError):
    """The desk is not as its history left it, so replaying a change could harm it."""


class FileProblemError(CareerDeskError):
    """A file beside the desk cannot be read or written, such as a PDF that is to be replaced."""


class StoppedError(CareerDeskError):
    """The user stopped something long before its end; nothing of it was kept."""


class ImportProblemError(CareerDeskError):
    """A file cannot be imported at all; problems of single lines are part of the plan instead."""

    def __init__(self, message: str, *, file: str, line: int | None = None) -> None:
        super().__init__(message)
        self.file = file
        self.line = line

    @property
    def placed(self) -> str:
        """The sentence with file and line, once, whether it names them itself or not."""
        is_told = self.line is None or f"{self.file}, line {self.line:,}" in str(self)
        return str(self) if is_told else f"{self.file}, line {self.line:,}: {self}"
