from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from gui_bench import button
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from careerdesk.gui.settings import Settings, TextSize, ThemeChoice
from careerdesk.gui.shapes import SHAPES, register, shape_url
from careerdesk.gui.style_rules import RULES
from careerdesk.gui.style_sheet import TYPE_SCALE, icon_edge, ring_width, scaled, style_sheet
from careerdesk.gui.theme import Theme, qt_palette, tokens
from careerdesk.gui.widgets.heatmap import _STRENGTH, _blend
from careerdesk.palette import (
    DARK,
    DARK_CONTRAST,
    HIGH_CONTRAST,
    LIGHT,
    LIGHT_CONTRAST,
    PALETTES,
    Palette,
    contrast,
)

if TYPE_CHECKING:
    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]

EACH = pytest.mark.parametrize(
    "colours", PALETTES, ids=["light", "dark", "light contrast", "dark contrast"]
)
STRONG = pytest.mark.parametrize("colours", HIGH_CONTRAST, ids=["light", "dark"])

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
    ("ink_2", "accent_surface"),
    ("on_accent", "accent"),
    ("warning", "warning_surface"),
    ("ink", "warning_surface"),
    ("danger", "danger_surface"),
    ("ink", "danger_surface"),
    ("danger", "panel"),  # what is wrong with a field
    ("danger", "window"),
    ("warning", "panel"),
]
GRAPHIC_ON = [
    ("accent", "track"),  # bars, heatmap
    ("accent", "panel"),  # focus ring, bars of weeks
    ("accent", "window"),
    ("warning", "warning_surface"),
    ("danger", "danger_surface"),
    ("ink_2", "panel"),  # goal line
    ("ink_2", "track"),  # arrows
    ("ink_3", "panel"),  # boxes to tick
    ("ink_3", "window"),
    ("on_accent", "accent"),  # ticks
    ("danger", "panel"),  # frame of a field that is wrong
]


@EACH
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_that_text_can_be_read_on_its_surface(colours: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@EACH
@pytest.mark.parametrize(("ink", "ground"), GRAPHIC_ON)
def test_that_shapes_stand_out_from_their_surface(colours: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 3


@STRONG
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_that_text_of_high_contrast_is_read_with_weak_eyes(
    colours: Palette, ink: str, ground: str
) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 7


@STRONG
@pytest.mark.parametrize("ground", ["window", "panel", "sidebar"])
def test_that_lines_of_high_contrast_are_seen(colours: Palette, ground: str) -> None:
    assert contrast(colours.line, getattr(colours, ground)) >= 3


@EACH
def test_that_series_of_a_chart_stand_out_from_the_page(colours: Palette) -> None:
    wanted = 4.5 if colours in HIGH_CONTRAST else 3
    assert min(contrast(one, colours.panel) for one in colours.series) >= wanted


def test_that_palettes_are_told_apart_by_window_and_accent() -> None:
    assert len({(one.window, one.accent) for one in PALETTES}) == len(PALETTES)


def test_that_the_ring_around_the_focus_is_thicker_with_high_contrast() -> None:
    assert ring_width(LIGHT_CONTRAST) > ring_width(LIGHT) >= 2
    assert "3px solid" in style_sheet(LIGHT_CONTRAST, QFont("Inter", 10))


@EACH
def test_that_the_steps_of_the_heatmap_are_told_apart(colours: Palette) -> None:
    steps = [colours.track, *(_blend(colours.track, colours.accent, s).name() for s in _STRENGTH)]
    ratios = [contrast(low, high) for low, high in pairwise(steps)]
    assert min(ratios) >= 1.25
    assert contrast(steps[0], steps[-1]) >= 3


@EACH
def test_that_a_style_sheet_is_left_without_open_names(colours: Palette) -> None:
    sheet = style_sheet(colours, QFont("Inter", 10))
    assert "@" not in sheet
    named = {found.lower() for found in re.findall(r"#[0-9a-fA-F]{6}\b", sheet)}
    assert named <= {*_colours_of(colours), *colours.series}


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


@pytest.mark.parametrize("colours", PALETTES)
def test_that_the_palette_in_force_is_recognized(
    qapp: QApplication, theme: Theme, colours: Palette
) -> None:
    assert theme.choice is ThemeChoice.SYSTEM
    qapp.setPalette(qt_palette(colours))
    assert tokens() is colours


def test_that_a_palette_of_somebody_else_is_read_as_light_or_dark(
    qapp: QApplication, theme: Theme
) -> None:
    assert theme.choice is ThemeChoice.SYSTEM
    qapp.setPalette(QPalette(QColor("#202020")))
    assert tokens() is DARK
    qapp.setPalette(QPalette(QColor("#dddddd")))
    assert tokens() is LIGHT


def test_that_a_system_whose_palette_does_not_say_that_it_is_dark_is_asked_after_the_frame(
    bare_application: QApplication, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PySide6.QtGui.QStyleHints.colorScheme", lambda _hints: Qt.ColorScheme.Dark)
    bare_application.setPalette(QPalette(QColor("#dddddd")))
    made = Theme(bare_application, settings)
    assert tokens() is LIGHT
    made.complete()
    assert tokens() is DARK
    made.deleteLater()


def test_that_a_dark_palette_of_the_system_is_followed_from_the_first_frame(
    bare_application: QApplication, settings: Settings
) -> None:
    bare_application.setPalette(QPalette(QColor("#202020")))
    Theme(bare_application, settings).deleteLater()
    assert tokens() is DARK


def test_that_high_contrast_is_light_or_dark_as_the_system(theme: Theme) -> None:
    theme.choose(ThemeChoice.CONTRAST)
    assert tokens() is LIGHT_CONTRAST  # the offscreen platform has no dark scheme


def test_that_high_contrast_is_dark_on_a_dark_system(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PySide6.QtGui.QStyleHints.colorScheme", lambda _hints: Qt.ColorScheme.Dark)
    theme.choose(ThemeChoice.CONTRAST)
    assert tokens() is DARK_CONTRAST
    theme.choose(ThemeChoice.LIGHT)
    assert tokens() is LIGHT


def test_that_without_a_choice_the_contrast_is_that_of_the_system(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "PySide6.QtGui.QAccessibilityHints.contrastPreference",
        lambda _hints: Qt.ContrastPreference.HighContrast,
    )
    theme._on_system_changed()
    assert tokens() is LIGHT_CONTRAST
    theme.choose(ThemeChoice.LIGHT)
    assert tokens() is LIGHT


def test_that_text_grows_at_once_and_the_size_outlasts_the_program(
    qapp: QApplication, qtbot: QtBot, theme: Theme, settings: Settings
) -> None:
    label = QLabel("Text")
    qtbot.addWidget(label)
    label.show()
    normal = qapp.font().pointSizeF()
    heights = []
    for size in TextSize:
        theme.choose_text_size(size)
        assert qapp.font().pointSizeF() == pytest.approx(normal * size.percent / 100, abs=0.06)
        heights.append(label.sizeHint().height())
    assert heights == sorted(heights)
    assert heights[-1] >= heights[1] * 1.4
    assert settings.text_size is TextSize.LARGEST


def test_that_icons_grow_with_the_text_at_once(opened: Bench) -> None:
    back = button(opened.window, "Undo")
    before = back.icon().availableSizes()[0].height()
    opened.theme.choose_text_size(TextSize.LARGEST)
    QApplication.processEvents()
    after = back.icon().availableSizes()[0].height()
    assert after >= 1.4 * before
    assert back.iconSize().height() == icon_edge()
    assert icon_edge(40) > icon_edge() > 16


@EACH
@pytest.mark.parametrize("name", SHAPES)
def test_that_the_shapes_of_the_sheet_can_be_drawn(
    qapp: QApplication, colours: Palette, name: str
) -> None:
    assert qapp is not None
    register(colours)
    for role in SHAPES[name]:
        path = shape_url(name, getattr(colours, role)).removeprefix("url(").removesuffix(")")
        drawn = QIcon(path).pixmap(96).toImage()
        seen = [
            drawn.pixelColor(x, y)
            for x in range(drawn.width())
            for y in range(drawn.height())
            if drawn.pixelColor(x, y).alpha() == 255
        ]
        assert QColor(getattr(colours, role)) in seen


def test_that_every_role_in_use_is_known_to_the_sheet() -> None:
    known = set(re.findall(r'\[role="([a-z-]+)"\]', RULES))
    used = set()
    for path in sorted((ROOT / "careerdesk/gui").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        used |= set(re.findall(r'setProperty\("role", "([a-z-]+)"\)', text))
        used |= set(re.findall(r'\b(?:label|LineLabel)\([^()]*, "([a-z-]+)"', text))
    for path in sorted((ROOT / "ui").glob("*.ui")):
        text = path.read_text(encoding="utf-8")
        used |= set(re.findall(r'name="role"[^>]*><string[^>]*>([a-z-]+)<', text))
    assert {"primary", "card", "title", "small"} <= used
    assert used <= known


@EACH
def test_that_disabled_text_is_fainter_and_still_legible(colours: Palette) -> None:
    palette = qt_palette(colours)
    faint = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert faint == QColor(colours.ink_3)
    assert contrast(faint.name(), colours.panel) >= 4.5


def _colours_of(colours: Palette) -> list[str]:
    names = (name for name in Palette._fields if name != "series")
    return [getattr(colours, name) for name in names]
