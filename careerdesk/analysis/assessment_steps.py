"""The steps of the assessment in their order: what each asks, and how long it takes.

They follow from what was answered so far, so they are made anew after every step: groups rated 0
close their skills, and skills can be repeated only once they were rated.
"""

from __future__ import annotations

import enum
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from careerdesk.domain.assessment import Answer, AnswerPart, AnswerState

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from careerdesk.analysis.asked_skills import AskedSkill
    from careerdesk.domain.instrument import Instrument
    from careerdesk.domain.skills import Level

Question = tuple[AnswerPart, str]

REPEATED: Final = 2  # skills that are asked once more
_GROUPS: Final = 9  # that the time for all of them is planned for
_LEAST_TO_REPEAT: Final = 4  # with fewer ratings one still knows what one has said
CLAIMS: Final = 8  # levels for which evidence is asked, at most
_LEAST_CLAIM: Final = 2
NOTABLE_CHANGE: Final = 2  # levels from which the reason for a change is asked


class StepKind(enum.Enum):
    """What a step of the assessment is about."""

    INTERESTS = "interests"
    GOALS = "goals"
    TOP_GOALS = "top-goals"
    PRACTICAL = "practical"
    ROLES = "roles"
    GATES = "groups"
    SKILLS = "skills"
    MORE = "more"  # asks whether further skills should be rated
    REPEATS = "repeats"
    CHANGES = "changes"
    EVIDENCE = "evidence"  # whether something shows the highest levels
    END = "end"


class Part(enum.IntEnum):
    """The three parts of the assessment, in their order."""

    INTERESTS = 1
    GOALS = 2
    SKILLS = 3


_PART_OF: Final = {
    StepKind.INTERESTS: Part.INTERESTS,
    StepKind.GOALS: Part.GOALS,
    StepKind.TOP_GOALS: Part.GOALS,
    StepKind.PRACTICAL: Part.GOALS,
}
_ASKS: Final = {
    StepKind.INTERESTS: AnswerPart.INTEREST,
    StepKind.GOALS: AnswerPart.GOAL,
    StepKind.TOP_GOALS: AnswerPart.TOP_GOAL,
    StepKind.ROLES: AnswerPart.ROLE,
    StepKind.GATES: AnswerPart.GATE,
    StepKind.SKILLS: AnswerPart.SKILL,
    StepKind.REPEATS: AnswerPart.REPEAT,
    StepKind.CHANGES: AnswerPart.REASON,
}
_ON_A_STEP: Final = {
    StepKind.INTERESTS: 6,
    StepKind.GOALS: 5,
    StepKind.GATES: 5,
    StepKind.SKILLS: 6,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One short page of the assessment: the ``number``-th of ``count`` about one thing.

    ``items`` are the questions, by the ids that answers have. An extra step asks for skills beyond
    the first ones, which only those see who want to rate more.
    """

    kind: StepKind
    items: tuple[str, ...] = ()
    number: int = 1
    count: int = 1
    is_extra: bool = False

    @property
    def key(self) -> str:
        """What the step is called where one goes on after a pause (``Attempt.place``)."""
        return f"{self.kind.value}-{self.number}"

    @property
    def part(self) -> Part:
        """The part of the assessment it belongs to."""
        return _PART_OF.get(self.kind, Part.SKILLS)

    @property
    def asks(self) -> AnswerPart | None:
        """What its answers are answers to; None if it asks nothing that is answered in levels."""
        return _ASKS.get(self.kind)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of the step."""
        return tuple((self.asks, item) for item in self.items) if self.asks else ()


def assessment_steps(
    instrument: Instrument,
    groups: Sequence[str],
    skills: Sequence[AskedSkill],
    answers: Mapping[Question, Answer],
    earlier: Mapping[str, Level | None],
    *,
    evidenced: Collection[str] = (),
    asks_roles: bool,
    seed: int,
) -> tuple[Step, ...]:
    """Return all steps as far as they are known from what was answered.

    Args:
        instrument: The statements and questions.
        groups: The ids of the groups of skills.
        skills: The skills to rate, the most relevant first (``asked_skills``).
        answers: What was answered so far, by question.
        earlier: The levels of skills before this attempt.
        evidenced: The skills for which there is evidence already.
        asks_roles: Whether roles of interest are asked for, because none is aimed at.
        seed: Decides which skills are repeated.
    """
    most = instrument.levels.most_ratings
    names = [one.skill for one in skills]
    goals = [one.goal.value for one in instrument.goals.questions]
    first = list(_paged(StepKind.SKILLS, names[:most]))
    steps = [
        *_paged(StepKind.INTERESTS, [one.id for one in instrument.interests.items]),
        *_paged(StepKind.GOALS, goals),
        Step(kind=StepKind.TOP_GOALS, items=tuple(goals)),
        Step(kind=StepKind.PRACTICAL),
        *([Step(kind=StepKind.ROLES)] if asks_roles else []),
        *_paged(StepKind.GATES, groups),
        *first,
    ]
    if names[most:]:
        steps.append(Step(kind=StepKind.MORE))
        steps.extend(_paged(StepKind.SKILLS, names[most:], after=len(first)))
    if repeated := _repeated(answers, seed):
        steps.append(Step(kind=StepKind.REPEATS, items=repeated))
    if changed := tuple(name for name in names if _is_notable(name, answers, earlier)):
        steps.append(Step(kind=StepKind.CHANGES, items=changed))
    if claimed := _claims(names, answers, evidenced):
        steps.append(Step(kind=StepKind.EVIDENCE, items=claimed))
    return (*steps, Step(kind=StepKind.END))


def step_at(steps: Sequence[Step], place: str) -> Step:
    """Return the step of a place; the next one if it is gone, the first if there never was one.

    A step goes when its groups are rated 0, or when something shows all that it asks about.
    """
    found = next((one for one in steps if one.key == place), None)
    order = list(StepKind)
    kind = next((one for one in order if place.rpartition("-")[0] == one.value), None)
    if found is not None or kind is None:
        return found or steps[0]
    later = order[order.index(kind) + 1 :]
    return next((one for one in steps if one.kind in later and not one.is_extra), steps[-1])


def step_after(steps: Sequence[Step], at: Step) -> Step:
    """Return the step to go on with; extra ones are passed over unless one of them is left."""
    rest = steps[steps.index(at) + 1 :]
    return next((one for one in rest if at.is_extra or not one.is_extra), steps[-1])


def step_before(steps: Sequence[Step], at: Step, answers: Mapping[Question, Answer]) -> Step | None:
    """Return the step to go back to, None before the first; extra ones only if used."""
    back = reversed(steps[: steps.index(at)])
    return next(
        (
            one
            for one in back
            if at.is_extra or not one.is_extra or any(asked in answers for asked in one.questions)
        ),
        None,
    )


def seconds_of_parts(instrument: Instrument) -> tuple[float, float, float]:
    """Return the time planned for interests, goals and skills, at most, nothing being answered."""
    time = instrument.time
    skills = time.gates + time.ratings + time.evidence + _repeats(instrument)
    return time.interests, time.goals + time.practical, skills


def _repeats(instrument: Instrument) -> float:
    return REPEATED * instrument.time.ratings / instrument.levels.most_ratings


def seconds_left(
    instrument: Instrument, steps: Sequence[Step], at: Step, answers: Mapping[Question, Answer]
) -> float:
    """Return the time planned for what is not answered from a step on.

    Until the groups are rated it is not known which skills will be asked for, nor, until those are
    rated, what will be asked about them. As much is taken as may come, so that it never becomes
    more on the way.
    """
    rest = [one for one in steps[steps.index(at) :] if at.is_extra or not one.is_extra]
    kinds = {one.kind for one in rest if not one.is_extra}
    open_kinds: set[StepKind] = set()  # of which more may come than is known
    seconds = 0.0
    if StepKind.GATES in kinds:
        open_kinds.add(StepKind.SKILLS)
        given = sum(part is AnswerPart.SKILL for part, _ in answers)
        most = instrument.levels.most_ratings
        seconds += instrument.time.ratings * max(most - given, 0) / most
    if open_kinds or StepKind.SKILLS in kinds:
        open_kinds |= {StepKind.REPEATS, StepKind.EVIDENCE}
        seconds += instrument.time.evidence
        if not any(part is AnswerPart.REPEAT for part, _ in answers):
            seconds += _repeats(instrument)
    known = (one for one in rest if one.kind not in open_kinds)
    return seconds + sum(_seconds(instrument, one, answers) for one in known)


def part_done(
    instrument: Instrument, steps: Sequence[Step], at: Step, answers: Mapping[Question, Answer]
) -> float:
    """Return which part of the time planned lies before a step, 0 to 1."""
    before = steps[: steps.index(at)]
    done = sum(_seconds(instrument, one, {}) for one in before if not one.is_extra)
    whole = done + seconds_left(instrument, steps, at, answers)
    return done / whole if whole else 1.0


def _seconds(instrument: Instrument, step: Step, answers: Mapping[Question, Answer]) -> float:
    time = instrument.time
    goals = len(instrument.goals.questions) + instrument.goals.chosen
    if step.kind is StepKind.PRACTICAL:
        return time.practical
    if step.kind is StepKind.EVIDENCE:
        return len(step.items) * time.evidence / CLAIMS
    if step.kind is StepKind.TOP_GOALS:
        return instrument.goals.chosen * time.goals / goals
    each = {
        StepKind.INTERESTS: time.interests / len(instrument.interests.items),
        StepKind.GOALS: time.goals / goals,
        StepKind.GATES: time.gates / _GROUPS,
        StepKind.SKILLS: time.ratings / instrument.levels.most_ratings,
        StepKind.REPEATS: time.ratings / instrument.levels.most_ratings,
    }.get(step.kind, 0.0)
    return each * sum(asked not in answers for asked in step.questions)


def _paged(kind: StepKind, items: Sequence[str], *, after: int = 0) -> Iterator[Step]:
    """Spread questions over steps; those ``after`` others go on with their numbers, as extra."""
    size = _ON_A_STEP[kind]
    parts = [tuple(items[at : at + size]) for at in range(0, len(items), size)]
    for number, part in enumerate(parts, after + 1):
        yield Step(
            kind=kind,
            items=part,
            number=number,
            count=after + len(parts),
            is_extra=after > 0,
        )


def _repeated(answers: Mapping[Question, Answer], seed: int) -> tuple[str, ...]:
    """Return which skills are asked once more: those asked already, else some drawn by lot."""
    before = sorted(item for part, item in answers if part is AnswerPart.REPEAT)
    if before:
        return tuple(before)
    rated = sorted(
        item
        for (part, item), one in answers.items()
        if part is AnswerPart.SKILL and one.state is AnswerState.GIVEN
    )
    if len(rated) < _LEAST_TO_REPEAT:
        return ()
    return tuple(random.Random(seed).sample(rated, REPEATED))


def _claims(
    names: Iterable[str], answers: Mapping[Question, Answer], evidenced: Collection[str]
) -> tuple[str, ...]:
    """Return the skills rated highest that nothing shows yet, the most relevant first."""
    rated = {name: answers.get((AnswerPart.SKILL, name)) for name in names}
    levels = {
        name: one.value or 0
        for name, one in rated.items()
        if one is not None and name not in evidenced
    }
    claimed = [name for name, level in levels.items() if level >= _LEAST_CLAIM]
    return tuple(sorted(claimed, key=lambda name: -levels[name])[:CLAIMS])


def _is_notable(
    skill: str, answers: Mapping[Question, Answer], earlier: Mapping[str, Level | None]
) -> bool:
    answer, before = answers.get((AnswerPart.SKILL, skill)), earlier.get(skill)
    if answer is None or answer.value is None or before is None:
        return False
    return abs(answer.value - before) >= NOTABLE_CHANGE
