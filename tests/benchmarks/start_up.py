"""How long until the window and its first page are on screen, beside a bare Qt window.

Run with ``python tests/benchmarks/start_up.py [RUNS]``. Each round starts the bare window, the
bare window with SQLAlchemy and CareerDesk one after the other, so that a busy machine slows all
three; what is compared is the best of each. All times are ages of the process, counted from its
start by the kernel (Linux only).
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

BARE = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, tell)

def tell():
    if "sqlalchemy" in sys.argv:
        import sqlalchemy
    fields = open("/proc/self/stat").read().rpartition(")")[2].split()
    started = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    print(round((time.clock_gettime(time.CLOCK_BOOTTIME) - started) * 1000), "ms")
    application.quit()

application = QApplication(sys.argv)
window = Window()
window.setCentralWidget(QLabel("Hello"))
window.resize(1280, 800)
window.show()
application.exec()
"""


def main(runs: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "XDG_CONFIG_HOME": folder,
            "XDG_STATE_HOME": folder,
        }
        desk = str(Path(folder) / "Example.careerdesk")
        program = [sys.executable, "-m", "careerdesk"]
        subprocess.run([*program, "new", desk, "--example"], check=True, capture_output=True)
        commands = (
            [sys.executable, "-c", BARE],
            [sys.executable, "-c", BARE, "sqlalchemy"],
            [*program, desk, "--startup-report"],
        )
        rounds = [
            [time for command in commands for time in _times(command, environment)]
            for _ in range(runs)
        ]
    bare, bare_core, window, home = (min(column) for column in zip(*rounds, strict=True))
    sys.stdout.write(
        f"bare window {bare} ms, with SQLAlchemy {bare_core} ms\n"
        f"window shown {window} ms: {window / bare:.2f} of a bare window (at most 1.5)\n"
        f"home painted {home} ms: {home / bare_core:.2f} of both (at most 1.3)\n"
    )


def _times(command: list[str], environment: dict[str, str]) -> list[int]:
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return [int(number) for number in re.findall(r"(\d+) ms", done.stdout)]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
