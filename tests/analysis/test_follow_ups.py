from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from careerdesk.analysis.follow_ups import due_follow_ups, quiet_contacts
from careerdesk.domain.network import (
    Contact,
    Conversation,
    ConversationKind,
    FollowUp,
    Participant,
)
from careerdesk.domain.partial_date import PartialDate

TODAY = date(2026, 11, 23)


def follow_up(days: int, title: str = "Write") -> FollowUp:
    return FollowUp.new(title, TODAY + timedelta(days=days))


@given(st.lists(st.integers(-20, 20), max_size=10), st.integers(0, 14))
def test_that_everything_open_up_to_the_day_is_due(days: list[int], within: int) -> None:
    due = due_follow_ups([follow_up(day) for day in days], today=TODAY, within_days=within)
    assert sorted(-item.days_late for item in due) == sorted(day for day in days if day <= within)
    assert [item.days_late for item in due] == sorted(
        (item.days_late for item in due), reverse=True
    )


def test_that_what_is_done_is_not_due_and_today_is_not_overdue() -> None:
    done = replace(follow_up(-3), done_on=TODAY)
    now, late = follow_up(0, "b"), follow_up(-1, "a")
    due = due_follow_ups([done, now, late], today=TODAY)
    assert [item.follow_up for item in due] == [late, now]


def test_that_people_quiet_beyond_their_cadence_are_listed_the_longest_first() -> None:
    def person(name: str, cadence: int | None, met: str | None = None) -> Contact:
        return replace(
            Contact.new(name), cadence_days=cadence, met=PartialDate(met) if met else None
        )

    quiet = person("Quiet", 30)
    fresh = person("Fresh", 30)
    due_now = person("Due", 10)
    no_plan = person("No plan", None)
    only_met = person("Only met", 30, "2026")
    met_before = person("Met before", 30, "2025-06")
    never = person("Never", 30)
    talks = {quiet: (100, 47), fresh: (29,), due_now: (10,), no_plan: (400,), only_met: ()}
    held, participants = [], []
    for contact, days in talks.items():
        for back in days:
            held.append(Conversation.new(TODAY - timedelta(days=back), ConversationKind.CALL))
            participants.append(Participant.new(held[-1].id, contact.id))
    ahead = Conversation.new(TODAY + timedelta(days=2), ConversationKind.CALL)
    result = quiet_contacts(
        [never, due_now, quiet, fresh, no_plan, only_met, met_before],
        [*held, ahead],
        [*participants, Participant.new(ahead.id, quiet.id)],
        today=TODAY,
    )
    assert [(item.contact.name, item.days_over) for item in result] == [
        ("Met before", 481), ("Quiet", 17), ("Due", 0), ("Never", None),
    ]  # fmt: skip
    assert [item.last for item in result][1:3] == [
        TODAY - timedelta(days=47), TODAY - timedelta(days=10),
    ]  # fmt: skip
