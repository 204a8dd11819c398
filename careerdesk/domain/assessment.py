"""Attempts at the assessment and what was answered in them, each with its day."""

from __future__ import annotations

import enum
import uuid
from dataclasses import dataclass
from datetime import date
from typing import Final, NewType

from careerdesk.domain.catalogue import Goal
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.fields import (
    private,
    require_currency,
    require_order,
    require_range,
    require_text,
)
from careerdesk.domain.partial_date import PartialDate

AttemptId = NewType("AttemptId", uuid.UUID)
AnswerId = NewType("AnswerId", uuid.UUID)


class AnswerPart(enum.Enum):
    """The part of the assessment that a question belongs to."""

    INTEREST = "interest"
    GOAL = "goal"
    TOP_GOAL = "top_goal"  # one of the three that would decide between two good offers
    GATE = "gate"  # one level for a whole group of skills, asked first
    SKILL = "skill"
    REPEAT = "repeat"  # a skill asked once more at the end
    ROLE = "role"  # a role whose skills are asked, where none is aimed at yet
    REASON = "reason"  # why a level differs much from the earlier one, see ``RetestPart.reasons``


class AnswerState(enum.Enum):
    """Whether a question was answered; one that was never shown has no answer at all."""

    GIVEN = "given"
    NOT_SURE = "not_sure"
    DECLINED = "declined"


class Route(enum.Enum):
    """How the person means to get into the next role."""

    INTERNAL = "internal"
    EMPLOYER = "employer"
    FREELANCE = "freelance"
    NOT_SURE = "not_sure"


_ABOUT_GOALS: Final = (AnswerPart.GOAL, AnswerPart.TOP_GOAL)
_GOALS: Final = frozenset(goal.value for goal in Goal)
# The place of an attempt whose answers came from a file.
FROM_FILE: Final = "file"
# The lowest and the highest answer of each part.
RANGES: Final = {
    AnswerPart.INTEREST: (0, 4),
    AnswerPart.GOAL: (1, 5),
    AnswerPart.TOP_GOAL: (1, 1),
    AnswerPart.GATE: (0, 5),
    AnswerPart.SKILL: (0, 5),
    AnswerPart.REPEAT: (0, 5),
    AnswerPart.ROLE: (1, 1),
    AnswerPart.REASON: (1, 3),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One run through the assessment; ``finished`` is None while it is paused.

    ``number`` counts the attempts of a desk from 1, so that two of one day have an order.
    ``version`` is that of the questions asked. The practical answers: ``hours_per_week`` for
    learning, ``ready_by`` when, the pay that must at least be reached (``pay_floor_minor`` in
    minor units of ``pay_currency``, which never enters a score) and the ``route``. ``place`` is
    the page to go on from.
    """

    id: AttemptId
    started: date
    finished: date | None = None
    number: int = 1
    version: int = 1
    place: str = ""
    hours_per_week: int | None = None
    ready_by: date | None = None
    pay_floor_minor: int | None = private(None)
    pay_currency: str = private("")
    route: Route = Route.NOT_SURE
    note: str = private("")
    is_private: bool = False

    def __post_init__(self) -> None:
        require_range("number", self.number, 1, 10**6)
        require_range("hours a week", self.hours_per_week, 0, 40)
        require_range("pay", self.pay_floor_minor, 0, 10**12)
        require_currency("currency", self.pay_currency)
        ended = None if self.finished is None else PartialDate.of(self.finished)
        require_order("end of the assessment", PartialDate.of(self.started), ended)

    @classmethod
    def new(cls, started: date, *, version: int, number: int = 1) -> Attempt:
        """Create an attempt that has not been stored yet."""
        return cls(id=AttemptId(uuid.uuid4()), started=started, number=number, version=version)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was said to one question; ``value`` is None unless an answer was given.

    ``milliseconds`` is the time the question took, None if it is not known.
    """

    id: AnswerId
    attempt_id: AttemptId
    part: AnswerPart
    item: str
    state: AnswerState
    value: int | None = None
    milliseconds: int | None = None

    def __post_init__(self) -> None:
        require_text("question", self.item)
        if self.part in _ABOUT_GOALS and self.item not in _GOALS:
            raise InvalidValueError("question", f"“{self.item}” is about no goal that there is")
        require_range(f"answer to {self.item}", self.value, *RANGES[self.part])
        require_range("time", self.milliseconds, 0, 24 * 60 * 60 * 1000)
        if (self.value is not None) != (self.state is AnswerState.GIVEN):
            raise InvalidValueError(f"answer to {self.item}", "has a value only if it was given")

    @classmethod
    def new(
        cls,
        attempt_id: AttemptId,
        part: AnswerPart,
        item: str,
        value: int | None,
        *,
        state: AnswerState | None = None,
        milliseconds: int | None = None,
    ) -> Answer:
        """Create an answer that has not been stored yet; no value means not sure by default."""
        by_value = AnswerState.NOT_SURE if value is None else AnswerState.GIVEN
        return cls(
            id=AnswerId(uuid.uuid4()),
            attempt_id=attempt_id,
            part=part,
            item=item,
            state=state or by_value,
            value=value,
            milliseconds=milliseconds,
        )
