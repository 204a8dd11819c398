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
    if is_for_command_line(arguments):
        from careerdesk.cli import run

        return run(arguments)
    gc.disable()  # until the window stands: its imports make much that lives for ever
    from careerdesk.app import run as run_window

    return run_window(sys.argv)


def is_for_command_line(arguments: list[str]) -> bool:
    """Say whether these arguments are for the command line and not for the window.

    Decided here, so that the window does not wait for the parser to be imported.
    """
    words = [word for word in arguments if not word.startswith("-")]
    asks = bool({"-h", "--help", "--version"} & set(arguments))
    return asks or len(words) > 1 or (bool(words) and words[0] in COMMANDS)


if __name__ == "__main__":
    raise SystemExit(main())
