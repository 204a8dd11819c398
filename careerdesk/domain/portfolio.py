"""What a person chooses about the portfolio: sections, their order, and what stays out of it.

The choices are records like all others, so that backups carry them and undo knows them.
"""

from __future__ import annotations

import enum
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NewType

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.experience import EducationId, PositionId
from careerdesk.domain.fields import require_range
from careerdesk.domain.learning import CertificateId, LearningItemId
from careerdesk.domain.profile import LinkId
from careerdesk.domain.skills import SkillId

if TYPE_CHECKING:
    from collections.abc import Iterable

PortfolioSectionId = NewType("PortfolioSectionId", uuid.UUID)
PortfolioHiddenId = NewType("PortfolioHiddenId", uuid.UUID)

# A section has one record on every desk, so its id follows from what it is.
_SECTIONS: Final = uuid.UUID("6f1c1a52-7f0f-5d0e-9a55-1d3a58c2b003")


class Section(enum.Enum):
    """The sections after cover and contents, in their usual order."""

    STATEMENT = "statement"
    SKILLS = "skills"
    EXPERIENCE = "experience"
    LEARNING = "learning"
    CERTIFICATES = "certificates"
    NETWORK = "network"
    READINESS = "readiness"
    ROLE_SKILLS = "role skills"
    GAPS = "gaps"


# Printed only if somebody ticks them: what is missing for a role is not for every reader.
UNTICKED: Final = frozenset({Section.READINESS, Section.ROLE_SKILLS, Section.GAPS})


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioSection:
    """Whether a section is printed, and its place among the others: the lowest rank comes first."""

    id: PortfolioSectionId
    section: Section
    rank: int
    is_shown: bool = True

    def __post_init__(self) -> None:
        require_range("rank", self.rank, 0, 1000)

    @classmethod
    def new(cls, section: Section, rank: int, *, is_shown: bool = True) -> PortfolioSection:
        """Create the choice for a section that has not been stored yet."""
        key = PortfolioSectionId(uuid.uuid5(_SECTIONS, section.value))
        return cls(id=key, section=section, rank=rank, is_shown=is_shown)


HIDDEN_FIELDS: Final = (
    "link_id",
    "skill_id",
    "position_id",
    "education_id",
    "learning_item_id",
    "certificate_id",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioHidden:
    """One record that is left out of the portfolio, though it is not private."""

    id: PortfolioHiddenId
    link_id: LinkId | None = None
    skill_id: SkillId | None = None
    position_id: PositionId | None = None
    education_id: EducationId | None = None
    learning_item_id: LearningItemId | None = None
    certificate_id: CertificateId | None = None

    def __post_init__(self) -> None:
        if sum(getattr(self, name) is not None for name in HIDDEN_FIELDS) != 1:
            raise InvalidValueError("hidden record", "must be exactly one")

    @property
    def record_id(self) -> uuid.UUID:
        """The id of the record that is left out."""
        found: uuid.UUID = next(filter(None, (getattr(self, name) for name in HIDDEN_FIELDS)))
        return found

    @classmethod
    def new(cls, field: str, key: uuid.UUID) -> PortfolioHidden:
        """Leave out the record with this id, which ``field`` of HIDDEN_FIELDS is to name."""
        named: dict[str, Any] = {field: key}
        return cls(id=PortfolioHiddenId(uuid.uuid4()), **named)


def in_order(stored: Iterable[PortfolioSection]) -> tuple[PortfolioSection, ...]:
    """Return what holds for every section, in the order of the document.

    A section nobody chose anything about stands where it usually does, shown unless it is one of
    those to be ticked first.
    """
    chosen: dict[Section, PortfolioSection] = {}
    for one in sorted(stored, key=lambda one: (one.rank, one.id)):
        chosen.setdefault(one.section, one)
    usual = {section: place for place, section in enumerate(Section)}
    every = [
        chosen.get(section)
        or PortfolioSection.new(section, usual[section], is_shown=section not in UNTICKED)
        for section in Section
    ]
    return tuple(sorted(every, key=lambda one: (one.rank, usual[one.section])))
