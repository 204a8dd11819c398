"""A desk as one CSV file per table, and CSV files whose columns name the fields of a table.

Files are written in UTF-8 with a byte order mark, because Excel takes a file without one for the
Windows code page and spoils every accented letter; other programs, and our reader, skip the mark.
Beside each id of another record stands its name, for people; read back, an id goes before a name.
The bytes of attachments are in no table: the JSON export holds them.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.codec import to_plain
from careerdesk.domain.csv_guard import unguard
from careerdesk.domain.fields import clean_text, printable
from careerdesk.domain.records import KINDS, kind_words
from careerdesk.exchange.cells import from_amount, from_cell, from_hours, to_cell
from careerdesk.exchange.columns import COSTS, HOURS, columns_of, name_column
from careerdesk.exchange.desk_json import records_by_kind
from careerdesk.exchange.drafts import Manner, Severity
from careerdesk.exchange.foreign_values import checked_address
from careerdesk.exchange.shape import Sort, fields_of, references_of
from careerdesk.exchange.tables import plain_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from careerdesk.domain.codec import Plain
    from careerdesk.domain.records import Records
    from careerdesk.exchange.drafts import Sink
    from careerdesk.exchange.shape import Field
    from careerdesk.exchange.tables import Row, Table

# What a record is called by people, in the kinds that others refer to by name.
NAME_FIELDS: Final = {
    "skill_group": "name",
    "skill": "name",
    "position": "title",
    "education": "school",
    "learning_item": "title",
    "certificate": "title",
    "contact": "name",
    "role": "title",
    "evidence": "title",
}
_COLUMNS_SHOWN: Final = 40
BYTE_ORDER_MARK: Final = "\ufeff"


def desk_as_csv(records: Records) -> dict[str, bytes]:
    """Return every table of a desk as the bytes of a CSV file, by the name of the file."""
    names: dict[UUID, str] = {}
    files = {}
    by_kind = dict(records_by_kind(records))
    for kind, field in NAME_FIELDS.items():
        names |= {item.id: getattr(item, field) for item in by_kind[kind]}
    for kind, items in by_kind.items():
        files[f"{kind}.csv"] = _table(kind, items, names)
    return files


def _table(kind: str, items: Sequence[Any], names: dict[UUID, str]) -> bytes:
    named = {
        field: name_column(field)
        for field, target in references_of(kind).items()
        if target in NAME_FIELDS
    }
    with io.StringIO(newline="") as text:
        writer = csv.writer(text)
        writer.writerow([column for field in fields_of(kind) for column in _headings(field, named)])
        for item in items:
            cells = []
            for field, value in to_plain(item).items():
                cells.append(to_cell(value))
                if field in named:
                    cells.append(to_cell(names.get(getattr(item, field))))
            writer.writerow(cells)
        return (BYTE_ORDER_MARK + text.getvalue()).encode()


def _headings(field: str, named: dict[str, str]) -> list[str]:
    return [field, named[field]] if field in named else [field]


def kind_named(stem: str) -> str | None:
    """Return the kind of record a file holds by its name: ``contact`` and ``Contacts 2`` do."""
    name = plain_name(stem).rstrip("0123456789")
    return next(
        (kind for kind in KINDS if name in (plain_name(kind), f"{plain_name(kind)}s")), None
    )


class _Reader:
    """How the rows of one table become drafts."""

    def __init__(self, kind: str, table: Table) -> None:
        self.kind = kind
        self.is_own = "id" in table.columns
        found = columns_of(kind, table.columns)
        self._columns = found.values
        self._name_columns = found.names
        self._parts = found.parts
        used = found.used()
        self.unused = [name for name in table.header if name and plain_name(name) not in used]

    def read(self, row: Row, sink: Sink) -> None:
        """Put one row into the sink, or what is wrong with it."""
        has_id = self._is_exact(row)
        values: dict[str, Plain] = {}
        names: dict[str, str] = {}
        for field in fields_of(self.kind).values():
            text = self._text(row, field.name, is_exact=has_id)
            try:
                self._fill(field, text, row, values, names)
            except ValueError as error:
                sink.leave_out(self.kind, row.line, f"The column {field.name} {error}.")
                return
        if isinstance(url := values.get("url"), str):
            values["url"] = checked_address(url, row.line, sink, is_exact=has_id)
        manner = Manner.OWN if has_id else Manner.TABLE
        sink.draft(self.kind, row.line, values, manner, names)

    def _is_exact(self, row: Row) -> bool:
        """Say whether CareerDesk wrote the row, which only its own rows have an id to tell."""
        return self.is_own and row["id"] != ""

    def _text(self, row: Row, field: str, *, is_exact: bool) -> str:
        if field == "name" and self._parts:
            return " ".join(filter(None, map(row.__getitem__, self._parts)))
        column = self._columns.get(field, "")
        raw = unguard(row.raw(column))
        if column.endswith("1value"):  # Google's way to put several into one cell
            raw = raw.replace(" ::: ", ", ")
        return printable(raw) if is_exact else clean_text(raw)

    def _fill(
        self,
        field: Field,
        text: str,
        row: Row,
        values: dict[str, Plain],
        names: dict[str, str],
    ) -> None:
        if field.target is not None:
            self._refer(field, text, row, values, names)
        elif text:
            values[field.name] = self._value(field, text, row)
        elif field.name in self._columns and (field.is_optional or field.sort is Sort.TEXT):
            values[field.name] = None if field.is_optional else ""

    def _value(self, field: Field, text: str, row: Row) -> Plain:
        column = self._columns.get(field.name, "")
        if column.endswith(HOURS):
            return from_hours(text)
        if column in COSTS:
            return from_amount(text, row[self._columns.get("currency", "")])
        return from_cell(text, field, is_exact=self._is_exact(row))

    def _refer(
        self,
        field: Field,
        text: str,
        row: Row,
        values: dict[str, Plain],
        names: dict[str, str],
    ) -> None:
        """Take the id of the other record, or its name where there is no id."""
        name = text
        if text:
            try:
                values[field.name] = from_cell(text, field)
            except ValueError:
                pass
            else:
                return
        elif field.name in self._name_columns:
            name = clean_text(unguard(row.raw(self._name_columns[field.name])))
        if name:
            names[field.name] = name
        elif field.is_optional and field.name in (self._columns | self._name_columns):
            values[field.name] = None


def read_table(kind: str, table: Table, sink: Sink) -> None:
    """Put the rows of a table into the sink, in the child."""
    reader = _Reader(kind, table)
    if reader.unused:
        shown = ", ".join(repr(name[:40]) for name in reader.unused[:_COLUMNS_SHOWN])
        rest = len(reader.unused) - _COLUMNS_SHOWN
        more = f" and {rest:,} more" if rest > 0 else ""
        these = "column" if len(reader.unused) == 1 else "columns"
        reason = f"A {kind_words(kind)} has no place for the {these} {shown}{more}; not read."
        sink.problem(reason, None, Severity.NOTICE)
    for row in table.good_rows(kind, sink):
        reader.read(row, sink)
