from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from careerdesk.analysis.months import Month
from careerdesk.domain.learning import Certificate, StudySession
from careerdesk.domain.network import (
    Contact,
    Conversation,
    ConversationKind,
    FollowUp,
    Participant,
)
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.profile import Preferences, Profile
from careerdesk.domain.skills import Skill
from careerdesk.domain.touched import Touched
from careerdesk.services.home import HomeReader, HomeSummary

if TYPE_CHECKING:
    from careerdesk.services.desk import Desk

TODAY = date(2030, 1, 10)  # a Thursday


def home_summary(desk: Desk, today: date) -> HomeSummary:
    return HomeReader(desk).summary(today)


def test_that_an_empty_desk_has_an_empty_summary(desk: Desk) -> None:
    summary = home_summary(desk, TODAY)
    assert (summary.owner, summary.is_fictional, summary.skills) == ("", False, 0)
    assert summary.week.minutes == 0
    assert summary.week.weeks == ()
    assert summary.year.minutes == 0
    assert summary.year.best_month is None
    assert summary.quiet == ()
    assert summary.waiting == ()
    assert not summary.has_cadences
    assert not summary.has_dates


def test_that_whose_desk_it_is_stands_in_the_summary(desk: Desk) -> None:
    with desk.change("Who") as tx:
        tx.put(Profile(name="Alex"))
        tx.put(Preferences(is_fictional=True, weekly_goal_minutes=240))
    summary = home_summary(desk, TODAY)
    assert summary.owner == "Alex"
    assert summary.is_fictional
    assert summary.week.goal_minutes == 240


def test_that_this_week_and_the_year_count_what_falls_into_them(desk: Desk) -> None:
    with desk.change("Log") as tx:
        for day, minutes in (
            (date(2030, 1, 10), 30),
            (date(2030, 1, 7), 15),
            (date(2030, 1, 6), 60),  # last week
            (date(2029, 1, 10), 90),  # more than 365 days ago
            (date(2030, 1, 11), 500),  # tomorrow
        ):
            tx.add(StudySession.new(day, minutes))
    summary = home_summary(desk, TODAY)
    assert summary.week.minutes == 45
    assert summary.week.streak == 2
    assert summary.year.minutes == 105
    assert summary.year.best_month == Month(2030, 1)
    assert summary.year.best_month_minutes == 105
    assert (summary.year.first, summary.year.last) == (date(2029, 1, 11), TODAY)


def test_that_at_most_twelve_weeks_are_shown(desk: Desk) -> None:
    with desk.change("Log") as tx:
        tx.add_many(StudySession.new(TODAY - timedelta(weeks=n), 30) for n in range(20))
    week = home_summary(desk, TODAY).week
    assert len(week.weeks) == 12
    assert week.streak == 20


def test_that_a_person_is_quiet_when_the_cadence_has_passed(desk: Desk) -> None:
    ada = replace(Contact.new("Ada", organization="Engines"), cadence_days=30)
    talk = Conversation.new(TODAY - timedelta(days=47), ConversationKind.CALL)
    with desk.change("Add") as tx:
        tx.add(ada, talk)
        tx.add(Participant.new(talk.id, ada.id))
    (person,) = home_summary(desk, TODAY).quiet
    assert (person.name, person.organization) == ("Ada", "Engines")
    assert (person.silent_days, person.days_over, person.cadence_days) == (47, 17, 30)


def test_that_what_waits_is_ordered_by_its_day(desk: Desk) -> None:
    ada = Contact.new("Ada")
    with desk.change("Add") as tx:
        tx.add(ada)
        tx.add(FollowUp.new("Late", TODAY - timedelta(days=2), contact_id=ada.id))
        tx.add(FollowUp.new("Soon", TODAY + timedelta(days=14)))
        tx.add(FollowUp.new("Far", TODAY + timedelta(days=15)))
        tx.add(replace(Certificate.new("Cloud"), expires=PartialDate("2030-01-22")))
        tx.add(replace(Certificate.new("Old"), expires=PartialDate("2029-01-22")))
    summary = home_summary(desk, TODAY)
    assert [(one.title, one.days_left) for one in summary.waiting] == [
        ("Late", -2),
        ("Cloud", 12),
        ("Soon", 14),
    ]
    assert [one.person for one in summary.waiting] == ["Ada", "", ""]
    assert [one.is_certificate for one in summary.waiting] == [False, True, False]
    assert summary.has_dates


def test_that_only_what_a_change_touched_is_read_again(desk: Desk) -> None:
    reader = HomeReader(desk)
    assert reader.summary(TODAY).skills == 0
    with desk.change("Add") as tx:
        tx.add(Skill.new("Python"))
        tx.add(StudySession.new(TODAY, 30))
    reader.forget(Touched.whole({"skill"}))
    assert (reader.summary(TODAY).skills, reader.summary(TODAY).week.minutes) == (1, 0)
    reader.forget(None)
    assert reader.summary(TODAY).week.minutes == 30
