"""Open the Progress page of a desk in a real window, and print what it took, in milliseconds.

A process of its own, since what counts is the first time: ``figures.py`` starts it several times.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from gui_bench import Bench  # noqa: E402
from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from careerdesk.gui.settings import Settings  # noqa: E402
from careerdesk.gui.theme import Theme  # noqa: E402

QUIET = 0.3  # seconds that the window gets to finish what opening a desk leaves to do


class Pauses:
    """How long the window was kept from its events, at the most."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._note)
        self._timer.start(0)

    def _note(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def main(desk: Path) -> None:
    """Print first chart, all charts, the slowest redraw and the longest pause."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.ini")
        theme = Theme(application, settings)
        theme.complete()
        bench = Bench(Path(folder), settings, theme)
        bench.now = type(bench.now).now(bench.now.tzinfo)
        bench.window.resize(1280, 800)
        bench.window.show()
        assert bench.session.open(desk)
        wait(application, until=time.perf_counter() + QUIET)
        measure(application, bench)
        bench.tasks.wait()
        bench.window.close()


def measure(application: QApplication, bench: Bench) -> None:
    """Open the page, wait for every chart, and draw each of them anew."""
    from careerdesk.gui.pages.progress_page import ProgressPage

    pauses = Pauses()
    begun = time.perf_counter()
    bench.window.navigator.open_page("progress")
    page = bench.window.navigator.page("progress")
    assert isinstance(page, ProgressPage)
    first = 0.0
    while not page.is_complete:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if not first and page.card("hours").view is not None:
            page.card("hours").canvas.repaint()
            first = time.perf_counter() - begun
    complete = time.perf_counter() - begun
    pauses._timer.stop()
    redraws = []
    for card in page.cards():
        drawn = time.perf_counter()
        card.canvas.forget_picture()
        card.canvas.repaint()
        redraws.append(time.perf_counter() - drawn)
    figures = (first, complete, max(redraws), pauses.longest)
    print(*(round(1000 * figure, 1) for figure in figures))


def wait(application: QApplication, *, until: float) -> None:
    """Let the window live for a while."""
    while time.perf_counter() < until:
        application.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
