"""Start CareerDesk: ``careerdesk`` or ``python -m careerdesk``.

With a command such as ``summary`` it does one thing without a window and without Qt; with a desk
or nothing it opens the window.
"""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run the program and return its exit status."""
    os.umask(0o077)  # what CareerDesk writes is for its user only
    arguments = sys.argv[1:]
    from careerdesk import cli

    if cli.is_addressed(arguments):
        return cli.run(arguments)
    from careerdesk.app import run as run_window

    return run_window(sys.argv)


if __name__ == "__main__":
    raise SystemExit(main())
