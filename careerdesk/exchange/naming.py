"""Names that stand in the place of ids: what people call a record, and which records that are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.domain.folding import same_name
from careerdesk.domain.records import kind_words
from careerdesk.exchange.desk_csv import NAME_FIELDS
from careerdesk.exchange.shape import references_of

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Iterator, Mapping

    from careerdesk.exchange.planned import Planned, Result

    Told = Iterator[tuple[str, uuid.UUID]]


class Names:
    """The records of one kind by name, gathered when the first name is looked for."""

    def __init__(self, gather: Callable[[], Told]) -> None:
        self._gather = gather
        self._ids: dict[str, set[uuid.UUID]] | None = None

    def ids(self, name: str) -> set[uuid.UUID]:
        """Return the records that people call so."""
        if self._ids is None:
            self._ids = {}
            for told, id_ in self._gather():
                self._ids.setdefault(same_name(told), set()).add(id_)
        return self._ids.get(same_name(name), set())


def names_after(planned: Planned) -> Names:
    """Return the names as they would be after the import, once its records are built."""
    field = NAME_FIELDS.get(planned.kind, "id")

    def gather() -> Told:
        for id_, record in planned.records().items():
            yield str(getattr(record, field)), id_

    return Names(gather)


def names_told(planned: Planned) -> Names:
    """Return the names on the desk and in the rows, before records are built of these."""
    field = NAME_FIELDS.get(planned.kind, "id")

    def gather() -> Told:
        for id_, record in planned.existing.items():
            yield str(getattr(record, field)), id_
        for id_, row in planned.results.items():
            yield str(row.values.get(field, "")), id_

    return Names(gather)


def resolve(planned: Planned, row: Result, named: Mapping[str, Names]) -> None:
    """Put ids in the place of the names of records of some kinds, or drop the row."""
    for field, name in row.draft.names.items():
        target = references_of(planned.kind)[field]
        if row.reason or target not in named:
            continue
        found = named[target].ids(name)
        words = f"{kind_words(target)} {name[:60]!r}"
        if not found:
            planned.drop(row, f"There is no {words}; add it first, or correct the name.")
        elif len(found) > 1:
            planned.drop(row, f"There are several with the name: {words}; give the id instead.")
        else:
            row.values[field] = str(next(iter(found)))
