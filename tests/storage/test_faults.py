"""A process killed at any moment and a disk that fills up leave the old desk or the new one.

Each test has a control: the same harness run over a broken variant must find it broken. A kill
says nothing about power cuts, which a test on one machine cannot make.
"""

from __future__ import annotations

import contextlib
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from careerdesk.domain.errors import DeskDamagedError, DiskFullError
from careerdesk.domain.network import Contact
from careerdesk.domain.skills import Skill
from careerdesk.storage.backup_places import backup_folder
from careerdesk.storage.backups import list_backups
from careerdesk.storage.integrity import faults
from careerdesk.storage.opening import create_desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdesk.storage.desk import Desk

ROOT = Path(__file__).parents[2]
PEOPLE = 40  # in one change; a change is whole if their number is a multiple

# Makes changes until it is killed and acknowledges each; between two rows of a change it may be
# asked to stop, which is the moment a kill hurts most. A tiny cache lets half a change reach the
# file, and MODE "off" is the control: a desk without its rollback journal.
WRITER = """
import sqlite3, sys, time
from datetime import UTC, datetime
from pathlib import Path
from careerdesk.domain.network import Contact
from careerdesk.storage import connection, opening
path, mode, pause_in_change = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "pause"
connection.PRAGMAS["journal_mode"] = mode
desk = opening.open_desk(path, clock=lambda: datetime.now(UTC))
desk._driver.execute("PRAGMA cache_size = 5")
for number in range(10_000):
    with desk.change(f"Add {number}") as tx:
        for person in range(PEOPLE):
            tx.add(Contact.new("x" * 900))
            if pause_in_change and number == 2 and person == 30:
                print("half", flush=True)
                time.sleep(60)
    print(number, flush=True)
"""


def clock() -> datetime:
    return datetime(2030, 1, 1, 12, tzinfo=UTC)


def start(path: Path, mode: str, pause: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", f"PEOPLE = {PEOPLE}{WRITER}", str(path), mode, pause],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def kill(writer: subprocess.Popen[str]) -> list[str]:
    """End the writer without warning; return what it had acknowledged."""
    writer.send_signal(signal.SIGKILL)
    said, _ = writer.communicate()
    return said.split()


def new_desk(folder: Path) -> Path:
    path = folder / "a.careerdesk"
    create_desk(path, clock=clock).close()
    return path


def test_that_a_kill_in_the_middle_of_a_change_leaves_only_whole_changes(tmp_path: Path) -> None:
    path = new_desk(tmp_path)
    writer = start(path, "truncate", "pause")
    assert writer.stdout is not None
    assert [writer.stdout.readline().strip() for _ in range(3)] == ["0", "1", "half"]
    kill(writer)
    with open_desk(path, clock=clock) as desk:
        assert (desk.count(Contact), len(desk.history()), desk.faults()) == (2 * PEOPLE, 2, [])
        while desk.undo():
            pass
        assert desk.count(Contact) == 0


def test_that_the_same_kill_breaks_a_desk_without_a_rollback_journal(tmp_path: Path) -> None:
    path = new_desk(tmp_path)
    writer = start(path, "off", "pause")
    assert writer.stdout is not None
    for _ in range(3):
        writer.stdout.readline()
    kill(writer)
    with pytest.raises((AssertionError, DeskDamagedError)):
        assert_whole(path, [])


def test_that_kills_at_random_moments_lose_nothing_acknowledged(tmp_path: Path) -> None:
    path = new_desk(tmp_path)
    moments = random.Random(7)
    made = 0
    for _ in range(12):
        writer = start(path, "truncate", "run")
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(moments.expovariate(1 / 0.03))
        acknowledged = kill(writer)
        made = assert_whole(path, acknowledged, made)


def assert_whole(path: Path, acknowledged: list[str], before: int = 0) -> int:
    """Assert that only whole changes are there and none that was acknowledged is missing."""
    with open_desk(path, clock=clock) as desk:
        people, changes = desk.count(Contact), len(desk.history())
        assert desk.faults() == []
        assert people == changes * PEOPLE
        # The first line is read before the kill; one change may be stored and not yet said.
        assert changes >= before + len(acknowledged)
        return changes


@contextlib.contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let every write beyond so many bytes of one file fail, as on a full disk."""
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limit[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.fixture
def filling(tmp_path: Path) -> Iterator[Desk]:
    """An open desk with one skill, for tests that let its disk fill up."""
    path = new_desk(tmp_path)
    with open_desk(path, clock=clock) as desk:
        with desk.change("Add skill Python") as tx:
            tx.add(Skill.new("Python"))
        yield desk


@pytest.mark.parametrize("spare", [0, 5_000, 40_000, 200_000])
def test_that_a_full_disk_is_said_and_leaves_the_desk_as_it_was(filling: Desk, spare: int) -> None:
    before = filling.digest()
    people = [Contact.new("x" * 500) for _ in range(2_000)]
    with (
        largest_file(filling.path.stat().st_size + spare),
        pytest.raises(DiskFullError, match="no space"),
        filling.change("Add") as tx,
    ):
        tx.add_many(people)
    assert (filling.digest(), filling.faults()) == (before, [])
    with filling.change("Add") as tx:  # the control: with space the same change is stored
        tx.add_many(people)
    assert filling.count(Contact) == 2_000


def test_that_a_backup_on_a_full_disk_leaves_nothing_behind(filling: Desk) -> None:
    with largest_file(filling.path.stat().st_size // 2), pytest.raises(DiskFullError):
        filling.backup()
    assert list(backup_folder(filling.path).iterdir()) == []
    filling.backup()
    assert len(list_backups(filling.path)) == 1


# Stops in the middle of an upgrade, on the copy (the house's way) or on the desk itself.
UPGRADER = """
import sqlite3, sys, time
from pathlib import Path
from careerdesk.storage import migrate
path, place = Path(sys.argv[1]), sys.argv[2]
def half(conn):
    conn.exec_driver_sql("DELETE FROM contact")
    if place == "live":
        conn.exec_driver_sql("COMMIT")
    print("half", flush=True)
    time.sleep(60)
migrate._steps = half
if place == "live":
    migrate._run(path)
else:
    migrate.upgrade(path)
"""


@pytest.mark.parametrize(("place", "left"), [("copy", PEOPLE), ("live", 0)])
def test_that_a_kill_during_an_upgrade_leaves_the_old_desk(
    tmp_path: Path, place: str, left: int
) -> None:
    """With the control that the same kill harms a desk that is upgraded in its place."""
    path = new_desk(tmp_path)
    with open_desk(path, clock=clock) as desk, desk.change("Add") as tx:
        tx.add_many(Contact.new("x") for _ in range(PEOPLE))
    writer = subprocess.Popen(
        [sys.executable, "-c", UPGRADER, str(path), place],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "half\n"
    kill(writer)
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("SELECT count(*) FROM contact").fetchone() == (left,)
        assert faults(conn) == []


def test_that_the_lock_of_a_killed_holder_is_free(tmp_path: Path) -> None:
    path = new_desk(tmp_path)
    writer = start(path, "truncate", "pause")
    assert writer.stdout is not None
    writer.stdout.readline()
    kill(writer)
    open_desk(path, clock=clock).close()
