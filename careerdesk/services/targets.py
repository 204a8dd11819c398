"""Where documents and exports may be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.domain.errors import FileProblemError
from careerdesk.services.desk import SUFFIX

if TYPE_CHECKING:
    from pathlib import Path


def check_target(out: Path) -> None:
    """Refuse to write a document or an export over a desk.

    Raises:
        FileProblemError: the name is that of a desk; nothing was written.
    """
    if out.suffix.lower() == SUFFIX:
        raise FileProblemError(
            f"{out} is the name of a desk, so nothing was written there. Choose another name."
        )
