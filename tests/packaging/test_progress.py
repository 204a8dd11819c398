"""What is shown while something long goes on."""

from __future__ import annotations

import io
import subprocess
import sys

from progress import CLEAR_LINE, Progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_that_a_file_gets_plain_lines_only() -> None:
    stream = io.StringIO()
    progress = Progress(stream, clock=iter([0.0, 12.4]).__next__)
    progress.begin("Setting up …")
    progress.begin("Going on …")
    progress.end()
    assert stream.getvalue() == "Setting up …\nGoing on …\nCareerDesk is ready after 12 s.\n"


def test_that_a_terminal_sees_the_seconds_in_the_same_line() -> None:
    stream = Terminal()
    progress = Progress(stream, clock=iter([0.0, 1.0, 2.0]).__next__)
    progress.begin("Setting up …")
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1.3)"]) as process:
        progress.wait(process)
    progress.end()
    assert stream.getvalue() == (
        f"Setting up …{CLEAR_LINE}Setting up … 1 s\nCareerDesk is ready after 2 s.\n"
    )


def test_that_nothing_is_said_where_nothing_was_done() -> None:
    stream = io.StringIO()
    Progress(stream).end()
    assert stream.getvalue() == ""


def test_that_a_stop_leaves_the_terminal_at_the_beginning_of_a_line() -> None:
    stream = Terminal()
    progress = Progress(stream)
    progress.begin("Setting up …")
    progress.stop()
    assert stream.getvalue() == "Setting up …\n"
