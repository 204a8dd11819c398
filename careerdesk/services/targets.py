"""Where documents and exports may be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.domain.errors import FileProblemError
from careerdesk.services.desk import SUFFIX

if TYPE_CHECKING:
    from pathlib import Path


def check_target(out: Path, *, source: Path | None = None) -> None:
    """Refuse to write a document or an export over a desk.

    ``source`` is the file of the desk it is made from, which may have any name.

    Raises:
        FileProblemError: the name is that of a desk; nothing was written.
    """
    if out.suffix.lower() == SUFFIX or _leads_to(out, source):
        raise FileProblemError(
            f"{out} is the name of a desk, so nothing was written there. Choose another name."
        )


def _leads_to(out: Path, source: Path | None) -> bool:
    """Say whether a name is another one for the file, on disks that ignore case as well."""
    if source is None:
        return False
    try:
        return out.samefile(source)
    except OSError:  # nothing is there yet, or it cannot be looked at and so not written either
        return False
