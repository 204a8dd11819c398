from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.domain.network import Contact
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.domain.touched import NAMED_AT_MOST
from careerdesk.services import records, skills
from careerdesk.services.changes import Changes
from careerdesk.services.desk import create_desk
from careerdesk.services.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime
    from pathlib import Path

    from careerdesk.services.desk import Desk

import pytest


@pytest.fixture
def told(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[tuple[Desk, Shelf]]:
    """A desk, and a shelf that hears of its changes."""
    changes = Changes()
    with create_desk(tmp_path / "a.careerdesk", clock=clock, on_change=changes.publish) as desk:
        shelf = Shelf(desk)
        changes.subscribe(shelf.note)
        yield desk, shelf


def test_that_what_was_read_follows_every_change_undo_and_redo(told: tuple[Desk, Shelf]) -> None:
    desk, shelf = told
    assert shelf.all(Skill) == []
    python = Skill.new("Python")
    records.add(desk, python)
    assert shelf.all(Skill) == [python]
    loved = records.edit(desk, python, interest=4)
    assert shelf.find(Skill, python.id) == loved
    records.remove(desk, [loved])
    assert shelf.find(Skill, python.id) is None
    desk.undo()
    assert shelf.all(Skill) == [loved]
    desk.undo()
    desk.redo()
    assert shelf.all(Skill) == [loved]


def test_that_a_change_too_large_to_name_is_read_again(told: tuple[Desk, Shelf]) -> None:
    desk, shelf = told
    assert shelf.all(Contact) == []
    with desk.change("Import") as tx:
        tx.add_many(Contact.new(f"Person {number}") for number in range(NAMED_AT_MOST + 1))
    assert len(shelf.all(Contact)) == NAMED_AT_MOST + 1


def test_that_what_is_derived_is_computed_again_only_after_its_kinds_change(
    told: tuple[Desk, Shelf], clock: Callable[[], datetime]
) -> None:
    desk, shelf = told
    today: date = clock().date()
    python = Skill.new("Python")
    records.add(desk, python)
    asked: list[int] = []

    def count() -> int:
        asked.append(1)
        return len(shelf.all(Rating))

    assert [shelf.derived("ratings", [Rating], count) for _ in range(2)] == [0, 0]
    records.add(desk, Contact.new("Ada"))
    assert shelf.derived("ratings", [Rating], count) == 0
    assert len(asked) == 1
    skills.rate_skill(desk, python, today, Level.AWARE)
    assert shelf.derived("ratings", [Rating], count) == 1
    assert [one.level for one in shelf.grouped(Rating, "skill_id")[python.id]] == [Level.AWARE]


def test_that_all_records_of_the_shelf_are_those_of_the_desk(told: tuple[Desk, Shelf]) -> None:
    desk, shelf = told
    records.add(desk, Skill.new("Python"))
    records.add(desk, Contact.new("Ada"))
    assert shelf.records() == desk.records()


def test_that_a_kind_is_gathered_step_by_step_while_it_changes(told: tuple[Desk, Shelf]) -> None:
    desk, shelf = told
    people = [Contact.new(f"Person {number}") for number in range(7)]
    with desk.change("Import") as tx:
        tx.add_many(people)
    assert not shelf.gather(Contact, 3)
    first, *_, last = sorted(people, key=lambda one: one.id)
    records.remove(desk, [first])
    renamed = records.edit(desk, last, name="Renamed")
    added = Contact.new("Added")
    records.add(desk, added)
    while not shelf.gather(Contact, 3):
        pass
    assert set(shelf.all(Contact)) == set(desk.all(Contact))
    assert {renamed, added} <= set(shelf.all(Contact))
    assert shelf.gather(Contact, 3)


def test_that_gathering_begins_anew_after_a_change_too_large_to_name(
    told: tuple[Desk, Shelf],
) -> None:
    desk, shelf = told
    with desk.change("Import") as tx:
        tx.add_many(Contact.new(f"Person {number}") for number in range(5))
    assert not shelf.gather(Contact, 2)
    with desk.change("Import") as tx:
        tx.add_many(Contact.new(f"Person {number}") for number in range(NAMED_AT_MOST + 1))
    assert not shelf.gather(Contact, 2)
    assert len(shelf.all(Contact)) == NAMED_AT_MOST + 6
    assert shelf.gather(Contact, 2)


def test_that_what_was_let_go_is_read_again_and_still_follows(told: tuple[Desk, Shelf]) -> None:
    desk, shelf = told
    python = Skill.new("Python")
    records.add(desk, python)
    assert shelf.grouped(Skill, "group_id") == {None: [python]}
    shelf.let_go(Skill)
    records.edit(desk, python, interest=4)
    (changed,) = shelf.all(Skill)
    assert changed.interest == 4
    assert shelf.grouped(Skill, "group_id") == {None: [changed]}
