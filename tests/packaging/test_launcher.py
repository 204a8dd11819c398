"""What a start does with its arguments, with and without a display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import launcher
import pytest
from stamp import Place

from careerdesk.__main__ import is_for_command_line

PLACE = Place(root=Path("/p"), source=Path("/p"), environment=Path("/p/.venv"))

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="other systems have a display")


class Started(Exception):  # noqa: N818 - it is what a replaced process looks like to a test
    """The process would have been replaced."""


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Collects the commands that the process would have become, in a ready environment."""
    commands: list[list[str]] = []

    def execv(_path: str, command: list[str]) -> None:
        commands.append(command)
        raise Started

    def prepare(_extras: object, _needs: object) -> Place:
        return PLACE

    monkeypatch.setattr("os.execv", execv)
    monkeypatch.setattr("launcher.prepare", prepare)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return commands


@pytest.mark.parametrize(
    ("arguments", "opens"),
    [
        ([], True),
        (["--startup-report"], True),
        (["my.careerdesk"], True),
        (["a folder/my.careerdesk", "--startup-report"], True),
        (["--version"], False),
        (["my.careerdesk", "--help"], False),
        (["summary", "my.careerdesk"], False),
        (["summary"], False),
        (["log", "my.careerdesk", "45 min on Inspired"], False),
        (["my.careerdesk", "other.careerdesk"], False),
        (["sumary"], False),
        (["folder/desk"], True),
    ],
)
def test_that_only_a_start_without_a_command_needs_what_a_window_needs(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch, arguments: list[str], *, opens: bool
) -> None:
    asked: list[object] = []

    def prepare(_extras: object, needs: object) -> Place:
        asked.append(needs)
        return PLACE

    monkeypatch.setattr("launcher.prepare", prepare)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    with pytest.raises(Started):
        launcher.main(arguments)
    assert asked == [(("core",), ("core",)) if opens else ()]
    assert started == [[str(PLACE.python), "-P", "-m", "careerdesk", *arguments]]
    assert is_for_command_line(arguments) is not opens


def test_that_the_rule_what_opens_the_window_is_imported_without_the_program() -> None:
    script = (
        "import sys; sys.path[:0] = sys.argv[1:]; import stamp; before = set(sys.modules);"
        "import launcher; print(*sorted(set(sys.modules) - before))"
    )
    command = [sys.executable, "-I", "-S", "-c", script, str(launcher.ROOT / "packaging")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    ours = [name for name in done.stdout.split() if name.startswith("careerdesk")]
    assert ours == ["careerdesk", "careerdesk.__main__"]


@linux_only
@pytest.mark.parametrize(
    ("environ", "kinds"),
    [
        ({}, ()),
        ({"DISPLAY": ""}, ()),
        ({"DISPLAY": "far.example.org:0"}, ("xcb",)),
        ({"DISPLAY": ":4711"}, ()),
        ({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/nowhere"}, ()),
        ({"QT_QPA_PLATFORM": "offscreen"}, ("core",)),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, ("core",)),
        ({"QT_QPA_PLATFORM": "xcb"}, ()),
        ({"QT_QPA_PLATFORM": "xcb;offscreen"}, ("core",)),
        ({"QT_QPA_PLATFORM": "wayland", "DISPLAY": "far:0"}, ()),
        ({"QT_QPA_PLATFORM": "wayland;xcb", "DISPLAY": "far:0"}, ("xcb",)),
    ],
)
def test_that_a_display_is_believed_only_if_it_is_there(
    environ: dict[str, str], kinds: tuple[str, ...]
) -> None:
    assert launcher.live_displays(environ) == kinds


@linux_only
def test_that_local_displays_are_found_by_their_sockets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("launcher.X_SOCKETS", str(tmp_path))
    for name in ("X1", "wayland-0"):
        (tmp_path / name).touch()
    environ = {"DISPLAY": ":1.0", "WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert launcher.live_displays(environ) == ("wayland", "xcb")
    assert launcher.live_displays(environ | {"QT_QPA_PLATFORM": "xcb"}) == ("xcb",)


def test_that_arguments_and_working_folder_reach_the_program_unchanged(
    started: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    arguments = ["import", "my desk.careerdesk", "../Basic_LinkedIn*.zip", "--json", "--", "-x"]
    with pytest.raises(Started):
        launcher.main(arguments)
    assert started == [[str(PLACE.python), "-P", "-m", "careerdesk", *arguments]]
    assert Path.cwd() == tmp_path


def test_that_the_tests_run_offscreen_in_the_project_with_further_arguments(
    started: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders: list[Path] = []
    monkeypatch.setattr("os.chdir", folders.append)
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    monkeypatch.delenv("QT_QPA_PLATFORM")
    with pytest.raises(Started):
        launcher.main(["test", "-k", "journal"])
    assert started == [[str(PLACE.python), "-m", "pytest", "-k", "journal"]]
    assert folders == [PLACE.source]
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


def test_that_a_tool_runs_in_the_project(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    folders: list[Path] = []
    monkeypatch.setattr("os.chdir", folders.append)
    with pytest.raises(Started):
        launcher.main(["tool", "ruff", "check"])
    assert started == [[str(PLACE.python), "-m", "ruff", "check"]]
    assert folders == [PLACE.source]


def test_that_a_python_home_of_the_user_does_not_lead_the_environment_astray(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONHOME", "/opt/python")
    with pytest.raises(Started):
        launcher.main(["--version"])
    assert "PYTHONHOME" not in os.environ


def test_that_a_start_with_a_display_opens_the_window(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    with pytest.raises(Started):
        launcher.main([])
    assert started == [[str(PLACE.python), "-P", "-m", "careerdesk"]]


@linux_only
def test_that_a_desk_without_a_display_is_refused_in_one_sentence(
    started: list[list[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("my.careerdesk").touch()
    assert launcher.main(["my.careerdesk"]) == 1
    assert started == []
    said = capsys.readouterr().err
    assert "no display" in said
    assert said.count("\n") == 1


@linux_only
@pytest.mark.parametrize("name", ["no-such.careerdesk", "folder/desk"])
def test_that_a_desk_that_is_not_there_is_named_also_without_a_display(
    name: str,
    started: list[list[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert launcher.main([name]) == 1
    assert started == []
    said = capsys.readouterr().err
    assert said.startswith(f"There is no desk at {name}.")
    assert said.count("\n") == 1


class Program:
    """Stands for the program: writes what it is asked to write."""

    def __init__(self, refuses: str = "") -> None:
        self.commands: list[str] = []
        self._refuses = refuses

    def __call__(self, _place: Place, command: str, desk: Path, *rest: str | Path) -> int:
        self.commands.append(command)
        if command == "new":
            desk.write_text("desk", encoding="utf-8")
        elif command == "portfolio":
            Path(rest[-1]).write_text(f"portfolio of {desk.read_text()}", encoding="utf-8")
        else:
            Path(rest[-1]).mkdir(exist_ok=True)
            Path(rest[-1], "hours.png").touch()
        return 3 if command == self._refuses else 0


@linux_only
@pytest.mark.usefixtures("started")
def test_that_a_start_without_a_display_writes_the_example_and_names_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    program = Program()
    monkeypatch.setattr("launcher.call_program", program)
    assert launcher.main([]) == 0
    assert launcher.main([]) == 0
    assert program.commands == ["new", "portfolio", "charts", "portfolio", "charts"]
    sentence, *names = capsys.readouterr().out.splitlines()
    assert "no display" in sentence
    assert [name for name in names if not Path(name).is_file()][1:] == []
    assert str(tmp_path / "CareerDesk example" / "Portfolio.pdf") in names
    assert str(tmp_path / "CareerDesk example" / "Charts" / "hours.png") in names


def test_that_an_example_that_fails_leaves_no_half_filled_desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("launcher.call_program", Program(refuses="new"))
    assert launcher.write_example(PLACE) == 3
    assert list((tmp_path / "CareerDesk example").iterdir()) == []


def test_that_the_example_goes_home_where_the_working_folder_cannot_be_written(
    tmp_path: Path,
) -> None:
    no_folder = tmp_path / "a file"
    no_folder.touch()
    home = tmp_path / "home"
    home.mkdir()
    assert launcher.example_folder([no_folder, home]).parent == home
    with pytest.raises(OSError, match="Not a directory"):
        launcher.example_folder([no_folder])


def test_that_a_stop_by_the_user_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("launcher.prepare", stop)
    assert launcher.main(["test"]) == 130
    assert "next start" in capsys.readouterr().err
