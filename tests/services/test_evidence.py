"""Evidence: what a piece says of itself when it is made of a record, and what it supports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.analysis.supported import support
from careerdesk.catalogue import catalogue
from careerdesk.domain.actions import Action
from careerdesk.domain.attachments import Attachment
from careerdesk.domain.errors import FileProblemError, InvalidValueError
from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.learning import Certificate, LearningItem
from careerdesk.domain.network import Contact, Conversation, ConversationKind
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import Level, Skill, SkillGroup
from careerdesk.services import actions, evidence, history, network, records, skills
from careerdesk.services.desk import create_desk
from careerdesk.services.evidence import Missing
from careerdesk.services.exports import export_csv, export_json
from careerdesk.services.imports import apply_import, plan_import

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from careerdesk.storage.desk import Desk

TODAY = date(2026, 11, 23)
ON = PartialDate("2026-03")
ADDRESS = "https://example.org/notes"


@pytest.fixture
def skill(desk: Desk) -> Skill:
    made = Skill.new("Customer discovery")
    records.add(desk, made)
    skills.rate_skill(desk, made, TODAY, Level.ADVANCED)
    return made


def piece(skill: Skill, kind: EvidenceKind, tier: EvidenceTier) -> Evidence:
    return Evidence.new(skill.id, "Interviews", kind, tier, ON)


def test_that_a_finished_course_fills_in_title_date_and_address(skill: Skill) -> None:
    item = replace(
        LearningItem.new("Inspired"), finished=PartialDate("2026-05"), url="https://example.org"
    )
    made = evidence.from_learning_item(skill, item, TODAY)
    assert (made.title, made.kind, made.tier) == (
        "Inspired",
        EvidenceKind.COURSE,
        EvidenceTier.DESCRIBED,
    )
    assert (made.on, made.url, made.learning_item_id) == (
        PartialDate("2026-05"),
        "https://example.org",
        item.id,
    )


def test_that_a_certificate_is_assessed_on_the_day_it_was_issued(skill: Skill) -> None:
    certificate = replace(Certificate.new("PSPO I", "Scrum.org"), issued=ON, is_private=True)
    made = evidence.from_certificate(skill, certificate, TODAY)
    assert (made.tier, made.on, made.certificate_id) == (
        EvidenceTier.ASSESSED,
        ON,
        certificate.id,
    )
    assert made.is_private


def test_that_a_conversation_is_named_after_who_took_part_and_stays_private(
    desk: Desk, skill: Skill
) -> None:
    people = [Contact.new("Ada Byron"), Contact.new("Alan Turing")]
    talk = Conversation.new(TODAY, ConversationKind.COFFEE)
    network.log_conversation(desk, talk, (), new=people)
    made = evidence.from_conversation(desk, skill, talk)
    assert made.title == "Coffee with Ada Byron, Alan Turing"
    assert (made.on, made.conversation_id, made.is_private) == (
        PartialDate.of(TODAY),
        talk.id,
        True,
    )
    alone = Conversation.new(TODAY, ConversationKind.OTHER)
    records.add(desk, alone)
    assert evidence.from_conversation(desk, skill, alone).title == "Conversation"


def test_that_a_link_is_named_after_its_place(skill: Skill) -> None:
    made = evidence.from_link(skill, "https://www.example.org/triage/?q=1", TODAY)
    assert (made.title, made.url) == ("example.org/triage", "https://www.example.org/triage/?q=1")
    assert made.tier is EvidenceTier.ARTEFACT
    for wrong in ("triage", "https://[", ""):
        if wrong:
            with pytest.raises(InvalidValueError):
                evidence.from_link(skill, wrong, TODAY)
    assert evidence.from_link(skill, "", TODAY).title == "Link"


def test_that_a_file_is_stored_with_its_piece_as_one_change(
    desk: Desk, skill: Skill, tmp_path: Path
) -> None:
    path = tmp_path / "interview_notes.txt"
    path.write_bytes(b"What Ada needs")
    made = evidence.from_file(skill, path, TODAY)
    evidence.add_evidence(desk, made, files=[path])
    assert evidence.evidence_of(desk, skill) == [made]
    assert made.title == "interview notes"
    (kept,) = desk.all(Attachment, evidence_id=made.id)
    assert desk.content(kept.sha256) == b"What Ada needs"
    assert history.changes(desk)[0].title == "Add piece of evidence interview notes"
    history.undo(desk)
    assert desk.all(Attachment) == []
    assert evidence.evidence_of(desk, skill) == []


def test_that_a_file_that_cannot_be_read_leaves_nothing(
    desk: Desk, skill: Skill, tmp_path: Path
) -> None:
    with pytest.raises(FileProblemError):
        evidence.add_files(desk, skill, [tmp_path / "gone.pdf"], TODAY)
    assert evidence.evidence_of(desk, skill) == []


def test_that_several_files_are_several_pieces_of_one_change(
    desk: Desk, skill: Skill, tmp_path: Path
) -> None:
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path in paths:
        path.write_bytes(b"x")
    evidence.add_files(desk, skill, paths, TODAY)
    assert [one.title for one in evidence.evidence_of(desk, skill)] == ["one", "two"]
    assert history.changes(desk)[0].title == "Add 2 pieces of evidence"


def test_that_deleting_evidence_takes_its_file_along_and_undo_brings_both_back(
    desk: Desk, skill: Skill, tmp_path: Path
) -> None:
    path = tmp_path / "one.txt"
    path.write_bytes(b"x")
    (made,) = evidence.add_files(desk, skill, [path], TODAY)
    assert records.remove(desk, [made]) == "piece of evidence one"
    assert desk.all(Attachment) == []
    history.undo(desk)
    assert [one.evidence_id for one in desk.all(Attachment)] == [made.id]


def test_that_a_skill_a_role_asks_for_comes_onto_the_desk_with_its_first_evidence(
    desk: Desk,
) -> None:
    known = catalogue().skills[0]
    new = replace(Skill.new(known.name), catalogue_key=known.id)
    made = replace(piece(new, EvidenceKind.FILE, EvidenceTier.ARTEFACT), url=ADDRESS)
    evidence.add_evidence(desk, made, skill=new)
    link = piece(new, EvidenceKind.LINK, EvidenceTier.ARTEFACT)
    evidence.add_evidence(desk, replace(link, url=ADDRESS), skill=new)
    (skill,) = desk.all(Skill)
    group = catalogue().group(known.group)
    assert group is not None
    assert desk.get(SkillGroup, skill.group_id).name == group.name  # type: ignore[arg-type]
    assert len(evidence.evidence_of(desk, skill)) == 2


def test_that_a_link_that_leads_nowhere_is_refused(desk: Desk, skill: Skill) -> None:
    made = piece(skill, EvidenceKind.LINK, EvidenceTier.ARTEFACT)
    with pytest.raises(InvalidValueError, match="web address must be given"):
        evidence.add_evidence(desk, made)
    assert desk.all(Evidence) == []


@pytest.mark.parametrize(
    ("kind", "tier", "note", "words"),
    [
        (EvidenceKind.OUTCOME, EvidenceTier.OBSERVED, "Rated.", "in two sentences or more what"),
        (EvidenceKind.DESCRIPTION, EvidenceTier.DESCRIBED, "asdf", "needs two sentences or more"),
        (EvidenceKind.FILE, EvidenceTier.ARTEFACT, "A memo. Two pages.", "or a file added"),
    ],
)
def test_that_no_strength_is_stored_that_nothing_shows(
    desk: Desk, skill: Skill, kind: EvidenceKind, tier: EvidenceTier, note: str, words: str
) -> None:
    made = replace(piece(skill, kind, tier), note=note)
    with pytest.raises(InvalidValueError, match=words):
        evidence.add_evidence(desk, made)
    assert desk.all(Evidence) == []
    evidence.add_evidence(desk, replace(made, url=ADDRESS))
    assert len(desk.all(Evidence)) == 1


def test_that_a_desk_with_a_link_from_before_stays_readable(desk: Desk, skill: Skill) -> None:
    made = piece(skill, EvidenceKind.LINK, EvidenceTier.ARTEFACT)
    records.add(desk, made)
    assert desk.all(Evidence) == [made]


def test_that_the_newest_evidence_comes_first(skill: Skill) -> None:
    older = replace(piece(skill, EvidenceKind.FILE, EvidenceTier.ARTEFACT), on=PartialDate("2020"))
    newer = piece(skill, EvidenceKind.FILE, EvidenceTier.ARTEFACT)
    assert evidence.newest_first([older, newer]) == [newer, older]


@pytest.mark.parametrize(
    ("kind", "has_proof", "tier"),
    [
        (EvidenceKind.PROJECT, False, EvidenceTier.DESCRIBED),
        (EvidenceKind.PROJECT, True, EvidenceTier.ARTEFACT),
        (EvidenceKind.OUTCOME, True, EvidenceTier.ARTEFACT),
        (EvidenceKind.COURSE, True, EvidenceTier.DESCRIBED),
        (EvidenceKind.CONVERSATION, True, EvidenceTier.DESCRIBED),
    ],
)
def test_that_only_what_can_be_looked_at_is_an_artefact(
    kind: EvidenceKind, has_proof: bool, tier: EvidenceTier
) -> None:
    assert evidence.usual_tier(kind, has_proof=has_proof) is tier


def test_that_each_strength_says_what_it_takes() -> None:
    assert [evidence.tier_text(tier).tier for tier in EvidenceTier] == list(EvidenceTier)
    assert "file, link or record" in evidence.tier_text(EvidenceTier.ARTEFACT).needs


@pytest.mark.parametrize(
    ("kind", "tier", "missing", "sentence"),
    [
        (
            EvidenceKind.DESCRIPTION,
            EvidenceTier.CLAIM,
            Missing.MORE_THAN_A_CLAIM,
            "claimed 4, supported 0: what is there is only a claim",
        ),
        (
            EvidenceKind.COURSE,
            EvidenceTier.DESCRIBED,
            Missing.MORE_THAN_A_COURSE,
            "claimed 4, supported 2: a course alone shows no more than level 2",
        ),
        (
            EvidenceKind.DESCRIPTION,
            EvidenceTier.DESCRIBED,
            Missing.WORK,
            "claimed 4, supported 3: levels 4 and 5 need an artefact or better",
        ),
        (EvidenceKind.FILE, EvidenceTier.ARTEFACT, Missing.NOTHING, "claimed 4, supported 4"),
    ],
)
def test_that_it_is_said_what_a_claim_lacks(
    desk: Desk,
    skill: Skill,
    kind: EvidenceKind,
    tier: EvidenceTier,
    missing: Missing,
    sentence: str,
) -> None:
    evidence.add_evidence(desk, replace(piece(skill, kind, tier), url=ADDRESS))
    found = evidence.support_of(desk, skill, TODAY)
    assert evidence.missing(found) is missing
    assert evidence.support_sentence(found) == sentence


def test_that_a_claim_without_evidence_is_told_from_no_claim(desk: Desk, skill: Skill) -> None:
    found = evidence.support_of(desk, skill, TODAY)
    assert evidence.missing(found) is Missing.EVIDENCE
    assert evidence.support_sentence(found) == "claimed 4, supported 0: there is no evidence yet"
    for level, sentence in ((None, "no level claimed"), (Level.NONE, "claimed 0")):
        other = support(level, [], day=TODAY)
        assert evidence.missing(other) is Missing.RATING
        assert evidence.support_sentence(other) == sentence


_SKILL = Skill.new("Roadmapping")
PIECES = st.lists(
    st.builds(
        lambda kind, tier, on: Evidence.new(_SKILL.id, "Shown", kind, tier, PartialDate.of(on)),
        st.sampled_from(EvidenceKind),
        st.sampled_from(EvidenceTier),
        st.dates(date(2020, 1, 1), date(2029, 1, 1)),
    ),
    max_size=4,
)


@given(st.sampled_from(Level), PIECES)
def test_that_something_is_missing_exactly_where_less_is_supported_than_claimed(
    level: Level, pieces: list[Evidence]
) -> None:
    found = support(level, pieces, day=TODAY)
    assert found.level is not None
    assert found.level <= level
    lacks = evidence.missing(found) not in (Missing.NOTHING, Missing.RATING)
    assert lacks == (found.level < level)


@given(PIECES)
def test_that_many_skills_are_supported_as_each_alone(pieces: list[Evidence]) -> None:
    found = evidence.supports([_SKILL], [], pieces, TODAY)
    assert found == {_SKILL.id: support(None, pieces, day=TODAY)}


def test_that_evidence_with_its_file_and_actions_come_back_from_json(
    desk: Desk, skill: Skill, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"What Ada needs")
    (made,) = evidence.add_files(desk, skill, [path], TODAY)
    action = actions.add_practice_action(desk, skill, "Two interviews", aimed=Level.ADVANCED)
    export_json(desk, tmp_path / "desk.zip")
    with create_desk(tmp_path / "other.careerdesk", clock=clock) as other:
        apply_import(other, plan_import(other, [tmp_path / "desk.zip"]))
        assert other.all(Evidence) == [made]
        assert other.all(Action) == [action]
        (kept,) = other.all(Attachment, evidence_id=made.id)
        assert other.content(kept.sha256) == b"What Ada needs"


def test_that_evidence_and_actions_come_back_from_csv(
    desk: Desk, skill: Skill, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    made = evidence.from_link(skill, "https://example.org/triage", TODAY)
    evidence.add_evidence(desk, made)
    action = actions.add_practice_action(desk, skill, "Two interviews", aimed=Level.ADVANCED)
    export_csv(desk, tmp_path / "tables")
    with create_desk(tmp_path / "other.careerdesk", clock=clock) as other:
        apply_import(other, plan_import(other, [tmp_path / "tables"]))
        assert other.all(Evidence) == [made]
        assert other.all(Action) == [action]
