"""Charts over a period, and what a bar says when it is pointed at."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from chart_desks import TODAY, boxes_of, drawn, letters_of, rich_records, texts_of

from careerdesk.analysis.period import Period
from careerdesk.charts import activity, conversations, hours, levels_over_time
from careerdesk.charts.frame import Canvas
from careerdesk.charts.gallery import CHARTS
from careerdesk.charts.style import new_figure
from careerdesk.domain.learning import StudySession
from careerdesk.domain.network import Conversation, ConversationKind
from careerdesk.domain.profile import Preferences
from careerdesk.domain.records import COLLECTIONS, Records, records_of
from careerdesk.palette import LIGHT

if TYPE_CHECKING:
    from careerdesk.charts.gallery import ChartSpec
    from careerdesk.charts.spots import Spot
    from careerdesk.charts.view import ChartView

FOUR_WEEKS = Period.of_days(28, TODAY)
YEAR = Period.of_days(365, TODAY)
EVERYTHING = Period(None, TODAY)
each_chart = pytest.mark.parametrize("spec", CHARTS, ids=lambda spec: spec.key)
each_period = pytest.mark.parametrize("period", [FOUR_WEEKS, YEAR, EVERYTHING], ids=str)


def spots_of(view: ChartView) -> list[Spot]:
    canvas = Canvas(new_figure(view.size), LIGHT)
    view.paint(canvas)
    return canvas.spots


@each_chart
@each_period
def test_that_a_chart_of_any_period_reads_itself_and_fits_its_picture(
    spec: ChartSpec, period: Period, records: Records
) -> None:
    view = spec.build(records, TODAY, period)
    assert view.sentence.endswith(".")
    assert {len(row) for row in view.rows} == {len(view.headers)}
    figure = drawn(view, LIGHT)
    width, height = figure.get_size_inches() * figure.dpi
    for text in letters_of(figure):
        box = text.get_window_extent()
        assert -1 <= box.x0 <= box.x1 <= width + 1, text.get_text()
        assert -1 <= box.y0 <= box.y1 <= height + 1, text.get_text()


@each_chart
@each_period
def test_that_texts_of_ten_years_do_not_overlap(spec: ChartSpec, period: Period) -> None:
    figure = drawn(spec.build(rich_records(years=10), TODAY, period), LIGHT)
    boxes = [(text.get_text(), text.get_window_extent()) for text in letters_of(figure)]
    touching = [
        (name, other)
        for place, (name, box) in enumerate(boxes)
        for other, other_box in boxes[place + 1 :]
        if min(box.x1, other_box.x1) - max(box.x0, other_box.x0) > 1
        and min(box.y1, other_box.y1) - max(box.y0, other_box.y0) > 3
    ]
    assert touching == []


@each_chart
def test_that_a_chart_is_read_from_the_kinds_it_names(spec: ChartSpec, records: Records) -> None:
    some: dict[str, Any] = {
        name: records_of(records, kind) for name, kind in COLLECTIONS.items() if kind in spec.kinds
    }
    alone = spec.build(Records(preferences=records.preferences, **some), TODAY)
    assert alone.sentence == spec.build(records, TODAY).sentence
    assert alone.rows == spec.build(records, TODAY).rows


@each_chart
@each_period
def test_that_every_spot_lies_in_the_picture_and_names_records_of_the_desk(
    spec: ChartSpec, period: Period, records: Records
) -> None:
    view = spec.build(records, TODAY, period)
    spots = spots_of(view)
    assert spots
    for spot in spots:
        left, bottom, width, height = spot.box
        assert min(left, bottom) >= -1
        assert left + width <= view.size[0] * 72 + 1
        assert bottom + height <= view.size[1] * 72 + 1
        assert ": " in spot.text
        if spot.behind is not None:
            stored = {record.id for record in records_of(records, spot.behind.kind)}
            assert set(spot.behind.ids) <= stored
            assert spot.behind.words


def test_that_a_week_says_its_hours_and_leads_to_its_sessions() -> None:
    sessions = (
        StudySession.new(date(2026, 11, 17), 60),
        StudySession.new(date(2026, 11, 19), 30),
        StudySession.new(date(2026, 11, 23), 45),
    )
    first, second = spots_of(hours.build(Records(study_sessions=sessions), TODAY))
    assert first.text == "Week of 16 Nov 2026: 1.5 h; 1.5 h in all by then"
    assert first.behind is not None
    assert first.behind.kind is StudySession
    assert first.behind.ids == tuple(session.id for session in sessions[:2])
    assert first.behind.words == "week of 16 Nov 2026"
    assert second.text.startswith("Week of 23 Nov 2026: 45 min")


def test_that_the_spot_of_a_week_holds_its_bar() -> None:
    view = hours.build(rich_records(), TODAY, YEAR)
    bars = boxes_of(drawn(view, LIGHT), LIGHT.accent)
    spots = [spot for spot in spots_of(view) if spot.behind]
    assert len(bars) == len(spots)
    for (left, bottom, width, _), spot in zip(bars, spots, strict=True):
        assert spot.box[0] <= left <= left + width <= spot.box[0] + spot.box[2]
        assert spot.box[1] <= bottom


def test_that_a_day_without_sessions_says_so_and_leads_nowhere() -> None:
    desk = Records(study_sessions=(StudySession.new(TODAY, 20),))
    *_, yesterday, today = spots_of(activity.build(desk, TODAY))
    assert today.text == "Mon, 23 Nov 2026: 20 min"
    assert today.behind is not None
    assert yesterday.text == "Sun, 22 Nov 2026: nothing logged"
    assert yesterday.behind is None


def test_that_four_weeks_of_hours_are_the_last_four() -> None:
    desk = Records(
        preferences=Preferences(weekly_goal_minutes=300),
        study_sessions=tuple(
            StudySession.new(TODAY - timedelta(weeks=back), 60) for back in range(10)
        ),
    )
    view = hours.build(desk, TODAY, FOUR_WEEKS)
    assert [row[0] for row in view.rows] == ["2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23"]
    assert view.sentence == (
        "1 h this week of a 5 h goal; 1 h a week on average over the last 3 full weeks; "
        "4 h since 2 Nov 2026."
    )
    whole = hours.build(desk, TODAY, EVERYTHING)
    assert len(whole.rows) == 10
    assert whole.sentence.endswith("10 h in all.")


def test_that_activity_of_several_years_stands_in_rows_of_a_year() -> None:
    view = activity.build(rich_records(years=2.5), TODAY, EVERYTHING)
    figure = drawn(view, LIGHT)
    assert texts_of(figure).count("Mon") == 3
    assert view.size[1] > activity.SIZE[1]
    assert view.title == "Activity"


def test_that_activity_is_as_high_as_its_squares_need() -> None:
    view = activity.build(rich_records(), TODAY)
    assert view.height(220) < view.height(440) <= view.size[1] * 72


def talks(*days_ago: int) -> Records:
    return Records(
        conversations=tuple(
            Conversation.new(TODAY - timedelta(days=ago), ConversationKind.CALL, 30)
            for ago in days_ago
        )
    )


def test_that_conversations_of_a_few_weeks_are_told_by_week() -> None:
    view = conversations.build(talks(0, 8, 9, 200), TODAY, FOUR_WEEKS)
    assert view.title == "Conversations per week"
    assert [row[:2] for row in view.rows] == [
        ("2026-11-02", 0),
        ("2026-11-09", 2),
        ("2026-11-16", 0),
        ("2026-11-23", 1),
    ]
    assert view.sentence == "3 conversations since 2 Nov 2026; 4 in all."
    assert [spot.text for spot in spots_of(view)][1] == "Week of 9 Nov 2026: 2 conversations"


def test_that_conversations_of_a_year_count_whole_months() -> None:
    view = conversations.build(talks(0, 364, 330), TODAY, YEAR)
    assert next(row[0] for row in view.rows) == "2025-12"
    assert sum(int(row[1]) for row in view.rows) == 2


def test_that_levels_of_a_period_begin_with_what_was_known_then() -> None:
    view = levels_over_time.build(rich_records(), TODAY, FOUR_WEEKS)
    assert FOUR_WEEKS.first is not None
    assert {row[1] for row in view.rows if row[1] == FOUR_WEEKS.first.isoformat()}
    assert all(str(row[1]) >= FOUR_WEEKS.first.isoformat() for row in view.rows)


@each_chart
def test_that_the_first_days_of_the_calendar_are_no_trouble(spec: ChartSpec) -> None:
    desk = Records(
        study_sessions=(StudySession.new(date(1, 1, 1), 10),),
        conversations=(Conversation.new(date(1, 1, 2), ConversationKind.CALL),),
    )
    for period in (Period.of_days(28, date(1, 1, 3)), Period(None, date(1, 1, 3))):
        spots_of(spec.build(desk, date(1, 1, 3), period))
