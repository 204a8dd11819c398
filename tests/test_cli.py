"""The command line as a user meets it: what it prints, how it ends, what it leaves behind."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from careerdesk import __version__, cli
from careerdesk.__main__ import COMMANDS, is_for_command_line
from careerdesk.charts.gallery import CHARTS
from careerdesk.domain.records import KINDS
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.services import backups
from careerdesk.services.desk import open_desk

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run one command in this process; give its exit status and what it printed."""

    def run_command(*arguments: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            status = cli.run([str(argument) for argument in arguments])
        except SystemExit as ended:
            status = int(ended.code or 0)
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run_command


@pytest.fixture
def desk_file(tmp_path: Path, run: Callable[..., tuple[int, str, str]]) -> Path:
    """A new, empty desk."""
    assert run("new", tmp_path / "Alex")[0] == 0
    return tmp_path / "Alex.careerdesk"


@pytest.fixture
def example(tmp_path: Path, run: Callable[..., tuple[int, str, str]]) -> Path:
    """The example desk."""
    assert run("new", tmp_path / "example.careerdesk", "--example")[0] == 0
    return tmp_path / "example.careerdesk"


def test_that_the_version_is_printed_without_a_window() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "careerdesk", "--version"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout.strip() == f"careerdesk {__version__}"


@pytest.mark.parametrize(
    ("arguments", "addressed"),
    [
        ([], False),
        (["my.careerdesk"], False),
        (["--startup-report", "my.careerdesk"], False),
        (["--version"], True),
        (["-h"], True),
        (["summary", "my.careerdesk"], True),
        (["summary"], True),
        (["sumary", "my.careerdesk"], True),
        (["sumary"], True),
        (["folder/desk"], False),
    ],
)
def test_that_commands_go_to_the_command_line_and_desks_to_the_window(
    arguments: list[str], addressed: bool
) -> None:
    assert is_for_command_line(arguments) is addressed


def test_that_without_a_display_the_window_is_refused_in_one_sentence() -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-m", "careerdesk"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in hidden},
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "no display" in done.stderr


def test_that_every_command_of_the_parser_is_known_at_the_start(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    _, _, err = run("nonsense")
    listed = re.findall(r"[\w-]+", err.partition("choose from")[2])
    assert set(listed) == COMMANDS


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("Connections.csv", f"First Name,Connected On\n{'x' * 2_000_000},\n", "1 row was skipped"),
        (
            "desk.json",
            '{"format": "careerdesk", "version": 1, "records": {"skill": [1, 2]}}',
            "2 rows",
        ),
        ("folder/messages.csv", "From,To\na,b\n", "Nothing could be imported, see above"),
    ],
)
def test_that_an_import_of_which_nothing_can_be_read_fails(
    run: Callable[..., tuple[int, str, str]],
    desk_file: Path,
    tmp_path: Path,
    name: str,
    content: str,
    words: str,
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(content)
    source = path.parent if path.parent != tmp_path else path
    status, out, err = run("import", desk_file, source)
    assert (status, err.count("\n")) == (1, 1)
    assert words in err
    assert "already" not in out
    status, out, _ = run("import", desk_file, source, "--json")
    assert status == 1
    assert json.loads(out)["problems"]


def test_that_an_empty_import_is_no_failure_and_not_called_there_already(
    run: Callable[..., tuple[int, str, str]], desk_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "Connections.csv"
    path.write_text("First Name,Connected On\n")
    status, out, err = run("import", desk_file, path)
    assert (status, out, err) == (
        0,
        "There was nothing in it to import; nothing was changed.\n",
        "",
    )


def test_that_a_wrong_command_is_a_matter_of_usage(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    for words in (
        ["sumary", "x"],
        ["summary"],
        ["portfolio", "x"],
        ["charts", "x", "-o"],
        ["import", "x", "y", "--table", "z"],
        ["history", "x", "--limit", "0"],
    ):
        status, out, err = run(*words)
        assert (status, out) == (2, "")
        assert "usage" in err


def test_that_a_new_desk_is_never_made_over_another(
    run: Callable[..., tuple[int, str, str]], desk_file: Path
) -> None:
    before = desk_file.read_bytes()
    status, out, err = run("new", desk_file)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert "already" in err
    assert desk_file.read_bytes() == before


def test_that_summary_counts_every_kind_of_record(
    run: Callable[..., tuple[int, str, str]], example: Path
) -> None:
    counts = json.loads(run("summary", example, "--json")[1])
    assert counts.keys() == KINDS.keys()
    assert counts["contact"] > 30
    text = run("summary", example)[1]
    assert f"{counts['contact']}  people" in text
    assert "fictional" in text


def test_that_logging_undo_redo_and_history_agree(
    run: Callable[..., tuple[int, str, str]], desk_file: Path
) -> None:
    assert run("log", desk_file, "45 min on Inspired")[0] == 0
    assert run("log", desk_file, "coffee", "with", "Zoë", "30 min")[0] == 0
    assert "Undone: Log coffee with Zoë, 30 min." in run("undo", desk_file)[1]
    entries = json.loads(run("history", desk_file, "--json")[1])
    assert [(entry["title"], entry["state"]) for entry in entries] == [
        ("Log coffee with Zoë, 30 min", "undone"),
        ("Log 45 min on the course Inspired", "done"),
    ]
    assert json.loads(run("summary", desk_file, "--json")[1])["conversation"] == 0
    assert "Done again" in run("redo", desk_file)[1]
    assert json.loads(run("summary", desk_file, "--json")[1])["conversation"] == 1
    assert "nothing to redo" in run("redo", desk_file)[1]
    assert "45 min on the course Inspired" in run("history", desk_file, "--limit", "5")[1]


def test_that_a_line_not_understood_changes_nothing(
    run: Callable[..., tuple[int, str, str]], desk_file: Path
) -> None:
    status, out, err = run("log", desk_file, "did things")
    assert (status, out) == (1, "")
    assert "45 min on Inspired" in err
    assert "Nothing has been changed" in run("history", desk_file)[1]


def test_that_backup_restore_and_check_work_together(
    run: Callable[..., tuple[int, str, str]], desk_file: Path
) -> None:
    run("log", desk_file, "45 min on Inspired")
    made = Path(run("backup", desk_file)[1].removeprefix("Made and verified ").rstrip(".\n"))
    run("log", desk_file, "15 min on Python")
    status, out, _ = run("restore", desk_file, made)
    assert status == 0
    assert "is kept in" in out
    assert json.loads(run("summary", desk_file, "--json")[1])["study_session"] == 1
    status, out, _ = run("check", desk_file)
    assert status == 0
    assert "sound" in out


def test_that_a_damaged_desk_is_reported_and_left(
    run: Callable[..., tuple[int, str, str]], desk_file: Path
) -> None:
    content = bytearray(desk_file.read_bytes())
    content[-3000:] = os.urandom(3000)
    content[4096 : 4096 * 3] = os.urandom(8192)
    desk_file.write_bytes(content)
    for command in ("summary", "check", "undo"):
        status, out, err = run(command, desk_file)
        assert (status, out, err.count("\n")) == (1, "", 1), command
        assert "backups" in err
    assert desk_file.read_bytes() == content


def test_that_check_says_that_another_program_wrote_until_that_is_accepted(
    run: Callable[..., tuple[int, str, str]], desk_file: Path
) -> None:
    run("log", desk_file, "45 min on Inspired")
    content = desk_file.read_bytes()
    at = content.rindex(b"Inspired")
    desk_file.write_bytes(content[:at] + b"Uninvite" + content[at + 8 :])
    for _ in range(2):
        status, out, err = run("check", desk_file)
        assert (status, out) == (1, "")
        assert "has changed since" in err
    assert "accepted as it is" in run("check", desk_file, "--accept")[1]
    assert "every byte as CareerDesk left it" in run("check", desk_file)[1]


@pytest.mark.parametrize(
    "command",
    [
        ("summary",),
        ("log", "45 min on X"),
        ("undo",),
        ("check",),
        ("history",),
        ("portfolio", "-o", "x.pdf"),
        ("charts", "-o", "x"),
        ("export", "-o", "x.json"),
        ("import", "x.csv"),
        ("backup",),
    ],
)
def test_that_every_command_says_in_one_line_that_there_is_no_desk(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, command: tuple[str, ...]
) -> None:
    status, out, err = run(command[0], tmp_path / "no.careerdesk", *command[1:])
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("careerdesk: There is no desk at ")
    assert list(tmp_path.iterdir()) == []


def test_that_the_portfolio_is_written_the_same_twice_and_for_both_papers(
    run: Callable[..., tuple[int, str, str]], example: Path, tmp_path: Path
) -> None:
    for name, paper in (("a", "a4"), ("b", "a4"), ("c", "letter")):
        status, out, _ = run("portfolio", example, "-o", tmp_path / f"{name}.pdf", "--paper", paper)
        assert status == 0
        assert "pages" in out
    a, b, c = ((tmp_path / f"{name}.pdf").read_bytes() for name in "abc")
    assert a == b
    assert a != c
    assert a.startswith(b"%PDF-")


@pytest.mark.parametrize("file_format", ["png", "svg", "pdf", "csv"])
def test_that_all_charts_are_written(
    run: Callable[..., tuple[int, str, str]], example: Path, tmp_path: Path, file_format: str
) -> None:
    folder = tmp_path / "new" / "charts"
    assert run("charts", example, "-o", folder, "--format", file_format)[0] == 0
    assert len(list(folder.glob(f"*.{file_format}"))) == len(CHARTS)


def test_that_characters_no_font_has_are_named_beside_the_charts(
    run: Callable[..., tuple[int, str, str]], desk_file: Path, tmp_path: Path
) -> None:
    skill = Skill.new("Balloons \U0001f388")
    with open_desk(desk_file) as desk, desk.change("Add a skill") as tx:
        tx.add(skill, Rating.new(skill.id, date(2026, 1, 1), Level.AWARE))
    status, _out, err = run("charts", desk_file, "-o", tmp_path / "charts")
    assert (status, "no font has these characters: \U0001f388" in err) == (0, True)
    assert "no font" not in run("charts", desk_file, "-o", tmp_path, "--format", "csv")[2]


def test_that_a_desk_of_any_name_is_never_replaced_by_a_document(
    run: Callable[..., tuple[int, str, str]], desk_file: Path
) -> None:
    plain = desk_file.rename(desk_file.with_name("Alex"))
    before = plain.read_bytes()
    for command in (("portfolio",), ("export", "--format", "json"), ("export", "--format", "csv")):
        assert run(command[0], plain, "-o", plain, *command[1:])[0] == 1
    assert plain.read_bytes() == before


def test_that_documents_are_never_written_over_a_desk(
    run: Callable[..., tuple[int, str, str]], example: Path
) -> None:
    before = example.read_bytes()
    for command in ("portfolio", "export"):
        status, _, err = run(command, example, "-o", example)
        assert status == 1
        assert "desk" in err
    assert example.read_bytes() == before


@pytest.mark.parametrize(
    "kind", ["folder", "write-protected file", "write-protected folder", "nowhere"]
)
def test_that_a_target_that_cannot_be_written_is_said_and_left(
    run: Callable[..., tuple[int, str, str]], example: Path, tmp_path: Path, kind: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    out = folder / "portfolio.pdf"
    match kind:
        case "folder":
            out.mkdir()
        case "write-protected file":
            out.write_text("older")
            out.chmod(0o444)
        case "write-protected folder":
            folder.chmod(0o555)
        case "nowhere":
            out = folder / "nowhere" / "portfolio.pdf"
    before = sorted(folder.rglob("*"))
    status, _, err = run("portfolio", example, "-o", out)
    folder.chmod(0o755)
    assert (status, err.count("\n")) == (1, 1)
    assert "was not written" in err
    assert sorted(folder.rglob("*")) == before
    assert kind != "write-protected file" or out.read_text() == "older"


def test_that_a_read_only_desk_can_be_read_and_not_changed(
    run: Callable[..., tuple[int, str, str]], example: Path, tmp_path: Path
) -> None:
    example.chmod(0o444)
    status, out, err = run("summary", example)
    assert status == 0
    assert "people" in out
    assert "read-only" in err
    assert run("portfolio", example, "-o", tmp_path / "p.pdf")[0] == 0
    status, _, err = run("log", example, "45 min on Inspired")
    assert status == 1
    assert "nothing was changed" in err


def test_that_output_may_be_cut_off_by_its_reader(example: Path) -> None:
    command = f'"{sys.executable}" -m careerdesk history "{example}" --json | head -1'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=ROOT, check=True)
    assert (done.stdout, done.stderr) == ("[\n", "")


def test_that_the_command_line_finds_the_folder_chosen_for_backups(
    run: Callable[..., tuple[int, str, str]], desk_file: Path, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    folder = backups.choose_folder(desk_file, disk)
    status, out, err = run("backup", desk_file)
    assert (status, err) == (0, "")
    assert str(folder) in out
    assert f"The next ones go to {folder}." in run("check", desk_file)[1]
    disk.rename(tmp_path / "disconnected")
    status, out, err = run("backup", desk_file)
    assert status == 0
    assert str(folder) not in out
    assert "connect its disk" in err
