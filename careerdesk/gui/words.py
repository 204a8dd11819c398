"""What levels, kinds and states are called in the window: one place for every enum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.actions import ActionKind
from careerdesk.domain.catalogue import Goal
from careerdesk.domain.evidence import EvidenceKind, EvidenceTier
from careerdesk.domain.file_kinds import FileKind
from careerdesk.domain.learning import LearningKind, LearningStatus
from careerdesk.domain.network import FUNCTIONS, ConversationKind
from careerdesk.domain.skills import Level
from careerdesk.gui.text import to_translate, translate

if TYPE_CHECKING:
    import enum

_LEVELS: Final = {
    Level.NONE: to_translate("words", "None"),
    Level.AWARE: to_translate("words", "Aware"),
    Level.ASSISTED: to_translate("words", "Assisted"),
    Level.INDEPENDENT: to_translate("words", "Independent"),
    Level.ADVANCED: to_translate("words", "Advanced"),
    Level.LEADING: to_translate("words", "Leading"),
}
_INTEREST: Final = (
    to_translate("words", "Not at all"),
    to_translate("words", "A little"),
    to_translate("words", "Somewhat"),
    to_translate("words", "Much"),
    to_translate("words", "Very much"),
)
_CHOICES: Final[dict[Any, str]] = {
    LearningKind.COURSE: to_translate("words", "Course"),
    LearningKind.BOOK: to_translate("words", "Book"),
    LearningKind.CERTIFICATION: to_translate("words", "Certification"),
    LearningKind.WORKSHOP: to_translate("words", "Workshop"),
    LearningStatus.PLANNED: to_translate("words", "Planned"),
    LearningStatus.ACTIVE: to_translate("words", "Active"),
    LearningStatus.DONE: to_translate("words", "Done"),
    LearningStatus.DROPPED: to_translate("words", "Dropped"),
    ConversationKind.COFFEE: to_translate("words", "Coffee"),
    ConversationKind.CALL: to_translate("words", "Call"),
    ConversationKind.VIDEO: to_translate("words", "Video call"),
    ConversationKind.MEETING: to_translate("words", "Meeting"),
    ConversationKind.INTERVIEW: to_translate("words", "Interview"),
    ConversationKind.EVENT: to_translate("words", "Event"),
    ConversationKind.MESSAGE: to_translate("words", "Message"),
    ConversationKind.OTHER: to_translate("words", "Other"),
    EvidenceKind.COURSE: to_translate("words", "Course or book"),
    EvidenceKind.CERTIFICATE: to_translate("words", "Certificate"),
    EvidenceKind.DESCRIPTION: to_translate("words", "Described in own words"),
    EvidenceKind.PROJECT: to_translate("words", "Project"),
    EvidenceKind.OUTCOME: to_translate("words", "Outcome"),
    EvidenceKind.CONVERSATION: to_translate("words", "Conversation"),
    EvidenceKind.FILE: to_translate("words", "File"),
    EvidenceKind.LINK: to_translate("words", "Link"),
    ActionKind.RESOURCE: to_translate("words", "Learn"),
    ActionKind.PRACTICE: to_translate("words", "Practise"),
    ActionKind.PERSON: to_translate("words", "Ask somebody"),
    Goal.AUTONOMY: to_translate("words", "Autonomy"),
    Goal.IMPACT: to_translate("words", "Impact"),
    Goal.INCOME: to_translate("words", "Income"),
    Goal.STABILITY: to_translate("words", "Stability"),
    Goal.GROWTH: to_translate("words", "Growth"),
    Goal.RECOGNITION: to_translate("words", "Recognition"),
    Goal.COLLABORATION: to_translate("words", "Collaboration"),
    Goal.FOCUS: to_translate("words", "Focus"),
    Goal.FLEXIBILITY: to_translate("words", "Flexibility"),
    Goal.LEADERSHIP: to_translate("words", "Leadership"),
}
_TIERS: Final = {
    EvidenceTier.CLAIM: to_translate("words", "Claim only"),
    EvidenceTier.DESCRIBED: to_translate("words", "Described"),
    EvidenceTier.ARTEFACT: to_translate("words", "Artefact"),
    EvidenceTier.ASSESSED: to_translate("words", "Assessed"),
    EvidenceTier.OBSERVED: to_translate("words", "Observed"),
}
_FUNCTIONS: Final = {
    "technical": to_translate("words", "Technical"),
    "product": to_translate("words", "Product"),
    "design": to_translate("words", "Design"),
    "business": to_translate("words", "Business"),
    "other": to_translate("words", "Other"),
}


_FILES: Final = {
    FileKind.PDF: to_translate("words", "PDF"),
    FileKind.PICTURE: to_translate("words", "Picture"),
    FileKind.TEXT: to_translate("words", "Text"),
    FileKind.TABLE: to_translate("words", "Table"),
    FileKind.DOCUMENT: to_translate("words", "Document"),
}


def level_words(level: Level) -> str:
    """Return the name of a skill level."""
    return translate("words", _LEVELS[level])


def interest_words(interest: int | None) -> str:
    """Return how much somebody likes to use a skill, empty for unknown."""
    return "" if interest is None else translate("words", _INTEREST[interest])


def tier_words(tier: EvidenceTier) -> str:
    """Return what a strength of evidence is called."""
    return translate("words", _TIERS[tier])


def choice_words(value: enum.Enum) -> str:
    """Return what a kind or a status is called."""
    return translate("words", _CHOICES[value])


def function_words(function: str) -> str:
    """Return what a function of contacts is called; one the user has named stays as it is."""
    return translate("words", _FUNCTIONS[function]) if function in FUNCTIONS else function


def file_kind_words(kind: FileKind, suffix: str) -> str:
    """Return what a kind of file is called; of one without a name the ending tells."""
    if kind in _FILES:
        return translate("words", _FILES[kind])
    if not suffix:
        return translate("words", "File")
    return translate("words", "{ending} file").format(ending=suffix.lstrip(".").upper())
