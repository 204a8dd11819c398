"""Moving a desk: everything arrives, or the desk is where it was."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from careerdesk.domain.errors import DeskInUseError, DeskMissingError, FileProblemError
from careerdesk.domain.skills import Skill
from careerdesk.services.desk import move_desk
from careerdesk.storage import moving
from careerdesk.storage.backup_places import backup_folder, choose_folder, chosen_folder
from careerdesk.storage.backups import list_backups
from careerdesk.storage.header import journal_of
from careerdesk.storage.opening import create_desk, open_desk
from careerdesk.storage.seal import Seal, check_seal, seal_file_of

if TYPE_CHECKING:
    from pathlib import Path


def clock() -> datetime:
    return datetime(2030, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A closed desk with a skill, a backup and a desk that was replaced."""
    path = tmp_path / "old/a.careerdesk"
    path.parent.mkdir()
    with create_desk(path, clock=clock) as desk, desk.change("Add") as tx:
        tx.add(Skill.new("Python"))
    kept = backup_folder(path) / "replaced"
    kept.mkdir()
    (kept / "a.careerdesk").write_bytes(b"old")
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "new").mkdir()
    return tmp_path / "new/b.careerdesk"


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_that_desk_backups_and_seal_arrive_and_nothing_stays(closed: Path, target: Path) -> None:
    before = files(closed.parent)
    assert move_desk(closed, target, clock=clock) == ""
    assert files(closed.parent) == []
    assert len(files(target.parent)) == len(before)
    assert check_seal(target) is Seal.INTACT
    assert len(list_backups(target)) == 1
    assert (backup_folder(target) / "replaced/a.careerdesk").read_bytes() == b"old"
    with open_desk(target, clock=clock) as desk:
        assert desk.notices == ()
        assert [skill.name for skill in desk.all(Skill)] == ["Python"]


def test_that_the_folder_chosen_for_backups_stays_chosen(
    closed: Path, target: Path, tmp_path: Path
) -> None:
    (tmp_path / "disk").mkdir()
    folder = choose_folder(closed, tmp_path / "disk")
    move_desk(closed, target, clock=clock)
    assert chosen_folder(target) == folder


def test_that_a_move_tells_how_far_it_is(closed: Path, target: Path) -> None:
    told: list[tuple[int, int]] = []
    move_desk(closed, target, clock=clock, progress=lambda done, of: told.append((done, of)))
    assert told[0][0] == 0
    assert told[-1] == (1, 1)


@pytest.mark.parametrize("part", ["desk", "backups", "seal", "journal"])
def test_that_nothing_at_the_new_place_is_replaced(closed: Path, target: Path, part: str) -> None:
    taken = {
        "desk": target,
        "backups": backup_folder(target),
        "seal": seal_file_of(target),
        "journal": journal_of(target),
    }[part]
    taken.write_bytes(b"mine")
    before = files(closed.parent)
    with pytest.raises(FileProblemError, match="already exists"):
        move_desk(closed, target, clock=clock)
    assert taken.read_bytes() == b"mine"
    assert files(closed.parent) == before


def test_that_an_open_desk_is_not_moved(closed: Path, target: Path) -> None:
    with open_desk(closed, clock=clock), pytest.raises(DeskInUseError):
        move_desk(closed, target, clock=clock)
    assert files(target.parent) == []


def test_that_a_desk_left_in_the_middle_of_a_change_is_not_moved(
    closed: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moving, "has_hot_journal", lambda _desk: True)
    with pytest.raises(FileProblemError, match="Open it once"):
        move_desk(closed, target, clock=clock)
    assert closed.is_file()


def test_that_what_is_not_there_is_not_moved(tmp_path: Path) -> None:
    with pytest.raises(DeskMissingError):
        move_desk(tmp_path / "a.careerdesk", tmp_path / "b.careerdesk", clock=clock)


def test_that_a_desk_is_not_moved_among_its_backups(closed: Path) -> None:
    with pytest.raises(FileProblemError, match="own backups"):
        move_desk(closed, backup_folder(closed) / "b.careerdesk", clock=clock)


def test_that_a_folder_that_cannot_be_written_is_refused(closed: Path, target: Path) -> None:
    target.parent.chmod(0o500)
    with pytest.raises(FileProblemError, match="read-only"):
        move_desk(closed, target, clock=clock)
    target.parent.chmod(0o700)
    assert closed.is_file()


def test_that_a_folder_that_is_missing_is_named(closed: Path, tmp_path: Path) -> None:
    with pytest.raises(FileProblemError, match="does not exist"):
        move_desk(closed, tmp_path / "nowhere/b.careerdesk", clock=clock)
    assert closed.is_file()


@pytest.mark.parametrize("failing", range(6))
def test_that_a_failure_at_any_file_leaves_the_desk_where_it_was(
    closed: Path, target: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    before = files(closed.parent)
    calls = 0

    def spoil(source: Path, copied: Path) -> None:
        nonlocal calls
        copied.write_bytes(source.read_bytes() if calls != failing else b"torn")
        calls += 1

    monkeypatch.setattr(moving, "copy_whole", spoil)
    if failing < 5:  # two files of a backup, the one replaced, the desk and its seal
        with pytest.raises(FileProblemError, match="copied completely"):
            move_desk(closed, target, clock=clock)
        assert files(closed.parent) == before
        assert files(target.parent) == []
    else:
        assert move_desk(closed, target, clock=clock) == ""
        assert calls == 5


def test_that_a_move_cut_short_can_be_made_again(closed: Path, target: Path) -> None:
    (target.parent / f".{target.name}.moving").write_bytes(b"half")
    (target.parent / f".{target.name}.moving.backups").mkdir()
    move_desk(closed, target, clock=clock)
    assert not [name for name in files(target.parent) if "moving" in name]


def test_that_what_stays_behind_is_said(
    closed: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove = shutil.rmtree

    def refuse(path: Path, *, ignore_errors: bool = False) -> None:
        if path == backup_folder(closed):
            raise PermissionError(13, "Permission denied")
        remove(path, ignore_errors=ignore_errors)

    with monkeypatch.context() as patch:
        patch.setattr("shutil.rmtree", refuse)
        left = move_desk(closed, target, clock=clock)
    assert "was moved" in left
    assert "Permission denied" in left
    assert target.is_file()
    assert not closed.exists()


@pytest.mark.skipif(os.name != "posix", reason="links need no rights on POSIX only")
def test_that_a_link_is_followed_to_the_desk(closed: Path, target: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.careerdesk"
    link.symlink_to(closed)
    move_desk(link, target, clock=clock)
    assert target.is_file()
    assert not closed.exists()
