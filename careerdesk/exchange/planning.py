"""Planning the rows of one kind of record: find what each is about, resolve names, build, check.

Kinds are planned parents first, so the records a row refers to are known by then; only references
within a kind (a skill's parent, who introduced a contact) look at the rows planned beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from careerdesk.exchange.building import Builder
from careerdesk.exchange.doubles import drop_doubles, keep_one_current
from careerdesk.exchange.drafts import Draft, Manner
from careerdesk.exchange.finding import find_all, find_extended
from careerdesk.exchange.matching import Index
from careerdesk.exchange.naming import names_after, names_told, resolve
from careerdesk.exchange.planned import Planned, Result
from careerdesk.exchange.references import drop_broken

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Mapping


class KindPlanner:
    """The records of one kind, as they are and as they would be.

    ``state`` and ``names`` are asked by the planners of the kinds that refer to this one.

    Args:
        kind: The kind of record.
        existing: What is on the desk.
        others: The planners of the kinds that this one refers to.
        contents: The sizes of the attachments' bytes that came along, by their SHA-256.
    """

    def __init__(
        self,
        kind: str,
        existing: Mapping[uuid.UUID, Any],
        others: Mapping[str, KindPlanner],
        contents: Mapping[str, int],
    ) -> None:
        self._others = dict(others)
        self.state = Planned(kind, existing)
        self.names = names_after(self.state)
        self._builder = Builder(self.state, contents)

    def planned(self, drafts: Iterable[Draft]) -> list[Result]:
        """Return what becomes of each draft; rows that only add to others give none of their own.

        An addition to a record that no other row is about gives one, and so does one to nobody.
        """
        rows = [Result(draft, dict(draft.values)) for draft in drafts]
        if not rows:
            return []
        main = [row for row in rows if row.draft.manner is not Manner.SUPPLEMENT]
        planned = self.state
        outside = {kind: other.names for kind, other in self._others.items()}
        for row in main:
            resolve(planned, row, outside)
        find_all(planned, main)
        within = {planned.kind: names_told(planned)}
        for row in main:
            resolve(planned, row, within)
        for row in main:
            if not row.reason:
                self._builder.build(row)
        others = {kind: other.state for kind, other in self._others.items()}
        drop_doubles(planned, main)
        drop_broken(planned, others, main)
        keep_one_current(planned, main)
        extra = [row for row in rows if row.draft.manner is Manner.SUPPLEMENT]
        if extra:
            index = None if planned.is_single else Index(planned.kind, planned.records())
            extra = [row for row in extra if self._counts_on_its_own(row, index)]
        return [*main, *extra]

    def _counts_on_its_own(self, row: Result, index: Index | None) -> bool:
        """Add what a row says to a record; say whether no other row is about that record."""
        target = find_extended(self.state, row, self.names, index)
        if target is None:
            return True
        other = self.state.results.get(target)
        before = self.state.existing.get(target) if other is None else other.after
        if other is None:
            self.state.claim(row, target)
        after = self._builder.extended(before, row)
        if after is None:
            return True
        (other or row).after = after
        return other is None
