"""Finding the record that each row of an import is about, or the id of a new one."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from careerdesk.domain.codec import to_plain
from careerdesk.domain.records import KINDS
from careerdesk.exchange.matching import ONCE, Index, are_sure, id_from, keys, told_by_values
from careerdesk.exchange.merging import merged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdesk.domain.codec import Plain
    from careerdesk.exchange.naming import Names
    from careerdesk.exchange.planned import Planned, Result


def find_all(planned: Planned, rows: Iterable[Result]) -> None:
    """Let every row that is not skipped claim its record."""
    if planned.is_single:
        for row in rows:
            _find_the_one(planned, row)
        return
    index = Index(planned.kind, planned.existing)
    wanted = [row for row in rows if not row.reason]
    for row in wanted:
        row.keys = keys(planned.kind, told_by_values(row.values))
    # What has an id, or a sure sign, is found before others may claim the same record.
    for row in sorted(wanted, key=lambda row: "id" not in row.values and not are_sure(row.keys)):
        _find(planned, row, index)


def find_extended(
    planned: Planned, row: Result, names: Names, index: Index | None
) -> uuid.UUID | None:
    """Return the record that a row adds to; if it is not clear which, skip the row.

    ``names`` and ``index`` are of the records as the other rows leave them; without an index there
    is one record of the kind.
    """
    if index is None:
        return single_id(planned.kind)
    told = told_by_values(row.values)
    found_keys = keys(planned.kind, told)
    surest = index.candidates(found_keys[:1]) if are_sure(found_keys) else []
    named = names.ids(told("name"))
    found = set(surest) or {id_ for id_ in named if index.may_be(id_, found_keys)}
    if len(found) == 1:
        return next(iter(found))
    row.skip(
        f"Several people have the name {told('name')[:60]!r}."
        if found
        else f"Nobody on the desk is known to be {told('name')[:60]!r}.",
        is_harmless=True,
    )
    return None


def single_id(kind: str) -> uuid.UUID:
    """Return the id that the one record of a kind has on every desk."""
    found: uuid.UUID = KINDS[kind]().id
    return found


def _find_the_one(planned: Planned, row: Result) -> None:
    expected = single_id(planned.kind)
    if row.values.setdefault("id", str(expected)) != str(expected):
        row.skip(f"A desk has one {planned.kind}, and its id is another.")
        return
    planned.claim(row, expected)


def _find(planned: Planned, row: Result, index: Index) -> None:
    if "id" in row.values:
        own = _uuid(row.values["id"])
        if own is None:
            row.skip("The id is not an id.")
            return
        if planned.kind not in ONCE or own in index:
            _claim(planned, row, own, index)
            return
    candidates = index.candidates(row.keys)
    free = (id_ for id_ in candidates if id_ not in planned.results)
    found = next(free, candidates[0] if candidates else None)
    _claim(planned, row, found or _new_id(planned.kind, row, index), index)


def _new_id(kind: str, row: Result, index: Index) -> uuid.UUID:
    if "id" in row.values:
        return uuid.UUID(str(row.values["id"]))
    id_ = id_from(kind, row.keys[0]) if row.keys else uuid.uuid4()
    return uuid.uuid4() if id_ in index else id_


def _claim(planned: Planned, row: Result, id_: uuid.UUID, index: Index) -> None:
    """Claim a record, and let later rows find it by what this row says of it.

    A record that the row changes is found by what it will say, not by what it said: otherwise
    the next import, which sees only what it says then, would decide in another way.
    """
    planned.claim(row, id_)
    if row.before is not None:
        before = to_plain(row.before)
        try:
            after = merged(planned.kind, row.draft.manner, before, row.values)
        except ValueError:
            return  # building the record will say what is wrong
        if after != before:
            index.remove(id_, keys(planned.kind, told_by_values(before)))
            index.add(id_, keys(planned.kind, told_by_values(after)))
    index.add(id_, row.keys)


def _uuid(text: Plain) -> uuid.UUID | None:
    try:
        return uuid.UUID(str(text))
    except ValueError:
        return None
