"""Roles are read in the child, a whole release within the limits, and can be stopped."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from foreign_files import put, put_folder, zip_bytes
from full_releases import put_full_release
from role_releases import ONET, RATINGS_HEADER, rated, rating

from careerdesk.domain.errors import ImportProblemError, StoppedError
from careerdesk.exchange import reading
from careerdesk.exchange.drafts import Problem, Severity
from careerdesk.exchange.limits import DEFAULT_LIMITS
from careerdesk.exchange.role_reading import read_roles

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


def test_that_roles_come_through_the_child_by_title_with_the_problems(tmp_path: Path) -> None:
    skills = RATINGS_HEADER + rating("2.A.1.a", "XX", 3) + rated("2.A.1.a", 4, 4)
    folder = put_folder(tmp_path / "onet", {**ONET, "Skills.txt": skills})
    read = read_roles([folder])
    assert [role.title for role in read.roles] == [
        "Data Scientists",
        "Intelligence Analysts",
        "Urban and Regional Planners",
    ]
    (problem,) = [one for one in read.problems if one.severity is Severity.ERROR]
    assert problem == Problem(
        file="Skills.txt",
        line=2,
        reason=problem.reason,
        severity=Severity.ERROR,
    )
    assert problem.reason.startswith("The scale 'XX' is unknown")


def test_that_files_chosen_one_by_one_are_read_together(tmp_path: Path) -> None:
    folder = put_folder(tmp_path / "onet", ONET)
    one_by_one = read_roles(sorted(folder.iterdir()))
    assert one_by_one.roles == read_roles([folder]).roles


@pytest.fixture(scope="session")
def full_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put_full_release(tmp_path_factory.mktemp("release") / "onet")


def test_that_a_full_release_is_read_within_the_limits_and_tells_how_far_it_is(
    full_release: Path,
) -> None:
    told: list[tuple[int, int]] = []
    read = read_roles([full_release], progress=lambda done, total: told.append((done, total)))
    assert len(read.roles) == 1_016
    assert sum(bool(role.requirements) for role in read.roles) == 923
    assert {problem.severity for problem in read.problems} == {Severity.NOTICE}
    assert told == sorted(told)
    assert told[-1] == (100, 100)
    assert len({done for done, _ in told}) > 50


@posix_only
def test_that_a_release_that_needs_too_much_memory_is_refused_in_a_sentence(
    full_release: Path,
) -> None:
    with pytest.raises(ImportProblemError, match="needs more memory"):
        read_roles([full_release], limits=replace(DEFAULT_LIMITS, memory_bytes=60 * 2**20))


def test_that_giving_up_ends_the_child_in_the_middle_of_a_release(full_release: Path) -> None:
    told: list[int] = []
    begun = time.monotonic()
    with pytest.raises(StoppedError, match="unchanged"):
        read_roles(
            [full_release],
            progress=lambda done, total: told.append(done),
            is_stopped=lambda: bool(told),
        )
    assert time.monotonic() - begun < 30
    assert told[-1] < 100


def test_that_a_refusal_of_the_child_arrives_with_file_and_line(tmp_path: Path) -> None:
    broken = {**ONET, "Occupation Data.txt": "O*NET-SOC Code\tDescription\n15-2051.00\tx\n"}
    with pytest.raises(ImportProblemError, match="no column 'Title'") as raised:
        read_roles([put_folder(tmp_path / "onet", broken)])
    assert (raised.value.file, raised.value.line) == ("Occupation Data.txt", 1)


def test_that_tables_without_a_single_good_line_are_refused(tmp_path: Path) -> None:
    named = RATINGS_HEADER.replace("Element ID", "Title\tElement ID")
    line = rating("2.A.1.a", "IM", 9).replace("\t2.A", "\tPlanners\t2.A")
    with pytest.raises(ImportProblemError, match=r"line 2: .* The data value '9' is no number"):
        read_roles([put(tmp_path / "Skills.txt", named + line)])


def test_that_a_child_that_says_nothing_of_roles_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = [sys.executable, "-I", "-S", "-c", "print('[[\"end\"]]')"]
    monkeypatch.setattr(reading, "command", lambda: silent)
    with pytest.raises(ImportProblemError, match=r"There are no roles in x\.zip"):
        read_roles([put(tmp_path / "x.zip", zip_bytes(ONET))])


def test_that_a_missing_path_and_a_device_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportProblemError, match="cannot be read"):
        read_roles([tmp_path / "nowhere.zip"])
    if sys.platform != "win32":
        with pytest.raises(ImportProblemError, match="neither a file nor a folder"):
            read_roles([Path("/dev/zero")])


def test_that_no_path_shows_in_the_list_of_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[object] = []
    start = subprocess.Popen

    def noted(*arguments: object, **values: object) -> subprocess.Popen[bytes]:
        started.append(arguments)
        return start(*arguments, **values)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(subprocess, "Popen", noted)
    read_roles([put_folder(tmp_path / "onet", ONET)])
    assert str(tmp_path) not in str(started)
