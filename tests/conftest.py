"""What all tests share: a desk in a temporary folder, and Qt without a screen."""

from __future__ import annotations

import gc
import os
import runpy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

# Both must happen before anything imports Qt or a generated form.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
runpy.run_path(str(ROOT / "packaging" / "build_assets.py"))["build"](ROOT)

from empty_desks import NOON, put_empty_desk  # noqa: E402

from careerdesk.services.desk import Desk, open_desk  # noqa: E402

# How long an example takes says nothing on a shared machine; timings live in benchmarks.
settings.register_profile("careerdesk", deadline=None)
settings.load_profile("careerdesk")


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that stands still at noon."""
    return lambda: NOON


@pytest.fixture
def desk(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Desk]:
    """An empty desk, closed at the end."""
    with open_desk(put_empty_desk(tmp_path / "test.careerdesk"), clock=clock) as made:
        yield made


def pytest_collection_finish() -> None:
    """Set aside what stays until the end, thousands of tests among it.

    Every test of the window looks for what it has left behind, and would walk through all of it.
    """
    gc.collect()
    gc.freeze()
