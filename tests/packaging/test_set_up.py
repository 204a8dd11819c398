"""The steps of a set-up, and what is left when one of them fails."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import pytest
import set_up
from progress import Progress
from set_up import SetUpError, Workshop
from stamp import LOCK_NAME, Place, Stamp
from system_libraries import Findings

if TYPE_CHECKING:
    from pathlib import Path

NOTHING_MISSING = Findings(found={"core": []}, missing={"core": []})
NO_EGL = Findings(found={"core": []}, missing={"core": ["libEGL.so.1"]})

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the layout here is that of POSIX")


class Machine:
    """Stands for Python, pip and apt: notes the commands and does what they leave behind."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.commands: list[str] = []
        self.fails = ""
        self.says = ""
        self.findings = NOTHING_MISSING

    def run(self, workshop: Workshop, command: list[str], folder: Path | None = None) -> int:
        del folder
        line = " ".join(command)
        self.commands.append(line)
        if self.fails and self.fails in line:
            workshop._output = self.says
            return 1
        workshop._output = "[]"
        environment = self.place.environment
        if "-m venv" in line:
            (environment / "pyvenv.cfg").touch()
            (environment / "bin").mkdir()
            self.place.python.symlink_to(sys.executable)
            (environment / "lib/python3.11/site-packages/PySide6").mkdir(parents=True)
        if "--editable" in line:
            (environment / "lib/python3.11/site-packages/careerdesk.pth").touch()
            (self.place.root / "careerdesk/_generated").mkdir(parents=True, exist_ok=True)
            (self.place.root / "careerdesk/_generated/__init__.py").touch()
        return 0

    def count(self, part: str) -> int:
        """Count the commands that contain some text."""
        return sum(part in line for line in self.commands)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    root = tmp_path / "project"
    root.mkdir()
    (root / "pyproject.toml").write_text('[build-system]\nrequires = ["hatchling"]\n')
    machine = Machine(Place(root=root, source=root, environment=root / ".venv"))

    def run(self: Workshop, command: list[str], folder: Path | None = None) -> int:
        return machine.run(self, command, folder)

    monkeypatch.setattr("set_up.Workshop._run", run)
    monkeypatch.setattr("set_up.look_for_libraries", lambda _: machine.findings)
    monkeypatch.setattr("system_libraries.has_apt", lambda: True)
    monkeypatch.setattr("system_libraries.has_sudo", lambda: True)
    monkeypatch.setattr("system_libraries.may_install", lambda: False)
    return machine


def start(machine: Machine, *extras: str, needs: tuple[tuple[str, ...], ...] = ()) -> str:
    """Set up and return what was said."""
    said = io.StringIO()
    set_up.set_up(machine.place, extras, needs, Progress(said))
    return said.getvalue()


def test_that_a_first_start_installs_once_and_says_so_in_two_lines(machine: Machine) -> None:
    said = start(machine).splitlines()
    assert machine.count("-m venv") == 1
    assert machine.count("--editable") == 1
    assert said[0].startswith("Setting up CareerDesk once")
    assert said[1:] == ["CareerDesk is ready after 0 s."]


def test_that_a_second_start_that_waited_for_the_first_does_nothing_more(machine: Machine) -> None:
    start(machine)
    machine.commands.clear()
    assert start(machine) == ""
    assert machine.count("venv --") == 0
    assert machine.count("pip") == 0


def test_that_python_without_ensurepip_borrows_the_pip_it_has(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("set_up.find_spec", lambda _: None)
    start(machine)
    python = machine.place.python
    assert f"{sys.executable} -m venv {machine.place.environment} --without-pip" in machine.commands
    assert f"{sys.executable} -m pip --python {python} install pip" in machine.commands


def test_that_the_tests_are_installed_into_the_same_environment(machine: Machine) -> None:
    start(machine)
    start(machine, "test")
    assert machine.count("-m venv") == 1
    assert machine.commands[-1].endswith(f"--editable {machine.place.root}[test]")
    machine.place.root.joinpath("pyproject.toml").write_text(
        '[build-system]\nrequires = ["hatchling>=1"]\n'
    )
    start(machine)
    assert machine.commands[-1].endswith(f"--editable {machine.place.root}[test]")


@pytest.mark.parametrize("step", ["-m venv", "install hatchling", "get_requires", "--editable"])
def test_that_a_failing_step_ends_in_a_sentence_and_the_next_start_mends_it(
    machine: Machine, step: str
) -> None:
    machine.fails = step
    machine.says = "ERROR: [Errno 28] No space left on device"
    with pytest.raises(SetUpError) as caught:
        start(machine)
    assert "no space left" in str(caught.value)
    assert "careerdesk-set-up.log" in str(caught.value)
    assert Stamp.read(machine.place.environment) is None
    machine.fails = ""
    start(machine)
    assert Stamp.read(machine.place.environment) is not None


def test_that_a_failed_update_is_tried_again_without_building_anew(machine: Machine) -> None:
    start(machine)
    machine.fails = "[test]"
    with pytest.raises(SetUpError):
        start(machine, "test")
    machine.fails = ""
    start(machine, "test")
    assert machine.count("-m venv") == 1


def test_that_a_killed_update_is_built_anew(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(machine)

    class Killed(BaseException):
        pass

    def die(*_: object) -> int:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("set_up.Workshop._run", die)
        with pytest.raises(Killed):
            start(machine, "test")
    said = start(machine)
    assert "incomplete or damaged" in said
    assert machine.count("-m venv") == 2


def test_that_missing_libraries_stop_the_window_but_not_the_commands(machine: Machine) -> None:
    machine.findings = NO_EGL
    assert "apt-get" not in start(machine)
    with pytest.raises(SetUpError, match="apt-get install -y --no-install-recommends libegl1"):
        start(machine, needs=(("core",),))
    machine.findings = NOTHING_MISSING
    start(machine, needs=(("core",),))
    assert machine.count("-m venv") == 1


def test_that_the_administrator_gets_missing_libraries_installed(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.findings = NO_EGL
    monkeypatch.setattr("system_libraries.may_install", lambda: True)
    said = start(machine)
    assert "Installing system libraries: libegl1 …" in said
    assert machine.count("apt-get install") == 1
    machine.fails = "apt-get install"
    with pytest.raises(SetUpError):
        start(machine, needs=(("core",),))
    assert machine.count("dpkg --configure -a") == 1


def test_that_a_folder_that_cannot_be_made_is_a_sentence(machine: Machine) -> None:
    blocked = machine.place.root / "a file"
    blocked.touch()
    place = Place(machine.place.root, machine.place.root, blocked / "environment")
    with pytest.raises(SetUpError, match="could not be made"):
        set_up.set_up(place, (), (), Progress(io.StringIO()))


def test_that_an_environment_of_somebody_else_is_looked_at_and_not_touched(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(machine)
    (machine.place.environment / LOCK_NAME).unlink()
    machine.commands.clear()
    machine.findings = NO_EGL
    monkeypatch.setattr("set_up.belongs_to_another", lambda _: True)
    with pytest.raises(SetUpError, match="libegl1"):
        start(machine, needs=(("core",),))
    assert machine.commands == []
    assert not (machine.place.environment / LOCK_NAME).exists()


def test_that_the_log_keeps_what_a_step_has_said(tmp_path: Path) -> None:
    place = Place(tmp_path, tmp_path, tmp_path)
    with (tmp_path / LOCK_NAME).open("a") as lock:
        workshop = Workshop(place, lock.fileno(), Progress(io.StringIO()))
        command = [sys.executable, "-c", "print('first'); raise SystemExit(4)"]
        assert workshop._run(command) == 4
        assert workshop._output == "first\n"
        assert workshop._run([sys.executable, "-c", "print('second')"]) == 0
        assert workshop._output == "second\n"
    log = (tmp_path / set_up.LOG_NAME).read_text(encoding="utf-8")
    assert log.index("first") < log.index("second")
