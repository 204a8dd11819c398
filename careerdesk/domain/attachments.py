"""Files kept with records; the bytes are found by their SHA-256 and stored once."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from typing import Final, NewType

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.evidence import EvidenceId
from careerdesk.domain.experience import EducationId, PositionId
from careerdesk.domain.fields import require_range, require_text
from careerdesk.domain.learning import CertificateId, LearningItemId
from careerdesk.domain.network import ContactId, ConversationId
from careerdesk.domain.profile import ProfileId
from careerdesk.domain.skills import SkillId

AttachmentId = NewType("AttachmentId", uuid.UUID)

MAX_ATTACHMENT_BYTES: Final = 25 * 1024 * 1024
OWNER_FIELDS: Final = (
    "profile_id",
    "skill_id",
    "position_id",
    "education_id",
    "learning_item_id",
    "certificate_id",
    "contact_id",
    "conversation_id",
    "evidence_id",
)
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file kept with exactly one record; ``size`` is in bytes, at most 25 MB."""

    id: AttachmentId
    file_name: str
    media_type: str
    size: int
    sha256: str
    profile_id: ProfileId | None = None
    skill_id: SkillId | None = None
    position_id: PositionId | None = None
    education_id: EducationId | None = None
    learning_item_id: LearningItemId | None = None
    certificate_id: CertificateId | None = None
    contact_id: ContactId | None = None
    conversation_id: ConversationId | None = None
    evidence_id: EvidenceId | None = None
    is_private: bool = False

    def __post_init__(self) -> None:
        require_text("file name", self.file_name)
        require_range("file size", self.size, 0, MAX_ATTACHMENT_BYTES)
        if not _SHA256.fullmatch(self.sha256):
            raise InvalidValueError("file digest", "is not a SHA-256")
        if sum(getattr(self, name) is not None for name in OWNER_FIELDS) != 1:
            raise InvalidValueError("attachment", "must belong to exactly one record")
