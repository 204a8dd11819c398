"""Restoring: the old desk or the restored one, and what was replaced is kept."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from careerdesk.domain.errors import (
    DeskDamagedError,
    DeskInUseError,
    DeskMissingError,
    FileProblemError,
    NotADeskError,
)
from careerdesk.domain.skills import Skill
from careerdesk.storage.header import journal_of
from careerdesk.storage.opening import create_desk, open_desk
from careerdesk.storage.restoring import restore

if TYPE_CHECKING:
    from pathlib import Path


def clock() -> datetime:
    return datetime(2030, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def two_states(tmp_path: Path) -> tuple[Path, Path]:
    """A closed desk with two skills, and its backup of when it had one."""
    path = tmp_path / "a.careerdesk"
    with create_desk(path, clock=clock) as desk:
        with desk.change("Add") as tx:
            tx.add(Skill.new("Python"))
        backup = desk.backup(pinned=True)
        with desk.change("Add") as tx:
            tx.add(Skill.new("SQL"))
    return path, backup.path


def skills(path: Path) -> set[str]:
    with open_desk(path, clock=clock) as desk:
        assert desk.notices == ()
        return {skill.name for skill in desk.all(Skill)}


def test_that_restore_brings_back_the_backup_and_keeps_what_it_replaces(
    two_states: tuple[Path, Path],
) -> None:
    path, backup = two_states
    replaced = restore(path, backup, clock=clock)
    assert skills(path) == {"Python"}
    assert replaced is not None
    assert skills(replaced / path.name) == {"Python", "SQL"}


def test_that_a_lost_desk_can_be_restored(two_states: tuple[Path, Path]) -> None:
    path, backup = two_states
    path.unlink()
    assert restore(path, backup, clock=clock) is None
    assert skills(path) == {"Python"}


def test_that_a_damaged_desk_can_be_restored_and_is_kept(two_states: tuple[Path, Path]) -> None:
    path, backup = two_states
    path.write_bytes(b"not a desk any more")
    replaced = restore(path, backup, clock=clock)
    assert skills(path) == {"Python"}
    assert replaced is not None
    assert (replaced / path.name).read_bytes() == b"not a desk any more"


def test_that_a_journal_left_of_a_later_run_does_not_spoil_the_restored_desk(
    two_states: tuple[Path, Path],
) -> None:
    path, backup = two_states
    journal_of(path).write_bytes(os.urandom(5000))
    restore(path, backup, clock=clock)
    assert skills(path) == {"Python"}
    assert not journal_of(path).exists()


@pytest.mark.parametrize("spoil", ["flip", "cut", "text", "missing"])
def test_that_an_unsound_backup_is_refused_and_the_desk_left(
    two_states: tuple[Path, Path], spoil: str
) -> None:
    path, backup = two_states
    content = backup.read_bytes()
    at = content.rindex(b"Python")
    broken = {
        "flip": content[:at] + b"Q" + content[at + 1 :],
        "cut": content[:-1],
        "text": b"prose",
        "missing": b"",
    }[spoil]
    backup.write_bytes(broken)
    if spoil == "missing":
        backup.unlink()
    before = path.read_bytes()
    with pytest.raises((DeskDamagedError, NotADeskError, DeskMissingError)):
        restore(path, backup, clock=clock)
    assert path.read_bytes() == before


def test_that_an_open_desk_is_not_replaced(two_states: tuple[Path, Path]) -> None:
    path, backup = two_states
    with open_desk(path, clock=clock), pytest.raises(DeskInUseError):
        restore(path, backup, clock=clock)
    assert skills(path) == {"Python", "SQL"}


def test_that_a_desk_is_not_restored_from_itself(two_states: tuple[Path, Path]) -> None:
    path, _ = two_states
    with pytest.raises(FileProblemError, match="itself"):
        restore(path, path, clock=clock)
    with pytest.raises(FileProblemError, match="folder"):
        restore(path.parent, path, clock=clock)


def test_that_restoring_twice_in_one_second_keeps_both_replaced_desks(
    two_states: tuple[Path, Path],
) -> None:
    path, backup = two_states
    first = restore(path, backup, clock=clock)
    with open_desk(path, clock=clock) as desk, desk.change("Rename") as tx:
        tx.replace(replace(tx.all(Skill)[0], name="Perl"))
    second = restore(path, backup, clock=clock)
    assert first is not None
    assert second is not None
    assert skills(first / path.name) == {"Python", "SQL"}
    assert skills(second / path.name) == {"Perl"}
