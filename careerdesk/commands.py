"""What each command does: one call of a service, and words about it.

Commands print to standard output, notices to standard error, and return the exit status.
"""

from __future__ import annotations

import contextlib
import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.fields import undirected
from careerdesk.domain.records import kind_words
from careerdesk.words import CHANGE_STATES, counted, counted_kind, moment

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Sequence

    from careerdesk.services.desk import Desk
    from careerdesk.services.imports import ImportPlan, Problem

_PROBLEMS_SHOWN: Final = 40


@contextlib.contextmanager
def opened(options: argparse.Namespace) -> Iterator[Desk]:
    """Open the desk of a command, close it at the end, and pass on what it has to say."""
    from careerdesk.services.desk import desk_path, open_desk

    desk = open_desk(desk_path(options.desk))
    try:
        yield desk
    finally:
        desk.close()
        for notice in desk.notices:
            print(f"Note: {notice}", file=sys.stderr)


def print_json(value: Any) -> None:
    """Print what other programs read."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def new(options: argparse.Namespace) -> int:
    """Make a desk."""
    from careerdesk.services.desk import create_desk, desk_path

    path = desk_path(options.desk)
    if options.example:
        from careerdesk.services.example import create_example_desk

        create_example_desk(path, date.today()).close()
        print(f"Made {path} and filled it with the example. Everybody in it is fictional.")
    else:
        create_desk(path).close()
        print(f"Made {path}. It is empty; import a LinkedIn export, or log your first session.")
    return 0


def summary(options: argparse.Namespace) -> int:
    """Say what is on a desk."""
    from careerdesk.services.desk import record_counts
    from careerdesk.services.profile import preferences, profile

    with opened(options) as desk:
        counts = record_counts(desk)
        if options.json:
            print_json(counts)
            return 0
        owner = profile(desk)
        fictional = " (fictional example)" if preferences(desk).is_fictional else ""
        print(f"{owner.name or desk.path.stem}{fictional}")
        if owner.headline:
            print(owner.headline)
        shown = {name: count for name, count in counts.items() if count and name in _SUMMARY}
        for name, count in shown.items():
            amount, noun = counted_kind(count, name).split(" ", 1)
            print(f"{amount:>7}  {noun}")
        if not shown:
            print("Nothing is on this desk yet.")
    return 0


# What a person counts; the other kinds are parts of these.
_SUMMARY: Final = (
    "skill",
    "position",
    "education",
    "learning_item",
    "study_session",
    "certificate",
    "contact",
    "conversation",
    "follow_up",
    "attachment",
)


def import_(options: argparse.Namespace) -> int:
    """Import files, or show what importing them would do."""
    from careerdesk.services.imports import apply_import, plan_import

    with opened(options) as desk:
        with progress_bar("Reading") as progress:
            plan = plan_import(desk, options.files, kind=options.table, progress=progress)
        if not options.dry_run:
            with progress_bar("Importing") as progress:
                apply_import(desk, plan, progress=progress)
        if options.json:
            problems = [
                {
                    "file": problem.file,
                    "line": problem.line,
                    "reason": problem.reason,
                    "severity": problem.severity.value,
                }
                for problem in plan.problems
            ]
            print_json({**plan.counts(), "problems": problems})
            return int(plan.is_fruitless)
        for name, count in plan.counts().items():
            numbers = ", ".join(f"{number:,} {word}" for word, number in count.items() if number)
            if numbers:
                print(f"{kind_words(name):>16}  {numbers}")
        print_problems(plan.problems)
        if plan.is_fruitless:
            print(f"careerdesk: {_fruitless(len(plan.skipped))}", file=sys.stderr)
            return 1
        print("Nothing was changed (dry run)." if options.dry_run else _imported(plan))
    return 0


def print_problems(problems: Sequence[Problem]) -> None:
    """Print what was noticed in files, each with its place."""
    for problem in problems[:_PROBLEMS_SHOWN]:
        place = f"{problem.file}:{problem.line}" if problem.line else problem.file
        print(undirected(f"  {place}: {problem.reason}"))
    if len(problems) > _PROBLEMS_SHOWN:
        print(f"  … and {len(problems) - _PROBLEMS_SHOWN:,} more; --json lists them all.")


def _fruitless(skipped: int) -> str:
    if not skipped:
        return "Nothing could be imported, see above. The desk is unchanged."
    were = "was" if skipped == 1 else "were"
    rows = f"{counted(skipped, 'row')} {were} skipped, see above"
    return f"Nothing could be imported: {rows}. The desk is unchanged."


def _imported(plan: ImportPlan) -> str:
    if not plan.entries:
        return "There was nothing in it to import; nothing was changed."
    if plan.is_empty and plan.skipped:
        return "Everything that could be read was on the desk already; nothing was changed."
    if plan.is_empty:
        return "Everything was on the desk already; nothing was changed."
    return "Imported as one change; `careerdesk undo` takes it back."


def export(options: argparse.Namespace) -> int:
    """Write everything in an open format."""
    from careerdesk.services.exports import export_csv, export_json

    by_name = "json" if options.out.suffix.lower() == ".json" else "csv"
    with opened(options) as desk:
        if (options.format or by_name) == "json":
            export_json(desk, options.out)
        else:
            export_csv(desk, options.out)
    print(f"Wrote {options.out}. It holds everything, private records included.")
    return 0


def portfolio(options: argparse.Namespace) -> int:
    """Write the portfolio."""
    from careerdesk.services.portfolio import left_out, write_portfolio

    with opened(options) as desk, progress_bar("Setting pages") as progress:
        made = write_portfolio(
            desk,
            options.out,
            today=date.today(),
            paper=options.paper,
            include_private=options.include_private,
            progress=progress,
        )
    print(f"Wrote {options.out}: {counted(made.pages, 'page')}.")
    if made.hidden:
        print(f"Left out as private: {left_out(made)}.")
    if made.unprintable:
        print(f"Note: no font has these characters: {' '.join(made.unprintable)}", file=sys.stderr)
    for note in made.notes:
        print(f"Note: {note}", file=sys.stderr)
    return 0


def charts(options: argparse.Namespace) -> int:
    """Write the charts."""
    from careerdesk.services.charts import chart_views, unprintable, write_charts

    with opened(options) as desk, progress_bar("Drawing") as progress:
        views = chart_views(desk, date.today())
        written = write_charts(views, options.out, file_format=options.format, progress=progress)
        missing = () if options.format == "csv" else unprintable(views)
    print(f"Wrote {counted(len(written), 'file')} to {options.out}:")
    for path in written:
        print(f"  {path.name}")
    if missing:
        print(f"Note: no font has these characters: {' '.join(missing)}", file=sys.stderr)
    return 0


def log(options: argparse.Namespace) -> int:
    """Log time or a conversation."""
    from careerdesk.services import quick_log

    text = " ".join(options.text)
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise quick_log.NotUnderstoodError(
            "The line holds characters that this terminal could not pass on. Nothing was logged; "
            "set the terminal to UTF-8."
        )
    with opened(options) as desk:
        print(f"Logged: {quick_log.log(desk, text, date.today())}.")
    return 0


def history(options: argparse.Namespace) -> int:
    """List the changes."""
    from careerdesk.services.history import changes

    with opened(options) as desk:
        entries = changes(desk, options.limit)
    if options.json:
        print_json(
            [
                {
                    "id": entry.id,
                    "title": entry.title,
                    "at": entry.at.isoformat(),
                    "state": entry.state.value,
                }
                for entry in entries
            ]
        )
        return 0
    for entry in entries:
        state = CHANGE_STATES[entry.state.value]
        print(f"{moment(entry.at)}  {entry.title}{f'  ({state})' if state else ''}")
    if not entries:
        print("Nothing has been changed on this desk yet.")
    return 0


def undo(options: argparse.Namespace) -> int:
    """Take the last change back."""
    from careerdesk.services import history as changes

    with opened(options) as desk:
        done = changes.undo(desk)
    print(f"Undone: {done.title}." if done else "There is nothing to undo.")
    return 0


def redo(options: argparse.Namespace) -> int:
    """Repeat the change taken back last."""
    from careerdesk.services import history as changes

    with opened(options) as desk:
        done = changes.redo(desk)
    print(f"Done again: {done.title}." if done else "There is nothing to redo.")
    return 0


def backup(options: argparse.Namespace) -> int:
    """Make a backup."""
    from careerdesk.services.backups import back_up

    with opened(options) as desk:
        made = back_up(desk)
    print(f"Made and verified {made.path}.")
    if made.note:
        print(f"careerdesk: {made.note}", file=sys.stderr)
    return 0


def restore(options: argparse.Namespace) -> int:
    """Put a backup in the place of a desk."""
    from careerdesk.services import backups
    from careerdesk.services.desk import desk_path

    path = desk_path(options.desk)
    replaced = backups.restore(path, options.backup)
    print(f"Restored {path} from {options.backup}.")
    if replaced is not None:
        print(f"The desk it replaced is kept in {replaced}.")
    return 0


def check(options: argparse.Namespace) -> int:
    """Look at every record and byte."""
    from careerdesk.services import backups
    from careerdesk.services.desk import record_counts

    with opened(options) as desk:
        faults = backups.check(desk)
        is_changed = backups.was_changed_outside(desk)
        count = sum(record_counts(desk).values())
        kept = backups.list_backups(desk.path)
        if options.accept and not faults:
            backups.accept(desk)
    if faults or (is_changed and not options.accept):
        for fault in faults or ["Its records are consistent; --accept takes it as it is."]:
            print(f"careerdesk: {fault}", file=sys.stderr)
        return 1
    said = {
        False: "every byte as CareerDesk left it",
        True: "accepted as it is",
        None: "no seal to compare the bytes with",
    }[is_changed]
    print(f"{desk.path.name} is sound: {counted(count, 'record', 'records')}, {said}.")
    newest = moment(kept[0].made_at) if kept else "none yet"
    print(f"Verified backups: {len(kept)}, the newest: {newest}.")
    if not backups.is_beside(desk.path):
        print(f"The next ones go to {backups.folder_of(desk.path)}.")
    return 0


@contextlib.contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar on a terminal while long work runs; elsewhere nothing."""
    width = 30
    shown = -1

    def show(done: int, total: int) -> None:
        nonlocal shown
        filled = width * done // max(total, 1)
        if filled != shown and sys.stderr.isatty():
            shown = filled
            bar = "━" * filled + "─" * (width - filled)
            print(f"\r{label} {bar} {100 * done // max(total, 1):3d} %", end="", file=sys.stderr)
            sys.stderr.flush()

    try:
        yield show
    finally:
        if shown >= 0:
            print(f"\r{' ' * (len(label) + width + 8)}\r", end="", file=sys.stderr)
