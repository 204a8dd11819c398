"""Planning the rows of one kind of record: find what each is about, resolve names, build, check.

Kinds are planned parents first, so the records a row refers to are known by then; only references
within a kind (a skill's parent, who introduced a contact) look at the rows planned beside them.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.codec import Plain, from_plain, to_plain
from careerdesk.domain.errors import CareerDeskError, InvalidValueError
from careerdesk.domain.profile import PREFERENCES_ID, PROFILE_ID
from careerdesk.domain.records import KINDS
from careerdesk.exchange.desk_csv import NAME_FIELDS
from careerdesk.exchange.drafts import Draft, Manner
from careerdesk.exchange.matching import Index, Key, are_sure, id_from, keys, told_by_values
from careerdesk.exchange.merging import merged
from careerdesk.exchange.shape import references_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# The kinds of which a desk holds one, with the id it has on every desk.
_SINGLE: Final = {"profile": PROFILE_ID, "preferences": PREFERENCES_ID}
# JSON knows larger numbers than SQLite, and spreadsheets smaller ones than both.
_LARGEST_NUMBER: Final = 2**53


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


class KindPlanner:
    """The records of one kind, as they are and as they would be."""

    def __init__(
        self,
        kind: str,
        existing: Mapping[uuid.UUID, Any],
        others: Mapping[str, KindPlanner],
        contents: Mapping[str, int],
    ) -> None:
        self._kind = kind
        self._existing = existing
        self._others = others
        # The sizes of the attachments' bytes that are there or came along, by their SHA-256.
        self._sizes = dict(contents)
        if kind == "attachment":
            self._sizes |= {item.sha256: item.size for item in existing.values()}
        self._results: dict[uuid.UUID, Result] = {}
        self._names: dict[str, set[uuid.UUID]] | None = None

    def planned(self, drafts: Iterable[Draft]) -> list[Result]:
        """Return what becomes of each draft; rows that only add to others give none of their own.

        An addition to a record that no other row is about gives one, and so does one to nobody.
        """
        rows = [Result(draft, dict(draft.values)) for draft in drafts]
        if not rows:
            return []
        main = [row for row in rows if row.draft.manner is not Manner.SUPPLEMENT]
        self._find_all(main)
        for row in main:
            self._resolve(row, within_kind=True)
        for row in main:
            if not row.reason:
                self._build(row)
        while self._drop_what_refers_to_nothing(main) or self._drop_circles(main):
            continue  # a row that is dropped may leave others without what they refer to
        self._names = None
        extra = [row for row in rows if row.draft.manner is Manner.SUPPLEMENT]
        if extra:
            index = Index(self._kind, self._records()) if self._kind not in _SINGLE else None
            extra = [row for row in extra if self._add_to_another(row, index)]
        return [*main, *extra]

    def ids_named(self, name: str) -> set[uuid.UUID]:
        """Return the records that people call so, as they would be after the import."""
        if self._names is None:
            self._names = {}
            field = NAME_FIELDS.get(self._kind, "id")
            for id_, record in self._records().items():
                self._names.setdefault(_folded(getattr(record, field)), set()).add(id_)
        return self._names.get(_folded(name), set())

    def has(self, id_: uuid.UUID) -> bool:
        """Say whether there would be such a record."""
        return id_ in self._existing or id_ in self._results

    def _records(self) -> dict[uuid.UUID, Any]:
        planned = {id_: row.after for id_, row in self._results.items() if row.after is not None}
        return {**self._existing, **planned}

    # Finding what a row is about

    def _find_all(self, rows: list[Result]) -> None:
        if self._kind in _SINGLE:
            for row in rows:
                self._find_the_one(row)
            return
        index = Index(self._kind, self._existing)
        for row in rows:
            self._resolve(row, within_kind=False)
            row.keys = keys(self._kind, told_by_values(row.values))
        # What has an id, or a sure sign, is found before others may claim the same record.
        for row in sorted(rows, key=lambda row: "id" not in row.values and not are_sure(row.keys)):
            if not row.reason:
                self._find(row, index)

    def _find_the_one(self, row: Result) -> None:
        expected = _SINGLE[self._kind]
        if row.values.setdefault("id", str(expected)) != str(expected):
            row.skip(f"A desk has one {self._kind}, and its id is another.")
            return
        self._claim(row, expected)

    def _find(self, row: Result, index: Index) -> None:
        if "id" in row.values:
            own = _uuid(row.values["id"])
            if own is None:
                row.skip("The id is not an id.")
                return
            # Two people take part in one conversation once, whatever the ids say.
            if self._kind != "participant" or own in index:
                self._claim(row, own, index)
                return
        candidates = index.candidates(row.keys)
        free = (id_ for id_ in candidates if id_ not in self._results)
        found = next(free, candidates[0] if candidates else None)
        self._claim(row, found or self._new_id(row, index), index)

    def _new_id(self, row: Result, index: Index) -> uuid.UUID:
        if "id" in row.values:
            return uuid.UUID(str(row.values["id"]))
        id_ = id_from(self._kind, row.keys[0]) if row.keys else uuid.uuid4()
        return uuid.uuid4() if id_ in index else id_

    def _claim(self, row: Result, id_: uuid.UUID, index: Index | None = None) -> None:
        """Say that a row is about a record, unless an earlier row was."""
        if id_ in self._results:
            first = self._results[id_].draft
            place = f"in line {first.line} of {first.file}" if first.line else f"in {first.file}"
            row.skip(f"The same {_words(self._kind)} stands {place} already.", is_harmless=True)
        else:
            row.id = id_
            row.before = self._existing.get(id_)
            row.is_new = row.before is None or (
                self._kind == "profile" and row.before == KINDS[self._kind]()
            )
            self._results[id_] = row
        if index is not None:
            self._learn(row, id_, index)

    def _learn(self, row: Result, id_: uuid.UUID, index: Index) -> None:
        """Let later rows find a record by what this row says of it.

        A record that the row changes is found by what it will say, not by what it said: otherwise
        the next import, which sees only what it says then, would decide in another way.
        """
        if row.before is not None:
            before = to_plain(row.before)
            try:
                after = merged(self._kind, row.draft.manner, before, row.values)
            except ValueError:
                return  # building the record will say what is wrong
            if after != before:
                index.remove(id_, keys(self._kind, told_by_values(before)))
                index.add(id_, keys(self._kind, told_by_values(after)))
        index.add(id_, row.keys)

    # Names and references

    def _resolve(self, row: Result, *, within_kind: bool) -> None:
        """Put ids in the place of names."""
        for field, name in row.draft.names.items():
            target = references_of(self._kind)[field]
            if row.reason or (target == self._kind) is not within_kind:
                continue
            found = self._named_here(name) if within_kind else self._others[target].ids_named(name)
            words = f"{_words(target)} {name[:60]!r}"
            if not found:
                self._drop(row, f"There is no {words}; add it first, or correct the name.")
            elif len(found) > 1:
                self._drop(row, f"There are several with the name: {words}; give the id instead.")
            else:
                row.values[field] = str(next(iter(found)))

    def _named_here(self, name: str) -> set[uuid.UUID]:
        if self._names is None:
            field = NAME_FIELDS[self._kind]
            self._names = {}
            for id_, record in self._existing.items():
                self._names.setdefault(_folded(getattr(record, field)), set()).add(id_)
            for id_, row in self._results.items():
                told = _folded(str(row.values.get(field, "")))
                self._names.setdefault(told, set()).add(id_)
        return self._names.get(_folded(name), set())

    def _drop(self, row: Result, reason: str) -> None:
        row.skip(reason)
        if row.id is not None and self._results.get(row.id) is row:
            del self._results[row.id]

    def _drop_what_refers_to_nothing(self, rows: list[Result]) -> bool:
        """Skip rows that name a record which is not there, and then those that name these."""
        references = references_of(self._kind)
        depending: dict[uuid.UUID, list[Result]] = {}
        lost: list[Result] = []
        for row in rows:
            for field, target in references.items():
                wanted = None if row.after is None else getattr(row.after, field)
                if wanted is None:
                    continue
                if target == self._kind:
                    depending.setdefault(wanted, []).append(row)
                if not (self if target == self._kind else self._others[target]).has(wanted):
                    lost.append(row)
        were_lost = bool(lost)
        while lost:
            row = lost.pop()
            if row.id is not None and not row.reason:
                reason = "It refers to a record that is neither in the file nor on the desk."
                self._drop(row, reason)
                if row.id not in self._existing:
                    lost.extend(depending.get(row.id, ()))
        return were_lost

    def _drop_circles(self, rows: list[Result]) -> bool:
        """Skip skills that would be their own ancestors, which no page could show."""
        if self._kind != "skill":
            return False
        parents = {id_: record.parent_id for id_, record in self._records().items()}
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
                    if id_ in self._results:
                        reason = "It would be a part of itself through its parent skills."
                        self._drop(self._results[id_], reason)
                        were_dropped = True
        return were_dropped

    # Building records

    def _build(self, row: Result) -> None:
        try:
            if row.before is None:
                row.after = self._record(row.values | {"id": str(row.id)})
                return
            before = to_plain(row.before)
            after = merged(self._kind, row.draft.manner, before, row.values)
            row.after = row.before if after == before else self._record(after)
        except (CareerDeskError, ValueError) as error:
            self._drop(row, str(error))

    def _record(self, values: Mapping[str, Plain]) -> Any:
        for field, value in values.items():
            if type(value) is int and abs(value) > _LARGEST_NUMBER:
                raise InvalidValueError(field, "is too large a number")
        record = from_plain(KINDS[self._kind], values)
        if self._kind == "attachment":
            self._check_content(record)
        if self._kind == "participant":
            self._check_that_nobody_moves(record)
        return record

    def _check_content(self, record: Any) -> None:
        size = self._sizes.get(record.sha256)
        if size is None:
            raise InvalidValueError(
                "file", "itself did not come along, as CSV has no place for it; import the JSON"
            )
        if size != record.size:
            raise InvalidValueError("file size", "is not that of the file")

    def _check_that_nobody_moves(self, record: Any) -> None:
        before = self._existing.get(record.id)
        if before is not None and before != record:
            raise InvalidValueError("id", "stands for somebody else's part in another conversation")

    # Adding to other rows

    def _add_to_another(self, row: Result, index: Index | None) -> bool:
        """Add what a row says to a record; return whether the row counts on its own."""
        target = self._target(row, index)
        if target is None:
            return True
        planned = self._results.get(target)
        before = self._existing.get(target) if planned is None else planned.after
        if planned is None:
            self._claim(row, target)
        try:
            after = self._record(merged(self._kind, row.draft.manner, to_plain(before), row.values))
        except (CareerDeskError, ValueError) as error:
            row.skip(str(error))
            return True
        (planned or row).after = after
        return planned is None

    def _target(self, row: Result, index: Index | None) -> uuid.UUID | None:
        if index is None:
            return _SINGLE[self._kind]
        told = told_by_values(row.values)
        found_keys = keys(self._kind, told)
        surest = index.candidates(found_keys[:1]) if are_sure(found_keys) else []
        named = self.ids_named(told("name"))
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


def _uuid(text: Plain) -> uuid.UUID | None:
    try:
        return uuid.UUID(str(text))
    except ValueError:
        return None


def _folded(text: str) -> str:
    return " ".join(str(text).casefold().split())


def _words(kind: str) -> str:
    return kind.replace("_", " ")
