from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from careerdesk.domain.learning import Certificate
from careerdesk.domain.network import (
    Contact,
    Conversation,
    ConversationKind,
    FollowUp,
    Participant,
)
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.touched import Touched
from careerdesk.services.waiting import WaitingCounter

if TYPE_CHECKING:
    from careerdesk.services.desk import Desk

TODAY = date(2030, 1, 10)


def waiting(desk: Desk) -> dict[str, int]:
    return WaitingCounter(desk).count(TODAY)


def test_that_nothing_waits_on_an_empty_desk(desk: Desk) -> None:
    assert waiting(desk) == {}


def test_that_people_and_follow_ups_wait_from_the_day_they_are_due(desk: Desk) -> None:
    ada = replace(Contact.new("Ada"), cadence_days=30)
    talk = Conversation.new(TODAY - timedelta(days=29), ConversationKind.CALL)
    with desk.change("Add") as tx:
        tx.add(ada, talk, Participant.new(talk.id, ada.id), Contact.new("Without a rhythm"))
        tx.add(FollowUp.new("Tomorrow", TODAY + timedelta(days=1)))
        tx.add(replace(FollowUp.new("Done", TODAY), done_on=TODAY))
    assert waiting(desk) == {}
    assert WaitingCounter(desk).count(TODAY + timedelta(days=1)) == {"network": 2}


@pytest.mark.parametrize(
    ("expires", "waits"),
    [
        ("2030-01-09", False),
        ("2030-01-10", True),
        ("2030-02-09", True),
        ("2030-02-10", False),
        ("2030-01", True),
        ("2030", False),
    ],
)
def test_that_certificates_wait_while_they_can_be_renewed(
    desk: Desk, expires: str, waits: bool
) -> None:
    with desk.change("Add") as tx:
        tx.add(replace(Certificate.new("Cloud"), expires=PartialDate(expires)))
        tx.add(Certificate.new("For good"))
    assert waiting(desk) == ({"learning": 1} if waits else {})


def test_that_only_what_was_touched_is_counted_again(desk: Desk) -> None:
    counter = WaitingCounter(desk)
    assert counter.count(TODAY) == {}
    with desk.change("Add") as tx:
        tx.add(FollowUp.new("Today", TODAY), replace(Contact.new("Ada"), cadence_days=30))
    counter.forget(Touched.whole({"follow_up"}))
    assert counter.count(TODAY) == {"network": 1}
    counter.forget(Touched.whole({"contact"}))
    assert counter.count(TODAY) == {"network": 2}
    assert counter.count(TODAY + timedelta(days=1)) == {"network": 2}


def test_that_the_last_day_of_the_calendar_is_no_error(desk: Desk) -> None:
    with desk.change("Add") as tx:
        tx.add(replace(Certificate.new("Cloud"), expires=PartialDate("9999-12-31")))
    assert WaitingCounter(desk).count(date.max) == {"learning": 1}
