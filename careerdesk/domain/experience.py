"""Work and study so far: positions, what they paid, and education."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import NewType

from careerdesk.domain.fields import (
    private,
    require_currency,
    require_order,
    require_range,
    require_text,
)
from careerdesk.domain.partial_date import PartialDate

PositionId = NewType("PositionId", uuid.UUID)
PayId = NewType("PayId", uuid.UUID)
EducationId = NewType("EducationId", uuid.UUID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One role at one organisation; no end date means that it still lasts."""

    id: PositionId
    title: str
    organization: str = ""
    location: str = ""
    started: PartialDate | None = None
    ended: PartialDate | None = None
    description: str = ""
    note: str = private("")
    is_private: bool = False

    def __post_init__(self) -> None:
        require_text("title", self.title)
        require_order("end date", self.started, self.ended)

    @classmethod
    def new(cls, title: str, organization: str = "") -> Position:
        """Create a position that has not been stored yet."""
        return cls(id=PositionId(uuid.uuid4()), title=title, organization=organization)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """Gross pay a year from a date on; private from birth.

    ``base_minor`` and ``equity_minor`` are in minor units (cents) of ``currency``;
    ``bonus_permille`` is the target bonus in thousandths of the base. Each of them may be None,
    which says unknown and is never counted as 0.
    """

    id: PayId
    position_id: PositionId | None = None
    since: PartialDate | None = None
    currency: str = ""
    base_minor: int | None = None
    bonus_permille: int | None = None
    equity_minor: int | None = None
    note: str = private("")
    is_private: bool = True

    def __post_init__(self) -> None:
        require_currency("currency", self.currency)
        require_range("base pay", self.base_minor, 0, 10**13)
        require_range("bonus", self.bonus_permille, 0, 100_000)
        require_range("equity", self.equity_minor, 0, 10**13)


@dataclass(frozen=True, slots=True, kw_only=True)
class Education:
    """One course of study at a school or university."""

    id: EducationId
    school: str
    degree: str = ""
    started: PartialDate | None = None
    ended: PartialDate | None = None
    description: str = ""
    note: str = private("")
    is_private: bool = False

    def __post_init__(self) -> None:
        require_text("school", self.school)
        require_order("end date", self.started, self.ended)

    @classmethod
    def new(cls, school: str, degree: str = "") -> Education:
        """Create an education entry that has not been stored yet."""
        return cls(id=EducationId(uuid.uuid4()), school=school, degree=degree)
