"""The charts of skills: radar, bars and levels over time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from chart_desks import TODAY, boxes_of, drawn, letters_of, rich_records, strokes_of, texts_of

from careerdesk.charts import levels_over_time, radar, skill_bars, skills_radar
from careerdesk.domain.records import Records
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup
from careerdesk.palette import LIGHT


def desk(*levels: int | None, since: date = TODAY - timedelta(days=30)) -> Records:
    """Make a desk with one skill in a group of its own for each level; None is not rated."""
    groups = tuple(SkillGroup.new(f"Group {n}", rank=n) for n in range(len(levels)))
    skills = tuple(Skill.new(f"Skill {n}", group_id=g.id) for n, g in enumerate(groups))
    ratings = tuple(
        Rating.new(skill.id, since, Level(level))
        for skill, level in zip(skills, levels, strict=True)
        if level is not None
    )
    return Records(skill_groups=groups, skills=skills, ratings=ratings)


def test_that_a_radar_has_a_dot_for_each_known_group_and_a_mark_for_each_unknown() -> None:
    view = skills_radar.build(desk(1, 2, None, 4, 5), TODAY)
    figure = drawn(view, LIGHT)
    (dots,) = (line for line in strokes_of(figure) if line.is_dots)
    assert len(dots.xs) == 4
    assert texts_of(figure).count("?") == 2  # on the spoke and beside the name
    # The outline is broken at the gap: two of the five sides are missing.
    assert len([line for line in strokes_of(figure) if not line.is_dots]) == 3


def test_that_a_radar_is_read_with_its_strongest_and_weakest_group() -> None:
    assert skills_radar.build(desk(1, 2, None, 4), TODAY).sentence == (
        "Group 3 is the strongest group (4.0 of 5) and Group 0 the weakest (1.0); "
        "1 of 4 skills is not rated."
    )
    assert skills_radar.build(desk(3, 3, 3), TODAY).sentence == (
        "Group 0, Group 1 and Group 2 stand at 3.0 of 5."
    )


def test_that_groups_that_stand_equal_are_named_together() -> None:
    assert skills_radar.build(desk(2, 4, 2, 4, 3), TODAY).sentence == (
        "Group 1 and Group 3 are the strongest groups (4.0 of 5) and Group 0 and Group 2 the "
        "weakest (2.0)."
    )


def test_that_sub_skills_are_said_to_be_counted_with_their_whole() -> None:
    whole, other = Skill.new("Research"), Skill.new("SQL")
    part = Skill.new("Interviews", parent_id=whole.id)
    records = Records(
        skills=(whole, other, part), ratings=(Rating.new(part.id, TODAY, Level.AWARE),)
    )
    assert skills_radar.build(records, TODAY).sentence.endswith(
        "1 of 2 skills is not rated; 1 sub-skill not counted apart."
    )


def test_that_a_radar_without_any_level_teaches_to_rate() -> None:
    view = skills_radar.build(desk(None, None, None), TODAY)
    assert view.is_empty
    assert view.sentence.startswith("No levels yet: rate the skills you have")


def test_that_a_radar_has_at_most_ten_spokes_and_the_table_every_group() -> None:
    view = skills_radar.build(desk(*[2] * 14), TODAY)
    written = texts_of(drawn(view, LIGHT))
    assert sum(text.startswith("Group") for text in written) == radar.MOST_SPOKES
    assert "and 4 more, not drawn" in written
    assert len(view.rows) == 14


def test_that_long_names_above_and_below_stay_between_their_neighbours() -> None:
    records = desk(*[2] * 10)
    groups = tuple(
        replace(group, name=f"Group {n} of a very long and telling name indeed")
        for n, group in enumerate(records.skill_groups)
    )
    figure = drawn(skills_radar.build(replace(records, skill_groups=groups), TODAY), LIGHT)
    # Lines of one label touch; two dots less, only what stands on each other overlaps.
    boxes = [text.get_window_extent().padded(0, -2) for text in letters_of(figure)]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))


def test_that_one_or_two_groups_are_bars() -> None:
    figure = drawn(skills_radar.build(desk(5, None), TODAY), LIGHT)
    assert len(boxes_of(figure, LIGHT.accent)) == 1
    assert {"5.0", "?", "not rated"} <= set(texts_of(figure))


def test_that_level_nought_is_an_empty_track_and_unknown_is_none() -> None:
    view = skill_bars.build(desk(0, None), TODAY)
    figure = drawn(view, LIGHT)
    assert len(boxes_of(figure, LIGHT.track)) == 5
    assert boxes_of(figure, LIGHT.accent) == []
    assert {"0", "?", "not rated", "None"} <= set(texts_of(figure))
    assert [row[3:5] for row in view.rows] == [(0, "None"), ("unknown", "not rated")]


def test_that_skills_come_by_level_and_fill_as_many_boxes() -> None:
    view = skill_bars.build(desk(1, 5, None, 3), TODAY)
    assert [row[3] for row in view.rows] == [5, 3, 1, "unknown"]
    assert view.sentence == ("2 of 4 skills are at level 3 (Independent) or above; 1 is not rated.")
    figure = drawn(view, LIGHT)
    assert len(boxes_of(figure, LIGHT.accent)) == 9
    assert len(boxes_of(figure, LIGHT.track)) == 6


def test_that_a_parent_without_own_rating_is_a_heading_and_names_its_parts() -> None:
    whole = Skill.new("Research")
    part = Skill.new("Interviews", parent_id=whole.id)
    records = Records(skills=(whole, part), ratings=(Rating.new(part.id, TODAY, Level.AWARE),))
    view = skill_bars.build(records, TODAY)
    assert [row[:2] for row in view.rows] == [("Interviews", "Research")]
    assert view.sentence == (
        "0 of 1 skill is at level 3 (Independent) or above; 1 sub-skill not counted apart."
    )


def test_that_five_hundred_skills_fit_a_page_and_the_table_has_all() -> None:
    view = skill_bars.build(desk(*(n % 6 for n in range(500))), TODAY)
    assert view.size[1] <= 9
    assert len(view.rows) == 500
    written = texts_of(drawn(view, LIGHT))
    assert "and 420 more, not drawn" in written


def test_that_the_time_before_the_first_rating_is_a_gap() -> None:
    view = levels_over_time.build(desk(2, None), TODAY)
    figure = drawn(view, LIGHT)
    assert texts_of(figure).count("?") == 2
    assert view.rows == (("Group 0", "2026-10-24", 2.0, 1, 0),)


def test_that_a_level_unknown_again_breaks_the_line() -> None:
    skill = Skill.new("SQL")
    ratings = tuple(
        Rating.new(skill.id, TODAY - timedelta(days=days), level)
        for days, level in ((300, Level.AWARE), (200, None), (100, Level.ADVANCED))
    )
    view = levels_over_time.build(Records(skills=(skill,), ratings=ratings), TODAY)
    figure = drawn(view, LIGHT)
    assert len([line for line in strokes_of(figure) if not line.is_dots]) == 2
    assert "?" in texts_of(figure)
    assert [row[2] for row in view.rows] == [1.0, "unknown", 4.0]


def test_that_the_group_that_rose_most_is_named() -> None:
    records = desk(1, 3, since=date(2026, 3, 1))
    risen = Rating.new(records.skills[0].id, date(2026, 9, 1), Level.ADVANCED)
    more = Records(
        skill_groups=records.skill_groups,
        skills=records.skills,
        ratings=(*records.ratings, risen),
    )
    assert levels_over_time.build(more, TODAY).sentence == (
        "Group 0 rose most, from 1.0 to 4.0 of 5 since 1 Mar 2026."
    )
    assert levels_over_time.build(records, TODAY).sentence == ("No rise yet in 2 groups.")


def test_that_the_times_stand_below_pictures_only_and_name_their_ends() -> None:
    written = texts_of(drawn(levels_over_time.build(desk(*[1] * 9), TODAY), LIGHT))
    assert written.count("May 2026") == 4
    assert written.count("today") == 4


def test_that_the_tenth_group_is_the_last_that_gets_a_picture() -> None:
    written = texts_of(drawn(levels_over_time.build(desk(*[1] * 12), TODAY), LIGHT))
    assert sum(text.startswith("Group") for text in written) == levels_over_time.MOST_GROUPS
    assert "and 2 more, not drawn" in written


def test_that_the_rich_desk_shows_each_group_with_its_level_today() -> None:
    view = levels_over_time.build(rich_records(), TODAY)
    radar = skills_radar.build(rich_records(), TODAY)
    written = texts_of(drawn(view, LIGHT))
    assert all(str(row[1]) in written for row in radar.rows if row[1] != "unknown")
