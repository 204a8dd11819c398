from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from foreign_files import ADA, CONNECTIONS, CONNECTIONS_HEADER, EXPORT, put, put_folder, zip_bytes

from careerdesk.domain.errors import ImportProblemError, InvalidValueError, ReadOnlyDeskError
from careerdesk.domain.network import Contact
from careerdesk.domain.profile import Profile
from careerdesk.domain.skills import Skill
from careerdesk.services.backups import list_backups
from careerdesk.services.desk import Desk, create_desk, open_desk
from careerdesk.services.imports import ImportPlan, apply_import, plan_import
from careerdesk.storage.writer import Tx

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """A LinkedIn export as a zip."""
    return put(tmp_path / "in" / "export.zip", zip_bytes(EXPORT))


def imported(desk: Desk, *paths: Path) -> ImportPlan:
    made = plan_import(desk, paths)
    apply_import(desk, made)
    return made


def test_that_planning_writes_nothing(desk: Desk, export: Path) -> None:
    before = desk.digest()
    made = plan_import(desk, [export])
    assert len(made.new) == 13
    assert desk.digest() == before
    assert desk.history() == []
    assert list_backups(desk.path) == []


def test_that_an_import_is_one_change_after_a_pinned_backup(desk: Desk, export: Path) -> None:
    made = imported(desk, export)
    (change,) = desk.history()
    assert change.title == made.title == "Import LinkedIn export (13 new)"
    (backup,) = list_backups(desk.path)
    assert backup.is_pinned
    assert desk.count(Contact) == 2
    assert desk.records().profile.email == "ada@example.org"
    assert {entry.after for entry in made.new} >= set(desk.all(Contact))


def test_that_one_undo_takes_it_back_and_one_redo_brings_it_again(desk: Desk, export: Path) -> None:
    before = desk.digest()
    imported(desk, export)
    after = desk.digest()
    desk.undo()
    assert desk.digest() == before
    desk.redo()
    assert desk.digest() == after


def test_that_a_second_import_leaves_no_trace(desk: Desk, export: Path) -> None:
    imported(desk, export)
    before = desk.digest()
    made = imported(desk, export)
    assert made.is_empty
    assert desk.digest() == before
    assert len(desk.history()) == 1
    assert len(list_backups(desk.path)) == 1


def test_that_changed_records_are_changed_and_undone(desk: Desk, tmp_path: Path) -> None:
    imported(desk, put(tmp_path / "Connections.csv", CONNECTIONS))
    before = desk.digest()
    moved = CONNECTIONS_HEADER + ADA.replace("Engines Ltd", "Looms Ltd")
    made = imported(desk, put(tmp_path / "Connections.csv", moved))
    assert made.counts() == {"contact": {"new": 0, "changed": 1, "identical": 0, "skipped": 0}}
    assert desk.find(Contact, organization="Looms Ltd") is not None
    desk.undo()
    assert desk.digest() == before


def test_that_several_paths_are_one_import(desk: Desk, tmp_path: Path) -> None:
    people = put(tmp_path / "Connections.csv", CONNECTIONS)
    skills = put(tmp_path / "skill.csv", "name,interest\nPython,4\n")
    imported(desk, people, skills)
    (change,) = desk.history()
    assert change.title == "Import several files (3 new)"


def test_that_a_table_can_be_named_by_the_user(desk: Desk, tmp_path: Path) -> None:
    path = put(tmp_path / "people.csv", "name,role\nAda,Analyst\n")
    made = plan_import(desk, [path], kind="contact")
    assert [entry.after.title for entry in made.new] == ["Analyst"]


def test_that_an_unknown_table_is_named_beside_those_there_are(desk: Desk, tmp_path: Path) -> None:
    path = put(tmp_path / "people.csv", "name,role\nAda,Analyst\n")
    with pytest.raises(InvalidValueError, match=r"'nonsense' is not one.*profile, .*contact"):
        plan_import(desk, [path], kind="nonsense")


def test_that_a_change_with_the_number_of_one_undone_is_noticed(desk: Desk, export: Path) -> None:
    with desk.change("Add skill Python") as tx:
        tx.add(Skill.new("Python"))
    made = plan_import(desk, [export])
    desk.undo()
    with desk.change("Add skill C++") as tx:
        tx.add(Skill.new("C++"))
    with pytest.raises(ImportProblemError, match="start the import again"):
        apply_import(desk, made)


def test_that_every_undo_of_many_is_noticed(desk: Desk, export: Path) -> None:
    for name in "abc":
        with desk.change("Add skill") as tx:
            tx.add(Skill.new(name))
    for _ in "abc":
        made = plan_import(desk, [export])
        desk.undo()
        with pytest.raises(ImportProblemError, match="start the import again"):
            apply_import(desk, made)
    made = plan_import(desk, [export])
    desk.redo()
    desk.undo()
    apply_import(desk, made)


def test_that_a_desk_changed_meanwhile_is_not_written_to(desk: Desk, export: Path) -> None:
    made = plan_import(desk, [export])
    with desk.change("Add skill") as tx:
        tx.add(Skill.new("Python"))
    before = desk.digest()
    with pytest.raises(ImportProblemError, match="start the import again"):
        apply_import(desk, made)
    assert desk.digest() == before
    desk.undo()
    with pytest.raises(ImportProblemError, match="start the import again"):
        apply_import(desk, made)
    apply_import(desk, plan_import(desk, [export]))
    assert desk.count(Skill) == 2


def test_that_an_import_that_fails_on_the_way_leaves_the_desk_as_it_was(
    desk: Desk, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = plan_import(desk, [export])
    before = desk.digest()

    def fail(self: Tx, record: object) -> None:
        raise ImportProblemError("The disk is full.", file="")

    monkeypatch.setattr(Tx, "put", fail)
    with pytest.raises(ImportProblemError):
        apply_import(desk, made)
    assert desk.digest() == before
    assert desk.history() == []


def test_that_progress_ends_at_its_total(desk: Desk, export: Path) -> None:
    told: list[tuple[int, int]] = []
    made = plan_import(desk, [export], progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (100, 100)
    told.clear()
    apply_import(desk, made, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (13, 13)
    assert told == sorted(told)


def test_that_a_profile_that_stands_already_is_filled_and_not_doubled(
    desk: Desk, export: Path
) -> None:
    with desk.change("Fill in profile") as tx:
        tx.put(replace(Profile(), name="Countess Ada"))
    made = imported(desk, export)
    assert made.counts()["profile"]["changed"] == 1
    assert desk.records().profile.name == "Countess Ada"
    assert desk.records().profile.headline == "Analyst"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cut.zip", zip_bytes(EXPORT)[:200]),
        ("Connections.csv", b"Vorname,Nachname\nAda,Byron\n"),
        ("desk.json", b"[" * 100_000),
        ("bomb.zip", zip_bytes({"Connections.csv": bytes(3_000_000)})),
    ],
)
def test_that_a_bad_file_gets_a_sentence_and_changes_nothing(
    desk: Desk, tmp_path: Path, name: str, content: bytes
) -> None:
    path = put(tmp_path / "in" / name, content)
    before = desk.digest()
    with pytest.raises(ImportProblemError, match="desk is unchanged"):
        plan_import(desk, [path])
    assert desk.digest() == before
    assert [item.name for item in path.parent.iterdir()] == [name]


def test_that_a_desk_that_cannot_be_written_can_still_be_compared(
    tmp_path: Path, export: Path, clock: Callable[[], datetime]
) -> None:
    path = tmp_path / "mine.careerdesk"
    create_desk(path, clock=clock).close()
    path.chmod(0o400)
    with open_desk(path, clock=clock) as desk:
        assert desk.is_read_only
        made = plan_import(desk, [export])
        assert not made.is_empty
        with pytest.raises(ReadOnlyDeskError):
            apply_import(desk, made)


def test_that_a_folder_is_imported_as_its_zip_is(desk: Desk, export: Path, tmp_path: Path) -> None:
    imported(desk, export)
    assert plan_import(desk, [put_folder(tmp_path / "folder", EXPORT)]).is_empty
