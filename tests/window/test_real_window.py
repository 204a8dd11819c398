"""A person's first evening, on a real screen with real keys and clicks.

Needs Xvfb, openbox and xdotool; without them the tests are skipped, unless
``CAREERDESK_REAL_WINDOW`` demands them as the checks before a merge do.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from window.screen import Program, missing_tools, virtual_screen

from careerdesk.gui.pages import PAGES
from careerdesk.services.desk import create_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux")
    or (bool(missing_tools()) and not os.environ.get("CAREERDESK_REAL_WINDOW")),
    reason=f"a virtual screen needs {', '.join(missing_tools())}",
)

SKILLS = "SELECT name FROM skill ORDER BY name"
SESSIONS = "SELECT minutes FROM study_session"
SEARCH = "Find or do anything"
ITEMS = "SELECT title FROM learning_item"
TO_SKILLS = f"ctrl+{[page.key for page in PAGES].index('skills') + 1}"


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with virtual_screen() as name:
        yield name


@pytest.fixture
def start(display: str, tmp_path: Path) -> Iterator[Callable[[], Program]]:
    """Return what starts the program on one and the same desk."""
    desk = tmp_path / "Alex.careerdesk"
    create_desk(desk).close()
    running: list[Program] = []

    def begin() -> Program:
        running.append(Program(display, tmp_path / "home", desk))
        return running[-1]

    yield begin
    for program in running:
        program.end()


def test_that_an_evening_with_the_mouse_is_all_there_the_next_day(
    start: Callable[[], Program],
) -> None:
    program = start()
    program.click("Skills")
    program.click("New skill")
    program.type("Python")
    program.click("Add")
    program.until_stored(SKILLS, ["Python"])
    program.click("Name")
    program.keys("ctrl+a")
    program.type("Python 3")
    program.click("3 Independent")
    program.until_stored(SKILLS, ["Python 3"])
    program.until_stored("SELECT level FROM rating", [3])
    program.click("Home")
    program.click("Log something")
    program.type("45 min on Inspired")
    program.keys("Return")
    program.until_stored(SESSIONS, [45])
    program.keys("ctrl+z")
    program.until_stored(SESSIONS, [])
    program.keys("ctrl+shift+z")
    program.until_stored(SESSIONS, [45])
    program.keys("ctrl+q")
    assert program.wait() == 0

    again = start()
    find(again, "python 3")
    again.click("Name")
    again.keys("End")
    again.type(" and more")
    again.keys("Tab")
    again.until_stored(SKILLS, ["Python 3 and more"])
    assert again.stored(SESSIONS) == [45]
    assert again.stored(ITEMS) == ["Inspired"]
    again.keys("ctrl+q")
    assert again.wait() == 0


def test_that_the_same_evening_needs_no_mouse(start: Callable[[], Program]) -> None:
    program = start()
    program.keys(TO_SKILLS, "ctrl+n")
    program.until_typing("Name")
    program.type("Python")
    program.keys("Return")
    program.until_stored(SKILLS, ["Python"])
    program.until_typing("Skills")  # the list
    program.keys("Return")  # into the first field of the details
    program.until_typing("Name")
    program.keys("ctrl+a")
    program.type("Python 3")
    program.keys("Tab", "Right", "Right", "Right", "Right")  # to the level, from unknown to 3
    program.until_stored(SKILLS, ["Python 3"])
    program.until_stored("SELECT level FROM rating", [3])
    program.keys("ctrl+l")
    program.until_typing("Log something")
    program.type("45 min on Inspired")
    program.keys("Return")
    program.until_stored(SESSIONS, [45])
    program.keys("ctrl+z")
    program.until_stored(SESSIONS, [])
    program.keys("ctrl+shift+z")
    program.until_stored(SESSIONS, [45])
    find(program, "python 3")
    program.keys("Delete")  # the record found is selected in its list
    program.until_stored(SKILLS, [])
    program.keys("ctrl+z")
    program.until_stored(SKILLS, ["Python 3"])
    program.keys("ctrl+q")
    assert program.wait() == 0

    again = start()
    find(again, "python")
    again.keys("Return")
    again.until_typing("Name")
    again.keys("End")
    again.type(" and more")
    again.keys("Tab")
    again.until_stored(SKILLS, ["Python 3 and more"])
    assert again.stored(SESSIONS) == [45]
    again.keys("ctrl+q")
    assert again.wait() == 0


def find(program: Program, text: str) -> None:
    """Search for a skill and open what is found first."""
    program.keys("ctrl+k")
    program.until_typing(SEARCH)
    program.type(text)
    program.until(lambda: any("Python 3" in one for one in program.ask("texts")))
    program.keys("Return")
    program.until_typing("Skills")
