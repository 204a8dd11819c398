"""Opening: what is no sound desk is refused by its own error and left byte for byte as it is."""

from __future__ import annotations

import errno
import hashlib
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from careerdesk.domain.errors import (
    DeskDamagedError,
    DeskInUseError,
    DeskMissingError,
    DeskTooNewError,
    FileProblemError,
    NotADeskError,
    ReadOnlyDeskError,
    StorageError,
)
from careerdesk.domain.skills import Skill
from careerdesk.storage import lock, opening
from careerdesk.storage.backup_places import backup_folder
from careerdesk.storage.backups import list_backups
from careerdesk.storage.layout import SCHEMA_VERSION
from careerdesk.storage.opening import create_desk, open_desk
from careerdesk.storage.restoring import restore
from careerdesk.storage.seal import Seal, seal_file_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def clock() -> datetime:
    return datetime(2030, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A closed desk with one skill on it."""
    path = tmp_path / "a.careerdesk"
    with create_desk(path, clock=clock) as desk, desk.change("Add skill Python") as tx:
        tx.add(Skill.new("Python"))
    return path


def overwrite(path: Path, at: int, content: bytes) -> None:
    with path.open("rb+") as file:
        file.seek(at)
        file.write(content)


def make_empty(path: Path) -> None:
    path.write_bytes(b"")


def make_text(path: Path) -> None:
    path.write_text("My career, in prose. " * 20)


def cut_to_50_bytes(path: Path) -> None:
    os.truncate(path, 50)


def cut_in_half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def cut_last_byte(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 1)


def make_newer(path: Path) -> None:
    overwrite(path, 60, (SCHEMA_VERSION + 1).to_bytes(4, "big"))


def make_foreign(path: Path) -> None:
    overwrite(path, 68, b"GPKG")


def drop_a_table(path: Path) -> None:
    seal_file_of(path).unlink()
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("DROP TABLE link")


def scramble_a_page(path: Path) -> None:
    overwrite(path, path.stat().st_size - 4096, os.urandom(4096))


REFUSED: list[tuple[Callable[[Path], None], type[StorageError], str]] = [
    (make_empty, DeskDamagedError, "is empty"),
    (make_text, NotADeskError, "not a CareerDesk file"),
    (cut_to_50_bytes, DeskDamagedError, "cut off"),
    (cut_in_half, DeskDamagedError, "cut off"),
    (cut_last_byte, DeskDamagedError, "cut off"),
    (make_newer, DeskTooNewError, "newer CareerDesk"),
    (make_foreign, NotADeskError, "another program"),
    (drop_a_table, DeskDamagedError, "lacks"),
    (scramble_a_page, DeskDamagedError, "damaged"),
]


@pytest.mark.parametrize(("spoil", "error", "words"), REFUSED)
def test_that_a_file_that_is_no_sound_desk_is_refused_and_left_as_it_is(
    closed: Path, spoil: Callable[[Path], None], error: type[StorageError], words: str
) -> None:
    spoil(closed)
    before = hashlib.sha256(closed.read_bytes()).hexdigest()
    beside = sorted(closed.parent.iterdir())
    with pytest.raises(error, match=words):
        open_desk(closed, clock=clock)
    assert hashlib.sha256(closed.read_bytes()).hexdigest() == before
    assert sorted(closed.parent.iterdir()) == beside


def test_that_the_undamaged_desk_opens(closed: Path) -> None:
    with open_desk(closed, clock=clock) as desk:
        assert (desk.count(Skill), desk.notices, desk.is_read_only) == (1, (), False)


def test_that_a_missing_desk_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(DeskMissingError):
        open_desk(tmp_path / "a.careerdesk", clock=clock)
    assert list(tmp_path.iterdir()) == []


def test_that_a_folder_and_a_device_are_no_desks(tmp_path: Path) -> None:
    with pytest.raises(NotADeskError, match="folder"):
        open_desk(tmp_path, clock=clock)
    os.mkfifo(tmp_path / "pipe.careerdesk")
    with pytest.raises(NotADeskError, match="not a file"):
        open_desk(tmp_path / "pipe.careerdesk", clock=clock)


def test_that_a_desk_is_never_made_over_a_file(closed: Path) -> None:
    before = closed.read_bytes()
    with pytest.raises(FileProblemError, match="already"):
        create_desk(closed, clock=clock)
    assert closed.read_bytes() == before


def test_that_a_desk_needs_a_folder_to_be_in(tmp_path: Path) -> None:
    with pytest.raises(FileProblemError, match="does not exist"):
        create_desk(tmp_path / "nowhere" / "a.careerdesk", clock=clock)


def test_that_a_desk_open_elsewhere_is_refused_with_the_name_of_its_holder(closed: Path) -> None:
    with open_desk(closed, clock=clock), pytest.raises(DeskInUseError) as caught:
        open_desk(closed, clock=clock)
    assert f"process {os.getpid()}" in str(caught.value)


def test_that_another_name_for_the_same_desk_is_the_same_desk(closed: Path) -> None:
    link = closed.with_name("link.careerdesk")
    link.symlink_to(closed)
    with open_desk(closed, clock=clock), pytest.raises(DeskInUseError):
        open_desk(link, clock=clock)


@pytest.fixture(params=["file", "folder"])
def write_protected(request: pytest.FixtureRequest, closed: Path) -> Iterator[Path]:
    """The closed desk with write permission taken from the file or from its folder."""
    place = closed if request.param == "file" else closed.parent
    mode = place.stat().st_mode
    place.chmod(mode & ~0o222)
    yield closed
    place.chmod(mode)


def test_that_a_write_protected_desk_opens_read_only_and_says_so(write_protected: Path) -> None:
    before = write_protected.read_bytes()
    with open_desk(write_protected, clock=clock) as desk:
        assert desk.is_read_only
        assert "read-only" in desk.notices[0]
        assert desk.count(Skill) == 1
        with pytest.raises(ReadOnlyDeskError), desk.change("Add") as tx:
            tx.add(Skill.new("SQL"))
        with pytest.raises(ReadOnlyDeskError):
            desk.undo()
    assert write_protected.read_bytes() == before


def test_that_half_a_change_on_a_read_only_desk_is_rolled_back_in_a_copy(closed: Path) -> None:
    leave_half_a_change(closed)
    mode = closed.parent.stat().st_mode
    closed.parent.chmod(0o555)
    before = {path.name: path.read_bytes() for path in closed.parent.iterdir() if path.is_file()}
    try:
        with open_desk(closed, clock=clock) as desk:
            assert desk.count(Skill) == 1
    finally:
        closed.parent.chmod(mode)
    assert before == {
        path.name: path.read_bytes() for path in closed.parent.iterdir() if path.is_file()
    }


def test_that_half_a_change_is_rolled_back_on_opening(closed: Path) -> None:
    leave_half_a_change(closed)
    with open_desk(closed, clock=clock) as desk:
        assert (desk.count(Skill), desk.faults()) == (1, [])


def leave_half_a_change(path: Path) -> None:
    """Put a desk and its rollback journal back as they were in the middle of a change."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = truncate")
        conn.execute("PRAGMA cache_size = 1")
        conn.execute("BEGIN IMMEDIATE")
        conn.executemany(
            "INSERT INTO skill VALUES (?, ?, NULL, NULL, NULL, NULL, '', '', '', 0)",
            [(str(number), "x" * 500) for number in range(2000)],
        )
        journal = path.with_name(f"{path.name}-journal")
        half = {part: part.read_bytes() for part in (path, journal)}
        conn.execute("ROLLBACK")
    for part, content in half.items():
        part.write_bytes(content)
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as conn:
        # The control: without the journal this is no sound desk.
        assert conn.execute("PRAGMA integrity_check").fetchone() != ("ok",)


def flip_one_bit_of_a_name(path: Path) -> None:
    content = path.read_bytes()
    at = content.rindex(b"Python")
    overwrite(path, at, b"Q")


def test_that_a_flipped_bit_sqlite_does_not_see_is_noticed_and_the_backup_pinned(
    closed: Path,
) -> None:
    flip_one_bit_of_a_name(closed)
    with closing(sqlite3.connect(closed)) as conn:  # the control: SQLite finds nothing wrong
        assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    newest = list_backups(closed)[0]
    with open_desk(closed, clock=clock) as desk:
        assert newest.path.name in desk.notices[0]
    assert list_backups(closed)[0].is_pinned


def test_that_a_changed_desk_opens_though_its_backups_cannot_be_pinned(closed: Path) -> None:
    flip_one_bit_of_a_name(closed)
    folder = backup_folder(closed)
    folder.chmod(0o500)
    try:
        with open_desk(closed, clock=clock) as desk:
            assert desk.notices
    finally:
        folder.chmod(0o700)


def test_that_a_file_system_without_locks_is_not_taken_for_another_holder(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.EOPNOTSUPP, "Operation not supported")

    monkeypatch.setattr(lock, "take_lock", fail)
    with pytest.raises(FileProblemError, match="not supported"):
        open_desk(closed, clock=clock)


def test_that_a_desk_on_a_full_disk_can_be_read(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", fail)  # the text of the lock
        open_desk(closed, clock=clock).close()
    monkeypatch.setattr(opening, "DeskLock", fail)
    with open_desk(closed, clock=clock) as desk:
        assert (desk.is_read_only, desk.count(Skill)) == (True, 1)
        assert "no space left" in desk.notices[0]


def test_that_a_desk_deleted_while_open_is_said_and_frees_its_lock(closed: Path) -> None:
    desk = open_desk(closed, clock=clock)
    closed.unlink()
    with pytest.raises(StorageError, match="moved or deleted"), desk.change("Add") as tx:
        tx.add(Skill.new("SQL"))
    desk.close()
    assert not list(closed.parent.glob(".*.lock"))


def test_that_nothing_is_made_in_a_write_protected_folder(closed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "protected"
    folder.mkdir()
    folder.chmod(0o555)
    backup = list_backups(closed)[0].path
    try:
        with pytest.raises(FileProblemError, match="read-only"):
            create_desk(folder / "new.careerdesk", clock=clock)
        with pytest.raises(FileProblemError, match="read-only"):
            restore(folder / "new.careerdesk", backup, clock=clock)
        assert list(folder.iterdir()) == []
    finally:
        folder.chmod(0o755)
    with open_desk(closed, clock=clock) as desk:
        backup.parent.chmod(0o500)
        with pytest.raises(FileProblemError, match="read-only"):
            desk.backup()
        backup.parent.chmod(0o700)


def test_that_a_name_with_signs_of_addresses_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "50% & more?#1.careerdesk"
    create_desk(path, clock=clock).close()
    with open_desk(path, clock=clock) as desk:
        assert desk.count(Skill) == 0


def test_that_the_notice_stays_until_the_desk_is_accepted_or_changed(closed: Path) -> None:
    flip_one_bit_of_a_name(closed)
    for _ in range(2):
        with open_desk(closed, clock=clock) as desk:
            assert desk.notices
    with open_desk(closed, clock=clock) as desk:
        assert (desk.faults(), desk.found_seal) == ([], Seal.BROKEN)
        desk.accept()
    with open_desk(closed, clock=clock) as desk:
        assert desk.notices == ()


def test_that_a_desk_moved_without_its_seal_is_checked_and_sealed(closed: Path) -> None:
    moved = closed.parent / "moved.careerdesk"
    closed.rename(moved)
    with open_desk(moved, clock=clock) as desk:
        assert desk.notices == ()
    assert seal_file_of(moved).exists()


def test_that_a_reader_never_touches_a_sealed_desk(closed: Path) -> None:
    def state() -> Any:
        return [(p.name, p.stat().st_mtime_ns) for p in sorted(closed.parent.iterdir())]

    before = state()[1:]  # the first is the folder's own seal; lock files come and go
    with open_desk(closed, clock=clock) as desk:
        desk.records()
    assert state()[1:] == before
