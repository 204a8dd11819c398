"""The command line: what can be said there; ``commands`` does it. Nothing here imports Qt.

Exit status: 0 done; 1 something is wrong with the user's files, said in one sentence on standard
error; 2 the command itself was not understood.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from careerdesk import __version__, assessment_commands, commands, import_commands, role_commands
from careerdesk.domain.errors import CareerDeskError
from careerdesk.domain.fields import undirected
from careerdesk.domain.records import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

Act = Callable[[argparse.Namespace], int]
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
        print(f"careerdesk: {undirected(str(error))}", file=sys.stderr)
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
    added = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(act: Act, text: str, *, needs_desk: bool = True) -> argparse.ArgumentParser:
        name = act.__name__.strip("_").replace("_", "-")
        made = added.add_parser(name, help=text, description=text)
        made.set_defaults(act=act)
        desk_help = "a NAME.careerdesk file"
        if needs_desk:
            made.add_argument("desk", metavar="DESK", help=desk_help)
        else:
            made.add_argument("desk", metavar="DESK", nargs="?", help=f"{desk_help}, for your own")
        return made

    made = command(commands.new, "Make a new desk.")
    made.add_argument("--example", action="store_true", help="fill it with the fictional example")
    made = command(commands.summary, "Say what is on a desk.")
    _add_json(made)
    made = command(
        commands.import_, "Bring in a LinkedIn export, CSV files or a CareerDesk JSON file."
    )
    made.add_argument("files", metavar="FILE", nargs="+", type=Path, help="zip, folder, CSV, JSON")
    made.add_argument("--dry-run", action="store_true", help="show the plan, change nothing")
    made.add_argument(
        "--table",
        metavar="KIND",
        choices=KINDS,
        help=f"which kind of record a CSV file holds: {', '.join(KINDS)}",
    )
    _add_json(made)
    made = command(commands.export, "Write everything on a desk in an open format.")
    _add_out(made, "FILE", "a JSON file, or a zip or folder of CSV files")
    made.add_argument("--format", choices=("json", "csv"), help="default: by the name of FILE")
    made = command(
        commands.portfolio,
        "Write the career portfolio as a PDF, with the sections, order and records chosen on the "
        "Portfolio page.",
    )
    _add_out(made, "OUT.pdf", "the PDF file")
    made.add_argument(
        "--paper", choices=("a4", "letter"), default="", help="default: as chosen on the desk"
    )
    made.add_argument(
        "--include-private", action="store_true", help="show private records and fields too"
    )
    made = command(commands.charts, "Write all charts.")
    _add_out(made, "DIR", "the folder they go to")
    made.add_argument("--format", choices=("png", "svg", "pdf", "csv"), default="png")
    made = command(commands.log, "Log time or a conversation.")
    made.add_argument(
        "text", metavar="TEXT", nargs="+", help='"45 min on Inspired", "coffee with Ada 30 min"'
    )
    _add_role_commands(command)
    made = command(commands.history, "List the changes of a desk, newest first.")
    made.add_argument("--limit", type=_positive, metavar="N", help="only the newest N")
    _add_json(made)
    command(commands.undo, "Take back the last change.")
    command(commands.redo, "Repeat the change taken back last.")
    command(commands.backup, "Make a verified backup beside the desk.")
    made = command(
        commands.restore, "Put a backup in the place of a desk, keeping what it replaces."
    )
    made.add_argument("backup", metavar="BACKUP", type=Path, help="the backup file")
    made = command(commands.check, "Look at every record and byte of a desk.")
    made.add_argument(
        "--accept", action="store_true", help="take what another program changed as it is"
    )
    return parser


def _add_role_commands(command: Callable[..., argparse.ArgumentParser]) -> None:
    made = command(
        assessment_commands.assess, "Score an assessment whose answers stand in a JSON file."
    )
    made.add_argument(
        "--answers",
        metavar="FILE",
        type=Path,
        required=True,
        help='such as {"on": "2026-01-31", "skills": {"python": 3, "nlp": null}, '
        '"interests": {"R1": 4}, "goals": {"impact": 5}, "top_goals": ["impact"]}; '
        "null is not sure, and every part may be left out",
    )
    _add_json(made)
    made = command(role_commands.roles, "List the roles of the catalogue.", needs_desk=False)
    made.add_argument("--search", metavar="TEXT", default="", help="only those that say this")
    _add_json(made)
    made = command(import_commands.import_role, "Bring in roles of O*NET or ESCO as your own.")
    made.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        type=Path,
        help="the zip or folder of the O*NET database (text) or of ESCO (CSV), or files of them",
    )
    choice = made.add_mutually_exclusive_group()
    choice.add_argument(
        "--only",
        metavar="CODE",
        action="append",
        help="only this one, by code or URI, such as 15-2051.00; may be repeated, and several "
        "may stand with commas between them",
    )
    choice.add_argument(
        "--all", action="store_true", help="all, even if there are more than 50 in the files"
    )
    choice.add_argument(
        "--search", metavar="TEXT", help="list those called so, or all for '', and change nothing"
    )
    known = made.add_mutually_exclusive_group()
    known.add_argument(
        "--update",
        action="store_true",
        help="bring roles that you have to the version of the files, over your own edits",
    )
    known.add_argument(
        "--keep", action="store_true", help="leave roles as they are that you have (the default)"
    )
    made.add_argument("--dry-run", action="store_true", help="show the plan, change nothing")
    _add_json(made)
    made = command(role_commands.target, "Aim at a role.")
    made.add_argument(
        "role",
        metavar="ROLE",
        help="its id, as `careerdesk roles` lists it, its title or its code, such as 15-2051.00",
    )
    made = command(role_commands.match, "Compare yourself with every role.")
    made.add_argument(
        "--by", choices=("coverage",), help="default: families by interests, in them by coverage"
    )
    _add_json(made)
    made = command(role_commands.gap, "Say what is missing for a role.")
    made.add_argument("--role", metavar="ROLE", help="default: the role aimed at")
    made.add_argument(
        "--as-of", metavar="DATE", type=_day, help="as it was on a day, such as 2026-01-31"
    )
    _add_json(made)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-01-31") from None


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON for other programs")


def _add_out(parser: argparse.ArgumentParser, metavar: str, text: str) -> None:
    parser.add_argument("-o", "--out", metavar=metavar, type=Path, required=True, help=text)
