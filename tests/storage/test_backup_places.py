"""Backups in a folder of the user's choice, and beside the desk while that is not there."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from careerdesk.domain.errors import DeskDamagedError, FileProblemError
from careerdesk.domain.skills import Skill
from careerdesk.services import backups as service
from careerdesk.storage.backup_places import (
    backup_folder,
    choose_folder,
    chosen_folder,
    places,
)
from careerdesk.storage.backups import list_backups, remove_surplus
from careerdesk.storage.opening import create_desk, open_desk
from careerdesk.storage.problems import damaged
from careerdesk.storage.restoring import restore

if TYPE_CHECKING:
    from pathlib import Path

    from careerdesk.storage.desk import Desk

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """The folder of a disk that is connected."""
    place = tmp_path / "disk"
    place.mkdir()
    return place


def test_that_backups_lie_beside_the_desk_until_a_folder_is_chosen(desk: Desk) -> None:
    assert chosen_folder(desk.path) is None
    assert service.is_beside(desk.path)
    assert service.folder_of(desk.path) == backup_folder(desk.path)
    assert desk.backup().path.parent == backup_folder(desk.path)


def test_that_the_next_backups_go_to_the_chosen_folder(desk: Desk, disk: Path) -> None:
    first = desk.backup()
    folder = service.choose_folder(desk.path, disk)
    second = desk.backup()
    assert folder == disk / "test.careerdesk.backups" == second.path.parent
    assert (second.note, desk.notices) == ("", ())
    assert {one.path for one in list_backups(desk.path)} == {first.path, second.path}


def test_that_beside_the_desk_can_be_chosen_again(desk: Desk, disk: Path) -> None:
    choose_folder(desk.path, disk)
    choose_folder(desk.path, None)
    assert places(desk.path) == [backup_folder(desk.path)]
    choose_folder(desk.path, disk)
    choose_folder(desk.path, backup_folder(desk.path))
    assert service.is_beside(desk.path)


def test_that_two_desks_of_one_name_never_share_a_folder(tmp_path: Path, disk: Path) -> None:
    folders = []
    for name in ("home", "work"):
        (tmp_path / name).mkdir()
        with create_desk(tmp_path / name / "Alex.careerdesk", clock=lambda: NOON) as desk:
            folders.append(choose_folder(desk.path, disk))
            desk.backup()
    assert folders == [disk / "Alex.careerdesk.backups", disk / "Alex.careerdesk 2.backups"]


def test_that_a_folder_of_earlier_backups_is_taken_into_use_again(desk: Desk, disk: Path) -> None:
    folder = choose_folder(desk.path, disk)
    kept = desk.backup()
    choose_folder(desk.path, None)
    assert kept not in list_backups(desk.path)
    assert choose_folder(desk.path, folder) == folder
    assert kept in list_backups(desk.path)


def test_that_a_lost_disk_is_said_and_the_backup_made_beside_the_desk(
    desk: Desk, disk: Path
) -> None:
    folder = choose_folder(desk.path, disk)
    shutil.rmtree(folder)
    made = desk.backup()
    assert made.path.parent == backup_folder(desk.path)
    assert str(folder) in made.note
    assert "connect its disk" in made.note
    assert not folder.exists()  # or an empty mount point would fill
    desk.backup()
    assert desk.notices == (made.note,)
    assert chosen_folder(desk.path) == folder  # for when the disk is back


def test_that_a_folder_that_cannot_be_written_is_no_reason_to_have_no_backup(
    desk: Desk, disk: Path
) -> None:
    folder = choose_folder(desk.path, disk)
    folder.chmod(0o500)
    made = desk.backup()
    folder.chmod(0o700)
    assert made.path.parent == backup_folder(desk.path)
    assert "read-only" in made.note


def test_that_a_backup_at_closing_says_where_it_went(tmp_path: Path, disk: Path) -> None:
    desk = create_desk(tmp_path / "a.careerdesk", clock=lambda: NOON)
    shutil.rmtree(choose_folder(desk.path, disk))
    with desk.change("Add skill A") as tx:
        tx.add(Skill.new("A"))
    desk.close()
    assert len(desk.notices) == 1
    assert "beside the desk" in desk.notices[0]


def test_that_a_place_that_is_no_folder_changes_nothing(desk: Desk, disk: Path) -> None:
    folder = choose_folder(desk.path, disk)
    with pytest.raises(FileProblemError, match="is not a folder"):
        choose_folder(desk.path, disk / "missing")
    disk.chmod(0o500)
    with pytest.raises(FileProblemError, match="read-only"):
        choose_folder(desk.path, disk)
    disk.chmod(0o700)
    assert chosen_folder(desk.path) == folder


@pytest.mark.parametrize("said", [b"", b"relative/folder\n", b"\xff\xfe"])
def test_that_a_spoilt_note_of_the_place_is_passed_over(desk: Desk, said: bytes) -> None:
    desk.backup()
    (backup_folder(desk.path) / "elsewhere.txt").write_bytes(said)
    assert chosen_folder(desk.path) is None


def test_that_each_folder_is_thinned_out_for_itself(desk: Desk, disk: Path) -> None:
    beside = desk.backup()
    choose_folder(desk.path, disk)
    there = desk.backup()
    remove_surplus(desk.path, NOON + timedelta(days=900))
    assert {one.path for one in list_backups(desk.path)} == {beside.path, there.path}


def test_that_a_desk_is_restored_from_the_chosen_folder(tmp_path: Path, disk: Path) -> None:
    path = tmp_path / "a.careerdesk"
    with create_desk(path, clock=lambda: NOON) as desk:
        choose_folder(path, disk)
        with desk.change("Add skill A") as tx:
            tx.add(Skill.new("A"))
    path.write_bytes(b"SQLite format 3\0 and then nothing")
    with pytest.raises((DeskDamagedError, sqlite3.DatabaseError)):
        open_desk(path, clock=lambda: NOON)
    assert str(disk) in str(damaged(path, "is damaged"))
    replaced = restore(path, list_backups(path)[0].path, clock=lambda: NOON)
    assert replaced is not None
    with open_desk(path, clock=lambda: NOON) as desk:
        assert [skill.name for skill in desk.all(Skill)] == ["A"]
