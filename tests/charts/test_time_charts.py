"""The charts of hours, days and conversations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from chart_desks import (
    TODAY,
    boxes_of,
    drawn,
    letters_of,
    parts_of,
    rich_records,
    strokes_of,
    texts_of,
)
from matplotlib.collections import PathCollection

from careerdesk.analysis.activity import DAYS
from careerdesk.charts import activity, conversations, hours
from careerdesk.domain.learning import StudySession
from careerdesk.domain.network import Conversation, ConversationKind
from careerdesk.domain.profile import Preferences
from careerdesk.domain.records import Records
from careerdesk.palette import LIGHT
from careerdesk.words import number

WEEK = timedelta(weeks=1)


def desk_of_weeks(*minutes: int, goal: int | None = 300) -> Records:
    """Make a desk with one session in each of the last weeks, this week last; 0 is none."""
    sessions = (
        StudySession.new(TODAY - WEEK * (len(minutes) - 1 - place), amount)
        for place, amount in enumerate(minutes)
        if amount
    )
    return Records(
        preferences=Preferences(weekly_goal_minutes=goal), study_sessions=tuple(sessions)
    )


def test_that_each_week_with_time_is_a_bar_as_high_as_its_hours() -> None:
    view = hours.build(desk_of_weeks(120, 0, 60, 240), TODAY)
    bars = boxes_of(drawn(view, LIGHT), LIGHT.accent)
    heights = [height for _, _, _, height in bars]
    assert heights == pytest.approx([heights[1] * 2, heights[1], heights[1] * 4])
    assert len({round(bottom, 3) for _, bottom, _, _ in bars}) == 1


def test_that_hours_are_read_with_goal_average_and_sum() -> None:
    view = hours.build(desk_of_weeks(120, 0, 60, 90), TODAY)
    assert view.sentence == (
        "1.5 h this week of a 5 h goal; 1 h a week on average over the last 3 full weeks; "
        "4.5 h in all."
    )
    assert view.rows == (
        ("2026-11-02", 2.0, 2.0),
        ("2026-11-09", 0.0, 2.0),
        ("2026-11-16", 1.0, 3.0),
        ("2026-11-23", 1.5, 4.5),
    )


def test_that_the_goal_and_the_sum_are_labelled_at_their_lines() -> None:
    figure = drawn(hours.build(desk_of_weeks(600, 60), TODAY), LIGHT)
    assert {"goal 5 h", "11 h in all"} <= set(texts_of(figure))
    (goal,) = (text for text in letters_of(figure) if text.get_text() == "goal 5 h")
    # The line of the goal, its rim included, is level from rim to rim beside its label.
    level = {line.ys[0] for line in strokes_of(figure) if len(set(line.ys)) == 1}
    assert any(abs(height - goal.get_position()[1]) < 4 for height in level)


def test_that_without_a_goal_there_is_no_line_and_no_word_of_it() -> None:
    view = hours.build(desk_of_weeks(60, 90, goal=None), TODAY)
    assert "goal" not in view.sentence
    assert not any("goal" in text for text in texts_of(drawn(view, LIGHT)))


def test_that_weeks_begin_on_the_weekday_the_user_chose() -> None:
    desk = replace(desk_of_weeks(60), preferences=Preferences(first_weekday=6))
    assert hours.build(desk, TODAY).rows[0][0] == "2026-11-22"


def test_that_ten_years_of_hours_show_the_last_year_and_keep_all_in_the_table() -> None:
    view = hours.build(rich_records(years=10), TODAY)
    assert len(view.rows) > 500
    figure = drawn(view, LIGHT)
    assert len(boxes_of(figure, LIGHT.accent)) <= hours.SHOWN_WEEKS
    assert f"{number(float(view.rows[-53][2]))} h before 1 Dec 2025" in texts_of(figure)
    assert not any(
        "before" in text for text in texts_of(drawn(hours.build(desk_of_weeks(60), TODAY), LIGHT))
    )


def test_that_a_session_dated_ahead_is_named_but_not_counted() -> None:
    desk = desk_of_weeks(45)
    ahead = StudySession.new(TODAY + timedelta(days=1), 300)
    view = hours.build(replace(desk, study_sessions=(*desk.study_sessions, ahead)), TODAY)
    assert view.sentence == (
        "45 min this week of a 5 h goal; 45 min in all; "
        "1 session dated after today not counted yet."
    )


def test_that_the_year_has_a_square_for_each_day_up_to_today() -> None:
    view = activity.build(rich_records(), TODAY)
    figure = drawn(view, LIGHT)
    squares = parts_of(figure, PathCollection)[0].get_paths()
    assert len(squares) == DAYS
    studied = len(squares) - sum(box[1] > 20 for box in boxes_of(figure, LIGHT.track))
    assert studied == len(view.rows)


def test_that_the_year_is_read_with_its_best_month() -> None:
    view = activity.build(desk_of_weeks(30, 90, 60), TODAY)
    assert view.sentence == (
        "3 h on 3 days in the last 12 months; the best month was November 2026 with 3 h."
    )
    assert view.rows == (("2026-11-09", 30), ("2026-11-16", 90), ("2026-11-23", 60))


def test_that_an_idle_year_names_the_last_day() -> None:
    desk = Records(study_sessions=(StudySession.new(date(2024, 5, 3), 30),))
    assert activity.build(desk, TODAY).sentence == (
        "No study session in the last 12 months; the last was on 3 May 2024."
    )


def test_that_the_key_of_the_year_names_every_step() -> None:
    written = texts_of(drawn(activity.build(desk_of_weeks(30), TODAY), LIGHT))
    assert {"none", "under 30 min", "2 h or more", "Mon", "Wed", "Fri"} <= set(written)


def talks(*months_ago: int) -> Records:
    day = TODAY.replace(day=15)
    return Records(
        conversations=tuple(
            Conversation.new(day - timedelta(days=30 * ago), ConversationKind.CALL, 30)
            for ago in months_ago
        )
    )


def test_that_months_are_bars_with_their_number_and_empty_months_nought() -> None:
    view = conversations.build(talks(0, 0, 2), TODAY)
    figure = drawn(view, LIGHT)
    bars = boxes_of(figure, LIGHT.accent)
    assert [round(height / bars[0][3]) for _, _, _, height in bars] == [1, 2]
    written = texts_of(figure)
    assert written.count("0") == conversations.RECENT_MONTHS - 2
    assert [row[1] for row in view.rows] == [1, 0, 2]


def test_that_conversations_are_read_without_names() -> None:
    assert conversations.build(talks(0, 0, 2), TODAY).sentence == (
        "3 conversations in the last 12 months, most in November 2026 (2)."
    )


def test_that_no_month_is_called_the_best_of_equals() -> None:
    assert conversations.build(talks(0, 0, 2, 2, 4), TODAY).sentence == (
        "5 conversations in the last 12 months, at most 2 in a month."
    )
    assert conversations.build(talks(0, 2), TODAY).sentence == (
        "2 conversations in the last 12 months."
    )


def test_that_old_conversations_are_summed_when_none_is_recent() -> None:
    view = conversations.build(talks(40, 41), TODAY)
    assert view.sentence == "0 conversations in the last 12 months; 2 in all."
    figure = drawn(view, LIGHT)
    assert boxes_of(figure, LIGHT.accent) == []
    assert texts_of(figure).count("0") == conversations.SHOWN_MONTHS
