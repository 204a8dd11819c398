"""Pictures of the window, drawn without a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import screenshots
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

NAMES = ["home"]


def test_that_a_size_tells_the_window_and_its_scaling() -> None:
    assert screenshots.Size.of("900x600") == (900, 600, 100)
    assert screenshots.Size.of("1280x800-150") == (1280, 800, 150)


def test_that_what_is_asked_for_is_drawn_in_both_themes_with_an_empty_and_a_full_desk(
    tmp_path: Path,
) -> None:
    assert screenshots.start("640x480-150", tmp_path, NAMES, with_sheet=True) == 0
    drawn = {path.relative_to(tmp_path).as_posix() for path in tmp_path.glob("*/*/*/*.png")}
    assert drawn == {
        f"640x480-150/{theme}/{desk}/{name}.png"
        for theme in ("light", "dark")
        for desk in ("example", "empty")
        for name in NAMES
    }
    size = QImage(str(tmp_path / sorted(drawn)[0])).size()
    assert (size.width(), size.height()) == (960, 720)
    assert (tmp_path / "640x480-150" / "contact-sheet-1.png").is_file()


def test_that_the_published_pictures_are_those_that_were_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drawn = tmp_path / "drawn"
    drawn.mkdir()
    for taken in screenshots.PUBLISHED.values():
        (drawn / f"{taken}.png").write_text(taken, encoding="utf-8")
    screenshots.publish(drawn, tmp_path / "pictures")
    assert (tmp_path / "pictures" / "portfolio-page.png").read_text(encoding="utf-8") == "portfolio"
    assert "home.png" in capsys.readouterr().out
