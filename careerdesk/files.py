"""Writing files so that a reader finds the old one or the new one, never half of one."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Final

from careerdesk.domain.errors import CareerDeskError, DiskFullError, FileProblemError

if sys.platform == "win32":
    import msvcrt

    def take_lock(handle: int) -> None:
        """Lock an open file for as long as this process lives or has it open, or raise OSError."""
        os.lseek(handle, 1 << 20, os.SEEK_SET)  # beyond the text, which others may then read
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
else:
    import fcntl

    def take_lock(handle: int) -> None:
        """Lock an open file for as long as this process lives or has it open, or raise OSError."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


# What the system answers when another process has the lock; anything else is another trouble.
LOCK_HELD: Final = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)


def write_whole(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Write a file beside its final place and move it there in one step.

    Raises:
        DiskFullError: there is no space left; an older file at ``path`` is unharmed.
        FileProblemError: the folder or the file cannot be written; likewise.
    """
    path = Path(os.path.realpath(path))  # a link stays, what it names is replaced
    if path.exists() and not path.is_file():  # a folder, a pipe, a device such as /dev/null
        raise writing_problem(path, FileExistsError(errno.EEXIST, "not a file"))
    require_writable(path)
    try:
        import tempfile  # the window looks for a running one before its first frame

        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        temporary = Path(name)
        try:
            with open(handle, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
                file.write(content)
            temporary.chmod(mode)
            move_into_place(temporary, path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise writing_problem(path, error) from error


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, where they are not there yet.

    Raises:
        FileProblemError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise writing_problem(folder, error) from error


def move_into_place(finished: Path, path: Path) -> None:
    """Give a finished file its final name, for good: its bytes first, then the name."""
    with finished.open("rb+") as file:
        os.fsync(file.fileno())
    finished.replace(path)
    sync_folder(path.parent)


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file for good, readable by its owner only; what was at ``target`` is replaced."""
    target.unlink(missing_ok=True)
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with open(handle, "wb") as file, source.open("rb") as content:  # noqa: PTH123 - a descriptor
        import shutil

        shutil.copyfileobj(content, file)
        file.flush()
        os.fsync(file.fileno())


def is_writable(place: Path) -> bool:
    """Say whether a file or folder may be written.

    The superuser may write everything; write permission taken from everybody is still respected.
    Folders of Windows are asked only for access, since their read-only mark means something else.
    """
    if not os.access(place, os.W_OK):
        return False
    has_marks = os.name == "posix" or place.is_file()
    return not has_marks or bool(place.stat().st_mode & 0o222)


def require_writable(path: Path) -> None:
    """Refuse a file that is write-protected or lies in a folder that is.

    Raises:
        FileProblemError: it says which of them.
    """
    for place in (path, path.parent):
        if place.exists() and not is_writable(place):
            raise writing_problem(path, PermissionError(errno.EACCES, f"{place} is read-only"))


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows has no way to ask for that and needs none."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def writing_problem(path: Path, error: OSError) -> CareerDeskError:
    """Turn the failure to write a file into a sentence for the user."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFullError(
            f"There is no space left to write {path}. Nothing was changed; "
            "free some space and try again."
        )
    if error.errno == errno.ENOENT:
        return FileProblemError(
            f"{path} was not written, because the folder {path.parent} does not exist."
        )
    if error.errno == errno.ENAMETOOLONG:
        return FileProblemError(
            f"{path.name[:40]}… was not written, because its name is too long. "
            "Nothing was changed; choose a shorter one."
        )
    if error.errno in (errno.EISDIR, errno.EEXIST, errno.ENOTEMPTY):
        return FileProblemError(f"{path} was not written, because something else has that name.")
    return FileProblemError(
        f"{path} was not written ({error.strerror or error}). Nothing was changed; "
        "close it in other programs, or choose another place."
    )
