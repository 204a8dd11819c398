"""Records put on the desk, changed and taken off it: one mapper for every kind."""

from __future__ import annotations

import hashlib
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Table, bindparam

from careerdesk.domain.attachments import MAX_ATTACHMENT_BYTES
from careerdesk.domain.errors import FileProblemError
from careerdesk.domain.records import KINDS
from careerdesk.storage.connection import driver_of
from careerdesk.storage.reader import Reader, is_gone
from careerdesk.storage.schema import blob, metadata

if TYPE_CHECKING:
    from collections.abc import Iterable


class _Mapping:
    """The fields of one kind of record, checked once against the columns of its table."""

    def __init__(self, kind: type[Any], table: Table) -> None:
        self.names = tuple(field.name for field in fields(kind))
        if self.names != tuple(table.columns.keys()):
            raise TypeError(f"{kind.__name__} and table {table.name} differ: {self.names}")
        self._values = attrgetter(*self.names)
        by_id = table.c.id == bindparam("key")
        self.insert = table.insert()
        self.update = table.update().where(by_id)
        self.delete = table.delete().where(by_id)

    def row(self, record: Any) -> dict[str, Any]:
        return dict(zip(self.names, self._values(record), strict=True))


_MAPPINGS: Final[dict[type[Any], _Mapping]] = {
    kind: _Mapping(kind, metadata.tables[name]) for name, kind in KINDS.items()
}


class Tx(Reader):
    """A change being made."""

    def __init__(self, conn: Connection) -> None:
        super().__init__(driver_of(conn))
        self._conn = conn

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
            if self._conn.execute(mapping.update, rows).rowcount != len(rows):
                raise is_gone(kind)

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
            if self._conn.execute(_MAPPINGS[kind].delete, keys).rowcount != len(keys):
                raise is_gone(kind)

    def keep(self, content: bytes) -> str:
        """Store the bytes of an attachment, equal bytes once, and return their SHA-256.

        Raises:
            FileProblemError: more than 25 MB.
        """
        if len(content) > MAX_ATTACHMENT_BYTES:
            raise FileProblemError(
                f"The file has {len(content) / 2**20:.0f} MB, and an attachment may have 25. "
                "Nothing was changed; attach a smaller copy or a link."
            )
        digest = hashlib.sha256(content).hexdigest()
        insert = blob.insert().prefix_with("OR IGNORE")
        self._conn.execute(insert, {"sha256": digest, "data": content})
        return digest


def _by_kind(records: Iterable[Any]) -> dict[type[Any], list[Any]]:
    batches: dict[type[Any], list[Any]] = {}
    for record in records:
        batches.setdefault(type(record), []).append(record)
    return batches
