"""PySide reads the source of every module that is imported after it, unless it is spared that."""

from __future__ import annotations

import json
import subprocess
import sys

# In a process of its own, because what is imported once is not read again.
SCRIPT = """
import importlib, json, linecache, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(json.dumps([name for name in linecache.cache if "careerdesk" in name]))
"""


def read_sources(*imported: str) -> list[str]:
    """Return the source files of the program that have been read after these imports."""
    command = [sys.executable, "-c", SCRIPT, *imported]
    said = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    found: list[str] = json.loads(said)
    return found


def test_that_no_source_of_the_window_is_read_and_kept() -> None:
    assert read_sources("careerdesk.gui.main_window", "careerdesk.gui.pages.home_page") == []


def test_that_pyside_alone_would_read_them() -> None:
    # As soon as it no longer does, there is nothing to spare.
    assert read_sources("PySide6.QtCore", "careerdesk.services.home") != []
