"""Keys as the user reads them, also those that a button shows and a menu holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_LENT: Final = "lent_keys"


def lend_keys(action: QAction, keys: str) -> None:
    """Have an action name the keys of a menu's action that does the same.

    Were they its own, too, Qt would find them ambiguous and do neither.
    """
    action.setProperty(_LENT, keys)


def keys_of(action: QAction) -> str:
    """Return the first keys of an action in the words of the platform; empty without any."""
    return native(lent_keys(action) or action.shortcut())


def lent_keys(action: QAction) -> str:
    """Return the keys an action names without having them."""
    return str(action.property(_LENT) or "")


def native(keys: QKeySequence | str) -> str:
    """Return keys such as ``Ctrl+Return`` in the words of the platform, and of our sentences."""
    sequence = QKeySequence.fromString(keys) if isinstance(keys, str) else keys
    words = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    return words.replace("Return", "Enter")
