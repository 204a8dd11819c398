"""Evidence for skills: adding it from what is on the desk or beside it, and what it supports.

Editing and deleting a piece is done as for every record (``services/records.py``). How much a piece
may support stands in ``analysis/supported.py``; nothing here ever changes a rating.
"""

from __future__ import annotations

import enum
import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from careerdesk.analysis.skill_levels import LevelHistory
from careerdesk.analysis.supported import Support, support
from careerdesk.catalogue import catalogue
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier, require_place
from careerdesk.domain.folding import fold
from careerdesk.domain.network import Contact, Participant
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.services.attachments import ReadFile, keep_with, read_file, title_of_file
from careerdesk.services.naming import called
from careerdesk.services.skills import put_skill

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from careerdesk.domain.instrument import EvidenceTierText
    from careerdesk.domain.learning import Certificate, LearningItem
    from careerdesk.domain.network import Conversation
    from careerdesk.domain.skills import SkillId
    from careerdesk.storage.desk import Desk
    from careerdesk.storage.writer import Tx

_USUAL_TIERS: Final = {
    EvidenceKind.COURSE: EvidenceTier.DESCRIBED,
    EvidenceKind.CERTIFICATE: EvidenceTier.ASSESSED,
    EvidenceKind.DESCRIPTION: EvidenceTier.DESCRIBED,
    EvidenceKind.PROJECT: EvidenceTier.DESCRIBED,
    EvidenceKind.OUTCOME: EvidenceTier.DESCRIBED,
    EvidenceKind.CONVERSATION: EvidenceTier.DESCRIBED,
    EvidenceKind.FILE: EvidenceTier.ARTEFACT,
    EvidenceKind.LINK: EvidenceTier.ARTEFACT,
}
# A file or a link turns these from something told into something shown.
_SHOWN_BY_PROOF: Final = frozenset({EvidenceKind.PROJECT, EvidenceKind.OUTCOME})
_SENTENCES: Final = 2  # from which a description says what, when, for whom and with what result
_END_OF_SENTENCE: Final = re.compile(r"[.!?\u2026\u3002](?=\s|$)")


class Missing(enum.Enum):
    """Why a level is supported less far than it is claimed."""

    NOTHING = "nothing"  # all of it is supported
    RATING = "rating"  # no level is claimed that evidence could support
    EVIDENCE = "evidence"  # there is none
    MORE_THAN_A_CLAIM = "more than a claim"  # what is there only repeats the rating
    MORE_THAN_A_COURSE = "more than a course"  # which supports level 2 at most
    WORK = "work"  # levels 4 and 5 need an artefact or better


def usual_tier(kind: EvidenceKind, *, has_proof: bool = False) -> EvidenceTier:
    """Return the strength that evidence of a kind usually has.

    ``has_proof`` says that a file or a link shows it. Only the person knows whether somebody else
    observed the work, so nothing is taken to be observed.
    """
    if has_proof and kind in _SHOWN_BY_PROOF:
        return EvidenceTier.ARTEFACT
    return _USUAL_TIERS[kind]


def tier_of_text(text: str) -> EvidenceTier:
    """Return how checkable a description is, by the number of its sentences.

    The last one may go without its stop.
    """
    parts = _END_OF_SENTENCE.split(text)
    sentences = sum(any(one.isalnum() for one in part) for part in parts)
    return EvidenceTier.DESCRIBED if sentences >= _SENTENCES else EvidenceTier.CLAIM


def lacks_words(piece: Evidence, *, has_proof: bool, is_recorded: bool = False) -> bool:
    """Say whether too little says what was done for a strength that nothing else shows.

    ``has_proof`` says that a file or a link shows it, ``is_recorded`` that the desk knows what was
    done, so that it need not be described.
    """
    if piece.tier is EvidenceTier.CLAIM or piece.has_source or has_proof:
        return False
    if piece.tier is EvidenceTier.DESCRIBED and is_recorded:
        return False
    return tier_of_text(piece.note) < EvidenceTier.DESCRIBED


def require_shown(piece: Evidence, *, has_files: bool, is_recorded: bool = False) -> None:
    """Refuse a strength that nothing shows.

    Raises:
        InvalidValueError: it is a link without an address, a file without one, or too little is
            said of what was done.
    """
    require_place(piece)
    has_proof = bool(piece.url.strip()) or has_files
    if piece.kind is EvidenceKind.FILE and piece.tier >= EvidenceTier.ARTEFACT and not has_proof:
        reason = "must be given, or a file added under Files, for this strength"
        raise InvalidValueError("web address", reason)
    if lacks_words(piece, has_proof=has_proof, is_recorded=is_recorded):
        instead = f"choose 0 {tier_text(EvidenceTier.CLAIM).name}"
        if piece.tier is EvidenceTier.DESCRIBED:
            reason = f"needs two sentences or more; with less, {instead}"
        else:
            reason = (
                "must say in two sentences or more what shows it, unless a link or file does; "
                f"else {instead}"
            )
        raise InvalidValueError("note", reason)


def require_past(piece: Evidence, today: date) -> None:
    """Refuse evidence of a day to come, which would count for nothing until then.

    Raises:
        InvalidValueError: all of its date is after today.
    """
    if piece.on.first_day() > today:
        reason = "is in the future; evidence counts from the day it was there"
        raise InvalidValueError("on", reason)


def tier_text(tier: EvidenceTier) -> EvidenceTierText:
    """Return what a strength takes, in the words of the catalogue.

    Raises:
        CatalogueDamagedError: the catalogue cannot be read.
    """
    return catalogue().instrument.evidence.tiers[tier]


def evidence_of(desk: Desk, skill: Skill) -> list[Evidence]:
    """Return the evidence for a skill, the newest first."""
    return newest_first(desk.all(Evidence, skill_id=skill.id))


def newest_first(pieces: Iterable[Evidence]) -> list[Evidence]:
    """Return pieces of evidence by their date, of one date by title."""
    by_title = sorted(pieces, key=lambda piece: fold(piece.title))
    return sorted(by_title, key=lambda piece: piece.on.last_day(), reverse=True)


def support_of(desk: Desk, skill: Skill, today: date) -> Support:
    """Return what the evidence for a skill says about the level it is rated at today."""
    rating = LevelHistory(desk.all(Rating, skill_id=skill.id)).level_as_of(skill.id, today)
    return support(rating, desk.all(Evidence, skill_id=skill.id), day=today)


def supports(
    skills: Iterable[Skill], ratings: Iterable[Rating], evidence: Iterable[Evidence], today: date
) -> dict[SkillId, Support]:
    """Return the same for many skills at once."""
    levels = LevelHistory(ratings)
    pieces: dict[SkillId, list[Evidence]] = defaultdict(list)
    for piece in evidence:
        pieces[piece.skill_id].append(piece)
    return {
        skill.id: support(levels.level_as_of(skill.id, today), pieces[skill.id], day=today)
        for skill in skills
    }


def missing(found: Support) -> Missing:
    """Return what keeps a claimed level from being supported."""
    if not found.rating:
        return Missing.RATING  # unknown, or 0, which claims nothing
    if found.level == found.rating:
        return Missing.NOTHING
    if found.ceiling is Level.NONE:
        return Missing.MORE_THAN_A_CLAIM if found.pieces else Missing.EVIDENCE
    return Missing.MORE_THAN_A_COURSE if found.ceiling < Level.INDEPENDENT else Missing.WORK


def support_sentence(found: Support) -> str:
    """Return what a rating claims and its evidence supports, for the terminal and documents."""
    if not found.rating or found.level is None:
        return "no level claimed" if found.rating is None else "claimed 0"
    return f"claimed {found.rating:d}, supported {found.level:d}{_REASONS[missing(found)]}"


_REASONS: Final = {
    Missing.NOTHING: "",
    Missing.EVIDENCE: ": there is no evidence yet",
    Missing.MORE_THAN_A_CLAIM: ": what is there is only a claim",
    Missing.MORE_THAN_A_COURSE: ": a course alone shows no more than level 2",
    Missing.WORK: ": levels 4 and 5 need an artefact or better",
}


def from_learning_item(skill: Skill, item: LearningItem, today: date) -> Evidence:
    """Return a finished course or book as evidence, not stored yet."""
    made = Evidence.new(
        skill.id,
        item.title,
        EvidenceKind.COURSE,
        usual_tier(EvidenceKind.COURSE),
        item.finished or PartialDate.of(today),
    )
    return replace(made, learning_item_id=item.id, url=item.url, is_private=item.is_private)


def from_certificate(skill: Skill, certificate: Certificate, today: date) -> Evidence:
    """Return a certificate as evidence, not stored yet."""
    made = Evidence.new(
        skill.id,
        certificate.title,
        EvidenceKind.CERTIFICATE,
        usual_tier(EvidenceKind.CERTIFICATE),
        certificate.issued or PartialDate.of(today),
    )
    is_private = certificate.is_private
    return replace(made, certificate_id=certificate.id, url=certificate.url, is_private=is_private)


def from_conversation(desk: Desk, skill: Skill, talk: Conversation) -> Evidence:
    """Return a conversation as evidence, not stored yet.

    Its title names who took part, so it is private until the person says otherwise.
    """
    joined = desk.all(Participant, conversation_id=talk.id)
    names = [desk.get(Contact, one.contact_id).name for one in joined]
    made = Evidence.new(
        skill.id,
        conversation_title(talk, names),
        EvidenceKind.CONVERSATION,
        usual_tier(EvidenceKind.CONVERSATION),
        PartialDate.of(talk.on),
    )
    return replace(made, conversation_id=talk.id, is_private=True)


def conversation_title(talk: Conversation, names: Iterable[str]) -> str:
    """Return what a conversation is called after its kind and who took part."""
    kind = "Conversation" if talk.kind.value == "other" else talk.kind.value.capitalize()
    people = ", ".join(sorted(names))
    return f"{kind} with {people}" if people else kind


def from_link(skill: Skill, url: str, today: date) -> Evidence:
    """Return a web address as evidence, named after its place and not stored yet.

    Raises:
        InvalidValueError: it is no web address.
    """
    kind = EvidenceKind.LINK
    made = Evidence.new(skill.id, "Link", kind, usual_tier(kind), PartialDate.of(today))
    made = replace(made, url=url)
    parts = urlsplit(url)
    place = f"{parts.netloc.removeprefix('www.')}{parts.path}".strip("/")
    return replace(made, title=place or made.title)


def from_file(skill: Skill, path: Path, today: date) -> Evidence:
    """Return a file as evidence, named after it and not stored yet."""
    kind = EvidenceKind.FILE
    title = title_of_file(path.name)
    return Evidence.new(skill.id, title, kind, usual_tier(kind), PartialDate.of(today))


def add_evidence(
    desk: Desk, piece: Evidence, *, skill: Skill | None = None, files: Sequence[Path] = ()
) -> None:
    """Store a piece of evidence with its files, as one change.

    Args:
        desk: that gets it.
        piece: not stored yet.
        skill: the one it is for, where that may not be on the desk yet; it is added then.
        files: copies of them are kept with the piece.

    Raises:
        FileProblemError: one of them cannot be read, or has more than 25 MB; nothing was changed.
        InvalidValueError: nothing shows what its strength says; nothing was changed.
    """
    require_shown(piece, has_files=bool(files))
    contents = [read_file(path) for path in files]
    with desk.change(f"Add {called(piece)}") as tx:
        if skill is not None:
            put_skill(tx, skill)
        store_evidence(tx, piece, contents)


def add_files(desk: Desk, skill: Skill, paths: Sequence[Path], today: date) -> list[Evidence]:
    """Make a piece of evidence of each file, with the file kept with it, as one change.

    Raises:
        FileProblemError: one of them cannot be read, or has more than 25 MB; nothing was changed.
    """
    contents = [read_file(path) for path in paths]
    made = [from_file(skill, path, today) for path in paths]
    named = called(made[0]) if len(made) == 1 else f"{len(made)} pieces of evidence"
    with desk.change(f"Add {named}") as tx:
        for piece, content in zip(made, contents, strict=True):
            store_evidence(tx, piece, [content])
    return made


def store_evidence(tx: Tx, piece: Evidence, files: Sequence[ReadFile] = ()) -> None:
    """Store a piece of evidence with its files, within a change.

    Raises:
        InvalidValueError: it is a link without an address.
    """
    require_place(piece)
    tx.add(piece)
    for file in files:
        keep_with(tx, piece, file)
