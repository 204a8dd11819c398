"""What `careerdesk import-role` says and does, read by a person and by a program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from foreign_files import put_folder
from role_releases import ESCO, INTERESTS_HEADER, ONET, interests

from careerdesk.__main__ import is_for_command_line
from careerdesk.cli import run
from careerdesk.domain.roles import Role
from careerdesk.services import role_import
from careerdesk.services.desk import create_desk, open_desk
from careerdesk.services.roles import drop_skill

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "alex.careerdesk"
    create_desk(made).close()
    return made


@pytest.fixture
def onet(tmp_path: Path) -> list[Path]:
    return written(tmp_path / "onet", ONET)


def written(folder: Path, files: Mapping[str, str]) -> list[Path]:
    return sorted(put_folder(folder, files).iterdir())


def own_titles(path: Path) -> list[str]:
    with open_desk(path) as desk:
        return sorted(role.title for role in desk.all(Role))


def asked(*words: object) -> int:
    return run(["import-role", *map(str, words)])


def test_that_files_are_imported_and_one_undo_takes_them_back(
    path: Path, onet: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert is_for_command_line(["import-role"])
    assert asked(path, *onet) == 0
    said = capsys.readouterr()
    assert "new  15-2051.00  Data Scientists" in said.out
    assert "Imported 3 roles as one change; `careerdesk undo` takes it back." in said.out
    assert "CareerDesk's judgement" in said.err
    assert own_titles(path) == [
        "Data Scientists", "Intelligence Analysts", "Urban and Regional Planners",
    ]  # fmt: skip
    assert asked(path, *onet) == 0
    assert "Every role was on the desk already" in capsys.readouterr().out
    assert run(["undo", str(path)]) == 0
    assert own_titles(path) == []


def test_that_one_role_of_many_is_chosen_by_its_code_or_uri(
    path: Path, onet: list[Path], tmp_path: Path
) -> None:
    assert asked(path, *onet, "--only", "19-3051.00") == 0
    folder = written(tmp_path / "esco", ESCO)
    assert asked(path, *folder, "--only", "http://data.europa.eu/esco/occupation/f2b15a0e") == 0
    assert own_titles(path) == ["Urban and Regional Planners", "software developer"]


def test_that_a_code_of_none_of_the_roles_changes_nothing(
    path: Path, onet: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(path, *onet, "--only", "99-9999.99") == 1
    assert "is of none of the 3 roles in these files" in capsys.readouterr().err
    assert own_titles(path) == []


def test_that_a_search_lists_roles_and_changes_nothing(
    path: Path, onet: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(path, *onet, "--search", "developer advocate") == 0
    found = capsys.readouterr().out
    assert "19-3051.00  Urban and Regional Planners  (also called Developer Advocate)" in found
    assert asked(path, *onet, "--search", "developer advocate", "--json") == 0
    (role,) = json.loads(capsys.readouterr().out)["roles"]
    assert (role["code"], role["found_by"]) == ("19-3051.00", "Developer Advocate")
    assert asked(path, *onet, "--search", "astronaut") == 0
    assert "No role in these files is called so." in capsys.readouterr().out
    assert own_titles(path) == []


@pytest.mark.parametrize("text", ["", "  "])
def test_that_a_search_for_nothing_lists_all_and_imports_none(
    path: Path, onet: list[Path], capsys: pytest.CaptureFixture[str], text: str
) -> None:
    assert asked(path, *onet, "--search", text) == 0
    said = capsys.readouterr().out
    assert said.count("-") >= 3
    assert "Nothing was imported" in said
    assert own_titles(path) == []


def test_that_the_choice_may_stand_before_the_desk_and_name_several(
    path: Path, onet: list[Path]
) -> None:
    assert asked("--only", "15-2051.00", path, *onet) == 0
    assert own_titles(path) == ["Data Scientists"]
    codes = ("--only", "15-2051.00,19-3051.00", "--only", "33-3021.06")
    assert asked(*codes, path, *onet) == 0
    assert len(own_titles(path)) == 3


def test_that_help_says_how_many_roles_come_without_a_choice(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        asked("--help")
    said = " ".join(capsys.readouterr().out.split())
    assert f"more than {role_import.MOST_UNASKED} in the files" in said
    assert "[--only CODE |" in said


def test_that_a_refused_code_tells_of_the_lines_that_were_left_out(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = ONET["Occupation Data.txt"].replace("15-2051.00", "15-2051")
    folder = written(tmp_path / "bad", {**ONET, "Occupation Data.txt": bad})
    assert asked("--only", "15-2051.00", path, *folder) == 1
    assert "Occupation Data.txt, line 2: '15-2051' is no O*NET-SOC code" in capsys.readouterr().err


def test_that_a_role_changed_by_the_user_stays_unless_an_update_is_asked_for(
    path: Path, onet: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    asked("--only", "19-3051.00", path, *onet)
    with open_desk(path) as desk:
        (role,) = desk.all(Role)
        drop_skill(desk, role, "onet:2.A.1.a")
    capsys.readouterr()
    for choice in ((), ("--keep",)):
        assert asked("--only", "19-3051.00", *choice, path, *onet) == 0
        said = capsys.readouterr().out
        assert "differs  19-3051.00" in said
        assert "(skills: 1 added; --update takes the files' version)" in said
        assert "nothing was changed" in said
    assert asked("--only", "19-3051.00", "--update", path, *onet) == 0
    assert "changed  19-3051.00  Urban and Regional Planners  (skills: 1 added)" in (
        capsys.readouterr().out
    )


def test_that_a_damaged_table_is_refused_with_its_place_told_once(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = ONET["Skills.txt"].replace("Data Value", "Value")
    folder = written(tmp_path / "bad", {**ONET, "Skills.txt": bad})
    assert asked(path, *folder) == 1
    said = capsys.readouterr().err
    assert said.startswith("careerdesk: Skills.txt, line 1: It was not read")
    assert said.count("Skills.txt") == 1
    assert own_titles(path) == []


def test_that_more_roles_than_anybody_wants_are_not_imported_unasked(
    path: Path,
    onet: list[Path],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(role_import, "MOST_UNASKED", 2)
    assert asked(path, *onet) == 1
    assert "There are 3 roles in these files. Nothing was imported" in capsys.readouterr().err
    assert own_titles(path) == []
    assert asked(path, *onet, "--all") == 0
    assert len(own_titles(path)) == 3


def test_that_a_dry_run_tells_the_plan_and_changes_nothing(
    path: Path, onet: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(path, *onet, "--dry-run", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["counts"]["new"] == 3
    assert {one["outcome"] for one in found["roles"]} == {"new"}
    assert own_titles(path) == []


def test_that_a_bad_line_is_told_with_file_line_and_reason(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = INTERESTS_HEADER + interests("15-2051.00", ("9.5", 2, 2, 2, 2, 2))
    folder = written(tmp_path / "bad", {**ONET, "Interests.txt": bad})
    assert asked(path, *folder, "--only", "15-2051.00") == 0
    assert "Interests.txt:2: " in capsys.readouterr().out


def test_that_files_without_roles_are_refused_in_one_sentence(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = written(tmp_path / "bad", {"Occupation Data.txt": "O*NET-SOC Code\tTitle\n\t\n"})
    assert asked(path, *folder) == 1
    said = capsys.readouterr().err
    assert "Occupation Data.txt" in said
    assert "The desk is unchanged" in said
    assert own_titles(path) == []


def test_that_a_note_of_several_roles_is_told_once(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    some = {name: ONET[name] for name in ("Occupation Data.txt", "Interests.txt")}
    assert asked(path, *written(tmp_path / "some", some)) == 0
    said = capsys.readouterr().out
    assert said.count("The files have no ratings of skills and knowledge.") == 1
    assert "Of 3 of these roles: The files have no ratings" in said
