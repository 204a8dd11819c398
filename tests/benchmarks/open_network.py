"""Work on the Network page of a large desk in a real window, and print what it took.

A process of its own, since what counts is the first time and the memory of nothing else:
``figures.py`` starts it. With the word ``memory`` it visits every page and prints megabytes, else
milliseconds of the processor: opening people and conversations, sorting, a frame of scrolling, and
an edit until it shows.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from gui_bench import Bench  # noqa: E402
from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from careerdesk.gui.pages import PAGES  # noqa: E402
from careerdesk.gui.pages.parts_page import PartsPage  # noqa: E402
from careerdesk.gui.records.records_page import RecordsPage  # noqa: E402
from careerdesk.gui.settings import Settings  # noqa: E402
from careerdesk.gui.theme import Theme  # noqa: E402
from careerdesk.services import records  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

QUIET = 2.0  # seconds that the window gets to finish what opening a desk leaves to do
FRAMES = 60
EDITS = 15


def main(desk: Path, *, measures_memory: bool) -> None:
    """Print the figures in one line."""
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
        live(QUIET)
        figures = memory(bench) if measures_memory else times(bench)
        print(*(round(figure, 1) for figure in figures))
        bench.tasks.wait()
        bench.window.close()


def times(bench: Bench) -> list[float]:
    """Return opening people, sorting, a frame, an edit, and opening conversations."""
    navigator = bench.window.navigator
    opened = taken(lambda: navigator.open_page("network"))
    page = navigator.page("network")
    assert isinstance(page, RecordsPage)
    view, table = page.view, page.view.table
    sorts = [
        taken(lambda at=at: table.sortByColumn(at, Qt.SortOrder.AscendingOrder))  # type: ignore[misc]
        for at in range(1, len(view.listing.columns))
    ]
    bar, frames = table.verticalScrollBar(), []
    for _ in range(FRAMES):
        begun = time.process_time()
        bar.setValue(bar.value() + 90)
        table.viewport().repaint()
        frames.append(1000 * (time.process_time() - begun))
    edits = [taken(lambda at=at: edit(bench, page, at)) for at in range(EDITS + 1)]  # type: ignore[misc]
    talks = taken(lambda: page.show_part(1))
    # The first edit also imports what writes.
    return [opened, max(sorts), statistics.median(frames), statistics.median(edits[1:]), talks]


def edit(bench: Bench, page: RecordsPage, number: int) -> None:
    """Give the person shown another title."""
    assert bench.session.desk is not None
    records.edit(bench.session.desk, page.view.table.current_record(), title=f"Title {number}")


def memory(bench: Bench) -> list[float]:
    """Return the megabytes of the process after every page, and after every part of each."""
    navigator = bench.window.navigator
    for spec in PAGES:
        navigator.open_page(spec.key)
        live(QUIET)
    bench.tasks.wait()
    pages = resident()
    for spec in PAGES:
        page = navigator.page(spec.key)
        if isinstance(page, PartsPage):
            navigator.open_page(spec.key)
            for at in range(len(page.titles)):
                page.show_part(at)
                live(0.3)
    bench.tasks.wait()
    return [pages, resident()]


def resident() -> float:
    """Return the megabytes of the process that are in memory."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (one for one in status.splitlines() if one.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def taken(act: Callable[[], object]) -> float:
    """Return the milliseconds of the processor until something is done and shown."""
    begun = time.process_time()
    act()
    QApplication.processEvents()
    return 1000 * (time.process_time() - begun)


def live(seconds: float) -> None:
    """Let the window live for a while."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.005)


if __name__ == "__main__":
    main(Path(sys.argv[1]), measures_memory="memory" in sys.argv[2:])
