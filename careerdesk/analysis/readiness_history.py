"""How the readiness for a role came about: every day on which it moved, and what moved it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby
from math import lcm
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.supported import ceiling, supported_level
from careerdesk.domain.catalogue import Requirement, RoleProfile
from careerdesk.domain.evidence import Evidence
from careerdesk.domain.skills import Level, Rating, Skill, SkillId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdesk.analysis.readiness import SkillRecord

# Every target divides it, so that a level's part of a target is a whole number of these units.
_UNITS: Final = lcm(1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One skill of a role that stood differently after a day than before it.

    ``before`` and ``after`` are the ratings, ``supported_before`` and ``supported_after`` the
    levels that evidence supports; None is unknown. ``rating`` is the one that counts since that
    day, None without a new one, ``evidence`` what came up on it.
    """

    requirement: Requirement
    before: Level | None
    after: Level | None
    supported_before: Level | None
    supported_after: Level | None
    rating: Rating | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The coverage of a role from a day on, each from 0 to 1, and what moved it on that day.

    ``claimed`` and ``evidenced`` count an unknown level as 0, ``claimed_high`` as its target.
    """

    on: date
    claimed: Fraction
    claimed_high: Fraction
    evidenced: Fraction
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessChange:
    """What became of the readiness between two days, and everything that moved it on the way.

    ``first`` is the day it is counted from.
    """

    first: date
    last: date
    claimed: Fraction
    evidenced: Fraction
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessHistory:
    """The steps of the readiness for a role, in order of time."""

    profile: RoleProfile
    steps: tuple[Step, ...]

    def as_of(self, day: date) -> Step | None:
        """Return the last step up to and including a day; None before the first, where all is 0."""
        count = bisect_right(self.steps, day, key=attrgetter("on"))
        return self.steps[count - 1] if count else None

    def change(self, first: date, last: date) -> ReadinessChange:
        """Return what changed after the first day up to and including the last."""
        before, after = self.as_of(first), self.as_of(last)
        return ReadinessChange(
            first=first,
            last=last,
            claimed=_claimed(after) - _claimed(before),
            evidenced=_evidenced(after) - _evidenced(before),
            moves=tuple(
                move for step in self.steps if first < step.on <= last for move in step.moves
            ),
        )

    def since(self, first: date, last: date) -> ReadinessChange:
        """Return what changed from the first day on up to and including the last.

        Where nothing is known from before that day there is nothing to compare with: it is then
        what changed after the first step, whose day the change bears. Unknown is not 0.
        """
        before = first - timedelta(days=1) if first > date.min else first
        if self.as_of(before) is not None or not self.steps:
            return replace(self.change(before, last), first=first)
        return self.change(self.steps[0].on, last)


def readiness_history(
    profile: RoleProfile, record: SkillRecord, *, until: date
) -> ReadinessHistory:
    """Return every day up to and including one on which a skill of a role stood differently.

    Of two ratings on one day the one listed later counts; evidence counts from the last day its
    date may stand for. A role that names no skills has no steps.
    """
    skills = record.skills_of(profile)
    standings = [_Standing(one, skills.get(one.skill)) for one in profile.requirements]
    total = profile.total_weight * _UNITS
    steps = []
    for day, of_day in groupby(_events(record, skills.values(), until), key=_day_of):
        moves = _moves(standings, [what for _, what in of_day])
        if moves:
            claimed = sum(one.claimed for one in standings)
            unknown = sum(one.worth for one in standings if one.level is None)
            evidenced = sum(one.evidenced for one in standings)
            steps.append(
                Step(
                    on=day,
                    claimed=Fraction(claimed, total),
                    claimed_high=Fraction(claimed + unknown, total),
                    evidenced=Fraction(evidenced, total),
                    moves=moves,
                )
            )
    return ReadinessHistory(profile=profile, steps=tuple(steps))


_Event = tuple[date, Rating | Evidence]


def _events(record: SkillRecord, skills: Iterable[Skill], until: date) -> list[_Event]:
    """Return all that was rated and shown, by day."""
    events: list[_Event] = []
    for skill in {one.id: one for one in skills}.values():
        events += ((one.on, one) for one in record.ratings_of(skill))
        events += ((one.on.last_day(), one) for one in record.evidence_of(skill))
    events = [event for event in events if _day_of(event) <= until]
    events.sort(key=_day_of)  # stable, so that ratings of one day stay in order
    return events


def _day_of(event: _Event) -> date:
    return event[0]


def _moves(standings: Iterable[_Standing], events: Iterable[Rating | Evidence]) -> tuple[Move, ...]:
    """Take in what came on one day."""
    rated: dict[SkillId, Rating] = {}
    shown: dict[SkillId, list[Evidence]] = {}
    for one in events:
        if isinstance(one, Rating):
            rated[one.skill_id] = one
        else:
            shown.setdefault(one.skill_id, []).append(one)
    moves = (
        one.move(rated.get(one.skill_id), tuple(shown.get(one.skill_id, ())))
        for one in standings
        if one.skill_id in rated or one.skill_id in shown
    )
    return tuple(move for move in moves if move is not None)


class _Standing:
    """Where one skill of a role stands while the days go by.

    ``worth`` is what it adds if its target is reached, ``claimed`` and ``evidenced`` what it adds
    as rated and as supported, all in units of weight.
    """

    def __init__(self, requirement: Requirement, skill: Skill | None) -> None:
        self.skill_id = skill.id if skill else None
        self.worth = requirement.weight * _UNITS
        self.level: Level | None = None
        self.claimed = self.evidenced = 0
        self._requirement, self._ceiling = requirement, Level.NONE

    def move(self, rating: Rating | None, evidence: tuple[Evidence, ...]) -> Move | None:
        """Take in what came on a day; None if the skill stands as before."""
        before, supported_before = self.level, supported_level(self.level, self._ceiling)
        if rating:
            self.level = rating.level
        self._ceiling = max((self._ceiling, *(ceiling(one.kind, one.tier) for one in evidence)))
        supported = supported_level(self.level, self._ceiling)
        if (before, supported_before) == (self.level, supported):
            return None
        self.claimed, self.evidenced = self._reached(self.level), self._reached(supported)
        return Move(
            requirement=self._requirement,
            before=before,
            after=self.level,
            supported_before=supported_before,
            supported_after=supported,
            rating=rating,
            evidence=evidence,
        )

    def _reached(self, level: Level | None) -> int:
        target = self._requirement.level
        return self.worth // target * min(level or 0, target)


def _claimed(step: Step | None) -> Fraction:
    return step.claimed if step else Fraction(0)


def _evidenced(step: Step | None) -> Fraction:
    return step.evidenced if step else Fraction(0)
