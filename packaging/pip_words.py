"""How pip is told what to do, and how its failures are told to the user."""

from __future__ import annotations

import errno
import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

UNSUITABLE = (
    "PIP_PREFIX",
    "PIP_PYTHON",
    "PIP_ROOT",
    "PIP_TARGET",
    "PYTHONHOME",
    "PYTHONPATH",
)
NO_SPACE = ("No space left on device", "Errno 28", "Disk quota exceeded")
NO_TRUST = ("CERTIFICATE_VERIFY_FAILED", "SSLError")
NO_NETWORK = (
    "ConnectTimeout",
    "Connection refused",
    "Connection to ",
    "NameResolutionError",
    "Network is unreachable",
    "NewConnectionError",
    "ProxyError",
    "ReadTimeout",
    "name resolution",
)
NO_PACKAGE = ("No matching distribution found", "ResolutionImpossible")
NO_PIP = ("No module named pip", "no such option: --python")
CAUSES = (
    (NO_SPACE, "There is no space left on the disk; the environment takes about 500 MB."),
    (
        NO_TRUST,
        "The package index could not be trusted; pip's configuration may lack a certificate.",
    ),
    (
        NO_NETWORK,
        "The packages could not be downloaded, because the package index cannot be reached; "
        "start again with a connection.",
    ),
    (NO_PACKAGE, "The package index lacks a package for this computer and this Python."),
    (
        NO_PIP,
        "Python's pip is missing or older than 22.3; "
        "on Debian and Ubuntu, apt-get install python3-venv brings it.",
    ),
    (("Read-only file system", "Permission denied"), "The environment cannot be written."),
)


def environment_for_pip(environ: Mapping[str, str]) -> dict[str, str]:
    """Keep the user's pip configuration, except what would install elsewhere or ask."""
    kept = {name: value for name, value in environ.items() if name not in UNSUITABLE}
    # pip's own five retries mean minutes of silence without a network, and help a download that
    # breaks off midway no better than the next start, which finds in pip's cache what has come.
    return {
        "PIP_RETRIES": "1",
        **kept,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INPUT": "1",
        "PIP_PROGRESS_BAR": "off",
        "PIP_REQUIRE_VIRTUALENV": "0",
        "PIP_ROOT_USER_ACTION": "ignore",
        "PIP_USER": "0",
    }


def build_requirements(pyproject: str) -> list[str]:
    """Read which build backend the project needs."""
    requires: list[str] = tomllib.loads(pyproject)["build-system"]["requires"]
    return requires


def explain_output(output: str) -> str:
    """Turn what pip has said before it failed into a sentence."""
    for marks, sentence in CAUSES:
        if any(mark in output for mark in marks):
            return sentence
    said = [line.strip() for line in output.splitlines() if "error" in line.lower()]
    return f"pip said: {said[-1]}" if said else "pip stopped without a reason."


def explain_os_error(error: OSError, environment: Path) -> str:
    """Turn a failure to write the environment into a sentence."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"There is no space left in {environment.parent}; CareerDesk takes about 500 MB."
    return (
        f"CareerDesk's environment could not be made in {environment} "
        f"({error.strerror or error}). Move CareerDesk into a folder that can be written, "
        "or set XDG_CACHE_HOME to one."
    )
