"""Which environment is taken as it is, which is mended and which is built anew."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
import stamp
from stamp import Place, Stamp, Work, choose_place, work_due

SITE = Path("lib/python3.11/site-packages")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the layout here is that of POSIX")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A small project with an environment that looks finished."""
    root = tmp_path / "project"
    environment = root / ".venv"
    for name in ("pyproject.toml", "ui/a_page.ui", "resources/icons/a.svg"):
        write(root / name)
    write(root / "careerdesk/_generated/__init__.py")
    for name in (
        "PySide6/QtCore.abi3.so",
        "PySide6/Qt/lib/libQt6Gui.so.6",
        "numpy/__init__.py",
        "six.py",
    ):
        write(environment / SITE / name)
    write(environment / "pyvenv.cfg", "home = /usr/bin")
    (environment / "bin").mkdir()
    (environment / "bin" / "python").symlink_to(sys.executable)
    return Place(root=root, source=root, environment=environment)


def write(path: Path, text: str = "text") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def finish(place: Place, *extras: str) -> None:
    Stamp.of(place, extras, {"core": []}).write(place.environment)


def due(place: Place, *extras: str) -> Work:
    return work_due(place, Stamp.read(place.environment), extras)


def test_that_a_finished_environment_needs_nothing(place: Place) -> None:
    finish(place)
    assert due(place) is Work.NONE


def test_that_an_environment_without_a_stamp_is_built_anew(place: Place) -> None:
    assert due(place) is Work.REBUILD


@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_that_a_stamp_written_in_part_counts_as_none(place: Place, share: float) -> None:
    finish(place)
    file = place.environment / stamp.STAMP_NAME
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])
    assert due(place) is Work.REBUILD


@pytest.mark.parametrize("text", ["[]", "3", '{"extras": []}', '{"unknown": 1}', "\0"])
def test_that_a_stamp_of_another_shape_counts_as_none(place: Place, text: str) -> None:
    (place.environment / stamp.STAMP_NAME).write_text(text, encoding="utf-8")
    assert Stamp.read(place.environment) is None


def test_that_a_vanished_interpreter_means_building_anew(place: Place) -> None:
    finish(place)
    place.python.unlink()
    place.python.symlink_to(place.root / "nowhere")
    assert due(place) is Work.REBUILD


@pytest.mark.parametrize("text", ["", "home = /opt/python"])
def test_that_lost_settings_of_the_environment_mean_building_anew(place: Place, text: str) -> None:
    finish(place)
    write(place.environment / "pyvenv.cfg", text)
    assert due(place) is Work.REBUILD
    (place.environment / "pyvenv.cfg").unlink()
    assert due(place) is Work.REBUILD


def test_that_another_interpreter_in_the_same_place_means_building_anew(place: Place) -> None:
    finish(place)
    other = place.root / "python3.99"
    shutil.copy("/bin/sh", other)
    place.python.unlink()
    place.python.symlink_to(other)
    assert due(place) is Work.REBUILD


@pytest.mark.parametrize(
    "lost", [SITE, SITE / "PySide6", SITE / "PySide6/Qt/lib/libQt6Gui.so.6", SITE / "six.py"]
)
def test_that_lost_packages_mean_building_anew(place: Place, lost: Path) -> None:
    finish(place)
    path = place.environment / lost
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    assert due(place) is Work.REBUILD


@pytest.mark.parametrize("size", [0, 3, 5])
def test_that_a_file_of_another_size_means_building_anew(place: Place, size: int) -> None:
    finish(place)
    os.truncate(place.environment / SITE / "PySide6/QtCore.abi3.so", size)
    assert due(place) is Work.REBUILD


def test_that_a_cut_file_is_not_hidden_by_additions(place: Place) -> None:
    finish(place)
    write(place.environment / SITE / "numpy/mine.py", "x")
    os.truncate(place.environment / SITE / "numpy/__init__.py", 0)
    assert due(place) is Work.REBUILD


def test_that_what_python_compiles_is_no_change(place: Place) -> None:
    site = place.environment / SITE
    write(site / "numpy/__pycache__/old.pyc", "compiled")
    write(site / "numpy/old.pyc", "compiled")
    finish(place)
    write(site / "numpy/old.pyc", "compiled anew")
    shutil.rmtree(site / "numpy/__pycache__")
    assert due(place) is Work.NONE
    (site / "numpy/old.pyc").unlink()
    assert due(place) is Work.NONE


def test_that_an_emptied_site_packages_folder_means_building_anew(place: Place) -> None:
    finish(place)
    shutil.rmtree(place.environment / SITE)
    (place.environment / SITE).mkdir()
    assert due(place) is Work.REBUILD


def test_that_additions_of_the_user_are_left_alone(place: Place) -> None:
    finish(place)
    write(place.environment / SITE / "ipython/__init__.py")
    write(place.environment / SITE / "numpy/__pycache__/more.pyc")
    assert due(place) is Work.NONE


def test_that_a_moved_project_is_built_anew(place: Place, tmp_path: Path) -> None:
    finish(place)
    moved = tmp_path / "elsewhere"
    place.root.rename(moved)
    there = Place(root=moved, source=moved, environment=moved / ".venv")
    assert due(there) is Work.REBUILD


def test_that_new_requirements_are_installed_into_the_same_environment(place: Place) -> None:
    finish(place)
    write(place.root / "pyproject.toml", "other text")
    assert due(place) is Work.UPDATE


def test_that_the_tests_need_more_than_the_program_and_not_the_other_way_round(
    place: Place,
) -> None:
    finish(place)
    assert due(place, "test") is Work.UPDATE
    finish(place, "test")
    assert due(place, "test") is Work.NONE
    assert due(place) is Work.NONE


@pytest.mark.parametrize("name", ["ui/a_page.ui", "ui/new_page.ui", "resources/icons/a.svg"])
def test_that_changed_sources_of_assets_only_rebuild_the_assets(place: Place, name: str) -> None:
    finish(place)
    write(place.root / name, "a longer text")
    assert due(place) is Work.ASSETS


def test_that_lost_assets_are_rebuilt(place: Place) -> None:
    finish(place)
    shutil.rmtree(place.root / "careerdesk/_generated")
    assert due(place) is Work.ASSETS


def test_that_a_lost_system_library_is_noticed(place: Place, tmp_path: Path) -> None:
    library = tmp_path / "libGL.so.1"
    write(library)
    made = Stamp.of(place, (), {"core": [str(library)], "xcb": []})
    assert made.meets([["core"], ["wayland", "xcb"]])
    assert not made.meets([["wayland"]])
    library.unlink()
    assert not made.meets([["core"]])
    assert made.meets([["xcb"]])


def test_that_a_copied_project_is_copied_again_after_any_change(place: Place) -> None:
    copied = Place(place.root, place.root.parent / "copy", place.environment)
    write(copied.source / "careerdesk/_generated/__init__.py")
    finish(copied)
    assert due(copied) is Work.NONE
    write(copied.root / "careerdesk/new.py")
    assert due(copied) is Work.UPDATE


def test_that_a_writable_project_has_its_environment_beside_it(place: Place) -> None:
    assert choose_place(place.root, {}) == place


def read_only(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let a folder appear read-only, also to the administrator."""
    ask = os.access

    def access(path: Path, mode: int) -> bool:
        inside = Path(path).is_relative_to(folder)
        return False if inside and mode == os.W_OK else ask(path, mode)

    monkeypatch.setattr("os.access", access)


def test_that_a_read_only_project_is_copied_to_the_cache_folder(
    place: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    read_only(monkeypatch, place.root)
    chosen = choose_place(place.root, {"XDG_CACHE_HOME": str(tmp_path / "cache")})
    assert chosen.is_copied
    assert chosen.environment.is_relative_to(tmp_path / "cache" / "careerdesk")
    assert chosen.source.is_relative_to(tmp_path / "cache" / "careerdesk")
    other = choose_place(tmp_path / "project", {"XDG_CACHE_HOME": str(tmp_path / "cache")})
    assert other == chosen


def test_that_two_read_only_projects_of_one_name_do_not_share_an_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    read_only(monkeypatch, tmp_path)
    first, second = (choose_place(tmp_path / name / "project", {}) for name in ("a", "b"))
    assert first.environment != second.environment


def test_that_a_finished_environment_of_somebody_else_is_used_as_it_is(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(place)
    read_only(monkeypatch, place.root)
    assert choose_place(place.root, {}) == place


@pytest.mark.skipif(sys.platform != "linux", reason="the XDG rules are those of Linux")
def test_that_a_relative_cache_folder_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/dora")
    assert stamp.cache_folder({"XDG_CACHE_HOME": "cache"}) == Path("/home/dora/.cache")
    assert stamp.cache_folder({"XDG_CACHE_HOME": "/var/c"}) == Path("/var/c")
