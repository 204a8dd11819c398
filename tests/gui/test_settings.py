from __future__ import annotations

from pathlib import Path

from careerdesk.gui.settings import Settings, ThemeChoice


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
        "[General]\ntheme=pink\ngeometry=7\nrecent_desks=\nlast_folder=\n", encoding="utf-8"
    )
    settings = Settings(tmp_path / "settings.ini")
    assert settings.theme is ThemeChoice.SYSTEM
    assert settings.geometry.isEmpty()
    assert settings.recent_desks == []
    assert settings.last_folder is None
