"""Adding, editing and deleting records of any kind, each call one change with a title.

What a kind needs beyond that, such as rating a skill or saying who took part in a conversation,
stands in the service of its subject.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from careerdesk.domain.records import TABLE_OF
from careerdesk.services.naming import called, field_words
from careerdesk.words import counted_kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from careerdesk.storage.desk import Desk

R = TypeVar("R")

_FLAG = "is_private"


def add(desk: Desk, record: Any) -> None:
    """Store a new record."""
    with desk.change(f"Add {called(record)}") as tx:
        tx.add(record)


def edit(desk: Desk, before: R, **values: Any) -> R:
    """Give fields of a record other values and return it as it is now.

    Nothing is written, and no step made, if they have these values already.

    Raises:
        InvalidValueError: a value is not allowed; nothing was changed.
    """
    after: R = replace(before, **values)  # type: ignore[type-var]
    if after != before:
        with desk.change(_edit_title(before, after)) as tx:
            tx.replace(after)
    return after


def edit_many(desk: Desk, records: Sequence[Any], values: Mapping[str, Any]) -> int:
    """Give the same fields of many records of one kind the same values, as one change.

    Returns:
        How many records differ now.

    Raises:
        InvalidValueError: a value is not allowed for one of them; nothing was changed.
    """
    changed = [after for before in records if (after := replace(before, **dict(values))) != before]
    if len(changed) == 1:
        (before,) = (one for one in records if one.id == changed[0].id)
        edit(desk, before, **dict(values))
    elif changed:
        named = " and ".join(field_words(name) for name in values)
        with desk.change(f"Change {named} of {_many(changed)}") as tx:
            tx.replace_many(changed)
    return len(changed)


def remove(desk: Desk, records: Sequence[Any]) -> str:
    """Delete records of one kind, with what cannot be without them, and return what it is called.

    The returned words, such as "person Ada Byron" or "12 people", are for the message.
    """
    named = called(records[0]) if len(records) == 1 else _many(records)
    with desk.change(f"Delete {named}") as tx:
        tx.remove_many(records)
    return named


def _edit_title(before: Any, after: Any) -> str:
    names = [
        field.name
        for field in fields(before)
        if getattr(before, field.name) != getattr(after, field.name)
    ]
    named = called(after)
    if names == [_FLAG]:
        return f"Make {named} {'private' if after.is_private else 'public'}"
    if len(names) == 1:
        return f"Change {field_words(names[0])} of {named}"
    return f"Edit {named}"


def _many(records: Sequence[Any]) -> str:
    return counted_kind(len(records), TABLE_OF[type(records[0])])
