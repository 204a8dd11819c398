from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from careerdesk.analysis.conversations import (
    conversations_ahead,
    conversations_by_month,
    different_people,
)
from careerdesk.analysis.months import Month
from careerdesk.domain.network import Contact, Conversation, ConversationKind, Participant

TODAY = date(2026, 11, 23)
HELD = st.lists(
    st.builds(
        Conversation.new,
        st.dates(TODAY - timedelta(days=700), TODAY + timedelta(days=40)),
        st.sampled_from(ConversationKind),
        st.none() | st.integers(1, 90),
    ),
    max_size=20,
)


@given(HELD)
def test_that_months_sum_to_what_was_held_up_to_today(held: list[Conversation]) -> None:
    months = conversations_by_month(held, [], today=TODAY)
    past = [item for item in held if item.on <= TODAY]
    assert sum(month.conversations for month in months) == len(past)
    assert sum(month.minutes for month in months) == sum(item.minutes or 0 for item in past)
    assert sum(month.unknown_length for month in months) == sum(
        item.minutes is None for item in past
    )
    assert conversations_ahead(held, today=TODAY) == len(held) - len(past)


@given(HELD)
def test_that_empty_months_are_kept(held: list[Conversation]) -> None:
    months = conversations_by_month(held, [], today=TODAY)
    if months:
        assert [talk.month for talk in months] == list(
            months[0].month.until(Month(TODAY.year, TODAY.month))
        )


def test_that_people_are_counted_once_a_month_and_once_in_all() -> None:
    ada, grace = Contact.new("Ada"), Contact.new("Grace")
    kind = ConversationKind.COFFEE
    first, second, ahead = (
        Conversation.new(TODAY - timedelta(days=days), kind) for days in (1, 0, -1)
    )
    participants = [
        Participant.new(first.id, ada.id),
        Participant.new(second.id, ada.id),
        Participant.new(ahead.id, grace.id),
    ]
    (month,) = conversations_by_month([first, second, ahead], participants, today=TODAY)
    assert (month.conversations, month.people) == (2, 1)
    assert different_people([first, second, ahead], participants, today=TODAY) == 1
