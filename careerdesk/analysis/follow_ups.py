"""What was promised and is due, and who has not been spoken to for longer than planned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.domain.network import Contact, FollowUp

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdesk.domain.network import ContactId, Conversation, Participant
    from careerdesk.domain.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class DueFollowUp:
    """A follow-up not done yet; ``days_late`` is 0 on its day and negative before."""

    follow_up: FollowUp
    days_late: int


@dataclass(frozen=True, slots=True)
class QuietContact:
    """A person due for a conversation by the cadence the user set.

    ``last`` is the day of the latest conversation, None if there was none; then the day they met
    counts. ``days_over`` is how long the cadence has passed, None if neither day is known.
    """

    contact: Contact
    last: date | None
    days_over: int | None


def due_follow_ups(
    follow_ups: Iterable[FollowUp], *, today: date, within_days: int = 0
) -> tuple[DueFollowUp, ...]:
    """Return what is open and overdue, due today or due within some days, the most late first."""
    due = (
        DueFollowUp(item, (today - item.due).days) for item in follow_ups if item.done_on is None
    )
    return tuple(
        sorted(
            (item for item in due if item.days_late >= -within_days),
            key=lambda item: (-item.days_late, item.follow_up.title.casefold()),
        )
    )


def last_conversations(
    conversations: Iterable[Conversation], participants: Iterable[Participant], *, today: date
) -> dict[ContactId, date]:
    """Return the day of the latest conversation with each contact, up to today."""
    days = {item.id: item.on for item in conversations if item.on <= today}
    last: dict[ContactId, date] = {}
    for participant in participants:
        day = days.get(participant.conversation_id)
        if day is not None:
            last[participant.contact_id] = max(day, last.get(participant.contact_id, day))
    return last


def quiet_contacts(
    contacts: Iterable[Contact],
    conversations: Iterable[Conversation],
    participants: Iterable[Participant],
    *,
    today: date,
) -> tuple[QuietContact, ...]:
    """Return whom to write to: people quiet for at least their cadence, the longest first.

    People without a cadence never appear; those with neither conversation nor known day of
    meeting come last.
    """
    last = last_conversations(conversations, participants, today=today)
    quiet: list[QuietContact] = []
    for contact in contacts:
        if contact.cadence_days is None:
            continue
        over = days_over(contact.cadence_days, last.get(contact.id), contact.met, today=today)
        if over is None or over >= 0:
            quiet.append(QuietContact(contact, last.get(contact.id), over))
    return tuple(sorted(quiet, key=lambda item: longest_first(item.days_over, item.contact.name)))


def days_over(
    cadence_days: int, last: date | None, met: PartialDate | None, *, today: date
) -> int | None:
    """Return how long ago a cadence has passed, negative before; None with no day to count from."""
    since = last or (met.last_day() if met else None)
    return (today - since).days - cadence_days if since else None


def longest_first(over: int | None, name: str) -> tuple[bool, int, str]:
    """Return what quiet people are sorted by."""
    return (over is None, -(over or 0), name.casefold())
