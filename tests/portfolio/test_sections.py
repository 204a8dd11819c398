"""What each section says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portfolio_desks import TODAY, all_text, built, figure_alternatives, rich_records

from careerdesk.charts.gallery import CHARTS
from careerdesk.domain.experience import Position
from careerdesk.domain.learning import LearningItem, StudySession
from careerdesk.domain.network import Contact, Conversation, ConversationKind, Participant
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.portfolio import UNTICKED
from careerdesk.domain.records import Records
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.portfolio.charts_placement import PLACES
from careerdesk.portfolio.formats import (
    adding_up,
    address_words,
    hours_aligned,
    hours_of_planned,
    range_words,
)


def test_that_skills_stand_with_level_and_date_best_first() -> None:
    text = all_text(built(rich_records()))
    assert "Python 5 Leading \u00b7 Mar 2026 used Mar 2026 Not rated: Testing Product" in text
    assert "Levels are self-assessed" in text


def test_that_a_skill_that_is_not_known_is_never_zero() -> None:
    text = all_text(built(rich_records()))
    assert "Not rated: Roadmaps" in text
    assert "0 None" not in text


def imported_records() -> Records:
    """What a desk holds that was filled by an import alone."""
    return Records(
        skills=(Skill.new("Kubernetes"), Skill.new("Apache Spark")),
        contacts=(Contact.new("Ada"), Contact.new("Ben")),
        learning_items=(
            replace(LearningItem.new("Course"), planned_minutes=60 * 60),
            LearningItem.new("Book"),
        ),
    )


def test_that_an_import_alone_gives_no_empty_charts_and_no_noughts() -> None:
    portfolio = built(imported_records())
    text = all_text(portfolio)
    assert figure_alternatives(portfolio) == []
    assert "Skills Apache Spark \u00b7 Kubernetes" in text
    assert "Title Kind and provider Status Hours Book" in text
    assert "60 h planned" in text
    assert [word for word in ("?", "not rated", "0.0", "Network", "0 people") if word in text] == []


def test_that_the_portfolio_speaks_of_its_owner_to_nobody() -> None:
    for records in (rich_records(), imported_records()):
        assert not {"you", "your"} & set(all_text(built(records)).casefold().split())


def test_that_a_column_without_anything_in_it_is_left_out() -> None:
    text = all_text(built(Records(learning_items=(LearningItem.new("Book"),))))
    assert "Title Kind and provider Status Book" in text
    assert "Total" not in text


def test_that_a_mix_nobody_has_set_is_not_printed_as_a_target() -> None:
    records = rich_records()
    assert "target" not in all_text(built(replace(records, mix_targets=())))


def test_that_sessions_of_long_ago_leave_the_last_year_out() -> None:
    records = Records(study_sessions=(StudySession.new(date(2024, 5, 3), 30),))
    assert "Activity" not in all_text(built(records))


def test_that_level_zero_is_said_as_such() -> None:
    skill = Skill.new("Juggling")
    records = Records(skills=(skill,), ratings=(Rating.new(skill.id, TODAY, Level.NONE),))
    assert "Juggling 0 None \u00b7 Nov 2026" in all_text(built(records))


def test_that_a_rating_of_tomorrow_does_not_count() -> None:
    skill = Skill.new("Juggling")
    ratings = (
        Rating.new(skill.id, TODAY, Level.AWARE),
        Rating.new(skill.id, TODAY + timedelta(days=1), Level.LEADING),
    )
    assert "1 Aware" in all_text(built(Records(skills=(skill,), ratings=ratings)))


def test_that_sub_skills_stand_below_what_they_are_part_of() -> None:
    text = all_text(built(rich_records()))
    assert text.index("Discovery 3 Independent") < text.index("Interviews 2 Assisted")
    assert text.index("Interviews 2 Assisted") < text.index("Not rated: Roadmaps")


def test_that_skills_that_are_parts_of_each_other_are_still_listed_once() -> None:
    first = Skill.new("First")
    second = Skill.new("Second", parent_id=first.id)
    ring = (replace(first, parent_id=second.id), second)
    text = all_text(built(Records(skills=ring)))
    assert "First \u00b7 Second" in text


def test_that_experience_comes_newest_first_with_its_dates() -> None:
    text = all_text(built(rich_records()))
    newer = text.index("Apr 2019 \u2013 present ML engineer Later Ltd")
    assert newer < text.index("2017 \u2013 Mar 2019 Data analyst Early Ltd")


def test_that_a_position_without_any_date_comes_last_and_claims_none() -> None:
    records = rich_records()
    undated = Position.new("Volunteer", "Somewhere")
    text = all_text(built(replace(records, positions=(undated, *records.positions))))
    assert text.index("Data analyst") < text.index("Volunteer Somewhere")
    assert text.count("present") == 1


def test_that_the_learning_record_shows_hours_of_those_planned_and_their_total() -> None:
    text = all_text(built(rich_records()))
    assert "60 h of study in 40 sessions since May 2026. 1 of 2 items finished." in text
    assert "Inspired Book \u00b7 Marty Cagan Done 30.0 of 12 h 10 May 2026" in text
    assert "Product analytics Course \u00b7 Example School In progress 30.0 of 40 h" in text
    assert "Total 60.0 h" in text


def test_that_time_outside_any_course_has_its_own_line() -> None:
    records = Records(
        learning_items=(LearningItem.new("Course"),),
        study_sessions=(StudySession.new(TODAY, 90), StudySession.new(date(2027, 1, 1), 60)),
    )
    text = all_text(built(records))
    assert "Practice outside any course 1.5 h Total 1.5 h" in text


def test_that_certificates_stand_with_issuer_dates_and_credential() -> None:
    text = all_text(built(rich_records()))
    assert (
        "Feb 2025 Scrum Product Owner Scrum Body "
        "Valid until 28 Feb 2027 \u00b7 Credential SPO-1 example.org/spo-1"
    ) in text
    assert "2021 Cloud Architect Cloud Body Expired in 2024" in text


def test_that_conversations_are_told_in_numbers() -> None:
    text = all_text(built(rich_records()))
    assert "6 conversations with 4 people since August 2026, 3 h in all." in text
    assert "Call 3 1.5 h Coffee 3 1.5 h" in text
    assert "Product 4 2" in text


def test_that_a_conversation_of_unknown_length_adds_no_hours_and_is_counted() -> None:
    records = rich_records()
    first, *others = records.conversations
    unknown = replace(records, conversations=(replace(first, minutes=None), *others))
    assert "2.5 h in all; the length of 1 was not recorded" in all_text(built(unknown))


def test_that_every_chart_has_its_place() -> None:
    assert set(PLACES) == {spec.key for spec in CHARTS}


def test_that_every_chart_with_something_to_show_is_drawn_and_read_out() -> None:
    records = rich_records()
    unprinted = {None, *UNTICKED}
    views = [spec.build(records, TODAY) for spec in CHARTS if PLACES[spec.key] not in unprinted]
    portfolio = built(records)
    assert figure_alternatives(portfolio) == [
        view.sentence
        for key in (
            "skills_radar",
            "levels_over_time",
            "hours",
            "activity",
            "certificates",
            "network_mix",
            "conversations",
        )
        for view in views
        if view.key == key
    ]
    text = all_text(portfolio)
    assert all(" ".join(view.sentence.split()) in text for view in views)


def test_that_a_chart_without_data_is_left_out() -> None:
    assert figure_alternatives(built(Records(positions=(Position.new("Engineer"),)))) == []


@pytest.mark.parametrize(
    ("started", "ended", "expected"),
    [
        ("2024", None, "2024 \u2013 present"),
        ("2024-03", "2024-03", "Mar 2024"),
        (None, "2024-03-15", "until 15 Mar 2024"),
        (None, None, ""),
    ],
)
def test_that_ranges_are_written_as_far_as_they_are_known(
    started: str | None, ended: str | None, expected: str
) -> None:
    first = PartialDate(started) if started else None
    last = PartialDate(ended) if ended else None
    assert range_words(first, last) == expected


def test_that_hours_in_a_column_have_one_decimal() -> None:
    assert hours_aligned(720) == "12.0 h"
    assert hours_of_planned(720, 1200) == "12.0 of 20 h"


def test_that_a_time_reads_alike_in_the_text_and_in_the_chart_beside_it() -> None:
    sessions = tuple(StudySession.new(TODAY - timedelta(days=day), 571) for day in range(18))
    text = all_text(built(Records(study_sessions=sessions)))
    assert "171.3 h of study in 18 sessions" in text
    assert "171.3 h in all." in text


def test_that_spellings_of_one_function_share_a_row_under_its_usual_name() -> None:
    ada = replace(Contact.new("Ada"), function="Product")
    ben = replace(Contact.new("Ben"), function="product ")
    talks = [Conversation.new(TODAY, ConversationKind.CALL, 30) for _ in range(2)]
    records = Records(
        contacts=(ada, ben),
        conversations=tuple(talks),
        participants=(
            Participant.new(talks[0].id, ada.id),
            Participant.new(talks[1].id, ada.id),
            Participant.new(talks[1].id, ben.id),
        ),
    )
    assert "Function Conversations People Product 2 2" in all_text(built(records))


@pytest.mark.parametrize(
    ("currency", "expected"),
    [
        ("EUR", "Course Cost: EUR 1,250.50"),
        ("JPY", "Course Cost: JPY 125,050"),
        ("KWD", "Course Cost: KWD 125.050"),
    ],
)
def test_that_a_cost_is_written_in_the_units_of_its_currency(currency: str, expected: str) -> None:
    item = replace(LearningItem.new("Course"), cost_minor=125050, currency=currency)
    assert expected in all_text(built(Records(learning_items=(item,)), include_private=True))


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=30))
def test_that_a_column_of_hours_adds_up_to_the_sum_beside_it(minutes: list[int]) -> None:
    column = [float(hours_aligned(amount)[:-2].replace(",", "")) for amount in adding_up(minutes)]
    assert hours_aligned(sum(minutes)) == f"{sum(column):,.1f} h"
    pairs = zip(column, minutes, strict=True)
    assert all(abs(hours - amount / 60) < 0.1 for hours, amount in pairs)


def test_that_a_conversation_counted_in_several_functions_is_explained() -> None:
    records = rich_records()
    (talk, *_), (one, _, other, *_) = records.conversations, records.contacts
    alone = replace(records, participants=(Participant.new(talk.id, one.id),))
    both = (*alone.participants, Participant.new(talk.id, other.id))
    assert "several functions" not in all_text(built(alone))
    assert "several functions" in all_text(built(replace(records, participants=both)))


def test_that_addresses_are_printed_short() -> None:
    assert address_words("https://www.example.org/a/") == "example.org/a"
    assert len(address_words("https://example.org/" + "x" * 100)) == 60
