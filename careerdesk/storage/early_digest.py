"""The digest of a large desk, computed while the window that will show it is still being made.

A desk is compared with its seal before it is opened, which takes a tenth of a second for 50 MB.
Hashing needs neither Qt nor the interpreter's lock, so it can begin with the program.
"""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import os
    from pathlib import Path

_SMALLEST: Final = 4_000_000  # bytes; less is hashed sooner than a thread begins


class EarlyDigest:
    """Hashes a file in a thread of its own; counts only if the file is afterwards as before."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp: tuple[int, ...] | None = None
        self._digest: str | None = None
        self._thread: threading.Thread | None = None
        with contextlib.suppress(OSError):
            before = path.stat()
            if before.st_size >= _SMALLEST:
                self._stamp = _stamp(before)
                self._thread = threading.Thread(target=self._read, name="digest", daemon=True)
                self._thread.start()

    def of(self, path: Path) -> str | None:
        """Return the digest of a file, None if it is not known or the file has changed since."""
        if self._thread is None:
            return None
        self._thread.join()
        try:
            is_same = path.samefile(self._path) and _stamp(path.stat()) == self._stamp
        except OSError:
            return None
        return self._digest if is_same else None

    def _read(self) -> None:
        from careerdesk.storage.integrity import file_digest

        with contextlib.suppress(OSError):  # then opening the desk says what is wrong
            self._digest = file_digest(self._path)


def _stamp(found: os.stat_result) -> tuple[int, ...]:
    return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
