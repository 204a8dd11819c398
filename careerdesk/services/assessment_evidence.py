"""What a person says in the assessment about what shows a level, kept as evidence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.skill_keys import skills_by_key
from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import Skill
from careerdesk.services.evidence import store_evidence
from careerdesk.services.skills import put_skill

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from careerdesk.services.assessment_plan import Plan
    from careerdesk.storage.writer import Tx

# What such evidence is called: the sentences themselves are private, a title is not.
TITLE: Final = "In my own words"
_SENTENCES: Final = 2  # from which a description says what, when, for whom and with what result
_END_OF_SENTENCE: Final = re.compile(r"[.!?\u2026\u3002](?=\s|$)")


def put_descriptions(tx: Tx, planned: Plan, texts: Mapping[str, str], today: date) -> None:
    """Keep the person's own sentences about skills as evidence, within a change.

    The whole text is the private note; the title, which is public, says nothing of it. Two
    sentences or more describe the work; one alone leaves the level a claim. A skill that is not in
    the inventory yet is added to it, without a rating: that comes at the end.

    Args:
        tx: The change.
        planned: What the skills are called.
        texts: What was said, by skill.
        today: The day it was said; it may have come about any time before.
    """
    asked = {key: planned.skill(key) for key in texts}
    known = skills_by_key(asked.values(), tx.all(Skill))
    for key, text in texts.items():
        skill = known.get(key) or replace(Skill.new(asked[key].name), catalogue_key=key)
        put_skill(tx, skill)
        store_evidence(tx, _described(skill, text, today))


def tier_of_text(text: str) -> EvidenceTier:
    """Return how checkable a description is, by the number of its sentences."""
    sentences = len(_END_OF_SENTENCE.findall(text))
    return EvidenceTier.DESCRIBED if sentences >= _SENTENCES else EvidenceTier.CLAIM


def _described(skill: Skill, text: str, today: date) -> Evidence:
    made = Evidence.new(
        skill.id,
        TITLE,
        EvidenceKind.DESCRIPTION,
        tier_of_text(text),
        PartialDate.of(today),
    )
    return replace(made, note=text)
