"""Work and study so far: positions, pay, education; each writing function is one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.domain.experience import Education, Pay, Position

if TYPE_CHECKING:
    from careerdesk.domain.partial_date import PartialDate
    from careerdesk.storage.desk import Desk


def positions(desk: Desk) -> list[Position]:
    """Return all positions, the latest first; one without dates comes last."""
    return sorted(desk.all(Position), key=lambda one: _latest(one.started, one.ended), reverse=True)


def pay_history(desk: Desk) -> list[Pay]:
    """Return what was paid, from the earliest on; an entry without a date comes first."""
    return sorted(desk.all(Pay), key=lambda one: one.since.text if one.since else "")


def education(desk: Desk) -> list[Education]:
    """Return all education, the latest first."""
    return sorted(
        desk.all(Education), key=lambda one: _latest(one.started, one.ended), reverse=True
    )


def _latest(started: PartialDate | None, ended: PartialDate | None) -> tuple[str, str]:
    """Order by the end, what still lasts after everything, then by the start."""
    if started is None and ended is None:
        return "", ""
    return (ended.text if ended else "9999"), (started.text if started else "")
