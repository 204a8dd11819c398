"""Whether a desk is still the one that something was compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.domain.errors import ImportProblemError
from careerdesk.storage.history import ChangeState

if TYPE_CHECKING:
    from careerdesk.storage.desk import Desk
    from careerdesk.storage.history import ChangeEntry


def basis_of(desk: Desk) -> tuple[ChangeEntry | None, ChangeEntry | None]:
    """Return what differs after any change, undo or redo: the newest change, and the last done.

    Entries are compared whole, because a change made after an undo may get the number of the one
    undone.
    """
    limit = 1
    while True:
        entries = desk.history(limit)
        done = next((entry for entry in entries if entry.state is not ChangeState.UNDONE), None)
        if done is not None or len(entries) < limit:
            return next(iter(entries), None), done
        limit *= 16


def check_basis(desk: Desk, basis: object, file: str) -> None:
    """Refuse an import that was compared with another state of the desk.

    Raises:
        ImportProblemError: the desk has been changed since.
    """
    if basis != basis_of(desk):
        raise ImportProblemError(
            "The desk has been changed since the import was compared with it. Nothing was "
            "imported; start the import again.",
            file=file,
        )
