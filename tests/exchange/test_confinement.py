"""The child really is confined; each limit is shown to be what stops it."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from foreign_files import CONNECTIONS, put, zip_bytes

import careerdesk
from careerdesk.domain.errors import ImportProblemError, StoppedError
from careerdesk.exchange import reading
from careerdesk.exchange.limits import DEFAULT_LIMITS, Limits
from careerdesk.exchange.reading import command, read_foreign

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
UNLIMITED = replace(DEFAULT_LIMITS, memory_bytes=None, cpu_seconds=None, open_files=None)


def confined(code: str, limits: Limits | None) -> subprocess.CompletedProcess[bytes]:
    """Run code in a child that has drawn its limits, or in one that has not."""
    wanted = {name: getattr(limits, name) for name in _DRAWN} if limits else {}
    drawn = f"confine(Limits(**{wanted!r}))"
    setup = (
        "import sys; sys.path.append(sys.argv[1])\n"
        "from careerdesk.exchange.child import confine\n"
        "from careerdesk.exchange.limits import Limits\n"
    )
    start = command()[:4]
    home = command()[-1]
    source = setup + (drawn if limits else "") + "\n" + code
    return subprocess.run([*start, source, home], capture_output=True, check=False, timeout=20)


_DRAWN = ("memory_bytes", "cpu_seconds", "open_files")


@posix_only
def test_that_memory_is_limited() -> None:
    code = "x = [bytes(10**6) for _ in range(300)]; print(len(x))"
    limits = replace(DEFAULT_LIMITS, memory_bytes=128 * 2**20)
    assert b"MemoryError" in confined(code, limits).stderr
    assert confined(code, None).stdout == b"300\n"


@posix_only
def test_that_processor_time_is_limited() -> None:
    code = "import time\nwhile time.process_time() < 1.5: pass\nprint('through')"
    assert confined(code, replace(DEFAULT_LIMITS, cpu_seconds=1)).returncode < 0
    assert confined(code, None).stdout == b"through\n"


@posix_only
def test_that_nothing_can_be_written(tmp_path: Path) -> None:
    path = str(tmp_path / "written")
    code = f"with open({path!r}, 'w') as f: f.write('x' * 10); f.flush()"
    assert b"File too large" in confined(code, DEFAULT_LIMITS).stderr
    assert (tmp_path / "written").read_bytes() == b""
    assert confined(code, None).returncode == 0
    assert (tmp_path / "written").read_bytes() == b"x" * 10


@posix_only
def test_that_few_files_can_be_open() -> None:
    code = "f = [open('/dev/null') for _ in range(40)]; print(len(f))"
    assert b"Too many open files" in confined(code, DEFAULT_LIMITS).stderr
    assert confined(code, None).stdout == b"40\n"


def test_that_the_child_imports_nothing_that_is_installed() -> None:
    code = (
        "from pathlib import Path; home = str(Path(sys.argv[1]) / 'careerdesk')\n"
        "found = [m.__file__ for m in sys.modules.values() if getattr(m, '__file__', None)]\n"
        "print([f for f in found if 'site-packages' in f and not f.startswith(home)])\n"
        "print('sqlalchemy' in sys.modules, 'PySide6' in sys.modules)"
    )
    assert confined(code, DEFAULT_LIMITS).stdout.split(b"\n")[:2] == [b"[]", b"False False"]


def test_that_a_file_is_read_through_the_child(tmp_path: Path) -> None:
    incoming = read_foreign([put(tmp_path / "Connections.csv", CONNECTIONS)])
    assert [draft.values["name"] for draft in incoming.drafts] == ["Ada Byron", "Bob Moog"]
    assert [draft.line for draft in incoming.drafts] == [5, 6]


def test_that_progress_ends_at_its_total(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    files = {"Connections.csv": CONNECTIONS, "Skills.csv": "Name\nx\n"}
    path = put(tmp_path / "export.zip", zip_bytes(files))
    read_foreign([path, path], progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (200, 200)
    assert len(told) > 2


@posix_only
def test_that_a_file_that_needs_too_much_memory_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = put(tmp_path / "deep.json", "[" + "[]," * 3_000_000 + "[]]")
    with pytest.raises(ImportProblemError, match="needs more memory"):
        read_foreign([path], limits=replace(DEFAULT_LIMITS, memory_bytes=160 * 2**20))
    with pytest.raises(ImportProblemError, match="not a desk"):
        read_foreign([path], limits=UNLIMITED)


@posix_only
def test_that_a_file_that_takes_too_long_is_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path / "Connections.csv", CONNECTIONS)
    sleeping = [sys.executable, "-I", "-S", "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(reading, "command", lambda: sleeping)
    started = time.monotonic()
    with pytest.raises(ImportProblemError, match="take too long"):
        read_foreign([path], limits=replace(DEFAULT_LIMITS, wall_seconds=0.5))
    assert time.monotonic() - started < 30


def test_that_a_child_stopped_for_taking_too_long_is_not_told_as_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path / "Connections.csv", CONNECTIONS)
    sleeping = [sys.executable, "-I", "-S", "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(reading, "command", lambda: sleeping)
    monkeypatch.setattr(reading, "_OUT_OF_TIME", ())  # as on Windows
    with pytest.raises(ImportProblemError, match="take too long"):
        read_foreign([path], limits=replace(DEFAULT_LIMITS, wall_seconds=0.2))


@posix_only
def test_that_a_child_that_runs_out_of_processor_time_is_told_as_slow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path / "Connections.csv", CONNECTIONS)
    code = "import os, signal; os.kill(os.getpid(), signal.SIGXCPU)"
    monkeypatch.setattr(reading, "command", lambda: [sys.executable, "-I", "-S", "-c", code])
    with pytest.raises(ImportProblemError, match="take too long"):
        read_foreign([path])


@pytest.mark.parametrize("code", ["import sys; sys.exit(3)", "print('not JSON')", "print('[[')"])
def test_that_a_child_that_dies_or_talks_nonsense_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    path = put(tmp_path / "Connections.csv", CONNECTIONS)
    monkeypatch.setattr(reading, "command", lambda: [sys.executable, "-I", "-S", "-c", code])
    with pytest.raises(ImportProblemError, match="stopped the reader"):
        read_foreign([path])


def test_that_an_answer_without_end_is_cut_off(tmp_path: Path) -> None:
    path = put(tmp_path / "Connections.csv", CONNECTIONS)
    with pytest.raises(ImportProblemError, match="more memory than an import"):
        read_foreign([path], limits=replace(DEFAULT_LIMITS, answer_bytes=100))


def test_that_a_reader_that_cannot_be_started_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path / "Connections.csv", CONNECTIONS)
    monkeypatch.setattr(reading, "command", lambda: [str(tmp_path / "nothing")])
    with pytest.raises(ImportProblemError, match="could not be started"):
        read_foreign([path])


def test_that_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportProblemError, match="cannot be read"):
        read_foreign([tmp_path / "nowhere.zip"])
    with pytest.raises(ImportProblemError, match="cannot be read"):
        read_foreign([tmp_path / "a\0b"])


@posix_only
def test_that_a_device_is_refused_before_a_byte_of_it_is_read() -> None:
    with pytest.raises(ImportProblemError, match="neither a file nor a folder"):
        read_foreign([Path("/dev/zero")])


def test_that_a_frozen_program_calls_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == [sys.executable, "--read-foreign-file"]


def test_that_the_program_answers_as_its_own_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = [*command()[:1], "-m", "careerdesk", "--read-foreign-file"]
    monkeypatch.setattr(reading, "command", lambda: start)
    home = Path(careerdesk.__file__).parents[1]
    monkeypatch.chdir(home)
    assert len(read_foreign([put(tmp_path / "Connections.csv", CONNECTIONS)]).drafts) == 2


def test_that_giving_up_ends_the_child_in_the_middle_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "import sys, time; sys.stdin.readline(); time.sleep(60)"
    monkeypatch.setattr(reading, "command", lambda: [sys.executable, "-c", code])
    children: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def noted(*arguments: object, **values: object) -> subprocess.Popen[bytes]:
        children.append(start(*arguments, **values))  # type: ignore[call-overload]
        return children[-1]

    monkeypatch.setattr(subprocess, "Popen", noted)
    begun = time.monotonic()
    with pytest.raises(StoppedError, match="unchanged"):
        read_foreign([put(tmp_path / "Connections.csv", CONNECTIONS)], is_stopped=lambda: True)
    assert time.monotonic() - begun < 10
    (child,) = children
    assert child.poll() is not None
