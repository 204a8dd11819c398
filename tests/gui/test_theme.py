from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QFont, QPalette

from careerdesk.gui.settings import Settings, ThemeChoice
from careerdesk.gui.style_sheet import TYPE_SCALE, scaled, style_sheet
from careerdesk.gui.theme import Theme, qt_palette, tokens
from careerdesk.gui.widgets.heatmap import _STRENGTH, _blend
from careerdesk.palette import DARK, LIGHT, Palette, contrast

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])

TEXT_ON = [
    *(
        (ink, ground)
        for ink in ("ink", "ink_2", "ink_3")
        for ground in ("window", "panel", "sidebar")
    ),
    ("ink", "track"),  # hovered menu and page
    ("ink_2", "track"),  # neutral pill
    ("ink", "accent_surface"),  # chosen row, notice
    ("accent", "panel"),  # link in a card
    ("accent", "window"),
    ("accent", "accent_surface"),
    ("on_accent", "accent"),
    ("warning", "warning_surface"),
    ("ink", "warning_surface"),
    ("danger", "danger_surface"),
    ("ink", "danger_surface"),
]
GRAPHIC_ON = [
    ("accent", "track"),  # bars, heatmap
    ("accent", "panel"),  # focus ring, bars of weeks
    ("accent", "window"),
    ("warning", "warning_surface"),
    ("danger", "danger_surface"),
    ("ink_2", "panel"),  # goal line
]


@BOTH
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_that_text_can_be_read_on_its_surface(colours: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize(("ink", "ground"), GRAPHIC_ON)
def test_that_shapes_stand_out_from_their_surface(colours: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 3


@BOTH
def test_that_the_steps_of_the_heatmap_are_told_apart(colours: Palette) -> None:
    steps = [colours.track, *(_blend(colours.track, colours.accent, s).name() for s in _STRENGTH)]
    ratios = [contrast(low, high) for low, high in pairwise(steps)]
    assert min(ratios) >= 1.25
    assert contrast(steps[0], steps[-1]) >= 3


@BOTH
def test_that_a_style_sheet_is_left_without_open_names(colours: Palette) -> None:
    sheet = style_sheet(colours, QFont("Inter", 10))
    assert "@" not in sheet
    named = set(re.findall(r"#[0-9a-f]{6}", sheet))
    assert named <= set(_colours_of(colours))


def test_that_text_grows_with_the_font_of_the_system() -> None:
    small, large = style_sheet(LIGHT, QFont("Inter", 9)), style_sheet(LIGHT, QFont("Inter", 18))
    assert "12.69pt" in small
    assert "25.38pt" in large
    assert scaled(QFont("Inter", 10), "figure").pointSizeF() == 10 * TYPE_SCALE["figure"]


def test_that_a_pinned_theme_outlasts_the_program(theme: Theme, tmp_path: Path) -> None:
    theme.choose(ThemeChoice.DARK)
    assert tokens() is DARK
    assert Settings(tmp_path / "settings.ini").theme is ThemeChoice.DARK
    theme.choose(ThemeChoice.LIGHT)
    assert tokens() is LIGHT


def test_that_without_a_choice_the_theme_is_that_of_the_system(theme: Theme) -> None:
    assert theme.choice is ThemeChoice.SYSTEM
    assert tokens() is LIGHT  # the offscreen platform has no dark scheme


def test_that_widgets_follow_a_palette_set_by_anybody(qapp: QApplication, theme: Theme) -> None:
    qapp.setPalette(qt_palette(DARK))
    assert tokens() is DARK
    theme.choose(ThemeChoice.DARK)


@BOTH
def test_that_disabled_text_is_fainter_and_still_legible(colours: Palette) -> None:
    palette = qt_palette(colours)
    faint = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert faint == QColor(colours.ink_3)
    assert contrast(faint.name(), colours.panel) >= 4.5


def _colours_of(colours: Palette) -> list[str]:
    names = (name for name in Palette._fields if name != "series")
    return [getattr(colours, name) for name in names]
