"""The local log: what went wrong in the program, never what the user wrote. Nothing is sent.

The file has one predecessor, so together they stay below two megabytes. A crash of the
interpreter can only be written as it happens, with whole paths of the code; it has a file of its
own, which the next start takes into the log without the folders.
"""

from __future__ import annotations

import faulthandler
import logging
import re
from typing import TYPE_CHECKING, Final, TextIO

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QMessageLogContext

logger = logging.getLogger("careerdesk")

_INSTALLED: Final = ("site-packages", "dist-packages")
_FILE: Final = re.compile(r'File "([^"]*)"')
_PATH: Final = re.compile(r"\S*[\\/]\S*")
_open_files: Final[list[TextIO]] = []
_LIMIT: Final = 1_000_000  # bytes
_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def start(folder: Path) -> None:
    """Write warnings, bugs, Qt's own complaints and crashes below ``folder`` from now on.

    A folder that cannot be written is no reason not to start: then nothing is logged.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = folder / "careerdesk.log"
        if file.is_file() and file.stat().st_size > _LIMIT:
            file.replace(folder / "careerdesk.1.log")
        handler = logging.FileHandler(file, encoding="utf-8")
        file.chmod(0o600)
        crash = folder / "crash.log"
        last_crash = crash.read_text(encoding="utf-8", errors="replace") if crash.exists() else ""
        crash_file = crash.open("w", encoding="utf-8")
        crash.chmod(0o600)
    except OSError:
        logger.addHandler(logging.NullHandler())
    else:
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
        if last_crash:
            logger.error("crash\n%s", _FILE.sub(_without_folder, last_crash))
        _open_files.append(crash_file)
        faulthandler.enable(crash_file)
    logger.propagate = False
    qInstallMessageHandler(_on_qt_message)


def stop() -> None:
    """Close the log; called at the end of the program and of tests."""
    qInstallMessageHandler(None)
    faulthandler.disable()
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
    while _open_files:
        _open_files.pop().close()
    logger.propagate = True


def write_bug(details: str) -> None:
    """Note a bug, described by places in the code."""
    logger.error("bug\n%s", details)


def place_in_code(file_name: str) -> str:
    """Return the path of a source file from its package on: ``careerdesk/gui/log.py``.

    Other packages begin below the folder they are installed in; of any other file only the name
    is left. Both kinds of separators are understood on every system.
    """
    parts = re.split(r"[\\/]", file_name)
    folders = parts[:-1]
    for at in range(len(folders) - 1, -1, -1):
        if folders[at] == "careerdesk":
            return "/".join(parts[at:])
        if folders[at] in _INSTALLED or re.fullmatch(r"python3\.\d+", folders[at]):
            return "/".join(parts[at + 1 :])
    return parts[-1]


def _without_folder(found: re.Match[str]) -> str:
    return f'File "{place_in_code(found[1])}"'


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    # Qt quotes most paths and texts; neither those nor bare paths are ours to keep.
    outside = _PATH.sub("…", '"…"'.join(text.split('"')[::2]))
    logger.log(_LEVELS.get(kind, logging.WARNING), "qt %s: %s", context.category or "", outside)
