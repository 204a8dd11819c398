"""Reading roles of O*NET and ESCO through the child, from the side that must stay unharmed."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from careerdesk.domain.errors import ImportProblemError
from careerdesk.domain.folding import fold
from careerdesk.exchange.drafts import Collector, Severity
from careerdesk.exchange.foreign_roles import ForeignRole, ForeignRoles, FromWire
from careerdesk.exchange.limits import DEFAULT_LIMITS
from careerdesk.exchange.reading import answers, check_path
from careerdesk.exchange.role_files import listed
from careerdesk.exchange.sources import UNCHANGED
from careerdesk.exchange.wire import deliver

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from careerdesk.exchange.limits import Limits

_STEPS: Final = 100
_WANTED: Final = (
    "the zip or folder of the O*NET database (text) or of ESCO (classification, CSV), or files of "
    "them"
)


def read_roles(
    paths: Sequence[Path],
    *,
    limits: Limits = DEFAULT_LIMITS,
    progress: Callable[[int, int], None] | None = None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> ForeignRoles:
    """Read the roles of O*NET or ESCO, of any release, from files, folders and zips.

    All paths are read together, since occupations, skills and what relates them are files of their
    own. Files are known by their columns; which of them were not read is among the problems.

    Args:
        paths: What the user chose.
        limits: What the files may ask for.
        progress: Called with the steps done and the steps there are.
        is_stopped: Says whether the user has given up, asked from another thread; the child is
            then ended at once, even in the middle of a file.

    Raises:
        StoppedError: the user has given up.
        ImportProblemError: one of the paths cannot be read at all, or there are no roles in them.
    """
    for path in paths:
        check_path(path, _WANTED)
    name = listed([path.name for path in paths])
    collector = Collector()
    roles: list[ForeignRole] = []
    made = FromWire()
    asked = {"roles": [str(path.absolute()) for path in paths]}
    with contextlib.closing(answers(asked, name, limits, is_stopped)) as told:
        for message in told:
            if message[0] == "role":
                roles.append(made(message[1]))
            elif message[0] != "progress":
                deliver(message, collector)
            elif progress is not None:
                _, done, size = message
                progress(_STEPS * done // max(1, size), _STEPS)
    problems = collector.collected().problems
    if not roles:
        first = next((one for one in problems if one.severity is Severity.ERROR), None)
        raise ImportProblemError(
            f"There are no roles in {name}. {first.reason if first else ''}".rstrip()
            + f" {UNCHANGED}; choose {_WANTED}.",
            file=first.file if first else name,
            line=first.line if first else None,
        )
    roles.sort(key=lambda role: (fold(role.title), role.identity))
    return ForeignRoles(roles=tuple(roles), problems=problems)
