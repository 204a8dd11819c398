"""The charts of the role aimed at: readiness over time, and the bars of its gaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from chart_desks import TODAY, boxes_of, drawn, parts_of, strokes_of, texts_of
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex

from careerdesk.analysis.period import Period
from careerdesk.catalogue import catalogue
from careerdesk.charts import gap_bars, readiness_history
from careerdesk.charts.aimed_at import role_aimed_at
from careerdesk.charts.frame import Canvas
from careerdesk.charts.paper import _hatches
from careerdesk.charts.style import new_figure
from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.records import Records
from careerdesk.domain.roles import Role, RoleSkill, Target
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.palette import LIGHT

if TYPE_CHECKING:
    from types import ModuleType

START = TODAY - timedelta(days=300)
LATER = TODAY - timedelta(days=20)


def desk(*skills: tuple[str, int | None, int | None, int]) -> Records:
    """Make a desk that aims at a role; a skill is its name, level, supported level and target."""
    role = Role.new("Analyst")
    known = [Skill.new(name) for name, *_ in skills]
    ratings, evidence = [], []
    for skill, (name, level, supported, _) in zip(known, skills, strict=True):
        if level is not None:
            ratings.append(Rating.new(skill.id, START, Level(level)))
        if supported:
            kind = EvidenceKind.COURSE if supported == 2 else EvidenceKind.FILE
            tier, on = EvidenceTier.ARTEFACT, PartialDate.of(LATER)
            evidence.append(Evidence.new(skill.id, f"Shown {name}", kind, tier, on))
    return Records(
        skills=tuple(known),
        ratings=tuple(ratings),
        evidence=tuple(evidence),
        roles=(role,),
        role_skills=tuple(
            RoleSkill.new(role.id, skill.key, skill.name, Level(target), 3)
            for skill, (*_, target) in zip(known, skills, strict=True)
        ),
        targets=(Target.new(START, role_id=role.id),),
    )


TWO = desk(("SQL", 2, 2, 4), ("Interviews", 4, None, 4))


def test_that_both_numbers_are_read_with_what_moved_them() -> None:
    view = readiness_history.build(TWO, TODAY)
    assert view.sentence == (
        "Claimed 75 %, evidenced 25 % for Analyst; \u00b10 and +25 since 27 Jan 2026, "
        "most through SQL."
    )
    assert view.rows == (
        ("2026-01-27", 75, 0, "SQL 2; Interviews 4"),
        ("2026-11-03", 75, 25, "SQL supported 2 by Shown SQL"),
    )


def test_that_there_are_two_lines_that_end_in_a_dot_with_their_figure_beside() -> None:
    figure = drawn(readiness_history.build(TWO, TODAY), LIGHT)
    dots = [line for line in strokes_of(figure) if line.is_dots]
    assert len(dots) == 2
    written = texts_of(figure)
    for words in ("75 %", "claimed", "25 %", "evidenced"):
        assert words in written


def test_that_a_step_is_neither_slanted_nor_before_its_day() -> None:
    figure = drawn(readiness_history.build(TWO, TODAY), LIGHT)
    lines = [line for line in strokes_of(figure) if not line.is_dots]
    for line in lines:
        points = list(zip(line.xs, line.ys, strict=True))
        for (x1, y1), (x2, y2) in pairwise(points):
            assert x1 == x2 or y1 == y2
            assert x2 >= x1


def test_that_unknown_levels_make_the_claimed_number_a_range_and_a_gap() -> None:
    view = readiness_history.build(desk(("SQL", 2, None, 4), ("Interviews", None, None, 4)), TODAY)
    assert view.sentence == (
        "Claimed 25\u201375 %, evidenced 0 % for Analyst, known since 27 Jan 2026."
    )
    assert view.rows[0][1] == "25 to 75"
    assert "?" in texts_of(drawn(view, LIGHT))


def test_that_a_period_begins_with_what_was_known_then() -> None:
    view = readiness_history.build(TWO, TODAY, Period.of_days(28, TODAY))
    assert "\u00b10 and +25 since 27 Oct 2026" in view.sentence
    assert [row[0] for row in view.rows] == ["2026-01-27", "2026-11-03"]
    quiet = readiness_history.build(TWO, TODAY, Period.of_days(7, TODAY))
    assert "\u00b10 and \u00b10 since 17 Nov 2026." in quiet.sentence


def test_that_a_stretch_leads_to_the_skills_that_moved() -> None:
    view = readiness_history.build(TWO, TODAY)
    canvas = Canvas(new_figure(view.size), LIGHT)
    view.paint(canvas)
    first, second = canvas.spots
    assert first.text == ("27 Jan 2026: claimed 75 %, evidenced 0 %; moved by SQL and Interviews")
    assert second.behind is not None
    assert second.behind.kind is Skill
    assert second.behind.ids == (TWO.skills[0].id,)
    assert second.behind.words == "skills that moved on 3 Nov 2026"


def test_that_supported_levels_are_solid_claimed_ones_hatched_and_missing_ones_outlined() -> None:
    figure = drawn(gap_bars.build(desk(("SQL", 3, 2, 4)), TODAY), LIGHT)
    wide = 20  # the key has smaller ones
    solid = [box for box in boxes_of(figure, LIGHT.accent) if box[2] > wide]
    assert len(solid) == 2
    outlines = {
        to_hex(tuple(np.asarray(collection.get_edgecolor())[0])): len(boxes)
        for collection in parts_of(figure, PathCollection)
        if not len(np.asarray(collection.get_facecolor()))
        for boxes in [[one for one in collection.get_paths() if one.get_extents().width > wide]]
        if boxes
    }
    assert outlines == {LIGHT.accent: 1, LIGHT.ink_3: 1}  # what is claimed, and what is missing


def test_that_an_unknown_level_is_a_gap_with_a_mark_and_not_zero() -> None:
    view = gap_bars.build(desk(("SQL", None, None, 4), ("Interviews", 4, None, 4)), TODAY)
    written = texts_of(drawn(view, LIGHT))
    assert "?" in written
    assert "? of 4" in written
    assert "? not rated" in written
    assert view.rows[0] == ("SQL", "essential", "unknown", "unknown", 4, 50.0)
    assert view.sentence == (
        "No skill of Analyst is known to be below the level needed; "
        "1 is unknown and may be there or not."
    )


def test_that_the_gaps_stand_in_the_order_of_the_list_and_add_up() -> None:
    view = gap_bars.build(
        desk(
            ("Surplus", 5, None, 3), ("Met", 3, None, 3), ("Small", 3, None, 4), ("Wide", 0, 0, 4)
        ),
        TODAY,
    )
    assert [row[0] for row in view.rows] == ["Wide", "Small", "Met", "Surplus"]
    assert view.sentence == (
        "2 of 4 skills of Analyst are below the level needed, first Wide and Small."
    )
    claimed = float(readiness_history.build(TWO, TODAY).rows[-1][1])
    open_points = sum(float(row[-1]) for row in gap_bars.build(TWO, TODAY).rows)
    assert claimed + open_points == 100


def test_that_all_reached_is_said() -> None:
    assert gap_bars.build(desk(("SQL", 5, None, 4)), TODAY).sentence == (
        "The one skill of Analyst is at the level needed, as rated."
    )
    assert gap_bars.build(desk(("SQL", 5, None, 4), ("R", 1, None, 1)), TODAY).sentence == (
        "All 2 skills of Analyst are at the level needed, as rated."
    )


def test_that_a_role_with_very_many_skills_is_cut_in_the_picture_alone() -> None:
    many = desk(*((f"Skill {n}", n % 5, None, 5) for n in range(60)))
    view = gap_bars.build(many, TODAY)
    assert len(view.rows) == 60
    assert "and 20 more, not drawn" in texts_of(drawn(view, LIGHT))


def test_that_the_role_aimed_at_is_the_current_one_of_the_catalogue_or_of_ones_own() -> None:
    role = catalogue().roles[0]
    known = Target.new(START, catalogue_role=role.id)
    past = replace(TWO.targets[0], is_current=False)
    assert role_aimed_at(replace(TWO, targets=(past, known))) == role.profile
    assert role_aimed_at(replace(TWO, targets=(past,))) is None
    assert role_aimed_at(Records(targets=(Target.new(START, catalogue_role="gone"),))) is None
    assert role_aimed_at(replace(TWO, role_skills=())) is None
    assert role_aimed_at(replace(TWO, roles=())) is None


@pytest.mark.parametrize("chart", [readiness_history, gap_bars])
def test_that_a_target_without_any_skill_teaches_to_say_what_it_needs(chart: ModuleType) -> None:
    view = chart.build(replace(TWO, role_skills=()), TODAY)
    assert view.is_empty
    assert view.sentence.startswith("The role you aim at names no skills yet: say what it needs")
    assert "The role you aim at names no skills yet" in texts_of(drawn(view, LIGHT))
    untargeted = chart.build(replace(TWO, targets=()), TODAY)
    assert untargeted.sentence.startswith("No target role yet: choose the role")


def test_that_a_target_without_any_rating_teaches_to_rate() -> None:
    view = readiness_history.build(replace(TWO, ratings=(), evidence=()), TODAY)
    assert view.is_empty
    assert view.sentence.startswith("No readiness yet: rate the skills")


@given(st.floats(-50, 500), st.floats(-50, 500), st.floats(1, 120), st.floats(1, 40))
def test_that_no_line_of_a_hatching_leaves_its_box(
    left: float, bottom: float, width: float, height: float
) -> None:
    lines = _hatches((left, bottom, width, height))
    for line in lines:
        for x, y in line:
            assert left - 1e-6 <= x <= left + width + 1e-6
            assert bottom - 1e-6 <= y <= bottom + height + 1e-6
    assert len(lines) >= int((width + height) / 4) - 1


@pytest.mark.parametrize("day", [date(2025, 1, 1), date.min])
def test_that_a_day_before_everything_shows_an_empty_chart(day: date) -> None:
    assert readiness_history.build(TWO, day).is_empty
