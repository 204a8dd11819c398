"""Later starts, as processes of their own, and the window they hand their desk to."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from careerdesk.gui.single_instance import SingleInstance, folder_of_screen
from careerdesk.services.desk import create_desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gui_bench import Bench
    from pytestqt.qtbot import QtBot


@pytest.fixture
def first(qapp: QApplication, tmp_path: Path) -> Iterator[SingleInstance]:
    made = SingleInstance(tmp_path / "state" / "window")
    assert made.claim()
    yield made
    made.release()


def second_start(folder: Path, desk: str, **more: str) -> subprocess.Popen[str]:
    code = (
        "import sys; from pathlib import Path\n"
        "from careerdesk.gui.single_instance import SingleInstance\n"
        "one = SingleInstance(Path(sys.argv[1]))\n"
        "desk = Path(sys.argv[2]) if sys.argv[2] else None\n"
        "print(one.claim() or one.hand_over(desk, seconds=0.5))"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code, str(folder), desk],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | more,
    )


@pytest.mark.parametrize("desk", ["/desks/Ada ł.careerdesk", ""])
def test_that_a_later_start_hands_its_desk_to_the_first(
    qtbot: QtBot, first: SingleInstance, desk: str
) -> None:
    first.listen()
    with qtbot.waitSignal(first.asked, timeout=10_000) as caught:
        later = second_start(first._folder, desk)
    assert caught.args == [Path(desk) if desk else None]
    assert later.communicate(timeout=10)[0] == "True\n"
    assert list(first._folder.glob("open-*")) == []


def test_that_a_request_made_while_the_first_window_comes_up_is_kept(
    qtbot: QtBot, first: SingleInstance
) -> None:
    later = second_start(first._folder, "/a.careerdesk")
    qtbot.waitUntil(lambda: list(first._folder.glob("open-*")) != [], timeout=10_000)
    with qtbot.waitSignal(first.asked):
        first.listen()
    assert later.communicate(timeout=10)[0] == "True\n"


def test_that_without_an_answer_the_later_start_goes_on_by_itself(first: SingleInstance) -> None:
    assert second_start(first._folder, "/a.careerdesk").communicate(timeout=10)[0] == "False\n"
    assert list(first._folder.glob("open-*")) == []


def test_that_what_a_crash_has_left_is_no_obstacle(qapp: QApplication, tmp_path: Path) -> None:
    folder = tmp_path / "window"
    code = (
        "import os, sys; from pathlib import Path\n"
        "from careerdesk.gui.single_instance import SingleInstance\n"
        "one = SingleInstance(Path(sys.argv[1])); assert one.claim(); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(folder)], check=False)
    assert (folder / "window.lock").exists()
    (folder / "open-old.json").write_text('{"desk": "/old"}', encoding="utf-8")
    asked: list[object] = []
    one = SingleInstance(folder)
    one.asked.connect(asked.append)
    assert one.claim()
    one.listen()
    one.release()
    assert asked == []


@pytest.mark.parametrize("text", ["", "[]", "{", '{"desk": 7}', "\0" * 100_000])
def test_that_a_request_nobody_can_read_opens_nothing(first: SingleInstance, text: str) -> None:
    asked: list[object] = []
    first.asked.connect(asked.append)
    (first._folder / "open-x.json").write_text(text, encoding="utf-8")
    first.listen()
    assert [one for one in asked if one is not None] == []
    assert list(first._folder.glob("open-*")) == []


def test_that_a_folder_that_cannot_be_made_is_no_reason_not_to_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    one = SingleInstance(tmp_path / "file" / "window")
    assert one.claim()
    one.listen()
    one.release()


def test_that_only_the_user_can_look_into_the_folder(first: SingleInstance) -> None:
    assert first._folder.stat().st_mode & 0o077 == 0


def test_that_users_and_screens_are_kept_apart(tmp_path: Path) -> None:
    places = {
        folder_of_screen(tmp_path, {}),
        folder_of_screen(tmp_path, {"DISPLAY": ":0"}),
        folder_of_screen(tmp_path, {"DISPLAY": "localhost:10.0"}),
        folder_of_screen(tmp_path, {"DISPLAY": ":0", "WAYLAND_DISPLAY": "../wayland-1"}),
        folder_of_screen(tmp_path / "other", {}),
    }
    assert len(places) == 5
    assert {place.parent for place in places} == {tmp_path, tmp_path / "other"}


def test_that_the_window_comes_forward_with_the_desk(opened: Bench) -> None:
    other = opened.new_desk("Bo")
    opened.window.showMinimized()
    opened.window.come_forward(None)
    assert not opened.window.isMinimized()
    opened.window.come_forward(other)
    assert opened.session.desk is not None
    assert opened.session.desk.path == other


def test_that_no_desk_is_changed_behind_a_dialog(opened: Bench) -> None:
    before = opened.session.desk
    opened.window._menus._export_all.trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    opened.window.come_forward(opened.new_desk("Bo"))
    assert opened.session.desk is before
    assert "Bo.careerdesk was not opened" in opened.messages()[0]
    dialog.close()


def test_that_a_desk_stays_open_while_something_typed_cannot_be_stored(opened: Bench) -> None:
    before = opened.session.desk
    opened.session.ask_first(lambda: "It cannot be stored yet.")
    assert not opened.session.open(opened.new_desk("Bo"))
    assert opened.session.desk is before
    assert "cannot be stored yet" in opened.messages()[0]
    opened.session.ask_first(lambda: "")
    assert opened.session.open(opened.new_desk("Cy"))


def test_that_a_file_the_system_asks_to_open_is_passed_on() -> None:
    code = (
        "from careerdesk.gui.application import Application\n"
        "from PySide6.QtGui import QFileOpenEvent\n"
        "one = Application(['careerdesk']); one.desk_asked.connect(lambda path: print(path))\n"
        "one.sendEvent(one, QFileOpenEvent('/desks/Ada.careerdesk'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()) == Path("/desks/Ada.careerdesk")


def test_that_the_program_started_twice_is_one_window(tmp_path: Path) -> None:
    """The whole program: a second start with another desk ends at once, and that desk is open."""
    for name in ("Ada", "Bo"):
        create_desk(tmp_path / f"{name}.careerdesk").close()
    environment = os.environ | {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "QT_QPA_PLATFORM": "offscreen",
    }

    def start(name: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "careerdesk", str(tmp_path / f"{name}.careerdesk")]
        return subprocess.Popen(command, env=environment)

    def wait_for(path: Path) -> None:
        until = time.monotonic() + 30
        while not path.exists():
            assert time.monotonic() < until, path
            time.sleep(0.05)

    window = start("Ada")
    try:
        wait_for(tmp_path / ".Ada.careerdesk.lock")
        assert start("Bo").wait(timeout=30) == 0
        wait_for(tmp_path / ".Bo.careerdesk.lock")
        assert not (tmp_path / ".Ada.careerdesk.lock").exists()
        assert window.poll() is None
    finally:
        window.kill()
        window.wait()
