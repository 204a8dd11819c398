"""Proposals: what asks about a level, what does not, and that nothing rises by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.catalogue import catalogue
from careerdesk.domain.actions import Action
from careerdesk.domain.attachments import Attachment
from careerdesk.domain.evidence import Evidence, EvidenceKind
from careerdesk.domain.learning import Certificate, LearningItem, LearningStatus, StudySession
from careerdesk.domain.network import Contact, FollowUp
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.services import actions, evidence, history, learning, network, records, skills
from careerdesk.services.proposals import (
    RECENT_DAYS,
    confirm,
    decline,
    proposal_of,
    proposals,
    proposed_level,
)

if TYPE_CHECKING:
    from pathlib import Path

    from careerdesk.storage.desk import Desk

TODAY = date(2026, 11, 23)
YESTERDAY = TODAY - timedelta(days=1)
DISCOVERY = "customer_discovery"
LEVELS = st.none() | st.sampled_from(Level)


@pytest.fixture
def skill(desk: Desk) -> Skill:
    made = replace(Skill.new("Customer discovery"), catalogue_key=DISCOVERY)
    records.add(desk, made)
    skills.rate_skill(desk, made, date(2026, 1, 1), Level.AWARE)
    return made


@pytest.fixture
def item(desk: Desk) -> LearningItem:
    made = LearningItem.new("How we talk to customers")
    records.add(desk, made)
    return made


@pytest.fixture
def action(desk: Desk, skill: Skill, item: LearningItem) -> Action:
    return actions.add_item_action(desk, skill, item, aimed=Level.INDEPENDENT)


def study(desk: Desk, skill: Skill, item: LearningItem) -> None:
    session = StudySession.new(date(2026, 8, 1), 45, learning_item_id=item.id, skill_id=skill.id)
    learning.log_session(desk, session)


def finish(desk: Desk, item: LearningItem, on: date = TODAY) -> None:
    learning.finish_learning_item(desk, desk.get(LearningItem, item.id), on)


def levels(desk: Desk, skill: Skill) -> list[Level | None]:
    return [
        one.level for one in sorted(desk.all(Rating, skill_id=skill.id), key=lambda one: one.on)
    ]


def test_that_a_finished_item_with_an_action_asks_and_changes_nothing(
    desk: Desk, skill: Skill, item: LearningItem, action: Action
) -> None:
    assert proposals(desk, TODAY) == []
    finish(desk, item)
    (found,) = proposals(desk, TODAY)
    assert (found.skill, found.actions, found.now) == (skill, (action,), Level.AWARE)
    assert (found.to, found.aimed, found.ceiling) == (
        Level.ASSISTED,
        Level.INDEPENDENT,
        Level.ASSISTED,
    )
    assert levels(desk, skill) == [Level.AWARE]
    assert desk.all(Evidence) == []


def test_that_time_logged_on_the_skill_asks_without_an_action(
    desk: Desk, skill: Skill, item: LearningItem
) -> None:
    study(desk, skill, item)
    finish(desk, item)
    (found,) = proposals(desk, TODAY)
    assert (found.actions, found.to, found.aimed) == ((), Level.ASSISTED, None)
    assert found.key == (skill.id, item.id)


def test_that_the_catalogue_says_where_a_resource_of_its_own_leads(
    desk: Desk, skill: Skill
) -> None:
    resource = catalogue().resources_for(DISCOVERY)[0]
    item = LearningItem.new(resource.name)
    records.add(desk, item)
    study(desk, skill, item)
    finish(desk, item)
    assert proposals(desk, TODAY)[0].aimed is resource.to_level


def test_that_nobody_is_asked_about_what_is_long_ago_or_on_no_known_day(
    desk: Desk, skill: Skill, item: LearningItem
) -> None:
    study(desk, skill, item)
    finish(desk, item, TODAY - timedelta(days=RECENT_DAYS))
    assert len(proposals(desk, TODAY)) == 1
    finish(desk, item, TODAY - timedelta(days=RECENT_DAYS + 1))
    assert proposals(desk, TODAY) == []
    records.edit(desk, desk.get(LearningItem, item.id), finished=None)
    assert proposals(desk, TODAY) == []


def test_that_an_action_asks_however_long_ago_the_item_was_finished(
    desk: Desk, item: LearningItem, action: Action
) -> None:
    del action
    records.edit(desk, item, status=LearningStatus.DONE)
    assert proposals(desk, TODAY)[0].finished == TODAY
    records.edit(desk, desk.get(LearningItem, item.id), finished=PartialDate("2020"))
    assert proposals(desk, TODAY)[0].finished == date(2020, 12, 31)


def test_that_what_is_dated_later_asks_nothing_yet(
    desk: Desk, item: LearningItem, action: Action
) -> None:
    del action
    finish(desk, item, TODAY + timedelta(days=1))
    assert proposals(desk, TODAY) == []
    records.edit(desk, desk.get(LearningItem, item.id), finished=PartialDate("2026"))
    assert proposals(desk, TODAY)[0].finished == TODAY


def test_that_a_rating_since_then_answers_what_no_action_asks(
    desk: Desk, skill: Skill, item: LearningItem
) -> None:
    study(desk, skill, item)
    finish(desk, item, YESTERDAY)
    skills.rate_skill(desk, skill, TODAY, Level.ASSISTED)
    assert proposals(desk, TODAY) == []
    assert proposals(desk, YESTERDAY) != []


def test_that_evidence_naming_the_item_or_its_certificate_answers(
    desk: Desk, skill: Skill, item: LearningItem, action: Action
) -> None:
    del action
    finish(desk, item)
    piece = evidence.from_learning_item(skill, item, TODAY)
    evidence.add_evidence(desk, piece)
    assert proposals(desk, TODAY) == []
    records.remove(desk, [piece])
    certificate = replace(Certificate.new("Discovery"), learning_item_id=item.id)
    records.add(desk, certificate)
    (found,) = proposals(desk, TODAY)
    assert (found.piece.kind, found.ceiling, found.to) == (
        EvidenceKind.CERTIFICATE,
        Level.INDEPENDENT,
        Level.INDEPENDENT,
    )
    evidence.add_evidence(desk, found.piece)
    assert proposals(desk, TODAY) == []


def test_that_a_follow_up_that_is_done_asks(desk: Desk, skill: Skill) -> None:
    ada = Contact.new("Ada Byron")
    records.add(desk, ada)
    action = actions.add_person_action(desk, skill, ada, "Ask Ada", TODAY)
    assert proposals(desk, TODAY) == []
    actions.finish_work(desk, action, YESTERDAY)
    (found,) = proposals(desk, TODAY)
    assert (found.finished, found.piece.kind, found.piece.is_private) == (
        YESTERDAY,
        EvidenceKind.CONVERSATION,
        True,
    )
    assert proposals(desk, YESTERDAY - timedelta(days=1)) == []
    decline(desk, found, TODAY)
    assert proposals(desk, TODAY) == []


def test_that_confirming_is_one_change_of_level_evidence_and_action(
    desk: Desk, skill: Skill, item: LearningItem, action: Action, tmp_path: Path
) -> None:
    finish(desk, item)
    (found,) = proposals(desk, TODAY)
    path = tmp_path / "notes.txt"
    path.write_bytes(b"x")
    confirm(desk, found, Level.ASSISTED, found.piece, TODAY, [path])
    assert levels(desk, skill) == [Level.AWARE, Level.ASSISTED]
    assert evidence.evidence_of(desk, skill) == [found.piece]
    assert len(desk.all(Attachment, evidence_id=found.piece.id)) == 1
    assert desk.get(Action, action.id).done_on == TODAY
    assert proposals(desk, TODAY) == []
    assert history.changes(desk)[0].title == "Raise skill Customer discovery to 2"
    history.undo(desk)
    assert [one.key for one in proposals(desk, TODAY)] == [found.key]
    assert levels(desk, skill) == [Level.AWARE]


def test_that_a_level_may_be_confirmed_lowered_or_left_unsaid(
    desk: Desk, skill: Skill, item: LearningItem, action: Action
) -> None:
    del action
    finish(desk, item)
    (found,) = proposals(desk, TODAY)
    confirm(desk, found, Level.AWARE, None, TODAY)
    assert history.changes(desk)[0].title == "Rate skill Customer discovery: 1"
    history.undo(desk)
    confirm(desk, found, None, found.piece, TODAY)
    assert history.changes(desk)[0].title == "Add evidence for skill Customer discovery"
    assert levels(desk, skill) == [Level.AWARE]


def test_that_not_this_time_is_remembered_and_leaves_the_level(
    desk: Desk, skill: Skill, item: LearningItem
) -> None:
    study(desk, skill, item)
    finish(desk, item)
    decline(desk, proposals(desk, TODAY)[0], TODAY)
    assert proposals(desk, TODAY) == []
    assert levels(desk, skill) == [Level.AWARE]
    (settled,) = desk.all(Action)
    assert (settled.learning_item_id, settled.done_on) == (item.id, TODAY)
    title = "Leave the level of skill Customer discovery as it is"
    assert history.changes(desk)[0].title == title


def test_that_an_item_planned_again_asks_again(
    desk: Desk, skill: Skill, item: LearningItem, action: Action
) -> None:
    finish(desk, item)
    decline(desk, proposals(desk, TODAY)[0], TODAY)
    assert desk.get(Action, action.id).done_on == TODAY
    actions.add_item_action(desk, skill, item)
    assert len(proposals(desk, TODAY)) == 1


def test_that_a_practice_is_asked_about_when_it_is_said_to_be_done(
    desk: Desk, skill: Skill
) -> None:
    action = actions.add_practice_action(desk, skill, "Two interviews", aimed=Level.ADVANCED)
    assert proposals(desk, TODAY) == []
    found = proposal_of(desk, action, TODAY)
    assert (found.piece.kind, found.to, found.ceiling) == (
        EvidenceKind.DESCRIPTION,
        Level.INDEPENDENT,
        Level.INDEPENDENT,
    )
    decline(desk, found, TODAY)
    assert actions.next_action(desk, skill) is None


def test_that_the_end_of_an_action_is_asked_about_by_its_item(
    desk: Desk, item: LearningItem, action: Action
) -> None:
    found = proposal_of(desk, action, TODAY)
    assert (found.source, found.piece.kind) == (item, EvidenceKind.COURSE)


def test_that_the_latest_finished_is_asked_about_first(
    desk: Desk, skill: Skill, item: LearningItem, action: Action
) -> None:
    del action
    other = LearningItem.new("The Mom Test")
    records.add(desk, other)
    actions.add_item_action(desk, skill, other)
    finish(desk, item, YESTERDAY)
    finish(desk, other)
    assert [one.piece.title for one in proposals(desk, TODAY)] == [other.title, item.title]


def test_that_a_follow_up_without_an_action_asks_nothing(desk: Desk) -> None:
    ada = Contact.new("Ada Byron")
    records.add(desk, ada)
    follow_up = FollowUp.new("Send slides", TODAY, contact_id=ada.id)
    records.add(desk, follow_up)
    network.complete_follow_up(desk, follow_up, TODAY)
    assert proposals(desk, TODAY) == []


@given(LEVELS, st.none() | st.sampled_from(list(Level)[1:]), st.sampled_from(list(Level)[1:]))
def test_that_the_level_asked_about_is_never_below_the_level_now(
    now: Level | None, aimed: Level | None, highest: Level
) -> None:
    asked = proposed_level(now, aimed, highest)
    assert asked >= (now or 0)
    assert asked >= 1
    assert asked <= max(highest, aimed or 0, (now or 0) + 1)
    if (now or 0) < highest:
        assert asked <= highest
