"""The assessment: begun, answered step by step, paused, finished; each change is one step.

An attempt is kept with all its answers. Ratings of skills are written when it is finished: until
then the earlier ones hold.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import Answer, AnswerPart, Attempt
from careerdesk.words import day

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import date

    from careerdesk.storage.desk import Desk
    from careerdesk.storage.writer import Tx

    Also = Callable[[Tx], None]  # what is stored along within a change

Question = tuple[AnswerPart, str]

_GO_ON: Final = "Go on in the assessment"


def attempts(desk: Desk) -> list[Attempt]:
    """Return all attempts, the paused one first, then the latest."""
    return sorted(
        desk.all(Attempt),
        key=lambda one: (one.finished is None, one.finished or one.started, one.number),
        reverse=True,
    )


def paused_attempt(desk: Desk) -> Attempt | None:
    """Return the attempt that is to be gone on with, None if there is none."""
    return next((one for one in attempts(desk) if one.finished is None), None)


def finished_attempts(desk: Desk) -> list[Attempt]:
    """Return the attempts that are done, the latest first."""
    return [one for one in attempts(desk) if one.finished is not None]


def answers_of(desk: Desk, attempt: Attempt) -> dict[Question, Answer]:
    """Return what was answered in an attempt, by part and question."""
    return {(one.part, one.item): one for one in desk.all(Answer, attempt_id=attempt.id)}


def start(desk: Desk, today: date) -> Attempt:
    """Begin an attempt, or return the one that is paused."""
    known = paused_attempt(desk)
    if known is not None:
        return known
    made = new_attempt(desk, today)
    with desk.change("Start the assessment") as tx:
        tx.add(made)
    return made


def new_attempt(desk: Desk, started: date) -> Attempt:
    """Return an attempt at the questions as they are now, numbered after those there are."""
    last = max((one.number for one in desk.all(Attempt)), default=0)
    return Attempt.new(started, version=catalogue().instrument.version, number=last + 1)


def discard(desk: Desk, attempt: Attempt) -> None:
    """Delete an attempt with its answers; ratings of skills that it has led to stay."""
    words = "paused assessment" if attempt.finished is None else "assessment"
    with desk.change(f"Delete {words} of {day(attempt.finished or attempt.started)}") as tx:
        tx.remove(attempt)


def store_step(
    desk: Desk,
    attempt: Attempt,
    title: str,
    asked: Collection[Question],
    given: Iterable[Answer],
    *,
    place: str,
    also: Also | None = None,
    **values: Any,
) -> Attempt:
    """Store what was answered on one step and where to go on; return the attempt as it is now.

    A question that was answered before keeps its record, and one that is answered no longer loses
    it. Nothing is written, and no change made, if nothing differs.

    Args:
        desk: Where it is stored.
        attempt: An attempt that is not finished.
        title: What the change is called, such as "Answer interests 1 of 6".
        asked: All questions of the step.
        given: Those of them that were answered.
        place: The step to go on from.
        also: Stores within the change what is no answer, such as evidence.
        values: Other fields of the attempt, such as ``hours_per_week``.

    Raises:
        InvalidValueError: a value is not allowed; nothing was changed.
    """
    known = answers_of(desk, attempt)
    now = {(one.part, one.item): one for one in given}
    gone = [known[one] for one in asked if one in known and one not in now]
    added = [one for key, one in now.items() if key not in known]
    changed = [
        replace(one, id=known[key].id)
        for key, one in now.items()
        if key in known and _said(known[key]) != _said(one)
    ]
    answered = replace(attempt, **values)
    after = replace(answered, place=place)
    if gone or added or changed or also or after != attempt:
        is_said = gone or added or changed or also or answered != attempt
        with desk.change(title if is_said else _GO_ON) as tx:
            tx.remove_many(gone)
            tx.add_many(added)
            tx.replace_many(changed)
            if after != attempt:
                tx.replace(after)
            if also is not None:
                also(tx)
    return after


def _said(answer: Answer) -> tuple[Any, ...]:
    return answer.state, answer.value
