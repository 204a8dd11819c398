"""What may be shown to a stranger: nothing private, nothing that hangs on it, no dangling id."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from strategies import desks

from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.experience import Pay
from careerdesk.domain.fields import private_fields
from careerdesk.domain.learning import Certificate, LearningItem, StudySession
from careerdesk.domain.network import Contact, Conversation, ConversationKind, FollowUp, Participant
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.profile import Link, Profile
from careerdesk.domain.records import COLLECTIONS, KINDS, Records, public_records, without
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = date(2026, 1, 1)


def items(records: Records) -> Iterator[Any]:
    yield records.profile
    for name in COLLECTIONS:
        yield from getattr(records, name)


def test_that_notes_contact_details_and_costs_are_private_fields() -> None:
    assert set(private_fields(Profile)) == {"email", "phone", "address"}
    assert set(private_fields(Contact)) == {"how_met", "email", "phone", "url", "note"}
    assert set(private_fields(LearningItem)) == {"cost_minor", "note"}
    for kind in KINDS.values():
        names = {field.name for field in fields(kind)}
        assert "note" not in names or "note" in private_fields(kind)


def test_that_pay_is_private_from_birth() -> None:
    pay = Pay(id=Any)  # type: ignore[arg-type]
    assert pay.is_private
    assert public_records(Records(pay=(pay,))).pay == ()


def test_that_what_hangs_on_a_private_record_is_hidden_with_it() -> None:
    group = replace(SkillGroup.new("Secret"), is_private=True)
    parent = Skill.new("Parent", group_id=group.id)
    child = Skill.new("Child", parent_id=parent.id)
    item = replace(LearningItem.new("Course"), is_private=True)
    shown = public_records(
        Records(
            skill_groups=(group,),
            skills=(parent, child),
            ratings=(Rating.new(child.id, DAY, Level.AWARE),),
            learning_items=(item,),
            study_sessions=(
                StudySession.new(DAY, 5, skill_id=child.id),
                StudySession.new(DAY, 5, learning_item_id=item.id),
            ),
            certificates=(replace(Certificate.new("C"), learning_item_id=item.id),),
        )
    )
    assert shown == Records()


def test_that_people_introduced_by_a_private_contact_stay_without_the_link() -> None:
    ada = replace(Contact.new("Ada"), is_private=True)
    grace = replace(Contact.new("Grace"), introduced_by=ada.id)
    talk = Conversation.new(DAY, ConversationKind.CALL)
    parts = tuple(Participant.new(talk.id, one.id) for one in (ada, grace))
    shown = public_records(
        Records(contacts=(ada, grace), conversations=(talk,), participants=parts)
    )
    assert shown.contacts == (replace(grace, introduced_by=None),)
    assert shown.participants == parts[1:]


def test_that_a_private_profile_is_blank_and_takes_its_links_along() -> None:
    links = (Link.new("Site", "https://example.org/alex"),)
    profile = Profile(name="Alex")
    assert public_records(Records(profile=profile, links=links)).links == links
    hidden = replace(profile, is_private=True)
    assert public_records(Records(profile=hidden, links=links)) == Records()


def test_that_what_was_promised_to_private_people_only_is_hidden() -> None:
    sam, ada = replace(Contact.new("Sam"), is_private=True), Contact.new("Ada")
    talk = Conversation.new(DAY, ConversationKind.CALL)
    promise = FollowUp.new("Write to Sam", DAY, conversation_id=talk.id)
    desk = Records(contacts=(sam, ada), conversations=(talk,), follow_ups=(promise,))
    alone = replace(desk, participants=(Participant.new(talk.id, sam.id),))
    assert public_records(alone).follow_ups == ()
    both = replace(alone, participants=(*alone.participants, Participant.new(talk.id, ada.id)))
    assert public_records(both).follow_ups == (promise,)


@settings(max_examples=40, deadline=None)
@given(desks())
def test_that_nothing_private_and_no_dangling_reference_is_left(
    generated: tuple[Records, dict[str, bytes]],
) -> None:
    shown = public_records(generated[0])
    present = {item.id for item in items(shown)} | {shown.preferences.id}
    for item in items(shown):
        assert not getattr(item, "is_private", False)
        for name, blank in private_fields(type(item)).items():
            assert getattr(item, name) == blank
        for field in fields(item):
            if field.name.endswith("_id") and field.name != "credential_id":
                assert getattr(item, field.name) in present | {None}


def test_that_what_is_left_out_takes_along_what_hangs_on_it_and_nothing_else() -> None:
    course, other = LearningItem.new("Course"), LearningItem.new("Other")
    proof = replace(Certificate.new("Proof"), learning_item_id=course.id)
    sessions = tuple(
        StudySession.new(DAY, 30, learning_item_id=item.id) for item in (course, other)
    )
    sam = Contact.new("Sam")
    ada = replace(Contact.new("Ada"), email="ada@example.org", introduced_by=sam.id)
    desk = Records(
        learning_items=(course, other),
        certificates=(proof,),
        study_sessions=sessions,
        contacts=(sam, ada),
    )
    kept = without(desk, {course.id, sam.id})
    assert (kept.learning_items, kept.certificates) == ((other,), ())
    assert kept.study_sessions == sessions[1:]
    assert kept.contacts == (replace(ada, introduced_by=None),)
    assert without(desk, ()) is desk


def test_that_what_a_private_source_shows_is_hidden_with_it() -> None:
    skill = Skill.new("Discovery")
    proof = replace(Certificate.new("Secret course"), is_private=True)
    on = PartialDate("2026-05")
    shown = Evidence.new(
        skill.id, "Secret course", EvidenceKind.CERTIFICATE, EvidenceTier.ASSESSED, on
    )
    desk = Records(skills=(skill,), certificates=(proof,), evidence=(shown,))
    assert public_records(desk).evidence == (shown,)
    tied = replace(desk, evidence=(replace(shown, certificate_id=proof.id),))
    assert public_records(tied).evidence == ()
