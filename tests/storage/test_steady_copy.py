"""Backups made in another thread while the desk is written to."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from careerdesk.domain.errors import DeskDamagedError
from careerdesk.domain.skills import Rating, Skill
from careerdesk.services.backups import job_by_hand, note_job, run_job
from careerdesk.storage import backups, steady_copy
from careerdesk.storage.backup_places import backup_folder
from careerdesk.storage.backups import Backup, list_backups
from careerdesk.storage.integrity import faults, logical_digest, open_copy

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdesk.storage.desk import Desk

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)
SKILLS = 1_000


@pytest.fixture
def full_desk(desk: Desk) -> Desk:
    """A desk of a few megabytes, so that a copy takes several steps."""
    made = [Skill.new(f"Skill {number} " + "x" * 600) for number in range(SKILLS)]
    with desk.change("Fill") as tx:
        tx.add_many(made)
        tx.add_many(Rating.new(one.id, NOON.date(), None) for one in made)
    return desk


@pytest.fixture(autouse=True)
def _small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steady_copy, "_PAGES", 50)


def add_skill(desk: Desk, name: str) -> None:
    with desk.change(f"Add skill {name}") as tx:
        tx.add(Skill.new(name))


def backup(desk: Desk, progress: Callable[[int, int], None] = lambda _done, _of: None) -> Backup:
    return run_job(job_by_hand(desk, NOON), progress)


class InThread(threading.Thread):
    """Makes a backup elsewhere; ``result`` tells what came of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._job = job_by_hand(desk, NOON)
        self._result: Any = None

    def run(self) -> None:
        try:
            self._result = run_job(self._job, lambda _done, _of: None)
        except BaseException as error:
            self._result = error

    def result(self) -> Backup:
        self.join()
        assert isinstance(self._result, Backup), self._result
        return self._result


def test_that_it_is_the_backup_that_the_desk_itself_would_make(full_desk: Desk) -> None:
    seen: list[tuple[int, int]] = []
    made = backup(full_desk, lambda done, of: seen.append((done, of)))
    assert made.digest == full_desk.digest()
    assert made.counts["skill"] == SKILLS
    assert list_backups(full_desk.path) == [made]
    assert made.is_pinned
    assert len(seen) > 5
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]


def test_that_a_writer_meanwhile_neither_waits_long_nor_spoils_the_copy(full_desk: Desk) -> None:
    worker = InThread(full_desk)
    worker.start()
    waited, number = [], 0
    while worker.is_alive():
        begun = time.perf_counter()
        add_skill(full_desk, f"Meanwhile {number}")
        waited.append(time.perf_counter() - begun)
        number += 1
        time.sleep(0.005)
    made = worker.result()
    assert number > 1
    with open_copy(made.path) as copy:
        assert faults(copy) == []
        assert logical_digest(copy) == made.digest
        names = {row[0] for row in copy.execute("SELECT name FROM skill")}
    # One moment: all that was there before, and of what came after the first so many.
    later = {name for name in names if name.startswith("Meanwhile")}
    assert later == {f"Meanwhile {at}" for at in range(len(later))}
    assert len(names) == SKILLS + len(later)
    assert full_desk.count(Skill) == SKILLS + number
    assert max(waited) < 2


def test_that_a_change_between_copy_and_comparison_makes_it_begin_again(
    full_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified, changes = backups.verified, iter(["A", "B"])

    def change_then_verify(copy: Any) -> dict[str, int]:
        for name in [next(changes, "")]:
            if name:
                add_skill(full_desk, name)
        return verified(copy)

    monkeypatch.setattr(backups, "verified", change_then_verify)
    made = backup(full_desk)
    assert made.digest == full_desk.digest()


def test_that_a_desk_changed_each_time_before_it_is_compared_is_not_kept_waiting(
    full_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified, number = backups.verified, 0

    def change_then_verify(copy: Any) -> dict[str, int]:
        nonlocal number
        number += 1
        add_skill(full_desk, f"Change {number}")
        return verified(copy)

    monkeypatch.setattr(backups, "verified", change_then_verify)
    made = backup(full_desk)
    with open_copy(made.path) as copy:
        assert logical_digest(copy) == made.digest != full_desk.digest()
        assert faults(copy) == []


def test_that_a_desk_that_never_rests_is_copied_while_it_waits(
    full_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = 0

    def change(_done: int, _of: int) -> None:
        nonlocal number
        number += 1
        add_skill(full_desk, f"Skill {number}")

    made = backup(full_desk, change)
    assert made.digest == full_desk.digest()
    assert number >= steady_copy._BEGINNINGS


def test_that_a_copy_that_differs_is_thrown_away(
    full_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    digests = iter(["one", "another"])
    monkeypatch.setattr(steady_copy, "logical_digest", lambda _: next(digests))
    with pytest.raises(DeskDamagedError, match="differs from the desk"):
        backup(full_desk)
    assert list(backup_folder(full_desk.path).iterdir()) == []


def test_that_two_at_a_time_leave_each_other_alone(full_desk: Desk) -> None:
    worker = InThread(full_desk)
    worker.start()
    own = full_desk.backup()
    made = worker.result()
    assert {one.path for one in list_backups(full_desk.path)} == {own.path, made.path}


def test_that_what_was_changed_since_it_began_is_still_to_be_backed_up(desk: Desk) -> None:
    add_skill(desk, "Before")
    job = job_by_hand(desk, NOON)
    made = run_job(job, lambda _done, _of: None)
    add_skill(desk, "After")
    note_job(desk, job, made)
    assert desk.is_changed
    job = job_by_hand(desk, NOON)
    note_job(desk, job, run_job(job, lambda _done, _of: None))
    assert not desk.is_changed
