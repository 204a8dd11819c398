"""Which records a change touched, told to everything that shows some of them."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

# A change of more records than this names its tables only: reading them all again is quicker.
NAMED_AT_MOST: Final = 500


@dataclass(frozen=True, slots=True)
class Touched:
    """The tables a change wrote to and, unless they are very many, the ids of the records.

    ``ids`` None says that nobody counted: any record of the tables may differ. ``is_replay`` says
    that a change was taken back or done again: what is there now and was not, came back.
    """

    tables: frozenset[str]
    ids: Mapping[str, frozenset[uuid.UUID]] | None = None
    is_replay: bool = False

    @classmethod
    def whole(cls, tables: Iterable[str]) -> Touched:
        """Return the notice that any record of these tables may differ."""
        return cls(frozenset(tables))

    @classmethod
    def named(cls, rows: Iterable[tuple[str, uuid.UUID]]) -> Touched:
        """Return the notice about these records, each given by its table and id."""
        ids: dict[str, set[uuid.UUID]] = {}
        for table, key in rows:
            ids.setdefault(table, set()).add(key)
        if sum(map(len, ids.values())) > NAMED_AT_MOST:
            return cls(frozenset(ids))
        return cls(frozenset(ids), {table: frozenset(keys) for table, keys in ids.items()})

    def ids_of(self, table: str) -> frozenset[uuid.UUID] | None:
        """Return the records of one table that differ; None if any of them may."""
        if table not in self.tables:
            return frozenset()
        return None if self.ids is None else self.ids.get(table, frozenset())

    def concerns(self, tables: frozenset[str] | None) -> bool:
        """Say whether one of these tables was written to; None stands for all tables."""
        return tables is None or not self.tables.isdisjoint(tables)

    def __or__(self, other: Touched) -> Touched:
        """Return what both notices tell together."""
        if not self or not other:
            return self or other
        is_replay = self.is_replay and other.is_replay
        if self.ids is None or other.ids is None:
            return Touched(self.tables | other.tables, is_replay=is_replay)
        both = Touched.named(
            (table, key)
            for notice in (self.ids, other.ids)
            for table, keys in notice.items()
            for key in keys
        )
        return replace(both, is_replay=is_replay)

    def __bool__(self) -> bool:
        """Say whether anything differs at all."""
        return bool(self.tables)


NOTHING: Final = Touched(frozenset(), {})
