"""The records of one kind as an import would leave them, and the row that each comes from."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from careerdesk.domain.codec import Plain
from careerdesk.domain.records import KINDS, SINGLES, kind_words
from careerdesk.exchange.drafts import Draft
from careerdesk.exchange.matching import Key

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(slots=True)
class Result:
    """What has become of a draft so far; a ``reason`` means that it is skipped."""

    draft: Draft
    values: dict[str, Plain]
    keys: tuple[Key, ...] = ()
    id: uuid.UUID | None = None
    before: Any = None
    after: Any = None
    is_new: bool = False
    reason: str = ""
    is_harmless: bool = False

    def skip(self, reason: str, *, is_harmless: bool = False) -> None:
        """Leave the row out."""
        self.reason = reason
        self.is_harmless = is_harmless
        self.after = None


class Planned:
    """What is on the desk of one kind, and by id the row that each planned record comes from."""

    def __init__(self, kind: str, existing: Mapping[uuid.UUID, Any]) -> None:
        self.kind = kind
        self.existing = existing
        self.results: dict[uuid.UUID, Result] = {}

    @property
    def is_single(self) -> bool:
        """Say whether a desk has one record of this kind."""
        return self.kind in SINGLES

    def has(self, id_: uuid.UUID) -> bool:
        """Say whether there would be such a record."""
        return id_ in self.existing or id_ in self.results

    def records(self) -> dict[uuid.UUID, Any]:
        """Return the records as they would be, as far as they have been built."""
        built = {id_: row.after for id_, row in self.results.items() if row.after is not None}
        return {**self.existing, **built}

    def claim(self, row: Result, id_: uuid.UUID) -> None:
        """Say that a row is about a record, unless an earlier row was."""
        if id_ in self.results:
            first = self.results[id_].draft
            place = f"in line {first.line} of {first.file}" if first.line else f"in {first.file}"
            row.skip(f"The same {kind_words(self.kind)} stands {place} already.", is_harmless=True)
            return
        row.id = id_
        row.before = self.existing.get(id_)
        row.is_new = row.before is None or (
            self.kind == "profile" and row.before == KINDS[self.kind]()
        )
        self.results[id_] = row

    def drop(self, row: Result, reason: str) -> None:
        """Leave a row out, and take back its claim to a record."""
        row.skip(reason)
        if row.id is not None and self.results.get(row.id) is row:
            del self.results[row.id]
