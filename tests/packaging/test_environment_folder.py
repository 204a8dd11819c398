"""Nothing of the user's is lost in the environment's folder, and one process works in it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from environment_folder import clear, copy_source, held_lock, is_untouched, make_room
from progress import Progress
from stamp import LOCK_NAME

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    return tmp_path / ".venv"


@pytest.fixture
def progress() -> Progress:
    return Progress(io.StringIO())


def test_that_a_file_of_that_name_is_moved_aside_whole(environment: Path) -> None:
    environment.write_text("mine", encoding="utf-8")
    make_room(environment)
    assert not environment.exists()
    assert environment.with_name(".venv.old-1").read_text(encoding="utf-8") == "mine"


def test_that_a_foreign_folder_is_moved_aside_beside_an_earlier_one(environment: Path) -> None:
    environment.with_name(".venv.old-1").mkdir()
    environment.mkdir()
    (environment / "notes.txt").touch()
    make_room(environment)
    assert environment.with_name(".venv.old-2").joinpath("notes.txt").exists()


def test_that_a_sound_environment_of_the_user_is_moved_aside(environment: Path) -> None:
    (environment / "bin").mkdir(parents=True)
    (environment / "bin" / "python").symlink_to(sys.executable)
    (environment / "pyvenv.cfg").touch()
    make_room(environment)
    assert environment.with_name(".venv.old-1").is_dir()


def test_that_our_own_an_empty_and_a_dead_environment_stay_to_be_cleared(
    environment: Path,
) -> None:
    environment.mkdir()
    make_room(environment)
    (environment / "pyvenv.cfg").touch()
    make_room(environment)
    (environment / LOCK_NAME).touch()
    (environment / "bin").mkdir()
    (environment / "bin" / "python").symlink_to(sys.executable)
    make_room(environment)
    assert environment.is_dir()
    assert not environment.with_name(".venv.old-1").exists()


def test_that_a_link_to_nowhere_is_removed(environment: Path) -> None:
    environment.symlink_to("nowhere")
    make_room(environment)
    assert not environment.is_symlink()


def test_that_clearing_spares_the_lock_and_what_links_lead_to(
    environment: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "file").touch()
    environment.mkdir()
    (environment / LOCK_NAME).touch()
    assert is_untouched(environment)
    (environment / "lib").mkdir()
    (environment / "lib64").symlink_to(outside)
    assert not is_untouched(environment)
    clear(environment)
    assert is_untouched(environment)
    assert [path.name for path in environment.iterdir()] == [LOCK_NAME]
    assert (outside / "file").exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows cannot hand a lock to a child")
def test_that_the_lock_is_held_as_long_as_a_child_of_a_killed_start_lives(
    environment: Path, progress: Progress
) -> None:
    wait_for_end_of_input = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    with held_lock(environment, progress) as lock:
        child = subprocess.Popen(wait_for_end_of_input, stdin=subprocess.PIPE, pass_fds=(lock,))
    probe = [sys.executable, "-c", PROBE, str(environment / LOCK_NAME)]
    assert subprocess.run(probe, check=False).returncode == 1
    child.communicate()
    assert subprocess.run(probe, check=False).returncode == 0


PROBE = """
import fcntl, sys
try:
    fcntl.flock(open(sys.argv[1], "a"), fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    sys.exit(1)
"""


@pytest.mark.skipif(os.name != "posix", reason="the other process here uses a POSIX lock")
def test_that_a_second_start_waits_with_a_word(environment: Path) -> None:
    environment.mkdir()
    said = io.StringIO()
    hold = (
        "import fcntl, sys, time; lock = open(sys.argv[1], 'a'); fcntl.flock(lock, fcntl.LOCK_EX);"
        "print('held', flush=True); sys.stdin.readline()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(environment / LOCK_NAME)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"

        class EndsTheOther(Progress):
            def begin(self, line: str) -> None:
                super().begin(line)
                assert other.stdin is not None
                other.stdin.write(b"\n")
                other.stdin.flush()

        with held_lock(environment, EndsTheOther(said)):
            assert other.wait(timeout=10) == 0
    assert said.getvalue() == "Another start is setting CareerDesk up; waiting for it …\n"


def test_that_a_copy_of_the_source_is_writable_and_without_what_is_generated(
    tmp_path: Path,
) -> None:
    root, copy = tmp_path / "root", tmp_path / "cache" / "copy"
    for name in (".ci/run", "careerdesk/app.py", "careerdesk/_generated/x.py", ".venv/y", ".git/z"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name, encoding="utf-8")
    (root / "careerdesk/app.py").chmod(0o444)
    (copy / "old").mkdir(parents=True)
    copy_source(root, copy)
    copied = sorted(str(path.relative_to(copy)) for path in copy.rglob("*") if path.is_file())
    assert copied == [".ci/run", "careerdesk/app.py"]
    assert (copy / "careerdesk/app.py").stat().st_mode & 0o200
