"""Backups are verified when made, thinned out with age, and never lose the last good one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.errors import DeskDamagedError, FileProblemError
from careerdesk.domain.skills import Skill
from careerdesk.services.backups import job_if_due, note_job, run_job
from careerdesk.storage import backups
from careerdesk.storage.backup_places import backup_folder
from careerdesk.storage.backups import Backup, list_backups, surplus
from careerdesk.storage.integrity import logical_digest, open_copy
from careerdesk.storage.opening import create_desk, open_desk

if TYPE_CHECKING:
    from careerdesk.storage.desk import Desk

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)


def add_skill(desk: Desk, name: str) -> None:
    with desk.change(f"Add skill {name}") as tx:
        tx.add(Skill.new(name))


def test_that_a_backup_holds_what_the_desk_holds(desk: Desk) -> None:
    add_skill(desk, "Python")
    made = desk.backup(reason="test")
    with open_copy(made.path) as copy:
        assert logical_digest(copy) == made.digest == desk.digest()
    assert (made.counts["skill"], list_backups(desk.path)) == (1, [made])


def test_that_closing_backs_up_only_what_was_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.careerdesk"
    with create_desk(path, clock=lambda: NOON) as desk:
        add_skill(desk, "Python")
    with open_desk(path, clock=lambda: NOON):
        pass
    assert len(list_backups(path)) == 1


def test_that_a_backup_is_due_30_minutes_after_the_last_if_something_changed(desk: Desk) -> None:
    def is_made(now: datetime) -> bool:
        job = job_if_due(desk, now)
        if job is not None:
            assert job.reason == "while it was open"  # also the first, a minute after opening
            note_job(desk, job, run_job(job, lambda _done, _of: None))
        return job is not None

    assert not is_made(NOON)
    add_skill(desk, "Python")
    assert is_made(NOON)
    add_skill(desk, "SQL")
    assert not is_made(NOON + timedelta(minutes=29))
    assert is_made(NOON + timedelta(minutes=30))
    assert not is_made(NOON + timedelta(minutes=90))


def test_that_two_backups_of_one_second_get_two_names(desk: Desk) -> None:
    assert desk.backup().path != desk.backup().path


def test_that_an_unsound_copy_never_gets_a_name(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_skill(desk, "Python")
    monkeypatch.setattr(backups, "faults", lambda _: ["a page is torn"])
    with pytest.raises(DeskDamagedError, match="a page is torn"):
        desk.backup()
    assert list(backup_folder(desk.path).iterdir()) == []


def test_that_a_copy_that_differs_from_the_desk_never_gets_a_name(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    digests = iter(["one", "other"])
    monkeypatch.setattr(backups, "logical_digest", lambda _: next(digests))
    with pytest.raises(DeskDamagedError, match="differs"):
        desk.backup()
    assert list(backup_folder(desk.path).iterdir()) == []


def test_that_what_a_killed_backup_left_is_swept(desk: Desk) -> None:
    backup_folder(desk.path).mkdir()
    left = backup_folder(desk.path) / ".unfinished-abc"
    left.write_bytes(b"half")
    desk.backup()
    assert not left.exists()


def test_that_a_folder_that_cannot_be_made_is_said_and_closing_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.careerdesk"
    desk = create_desk(path, clock=lambda: NOON)
    backup_folder(path).write_text("in the way")
    add_skill(desk, "Python")
    with pytest.raises(FileProblemError):
        desk.backup()
    desk.close()
    assert "No backup was made" in desk.notices[0]
    with open_desk(path, clock=lambda: NOON) as again:
        assert again.count(Skill) == 1


def test_that_a_sidecar_that_cannot_be_read_makes_no_backup(desk: Desk) -> None:
    made = desk.backup()
    Path(f"{made.path}.json").write_text("{")
    assert list_backups(desk.path) == []


def test_that_old_backups_are_removed_with_their_sidecars(tmp_path: Path) -> None:
    now = [NOON]
    with create_desk(tmp_path / "a.careerdesk", clock=lambda: now[0]) as desk:
        for hours in range(0, 24 * 5, 6):
            now[0] = NOON + timedelta(hours=hours)
            desk.backup()
        kept = list_backups(desk.path)
        files = list(backup_folder(desk.path).iterdir())
    assert len(kept) < 20
    assert len(files) == 2 * len(kept)


def test_that_hand_made_backups_are_pinned_and_stay(tmp_path: Path) -> None:
    now = [NOON]
    with create_desk(tmp_path / "a.careerdesk", clock=lambda: now[0]) as desk:
        pinned = desk.backup(pinned=True)
        now[0] = NOON + timedelta(days=3000)
        desk.backup()
        assert pinned in list_backups(desk.path)


def a_backup(hours_old: float, pinned: bool = False) -> Backup:
    return Backup(
        path=Path(f"{hours_old}"),
        made_at=NOON - timedelta(hours=hours_old),
        is_pinned=pinned,
        reason="",
        digest="",
        file_digest="",
        counts={},
    )


MANY = st.lists(
    st.builds(a_backup, st.floats(0, 24 * 600), st.sampled_from([True, False, False, False])),
    max_size=120,
    unique_by=lambda backup: backup.made_at,
)


@given(MANY)
def test_that_rotation_keeps_pinned_newest_and_recent_ones(made: list[Backup]) -> None:
    gone = surplus(made, NOON)
    kept = [backup for backup in made if backup not in gone]
    assert not any(backup.is_pinned for backup in gone)
    assert not any(NOON - backup.made_at <= timedelta(days=2) for backup in gone)
    assert not made or max(made, key=lambda backup: backup.made_at) in kept


@given(MANY)
def test_that_rotation_keeps_one_of_each_recent_day_week_and_month(made: list[Backup]) -> None:
    kept = {backup.made_at for backup in made if backup not in surplus(made, NOON)}
    for period, how_many in (("%Y-%j", 12), ("%G-%V", 10), ("%Y-%m", 9)):
        groups = sorted({b.made_at.strftime(period) for b in made}, reverse=True)[:how_many]
        for group in groups:
            newest = max(b.made_at for b in made if b.made_at.strftime(period) == group)
            assert newest in kept


@given(MANY)
def test_that_rotation_is_bounded_and_settles(made: list[Backup]) -> None:
    gone = surplus(made, NOON)
    kept = [backup for backup in made if backup not in gone]
    old = [b for b in kept if not b.is_pinned and NOON - b.made_at > timedelta(days=2)]
    assert len(old) <= 12 + 10 + 9 + 1
    assert surplus(kept, NOON) == []


def test_that_a_clock_set_back_does_not_cost_the_newest_backup() -> None:
    future = a_backup(-24 * 400)
    assert future not in surplus([future, *(a_backup(24.0 * days) for days in range(99))], NOON)


def test_that_a_live_writer_does_not_tear_a_backup(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.path, isolation_level=None)) as other:
        for number in range(20):
            other.execute(
                "INSERT INTO skill VALUES (?, 'x', NULL, NULL, NULL, NULL, '', '', '', 0)",
                (str(number),),
            )
            with open_copy(desk.backup().path) as copy:
                assert copy.execute("SELECT count(*) FROM skill").fetchone() == (number + 1,)


def test_that_a_rotation_that_fails_is_no_failed_backup(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_skill(desk, "Python")

    def fail(path: Path, now: datetime) -> None:
        raise FileProblemError(f"{path.name} cannot be thinned out at {now}.")

    monkeypatch.setattr(backups, "remove_surplus", fail)
    made = desk.backup()
    assert list_backups(desk.path) == [made]
    assert not desk.is_changed
    assert "were not removed" in desk.notices[0]
