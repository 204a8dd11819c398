"""The plan of an import: what would become of every row, before anything is written."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from careerdesk.domain.records import KINDS, kind_words, records_of
from careerdesk.exchange.drafts import Problem, Severity, said_of_skipped
from careerdesk.exchange.planning import KindPlanner

if TYPE_CHECKING:
    from careerdesk.domain.records import Records
    from careerdesk.exchange.drafts import Draft, Incoming
    from careerdesk.exchange.planned import Result


class Outcome(enum.Enum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    IDENTICAL = "identical"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What becomes of one row; ``reason`` says why it is skipped.

    ``after`` is the record as it would be on the desk, ``before`` as it is there now. A profile
    that is still blank counts as new when it is filled in, though there is one ``before``.
    """

    kind: str
    outcome: Outcome
    file: str
    line: int | None
    before: Any = None
    after: Any = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import would do to the desk it was compared with.

    ``contents`` are the bytes of the attachments it would add, by their SHA-256. ``basis`` tells
    the service that applies the plan whether the desk is still the same.
    """

    title: str
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()
    contents: Mapping[str, bytes] = field(default_factory=dict)
    basis: object = None

    def with_outcome(self, outcome: Outcome) -> tuple[Entry, ...]:
        """Return the rows that one thing would become of."""
        return tuple(entry for entry in self.entries if entry.outcome is outcome)

    @property
    def new(self) -> tuple[Entry, ...]:
        """The rows that would become new records."""
        return self.with_outcome(Outcome.NEW)

    @property
    def changed(self) -> tuple[Entry, ...]:
        """The rows that would change a record."""
        return self.with_outcome(Outcome.CHANGED)

    @property
    def identical(self) -> tuple[Entry, ...]:
        """The rows that say what the desk says already."""
        return self.with_outcome(Outcome.IDENTICAL)

    @property
    def skipped(self) -> tuple[Entry, ...]:
        """The rows that would be left out; why stands in them and among the problems."""
        return self.with_outcome(Outcome.SKIPPED)

    @property
    def is_empty(self) -> bool:
        """Say whether applying the plan would leave the desk as it is."""
        return not any(entry.outcome in (Outcome.NEW, Outcome.CHANGED) for entry in self.entries)

    @property
    def is_fruitless(self) -> bool:
        """Say whether something was to be imported and nothing of it could be."""
        if any(entry.outcome is not Outcome.SKIPPED for entry in self.entries):
            return False
        return bool(self.entries) or any(
            problem.severity is not Severity.NOTICE for problem in self.problems
        )

    def counts(self) -> dict[str, dict[str, int]]:
        """Return how many rows become what, by kind of record; kinds without a row are left out."""
        found: dict[str, dict[str, int]] = {}
        for entry in self.entries:
            counted = found.setdefault(entry.kind, {outcome.value: 0 for outcome in Outcome})
            counted[entry.outcome.value] += 1
        return {kind: found[kind] for kind in KINDS if kind in found}


def plan(incoming: Incoming, existing: Records, *, basis: object = None) -> ImportPlan:
    """Compare what was read with what is on the desk."""
    drafts: dict[str, list[Draft]] = {}
    for draft in incoming.drafts:
        drafts.setdefault(draft.kind, []).append(draft)
    entries = [
        Entry(
            kind=row.kind, outcome=Outcome.SKIPPED, file=row.file, line=row.line, reason=row.reason
        )
        for row in incoming.left_out
    ]
    problems = list(incoming.problems)
    known: dict[str, KindPlanner] = {}
    sizes = {sha256: len(content) for sha256, content in incoming.contents.items()}
    for kind, record in KINDS.items():
        there = {item.id: item for item in records_of(existing, record)}
        planner = KindPlanner(kind, there, known, sizes)
        known[kind] = planner
        for result in planner.planned(drafts.get(kind, [])):
            entries.append(_entry(kind, result))
            if (problem := _problem(result)) is not None:
                problems.append(problem)
    order = {name: at for at, name in enumerate(dict.fromkeys(item.file for item in problems))}
    problems.sort(key=lambda item: (order[item.file], item.line or 0))
    counted = ImportPlan(title="", entries=tuple(entries))
    return ImportPlan(
        title=_title(incoming.title, len(counted.new), len(counted.changed)),
        entries=counted.entries,
        problems=tuple(problems),
        contents=_needed_contents(counted, incoming.contents, existing),
        basis=basis,
    )


def _entry(kind: str, result: Result) -> Entry:
    if result.reason:
        outcome = Outcome.SKIPPED
    elif result.before == result.after:
        outcome = Outcome.IDENTICAL
    else:
        outcome = Outcome.NEW if result.is_new else Outcome.CHANGED
    return Entry(
        kind=kind,
        outcome=outcome,
        file=result.draft.file,
        line=result.draft.line,
        before=result.before,
        after=None if result.reason else result.after,
        reason=result.reason,
    )


def _problem(result: Result) -> Problem | None:
    if not result.reason:
        return None
    draft = result.draft
    reason = result.reason
    if draft.line is None:  # JSON has no lines to speak of, so the record is named
        told = map(draft.values.get, ("name", "title", "file_name", "id"))
        named = next(filter(None, told), None)
        reason = f"{kind_words(draft.kind).capitalize()} {str(named)[:60]!r}: {reason}"
    return Problem(
        file=draft.file,
        line=draft.line,
        reason=said_of_skipped(reason, draft.line),
        severity=Severity.WARNING if result.is_harmless else Severity.ERROR,
    )


def _title(what: str, new: int, changed: int) -> str:
    counts = ((new, "new"), (changed, "changed"))
    told = ", ".join(f"{count:,} {word}" for count, word in counts if count)
    return f"Import {what or 'file'} ({told})" if told else f"Import {what or 'file'}"


def _needed_contents(
    made: ImportPlan, contents: Mapping[str, bytes], existing: Records
) -> dict[str, bytes]:
    there = {item.sha256 for item in existing.attachments}
    wanted = {
        entry.after.sha256
        for entry in (*made.new, *made.changed)
        if entry.kind == "attachment" and entry.after.sha256 not in there
    }
    return {sha256: contents[sha256] for sha256 in sorted(wanted)}
