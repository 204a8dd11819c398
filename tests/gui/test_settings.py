from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from careerdesk.gui.settings import Settings, TextSize, ThemeChoice


def test_that_the_desks_opened_last_come_first_and_stand_once(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    for name in ("a", "b", "c", "a"):
        settings.remember_desk(Path(name))
    assert settings.recent_desks == [Path("a"), Path("c"), Path("b")]


def test_that_a_single_desk_is_remembered_in_the_next_run(tmp_path: Path) -> None:
    Settings(tmp_path / "settings.ini").remember_desk(Path("one"))
    assert Settings(tmp_path / "settings.ini").recent_desks == [Path("one")]


def test_that_only_some_desks_are_remembered(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    for number in range(20):
        settings.remember_desk(Path(str(number)))
    assert len(settings.recent_desks) == 6


def test_that_settings_edited_by_hand_are_survived(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_text(
        "[General]\ntheme=pink\ntext_size=9\ngeometry=7\nrecent_desks=\nlast_folder=\n"
        "[layout]\nscreen\\page=7\n",
        encoding="utf-8",
    )
    settings = Settings(tmp_path / "settings.ini")
    assert settings.theme is ThemeChoice.SYSTEM
    assert settings.text_size is TextSize.NORMAL
    assert settings.geometry.isEmpty()
    assert settings.layout_state("page", "screen").isEmpty()
    assert settings.recent_desks == []
    assert settings.last_folder is None


@pytest.mark.parametrize("size", TextSize)
def test_that_the_size_of_text_is_remembered(tmp_path: Path, size: TextSize) -> None:
    Settings(tmp_path / "settings.ini").text_size = size
    assert Settings(tmp_path / "settings.ini").text_size is size


def test_that_each_screen_has_a_layout_of_its_own(tmp_path: Path) -> None:
    laptop, monitor = "eDP-1 1920x1080", "\\\\.\\DISPLAY1 (Dell/Ü) 3840x2160"
    settings = Settings(tmp_path / "settings.ini")
    settings.set_layout_state("skills/columns", laptop, QByteArray(b"narrow"))
    settings.set_layout_state("skills/columns", monitor, QByteArray(b"wide"))
    again = Settings(tmp_path / "settings.ini")
    assert again.layout_state("skills/columns", laptop) == QByteArray(b"narrow")
    assert again.layout_state("skills/columns", monitor) == QByteArray(b"wide")
    assert again.layout_state("skills/splitter", laptop).isEmpty()
