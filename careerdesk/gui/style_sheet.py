"""The style sheet of the window, made from the tokens and the font in force.

Sizes of text are multiples of that font, so that the window grows with it. Widgets name what
they are by dynamic properties (``role``, ``tone``); none has a sheet of its own. The rules
themselves stand in ``style_rules.py``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication

from careerdesk.gui.shapes import SHAPES, shape_url
from careerdesk.gui.style_rules import CONTRAST_RULES, RULES
from careerdesk.palette import HIGH_CONTRAST

if TYPE_CHECKING:
    from careerdesk.palette import Palette

# Multiples of the system font: 19, 12.5, 12 and 34 where the body is 13.5.
TYPE_SCALE: Final = {"title": 1.41, "card": 0.93, "small": 0.89, "figure": 2.5, "lead": 1.12}

_RING: Final = 2  # pixels of the focus ring
_STRONG_RING: Final = 3  # the same with high contrast
_USUAL_LINE: Final = 16  # pixels of a line of text for which sizes of icons are given
_SMALLEST_INDICATOR: Final = 18  # pixels of a box to tick, in the smallest font


def scaled(font: QFont, step: str) -> QFont:
    """Return the system font at one step of the scale."""
    result = QFont(font)
    result.setPointSizeF(font.pointSizeF() * TYPE_SCALE[step])
    return result


def pill_height(font: QFont) -> int:
    """Return the height of a pill in logical pixels.

    Its corners are a little less than half of it: Qt draws none at all if they are more.
    """
    return round(QFontMetricsF(scaled(font, "small")).height()) + 4


def icon_edge(size: int = 16, font: QFont | None = None) -> int:
    """Return the edge of an icon of ``size`` pixels beside text of the size in force."""
    line = QFontMetricsF(font or QGuiApplication.font()).height()
    return max(size, round(size * line / _USUAL_LINE))


def ring_width(colours: Palette) -> int:
    """Return how thick the ring around what has the focus is, in logical pixels."""
    return _STRONG_RING if colours in HIGH_CONTRAST else _RING


def style_sheet(colours: Palette, font: QFont) -> str:
    """Return the sheet for one palette and one font."""
    is_strong = colours in HIGH_CONTRAST
    values = _measures(font) | _texts(font) | {"ring": f"{ring_width(colours)}px"}
    for name, roles in SHAPES.items():
        values |= {f"{name}:{role}": shape_url(name, getattr(colours, role)) for role in roles}
    values |= {name: getattr(colours, name) for name in colours._fields if name != "series"}
    values["second"] = colours.series[1]  # of two figures, as the second line of a chart
    # Qt's own arrows are nearly black in every theme, so they need a light ground.
    values["tile"] = max(colours.track, colours.ink_2, key=lambda one: QColor(one).lightness())
    sheet = RULES + (CONTRAST_RULES if is_strong else "")
    # A ring takes its room from the padding, so that nothing moves when it appears.
    sheet = _LESS.sub(lambda found: f"{int(found[1]) - ring_width(colours) + 1}px", sheet)
    return _NAME.sub(lambda found: values[found[1]], sheet)


def _texts(font: QFont) -> dict[str, str]:
    return {f"{name}-size": f"{scaled(font, name).pointSizeF():.2f}pt" for name in TYPE_SCALE}


def _measures(font: QFont) -> dict[str, str]:
    """Return the lengths that follow the font but cannot be said in its units."""
    line = QFontMetricsF(font).height()
    box = max(_SMALLEST_INDICATOR, round(line))
    pill = pill_height(font) // 2 - 1
    knob = max(14, round(line * 0.8))
    return {
        "pill-radius": f"{pill}px",
        "chip-radius": f"{pill + 2}px",
        "step": f"{round(QFontMetricsF(font).height() * 1.7)}px",
        "box": f"{box - 2}px",  # of a box to tick, inside its border
        "round": f"{box // 2}px",
        "dot-border": f"{round(box * 0.3)}px",
        "dot": f"{box - 2 * round(box * 0.3)}px",
        "mark": f"{max(12, round(line * 0.7))}px",  # arrows
        "arrow": f"{max(24, round(line * 1.4))}px",  # the part of a field with an arrow
        "knob": f"{knob}px",
        "knob-radius": f"{knob // 2}px",
        "knob-margin": f"{-(knob // 2)}px",
        "icon": f"{icon_edge(16, font)}px",
        "slider": f"{knob + 8}px",
        "scroll": f"{max(12, round(line * 0.7))}px",
    }


_LESS: Final = re.compile(r"@less\((\d+)\)")
_NAME: Final = re.compile(r"@([a-z][a-z0-9_:-]*[a-z0-9])")
