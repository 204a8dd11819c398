"""Building the records of an import, and what the domain cannot check about one alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.codec import from_plain, to_plain
from careerdesk.domain.errors import CareerDeskError, InvalidValueError
from careerdesk.domain.evidence import require_place
from careerdesk.domain.records import KINDS
from careerdesk.exchange.merging import merged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdesk.domain.codec import Plain
    from careerdesk.exchange.planned import Planned, Result

# JSON knows larger numbers than SQLite, and spreadsheets smaller ones than both.
_LARGEST_NUMBER: Final = 2**53


class Builder:
    """Makes the records of one kind; ``contents`` are the sizes of attachments by their SHA-256."""

    def __init__(self, planned: Planned, contents: Mapping[str, int]) -> None:
        self._planned = planned
        self._sizes = dict(contents)
        if planned.kind == "attachment":  # bytes that are on the desk need not come along
            self._sizes |= {item.sha256: item.size for item in planned.existing.values()}

    def build(self, row: Result) -> None:
        """Make the record of a row, or drop the row."""
        try:
            if row.before is None:
                row.after = self._record(row.values | {"id": str(row.id)}, row)
                return
            before = to_plain(row.before)
            after = merged(self._planned.kind, row.draft.manner, before, row.values)
            row.after = row.before if after == before else self._record(after, row)
        except (CareerDeskError, ValueError) as error:
            self._planned.drop(row, str(error))

    def extended(self, record: Any, row: Result) -> Any:
        """Return a record with what a row adds to it; None, and the row skipped, if it cannot."""
        try:
            return self._record(
                merged(self._planned.kind, row.draft.manner, to_plain(record), row.values), row
            )
        except (CareerDeskError, ValueError) as error:
            row.skip(str(error))
            return None

    def _record(self, values: Mapping[str, Plain], row: Result) -> Any:
        for field, value in values.items():
            if type(value) is int and abs(value) > _LARGEST_NUMBER:
                raise InvalidValueError(field, "is too large a number")
        record = from_plain(KINDS[self._planned.kind], values)
        if self._planned.kind == "attachment":
            self._check_content(record, is_table=row.draft.line is not None)
        if self._planned.kind == "evidence" and "id" not in row.draft.values:
            require_place(record)  # what a desk has written already comes back as it was
        if self._planned.kind == "participant":
            self._check_that_nobody_moves(record)
        return record

    def _check_content(self, record: Any, *, is_table: bool) -> None:
        size = self._sizes.get(record.sha256)
        if size is None and is_table:
            raise InvalidValueError(
                "file", "itself did not come along, as CSV has no place for it; import the JSON"
            )
        if size is None:
            raise InvalidValueError(
                "file", "itself did not come along, or with other bytes; export the desk again"
            )
        if size != record.size:
            raise InvalidValueError("file size", "is not that of the file")

    def _check_that_nobody_moves(self, record: Any) -> None:
        before = self._planned.existing.get(record.id)
        if before is not None and before != record:
            raise InvalidValueError("id", "stands for somebody else's part in another conversation")
