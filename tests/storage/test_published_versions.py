"""Desks made by every published version are brought up to date with everything on them."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.portfolio import PortfolioHidden, PortfolioSection
from careerdesk.domain.profile import PaperSize, Preferences
from careerdesk.domain.records import KINDS
from careerdesk.domain.skills import Skill
from careerdesk.storage import header, migrate
from careerdesk.storage.backups import list_backups
from careerdesk.storage.integrity import open_copy
from careerdesk.storage.layout import SCHEMA_VERSION
from careerdesk.storage.opening import create_desk, open_desk
from careerdesk.storage.restoring import restore
from careerdesk.storage.seal import Seal, check_seal, write_seal

# Each file was written by the program of its version, with records of every kind it knew, an
# attachment, changes done and one undone. None is ever made again.
DESKS = Path(__file__).parent / "desks"
VERSIONS = range(1, SCHEMA_VERSION)
Rows = dict[str, list[dict[str, Any]]]


def clock() -> datetime:
    return datetime(2030, 1, 1, 12, tzinfo=UTC)


@pytest.fixture(params=VERSIONS)
def published(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A sealed desk of an older version."""
    path = tmp_path / "a.careerdesk"
    path.write_bytes(gzip.decompress((DESKS / f"v{request.param}.careerdesk.gz").read_bytes()))
    write_seal(path)
    return path


def rows(path: Path) -> Rows:
    """Everything in the tables of records of a file, whatever its version."""
    found: Rows = {}
    with open_copy(path) as conn:
        conn.row_factory = sqlite3.Row
        present = {row["name"] for row in conn.execute("SELECT name FROM sqlite_master")}
        for table in sorted(present & {*KINDS, "blob"}):
            found[table] = [dict(row) for row in conn.execute(f'SELECT * FROM "{table}"')]
    return found


def shape(path: Path) -> set[tuple[str, str]]:
    with open_copy(path) as conn:
        found = conn.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {(name, " ".join(sql.split())) for name, sql in found}


def kept(before: Rows, after: Rows) -> bool:
    """Say whether every row is there with every value it had; new columns may have joined."""
    return all(
        len(old) == len(after[table])
        and all(any(row.items() <= now.items() for now in after[table]) for row in old)
        for table, old in before.items()
    )


def test_that_every_older_version_has_a_desk_here() -> None:
    assert {path.name for path in DESKS.iterdir()} == {f"v{n}.careerdesk.gz" for n in VERSIONS}


def test_that_a_published_desk_keeps_every_row(published: Path) -> None:
    before = rows(published)
    assert all(before.values()), "the fixture has something in every table it knows"
    with open_desk(published, clock=clock) as desk:
        assert desk.faults() == []
        assert desk.records().profile.name == "Ana Kowalska"
    assert kept(before, rows(published))
    assert header.read_version(published) == SCHEMA_VERSION


def test_that_a_lost_or_changed_row_would_be_noticed(published: Path) -> None:
    before = rows(published)
    changed = {**before, "skill": [{**row, "name": "x"} for row in before["skill"]]}
    assert not kept(before, changed)
    assert not kept(before, {**before, "skill": before["skill"][1:]})


def test_that_a_published_desk_gets_the_tables_of_a_new_one(
    published: Path, tmp_path: Path
) -> None:
    open_desk(published, clock=clock).close()
    create_desk(tmp_path / "new.careerdesk", clock=clock).close()
    assert shape(published) == shape(tmp_path / "new.careerdesk")


def test_that_a_published_desk_is_kept_as_it_was_and_the_user_told(published: Path) -> None:
    before, version = rows(published), header.read_version(published)
    with open_desk(published, clock=clock) as desk:
        (notice,) = desk.notices
    (backup,) = (one for one in list_backups(published) if one.is_pinned)
    assert header.read_version(backup.path) == version
    assert rows(backup.path) == before
    assert "brought up to date" in notice
    assert backup.path.name in notice


def test_that_an_upgraded_desk_is_sealed_and_opens_without_a_word(published: Path) -> None:
    open_desk(published, clock=clock).close()
    assert check_seal(published) is Seal.INTACT
    with open_desk(published, clock=clock) as desk:
        assert desk.notices == ()


def test_that_an_upgrade_still_tells_that_another_program_wrote_to_the_desk(
    published: Path,
) -> None:
    with closing(sqlite3.connect(published, isolation_level=None)) as conn:
        conn.execute("UPDATE skill SET note = 'from outside'")
    with open_desk(published, clock=clock) as desk:
        assert ["up to date" in one for one in desk.notices] == [True, False]
        assert desk.found_seal is Seal.BROKEN


def test_that_the_history_of_a_published_desk_is_sealed(published: Path) -> None:
    with open_desk(published, clock=clock) as desk:
        states = {entry.title: entry.state.value for entry in desk.history()}
        assert set(states.values()) == {"sealed"}
        assert desk.undo() is None
        assert desk.redo() is None
        with desk.change("Add skill New") as tx:
            tx.add(Skill.new("New"))
        undone = desk.undo()
        assert undone is not None
        assert undone.title == "Add skill New"


def test_that_an_upgrade_cut_short_before_the_swap_leaves_the_older_desk(
    published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = published.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(migrate, "_take_place", stop)
        with pytest.raises(KeyboardInterrupt):
            open_desk(published, clock=clock)
    assert published.read_bytes() == before
    with open_desk(published, clock=clock) as desk:
        assert desk.faults() == []


def test_that_a_published_desk_in_a_protected_folder_is_read_as_it_is(published: Path) -> None:
    before = published.read_bytes()
    published.chmod(0o400)
    with open_desk(published, clock=clock) as desk:
        assert desk.is_read_only
        assert desk.records().skills
    assert published.read_bytes() == before
    assert check_seal(published) is Seal.INTACT


def test_that_a_backup_of_a_published_version_restores(published: Path, tmp_path: Path) -> None:
    path = tmp_path / "restored.careerdesk"
    restore(path, published, clock=clock)
    with open_desk(path, clock=clock) as desk:
        assert desk.records().profile.name == "Ana Kowalska"


def test_that_version_1_gets_the_usual_portfolio(tmp_path: Path) -> None:
    path = tmp_path / "a.careerdesk"
    path.write_bytes(gzip.decompress((DESKS / "v1.careerdesk.gz").read_bytes()))
    with open_desk(path, clock=clock) as desk:
        (stored,) = desk.all(Preferences)
        assert (stored.paper, stored.weekly_goal_minutes) == (PaperSize.A4, 240)
        assert (desk.all(PortfolioSection), desk.all(PortfolioHidden)) == ([], [])
        skill = desk.all(Skill)[0]
        with desk.change("Hide") as tx:
            tx.add(PortfolioHidden.new("skill_id", skill.id))
        with desk.change("Delete") as tx:
            tx.remove(skill)
        assert desk.all(PortfolioHidden) == []
        desk.undo()
        assert [one.skill_id for one in desk.all(PortfolioHidden)] == [skill.id]


def test_that_version_2_can_hold_what_an_assessment_needs(tmp_path: Path) -> None:
    path = tmp_path / "a.careerdesk"
    path.write_bytes(gzip.decompress((DESKS / "v2.careerdesk.gz").read_bytes()))
    with open_desk(path, clock=clock) as desk:
        (stored,) = desk.all(Preferences)
        assert (stored.paper, stored.stale_months) == (PaperSize.LETTER, 12)
        skill = desk.all(Skill)[0]
        assert skill.key == str(skill.id)
        shown = Evidence.new(
            skill.id, "Report", EvidenceKind.FILE, EvidenceTier.ARTEFACT, PartialDate("2026")
        )
        with desk.change("Add evidence") as tx:
            tx.add(shown)
        with desk.change("Delete") as tx:
            tx.remove(skill)
        assert desk.all(Evidence) == []
        desk.undo()
        assert desk.all(Evidence) == [shown]
