"""What a finished environment looks like, so that a start can tell in a few milliseconds.

The stamp is written last. An environment without one, or one that no longer looks as it did, is
half-made or damaged.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from dataclasses import asdict, dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

STAMP_NAME = "careerdesk-stamp.json"
LOCK_NAME = "careerdesk-set-up.lock"
ASSET_FOLDERS = ("ui", "resources")
NOT_SOURCE = {"__pycache__", "_generated", "build", "dist", "htmlcov"}


class Work(IntEnum):
    """What has to be done before the program can start; each kind includes the lesser ones."""

    NONE = 0
    ASSETS = 1  # forms or package data have changed
    UPDATE = 2  # pyproject.toml has changed, or more is wanted than is installed
    REBUILD = 3  # there is no sound environment


@dataclass(frozen=True)
class Place:
    """Where CareerDesk is installed from and where to."""

    root: Path  # what the user has downloaded
    source: Path  # the same folder, or a copy of it where it is read-only
    environment: Path

    @property
    def is_copied(self) -> bool:
        """Whether the source is a copy in the user's cache folder."""
        return self.source != self.root

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


@dataclass(frozen=True)
class Stamp:
    """The description of a finished environment."""

    extras: list[str]
    root: str
    interpreter: str
    project: str
    assets: str
    folders: dict[str, list[int]]  # of the installed packages: number of files, sum of bytes
    libraries: dict[str, list[str]]  # kind of Qt file: the system libraries it has found

    @classmethod
    def read(cls, environment: Path) -> Stamp | None:
        """Read the stamp; ``None`` if there is none or it is not whole."""
        try:
            return cls(**json.loads((environment / STAMP_NAME).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    @classmethod
    def of(
        cls, place: Place, extras: Iterable[str], libraries: Mapping[str, Iterable[str]]
    ) -> Stamp:
        """Describe the environment as it is now."""
        folder = site_packages(place.environment)
        return cls(
            extras=sorted(extras),
            root=str(place.root),
            interpreter=interpreter(place),
            project=project_signature(place),
            assets=assets_signature(place.root),
            folders=installed_folders(folder) if folder else {},
            libraries={kind: list(paths) for kind, paths in libraries.items()},
        )

    def write(self, environment: Path) -> None:
        """Write the stamp in one step, after everything it speaks of has reached the disk."""
        if hasattr(os, "sync"):
            os.sync()
        new = environment / f"{STAMP_NAME}.{os.getpid()}"
        new.write_text(json.dumps(asdict(self)), encoding="utf-8")
        new.replace(environment / STAMP_NAME)

    def finds_libraries(self, kind: str) -> bool:
        """Say whether Qt files of a kind had all they need, and it is still there."""
        paths = self.libraries.get(kind)
        return paths is not None and all(os.path.exists(path) for path in paths)  # noqa: PTH110

    def meets(self, needs: Iterable[Iterable[str]]) -> bool:
        """Say whether of each group one kind of Qt file finds its libraries."""
        return all(any(self.finds_libraries(kind) for kind in group) for group in needs)


def work_due(place: Place, stamp: Stamp | None, extras: Iterable[str]) -> Work:
    """Decide what has to be done in an environment before the program can start."""
    python = interpreter(place)
    if stamp is None or not python or (stamp.root, stamp.interpreter) != (str(place.root), python):
        return Work.REBUILD
    folder = site_packages(place.environment)
    if folder is None or not stamp.folders or _lacks(installed_folders(folder), stamp.folders):
        return Work.REBUILD
    if stamp.project != project_signature(place) or not set(extras) <= set(stamp.extras):
        return Work.UPDATE
    generated = place.source / "careerdesk" / "_generated" / "__init__.py"
    if stamp.assets != assets_signature(place.root) or not generated.is_file():
        return Work.ASSETS
    return Work.NONE


def choose_place(root: Path, environ: Mapping[str, str]) -> Place:
    """Choose the project's own ``.venv``, or the user's cache folder where that is read-only.

    An environment that is finished but belongs to somebody else is used as it is.
    """
    own = Place(root=root, source=root, environment=root / ".venv")
    if os.access(root, os.W_OK) and (
        not own.environment.exists() or os.access(own.environment, os.W_OK)
    ):
        return own
    if work_due(own, Stamp.read(own.environment), ()) is Work.NONE:
        return own
    folder = cache_folder(environ) / "careerdesk" / f"{root.name}-{_crc(str(root))}"
    return Place(root=root, source=folder / "source", environment=folder / "environment")


def cache_folder(environ: Mapping[str, str]) -> Path:
    """Return the folder for what a program can make again."""
    if sys.platform == "win32" and environ.get("LOCALAPPDATA"):
        return Path(environ["LOCALAPPDATA"])
    given = environ.get("XDG_CACHE_HOME", "")
    if given.startswith("/"):  # the XDG specification says to ignore relative ones
        return Path(given)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path.home() / ".cache"


def interpreter(place: Place) -> str:
    """Return what the environment's interpreter really is; empty if it cannot be run.

    The environment only links to it, and an upgrade of the system may put another one there.
    """
    try:
        settings = (place.environment / "pyvenv.cfg").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
    if not os.access(place.python, os.X_OK):
        return ""
    return f"{place.python.resolve()} {_crc(settings)}"


def site_packages(environment: Path) -> Path | None:
    """Find the folder of installed packages."""
    pattern = "Lib/site-packages" if os.name == "nt" else "lib/python3*/site-packages"
    return next(iter(environment.glob(pattern)), None)


def installed_folders(folder: Path) -> dict[str, list[int]]:
    """Count files and bytes in every folder of the installed packages; that shows most damage.

    Compiled Python files do not count: Python writes them when and where it likes.
    """
    contents = {}
    top = str(folder)
    pending = [top]
    while pending:
        parent = pending.pop()
        count = size = 0
        with os.scandir(parent) as entries:
            for entry in entries:
                if entry.name == "__pycache__":
                    continue
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                elif not entry.name.endswith(".pyc"):
                    count += 1
                    size += entry.stat(follow_symlinks=False).st_size
        contents[parent[len(top) :]] = [count, size]
    return contents


def project_signature(place: Place) -> str:
    """Identify what is installed: the project's metadata, or all of it where it is copied."""
    if place.is_copied:
        return _crc(*_describe(place.root, source_files(place.root)))
    return _crc((place.root / "pyproject.toml").read_text(encoding="utf-8"))


def assets_signature(root: Path) -> str:
    """Identify the sources of forms and package data by name, size and time."""
    files = (file for name in ASSET_FOLDERS for file in source_files(root / name))
    return _crc(*_describe(root, files))


def source_files(folder: Path) -> Iterator[Path]:
    """Walk over all source files; nothing hidden except CI, nothing generated."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if name not in NOT_SOURCE and (name == ".ci" or not name.startswith("."))
        )
        yield from (Path(parent, name) for name in sorted(files))


def _describe(root: Path, files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        try:
            status = file.stat()
        except FileNotFoundError:  # a link to nowhere, or a file just removed
            continue
        yield f"{file.relative_to(root)} {status.st_size} {status.st_mtime_ns}"


def _lacks(present: Mapping[str, list[int]], recorded: Mapping[str, list[int]]) -> bool:
    """Say whether a recorded file has vanished or changed its size; more files are no damage."""
    return any(_is_damaged(present.get(name), before) for name, before in recorded.items())


def _is_damaged(present: list[int] | None, recorded: list[int]) -> bool:
    if present is None or present[0] < recorded[0]:
        return True
    is_extended = present[0] > recorded[0]
    return present[1] < recorded[1] if is_extended else present[1] != recorded[1]


def _crc(*lines: str) -> str:
    text = "\n".join(lines)
    return f"{zlib.crc32(text.encode()):08x}"
