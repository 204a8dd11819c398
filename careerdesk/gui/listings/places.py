"""Places in an order that the user gives; one that is left empty is the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from careerdesk.services import records

if TYPE_CHECKING:
    from careerdesk.gui.context import GuiContext


def place_or_last(context: GuiContext, kind: type[Any], place: int | None) -> int:
    """Return a place, or the one after all others of a kind."""
    if place is not None:
        return place
    taken: list[Any] = context.shelf.all(kind)
    return max((one.rank for one in taken), default=0) + 1


def store_place(context: GuiContext, record: Any, place: int | None) -> None:
    """Give a record another place, or the one after all others."""
    rank = place_or_last(context, type(record), place)
    records.edit(context.desk, record, rank=rank)
