"""The colours of CareerDesk, one place for window, charts and PDF.

The values are plain text so that no room needs Qt or matplotlib to read them. Every pair of text
and surface is at least 4.5:1, large figures and graphics at least 3:1 (WCAG 2.2, 1.4.3 and
1.4.11). With high contrast text is at least 7:1 (1.4.6), and lines count as graphics. A test
computes it.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Palette(NamedTuple):
    """Colours by role, as ``#rrggbb``.

    A named tuple, because the first frame of the window waits for it: a dataclass takes five
    milliseconds with its library.
    """

    window: str
    panel: str
    sidebar: str
    line: str
    track: str
    ink: str
    ink_2: str
    ink_3: str
    accent: str
    accent_surface: str
    on_accent: str
    warning: str
    warning_surface: str
    danger: str
    danger_surface: str
    series: tuple[str, str, str, str]


LIGHT: Final = Palette(
    window="#f7f7f5",
    panel="#ffffff",
    sidebar="#efeeeb",
    line="#e4e2dd",
    track="#e9e7e2",
    ink="#1f2328",
    ink_2="#5b616a",
    ink_3="#666c75",
    accent="#2f6f5e",
    accent_surface="#e3efeb",
    on_accent="#ffffff",
    warning="#9a5b00",
    warning_surface="#fbf0dc",
    danger="#b3372f",
    danger_surface="#fbe7e4",
    series=("#2f6f5e", "#c28529", "#5a78b0", "#a4566a"),
)

DARK: Final = Palette(
    window="#1b1d1f",
    panel="#232629",
    sidebar="#17191b",
    line="#33373b",
    track="#33373b",
    ink="#e9eaeb",
    ink_2="#b3b8be",
    ink_3="#959ba3",
    accent="#7cc0ac",
    accent_surface="#22352f",
    on_accent="#16211d",
    warning="#e2ab57",
    warning_surface="#3a2f1c",
    danger="#ec8b82",
    danger_surface="#3d2523",
    series=("#7cc0ac", "#dcaa5c", "#8fabdd", "#cf8a9c"),
)

LIGHT_CONTRAST: Final = Palette(
    window="#ffffff",
    panel="#ffffff",
    sidebar="#f2f2f2",
    line="#6e6e6e",
    track="#d9d9d9",
    ink="#000000",
    ink_2="#262626",
    ink_3="#3b3b3b",
    accent="#004b3a",
    accent_surface="#cdeee3",
    on_accent="#ffffff",
    warning="#553300",
    warning_surface="#ffe9c0",
    danger="#7d0f0a",
    danger_surface="#ffe1dd",
    series=("#004b3a", "#7a4b00", "#1f3f80", "#85234a"),
)

DARK_CONTRAST: Final = Palette(
    window="#000000",
    panel="#0d0d0d",
    sidebar="#000000",
    line="#8c8c8c",
    track="#3a3a3a",
    ink="#ffffff",
    ink_2="#ececec",
    ink_3="#d2d2d2",
    accent="#8cf0d2",
    accent_surface="#0b4637",
    on_accent="#000000",
    warning="#ffcf80",
    warning_surface="#4a3300",
    danger="#ffb3ab",
    danger_surface="#5c1712",
    series=("#8cf0d2", "#ffcf80", "#a9c6ff", "#ffb0cd"),
)

PALETTES: Final = (LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST)
HIGH_CONTRAST: Final = (LIGHT_CONTRAST, DARK_CONTRAST)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (defined in WCAG 2.2)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
