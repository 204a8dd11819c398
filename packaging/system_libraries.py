"""The system libraries that Qt needs on Linux: which are missing, and what brings them.

Qt does not raise when one is missing; the import fails half-way or the program is aborted.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# Files of the PySide6 wheel by what they are for: any use of Qt, windows on either system, and
# the compiler of translations, without which texts keep their "(s)".
QT_FILES = {
    "core": (
        "Qt/libexec/uic",
        "QtCore.abi3.so",
        "QtGui.abi3.so",
        "QtWidgets.abi3.so",
        "QtSvg.abi3.so",
        "QtPrintSupport.abi3.so",
        "Qt/plugins/platforms/libqoffscreen.so",
    ),
    "xcb": ("Qt/plugins/platforms/libqxcb.so",),
    "wayland": (
        "Qt/plugins/platforms/libqwayland*.so",
        "Qt/plugins/wayland-shell-integration/*.so",
    ),
    "translations": ("lrelease",),
}

# Start of a library's name: the Debian 12 package. Debian 13 and Ubuntu 24.04 have renamed some
# to "...t64", and apt takes the old names for the new ones. The longest start wins.
DEBIAN_PACKAGES = {
    "libEGL.": "libegl1",
    "libGL.": "libgl1",
    "libGLX.": "libgl1",
    "libOpenGL.": "libopengl0",
    "libX11-xcb.": "libx11-xcb1",
    "libX11.": "libx11-6",
    "libbrotli": "libbrotli1",
    "libdbus-1.": "libdbus-1-3",
    "libfontconfig.": "libfontconfig1",
    "libfreetype.": "libfreetype6",
    "libgssapi_krb5.": "libgssapi-krb5-2",
    "libglib-2.0.": "libglib2.0-0",
    "libgthread-2.0.": "libglib2.0-0",
    "libwayland-client.": "libwayland-client0",
    "libwayland-cursor.": "libwayland-cursor0",
    "libwayland-egl.": "libwayland-egl1",
    "libxcb-cursor.": "libxcb-cursor0",
    "libxcb-glx.": "libxcb-glx0",
    "libxcb-icccm.": "libxcb-icccm4",
    "libxcb-image.": "libxcb-image0",
    "libxcb-keysyms.": "libxcb-keysyms1",
    "libxcb-randr.": "libxcb-randr0",
    "libxcb-render-util.": "libxcb-render-util0",
    "libxcb-render.": "libxcb-render0",
    "libxcb-shape.": "libxcb-shape0",
    "libxcb-shm.": "libxcb-shm0",
    "libxcb-sync.": "libxcb-sync1",
    "libxcb-util.": "libxcb-util1",
    "libxcb-xfixes.": "libxcb-xfixes0",
    "libxcb-xkb.": "libxcb-xkb1",
    "libxcb.": "libxcb1",
    "libxkbcommon-x11.": "libxkbcommon-x11-0",
    "libxkbcommon.": "libxkbcommon0",
    "libz.": "zlib1g",
    "libzstd.": "libzstd1",
}
APT_INSTALL = ("apt-get", "install", "-y", "--no-install-recommends")


@dataclass
class Findings:
    """What the Qt files found on this computer, and what not, by kind of file."""

    found: dict[str, list[str]] = field(default_factory=dict)
    missing: dict[str, list[str]] = field(default_factory=dict)

    @property
    def all_missing(self) -> list[str]:
        """Every missing library once."""
        return sorted({name for names in self.missing.values() for name in names})

    @property
    def sound(self) -> dict[str, list[str]]:
        """The kinds that lack nothing, with the paths of the libraries they found."""
        return {kind: paths for kind, paths in self.found.items() if not self.missing.get(kind)}

    def lacking_for(self, needs: Iterable[Iterable[str]]) -> list[str]:
        """Return the libraries to install so that one kind of each group is sound."""
        sound = self.sound
        lacking: set[str] = set()
        for group in needs:
            if not any(kind in sound for kind in group):
                lacking.update(name for kind in group for name in self.missing.get(kind, []))
        return sorted(lacking)


def inspect(pyside: Path) -> Findings:
    """Ask the system's loader what the installed Qt files find.

    Where there is no such loader (macOS, Windows, no ``ldd``), nothing is missing: the wheels
    bring all they need, or there is no way to know.
    """
    findings = Findings()
    for kind, patterns in QT_FILES.items():
        files = sorted(str(file) for pattern in patterns for file in pyside.glob(pattern))
        text = _ldd(files)
        found, missing = read_ldd(text)
        findings.found[kind] = [path for path in found if not path.startswith(str(pyside))]
        findings.missing[kind] = missing
    return findings


def read_ldd(text: str) -> tuple[list[str], list[str]]:
    """Return the paths of found libraries and the names of missing ones from ldd's report."""
    found = re.findall(r"=> (/.*) \(0x", text)
    missing = re.findall(r"^\s*(\S+) => not found", text, flags=re.MULTILINE)
    return sorted({os.path.normpath(path) for path in found}), sorted(set(missing))


def packages_for(names: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the Debian packages that bring these libraries, and the libraries nobody knows."""
    packages, unknown = set(), []
    for name in names:
        starts = [start for start in DEBIAN_PACKAGES if name.startswith(start)]
        if starts:
            packages.add(DEBIAN_PACKAGES[max(starts, key=len)])
        else:
            unknown.append(name)
    return sorted(packages), unknown


def advice(names: Iterable[str]) -> str:
    """Say in words what to install, with the exact line to run where there is apt."""
    names = list(names)
    if not has_apt():
        return "Install the packages of your system that bring these: " + ", ".join(names)
    packages, unknown = packages_for(names)
    lines = []
    if packages:
        sudo = "" if may_install() or not has_sudo() else "sudo "
        who = "Install them once" if may_install() or sudo else "Let the administrator install them"
        install = " ".join((*APT_INSTALL, *packages))
        lines += [f"{who} with:", f"  {sudo}apt-get update && {sudo}{install}"]
    if unknown:
        lines.append("No package is known here for " + ", ".join(unknown))
    return "\n".join(lines)


def has_apt() -> bool:
    """Say whether this system has apt."""
    return shutil.which("apt-get") is not None


def has_sudo() -> bool:
    """Say whether a user can become the administrator for one command."""
    return shutil.which("sudo") is not None


def may_install() -> bool:
    """Say whether packages can be installed without asking for a password."""
    return has_apt() and sys.platform != "win32" and os.geteuid() == 0


def _ldd(files: list[str]) -> str:
    if not files or not sys.platform.startswith("linux") or not shutil.which("ldd"):
        return ""
    environ = os.environ | {"LC_ALL": "C"}
    done = subprocess.run(
        ["ldd", *files], capture_output=True, text=True, errors="replace", env=environ, check=False
    )
    return done.stdout
