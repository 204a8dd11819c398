"""One mapper between domain records and rows, for every kind of record."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, TypeVar

from sqlalchemy import Connection, Row, Table, Text, bindparam, func, select, type_coerce

from careerdesk.domain.errors import DeskDamagedError, InvalidValueError, NotFoundError
from careerdesk.domain.records import KINDS
from careerdesk.storage.schema import metadata

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable

R = TypeVar("R")


class _Mapping:
    """The fields of one kind of record, checked once against the columns of its table."""

    def __init__(self, kind: type[Any], table: Table) -> None:
        self.kind = kind
        self.table = table
        self.names = tuple(field.name for field in fields(kind))
        if self.names != tuple(table.columns.keys()):
            raise TypeError(f"{kind.__name__} and table {table.name} differ: {self.names}")
        self._values = attrgetter(*self.names)
        self.select = select(table).order_by(table.c.id)
        self.by_id = table.c.id == bindparam("key")
        self.insert = table.insert()
        self.update = table.update().where(self.by_id)
        self.delete = table.delete().where(self.by_id)

    def row(self, record: Any) -> dict[str, Any]:
        return dict(zip(self.names, self._values(record), strict=True))

    def record(self, row: Row[Any]) -> Any:
        return self.kind(**dict(zip(self.names, row, strict=True)))


_MAPPINGS: Final[dict[type[Any], _Mapping]] = {
    kind: _Mapping(kind, metadata.tables[name]) for name, kind in KINDS.items()
}


class Reader:
    """Records as they are on the desk."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def all(self, kind: type[R], **equal: Any) -> list[R]:
        """Return all records of a kind whose fields equal what is given, ordered by id."""
        mapping = _MAPPINGS[kind]
        query = mapping.select
        for name, value in equal.items():
            query = query.where(mapping.table.c[name] == value)
        try:
            return [mapping.record(row) for row in self._conn.execute(query)]
        except (ValueError, InvalidValueError):
            self._name_the_bad_row(mapping)
            raise

    def get(self, kind: type[R], key: uuid.UUID) -> R:
        """Return one record.

        Raises:
            NotFoundError: it is not on the desk.
        """
        found = self.find(kind, id=key)
        if found is None:
            raise NotFoundError(
                f"That {_words(kind)} is no longer on the desk. Nothing was changed."
            )
        return found

    def find(self, kind: type[R], **equal: Any) -> R | None:
        """Return the first record whose fields equal what is given, or None."""
        found = self.all(kind, **equal)
        return found[0] if found else None

    def count(self, kind: type[Any]) -> int:
        """Return how many records of a kind there are."""
        counted = self._conn.scalar(select(func.count()).select_from(_MAPPINGS[kind].table))
        return int(counted or 0)

    def _name_the_bad_row(self, mapping: _Mapping) -> None:
        stored_id = type_coerce(mapping.table.c.id, Text)
        for key in self._conn.scalars(select(stored_id)).all():
            try:
                for row in self._conn.execute(mapping.select.where(stored_id == key)):
                    mapping.record(row)
            except (ValueError, InvalidValueError) as error:
                raise DeskDamagedError(
                    f"The {_words(mapping.kind)} with the id {key} holds a value that is not "
                    f"allowed ({error}). Nothing was changed; restore a backup of the desk."
                ) from error


class Writer(Reader):
    """Records put on the desk, changed and taken off it."""

    def add(self, *records: Any) -> None:
        """Store new records."""
        self.add_many(records)

    def add_many(self, records: Iterable[Any]) -> None:
        """Store many new records of any kinds."""
        for kind, batch in _by_kind(records).items():
            mapping = _MAPPINGS[kind]
            self._conn.execute(mapping.insert, [mapping.row(record) for record in batch])

    def replace(self, record: Any) -> None:
        """Store a record in place of the one with its id."""
        self.replace_many([record])

    def replace_many(self, records: Iterable[Any]) -> None:
        """Store many records in place of those with their ids.

        Raises:
            NotFoundError: one of them is not on the desk; nothing is stored.
        """
        for kind, batch in _by_kind(records).items():
            mapping = _MAPPINGS[kind]
            rows = []
            for record in batch:
                row = mapping.row(record)
                rows.append({"key": row.pop("id"), **row})
            self._expect(self._conn.execute(mapping.update, rows).rowcount, len(rows), kind)

    def put(self, record: Any) -> None:
        """Store a record, new or not; for the records there is only one of."""
        if self.find(type(record), id=record.id) is None:
            self.add(record)
        else:
            self.replace(record)

    def remove(self, record: Any) -> None:
        """Take a record off the desk, with what cannot be without it."""
        self.remove_many([record])

    def remove_many(self, records: Iterable[Any]) -> None:
        """Take many records off the desk.

        Raises:
            NotFoundError: one of them is not on the desk; nothing is removed.
        """
        for kind, batch in _by_kind(records).items():
            keys = [{"key": record.id} for record in batch]
            deleted = self._conn.execute(_MAPPINGS[kind].delete, keys).rowcount
            self._expect(deleted, len(keys), kind)

    def _expect(self, touched: int, wanted: int, kind: type[Any]) -> None:
        if touched != wanted:
            raise NotFoundError(
                f"That {_words(kind)} is no longer on the desk. Nothing was changed."
            )


def _by_kind(records: Iterable[Any]) -> dict[type[Any], list[Any]]:
    batches: dict[type[Any], list[Any]] = {}
    for record in records:
        batches.setdefault(type(record), []).append(record)
    return batches


def _words(kind: type[Any]) -> str:
    return _MAPPINGS[kind].table.name.replace("_", " ")
