"""Empty desks for tests, made once by the steps of the program and copied from then on.

Two empty desks are the same to the byte, and there are thousands of tests that begin with one.
"""

from __future__ import annotations

import functools
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from careerdesk.services.desk import create_desk

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)


def put_empty_desk(path: Path) -> Path:
    """Put an empty desk file, closed, where none is."""
    with path.open("xb") as file:
        path.chmod(0o600)
        file.write(_contents())
    return path


@functools.cache
def _contents() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Empty.careerdesk"
        create_desk(path, clock=lambda: NOON).close()
        return path.read_bytes()
