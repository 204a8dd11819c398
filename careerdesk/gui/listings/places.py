"""Places in an order that the user gives; one that is left empty is the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from careerdesk.services import records

if TYPE_CHECKING:
    from careerdesk.gui.context import GuiContext


def last_place(context: GuiContext, kind: type[Any], record: Any = None) -> int:
    """Return the place after all others of a kind, for a record or for a new one."""
    others = (one for one in context.shelf.all(kind) if record is None or one.id != record.id)
    return max((one.rank for one in others), default=0) + 1


def store_place(context: GuiContext, record: Any, place: int | None) -> None:
    """Give a record another place, or the one after all others."""
    rank = last_place(context, type(record), record) if place is None else place
    records.edit(context.desk, record, rank=rank)
