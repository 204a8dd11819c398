"""The environment's folder: one process at a time in it, and nothing of the user's lost in it."""

from __future__ import annotations

import contextlib
import shutil
import sys
import time
from typing import TYPE_CHECKING

from stamp import LOCK_NAME, source_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from progress import Progress


def make_room(environment: Path) -> None:
    """Move away what has the environment's name and was not made here.

    A virtual environment whose interpreter is gone helps nobody and stays to be cleared.
    """
    if environment.is_symlink() and not environment.exists():
        environment.unlink()
    if not environment.exists() or is_ours(environment):
        return
    number = 1
    while (aside := environment.with_name(f"{environment.name}.old-{number}")).exists():
        number += 1
    with contextlib.suppress(FileNotFoundError):  # another start has just moved it
        environment.rename(aside)


def is_ours(environment: Path) -> bool:
    """Say whether a folder may be cleared: made here, empty, or a dead virtual environment."""
    if not environment.is_dir():
        return False
    if (environment / LOCK_NAME).exists() or not any(environment.iterdir()):
        return True
    interpreters = [environment / "bin" / "python", environment / "Scripts" / "python.exe"]
    is_environment = (environment / "pyvenv.cfg").is_file()
    return is_environment and not any(python.exists() for python in interpreters)


def is_untouched(environment: Path) -> bool:
    """Say whether nothing but the lock is in the folder."""
    return all(path.name == LOCK_NAME for path in environment.iterdir())


def clear(environment: Path) -> None:
    """Empty the folder except for the lock."""
    for path in environment.iterdir():
        if path.name == LOCK_NAME:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


@contextlib.contextmanager
def held_lock(environment: Path, progress: Progress) -> Iterator[int]:
    """Hold the environment's lock; wait with a word if another start has it.

    Yields:
        The descriptor of the lock. A child that inherits it keeps the lock until it ends.
    """
    environment.mkdir(parents=True, exist_ok=True)
    with (environment / LOCK_NAME).open("a") as file:
        if not _lock(file.fileno(), wait=False):
            progress.begin("Another start is setting CareerDesk up; waiting for it …")
            while not _lock(file.fileno(), wait=True):
                time.sleep(0.2)
        yield file.fileno()


def copy_source(root: Path, copy: Path) -> None:
    """Copy a read-only project to where it can be built; the copy is writable throughout."""
    shutil.rmtree(copy, ignore_errors=True)
    for file in source_files(root):
        target = copy / file.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def _lock(handle: int, *, wait: bool) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a network drive without locks: go on unprotected rather than not at all
        return True
    return True
