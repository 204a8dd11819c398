"""What a portfolio leaves out as private, counted so that the user can check it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.fields import private_fields
from careerdesk.domain.records import TABLE_OF, Records
from careerdesk.words import counted, counted_kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FIELDS: Final = "private_field"
_NAMES: Final = "contact_name"
_DETAILS: Final = "private details such as notes, e-mail and cost"


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
            add(_FIELDS, sum(getattr(item, name) != blank for name, blank in blanks))
    add(_NAMES, len(shown.contacts))
    return hidden


def hidden_words(hidden: Mapping[str, int]) -> str:
    """Say what ``count_hidden`` counted, such as "4 pay entries and 43 names of contacts".

    Single details are not counted: nobody knows how many there should be.
    """
    parts = [
        counted_kind(number, name)
        for name, number in hidden.items()
        if name not in (_FIELDS, _NAMES)
    ]
    if names := hidden.get(_NAMES):
        parts.append(counted(names, "name of a contact", "names of contacts"))
    if hidden.get(_FIELDS):
        parts.append(_DETAILS)
    if len(parts) < 3:
        return " and ".join(parts)
    return f"{', '.join(parts[:-1])}, and {parts[-1]}"


def _items(records: Records) -> Iterator[Any]:
    yield records.profile
    for field in fields(Records):
        value = getattr(records, field.name)
        if isinstance(value, tuple):
            yield from value
