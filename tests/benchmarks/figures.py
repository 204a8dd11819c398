"""How fast CareerDesk is, as ratios to something measured beside it in the same run.

Run on demand: ``python tests/benchmarks/figures.py [NAME …]``. Every line gives the figure, what
it is compared with, and the bound it should keep; the exit status is 1 if one is not kept. Whole
processes are started by turns; a ratio is the median of the ratios of the rounds, so that a busy
moment hits both sides of one of them and no more. Beside it stand the median and the best of
either side.
"""

from __future__ import annotations

import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from large_desk import make_large_desk  # noqa: E402

from careerdesk.domain.network import Contact  # noqa: E402
from careerdesk.services.desk import Desk, create_desk, open_desk  # noqa: E402
from careerdesk.services.example import create_example_desk  # noqa: E402
from careerdesk.services.found import FoundReader  # noqa: E402
from careerdesk.services.imports import apply_import, plan_import  # noqa: E402
from careerdesk.services.search import SearchIndex  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

START_UP_ROUNDS = 15
ROUNDS = 9
NETWORK_ROUNDS = 3
CONNECTIONS = 30_000
SOUGHT = (
    *("ada byron", "wisniewski", "odegard", "c++", "roadmaps", "engineer 7", "company 512"),
    *("coffee with grace", "march", "pricing notes", "the", "e", "zzz"),
)

# The least a PySide6 program can do: a window with one label, timed from the start of its process
# until it has been painted, in the same way as ``careerdesk --startup-report``.
BARE_WINDOW = """
import os, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
{also}
class Label(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, application.quit)
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(Label("bare"))
window.show()
application.exec()
started = int(open("/proc/self/stat").read().rpartition(")")[2].split()[19])
print(1000 * (time.clock_gettime(time.CLOCK_BOOTTIME) - started / os.sysconf("SC_CLK_TCK")))
"""


@dataclass(frozen=True)
class Figure:
    """One measured figure; ``bound`` is in the same unit."""

    name: str
    measured: float
    bound: float
    unit: str
    detail: str

    def __str__(self) -> str:
        kept = "ok  " if self.measured <= self.bound else "OVER"
        measured = f"{self.measured:8.2f} {self.unit} (bound {self.bound:g})"
        return f"{kept} {self.name:<34} {measured}  {self.detail}"


def main(names: list[str]) -> int:
    """Measure what is named, or everything."""
    kept = True
    for name, measure in BENCHMARKS.items():
        if not names or name in names:
            for figure in measure():
                print(figure, flush=True)
                kept &= figure.measured <= figure.bound
    return 0 if kept else 1


def start_up() -> Iterator[Figure]:
    """The window against a bare one, and Home against a bare one that imports SQLAlchemy."""
    with example() as desk:
        shown: list[float] = []
        home: list[float] = []
        bare: list[float] = []
        sqlalchemy: list[float] = []
        for _ in range(START_UP_ROUNDS):
            bare.append(bare_window(""))
            sqlalchemy.append(bare_window("import sqlalchemy"))
            report = output([sys.executable, "-m", "careerdesk", str(desk), "--startup-report"])
            times = [float(line.split()[-2]) for line in report.splitlines()]
            shown.append(times[0])
            home.append(times[1])
    yield ratio("window shown / bare window", shown, bare, 1.4)
    yield ratio("Home painted / bare + sqlalchemy", home, sqlalchemy, 1.25)


def large_start_up() -> Iterator[Figure]:
    """Home of a desk with very many people and conversations against that of the example."""
    with example() as small, tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large.careerdesk"
        make_large_desk(large, date.today())
        ours: list[float] = []
        theirs: list[float] = []
        for _ in range(ROUNDS):
            theirs.append(home_painted(small))
            ours.append(home_painted(large))
    yield ratio("Home painted, large desk / example", ours, theirs, 1.3)


def home_painted(desk: Path) -> float:
    """Milliseconds from the start of the process until Home was painted."""
    report = output([sys.executable, "-m", "careerdesk", str(desk), "--startup-report"])
    return float(report.splitlines()[-1].split()[-2])


def bare_window(also: str) -> float:
    """Milliseconds from the start of the process until a window with one label was painted."""
    script = BARE_WINDOW.format(also=also)
    return float(output([sys.executable, "-c", script]))


def edits() -> Iterator[Figure]:
    """One edit committed on the example desk, in milliseconds."""
    with example() as path, contextlib.closing(open_desk(path)) as desk:
        contact = desk.all(Contact)[0]
        taken = []
        for number in range(200):
            changed = replace(contact, title=f"Title {number}")
            taken.append(1000 * seconds(lambda: edit(desk, changed)))  # noqa: B023
        ranked = sorted(taken)
    yield Figure("one edit committed", statistics.median(taken), 5, "ms", f"p95 {ranked[189]:.2f}")


def edit(desk: Desk, contact: Contact) -> None:
    """Make one small change."""
    with desk.change(f"Edit contact {contact.name}") as tx:
        tx.replace(contact)


def imports() -> Iterator[Figure]:
    """A LinkedIn export with many connections: read, compared and imported, then undone."""
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "Connections.csv"
        lines = ["Notes:", '"a sentence, with a comma"', ""]
        lines.append("First Name,Last Name,URL,Email Address,Company,Position,Connected On")
        lines += [
            f"Ada {number},Byron,https://www.linkedin.com/in/ada-{number},,Company {number % 900},"
            f"Engineer {number % 70},{number % 28 + 1:02d} Feb 2024"
            for number in range(CONNECTIONS)
        ]
        export.write_text("\n".join(lines), encoding="utf-8")
        with contextlib.closing(create_desk(Path(folder) / "a.careerdesk")) as desk:
            took = seconds(lambda: apply_import(desk, plan_import(desk, [export])))
            assert desk.count(Contact) == CONNECTIONS
            again = seconds(lambda: plan_import(desk, [export]))
            undone = seconds(desk.undo)
            assert desk.count(Contact) == 0
    yield Figure(f"{CONNECTIONS:,} connections imported", took, 4, "s ", f"again: {again:.2f} s")
    yield Figure(f"{CONNECTIONS:,} connections undone", undone, 2, "s ", "")


def documents() -> Iterator[Figure]:
    """The portfolio and the charts of the example desk, each as a whole process."""
    with example() as desk:
        folder = desk.parent
        python = [sys.executable, "-m", "careerdesk"]
        # Each with the bound of the whole process, and the libraries it cannot do without.
        commands = {
            "portfolio": (1.2, ["-o", str(folder / "p.pdf")], "reportlab.pdfgen.canvas, PIL.Image"),
            "charts": (2.5, ["-o", str(folder / "charts")], "matplotlib.figure"),
        }
        for name, (bound, arguments, libraries) in commands.items():
            whole, imports = [], []
            command = partial(output, [*python, name, str(desk), *arguments])
            bare = partial(output, [sys.executable, "-c", f"import {libraries}"])
            for _ in range(ROUNDS):
                whole.append(seconds(command))
                imports.append(seconds(bare))
            share = statistics.median(ours / its for ours, its in zip(whole, imports, strict=True))
            detail = f"best {min(whole):.2f} s; {share:.2f} x the import of its libraries alone"
            detail += f" ({statistics.median(imports):.2f} s)"
            median = statistics.median(whole)
            yield Figure(f"example {name}, whole process", median, bound, "s ", detail)


def search() -> Iterator[Figure]:
    """Each letter of what people look for, with the results as they are shown, on a large desk."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.careerdesk"
        make_large_desk(path, date.today())
        with contextlib.closing(open_desk(path)) as desk:
            index, reader = SearchIndex(desk), FoundReader(desk)
            turns = []
            while not index.is_complete:
                turns.append(1000 * seconds(lambda: index.work(0.005)))
            typed = [query[:end] for query in SOUGHT for end in range(1, len(query) + 1)]
            taken = sorted(statistics.median(keystrokes(index, reader, one)) for one in typed)
    p95 = taken[round(0.95 * (len(taken) - 1))]
    detail = f"median {statistics.median(taken):.1f}, worst {taken[-1]:.1f}"
    yield Figure("search answers, p95 of keystrokes", p95, 30, "ms", detail)
    p95 = sorted(turns)[round(0.95 * (len(turns) - 1))]
    detail = f"{len(turns)} turns, {sum(turns) / 1000:.2f} s in all"
    yield Figure("search index read, p95 of turns", p95, 16, "ms", detail)


def keystrokes(index: SearchIndex, reader: FoundReader, query: str) -> list[float]:
    """Answer one keystroke some times over; return the milliseconds."""
    return [1000 * seconds(lambda: find(index, reader, query)) for _ in range(5)]


def find(index: SearchIndex, reader: FoundReader, query: str) -> None:
    """Answer one keystroke, as the palette does."""
    for group in index.answer(query):
        for key in group.ids:
            reader.found(group.kind, key, query)


def progress() -> Iterator[Figure]:
    """The Progress page of the example desk, opened for the first time in a real window."""
    script = str(ROOT / "tests" / "benchmarks" / "open_progress.py")
    with example() as desk:
        rounds = [
            [float(figure) for figure in output([sys.executable, script, str(desk)]).split()]
            for _ in range(ROUNDS)
        ]
    first, complete, redraw, pause = (list(figures) for figures in zip(*rounds, strict=True))
    every = f"all of them {statistics.median(complete):.0f} ms"
    yield Figure("first chart after opening", statistics.median(first), 600, "ms", every)
    yield Figure("slowest redraw of a chart", statistics.median(redraw), 100, "ms", "")
    yield Figure("longest pause while opening", statistics.median(pause), 250, "ms", "")


def network() -> Iterator[Figure]:
    """The Network page of a large desk in a real window, in time of the processor."""
    script = str(ROOT / "tests" / "benchmarks" / "open_network.py")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.careerdesk"
        make_large_desk(path, date.today())
        rounds = [
            [float(figure) for figure in output([sys.executable, script, str(path)]).split()]
            for _ in range(NETWORK_ROUNDS)
        ]
    medians = [statistics.median(figures) for figures in zip(*rounds, strict=True)]
    names = (
        ("Network opened", 1200),
        ("Network sorted", 150),
        ("Network scrolled a frame", 16),
        ("an edit shows", 30),
        ("conversations opened", 1200),
    )
    for (name, bound), measured in zip(names, medians, strict=True):
        yield Figure(name, measured, bound, "ms", "of the processor")


def memory() -> Iterator[Figure]:
    """The window of a large desk after every page has been shown, and then every part of each."""
    script = str(ROOT / "tests" / "benchmarks" / "open_network.py")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.careerdesk"
        make_large_desk(path, date.today())
        measured = output([sys.executable, script, str(path), "memory"])
    pages, parts = (float(figure) for figure in measured.split())
    yield Figure("memory after all pages", pages, 260, "MB", f"and all their parts: {parts:.0f} MB")


def ratio(name: str, ours: list[float], theirs: list[float], bound: float) -> Figure:
    """Compare two series in milliseconds that were measured by turns, round by round."""
    rounds = [our / their for our, their in zip(ours, theirs, strict=True)]
    detail = ", ".join(
        f"{word} {of(ours):.0f} / {of(theirs):.0f} ms"
        for word, of in (("median", statistics.median), ("best", min))
    )
    return Figure(name, statistics.median(rounds), bound, "x ", detail)


@contextlib.contextmanager
def example() -> Iterator[Path]:
    """A closed example desk in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "example.careerdesk"
        create_example_desk(path, date.today()).close()
        yield path


def output(command: list[str]) -> str:
    """Run a whole process without a screen and return what it printed."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    # What a user starts has been compiled before.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return done.stdout


def seconds(act: Callable[[], object]) -> float:
    """Time one act."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


BENCHMARKS: dict[str, Callable[[], Iterator[Figure]]] = {
    "start-up": start_up,
    "large start-up": large_start_up,
    "edits": edits,
    "imports": imports,
    "documents": documents,
    "progress": progress,
    "search": search,
    "network": network,
    "memory": memory,
}

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
