"""The command line: every command is one call of a service; nothing here imports Qt.

Exit status: 0 done; 1 something is wrong with the user's files, said in one sentence on standard
error; 2 the command itself was not understood.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from careerdesk import __version__
from careerdesk.domain.errors import CareerDeskError
from careerdesk.domain.records import KINDS, kind_words
from careerdesk.words import CHANGE_STATES, counted, moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from careerdesk.services.desk import Desk
    from careerdesk.services.imports import ImportPlan

_PROBLEMS_SHOWN: Final = 40
_DESCRIPTION: Final = (
    "CareerDesk keeps a career change in one file on this computer. "
    "Without a command it opens the window."
)


def run(arguments: Sequence[str]) -> int:
    """Do what one command says and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # names in every script, on every terminal
    options = _parser().parse_args(arguments)
    try:
        status: int = options.act(options)
    except CareerDeskError as error:
        print(f"careerdesk: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        sys.stderr.close()
        return 0
    except OSError as error:  # such as a name too long for the file system
        place = f": {error.filename}" if error.filename else ""
        print(f"careerdesk: {error.strerror or error}{place}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("careerdesk: stopped; what was stored before is safe.", file=sys.stderr)
        return 130
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="careerdesk", description=_DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"careerdesk {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(act: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        name = act.__name__.strip("_")
        made = commands.add_parser(name, help=text, description=text)
        made.set_defaults(act=act)
        made.add_argument("desk", metavar="DESK", help="a NAME.careerdesk file")
        return made

    made = command(_new, "Make a new desk.")
    made.add_argument("--example", action="store_true", help="fill it with the fictional example")
    made = command(_summary, "Say what is on a desk.")
    _add_json(made)
    made = command(_import, "Bring in a LinkedIn export, CSV files or a CareerDesk JSON file.")
    made.add_argument("files", metavar="FILE", nargs="+", type=Path, help="zip, folder, CSV, JSON")
    made.add_argument("--dry-run", action="store_true", help="show the plan, change nothing")
    made.add_argument(
        "--table",
        metavar="KIND",
        choices=KINDS,
        help=f"which kind of record a CSV file holds: {', '.join(KINDS)}",
    )
    _add_json(made)
    made = command(_export, "Write everything on a desk in an open format.")
    _add_out(made, "FILE", "a JSON file, or a zip or folder of CSV files")
    made.add_argument("--format", choices=("json", "csv"), help="default: by the name of FILE")
    made = command(_portfolio, "Write the career portfolio as a PDF.")
    _add_out(made, "OUT.pdf", "the PDF file")
    made.add_argument("--paper", choices=("a4", "letter"), default="a4")
    made.add_argument(
        "--include-private", action="store_true", help="show private records and fields too"
    )
    made = command(_charts, "Write all charts.")
    _add_out(made, "DIR", "the folder they go to")
    made.add_argument("--format", choices=("png", "svg", "pdf", "csv"), default="png")
    made = command(_log, "Log time or a conversation.")
    made.add_argument(
        "text", metavar="TEXT", nargs="+", help='"45 min on Inspired", "coffee with Ada 30 min"'
    )
    made = command(_history, "List the changes of a desk, newest first.")
    made.add_argument("--limit", type=_positive, metavar="N", help="only the newest N")
    _add_json(made)
    command(_undo, "Take back the last change.")
    command(_redo, "Repeat the change taken back last.")
    command(_backup, "Make a verified backup beside the desk.")
    made = command(_restore, "Put a backup in the place of a desk, keeping what it replaces.")
    made.add_argument("backup", metavar="BACKUP", type=Path, help="the backup file")
    made = command(_check, "Look at every record and byte of a desk.")
    made.add_argument(
        "--accept", action="store_true", help="take what another program changed as it is"
    )
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON for other programs")


def _add_out(parser: argparse.ArgumentParser, metavar: str, text: str) -> None:
    parser.add_argument("-o", "--out", metavar=metavar, type=Path, required=True, help=text)


@contextlib.contextmanager
def _opened(options: argparse.Namespace) -> Iterator[Desk]:
    """Open the desk of a command, close it at the end, and pass on what it has to say."""
    from careerdesk.services.desk import desk_path, open_desk

    desk = open_desk(desk_path(options.desk))
    try:
        yield desk
    finally:
        desk.close()
        for notice in desk.notices:
            print(f"Note: {notice}", file=sys.stderr)


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


def _new(options: argparse.Namespace) -> int:
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


def _summary(options: argparse.Namespace) -> int:
    from careerdesk.services.desk import record_counts
    from careerdesk.services.profile import preferences, profile

    with _opened(options) as desk:
        counts = record_counts(desk)
        if options.json:
            _print_json(counts)
            return 0
        owner = profile(desk)
        fictional = " (fictional example)" if preferences(desk).is_fictional else ""
        print(f"{owner.name or desk.path.stem}{fictional}")
        if owner.headline:
            print(owner.headline)
        shown = {name: count for name, count in counts.items() if count and name in _SUMMARY}
        for name, count in shown.items():
            amount, noun = _counted(count, name).split(" ", 1)
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
# Kinds that are called something else where they are counted.
_NOUNS: Final = {"follow_up": "follow-up", "pay": "pay record"}


def _counted(count: int, name: str) -> str:
    """Return how many records of a kind there are, such as 3 study sessions."""
    return counted(count, _NOUNS.get(name) or kind_words(name))


def _import(options: argparse.Namespace) -> int:
    from careerdesk.services.imports import apply_import, plan_import

    with _opened(options) as desk:
        with _progress("Reading") as progress:
            plan = plan_import(desk, options.files, kind=options.table, progress=progress)
        if not options.dry_run:
            with _progress("Importing") as progress:
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
            _print_json({**plan.counts(), "problems": problems})
            return int(plan.is_fruitless)
        for name, count in plan.counts().items():
            numbers = ", ".join(f"{number:,} {word}" for word, number in count.items() if number)
            if numbers:
                print(f"{kind_words(name):>16}  {numbers}")
        for problem in plan.problems[:_PROBLEMS_SHOWN]:
            place = f"{problem.file}:{problem.line}" if problem.line else problem.file
            print(f"  {place}: {problem.reason}")
        if len(plan.problems) > _PROBLEMS_SHOWN:
            rest = len(plan.problems) - _PROBLEMS_SHOWN
            print(f"  … and {rest:,} more; --json lists them all.")
        if plan.is_fruitless:
            print(f"careerdesk: {_fruitless(len(plan.skipped))}", file=sys.stderr)
            return 1
        print("Nothing was changed (dry run)." if options.dry_run else _imported(plan))
    return 0


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


def _export(options: argparse.Namespace) -> int:
    from careerdesk.services.exports import export_csv, export_json

    by_name = "json" if options.out.suffix.lower() == ".json" else "csv"
    with _opened(options) as desk:
        if (options.format or by_name) == "json":
            export_json(desk, options.out)
        else:
            export_csv(desk, options.out)
    print(f"Wrote {options.out}. It holds everything, private records included.")
    return 0


def _portfolio(options: argparse.Namespace) -> int:
    from careerdesk.services.portfolio import left_out, write_portfolio

    with _opened(options) as desk, _progress("Setting pages") as progress:
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


def _charts(options: argparse.Namespace) -> int:
    from careerdesk.services.charts import unprintable, write_charts

    with _opened(options) as desk, _progress("Drawing") as progress:
        written = write_charts(
            desk, options.out, today=date.today(), file_format=options.format, progress=progress
        )
        missing = () if options.format == "csv" else unprintable(desk, date.today())
    print(f"Wrote {counted(len(written), 'file')} to {options.out}:")
    for path in written:
        print(f"  {path.name}")
    if missing:
        print(f"Note: no font has these characters: {' '.join(missing)}", file=sys.stderr)
    return 0


def _log(options: argparse.Namespace) -> int:
    from careerdesk.services.quick_log import NotUnderstoodError, log

    text = " ".join(options.text)
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise NotUnderstoodError(
            "The line holds characters that this terminal could not pass on. Nothing was logged; "
            "set the terminal to UTF-8."
        )
    with _opened(options) as desk:
        print(f"Logged: {log(desk, text, date.today())}.")
    return 0


def _history(options: argparse.Namespace) -> int:
    from careerdesk.services.history import changes

    with _opened(options) as desk:
        entries = changes(desk, options.limit)
    if options.json:
        _print_json(
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


def _undo(options: argparse.Namespace) -> int:
    from careerdesk.services.history import undo

    with _opened(options) as desk:
        done = undo(desk)
    print(f"Undone: {done.title}." if done else "There is nothing to undo.")
    return 0


def _redo(options: argparse.Namespace) -> int:
    from careerdesk.services.history import redo

    with _opened(options) as desk:
        done = redo(desk)
    print(f"Done again: {done.title}." if done else "There is nothing to redo.")
    return 0


def _backup(options: argparse.Namespace) -> int:
    from careerdesk.services.backups import back_up

    with _opened(options) as desk:
        made = back_up(desk)
    print(f"Made and verified {made.path}.")
    return 0


def _restore(options: argparse.Namespace) -> int:
    from careerdesk.services.backups import restore
    from careerdesk.services.desk import desk_path

    path = desk_path(options.desk)
    replaced = restore(path, options.backup)
    print(f"Restored {path} from {options.backup}.")
    if replaced is not None:
        print(f"The desk it replaced is kept in {replaced}.")
    return 0


def _check(options: argparse.Namespace) -> int:
    from careerdesk.services.backups import accept, check, list_backups, was_changed_outside
    from careerdesk.services.desk import record_counts

    with _opened(options) as desk:
        faults = check(desk)
        is_changed = was_changed_outside(desk)
        count = sum(record_counts(desk).values())
        backups = list_backups(desk.path)
        if options.accept and not faults:
            accept(desk)
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
    newest = f"{backups[0].made_at.astimezone():%Y-%m-%d %H:%M}" if backups else "none yet"
    print(f"Verified backups: {len(backups)}, the newest: {newest}.")
    return 0


@contextlib.contextmanager
def _progress(label: str) -> Iterator[Callable[[int, int], None]]:
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
