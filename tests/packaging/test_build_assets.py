"""The generated tree: complete, current, and whole at every moment."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import build_assets
import pytest
from build_assets import BuildError, CompilerCannotStartError, build, is_fresh
from PySide6.QtCore import QTranslator

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>SkillsPage</class><widget class="QWidget" name="SkillsPage">
<layout class="QVBoxLayout"><item><widget class="QLineEdit" name="filter_edit"/></item></layout>
</widget></ui>
"""

TRANSLATION = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="de">
<context><name>pages</name><message><source>Home</source><translation>Start</translation></message>
</context></TS>
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one form, one icon and one translation."""
    for name, text in {
        "ui/skills_page.ui": FORM,
        "resources/translations/careerdesk_de.ts": TRANSLATION,
        "resources/icons/check.svg": "<svg/>",
        "careerdesk/__init__.py": "",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_that_forms_and_resources_become_package_data(root: Path) -> None:
    made = build(root)
    assert made == root / "careerdesk" / "_generated"
    form = (made / "forms" / "ui_skills_page.py").read_text(encoding="utf-8")
    assert "class Ui_SkillsPage" in form
    assert "connectSlotsByName" not in form
    assert (made / "resources/icons/check.svg").read_text(encoding="utf-8") == "<svg/>"
    assert (made / "__init__.py").is_file()
    assert (made / "forms/__init__.py").is_file()


def test_that_translations_are_compiled(root: Path) -> None:
    made = build(root)
    (file,) = (made / "resources/translations").iterdir()
    translator = QTranslator()
    assert translator.load(str(file))
    assert translator.translate("pages", "Home") == "Start"


def test_that_a_current_tree_is_left_alone(root: Path) -> None:
    before = build(root).stat()
    after = build(root).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


@pytest.mark.parametrize("change", ["edit", "add", "remove", "rename"])
def test_that_any_change_of_a_source_makes_the_tree_stale(root: Path, change: str) -> None:
    build(root)
    icon = root / "resources/icons/check.svg"
    if change == "edit":
        icon.write_text("<svg> </svg>", encoding="utf-8")
    elif change == "add":
        (root / "resources/icons/x.svg").touch()
    elif change == "remove":
        icon.unlink()
    else:
        icon.rename(icon.with_name("tick.svg"))
    assert not is_fresh(root)
    build(root)
    assert is_fresh(root)
    assert list((root / "build").iterdir()) == []


@pytest.mark.parametrize("name", ["ui/bad_page.ui", "resources/translations/careerdesk_xx.ts"])
def test_that_a_wrong_source_is_named_and_leaves_the_old_tree(root: Path, name: str) -> None:
    build(root)
    (root / name).write_text("<ui", encoding="utf-8")
    with pytest.raises(BuildError, match=Path(name).name):
        build(root)
    assert (root / "careerdesk/_generated/forms/ui_skills_page.py").is_file()
    assert not is_fresh(root)


@pytest.mark.parametrize("compiler", ["compile_form", "compile_translation"])
def test_that_without_a_startable_compiler_only_a_checkout_is_built(
    root: Path, monkeypatch: pytest.MonkeyPatch, compiler: str
) -> None:
    def cannot_start(_source: Path, _target: Path) -> None:
        raise CompilerCannotStartError("libglib-2.0.so.0 is missing")

    with monkeypatch.context() as patch:
        patch.setattr(f"build_assets.{compiler}", cannot_start)
        with pytest.raises(CompilerCannotStartError):
            build(root)
        made = build(root, forms_optional=True)
    assert (made / "resources/icons/check.svg").is_file()
    assert not is_fresh(root)
    build(root)
    assert (made / "forms/ui_skills_page.py").is_file()
    assert (made / "resources/translations/careerdesk_de.qm").is_file()


def test_that_builds_at_the_same_time_leave_one_whole_tree(root: Path) -> None:
    build(root)
    (root / "resources/icons/x.svg").touch()
    script = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]);"
        "import build_assets; build_assets.build(Path(sys.argv[2]))"
    )
    folder = str(Path(build_assets.__file__).parent)
    command = [sys.executable, "-c", script, folder, str(root)]
    running = [subprocess.Popen(command) for _ in range(4)]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0, 0]
    assert is_fresh(root)
    names = {path.name for path in (root / "careerdesk/_generated").iterdir()}
    assert names == {"SOURCES.sha256", "__init__.py", "forms", "resources"}
    assert list((root / "build").iterdir()) == []


def test_that_leavings_of_builds_killed_long_ago_are_removed(root: Path) -> None:
    old, young = root / "build/generated-old", root / "build/generated-young"
    for folder in (old, young):
        folder.mkdir(parents=True)
    long_ago = time.time() - 2 * build_assets.SECONDS_UNTIL_ABANDONED
    os.utime(old, (long_ago, long_ago))
    build(root)
    assert not old.exists()
    assert young.exists()
