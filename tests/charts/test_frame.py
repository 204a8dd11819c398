from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.charts import lettering, paper
from careerdesk.charts.activity import STEPS, STRENGTHS, step_of
from careerdesk.palette import DARK, LIGHT, Palette, contrast

FIRST = date(2024, 6, 1)
both_palettes = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


@given(st.integers(0, 5000), st.floats(60, 500))
def test_that_month_labels_never_touch(days: int, room: float) -> None:
    labels = paper.month_labels(FIRST, FIRST + timedelta(days=days), 0, room, lettering.width)
    ends = [x + lettering.width(label, paper.SMALL) for x, label in labels]
    starts = [x for x, _ in labels]
    assert all(end < start for end, start in zip(ends, starts[1:], strict=False))
    assert labels


def test_that_the_year_stands_where_it_begins() -> None:
    labels = paper.month_labels(date(2025, 10, 15), date(2026, 3, 1), 0, 400, lettering.width)
    assert [label for _, label in labels][:4] == ["Nov 2025", "Dec", "Jan 2026", "Feb"]


@given(st.floats(0.01, 1e6), st.integers(2, 8))
def test_that_a_grid_has_no_more_lines_than_asked_for(highest: float, lines: int) -> None:
    step = paper.grid_step(highest, lines)
    assert highest / step <= lines
    assert str(step).rstrip("0") in ("1", "2", "5")


@given(st.dates())
def test_that_a_day_outside_stands_at_the_rim(day: date) -> None:
    last = FIRST + timedelta(days=100)
    x = paper.spread(FIRST, last, day, 10, 20)
    assert 10 <= x <= 20
    assert (x == 10) == (day <= FIRST)
    assert (x == 20) == (day >= last)


@both_palettes
def test_that_a_mixed_colour_runs_from_surface_to_colour(palette: Palette) -> None:
    assert paper.mix(palette.panel, palette.accent, 0) == palette.panel
    assert paper.mix(palette.panel, palette.accent, 1) == palette.accent


@both_palettes
def test_that_steps_of_activity_differ_in_lightness_alone(palette: Palette) -> None:
    colors = [palette.track] + [
        paper.mix(palette.panel, palette.accent, strength) for strength in STRENGTHS[1:]
    ]
    against_panel = [contrast(color, palette.panel) for color in colors]
    assert against_panel == sorted(against_panel)
    neighbours = [contrast(*pair) for pair in itertools.pairwise(colors)]
    assert min(neighbours) >= 1.15
    assert contrast(colors[0], colors[-1]) >= 3


@both_palettes
def test_that_marks_and_letters_stand_out_from_the_panel(palette: Palette) -> None:
    assert contrast(palette.accent, palette.panel) >= 3
    for ink in (palette.ink, palette.ink_2, palette.ink_3, palette.warning):
        assert contrast(ink, palette.panel) >= 4.5


@pytest.mark.parametrize(
    ("minutes", "step"), [(0, 0), (1, 1), (29, 1), (30, 2), (59, 2), (60, 3), (119, 3), (120, 4)]
)
def test_that_a_day_reaches_the_step_of_its_minutes(minutes: int, step: int) -> None:
    assert step_of(minutes) == step
    assert len(STEPS) == len(STRENGTHS)
