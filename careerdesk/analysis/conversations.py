"""Conversations counted by month; one dated later than today does not count yet."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerdesk.analysis.months import Month

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from careerdesk.domain.network import ContactId, Conversation, ConversationId, Participant


@dataclass(frozen=True, slots=True)
class MonthTalk:
    """The conversations of one month.

    ``minutes`` sums those whose length is known, ``unknown_length`` counts the others, ``people``
    counts the different contacts who took part.
    """

    month: Month
    conversations: int
    minutes: int
    unknown_length: int
    people: int


def conversations_by_month(
    conversations: Iterable[Conversation], participants: Iterable[Participant], *, today: date
) -> tuple[MonthTalk, ...]:
    """Return every month from the first conversation to this month, empty ones included."""
    months: defaultdict[Month, list[Conversation]] = defaultdict(list)
    for conversation in conversations:
        if conversation.on <= today:
            months[Month.of(conversation.on)].append(conversation)
    if not months:
        return ()
    people = people_of(participants)
    return tuple(
        MonthTalk(
            month=month,
            conversations=len(held := months.get(month, [])),
            minutes=sum(conversation.minutes or 0 for conversation in held),
            unknown_length=sum(conversation.minutes is None for conversation in held),
            people=len(set().union(*(people.get(conversation.id, ()) for conversation in held))),
        )
        for month in min(months).until(Month.of(today))
    )


def people_of(participants: Iterable[Participant]) -> dict[ConversationId, set[ContactId]]:
    """Return who took part in each conversation that has people."""
    people: defaultdict[ConversationId, set[ContactId]] = defaultdict(set)
    for participant in participants:
        people[participant.conversation_id].add(participant.contact_id)
    return dict(people)


def different_people(
    conversations: Iterable[Conversation], participants: Iterable[Participant], *, today: date
) -> int:
    """Return with how many different contacts the user has talked up to today."""
    held = {conversation.id for conversation in conversations if conversation.on <= today}
    return len({item.contact_id for item in participants if item.conversation_id in held})


def conversations_ahead(conversations: Iterable[Conversation], *, today: date) -> int:
    """Return how many conversations are dated later than today, and so do not count yet."""
    return sum(conversation.on > today for conversation in conversations)
