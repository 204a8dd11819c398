"""What SQLite counts for Home is what the analysis says of the same records."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import desks
from value_strategies import days

from careerdesk.analysis.activity import activity_year
from careerdesk.analysis.certificates import CertificateState, certificate_standings
from careerdesk.analysis.follow_ups import due_follow_ups, quiet_contacts
from careerdesk.analysis.network_mix import network_mix
from careerdesk.analysis.study_time import minutes_by_week, week_streak
from careerdesk.domain.learning import StudySession
from careerdesk.domain.network import Contact, Conversation, ConversationKind, Participant
from careerdesk.domain.profile import Preferences, Profile
from careerdesk.domain.records import COLLECTIONS, Records
from careerdesk.services.desk import create_desk
from careerdesk.services.home import SOON_DAYS, HomeReader, HomeSummary

if TYPE_CHECKING:
    from strategies import Contents


def summary_of(records: Records, contents: Contents, today: date) -> HomeSummary:
    with (
        tempfile.TemporaryDirectory() as folder,
        create_desk(Path(folder) / "a.careerdesk") as desk,
    ):
        with desk.change("All") as tx:
            for content in contents.values():
                tx.keep(content)
            tx.put(records.profile)
            tx.put(records.preferences)
            for name in COLLECTIONS:
                tx.add_many(getattr(records, name))
        return HomeReader(desk).summary(today)


def expect(summary: HomeSummary, records: Records, today: date) -> None:
    first = records.preferences.first_weekday
    weeks = minutes_by_week(records.study_sessions, today=today, first_weekday=first)
    assert summary.week.weeks == weeks[-12:]
    assert summary.week.streak == week_streak(weeks)
    assert summary.year == activity_year(records.study_sessions, today=today)
    by_id = sorted(records.contacts, key=lambda one: str(one.id))
    quiet = quiet_contacts(by_id, records.conversations, records.participants, today=today)
    assert [(one.id, one.days_over) for one in summary.quiet] == [
        (one.contact.id, one.days_over) for one in quiet
    ]
    assert [one.silent_days for one in summary.quiet] == [
        (today - one.last).days if one.last else None for one in quiet
    ]
    assert summary.has_cadences == any(one.cadence_days for one in by_id)
    due = due_follow_ups(records.follow_ups, today=today, within_days=SOON_DAYS)
    expiring = [
        one.certificate.id
        for one in certificate_standings(records.certificates, today=today)
        if one.state is CertificateState.EXPIRING
    ]
    assert {one.id: one.days_left for one in summary.waiting if not one.is_certificate} == {
        one.follow_up.id: -one.days_late for one in due
    }
    assert {one.id for one in summary.waiting if one.is_certificate} == set(expiring)
    assert summary.mix == network_mix(by_id, records.mix_targets)


@given(made=desks(), today=days)
@settings(max_examples=40)
def test_that_any_desk_is_summed_up_as_the_analysis_does(
    made: tuple[Records, Contents], today: date
) -> None:
    records, contents = made
    expect(summary_of(records, contents, today), records, today)


TODAY = date(2030, 1, 10)
near = st.integers(-40, 5).map(lambda days: TODAY + timedelta(days=days))


@st.composite
def talked(draw: st.DrawFn) -> tuple[list[Contact], list[Conversation], list[Participant]]:
    """People with rhythms, and talks about as long ago as these."""
    people = [
        replace(
            Contact.new(draw(st.sampled_from(["Ada", "ada", "Bo"]))),
            cadence_days=draw(st.none() | st.integers(1, 30)),
            function=draw(st.sampled_from(["", "design", "Design ", " legal", "Legal"])),
        )
        for _ in range(draw(st.integers(1, 4)))
    ]
    talks = [Conversation.new(day, ConversationKind.CALL) for day in draw(st.lists(near))]
    took_part = [
        Participant.new(talk.id, person.id)
        for talk in talks
        for person in people
        if draw(st.booleans())
    ]
    return people, talks, took_part


@given(made=talked(), sessions=st.lists(st.tuples(near, st.integers(1, 1440))))
@settings(max_examples=40)
def test_that_rhythms_and_weeks_near_their_end_are_told_apart(
    made: tuple[list[Contact], list[Conversation], list[Participant]],
    sessions: list[tuple[date, int]],
) -> None:
    records = Records(
        profile=Profile(),
        preferences=Preferences(),
        contacts=tuple(made[0]),
        conversations=tuple(made[1]),
        participants=tuple(made[2]),
        study_sessions=tuple(StudySession.new(day, minutes) for day, minutes in sessions),
    )
    expect(summary_of(records, {}, TODAY), records, TODAY)
