"""What SQLite reports becomes a sentence that says what happened and whether the data is safe."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from careerdesk.domain.errors import (
    CareerDeskError,
    DeskDamagedError,
    DeskInUseError,
    DiskFullError,
    NotFoundError,
    ReadOnlyDeskError,
    StorageError,
)
from careerdesk.domain.skills import Skill
from careerdesk.storage import header, restoring
from careerdesk.storage.connection import set_pragma
from careerdesk.storage.opening import create_desk, open_desk
from careerdesk.storage.problems import told

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from careerdesk.storage.desk import Desk


def as_reported(name: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("what the driver says")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_FULL", DiskFullError),
        ("SQLITE_READONLY", ReadOnlyDeskError),
        ("SQLITE_READONLY_DBMOVED", StorageError),
        ("SQLITE_BUSY", DeskInUseError),
        ("SQLITE_LOCKED", DeskInUseError),
        ("SQLITE_CORRUPT", DeskDamagedError),
        ("SQLITE_NOTADB", DeskDamagedError),
        ("SQLITE_CONSTRAINT_FOREIGNKEY", NotFoundError),
        ("SQLITE_IOERR_READ", StorageError),
        ("SQLITE_CANTOPEN", StorageError),
    ],
)
def test_that_an_error_of_sqlite_is_told_in_a_sentence(
    tmp_path: Path, name: str, kind: type[CareerDeskError]
) -> None:
    desk = tmp_path / "a.careerdesk"
    desk.write_bytes(b"")
    with pytest.raises(kind) as caught, told(desk):
        raise as_reported(name)
    assert str(caught.value).endswith(".")
    assert list(tmp_path.iterdir()) == [desk]


def test_that_an_error_only_a_bug_can_cause_stays_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError), told(tmp_path / "a.careerdesk"):
        raise as_reported("SQLITE_MISUSE")


def test_that_another_writer_is_said_and_nothing_is_changed(desk: Desk) -> None:
    set_pragma(desk._driver, "busy_timeout", 1)
    with closing(sqlite3.connect(desk.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DeskInUseError), desk.change("Add") as tx:
            tx.add(Skill.new("Python"))
        other.execute("ROLLBACK")
    with desk.change("Add") as tx:
        tx.add(Skill.new("Python"))
    assert len(desk.history()) == 1


def test_that_a_file_out_of_reach_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    path = tmp_path / "a.careerdesk"
    path.write_bytes(b"x" * 200)
    with monkeypatch.context() as patched:
        patched.setattr(type(path), "open", refuse)
        with pytest.raises(StorageError, match=r"cannot be read \(Permission denied\)"):
            header.read_version(path)
    monkeypatch.setattr(type(path), "stat", refuse)
    with pytest.raises(StorageError, match=r"cannot be read \(Permission denied\)"):
        header.check_is_file(path)


def test_that_a_restore_that_cannot_be_copied_leaves_the_desk(
    tmp_path: Path, clock: Callable[[], datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.careerdesk"
    with create_desk(path, clock=clock) as desk:
        backup = desk.backup(pinned=True)
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(shutil, "copyfileobj", full)
        with pytest.raises(DiskFullError):
            restoring.restore(path, backup.path, clock=clock)
    digests = iter(["of the copy", "of the backup"])
    with monkeypatch.context() as patched:
        patched.setattr(restoring, "_check_backup", lambda _: None)
        patched.setattr(restoring, "file_digest", lambda _: next(digests))
        with pytest.raises(CareerDeskError, match="could not be copied completely"):
            restoring.restore(path, backup.path, clock=clock)
    assert path.read_bytes() == before
    assert not list(tmp_path.glob(".*restoring*"))
    open_desk(path, clock=clock).close()
