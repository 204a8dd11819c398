"""Conversations counted by month or week; one dated later than today does not count yet."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from careerdesk.analysis.months import Month
from careerdesk.analysis.study_time import week_start
from careerdesk.domain.network import ConversationId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from careerdesk.analysis.period import Period
    from careerdesk.domain.network import ContactId, Conversation, Participant

S = TypeVar("S")

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Talk:
    """The conversations of one stretch of time.

    ``minutes`` sums those whose length is known, ``unknown_length`` counts the others, ``people``
    counts the different contacts who took part.
    """

    conversations: int
    minutes: int
    unknown_length: int
    people: int
    ids: tuple[ConversationId, ...]


@dataclass(frozen=True, slots=True)
class MonthTalk(Talk):
    """The conversations of one month."""

    month: Month


@dataclass(frozen=True, slots=True)
class WeekTalk(Talk):
    """The conversations of one week."""

    start: date


def conversations_by_month(
    conversations: Iterable[Conversation], participants: Iterable[Participant], *, today: date
) -> tuple[MonthTalk, ...]:
    """Return every month from the first conversation to this month, empty ones included."""
    months = _sorted_into(conversations, today, Month.of)
    if not months:
        return ()
    people = people_of(participants)
    return tuple(
        MonthTalk(*_summed(months.get(month, []), people), month)
        for month in min(months).until(Month.of(today))
    )


def conversations_by_week(
    conversations: Iterable[Conversation],
    participants: Iterable[Participant],
    *,
    period: Period,
    first_weekday: int = 0,
) -> tuple[WeekTalk, ...]:
    """Return every week that begins in a period, empty ones included; at least the last one."""
    weeks = _sorted_into(conversations, period.last, lambda on: week_start(on, first_weekday))
    people = people_of(participants)
    last = week_start(period.last, first_weekday)
    first = period.begin(min(weeks, default=last))
    starts = [last]
    while starts[-1] - first >= _WEEK:
        starts.append(starts[-1] - _WEEK)
    return tuple(
        WeekTalk(*_summed(weeks.get(start, []), people), start) for start in reversed(starts)
    )


def _sorted_into(
    conversations: Iterable[Conversation], last: date, slot_of: Callable[[date], S]
) -> dict[S, list[Conversation]]:
    slots: defaultdict[S, list[Conversation]] = defaultdict(list)
    for conversation in conversations:
        if conversation.on <= last:
            slots[slot_of(conversation.on)].append(conversation)
    return dict(slots)


def _summed(
    held: Sequence[Conversation], people: Mapping[ConversationId, set[ContactId]]
) -> tuple[int, int, int, int, tuple[ConversationId, ...]]:
    return (
        len(held),
        sum(conversation.minutes or 0 for conversation in held),
        sum(conversation.minutes is None for conversation in held),
        len(set().union(*(people.get(conversation.id, ()) for conversation in held))),
        tuple(conversation.id for conversation in held),
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
