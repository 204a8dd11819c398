"""What stands on a desk once: rows that would make a second one are left out or give way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careerdesk.domain.records import kind_words
from careerdesk.exchange.matching import ONCE, keys, told_by_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdesk.exchange.matching import Key
    from careerdesk.exchange.planned import Planned, Result


def drop_doubles(planned: Planned, rows: Sequence[Result]) -> None:
    """Drop rows that would say again what another record says already."""
    if planned.kind not in ONCE or not rows:
        return
    taken: dict[Key, object] = {}
    for id_, record in planned.records().items():
        if id_ not in planned.results:
            taken[keys(planned.kind, told_by_record(record))[0]] = id_
    for row in rows:
        if row.after is None:
            continue
        key = keys(planned.kind, told_by_record(row.after))[0]
        if taken.setdefault(key, row.id) != row.id:
            words = kind_words(planned.kind)
            planned.drop(row, f"The same {words} stands on the desk, or in the file, already.")
            if row.before is not None:
                taken.setdefault(keys(planned.kind, told_by_record(row.before))[0], row.id)


def keep_one_current(planned: Planned, rows: Sequence[Result]) -> None:
    """Leave one target current: the one the desk aims at, else the newest of the file."""
    if planned.kind != "target":
        return
    current = [one for one in planned.records().values() if one.is_current]
    if len(current) < 2:
        return
    before = [one for one in current if one.id in planned.existing]
    aimed_at = [one for one in before if planned.existing[one.id].is_current]
    kept = max(aimed_at or before or current, key=lambda one: one.since)
    for row in rows:
        if row.after is not None and row.after.is_current and row.after.id != kept.id:
            row.after = replace(row.after, is_current=False)
