"""Start CareerDesk: ``careerdesk`` or ``python -m careerdesk``.

With a command such as ``summary`` it does one thing without a window and without Qt; with a desk
or nothing it opens the window.
"""

from __future__ import annotations

import gc
import os
import sys


def main() -> int:
    """Run the program and return its exit status."""
    os.umask(0o077)  # what CareerDesk writes is for its user only
    arguments = sys.argv[1:]
    if not _are_for_the_window(arguments):
        from careerdesk import cli

        if cli.is_addressed(arguments):
            return cli.run(arguments)
    gc.disable()  # until the window stands: its imports make much that lives for ever
    from careerdesk.app import run as run_window

    return run_window(sys.argv)


def _are_for_the_window(arguments: list[str]) -> bool:
    """Say whether that is clear at a glance, so that the command line need not be imported."""
    return (
        all(
            word == "--startup-report"
            or (word.endswith(".careerdesk") and not word.startswith("-"))
            for word in arguments
        )
        and len(arguments) <= 2
    )


if __name__ == "__main__":
    raise SystemExit(main())
