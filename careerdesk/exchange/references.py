"""Rows that refer to what would not be there, or to each other in a circle, are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.exchange.shape import references_of

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping, Sequence

    from careerdesk.exchange.planned import Planned, Result


def drop_broken(planned: Planned, others: Mapping[str, Planned], rows: Sequence[Result]) -> None:
    """Drop rows until every reference of the others leads somewhere and none in a circle."""
    while _drop_what_refers_to_nothing(planned, others, rows) or _drop_circles(planned, rows):
        continue  # a row that is dropped may leave others without what they refer to


def _drop_what_refers_to_nothing(
    planned: Planned, others: Mapping[str, Planned], rows: Sequence[Result]
) -> bool:
    """Drop rows that name a record which is not there, and then those that name these."""
    depending: dict[uuid.UUID, list[Result]] = {}
    lost: list[Result] = []
    for row in rows:
        for field, target in references_of(planned.kind).items():
            wanted = None if row.after is None else getattr(row.after, field)
            if wanted is None:
                continue
            if target == planned.kind:
                depending.setdefault(wanted, []).append(row)
            if not (planned if target == planned.kind else others[target]).has(wanted):
                lost.append(row)
    were_lost = bool(lost)
    while lost:
        row = lost.pop()
        if row.id is not None and not row.reason:
            reason = "It refers to a record that is neither in the file nor on the desk."
            planned.drop(row, reason)
            if row.id not in planned.existing:
                lost.extend(depending.get(row.id, ()))
    return were_lost


def _drop_circles(planned: Planned, rows: Sequence[Result]) -> bool:
    """Drop skills that would be their own ancestors, which no page could show."""
    if planned.kind != "skill":
        return False
    parents = {id_: record.parent_id for id_, record in planned.records().items()}
    sound: set[uuid.UUID] = set()
    were_dropped = False
    for row in rows:
        path: dict[uuid.UUID, None] = {}
        at = row.id if row.after is not None else None
        while at is not None and at not in sound and at not in path:
            path[at] = None
            at = parents.get(at)
        sound |= path.keys()
        if at in path:
            circle = list(path)[list(path).index(at) :]
            for id_ in circle:
                if id_ in planned.results:
                    reason = "It would be a part of itself through its parent skills."
                    planned.drop(planned.results[id_], reason)
                    were_dropped = True
    return were_dropped
