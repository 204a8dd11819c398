"""Learning: what is studied, the time spent on it, and the certificates that came of it."""

from __future__ import annotations

import enum
import uuid
from dataclasses import dataclass
from datetime import date
from typing import NewType

from careerdesk.domain.fields import (
    private,
    require_currency,
    require_order,
    require_range,
    require_text,
    require_web_address,
)
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import SkillId

LearningItemId = NewType("LearningItemId", uuid.UUID)
StudySessionId = NewType("StudySessionId", uuid.UUID)
CertificateId = NewType("CertificateId", uuid.UUID)

MINUTES_A_DAY = 24 * 60


class LearningKind(enum.Enum):
    """What kind of thing is studied."""

    COURSE = "course"
    BOOK = "book"
    CERTIFICATION = "certification"
    WORKSHOP = "workshop"


class LearningStatus(enum.Enum):
    """Where a learning item stands."""

    PLANNED = "planned"
    ACTIVE = "active"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningItem:
    """A course, book, certification or workshop; its hours are the sum of its study sessions.

    ``planned_minutes`` and ``cost_minor`` (minor units of ``currency``) may be unknown.
    """

    id: LearningItemId
    title: str
    kind: LearningKind = LearningKind.COURSE
    provider: str = ""
    status: LearningStatus = LearningStatus.PLANNED
    planned_minutes: int | None = None
    cost_minor: int | None = private(None)
    currency: str = ""
    url: str = ""
    started: PartialDate | None = None
    finished: PartialDate | None = None
    note: str = private("")
    is_private: bool = False

    def __post_init__(self) -> None:
        require_text("title", self.title)
        require_range("planned time", self.planned_minutes, 0, 10_000 * 60)
        require_range("cost", self.cost_minor, 0, 10**12)
        require_currency("currency", self.currency)
        require_web_address("web address", self.url)
        require_order("finish date", self.started, self.finished)

    @classmethod
    def new(cls, title: str, kind: LearningKind = LearningKind.COURSE) -> LearningItem:
        """Create a learning item that has not been stored yet."""
        return cls(id=LearningItemId(uuid.uuid4()), title=title, kind=kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class StudySession:
    """Time spent learning on one day, on a learning item, a skill practised, both or neither."""

    id: StudySessionId
    on: date
    minutes: int
    learning_item_id: LearningItemId | None = None
    skill_id: SkillId | None = None
    note: str = private("")
    is_private: bool = False

    def __post_init__(self) -> None:
        require_range("number of minutes", self.minutes, 1, MINUTES_A_DAY)

    @classmethod
    def new(
        cls,
        on: date,
        minutes: int,
        *,
        learning_item_id: LearningItemId | None = None,
        skill_id: SkillId | None = None,
        note: str = "",
    ) -> StudySession:
        """Create a session that has not been stored yet."""
        return cls(
            id=StudySessionId(uuid.uuid4()),
            on=on,
            minutes=minutes,
            learning_item_id=learning_item_id,
            skill_id=skill_id,
            note=note,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A certificate earned, perhaps with an expiry; the scanned file is an attachment."""

    id: CertificateId
    title: str
    issuer: str = ""
    learning_item_id: LearningItemId | None = None
    issued: PartialDate | None = None
    expires: PartialDate | None = None
    credential_id: str = ""
    url: str = ""
    note: str = private("")
    is_private: bool = False

    def __post_init__(self) -> None:
        require_text("title", self.title)
        require_web_address("web address", self.url)
        require_order("expiry date", self.issued, self.expires)

    @classmethod
    def new(cls, title: str, issuer: str = "") -> Certificate:
        """Create a certificate that has not been stored yet."""
        return cls(id=CertificateId(uuid.uuid4()), title=title, issuer=issuer)
