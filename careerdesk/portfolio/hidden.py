"""What a portfolio leaves out as private, counted so that the user can check it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from careerdesk.domain.fields import private_fields
from careerdesk.domain.records import TABLE_OF, Records

if TYPE_CHECKING:
    from collections.abc import Iterator


def count_hidden(records: Records, shown: Records) -> dict[str, int]:
    """Return how much of ``records`` is not in ``shown``, without what there is none of.

    Keys are the kinds of records that are left out whole, "contact_name" for the people that are
    only counted, and "private_field" for the filled private fields of records that are shown.
    """
    if records is shown:
        return {}
    visible = {item.id for item in _items(shown)}
    if records.profile.is_private:
        visible.discard(records.profile.id)  # an empty one stands in its place
    hidden: dict[str, int] = {}

    def add(key: str, number: int = 1) -> None:
        if number:
            hidden[key] = hidden.get(key, 0) + number

    for item in _items(records):
        if item.id not in visible:
            add(TABLE_OF[type(item)])
        else:
            blanks = private_fields(type(item)).items()
            add("private_field", sum(getattr(item, name) != blank for name, blank in blanks))
    add("contact_name", len(shown.contacts))
    return hidden


def _items(records: Records) -> Iterator[Any]:
    yield records.profile
    for field in fields(Records):
        value = getattr(records, field.name)
        if isinstance(value, tuple):
            yield from value
