"""Everything a user can add, edit and delete: one step each, with a title that says what."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from careerdesk.domain.attachments import MAX_ATTACHMENT_BYTES, Attachment
from careerdesk.domain.errors import FileProblemError, InvalidValueError, NotFoundError
from careerdesk.domain.experience import Education, Pay, PayId, Position, PositionId
from careerdesk.domain.learning import Certificate, LearningItem, LearningStatus, StudySession
from careerdesk.domain.network import (
    Contact,
    Conversation,
    ConversationKind,
    FollowUp,
    MixTarget,
    Participant,
)
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.profile import Link, Preferences, Profile
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup
from careerdesk.services import attachments, experience, learning, network, profile, records, skills

if TYPE_CHECKING:
    from pathlib import Path

    from careerdesk.storage.desk import Desk

DAY = date(2026, 1, 5)
PAY = Pay(id=PayId(uuid.uuid4()), since=PartialDate("2025"), base_minor=100)
TALK = Conversation.new(DAY, ConversationKind.CALL)

# Records with a value that is changed, and what they are called in titles.
LIVES: list[tuple[Any, dict[str, Any], str]] = [
    (Skill.new("Python"), {"interest": 4}, "skill Python"),
    (SkillGroup.new("Data"), {"rank": 3}, "skill group Data"),
    (LearningItem.new("Inspired"), {"provider": "SVPG"}, "learning item Inspired"),
    (Certificate.new("Scrum"), {"issued": PartialDate("2024")}, "certificate Scrum"),
    (StudySession.new(DAY, 30), {"minutes": 45}, "study session of 5 Jan 2026"),
    (Contact.new("Ada"), {"function": "design"}, "person Ada"),
    (TALK, {"minutes": 20}, "conversation of 5 Jan 2026"),
    (FollowUp.new("Send notes", DAY), {"note": "Today."}, "follow-up Send notes"),
    (Position.new("Engineer"), {"organization": "Acme"}, "position Engineer"),
    (PAY, {"currency": "EUR"}, "pay entry of 2025"),
    (replace(PAY, since=None), {"currency": "EUR"}, "pay entry"),
    (Education.new("ETH"), {"degree": "MSc"}, "education entry ETH"),
    (Link.new("Site", "https://example.org"), {"rank": 2}, "link Site"),
]


@pytest.mark.parametrize(("record", "values", "called"), LIVES)
def test_that_a_record_is_added_edited_and_deleted_in_three_steps(
    desk: Desk, record: Any, values: dict[str, Any], called: str
) -> None:
    kind = type(record)
    records.add(desk, record)
    assert desk.all(kind) == [record]
    changed = records.edit(desk, record, **values)
    assert desk.all(kind) == [changed] == [replace(record, **values)]
    assert records.remove(desk, [changed]) == called
    assert desk.all(kind) == []
    deleted, edited, added = (entry.title for entry in desk.history())
    assert (added, deleted) == (f"Add {called}", f"Delete {called}")
    assert edited.startswith("Change ")
    assert edited.endswith(f" of {called}")
    for expected in ([changed], [record], []):
        desk.undo()
        assert desk.all(kind) == expected
    with pytest.raises(NotFoundError):
        records.edit(desk, record, **values)


def test_that_an_edit_that_changes_nothing_makes_no_step(desk: Desk) -> None:
    ada = Contact.new("Ada")
    records.add(desk, ada)
    assert records.edit(desk, ada, name="Ada") == ada
    assert records.edit_many(desk, [ada], {"name": "Ada"}) == 0
    assert len(desk.history()) == 1


def test_that_the_title_of_an_edit_says_what_was_changed(desk: Desk) -> None:
    ada = Contact.new("Ada")
    records.add(desk, ada)
    ada = records.edit(desk, ada, phone="12")
    ada = records.edit(desk, ada, is_private=True)
    ada = records.edit(desk, ada, is_private=False, organization="Acme")
    assert [entry.title for entry in desk.history(3)] == [
        "Edit person Ada",
        "Make person Ada private",
        "Change phone of person Ada",
    ]


def test_that_many_records_are_edited_and_deleted_in_one_step_each(desk: Desk) -> None:
    people = [Contact.new(name) for name in ("Ada", "Grace", "Mary")]
    with desk.change("Add") as tx:
        tx.add_many(people)
    assert records.edit_many(desk, people, {"function": "product"}) == 3
    assert {one.function for one in desk.all(Contact)} == {"product"}
    assert records.remove(desk, desk.all(Contact)[1:]) == "2 people"
    assert [entry.title for entry in desk.history(2)] == [
        "Delete 2 people",
        "Change function of 3 people",
    ]
    desk.undo()
    assert desk.count(Contact) == 3


def test_that_a_value_one_of_many_does_not_allow_changes_none(desk: Desk) -> None:
    pair = [Skill.new("Python"), Skill.new("SQL")]
    with desk.change("Add") as tx:
        tx.add_many(pair)
    with pytest.raises(InvalidValueError):
        records.edit_many(desk, pair, {"parent_id": pair[1].id})
    assert desk.all(Skill) == sorted(pair, key=lambda one: str(one.id))


def test_that_pay_never_stands_in_the_title_of_a_change(desk: Desk) -> None:
    records.add(desk, replace(PAY, base_minor=12_345_600))
    assert "123" not in desk.history()[0].title


def test_that_positions_and_education_come_latest_first(desk: Desk) -> None:
    now = replace(Position.new("now"), started=PartialDate("2020"))
    past = replace(now, id=PositionId(uuid.uuid4()), title="past", ended=PartialDate("2023"))
    undated = Position.new("undated")
    for one in (undated, past, now):
        records.add(desk, one)
    assert [one.title for one in experience.positions(desk)] == ["now", "past", "undated"]
    assert experience.education(desk) == []


def test_that_a_skill_has_one_rating_a_day_and_keeps_those_of_other_days(desk: Desk) -> None:
    skill = Skill.new("Python")
    records.add(desk, skill)
    skills.rate_skill(desk, skill, DAY, Level.AWARE)
    skills.rate_skill(desk, skill, DAY, None)
    skills.rate_skill(desk, skill, date(2026, 2, 1), Level.LEADING)
    ratings = sorted(desk.all(Rating), key=lambda one: one.on)
    assert [one.level for one in ratings] == [None, Level.LEADING]
    assert desk.history()[0].title == "Rate skill Python: 5"
    assert desk.history()[1].title == "Rate skill Python: unknown"


def test_that_a_rating_that_is_deleted_is_called_by_skill_and_day(desk: Desk) -> None:
    skill = Skill.new("Python")
    skills.add_skill(desk, skill, on=date(2025, 10, 19), level=Level.AWARE)
    skills.remove_rating(desk, skill, desk.all(Rating)[0])
    assert desk.all(Rating) == []
    assert desk.undo_title() == "Delete rating of skill Python on 19 Oct 2025"


def test_that_names_are_listed_without_regard_to_case_and_accents(desk: Desk) -> None:
    for name in ("Zoë", "Łukasz", "ada"):
        records.add(desk, Contact.new(name))
        records.add(desk, LearningItem.new(name))
        records.add(desk, SkillGroup.new(name))
    assert [one.name for one in network.contacts(desk)] == ["ada", "Łukasz", "Zoë"]
    assert [one.title for one in learning.learning_items(desk)] == ["ada", "Łukasz", "Zoë"]
    assert [one.name for one in skills.skill_groups(desk)] == ["ada", "Łukasz", "Zoë"]


def test_that_finishing_sets_status_and_day(desk: Desk) -> None:
    item = LearningItem.new("Inspired")
    records.add(desk, item)
    learning.finish_learning_item(desk, item, DAY)
    done = desk.get(LearningItem, item.id)
    assert (done.status, done.finished) == (LearningStatus.DONE, PartialDate("2026-01-05"))


def test_that_a_conversation_has_several_people_and_a_next_step(desk: Desk) -> None:
    people = [Contact.new(name) for name in ("Ada", "Grace", "Mary")]
    promised = FollowUp.new("Send the slides", date(2026, 2, 1))
    with desk.change("Log call") as tx:
        tx.add_many(people)
        network.add_conversation(tx, TALK, people[:2], next_step=promised)
    assert desk.all(FollowUp)[0].conversation_id == TALK.id
    network.set_people(desk, TALK, [person.id for person in people[1:]])
    there = {one.contact_id for one in desk.all(Participant)}
    assert there == {person.id for person in people[1:]}
    network.complete_follow_up(desk, desk.all(FollowUp)[0], DAY)
    assert desk.all(FollowUp)[0].done_on == DAY
    records.remove(desk, [TALK])
    assert (desk.count(Participant), desk.count(FollowUp)) == (0, 1)


def test_that_the_mix_aimed_at_is_replaced_as_a_whole(desk: Desk) -> None:
    network.set_mix_targets(desk, {"product": 2, "research": 1})
    network.set_mix_targets(desk, {"design": 1})
    assert [(one.function, one.weight) for one in desk.all(MixTarget)] == [("design", 1)]


def test_that_profile_and_preferences_have_defaults_and_are_saved(desk: Desk) -> None:
    assert profile.profile(desk) == Profile()
    assert profile.preferences(desk) == Preferences()
    profile.save_profile(desk, Profile(name="Alex"))
    profile.save_preferences(desk, Preferences(currency="NOK"))
    records.add(desk, Link.new("b", "https://example.org", rank=2))
    records.add(desk, Link.new("c", "https://example.org", rank=1))
    assert profile.profile(desk).name == "Alex"
    assert profile.preferences(desk).currency == "NOK"
    assert [link.label for link in profile.links(desk)] == ["c", "b"]


def test_that_a_file_is_attached_read_back_and_removed(desk: Desk, tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7")
    certificate = Certificate.new("Scrum")
    records.add(desk, certificate)
    made = attachments.attach(desk, certificate, scan)
    assert desk.all(Attachment) == [made]
    assert (made.media_type, desk.content(made.sha256)) == ("application/pdf", b"%PDF-1.7")
    attachments.remove_attachment(desk, made)
    assert desk.all(Attachment) == []
    desk.undo()
    assert desk.content(made.sha256) == b"%PDF-1.7"


def test_that_a_new_photo_replaces_the_old_one(desk: Desk, tmp_path: Path) -> None:
    for name in ("one.png", "two.png"):
        (tmp_path / name).write_bytes(name.encode())
        attachments.attach(desk, Profile(name="Alex"), tmp_path / name)
    assert [one.file_name for one in desk.all(Attachment)] == ["two.png"]


def test_that_a_file_too_large_or_missing_is_refused_in_a_sentence(
    desk: Desk, tmp_path: Path
) -> None:
    large = tmp_path / "large.bin"
    with large.open("wb") as file:
        file.truncate(MAX_ATTACHMENT_BYTES + 1)
    skill = Skill.new("Python")
    records.add(desk, skill)
    with pytest.raises(FileProblemError, match="25"):
        attachments.attach(desk, skill, large)
    with pytest.raises(FileProblemError, match="cannot be read"):
        attachments.attach(desk, skill, tmp_path / "nothing.pdf")
    assert desk.count(Attachment) == 0
    assert desk.count(Rating) == 0
