"""Whether answers about interests look careless, and whether a second run shows a change.

Notices are gentle questions and block nothing.
"""

from __future__ import annotations

import enum
from collections import Counter
from dataclasses import dataclass
from math import sqrt
from statistics import median, pstdev, variance
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.interests import (
    Answers,
    interest_profile,
    skipped,
)
from careerdesk.analysis.months import months_before
from careerdesk.domain.catalogue import InterestType
from careerdesk.domain.scoring import (
    LEAST_ITEM_SPREAD,
    LEAST_SECONDS,
    MOST_SKIPPED,
    RELIABILITY,
    RETEST_MONTHS,
    SAME_ANSWERS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

# The difference that chance exceeds in one of twenty retests, in standard errors of measurement.
_NOTABLE: Final = 1.96 * sqrt(2)


class Notice(enum.Enum):
    """What may make answers about interests unreliable."""

    MANY_SKIPPED = "many_skipped"
    FLAT = "flat"
    HURRIED = "hurried"


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestChange:
    """The score of one type in two runs, from 0 to 4; ``notable`` is the least change to flag."""

    before: float
    after: float
    notable: float

    @property
    def is_flagged(self) -> bool:
        """Whether the scores differ by more than an unchanged interest would explain."""
        return abs(self.after - self.before) > self.notable


def quality_notices(answers: Answers, milliseconds: Iterable[int | None]) -> tuple[Notice, ...]:
    """Return what to ask about; ``milliseconds`` is the time of each item, None if not known.

    Skipped are more than 9 items; flat is the same answer to 30, or a standard deviation of all
    answers below 0.40; hurried is a median below two seconds an item.
    """
    notices = []
    given = [value for values in answers.values() for value in values if value is not None]
    if skipped(answers) > MOST_SKIPPED:
        notices.append(Notice.MANY_SKIPPED)
    elif given and (_most_frequent(given) >= SAME_ANSWERS or pstdev(given) < LEAST_ITEM_SPREAD):
        notices.append(Notice.FLAT)
    times = [time for time in milliseconds if time is not None]
    if times and median(times) < LEAST_SECONDS * 1000:
        notices.append(Notice.HURRIED)
    return tuple(notices)


def interest_changes(before: Answers, after: Answers) -> dict[InterestType, InterestChange]:
    """Return the change of each type whose score is known in both runs.

    Flagged is a difference above 1.96 · sqrt(2) · SEM with SEM = SD · sqrt(1 - reliability), where
    SD is that of the person's own answers to the type, pooled over both runs.
    """
    first, second = interest_profile(before).scores, interest_profile(after).scores
    changes = {}
    for kind in InterestType:
        old, new = first[kind], second[kind]
        if old is not None and new is not None:
            spread = sqrt((_variance(before, kind) + _variance(after, kind)) / 2)
            notable = _NOTABLE * spread * sqrt(1 - RELIABILITY)
            changes[kind] = InterestChange(before=old, after=new, notable=notable)
    return changes


def is_retest_due(finished: date, *, today: date) -> bool:
    """Return whether a run through the items is six months old, so that a second says something."""
    return finished <= months_before(today, RETEST_MONTHS)


def _most_frequent(given: list[int]) -> int:
    return Counter(given).most_common(1)[0][1]


def _variance(answers: Answers, kind: InterestType) -> float:
    return float(variance([value for value in answers[kind] if value is not None]))
