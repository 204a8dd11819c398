"""Undo and redo: exact or refused, one step for one change, and across restarts."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from making import an_attachment

from careerdesk.domain.errors import UndoRefusedError
from careerdesk.domain.network import Contact
from careerdesk.domain.profile import PROFILE_ID, Profile
from careerdesk.domain.skills import Skill
from careerdesk.services import history
from careerdesk.storage import journal
from careerdesk.storage.history import ChangeState
from careerdesk.storage.opening import open_desk

if TYPE_CHECKING:
    from careerdesk.storage.desk import Desk


def add_skill(desk: Desk, name: str) -> Skill:
    skill = Skill.new(name)
    with desk.change(f"Add skill {name}") as tx:
        tx.add(skill)
    return skill


def states(desk: Desk) -> list[tuple[str, str]]:
    return [(entry.title, entry.state.value) for entry in desk.history()]


def test_that_undo_takes_back_one_change_and_redo_repeats_it(desk: Desk) -> None:
    skill = add_skill(desk, "Python")
    done = desk.undo()
    assert done is not None
    assert (done.title, done.touched.tables, desk.all(Skill)) == (
        "Add skill Python",
        frozenset({"skill"}),
        [],
    )
    assert desk.redo() is not None
    assert desk.all(Skill) == [skill]


def test_that_there_is_nothing_to_undo_or_redo_on_a_new_desk(desk: Desk) -> None:
    assert (desk.undo(), desk.redo()) == (None, None)


def test_that_history_lists_changes_newest_first_with_their_state(desk: Desk) -> None:
    add_skill(desk, "Python")
    add_skill(desk, "SQL")
    desk.undo()
    assert states(desk) == [("Add skill SQL", "undone"), ("Add skill Python", "done")]


def test_that_the_next_steps_are_named(desk: Desk) -> None:
    for name in ("Python", "SQL", "Git"):
        add_skill(desk, name)
    desk.undo()
    desk.undo()
    assert history.steps(desk) == history.Steps(
        undo_title="Add skill Python", redo_title="Add skill SQL"
    )


def test_that_a_new_change_ends_what_could_be_redone(desk: Desk) -> None:
    add_skill(desk, "Python")
    desk.undo()
    add_skill(desk, "SQL")
    assert desk.redo() is None
    assert states(desk) == [("Add skill SQL", "done")]


def test_that_undo_back_to_a_point_takes_back_all_after_it(desk: Desk) -> None:
    first = add_skill(desk, "Python")
    point = desk.history()[0].id
    add_skill(desk, "SQL")
    add_skill(desk, "Git")
    assert [done.title for done in desk.undo_back_to(point)] == ["Add skill Git", "Add skill SQL"]
    assert desk.all(Skill) == [first]


def test_that_redo_up_to_a_point_repeats_all_until_there(desk: Desk) -> None:
    add_skill(desk, "Python")
    point = desk.history()[0].id
    for name in ("SQL", "Git", "C"):
        add_skill(desk, name)
    desk.undo_back_to(point)
    assert [one.title for one in desk.redo_up_to(point + 2)] == ["Add skill SQL", "Add skill Git"]
    assert {skill.name for skill in desk.all(Skill)} == {"Python", "SQL", "Git"}
    assert desk.redo_title() == "Add skill C"


def test_that_what_a_change_touched_is_told_with_before_and_after(desk: Desk) -> None:
    skill = add_skill(desk, "Python")
    with desk.change("Rename") as tx:
        tx.replace(replace(skill, name="Python 3"))
    (row,) = desk.row_changes(desk.history()[0].id)
    assert row.before is not None
    assert row.after is not None
    assert (row.table, row.before["name"], row.after["name"]) == ("skill", "Python", "Python 3")


def test_that_a_change_that_changes_nothing_is_no_step(desk: Desk) -> None:
    skill = add_skill(desk, "Python")
    with desk.change("Rename") as tx:
        tx.replace(skill)
    assert len(desk.history()) == 1


def test_that_undo_and_redo_survive_a_restart(desk: Desk) -> None:
    add_skill(desk, "Python")
    add_skill(desk, "SQL")
    desk.undo()
    clock = desk._clock
    desk.close()
    with open_desk(desk.path, clock=clock) as again:
        again.undo()
        assert again.all(Skill) == []
        again.redo()
        again.redo()
        assert {skill.name for skill in again.all(Skill)} == {"Python", "SQL"}


def test_that_a_foreign_edit_makes_undo_refuse_and_change_nothing(desk: Desk) -> None:
    add_skill(desk, "Python")
    with closing(sqlite3.connect(desk.path, isolation_level=None)) as other:
        other.execute("UPDATE skill SET name = 'Perl'")
    before = desk.digest()
    with pytest.raises(UndoRefusedError):
        desk.undo()
    assert (desk.digest(), states(desk)) == (before, [("Add skill Python", "done")])
    add_skill(desk, "SQL")  # the desk can be changed on


def test_that_undoing_a_delete_brings_back_everything_it_took_along(desk: Desk) -> None:
    ada = Contact.new("Ada")
    with desk.change("Add") as tx:
        tx.add(ada, replace(Contact.new("Grace"), introduced_by=ada.id))
    before = desk.digest()
    with desk.change("Delete") as tx:
        tx.remove(ada)
    assert desk.digest() != before
    desk.undo()
    assert desk.digest() == before


def test_that_attachment_bytes_stay_as_long_as_the_history_needs_them(desk: Desk) -> None:
    with desk.change("Edit profile") as tx:
        tx.put(Profile(name="Alex"))
    photo = an_attachment(profile_id=PROFILE_ID, content=b"photo")
    with desk.change("Attach") as tx:
        tx.keep(b"photo")
        tx.add(photo)
    with desk.change("Remove photo") as tx:
        tx.remove(photo)
    desk.undo()
    assert desk.content(photo.sha256) == b"photo"


def test_that_bytes_only_an_undone_change_needed_go_with_it(desk: Desk) -> None:
    with desk.change("Edit profile") as tx:
        tx.put(Profile(name="Alex"))
    photo = an_attachment(profile_id=PROFILE_ID, content=b"photo")
    with desk.change("Attach") as tx:
        tx.keep(b"photo")
        tx.add(photo)
    desk.undo()
    add_skill(desk, "Python")
    with closing(sqlite3.connect(desk.path)) as other:
        assert other.execute("SELECT count(*) FROM blob").fetchone() == (0,)


def test_that_changes_beyond_what_is_kept_stay_listed_but_are_sealed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "KEPT_CHANGES", 2)
    for name in ("a", "b", "c"):
        add_skill(desk, name)
    assert [entry.state for entry in desk.history()] == [
        ChangeState.DONE,
        ChangeState.DONE,
        ChangeState.SEALED,
    ]
    assert desk.row_changes(desk.history()[2].id) == []
    assert [desk.undo() is not None for _ in range(3)] == [True, True, False]
    assert [skill.name for skill in desk.all(Skill)] == ["a"]


def test_that_large_changes_are_sealed_by_their_rows_but_never_the_newest(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "KEPT_ROWS", 10)
    for size in (3, 8, 20):
        with desk.change(f"Add {size}") as tx:
            tx.add_many(Skill.new("s") for _ in range(size))
    assert states(desk) == [("Add 20", "done"), ("Add 8", "sealed"), ("Add 3", "sealed")]
    desk.undo()
    assert desk.count(Skill) == 11


def test_that_the_list_of_old_titles_is_bounded(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "KEPT_CHANGES", 1)
    monkeypatch.setattr(journal, "_LISTED_CHANGES", 2)
    for name in ("a", "b", "c"):
        add_skill(desk, name)
    assert states(desk) == [("Add skill c", "done"), ("Add skill b", "sealed")]
