"""A pause in Python's search for objects that hold each other in a circle.

One look through the hundred thousands of objects of a large desk holds every thread, and so the
window, for a tenth of a second or more. What lists and workers pile up while they are busy is in
no circles and nearly all of it is gone by itself when they are done.
"""

from __future__ import annotations

import gc
import threading
from typing import Final


class CollectionPause:
    """No look is taken while anybody is inside; from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._depth = 0
        self._was_enabled = False

    def __enter__(self) -> None:
        with self._lock:
            if not self._depth:
                self._was_enabled = gc.isenabled()
                gc.disable()
            self._depth += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._depth -= 1
            if not self._depth and self._was_enabled:
                gc.enable()


COLLECTION_PAUSE: Final = CollectionPause()
