"""What a person says in the assessment about what shows a level, kept as evidence."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.skill_keys import skills_by_key
from careerdesk.domain.evidence import Evidence, EvidenceId, EvidenceKind, EvidenceTier
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import Skill
from careerdesk.services.evidence import store_evidence, tier_of_text
from careerdesk.services.skills import put_skill

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from careerdesk.domain.assessment import Attempt
    from careerdesk.services.assessment_plan import Plan
    from careerdesk.storage.desk import Desk
    from careerdesk.storage.writer import Tx

# What such evidence is called: the sentences themselves are private, a title is not.
TITLE: Final = "In my own words"


def put_descriptions(tx: Tx, planned: Plan, texts: Mapping[str, str], today: date) -> None:
    """Keep the person's own sentences about skills as evidence, within a change.

    The whole text is the private note; the title, which is public, says nothing of it. Two
    sentences or more describe the work; one alone leaves the level a claim. A skill that is not in
    the inventory yet is added to it, without a rating: that comes at the end. What was said in the
    same attempt before is replaced; it is gone if nothing is said any more.

    Args:
        tx: The change.
        planned: What the skills are called.
        texts: What was said, by skill.
        today: The day it was said; it may have come about any time before.
    """
    attempt = planned.attempt
    before = {key: tx.find(Evidence, id=description_id(attempt, key)) for key in texts}
    for key, piece in before.items():
        if piece is not None and not texts[key]:
            tx.remove(piece)
        elif piece is not None:
            tx.replace(replace(piece, note=texts[key], tier=_tier(piece, texts[key])))
    asked = {key: planned.skill(key) for key, text in texts.items() if text and before[key] is None}
    known = skills_by_key(asked.values(), tx.all(Skill))
    for key in asked:
        skill = known.get(key) or replace(Skill.new(asked[key].name), catalogue_key=key)
        put_skill(tx, skill)
        made = _described(skill, texts[key], today)
        store_evidence(tx, replace(made, id=description_id(attempt, key)))


def description_id(attempt: Attempt, skill: str) -> EvidenceId:
    """Return the id of what is said about a skill in an attempt, by which it is found again."""
    return EvidenceId(uuid.uuid5(attempt.id, skill))


def descriptions(desk: Desk, attempt: Attempt, skills: Iterable[str]) -> dict[str, str]:
    """Return what was said about skills in an attempt so far, as far as it is still there."""
    found = {key: desk.find(Evidence, id=description_id(attempt, key)) for key in skills}
    return {key: piece.note for key, piece in found.items() if piece is not None and piece.note}


def _tier(piece: Evidence, text: str) -> EvidenceTier:
    """Return the strength of a piece with another text; one that more shows keeps it."""
    return piece.tier if piece.tier > EvidenceTier.DESCRIBED else tier_of_text(text)


def _described(skill: Skill, text: str, today: date) -> Evidence:
    made = Evidence.new(
        skill.id,
        TITLE,
        EvidenceKind.DESCRIPTION,
        tier_of_text(text),
        PartialDate.of(today),
    )
    return replace(made, note=text)
