"""From what the loader misses to the line that installs it."""

from __future__ import annotations

import sys
from pathlib import Path

import PySide6
import pytest
import system_libraries
from system_libraries import Findings, packages_for, read_ldd

REPORT = """\
/env/PySide6/QtGui.abi3.so:
\tlinux-vdso.so.1 (0x00007ffc)
\tlibQt6Gui.so.6 => /env/PySide6/Qt/plugins/../lib/libQt6Gui.so.6 (0x00007f10)
\tlibEGL.so.1 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f11)
\t/lib64/ld-linux-x86-64.so.2 (0x00007f12)
/env/PySide6/Qt/plugins/platforms/libqxcb.so:
\tlibxcb-render-util.so.0 => not found
\tlibEGL.so.1 => not found
"""


@pytest.fixture(autouse=True)
def debian(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Debian system where one is not the administrator."""
    monkeypatch.setattr("system_libraries.has_apt", lambda: True)
    monkeypatch.setattr("system_libraries.has_sudo", lambda: True)
    monkeypatch.setattr("system_libraries.may_install", lambda: False)


def test_that_the_report_of_ldd_gives_found_paths_and_missing_names() -> None:
    found, missing = read_ldd(REPORT)
    assert found == ["/env/PySide6/Qt/lib/libQt6Gui.so.6", "/lib/x86_64-linux-gnu/libc.so.6"]
    assert missing == ["libEGL.so.1", "libxcb-render-util.so.0"]


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libGL.so.1", "libgl1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libxcb.so.1", "libxcb1"),
        ("libxcb-render.so.0", "libxcb-render0"),
        ("libxcb-render-util.so.0", "libxcb-render-util0"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxkbcommon.so.0", "libxkbcommon0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libwayland-cursor.so.0", "libwayland-cursor0"),
    ],
)
def test_that_each_library_leads_to_its_package(library: str, package: str) -> None:
    assert packages_for([library]) == ([package], [])


def test_that_a_user_is_told_the_whole_line_to_run() -> None:
    assert system_libraries.advice(["libEGL.so.1", "libgthread-2.0.so.0", "libglib-2.0.so.0"]) == (
        "Install them once with:\n"
        "  sudo apt-get update && "
        "sudo apt-get install -y --no-install-recommends libegl1 libglib2.0-0"
    )


def test_that_without_sudo_somebody_else_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("system_libraries.has_sudo", lambda: False)
    said = system_libraries.advice(["libEGL.so.1"])
    assert said.startswith("Let the administrator install them with:\n  apt-get update")


def test_that_the_administrator_is_told_the_line_without_sudo(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("system_libraries.may_install", lambda: True)
    assert "sudo" not in system_libraries.advice(["libEGL.so.1"])


def test_that_a_library_of_no_known_package_is_named() -> None:
    assert packages_for(["libnew.so.3"]) == ([], ["libnew.so.3"])
    assert system_libraries.advice(["libnew.so.3"]) == "No package is known here for libnew.so.3"


def test_that_without_apt_the_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("system_libraries.has_apt", lambda: False)
    assert "libEGL.so.1, libGL.so.1" in system_libraries.advice(["libEGL.so.1", "libGL.so.1"])


def test_that_one_display_with_all_its_libraries_is_enough() -> None:
    findings = Findings(
        found={"core": ["/lib/a"], "xcb": ["/lib/b"], "wayland": []},
        missing={"core": [], "xcb": [], "wayland": ["libwayland-cursor.so.0"]},
    )
    assert findings.sound == {"core": ["/lib/a"], "xcb": ["/lib/b"]}
    assert findings.lacking_for([["core"], ["wayland", "xcb"]]) == []
    assert findings.lacking_for([["core"], ["wayland"]]) == ["libwayland-cursor.so.0"]
    assert findings.all_missing == ["libwayland-cursor.so.0"]


@pytest.mark.skipif(sys.platform != "linux", reason="only there is a loader to ask")
def test_that_the_installed_qt_has_the_files_that_are_asked_about() -> None:
    folder = Path(PySide6.__file__).parent
    for patterns in system_libraries.QT_FILES.values():
        for pattern in patterns:
            assert list(folder.glob(pattern)), pattern
    assert not system_libraries.inspect(folder).missing["core"]
