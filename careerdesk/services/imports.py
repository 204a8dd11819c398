"""Importing: read foreign files, show what they would change, and do it as one change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.profile import PROFILE_ID, Profile
from careerdesk.domain.records import KINDS, SINGLES
from careerdesk.exchange.drafts import Problem, Severity, said_of_skipped
from careerdesk.exchange.limits import DEFAULT_LIMITS, Limits
from careerdesk.exchange.plan import Entry, ImportPlan, Outcome, plan
from careerdesk.exchange.reading import read_foreign
from careerdesk.services.basis import basis_of, check_basis

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from careerdesk.storage.desk import Desk

    Progress = Callable[[int, int], None]

__all__ = [
    "Entry",
    "ImportPlan",
    "Limits",
    "Outcome",
    "Problem",
    "Severity",
    "apply_import",
    "plan_import",
    "said_of_skipped",
]

_AT_ONCE: Final = 1_000


def plan_import(
    desk: Desk,
    paths: Sequence[Path],
    *,
    kind: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress | None = None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> ImportPlan:
    """Read LinkedIn exports, desks as JSON or tables as CSV, and compare them with the desk.

    Nothing is written. ``kind`` names the table of CSV files whose names do not tell it, and
    ``progress`` is called with the steps done and the steps there are. ``is_stopped`` says, asked
    from another thread, whether the user has given up.

    Raises:
        StoppedError: the user has given up.
        InvalidValueError: there are no records of that kind.
        ImportProblemError: a path cannot be read, or nothing of it is known.
    """
    if kind is not None and kind not in KINDS:
        known = ", ".join(KINDS)
        reason = f"is not one that a desk has, so nothing was imported; choose one of {known}"
        raise InvalidValueError(f"table {kind!r}", reason)
    incoming = read_foreign(
        paths, kind=kind, limits=limits, progress=progress, is_stopped=is_stopped
    )
    return plan(incoming, desk.records(), basis=basis_of(desk))


def apply_import(desk: Desk, made: ImportPlan, *, progress: Progress | None = None) -> None:
    """Do what a plan says as one change, after a backup that is kept for good.

    A plan that changes nothing leaves no change in the history and makes no backup. What
    ``progress`` raises ends the import, and nothing of it stays; it is last called before the
    commit, so that what was imported is never reported as stopped.

    Raises:
        ImportProblemError: the desk has been changed since it was compared.
        ReadOnlyDeskError, DiskFullError: nothing was imported.
    """
    check_basis(desk, made.basis, made.entries[0].file if made.entries else "")
    if made.is_empty:
        return
    if not desk.is_read_only:  # on a read-only desk the change itself says what is wrong
        desk.backup(pinned=True, reason="before an import")
    added = [entry.after for entry in made.new if entry.kind not in SINGLES]
    replaced = [entry.after for entry in made.changed if entry.kind not in SINGLES]
    # Also the identical ones: a desk need not have stored them yet, and others may refer to them.
    singles = [entry.after for entry in made.entries if entry.kind in SINGLES and entry.after]
    total = len(added) + len(replaced) + len(singles)
    done = 0
    with desk.change(made.title) as tx:
        for content in made.contents.values():
            tx.keep(content)
        for write, records in ((tx.add_many, added), (tx.replace_many, replaced)):
            for start in range(0, len(records), _AT_ONCE):
                batch = records[start : start + _AT_ONCE]
                write(batch)
                done += len(batch)
                if progress is not None:
                    progress(done, total)
        for record in singles:
            tx.put(record)
        if any(getattr(record, "profile_id", None) for record in (*added, *replaced)):
            tx.put(tx.find(Profile, id=PROFILE_ID) or Profile())
        if progress is not None:
            progress(total, total)
