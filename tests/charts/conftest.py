"""A rich desk, made up once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from chart_desks import rich_records

if TYPE_CHECKING:
    from careerdesk.domain.records import Records


@pytest.fixture(scope="session")
def records() -> Records:
    """A desk with something for every chart."""
    return rich_records()
