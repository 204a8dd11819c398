"""The program as a process of its own, as a user starts it."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from careerdesk.app import _Options, _Start, seconds_since_start
from careerdesk.services.desk import create_desk, open_desk

if TYPE_CHECKING:
    from pathlib import Path

    from gui_bench import Bench


# Loading either takes as long as all else that the first frame waits for.
LOADS = """
import sys
import PySide6.QtCore, PySide6.QtWidgets
from careerdesk import app

def loaded():
    return ["Qt" in vars(PySide6.QtCore), "QStyle" in vars(PySide6.QtWidgets)]

def tell(start, then):
    print(*loaded())
    then(start)

note, finish = app._Start.note_window, app._Start._finish
app._Start.note_window = lambda start: tell(start, note)
app._Start._finish = lambda start: tell(start, finish)
app.run(["careerdesk", *sys.argv[1:]])
"""


def start(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(home, "-m", "careerdesk", *arguments)


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    return subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_that_the_report_tells_when_window_and_home_were_painted(tmp_path: Path) -> None:
    path = tmp_path / "Alex.careerdesk"
    create_desk(path).close()
    done = start(tmp_path, "--startup-report", str(path))
    assert done.returncode == 0
    window, home = (int(number) for number in re.findall(r"(\d+) ms", done.stdout))
    assert done.stdout.startswith("window shown")
    assert 0 < window < home
    open_desk(path).close()  # it was closed, so nobody holds it


def test_that_the_first_frame_does_not_wait_for_all_the_names_of_qt(tmp_path: Path) -> None:
    path = tmp_path / "Alex.careerdesk"
    create_desk(path).close()
    at_frame, at_home, *_ = run(
        tmp_path, "-c", LOADS, "--startup-report", str(path)
    ).stdout.splitlines()
    assert at_frame == "False False"
    assert at_home.startswith("True")  # so the question can be answered with yes


def test_that_the_last_desk_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "Alex.careerdesk"
    create_desk(path).close()
    start(tmp_path, "--startup-report", str(path))
    assert "home painted" in start(tmp_path, "--startup-report").stdout


def test_that_a_first_start_opens_nothing_and_makes_no_desk(tmp_path: Path) -> None:
    done = start(tmp_path, "--startup-report")
    assert done.returncode == 0
    assert "home painted" not in done.stdout
    assert list(tmp_path.rglob("*.careerdesk")) == []


def test_that_a_second_start_on_one_desk_leaves_the_first_alone(tmp_path: Path) -> None:
    path = tmp_path / "Alex.careerdesk"
    with create_desk(path) as first:
        done = start(tmp_path, "--startup-report", str(path))
        assert done.returncode == 0
        assert "home painted" not in done.stdout
        assert "Traceback" not in done.stderr
        first.digest()


def test_that_a_desk_is_found_without_its_ending(tmp_path: Path) -> None:
    create_desk(tmp_path / "Alex.careerdesk").close()
    done = start(tmp_path, "--startup-report", str(tmp_path / "Alex"))
    assert "home painted" in done.stdout


def test_that_memory_is_tidied_even_if_opening_fails_by_a_bug(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bool:
        raise ZeroDivisionError

    monkeypatch.setattr(bench.session, "open", fail)
    start_up = _Start(bench.window, bench.session, bench.settings, _Options(["Alex"]))
    gc.disable()
    try:
        with pytest.raises(ZeroDivisionError):
            start_up.load()
        assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()


def test_that_an_unknown_option_is_refused_in_words(tmp_path: Path) -> None:
    done = start(tmp_path, "--fullscreen")
    assert done.returncode == 2
    assert "unknown option --fullscreen" in done.stderr


def test_that_the_age_of_the_process_grows() -> None:
    first = seconds_since_start()
    assert first > 0
    assert seconds_since_start() >= first
