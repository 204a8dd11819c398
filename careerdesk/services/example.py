"""The example desk: a fictional change of career to look around in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.domain.records import COLLECTIONS
from careerdesk.exchange.example_source import example_records
from careerdesk.services.desk import create_desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from careerdesk.storage.desk import Desk

TITLE = "Create the example desk"


def create_example_desk(
    path: Path,
    today: date,
    *,
    on_change: Callable[[frozenset[str]], None] | None = None,
) -> Desk:
    """Make a desk whose story ends today; if it cannot be filled, no desk stays behind.

    Raises:
        FileProblemError: a file is there, or the folder cannot be written.
    """
    desk = create_desk(path, on_change=on_change)
    try:
        fill_example(desk, today)
    except BaseException:
        desk.close()
        path.unlink(missing_ok=True)
        raise
    return desk


def fill_example(desk: Desk, today: date) -> None:
    """Put the example's records on a desk, as one change that can be undone."""
    records, contents = example_records(today)
    with desk.change(TITLE) as tx:
        for content in contents.values():
            tx.keep(content)
        tx.put(records.profile)
        tx.put(records.preferences)
        for name in COLLECTIONS:  # parents stand before what names them
            tx.add_many(getattr(records, name))
