"""Names offered while a line is typed, and lines offered from what was logged last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from careerdesk.domain.learning import LearningItem, StudySession
from careerdesk.domain.network import Contact, Conversation, ConversationKind, Participant
from careerdesk.domain.skills import Skill
from careerdesk.domain.touched import Touched
from careerdesk.services.log_names import LogNames, recent_lines
from careerdesk.services.quick_log import log, understand

if TYPE_CHECKING:
    from careerdesk.services.desk import Desk

TODAY = date(2030, 1, 10)


@pytest.fixture
def names(desk: Desk) -> LogNames:
    with desk.change("Set up") as tx:
        tx.add(
            LearningItem.new("Inspired"),
            LearningItem.new("Talks on design"),
            Skill.new("Interviews"),
            Contact.new("Łukasz Nowak"),
            Contact.new("Mara Testov", organization="Acme"),
            Contact.new("Mara Testov", organization="Fjord"),
        )
    return LogNames(desk)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("45 min on in", ("Inspired", "Interviews")),
        ("45 min on Talks on de", ("Talks on design",)),
        ("45 min on design", ("Talks on design",)),
        ("coffee with luk", ("Łukasz Nowak",)),
        ("coffee with no", ("Łukasz Nowak",)),
        ("message to Ada and luk", ("Łukasz Nowak",)),
        ("20 min call with ma", ("Mara Testov (Acme)", "Mara Testov (Fjord)")),
        ("yesterday coffee with Ada, luk", ("Łukasz Nowak",)),
    ],
)
def test_that_the_name_being_typed_is_offered_whole(
    names: LogNames, text: str, offered: tuple[str, ...]
) -> None:
    found = names.completion(text)
    assert found is not None
    assert found.names == offered


@pytest.mark.parametrize(
    "text",
    [
        "",
        "45 min",
        "45 min on ",
        "45 min on Inspired",
        "coffee with Zed",
        "coffee with Ada: on luk",
    ],
)
def test_that_nothing_is_offered_where_nothing_is_missing(names: LogNames, text: str) -> None:
    assert names.completion(text) is None


def test_that_what_is_offered_takes_the_place_of_what_was_typed(names: LogNames) -> None:
    text = "coffee with Ada and luk"
    found = names.completion(text)
    assert found is not None
    assert text[: found.start] + found.names[0] == "coffee with Ada and Łukasz Nowak"


def test_that_names_follow_the_changes_of_the_desk(desk: Desk, names: LogNames) -> None:
    assert names.completion("coffee with Zoe") is None
    with desk.change("Add") as tx:
        tx.add(Contact.new("Zoe Example"))
    names.forget(Touched.whole({"contact"}))
    assert names.completion("coffee with Zoe") is not None


def test_that_the_lines_offered_log_the_same_again(desk: Desk) -> None:
    for line in (
        "yesterday 1 h 40 min on Inspired",
        "yesterday 30 min on Inspired",
        "2 days ago coffee with Ada Byron 30 min",
        "3 days ago lunch with Grace",
        "4 days ago 20 min on Cloud",
    ):
        log(desk, line, TODAY)
    offered = recent_lines(desk, TODAY, 3)
    assert offered == ["30 min on Inspired", "coffee with Ada Byron 30 min", "talk with Grace"]
    for line in offered:
        assert not understand(desk, line, TODAY).new_records


def test_that_nothing_is_offered_that_would_mean_something_else(desk: Desk) -> None:
    odd = LearningItem.new("Lunch with product people")
    pair = Contact.new("Smith and Jones")
    talk = Conversation.new(TODAY, ConversationKind.CALL)
    with desk.change("Odd names") as tx:
        tx.add(odd, pair, talk, Participant.new(talk.id, pair.id))
        tx.add(StudySession.new(TODAY, 30, learning_item_id=odd.id))
        tx.add(replace(StudySession.new(TODAY - timedelta(days=1), 30), note="on nothing"))
    assert recent_lines(desk, TODAY, 3) == []


def test_that_an_empty_desk_offers_nothing(desk: Desk) -> None:
    assert recent_lines(desk, TODAY, 3) == []
