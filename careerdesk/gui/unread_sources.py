"""Keep PySide from reading the source of every module that is imported after it."""

from __future__ import annotations

import importlib
from typing import Any

import PySide6.QtCore  # noqa: F401 - what is spared here begins with it

_SUPPORT = "shibokensupport.feature"
_QUESTION = "_mod_uses_pyside"


def spare_sources() -> bool:
    """Have PySide take every module for one that asks for none of its features, unread.

    WORKAROUND: PySide 6.11 looks into the source of each module for ``from __feature__ import``,
    which would change the names of its methods in that module. CareerDesk nowhere asks for it.
    Reading them all takes a third of the time of its imports, and the texts stay in memory. Should
    PySide decide in another place one day, it only reads them again.

    Returns:
        Whether there was something to spare.
    """
    try:
        support: Any = importlib.import_module(_SUPPORT)
    except ImportError:
        return False
    if not hasattr(support, _QUESTION):
        return False
    setattr(support, _QUESTION, _asks_for_nothing)
    return True


def _asks_for_nothing(_module: object) -> bool:
    return False
