from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from careerdesk.domain.skills import Skill
from careerdesk.services.desk import create_desk, open_desk
from careerdesk.storage import early_digest
from careerdesk.storage.early_digest import EarlyDigest
from careerdesk.storage.integrity import file_digest
from careerdesk.storage.seal import Seal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path


@pytest.fixture(autouse=True)
def _nothing_is_too_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(early_digest, "_SMALLEST", 0)


@pytest.fixture
def path(tmp_path: Path, clock: Callable[[], datetime]) -> Path:
    """A closed and sealed desk."""
    path = tmp_path / "a.careerdesk"
    create_desk(path, clock=clock).close()
    return path


def test_that_a_file_read_early_has_the_digest_it_has_later(path: Path) -> None:
    assert EarlyDigest(path).of(path) == file_digest(path)


def test_that_a_file_changed_meanwhile_is_read_again(path: Path) -> None:
    early = EarlyDigest(path)
    early._thread.join()  # type: ignore[union-attr]
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("INSERT INTO skill_group VALUES ('7e57', 'x', 0, 0)")
    assert early.of(path) is None
    with open_desk(path, early=early) as desk:
        assert desk.found_seal is Seal.BROKEN


def test_that_a_desk_is_opened_with_what_was_read_early(
    path: Path, clock: Callable[[], datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    early = EarlyDigest(path)
    early._thread.join()  # type: ignore[union-attr]
    monkeypatch.setattr("careerdesk.storage.seal.file_digest", lambda _: "not asked")
    with open_desk(path, clock=clock, early=early) as desk:
        assert desk.found_seal is Seal.INTACT
        monkeypatch.undo()
        with desk.change("Add") as tx:
            tx.add(Skill.new("Python"))


def test_that_another_file_or_none_is_no_reason_to_trust(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.careerdesk"
    other.write_bytes(path.read_bytes())
    assert EarlyDigest(path).of(other) is None
    assert EarlyDigest(tmp_path / "gone").of(path) is None
