#!/usr/bin/env python3
"""Set CareerDesk up once and start it, with nothing but Python 3.11 or newer and pip.

    python3 packaging/run.py                     opens the window
    python3 packaging/run.py summary DESK        arguments go to the program
    python3 packaging/run.py test [PYTEST ...]   installs what the tests need and runs them
    python3 packaging/run.py tool MODULE ...     runs a development tool, such as mypy or ruff

Any Python 3 can read this file and refuse in plain words; the rest (launcher.py, stamp.py,
set_up.py, system_libraries.py) is written for Python 3.11. Keep newer syntax out of here.
"""

import sys

NEEDED = (3, 11)


def main(version=tuple(sys.version_info)):
    # type: (tuple[int | str, ...]) -> int
    """Refuse an old Python, or hand over to the launcher."""
    if version[:2] < NEEDED:
        words = "CareerDesk needs Python {}.{} or newer; this is Python {}.{}."
        sys.stderr.write(words.format(*(NEEDED + tuple(version[:2]))) + "\n")
        return 1
    from pathlib import Path

    folder = str(Path(__file__).resolve().parent)
    if folder not in sys.path:  # with python3 -P it is not
        sys.path.insert(0, folder)
    import launcher

    return launcher.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
