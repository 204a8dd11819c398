"""When Python looks for objects that hold each other in a circle: not in the middle of long lists.

One look through the hundred thousands of objects of a large desk holds every thread, and so the
window, for a tenth of a second or more. Records and the rows that show them are in no circles:
each is gone by itself when nobody needs it any longer.
"""

from __future__ import annotations

import gc
import threading
from typing import Final

_MANY: Final = 5000


class CollectionPause:
    """No look is taken while anybody is inside, in whichever thread."""

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


def pass_over(count: int) -> None:
    """Leave out of later looks what is there now, if that is worth it: so many were just made."""
    if count >= _MANY:
        gc.freeze()
