"""What the command that brings in roles of O*NET and ESCO does, and words about it."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from careerdesk.commands import opened, print_json, print_problems, progress_bar
from careerdesk.words import counted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from careerdesk.services.role_import import (
        ForeignRole,
        ForeignRoles,
        RoleEntry,
        RoleHit,
        RolePlan,
    )

_LISTED: Final = 20


def import_role(options: argparse.Namespace) -> int:
    """Import roles of O*NET or ESCO, or show which are in the files and what would become of them.

    A release holds about a thousand roles: more than a few are not imported without a choice.
    """
    from careerdesk.domain.errors import ImportProblemError
    from careerdesk.services import role_import

    with opened(options) as desk:
        try:
            with progress_bar("Reading") as progress:
                found = role_import.read_roles(options.files, progress=progress)
        except ImportProblemError as error:
            raise ImportProblemError(error.placed, file=error.file) from error
        if options.search is not None:
            hits = role_import.RoleSearch(found.roles).find(options.search, len(found.roles))
            return _show_found(hits, options)
        chosen = _chosen(found, options, role_import.MOST_UNASKED)
        plan = role_import.plan_roles(desk, chosen, found.problems, updates_known=options.update)
        if not options.dry_run:
            with progress_bar("Importing") as progress:
                role_import.apply_roles(desk, plan, progress=progress)
    if options.json:
        print_json(_plan_as_plain(plan))
        return 0
    notes = Counter(note for entry in plan.entries for note in entry.foreign.notes)
    for entry in plan.entries:
        print(f"{_word(entry):>9}  {_named(entry.foreign)}{_said_of_skills(entry)}")
        for note in entry.foreign.notes:
            if notes[note] == 1:
                print(f"{'':>11}{note}")
    for note, count in notes.items():
        if count > 1:
            print(f"Of {count} of these roles: {note}")
    print_problems(plan.problems)
    _print_end(plan, is_dry_run=options.dry_run)
    return 0


def _chosen(found: ForeignRoles, options: argparse.Namespace, most: int) -> Sequence[ForeignRole]:
    """Return the roles asked for.

    Raises:
        ImportProblemError: there are more than anybody wants unasked.
        InvalidValueError: a code is of none of the roles, or of several.
    """
    from careerdesk.domain.errors import ImportProblemError

    if options.only:
        return found.with_codes(code for text in options.only for code in text.split(","))
    if len(found.roles) > most and not options.all:
        raise ImportProblemError(
            f"There are {len(found.roles):,} roles in these files. Nothing was imported; choose "
            "some with --only CODE, look for their codes with --search TEXT, or take --all.",
            file=found.roles[0].file,
        )
    return found.roles


def _show_found(hits: Sequence[RoleHit], options: argparse.Namespace) -> int:
    """List what a search finds, with the alternate title that said so; nothing is imported."""
    if options.json:
        print_json(
            {
                "roles": [
                    {**_role_as_plain(hit.role), "found_by": hit.other_title or None}
                    for hit in hits
                ]
            }
        )
        return 0
    most = _LISTED if options.search.strip() else len(hits)
    for hit in hits[:most]:
        other = f"  (also called {hit.other_title})" if hit.other_title else ""
        print(f"{_named(hit.role)}{other}")
    if len(hits) > most:
        print(f"… and {len(hits) - most} more; --json lists them all.")
    if not hits:
        print("No role in these files is called so.")
    else:
        print("Nothing was imported; choose with --only CODE.")
    return 0


def _word(entry: RoleEntry) -> str:
    return "differs" if entry.outcome.value == "skipped" else entry.outcome.value


def _said_of_skills(entry: RoleEntry) -> str:
    """Return how many skills come, change and go, and how to let them."""
    counts = {"added": entry.added, "changed": entry.changed, "removed": entry.removed}
    told = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
    if entry.outcome.value == "skipped":
        return f"  (skills: {told or 'the same'}; --update takes the files' version)"
    return f"  (skills: {told})" if told else ""


def _named(role: ForeignRole) -> str:
    return f"{role.code or role.uri}  {role.title}"


def _role_as_plain(role: ForeignRole) -> dict[str, Any]:
    return {
        "code": role.code,
        "uri": role.uri,
        "title": role.title,
        "source": role.source,
        "skills": len(role.requirements),
        "has_interests": bool(role.interests),
        "notes": list(role.notes),
    }


def _plan_as_plain(plan: RolePlan) -> dict[str, Any]:
    return {
        "counts": plan.counts(),
        "roles": [
            {
                **_role_as_plain(one.foreign),
                "id": str(one.after.id),
                "outcome": one.outcome.value,
                "skills_added": one.added,
                "skills_changed": one.changed,
                "skills_removed": one.removed,
            }
            for one in plan.entries
        ],
        "problems": [
            {
                "file": one.file,
                "line": one.line,
                "reason": one.reason,
                "severity": one.severity.value,
            }
            for one in plan.problems
        ],
    }


def _print_end(plan: RolePlan, *, is_dry_run: bool) -> None:
    judgements = dict.fromkeys(one.foreign.judgement for one in plan.changing)
    for judgement in filter(None, judgements):
        print(f"Note: {judgement}", file=sys.stderr)
    if is_dry_run:
        print("Nothing was changed (dry run).")
    elif plan.changing:
        count = counted(len(plan.changing), "role")
        print(f"Imported {count} as one change; `careerdesk undo` takes it back.")
    else:
        print("Every role was on the desk already; nothing was changed.")
