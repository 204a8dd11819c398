from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerdesk.analysis.follow_ups import last_conversations
from careerdesk.domain.network import Contact, Conversation, ConversationKind, Participant
from careerdesk.domain.touched import Touched
from careerdesk.services import network, records
from careerdesk.services.changes import Changes
from careerdesk.services.desk import create_desk
from careerdesk.services.shelf import Shelf
from careerdesk.services.talks import TalkIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from careerdesk.services.desk import Desk

TODAY = date(2030, 1, 10)
Told = tuple["Desk", Shelf, list[Touched]]


@pytest.fixture
def told(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Told]:
    changes = Changes()
    heard: list[Touched] = []
    with create_desk(tmp_path / "a.careerdesk", clock=clock, on_change=changes.publish) as desk:
        shelf = Shelf(desk)
        changes.subscribe(shelf.note)
        changes.subscribe(heard.append)
        yield desk, shelf, heard


def talk(days_ago: int) -> Conversation:
    return Conversation.new(TODAY - timedelta(days=days_ago), ConversationKind.CALL)


def test_that_the_index_says_who_talked_and_when_last(told: Told) -> None:
    desk, shelf, _ = told
    ada, bo = Contact.new("Ada"), Contact.new("Bo")
    first, last, ahead = talk(9), talk(2), talk(-3)
    with desk.change("Add") as tx:
        tx.add(ada, bo)
        for one in (first, last, ahead):
            network.add_conversation(tx, one, [ada])
    index = shelf.kept(TalkIndex)
    assert index.last(ada.id, TODAY) == TODAY - timedelta(days=2)
    assert index.last(bo.id, TODAY) is None
    assert index.talks(ada.id) == [ahead.id, last.id, first.id]
    assert index.people(first.id) == [ada.id]


def test_that_a_change_of_who_took_part_concerns_both_sides(told: Told) -> None:
    desk, shelf, heard = told
    ada, bo, call = Contact.new("Ada"), Contact.new("Bo"), talk(1)
    with desk.change("Add") as tx:
        tx.add(ada, bo)
        network.add_conversation(tx, call, [ada])
    index = shelf.kept(TalkIndex)
    network.set_people(desk, call, [bo.id])
    assert index.contacts_of(heard[-1]) == frozenset([ada.id, bo.id])
    assert index.talks_of(heard[-1]) == frozenset([call.id])
    assert (index.last(ada.id, TODAY), index.last(bo.id, TODAY)) == (None, call.on)
    desk.undo()
    assert (index.last(ada.id, TODAY), index.last(bo.id, TODAY)) == (call.on, None)
    records.remove(desk, [call])
    assert index.contacts_of(heard[-1]) == frozenset([ada.id, bo.id])
    assert index.last(ada.id, TODAY) is None
    assert index.contacts_of(Touched.whole({"participant"})) is None


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(st.integers(0, 3), st.sets(st.integers(0, 2)), st.integers(-3, 9)), max_size=8
    ),
    undone=st.integers(0, 4),
)
def test_that_the_index_agrees_with_the_analysis_after_any_changes(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[int, set[int], int]],
    undone: int,
) -> None:
    changes = Changes()
    path = tmp_path_factory.mktemp("desk") / "a.careerdesk"
    with create_desk(path, on_change=changes.publish) as desk:
        shelf = Shelf(desk)
        changes.subscribe(shelf.note)
        people = [Contact.new(name) for name in "abc"]
        talks = [talk(number) for number in range(4)]
        with desk.change("Add") as tx:
            tx.add_many(people)
            tx.add_many(talks[:2])
        index = shelf.kept(TalkIndex)
        for at, who, ago in steps:
            stored = desk.find(Conversation, id=talks[at].id)
            if stored is None:
                network.log_conversation(desk, talks[at], [people[one] for one in who])
            elif not who:
                records.remove(desk, [stored])
            else:
                records.edit(desk, stored, on=TODAY - timedelta(days=ago))
                network.set_people(desk, stored, [people[one].id for one in who])
        for _ in range(undone):
            desk.undo()
        expected = last_conversations(desk.all(Conversation), desk.all(Participant), today=TODAY)
        for person in people:
            assert index.last(person.id, TODAY) == expected.get(person.id)


def test_that_those_read_at_first_are_found_in_whatever_order_they_were_stored(told: Told) -> None:
    desk, shelf, _ = told
    people = [Contact.new(f"Person {at}") for at in range(20)]
    call = talk(1)
    pairs = sorted((Participant.new(call.id, one.id) for one in people), key=lambda one: one.id)
    with desk.change("Add") as tx:
        tx.add(*people, call)
        for pair in reversed(pairs):
            tx.add(pair)
    index = shelf.kept(TalkIndex)
    for gone in (pairs[13], pairs[0], pairs[19]):
        records.remove(desk, [gone])
        assert gone.contact_id not in index.people(call.id)
        assert index.talks(gone.contact_id) == []
