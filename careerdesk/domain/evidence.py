"""What shows that a skill is mastered: pieces of evidence, each with a day and a strength."""

from __future__ import annotations

import enum
import uuid
from dataclasses import dataclass
from typing import Final, NewType

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.fields import private, require_text, require_web_address
from careerdesk.domain.learning import CertificateId, LearningItemId
from careerdesk.domain.network import ConversationId
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import SkillId

EvidenceId = NewType("EvidenceId", uuid.UUID)

# The records a piece of evidence may point to, at most one of them.
SOURCE_FIELDS: Final = ("learning_item_id", "certificate_id", "conversation_id")


class EvidenceKind(enum.Enum):
    """What sort of thing shows the skill; it decides how high a level it can support."""

    COURSE = "course"
    CERTIFICATE = "certificate"
    DESCRIPTION = "description"
    PROJECT = "project"
    OUTCOME = "outcome"
    CONVERSATION = "conversation"
    FILE = "file"
    LINK = "link"


class EvidenceTier(enum.IntEnum):
    """How checkable a piece of evidence is, from a claim to what others observed."""

    CLAIM = 0
    DESCRIBED = 1
    ARTEFACT = 2
    ASSESSED = 3
    OBSERVED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One piece of evidence for one skill; its file, if it has one, is an attachment.

    ``on`` is when it came about; it counts from the last day that may be. ``project`` names what
    it is a part of: pieces of one project count once. ``note`` says what was done, when, for whom
    and with what result.
    """

    id: EvidenceId
    skill_id: SkillId
    title: str
    kind: EvidenceKind
    tier: EvidenceTier
    on: PartialDate
    project: str = ""
    url: str = ""
    learning_item_id: LearningItemId | None = None
    certificate_id: CertificateId | None = None
    conversation_id: ConversationId | None = None
    note: str = private("")
    is_private: bool = False

    def __post_init__(self) -> None:
        require_text("title", self.title)
        require_web_address("web address", self.url)
        if sum(getattr(self, name) is not None for name in SOURCE_FIELDS) > 1:
            raise InvalidValueError("evidence", "can point to one record only")

    @classmethod
    def new(
        cls,
        skill_id: SkillId,
        title: str,
        kind: EvidenceKind,
        tier: EvidenceTier,
        on: PartialDate,
    ) -> Evidence:
        """Create a piece of evidence that has not been stored yet."""
        return cls(
            id=EvidenceId(uuid.uuid4()), skill_id=skill_id, title=title, kind=kind, tier=tier, on=on
        )

    @property
    def has_source(self) -> bool:
        """Whether a record of the desk stands behind it."""
        return any(getattr(self, name) is not None for name in SOURCE_FIELDS)

    @property
    def is_told(self) -> bool:
        """Whether only its own words say what was done: neither a record nor its kind shows it."""
        return self.kind not in _SHOWN and not self.has_source


_SHOWN: Final = frozenset({EvidenceKind.FILE, EvidenceKind.LINK})


def require_place(piece: Evidence) -> None:
    """Refuse a link that leads nowhere.

    Asked for what is stored from now on: a desk may hold some from before, and stays readable.
    """
    if piece.kind is EvidenceKind.LINK and not piece.url.strip():
        raise InvalidValueError("web address", "must be given, for it is what a link shows")
