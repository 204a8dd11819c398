"""The process in which foreign files are parsed, so that a hostile one can harm nothing else.

It is started as ``python -I -S -c ... <folder of the package>``: isolated from the environment,
from the current folder and from everything installed, so that it starts quickly and holds little
that could be abused. Because nothing is installed for it, the folder that holds the ``careerdesk``
package is told to it; it is the same mechanism in a checkout, an editable install and a wheel. In
a frozen bundle the executable is CareerDesk itself, which calls ``main`` when its first argument
is ``SWITCH``. This module and all it imports use the standard library alone.

The request is one line of JSON on the standard input, so that no path shows in the list of
processes; the answer goes to the standard output (``wire``). Before the first byte of a file is
read, the limits of the operating system are drawn: memory, processor time, no writing, no further
processes, few open files, no core dump. Windows has none of these; there the caps on sizes and
the parent's clock are what holds.
"""

from __future__ import annotations

import csv
import json
import os
import sys
from pathlib import Path
from typing import Any, Final

from careerdesk.domain.errors import ImportProblemError
from careerdesk.exchange.foreign import read_path
from careerdesk.exchange.limits import Limits
from careerdesk.exchange.role_files import read_role_paths
from careerdesk.exchange.sources import UNCHANGED
from careerdesk.exchange.wire import Pipe

SWITCH: Final = "--read-foreign-file"
BOOT: Final = (
    "import sys; sys.path.append(sys.argv[1]); from careerdesk.exchange.child import main; main()"
)


def main() -> None:
    """Answer one request, and nothing else, ever."""
    with os.fdopen(0, "rb") as requests, os.fdopen(1, "wb", closefd=False) as answers:
        request = json.loads(requests.readline())
        answer(request, Limits(**request["limits"]), Pipe(answers))


def answer(request: dict[str, Any], limits: Limits, pipe: Pipe) -> None:
    """Confine this process and read what is asked; every failure is told as a sentence.

    Records are read from one ``path``, roles of O*NET and ESCO from all of ``roles`` at once,
    because what one of their files says refers to the others.
    """
    name = request["name"]
    confine(limits)
    csv.field_size_limit(limits.record_chars)
    try:
        if "roles" in request:
            read_role_paths([Path(path) for path in request["roles"]], pipe, limits, pipe.progress)
        else:
            path, kind = Path(request["path"]), request["kind"]
            read_path(path, pipe, limits, kind=kind, progress=pipe.progress)
    except ImportProblemError as error:
        pipe.refuse(error)
    except (MemoryError, RecursionError):
        pipe.refuse(too_large(name))
    except OSError as error:
        pipe.refuse(unreadable(name, error))
    pipe.end()


def confine(limits: Limits) -> None:
    """Draw the limits of the operating system; each that it does not know is left out."""
    if sys.platform == "win32":
        return
    import resource  # not on Windows

    wanted = (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    )
    for limit, value in wanted:
        if value is not None:
            _lower(limit, value)


def _lower(limit: int, value: int) -> None:
    import resource

    _, hard = resource.getrlimit(limit)
    most = value if hard == resource.RLIM_INFINITY else min(value, hard)
    try:
        resource.setrlimit(limit, (most, most))
    except (OSError, ValueError):
        return  # macOS refuses a limit of memory; the caps on sizes are left


def too_large(name: str) -> ImportProblemError:
    """Return the sentence for a file that asks for more memory than a reading may have."""
    return ImportProblemError(
        f"{name} was not read to its end, because it needs more memory than an import may take. "
        f"{UNCHANGED}; import a part of it.",
        file=name,
    )


def unreadable(name: str, error: OSError) -> ImportProblemError:
    """Return the sentence for a file that the operating system does not give."""
    return ImportProblemError(
        f"{name} cannot be read ({error.strerror or 'it is not there'}). {UNCHANGED}; look whether "
        "the file is still there and whether you may read it.",
        file=name,
    )
