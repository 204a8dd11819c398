"""The local log: what went wrong in the program, never what the user wrote. Nothing is sent.

The file has one predecessor, so together they stay below two megabytes.
"""

from __future__ import annotations

import faulthandler
import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QMessageLogContext

logger = logging.getLogger("careerdesk")

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
    except OSError:
        logger.addHandler(logging.NullHandler())
    else:
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
        if handler.stream is not None:
            faulthandler.enable(handler.stream.fileno())
    logger.propagate = False
    qInstallMessageHandler(_on_qt_message)


def stop() -> None:
    """Close the log; called at the end of the program and of tests."""
    qInstallMessageHandler(None)
    faulthandler.disable()
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
    logger.propagate = True


def write_bug(details: str) -> None:
    """Note a bug, described by places in the code."""
    logger.error("bug\n%s", details)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    # Qt quotes paths and texts in quotation marks; what stands between them is not ours to keep.
    outside = '"…"'.join(text.split('"')[::2])
    logger.log(_LEVELS.get(kind, logging.WARNING), "qt %s: %s", context.category or "", outside)
