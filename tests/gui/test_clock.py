from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from careerdesk.gui.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no TZ")
@pytest.mark.parametrize(
    ("zone", "hour", "today"),
    [
        ("XXX-14", 9, date(2030, 1, 1)),
        ("XXX-14", 10, date(2030, 1, 2)),
        ("XXX+11", 10, date(2029, 12, 31)),
        ("XXX+11", 11, date(2030, 1, 1)),
        ("UTC", 23, date(2030, 1, 1)),
    ],
    indirect=["zone"],
)
@pytest.mark.usefixtures("zone")
def test_that_today_is_the_day_on_this_computers_calendar(hour: int, today: date) -> None:
    assert Clock(lambda: datetime(2030, 1, 1, hour, 30, tzinfo=UTC)).today() == today
