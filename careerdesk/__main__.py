"""Start CareerDesk: ``careerdesk`` or ``python -m careerdesk``.

With a command such as ``summary`` it does one thing without a window and without Qt; with a desk
or nothing it opens the window.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import Final

COMMANDS: Final = frozenset(
    [
        "new",
        "summary",
        "import",
        "export",
        "portfolio",
        "charts",
        "log",
        "assess",
        "roles",
        "import-role",
        "target",
        "match",
        "gap",
        "history",
        "undo",
        "redo",
        "backup",
        "restore",
        "check",
    ]
)


def main() -> int:
    """Run the program and return its exit status."""
    os.umask(0o077)  # what CareerDesk writes is for its user only
    arguments = sys.argv[1:]
    if arguments == ["--read-foreign-file"]:  # a frozen program is its own child
        from careerdesk.exchange.child import main as answer_one_request

        answer_one_request()
        return 0
    if is_for_command_line(arguments):
        from careerdesk.cli import run

        return run(arguments)
    if not has_display():
        sys.stderr.write(
            "careerdesk: There is no display to open a window on. The commands need none; "
            "careerdesk --help lists them.\n"
        )
        return 1
    gc.disable()  # until the window stands: its imports make much that lives for ever
    from careerdesk.app import run as run_window

    return run_window(sys.argv)


def is_for_command_line(arguments: list[str]) -> bool:
    """Say whether these arguments are for the command line and not for the window.

    Decided here, so that the window does not wait for the parser to be imported.
    """
    words = [word for word in arguments if not word.startswith("-")]
    asks = bool({"-h", "--help", "--version"} & set(arguments))
    if asks or len(words) != 1:
        return asks or len(words) > 1
    return words[0] in COMMANDS or not _may_be_desk(words[0])


def _may_be_desk(word: str) -> bool:
    """Say whether a word is or names a file; any other is a mistyped command."""
    return any(mark in word for mark in (".careerdesk", os.sep)) or any(
        os.path.lexists(name) for name in (word, f"{word}.careerdesk")
    )


def has_display() -> bool:
    """Say whether a window can be shown; without a display Qt would abort the process."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


if __name__ == "__main__":
    raise SystemExit(main())
