"""Promises of every chart: a sentence, a table, a first step, and literal texts."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from chart_desks import TODAY, a_role, drawn, letters_of, rich_records, texts_of
from hypothesis import HealthCheck, given, settings
from strategies import desks

from careerdesk.charts import texts
from careerdesk.charts.gallery import CHARTS, build_all
from careerdesk.charts.style import new_figure
from careerdesk.domain.learning import StudySession
from careerdesk.domain.network import Contact, Conversation, ConversationKind
from careerdesk.domain.records import Records
from careerdesk.domain.roles import Target
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup
from careerdesk.palette import DARK, LIGHT

if TYPE_CHECKING:
    from careerdesk.charts.gallery import ChartSpec

NAMES = (
    "$$",
    "50% & $x$",
    "<b>bold</b>",
    "List<String>",
    '=HYPERLINK("x")',
    "$\\frac{1}{",
    "Привет Ελλάδα",
    "Zażółć gęślą",
    "C:\\new\\table",
    "a_b ^ c",
)
each_chart = pytest.mark.parametrize("spec", CHARTS, ids=lambda spec: spec.key)


def desk_named_by(names: tuple[str, ...]) -> Records:
    """Make a desk in which every name is a group, a skill of a role, a function, a certificate."""
    groups = tuple(SkillGroup.new(name, rank=rank) for rank, name in enumerate(names))
    skills = tuple(Skill.new(group.name, group_id=group.id) for group in groups)
    start = TODAY - timedelta(days=90)
    role, needs = a_role(skills)
    return Records(
        skill_groups=groups,
        skills=skills,
        ratings=tuple(Rating.new(skill.id, start, Level.INDEPENDENT) for skill in skills),
        roles=(role,),
        role_skills=needs,
        targets=(Target.new(start, role_id=role.id),),
        contacts=tuple(replace(Contact.new(name), function=name) for name in names),
        certificates=tuple(
            replace(item, title=name)
            for item, name in zip(rich_records().certificates * 2, names, strict=False)
        ),
    )


@each_chart
def test_that_a_chart_reads_itself_in_one_sentence(spec: ChartSpec, records: Records) -> None:
    view = spec.build(records, TODAY)
    assert (view.key, view.title, view.is_empty) == (spec.key, spec.title, False)
    assert view.sentence.endswith(".")
    assert ". " not in view.sentence.replace("incl. ", "")
    assert "\n" not in view.sentence


@each_chart
def test_that_every_row_of_a_table_fits_its_headers(spec: ChartSpec, records: Records) -> None:
    view = spec.build(records, TODAY)
    assert view.rows
    assert {len(row) for row in view.rows} == {len(view.headers)}


@each_chart
def test_that_an_empty_desk_is_taught_the_first_step(spec: ChartSpec) -> None:
    view = spec.build(Records(), TODAY)
    assert view.is_empty
    assert view.rows == ()
    heading, step = view.sentence.split(": ", 1)
    written = " ".join(texts_of(drawn(view, LIGHT)))
    assert heading.startswith("No ")
    assert heading in written
    assert step[1:] in written


@each_chart
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_that_no_text_leaves_the_figure(spec: ChartSpec, palette: object, records: Records) -> None:
    figure = drawn(spec.build(records, TODAY), DARK if palette is DARK else LIGHT)
    width, height = figure.get_size_inches() * figure.dpi
    for text in letters_of(figure):
        box = text.get_window_extent()
        assert box.x0 >= -1, text.get_text()
        assert box.x1 <= width + 1, text.get_text()
        assert box.y0 >= -1, text.get_text()
        assert box.y1 <= height + 1, text.get_text()


@each_chart
@pytest.mark.parametrize("size", [(4.2, 2.6), (11.0, 3.4)])
def test_that_a_chart_fits_a_window_of_another_size(
    spec: ChartSpec, size: tuple[float, float], records: Records
) -> None:
    figure = drawn(replace(spec.build(records, TODAY), size=size), LIGHT)
    width = figure.get_size_inches()[0] * figure.dpi
    for text in letters_of(figure):
        box = text.get_window_extent()
        assert -1 <= box.x0 <= box.x1 <= width + 1, text.get_text()


@each_chart
@pytest.mark.parametrize("years", [0.2, 1.5, 10])
def test_that_no_two_texts_overlap(spec: ChartSpec, years: float) -> None:
    figure = drawn(spec.build(rich_records(years=years), TODAY), LIGHT)
    boxes = [(text.get_text(), text.get_window_extent()) for text in letters_of(figure)]
    # Two descenders may share a hair of room; letters may not.
    touching = [
        (name, other)
        for place, (name, box) in enumerate(boxes)
        for other, other_box in boxes[place + 1 :]
        if min(box.x1, other_box.x1) - max(box.x0, other_box.x0) > 1
        and min(box.y1, other_box.y1) - max(box.y0, other_box.y0) > 3
    ]
    assert touching == []


@each_chart
def test_that_user_texts_appear_literally(spec: ChartSpec) -> None:
    view = spec.build(desk_named_by(NAMES), TODAY)
    shown = {
        "gap_bars": NAMES,
        "skills_radar": NAMES,
        "skill_bars": NAMES,
        "levels_over_time": NAMES,
        "network_mix": NAMES,
        "certificates": NAMES,
    }.get(spec.key, ())
    figure = drawn(view, LIGHT)
    written = " ".join(texts_of(figure))
    assert all(not text.get_parse_math() for text in letters_of(figure))
    for name in shown:
        assert name in written
        assert any(name in str(cell) for row in view.rows for cell in row)


@each_chart
def test_that_endless_and_foreign_names_are_cut_in_the_picture_and_whole_in_the_table(
    spec: ChartSpec,
) -> None:
    names = (
        "W" * 200,
        "a name of many words " * 20,
        "日本語の名前",
        "two\nlines\there",
        "\u202e",
        "😀" * 90,
    )
    view = spec.build(desk_named_by(names), TODAY)
    figure = drawn(view, LIGHT)
    width, _ = figure.get_size_inches() * figure.dpi
    assert all(text.get_window_extent().x1 <= width + 1 for text in letters_of(figure))
    if not view.is_empty:
        assert any("W" * 200 in str(cell) for row in view.rows for cell in row)
        assert "W" * 200 not in texts_of(figure)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(desk=desks())
def test_that_any_desk_can_be_read_and_drawn(desk: tuple[Records, object]) -> None:
    for view in build_all(desk[0], TODAY):
        assert view.is_empty == (not view.rows) or view.key == "activity"
        assert view.sentence
        view.draw(new_figure(view.size), DARK)


def test_that_future_records_wait_for_their_day() -> None:
    ahead = TODAY + timedelta(days=3)
    skill = Skill.new("Python")
    desk = Records(
        study_sessions=(StudySession.new(ahead, 60),),
        skills=(skill,),
        ratings=(Rating.new(skill.id, ahead, Level.LEADING),),
        conversations=(Conversation.new(ahead, ConversationKind.CALL),),
    )
    views = {view.key: view for view in build_all(desk, TODAY)}
    assert views["hours"].is_empty
    assert views["activity"].sentence == (
        "No study session in the last 12 months; those logged lie ahead."
    )
    assert views["conversations"].is_empty
    assert views["levels_over_time"].is_empty
    assert views["skill_bars"].rows[0][3] == texts.UNKNOWN
    assert all(not view.is_empty for view in build_all(desk, ahead) if view.key == "hours")


def test_that_reading_all_charts_does_not_import_matplotlib() -> None:
    code = (
        "import sys; from datetime import date; from careerdesk.charts.gallery import build_all;"
        "from careerdesk.charts import rendering; from careerdesk.domain.records import Records;"
        "[rendering.render(view, 'csv') for view in build_all(Records(), date(2026, 11, 23))];"
        "sys.exit('matplotlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
