"""The assessment as it is asked: statements, questions, scales and the rules they come with.

The statements, questions and anchors were written for CareerDesk. They are not validated: there are
no norms and no reliability. The six types of interests are John Holland's theory.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from careerdesk.domain.catalogue import Goal, InterestType
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.evidence import EvidenceTier
from careerdesk.domain.fields import require_range
from careerdesk.domain.plain_tables import TableFaultError, refuse_twice
from careerdesk.domain.scoring import (
    CAUTIOUS_DEDUCTION,
    CHOSEN_GOALS,
    FRESH_YEARS,
    LEAST_ANSWERS,
    LEAST_ITEM_SPREAD,
    LEAST_SECONDS,
    LEAST_SIGMA,
    LEAST_SPREAD,
    MATCH_LIMITS,
    MOST_SKIPPED,
    RELIABILITY,
    RETEST_MONTHS,
    SAME_ANSWERS,
    SIGMA_PER_YEAR,
    SIGMAS,
    UNSTEADY_LEVELS,
    UNSTEADY_SIGMA,
)
from careerdesk.domain.skills import Level

ITEMS_PER_TYPE: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer of a scale: the number that is stored, and the words that are shown."""

    value: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestTypeText:
    """What a type of interests is called, and what it is in one phrase."""

    type: InterestType
    name: str
    gist: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestItem:
    """One statement about an activity; ``facet`` says which side of its type it asks about."""

    id: str
    type: InterestType
    facet: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchBand:
    """The word for a correlation of ``at_least`` so much, up to the next better word."""

    at_least: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestPart:
    """The statements about interests, the same order for everybody so that retests compare.

    A type with fewer than ``needed_answers`` is unknown; with more than ``most_skipped`` skipped
    statements there is no result. A profile whose six scores have a standard deviation below
    ``flat_below`` has no shape to compare. A gentle question is due when ``same_answers`` or more
    statements have the same answer, when the standard deviation of all answers is below
    ``even_below``, and when the median time of an answer is below ``fewest_seconds``.
    """

    instruction: str
    options: tuple[Option, ...]
    types: tuple[InterestTypeText, ...]
    items: tuple[InterestItem, ...]
    match_bands: tuple[MatchBand, ...]
    match_bands_basis: str
    needed_answers: int
    most_skipped: int
    flat_below: float
    same_answers: int
    even_below: float
    fewest_seconds: float

    def __post_init__(self) -> None:
        _require_scale("options", self.options, 0)
        order = list(InterestType)
        if [one.type for one in self.types] != order:
            raise InvalidValueError("types", "must be the six types in their usual order")
        if len(self.items) != ITEMS_PER_TYPE * len(order):
            wanted = ITEMS_PER_TYPE * len(order)
            raise InvalidValueError("items", f"must be {wanted}, not {len(self.items)}")
        for at, item in enumerate(self.items):
            kind, number = order[at % len(order)], at // len(order) + 1
            start = f"the items must rotate through the types: after {at} comes"
            if item.id != f"{kind.value}{number}":
                reason = f"{start} {kind.value}{number}, not {item.id}"
                raise TableFaultError(("items", at, "id"), reason)
            if item.type is not kind:
                reason = f"{start} the type {kind.value}, not {item.type.value}"
                raise TableFaultError(("items", at, "type"), reason)
        if len(self.match_bands) != len(MATCH_LIMITS):
            raise InvalidValueError("match_bands", f"must be {len(MATCH_LIMITS)}")
        for at, (band, limit) in enumerate(zip(self.match_bands, MATCH_LIMITS, strict=True)):
            if band.at_least != limit:
                reason = f"the at_least {_other(limit, band.at_least)}"
                raise TableFaultError(("match_bands", at, "at_least"), reason)
        refuse_twice([one.text for one in self.items], "text", ("items",))
        _require("needed_answers", self.needed_answers, LEAST_ANSWERS)
        _require("most_skipped", self.most_skipped, MOST_SKIPPED)
        _require("flat_below", self.flat_below, LEAST_SPREAD)
        _require("same_answers", self.same_answers, SAME_ANSWERS)
        _require("even_below", self.even_below, LEAST_ITEM_SPREAD)
        _require("fewest_seconds", self.fewest_seconds, LEAST_SECONDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalQuestion:
    """One question about a goal, with the words at the high and the low end of the scale."""

    goal: Goal
    text: str
    high_end: str
    low_end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalPart:
    """The questions about goals, and then the few that would decide."""

    instruction: str
    options: tuple[Option, ...]
    questions: tuple[GoalQuestion, ...]
    then: str
    chosen: int

    def __post_init__(self) -> None:
        _require_scale("options", self.options, 1)
        if sorted(one.goal.value for one in self.questions) != sorted(one.value for one in Goal):
            raise InvalidValueError("questions", "must ask about every goal once")
        refuse_twice([one.text for one in self.questions], "text", ("questions",))
        _require("chosen", self.chosen, CHOSEN_GOALS)


class AnswerKind(enum.Enum):
    """What the answer to a practical question is."""

    HOURS = "hours"
    DATE = "date"
    AMOUNT = "amount"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticalQuestion:
    """A question about circumstances; ``note`` says what becomes of the answer.

    ``usual`` is what is offered at first. ``choices`` maps what is stored to what is shown.
    """

    id: str
    text: str
    kind: AnswerKind
    note: str
    usual: int | None = None
    choices: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelText:
    """One level of skill: its name, what was done, and what comes near it on other scales.

    ``dreyfus`` and ``ddat`` are names of stages there and ``sfia`` a range of levels of
    responsibility; all three are for orientation and judged, not equivalent.
    """

    level: Level
    name: str
    anchor: str
    dreyfus: str
    ddat: str
    sfia: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelPart:
    """How skills are rated: the question, the six levels, and in which order is asked.

    First comes one rating for each group. Groups rated 0 are skipped and their skills are 0; then
    the skills of the roles aimed at and of groups rated ``from_gate`` or more are asked, at most
    ``most_ratings`` at the first time. ``recency`` are the answers to ``recency_question``.
    """

    question: str
    gate_question: str
    not_sure: str
    unrated: str
    texts: tuple[LevelText, ...]
    crosswalk_caution: str
    recency_question: str
    recency: tuple[str, ...]
    from_gate: Level
    most_ratings: int

    def __post_init__(self) -> None:
        if [one.level for one in self.texts] != list(Level):
            raise InvalidValueError("texts", "must be the six levels from 0 to 5")
        refuse_twice([one.name for one in self.texts], "name", ("texts",))
        refuse_twice([one.anchor for one in self.texts], "anchor", ("texts",))
        require_range("from_gate", int(self.from_gate), 1, 5)
        require_range("most_ratings", self.most_ratings, 1, 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceTierText:
    """One strength of evidence: its name, what it takes, and how sure it makes a level.

    ``sigma`` is the standard deviation of the level in scale points.
    """

    tier: EvidenceTier
    name: str
    needs: str
    sigma: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePart:
    """What evidence does to a rating; the rating itself is never overwritten.

    ``yearly_sigma`` is added for each full year after the first ``fresh_years`` since the date of
    a piece. Independent pieces are combined down to ``lowest_sigma`` at best; pieces of one
    project count once. The cautious view takes ``cautious_levels`` off ratings without evidence;
    it is off unless asked for.
    """

    tiers: tuple[EvidenceTierText, ...]
    sigma_meaning: str
    sigma_basis: str
    lowest_sigma: float
    yearly_sigma: float
    fresh_years: int
    ceilings: tuple[str, ...]
    cautious_levels: float
    cautious_note: str

    def __post_init__(self) -> None:
        if [one.tier for one in self.tiers] != list(EvidenceTier):
            raise InvalidValueError("tiers", "must be the five strengths from 0 to 4")
        for at, one in enumerate(self.tiers):
            if one.sigma != SIGMAS[one.tier]:
                reason = f"the sigma {_other(SIGMAS[one.tier], one.sigma)}"
                raise TableFaultError(("tiers", at, "sigma"), reason)
        _require("lowest_sigma", self.lowest_sigma, LEAST_SIGMA)
        _require("yearly_sigma", self.yearly_sigma, SIGMA_PER_YEAR)
        _require("fresh_years", self.fresh_years, FRESH_YEARS)
        _require("cautious_levels", self.cautious_levels, float(CAUTIOUS_DEDUCTION))


@dataclass(frozen=True, slots=True, kw_only=True)
class RetestPart:
    """When the questions come again, and what counts as a change.

    Interests are offered again after ``interests_after_months``; until own data exist the
    reliability of their scales is taken to be ``reliability``. A skill that is asked twice in one
    sitting and differs by ``repeat_difference`` levels or more adds ``repeat_sigma`` to the sigma
    of all ratings without evidence.
    """

    interests_after_months: int
    reliability: float
    reliability_basis: str
    interests: str
    skills: str
    reasons: tuple[str, ...]
    repeat_difference: int
    repeat_sigma: float

    def __post_init__(self) -> None:
        _require("interests_after_months", self.interests_after_months, RETEST_MONTHS)
        _require("reliability", self.reliability, RELIABILITY)
        _require("repeat_difference", self.repeat_difference, UNSTEADY_LEVELS)
        _require("repeat_sigma", self.repeat_sigma, UNSTEADY_SIGMA)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeBudget:
    """The seconds planned for each part; a planning figure until it has been measured."""

    interests: int
    goals: int
    gates: int
    ratings: int
    evidence: int
    practical: int
    basis: str

    def __post_init__(self) -> None:
        for name in ("interests", "goals", "gates", "ratings", "evidence", "practical"):
            require_range(name, getattr(self, name), 1, 3600)

    @property
    def total(self) -> int:
        """The seconds planned for all of it."""
        parts = (self.interests, self.goals, self.gates, self.ratings, self.evidence)
        return sum(parts) + self.practical


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """The whole assessment; ``version`` is stored with every attempt.

    ``disclosures`` are shown with every result.
    """

    version: int
    purpose: str
    time: TimeBudget
    interests: InterestPart
    goals: GoalPart
    practical: tuple[PracticalQuestion, ...]
    levels: LevelPart
    evidence: EvidencePart
    retest: RetestPart
    disclosures: tuple[str, ...]

    def __post_init__(self) -> None:
        require_range("version", self.version, 1, 10_000)
        if not self.disclosures:
            raise InvalidValueError("disclosures", "must be there")


def _require_scale(name: str, options: tuple[Option, ...], first: int) -> None:
    """Refuse answers whose values are not five numbers in a row."""
    if [one.value for one in options] != list(range(first, first + 5)):
        raise InvalidValueError(name, f"must be five, valued {first} to {first + 4}")
    refuse_twice([one.label for one in options], "label", (name,))


def _require(name: str, stated: float, used: float) -> None:
    """Refuse a text that states another figure than the one by which is scored."""
    if stated != used:
        raise InvalidValueError(name, _other(used, stated))


def _other(used: float, stated: float) -> str:
    return f"must be {used:g}, by which the program scores, not {stated:g}"
