"""An open desk: changes are whole or absent, and leave one file behind."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from careerdesk.domain.errors import (
    DeskDamagedError,
    FileProblemError,
    InvalidValueError,
    NotFoundError,
)
from careerdesk.domain.network import Contact, Conversation, ConversationKind, Participant
from careerdesk.domain.profile import PROFILE_ID, Profile
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.domain.touched import NAMED_AT_MOST, Touched
from careerdesk.storage import desk as desk_module
from careerdesk.storage.connection import PRAGMAS, set_pragma
from careerdesk.storage.opening import create_desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from careerdesk.storage.desk import Desk


def test_that_a_change_is_read_back_as_it_was_stored(desk: Desk) -> None:
    skill = Skill.new("Ελλάδα & <T>")
    rating = Rating.new(skill.id, date(2029, 5, 1), None)
    with desk.change("Add") as tx:
        tx.add(skill, rating)
    assert desk.get(Skill, skill.id) == skill
    assert desk.all(Rating, skill_id=skill.id) == [rating]


def test_that_unknown_is_stored_as_unknown_and_not_as_zero(desk: Desk) -> None:
    skill = Skill.new("Python")
    with desk.change("Add") as tx:
        tx.add(skill, Rating.new(skill.id, date(2029, 5, 1), None))
        tx.add(Rating.new(skill.id, date(2029, 5, 2), Level.NONE))
    assert {rating.level for rating in desk.all(Rating)} == {None, Level.NONE}


def test_that_a_failing_block_leaves_neither_records_nor_a_step(desk: Desk) -> None:
    before = desk.digest()
    doubled = Skill.new("Python")
    with pytest.raises(sqlite3.IntegrityError), desk.change("Fail") as tx:
        tx.add(doubled, doubled)
    assert (desk.digest(), desk.history()) == (before, [])


def test_that_records_of_one_change_may_be_stored_in_any_order(desk: Desk) -> None:
    person = Contact.new("Ada")
    talk = Conversation.new(date(2029, 5, 1), ConversationKind.CALL)
    with desk.change("Add") as tx:
        tx.add(Participant.new(talk.id, person.id), talk, person)
    assert desk.count(Participant) == 1


def test_that_a_reference_to_nothing_is_refused_with_the_whole_change(desk: Desk) -> None:
    lost = Contact.new("Ada")
    talk = Conversation.new(date(2029, 5, 1), ConversationKind.CALL)
    with pytest.raises(NotFoundError), desk.change("Add") as tx:
        tx.add(talk, Participant.new(talk.id, lost.id))
    assert desk.count(Conversation) == 0
    with desk.change("Add skill") as tx:  # the connection is free for the next change
        tx.add(Skill.new("Python"))


def test_that_replacing_what_is_gone_is_refused(desk: Desk) -> None:
    with pytest.raises(NotFoundError), desk.change("Edit") as tx:
        tx.replace(Skill.new("Python"))


def test_that_text_no_file_can_hold_is_refused(desk: Desk) -> None:
    with pytest.raises(InvalidValueError), desk.change("Add") as tx:
        tx.add(Skill.new("half a \ud800 character"))
    assert desk.count(Skill) == 0


def test_that_the_one_profile_is_added_and_then_replaced(desk: Desk) -> None:
    for name in ("Alex", "Alexandra"):
        with desk.change("Edit profile") as tx:
            tx.put(Profile(name=name))
    assert desk.get(Profile, PROFILE_ID).name == "Alexandra"


def test_that_deleting_a_person_keeps_conversations_and_those_they_introduced(desk: Desk) -> None:
    ada = Contact.new("Ada")
    grace = replace(Contact.new("Grace"), introduced_by=ada.id)
    talk = Conversation.new(date(2029, 5, 1), ConversationKind.CALL)
    with desk.change("Add") as tx:
        tx.add(ada, grace, talk, Participant.new(talk.id, ada.id))
    with desk.change("Delete") as tx:
        tx.remove(ada)
    assert desk.all(Contact) == [replace(grace, introduced_by=None)]
    assert (desk.count(Conversation), desk.count(Participant)) == (1, 0)


def test_that_listeners_hear_which_records_changes_undo_and_redo_touched(
    tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    heard: list[Touched] = []
    with create_desk(tmp_path / "a.careerdesk", clock=clock, on_change=heard.append) as desk:
        skill = Skill.new("Python")
        with desk.change("Add") as tx:
            tx.add(skill)
        with desk.change("Nothing"):
            pass
        desk.undo()
        desk.redo()
    told = Touched.named([("skill", skill.id)])
    assert heard == [told, *[replace(told, is_replay=True)] * 2]


def test_that_of_a_change_with_very_many_records_only_the_tables_are_told(
    tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    heard: list[Touched] = []
    with create_desk(tmp_path / "a.careerdesk", clock=clock, on_change=heard.append) as desk:
        with desk.change("Add") as tx:
            tx.add_many(Skill.new(f"Skill {number}") for number in range(NAMED_AT_MOST + 1))
        desk.undo()
    told = Touched.whole({"skill"})
    assert heard == [told, replace(told, is_replay=True)]


def test_that_several_changes_taken_back_at_once_are_told_as_taken_back(
    tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    heard: list[Touched] = []
    with create_desk(tmp_path / "a.careerdesk", clock=clock, on_change=heard.append) as desk:
        for name in ("Python", "SQL"):
            with desk.change(f"Add {name}") as tx:
                tx.add(Skill.new(name))
        desk.undo_back_to(0)
    assert [told.is_replay for told in heard] == [False, False, True]
    assert not (heard[0] | heard[2]).is_replay


def test_that_a_change_within_a_change_is_a_mistake(desk: Desk) -> None:
    with pytest.raises(RuntimeError), desk.change("Outer"), desk.change("Inner"):
        pass
    assert desk.history() == []


def test_that_equal_attachments_are_kept_once_and_read_back(desk: Desk) -> None:
    with desk.change("Attach") as tx:
        assert tx.keep(b"scan") == tx.keep(b"scan")
    with closing(sqlite3.connect(desk.path)) as other:
        assert other.execute("SELECT count(*) FROM blob").fetchone() == (1,)


def test_that_an_attachment_over_25_megabytes_is_refused(desk: Desk) -> None:
    with pytest.raises(FileProblemError, match="25"), desk.change("Attach") as tx:
        tx.keep(bytes(25 * 1024 * 1024 + 1))


def test_that_attachment_bytes_that_changed_are_never_handed_out(desk: Desk) -> None:
    with desk.change("Attach") as tx:
        digest = tx.keep(b"scan")
    with closing(sqlite3.connect(desk.path, isolation_level=None)) as other:
        other.execute("UPDATE blob SET data = x'00'")
    with pytest.raises(DeskDamagedError):
        desk.content(digest)
    assert desk.faults() == ["The bytes of a removed attachment are not those that were stored."]


def test_that_a_row_no_record_allows_is_named_and_not_guessed(desk: Desk) -> None:
    skill = Skill.new("Python")
    with desk.change("Add") as tx:
        tx.add(skill)
    with closing(sqlite3.connect(desk.path, isolation_level=None)) as other:
        other.execute("UPDATE skill SET last_used = 'some day'")
    with pytest.raises(DeskDamagedError, match=str(skill.id)):
        desk.all(Skill)
    assert len(desk.faults()) == 1


def test_that_every_pragma_is_in_force(desk: Desk) -> None:
    driver = desk._driver
    for name, value in PRAGMAS.items():
        row = driver.execute(f"PRAGMA {name}").fetchone()
        assert row is None or row[0] == value, name


def test_that_a_pragma_sqlite_does_not_take_is_noticed() -> None:
    with closing(sqlite3.connect(":memory:")) as driver, pytest.raises(RuntimeError):
        set_pragma(driver, "journal_mode", "truncate")


def test_that_a_closed_desk_is_one_file_with_its_seal_and_backups(
    tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    with create_desk(tmp_path / "a.careerdesk", clock=clock) as desk, desk.change("Add") as tx:
        tx.add(Skill.new("Python"))
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [".a.careerdesk.seal", "a.careerdesk", "a.careerdesk.backups"]


def test_that_only_the_user_can_read_what_is_written(
    tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    with create_desk(tmp_path / "a.careerdesk", clock=clock) as desk:
        with desk.change("Add") as tx:
            tx.add(Skill.new("Python"))
        open_modes = {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert open_modes == {0o600}
    for path in tmp_path.rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_that_a_desk_reopens_with_everything_on_it(
    tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    with create_desk(tmp_path / "a.careerdesk", clock=clock) as desk:
        with desk.change("Add") as tx:
            tx.add(Skill.new("Python"))
        digest, history = desk.digest(), desk.history()
    with open_desk(tmp_path / "a.careerdesk", clock=clock) as desk:
        assert (desk.digest(), desk.history(), desk.notices) == (digest, history, ())


def test_that_a_failing_seal_is_said_and_the_desk_is_free_again(
    tmp_path: Path, clock: Callable[[], datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    desk = create_desk(tmp_path / "a.careerdesk", clock=clock)
    with monkeypatch.context() as patched:
        patched.setattr(desk_module, "write_seal", fail)
        desk.close()
    assert "not sealed (Input/output error)" in desk.notices[0]
    open_desk(desk.path, clock=clock).close()


def test_that_closing_twice_is_closing_once(desk: Desk) -> None:
    desk.close()
    desk.close()
    desk.prepare_to_write()
    assert desk.notices == ()
