"""The icons can be tinted and drawn."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

ICONS = sorted((Path(__file__).resolve().parents[2] / "resources" / "icons").glob("*.svg"))


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_that_an_icon_is_one_outline_in_the_current_colour(icon: Path) -> None:
    picture = ElementTree.parse(icon).getroot()
    assert picture.get("stroke") == "currentColor"
    assert picture.get("fill") == "none"
    assert picture.get("viewBox") == "0 0 24 24"
    stroke_at_16_pixels = float(picture.get("stroke-width", "0")) * 16 / 24
    assert stroke_at_16_pixels == pytest.approx(1.6)
    assert len(picture) > 0
    assert not [part for part in picture.iter() if part.get("stroke") not in (None, "currentColor")]
