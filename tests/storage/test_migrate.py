"""Upgrading: on a verified copy that then takes the desk's place, whole or not at all."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from making import an_attachment

from careerdesk.domain.errors import DeskDamagedError
from careerdesk.domain.skills import Skill, SkillGroup
from careerdesk.storage import header, migrate, opening
from careerdesk.storage.backups import list_backups
from careerdesk.storage.layout import SCHEMA_VERSION
from careerdesk.storage.opening import create_desk, open_desk

if TYPE_CHECKING:
    from pathlib import Path

STEP = '''"""A step of the next version."""

from alembic import op

revision = "{new:04}"
down_revision = "{old:04}"


def upgrade():
    {body}
'''
REBUILD = """with op.batch_alter_table("skill_group") as batch:
        batch.alter_column("rank", nullable=False)"""
ADD = 'op.execute("CREATE TABLE remark (id TEXT PRIMARY KEY) STRICT")'
NEXT = SCHEMA_VERSION + 1
LOSE = 'op.execute("DELETE FROM skill")'
DANGLE = 'op.execute("DELETE FROM skill_group")'
FAIL = f'{ADD}\n    op.execute("nonsense")'


def clock() -> datetime:
    return datetime(2030, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def old_desk(tmp_path: Path) -> Path:
    """A closed desk of the present version, with a skill in a group."""
    path = tmp_path / "a.careerdesk"
    with create_desk(path, clock=clock) as desk, desk.change("Add") as tx:
        group = SkillGroup.new("Data")
        tx.add(group, Skill.new("SQL", group_id=group.id))
    return path


def next_version(body: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program know one version more, whose step is ``body``."""
    steps = tmp_path / "a % folder" / "steps"
    shutil.copytree(migrate.STEPS, steps)
    numbers = {"old": SCHEMA_VERSION, "new": NEXT}
    step = steps / "versions" / f"v{NEXT:04}_next.py"
    step.write_text(STEP.format(body=body, **numbers), encoding="utf-8")
    monkeypatch.setattr(migrate, "STEPS", steps)
    for module in (header, opening):
        monkeypatch.setattr(module, "SCHEMA_VERSION", NEXT)


@pytest.mark.parametrize("body", [ADD, REBUILD])
def test_that_an_older_desk_is_upgraded_with_everything_on_it(
    old_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    next_version(body, tmp_path, monkeypatch)
    with open_desk(old_desk, clock=clock) as desk:
        assert (desk.count(Skill), desk.count(SkillGroup), desk.faults()) == (1, 1, [])
        assert desk.all(Skill)[0].group_id is not None
    assert header.read_version(old_desk) == NEXT


def test_that_a_pinned_backup_of_the_old_version_is_made_before(
    old_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_version(ADD, tmp_path, monkeypatch)
    open_desk(old_desk, clock=clock).close()
    pinned = [backup for backup in list_backups(old_desk) if backup.is_pinned]
    assert [header.read_version(backup.path) for backup in pinned] == [SCHEMA_VERSION]


def test_that_the_history_is_listed_but_sealed_by_an_upgrade(
    old_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_version(ADD, tmp_path, monkeypatch)
    with open_desk(old_desk, clock=clock) as desk:
        assert [(entry.title, entry.state.value) for entry in desk.history()] == [("Add", "sealed")]
        assert desk.undo() is None


@pytest.mark.parametrize("body", [LOSE, DANGLE, FAIL])
def test_that_an_upgrade_that_fails_leaves_the_desk_as_it_was(
    old_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    next_version(body, tmp_path, monkeypatch)
    before = old_desk.read_bytes()
    with pytest.raises((DeskDamagedError, sqlite3.OperationalError)):
        open_desk(old_desk, clock=clock)
    assert old_desk.read_bytes() == before
    assert not list(old_desk.parent.glob(".*upgrading*"))


def test_that_a_read_only_older_desk_is_upgraded_in_a_copy(
    old_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_version(ADD, tmp_path, monkeypatch)
    before = old_desk.read_bytes()
    old_desk.chmod(0o400)
    with open_desk(old_desk, clock=clock) as desk:
        assert (desk.is_read_only, desk.count(Skill)) == (True, 1)
    assert old_desk.read_bytes() == before


def test_that_a_step_with_foreign_keys_on_is_never_run(
    old_desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def with_keys(*args: object, **options: object) -> sqlite3.Connection:
        conn = connect(*args, **options)  # type: ignore[call-overload]
        conn.execute("PRAGMA foreign_keys = ON")
        assert isinstance(conn, sqlite3.Connection)
        return conn

    monkeypatch.setattr(sqlite3, "connect", with_keys)
    with pytest.raises(RuntimeError, match="foreign keys are on"):
        migrate.upgrade(old_desk)


def test_that_a_rebuild_keeps_the_rules_of_foreign_keys(
    old_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_version(
        REBUILD.replace("skill_group", "rating").replace("rank", "note"), tmp_path, monkeypatch
    )
    open_desk(old_desk, clock=clock).close()
    with closing(sqlite3.connect(old_desk)) as conn:
        (sql,) = conn.execute("SELECT sql FROM sqlite_master WHERE name = 'rating'").fetchone()
    assert "ON DELETE CASCADE" in sql
    assert "STRICT" in sql


def test_that_bytes_only_the_sealed_history_needed_go_with_an_upgrade(
    old_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_desk(old_desk, clock=clock) as desk:
        skill = desk.all(Skill)[0]
        scan = an_attachment(skill_id=skill.id, content=b"private scan")
        with desk.change("Attach") as tx:
            tx.keep(b"private scan")
            tx.add(scan)
        with desk.change("Remove") as tx:
            tx.remove(scan)
    next_version(ADD, tmp_path, monkeypatch)
    open_desk(old_desk, clock=clock).close()
    assert b"private scan" not in old_desk.read_bytes()
