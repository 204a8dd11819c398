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


def add_position(desk: Desk, position: Position) -> None:
    """Add a position."""
    with desk.change(f"Add position {position.title}") as tx:
        tx.add(position)


def edit_position(desk: Desk, position: Position) -> None:
    """Store a changed position."""
    with desk.change(f"Edit position {position.title}") as tx:
        tx.replace(position)


def remove_position(desk: Desk, position: Position) -> None:
    """Delete a position, with what it paid and the files attached to it."""
    with desk.change(f"Delete position {position.title}") as tx:
        tx.remove(position)


def pay_history(desk: Desk) -> list[Pay]:
    """Return what was paid, from the earliest on; an entry without a date comes first."""
    return sorted(desk.all(Pay), key=lambda one: one.since.text if one.since else "")


def add_pay(desk: Desk, pay: Pay) -> None:
    """Add what was paid from a date on; its title in the history names no figure."""
    with desk.change(f"Add pay since {pay.since}" if pay.since else "Add pay") as tx:
        tx.add(pay)


def edit_pay(desk: Desk, pay: Pay) -> None:
    """Store a changed entry of the pay history."""
    with desk.change(f"Edit pay since {pay.since}" if pay.since else "Edit pay") as tx:
        tx.replace(pay)


def remove_pay(desk: Desk, pay: Pay) -> None:
    """Delete an entry of the pay history."""
    with desk.change(f"Delete pay since {pay.since}" if pay.since else "Delete pay") as tx:
        tx.remove(pay)


def education(desk: Desk) -> list[Education]:
    """Return all education, the latest first."""
    return sorted(
        desk.all(Education), key=lambda one: _latest(one.started, one.ended), reverse=True
    )


def add_education(desk: Desk, entry: Education) -> None:
    """Add a course of study."""
    with desk.change(f"Add education {entry.school}") as tx:
        tx.add(entry)


def edit_education(desk: Desk, entry: Education) -> None:
    """Store a changed course of study."""
    with desk.change(f"Edit education {entry.school}") as tx:
        tx.replace(entry)


def remove_education(desk: Desk, entry: Education) -> None:
    """Delete a course of study with the files attached to it."""
    with desk.change(f"Delete education {entry.school}") as tx:
        tx.remove(entry)


def _latest(started: PartialDate | None, ended: PartialDate | None) -> tuple[str, str]:
    """Order by the end, what still lasts after everything, then by the start."""
    if started is None and ended is None:
        return "", ""
    return (ended.text if ended else "9999"), (started.text if started else "")
