from __future__ import annotations

from datetime import date, timedelta
from statistics import fmean

from hypothesis import given
from hypothesis import strategies as st

from careerdesk.analysis.skill_levels import (
    LevelHistory,
    group_level_history,
    group_levels,
    skill_standings,
)
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup

TODAY = date(2026, 11, 23)
SKILL = Skill.new("Python")
DAYS = st.dates(TODAY - timedelta(days=400), TODAY + timedelta(days=100))
LEVELS = st.none() | st.sampled_from(Level)
RATINGS = st.lists(st.builds(Rating.new, st.just(SKILL.id), DAYS, LEVELS), max_size=12)


@given(RATINGS, DAYS)
def test_that_a_level_never_looks_into_the_future(ratings: list[Rating], day: date) -> None:
    until_then = [rating for rating in ratings if rating.on <= day]
    assert LevelHistory(ratings).rating_as_of(SKILL.id, day) == LevelHistory(
        until_then
    ).rating_as_of(SKILL.id, date.max)


@given(RATINGS, DAYS)
def test_that_the_latest_rating_counts(ratings: list[Rating], day: date) -> None:
    counting = LevelHistory(ratings).rating_as_of(SKILL.id, day)
    past = [rating for rating in ratings if rating.on <= day]
    assert (
        counting == max(enumerate(past), key=lambda item: (item[1].on, item[0]))[1]
        if past
        else counting is None
    )


def test_that_a_rating_of_unknown_hides_the_level_before_and_is_not_zero() -> None:
    history = LevelHistory(
        [Rating.new(SKILL.id, date(2026, 1, 1), Level.ADVANCED),
         Rating.new(SKILL.id, date(2026, 2, 1), None)]
    )  # fmt: skip
    assert history.level_as_of(SKILL.id, date(2026, 1, 31)) is Level.ADVANCED
    assert history.level_as_of(SKILL.id, date(2026, 2, 1)) is None
    assert history.level_as_of(SKILL.id, date(2025, 12, 31)) is None


def test_that_of_two_ratings_on_one_day_the_later_listed_counts() -> None:
    ratings = [Rating.new(SKILL.id, TODAY, Level.AWARE), Rating.new(SKILL.id, TODAY, Level.LEADING)]
    assert LevelHistory(ratings).level_as_of(SKILL.id, TODAY) is Level.LEADING


def test_that_a_standing_shows_own_level_parts_and_day() -> None:
    whole = Skill.new("Research")
    part = Skill.new("Interviews", parent_id=whole.id)
    other = Skill.new("Surveys", parent_id=whole.id)
    ratings = [Rating.new(part.id, TODAY, Level.ADVANCED), Rating.new(other.id, TODAY, None)]
    first, second, third = skill_standings([whole, part, other], ratings, today=TODAY)
    assert (first.level, first.mean, first.has_parts, first.rated_on) == (None, 4.0, True, None)
    assert (second.level, second.mean, second.parent) == (Level.ADVANCED, 4.0, whole)
    assert (third.level, third.mean, third.rated_on) == (None, None, TODAY)


def test_that_the_own_rating_of_a_parent_outweighs_its_parts() -> None:
    whole = Skill.new("Research")
    part = Skill.new("Interviews", parent_id=whole.id)
    ratings = [
        Rating.new(whole.id, TODAY, Level.NONE),
        Rating.new(part.id, TODAY, Level.LEADING),
    ]
    assert skill_standings([whole, part], ratings, today=TODAY)[0].mean == 0.0


@given(st.lists(LEVELS, min_size=1, max_size=8))
def test_that_a_group_is_the_mean_of_what_is_known(levels: list[Level | None]) -> None:
    group = SkillGroup.new("Data")
    skills = [Skill.new(f"S{n}", group_id=group.id) for n in range(len(levels))]
    ratings = [
        Rating.new(skill.id, TODAY, level) for skill, level in zip(skills, levels, strict=True)
    ]
    (result,) = group_levels([group], skills, ratings, today=TODAY)
    known = [level for level in levels if level is not None]
    assert result.mean == (fmean(known) if known else None)
    assert (result.known, result.unknown) == (len(known), len(levels) - len(known))


def test_that_nested_skills_count_once_in_the_group_of_their_top() -> None:
    group, other = SkillGroup.new("Discovery"), SkillGroup.new("Elsewhere")
    whole = Skill.new("Research", group_id=group.id)
    parts = [Skill.new(name, parent_id=whole.id, group_id=other.id) for name in ("A", "B")]
    single = Skill.new("Framing", group_id=group.id)
    ratings = [
        Rating.new(parts[0].id, TODAY, Level.AWARE),
        Rating.new(parts[1].id, TODAY, Level.INDEPENDENT),
        Rating.new(single.id, TODAY, Level.ADVANCED),
    ]
    (result,) = group_levels([group, other], [whole, *parts, single], ratings, today=TODAY)
    assert (result.group, result.known, result.mean) == (group, 2, 3.0)


def test_that_groups_come_by_rank_and_skills_without_a_group_last() -> None:
    second, first = SkillGroup.new("A", rank=2), SkillGroup.new("B", rank=1)
    empty = SkillGroup.new("Empty")
    skills = [
        Skill.new("x"),
        Skill.new("y", group_id=second.id),
        Skill.new("z", group_id=first.id),
        Skill.new("lost", group_id=SkillGroup.new("gone").id),
    ]
    levels = group_levels([second, first, empty], skills, [], today=TODAY)
    assert [level.group for level in levels] == [first, second, None]
    assert [level.unknown for level in levels] == [1, 1, 2]


def test_that_a_history_tells_each_day_a_group_changed_and_none_ahead() -> None:
    skills = [Skill.new("a"), Skill.new("b")]
    ratings = [
        Rating.new(skills[0].id, date(2026, 1, 1), None),
        Rating.new(skills[0].id, date(2026, 2, 1), Level.AWARE),
        Rating.new(skills[0].id, date(2026, 3, 1), Level.AWARE),
        Rating.new(skills[1].id, date(2026, 4, 1), Level.INDEPENDENT),
        Rating.new(skills[0].id, date(2026, 5, 1), None),
        Rating.new(skills[1].id, date(2026, 5, 1), None),
        Rating.new(skills[0].id, date(2027, 1, 1), Level.LEADING),
    ]
    (history,) = group_level_history([], skills, ratings, today=TODAY)
    assert [(step.on.month, step.level.mean, step.level.known) for step in history.steps] == [
        (2, 1.0, 1), (4, 2.0, 2), (5, None, 0),
    ]  # fmt: skip
    assert history.now == history.steps[-1].level


@given(st.lists(st.tuples(st.integers(0, 4), DAYS, LEVELS), max_size=25), DAYS)
def test_that_the_last_step_of_a_history_is_the_level_of_the_day(
    drawn: list[tuple[int, date, Level | None]], day: date
) -> None:
    group = SkillGroup.new("Data")
    skills = [Skill.new(f"S{n}", group_id=group.id if n % 2 else None) for n in range(5)]
    ratings = [Rating.new(skills[n].id, on, level) for n, on, level in drawn]
    for history in group_level_history([group], skills, ratings, today=day):
        own = [skill for skill in skills if (skill.group_id is None) == (history.now.group is None)]
        levels = [item.level for item in skill_standings(own, ratings, today=day)]
        known = [level for level in levels if level is not None]
        assert history.now.mean == (fmean(known) if known else None)
        assert all(step.on <= day for step in history.steps)
